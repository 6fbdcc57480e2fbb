"""Walks through rendered pages in Chromium, against a strict SCORM 1.2 environment.

    python3 run.py FOLDER [--only TEXT] [--modules NAMES] [--shots FOLDER]

FOLDER holds pages as a package does, or folders of such pages. Every set of pages goes through
every test. The last line is `N passed, N failed`; the exit code says whether any failed.
"""

import argparse
import contextlib
import functools
import http.server
import pathlib
import re
import sys
import threading
import traceback

from playwright.sync_api import sync_playwright

import alone_tests  # noqa: F401  The tests of a module are known once it is loaded.
import breaks_tests  # noqa: F401
import cmi5_tests  # noqa: F401
import course_tests  # noqa: F401
import kinds_tests  # noqa: F401
import life_tests  # noqa: F401
import lms_tests  # noqa: F401
import scorm2004_tests  # noqa: F401
import state_tests  # noqa: F401
from desk import TESTS, Desk, Quiet, page_sets
from view_tests import views


def shots(browser, ports, sets, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for pages in sets:
        desk = Desk(browser, ports, pages)
        for width in [360, 1280]:
            for name, place in views(desk, pages, width):
                file = re.sub(r"\W+", "-", f"{pages.name}-{name}-{width}") + ".png"
                place.screenshot(path=folder / file, full_page=True)
        desk.close()


@contextlib.contextmanager
def servers(root, count):
    handler = functools.partial(Quiet, directory=str(root))
    started = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(count)]
    for server in started:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield [server.server_address[1] for server in started]
    finally:
        for server in started:
            server.shutdown()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default="", help="run the tests whose name holds this")
    parser.add_argument("--modules", default="", help="run the tests of these modules, by commas")
    parser.add_argument("--shots", type=pathlib.Path, help="write a picture of every view here")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    root = options.folder.resolve()
    sets = page_sets(root)
    modules = set(filter(None, options.modules.split(",")))
    passed = failed = 0
    with servers(root, 2) as ports, sync_playwright() as playwright:
        # Pages that a test has changed are nowhere, to a browser, and may not ask this machine.
        browser = playwright.chromium.launch(
            executable_path=options.chromium,
            args=["--no-sandbox", "--disable-popup-blocking",
                  "--disable-features=LocalNetworkAccessChecks"])
        for pages in sets:
            for function in TESTS:
                if options.only not in function.__name__:
                    continue
                if modules and function.__module__.removesuffix("_tests") not in modules:
                    continue
                if pages is not sets[0] and getattr(function, "is_for_one_set", False):
                    continue
                desk = Desk(browser, ports, pages)
                name = f"{pages.name}: {function.__name__.replace('_', ' ')}"
                try:
                    function(desk, pages)
                    passed += 1
                    print(f"ok      {name}", flush=True)
                except Exception:
                    failed += 1
                    print(f"FAILED  {name}", flush=True)
                    traceback.print_exc(limit=-3, file=sys.stdout)
                finally:
                    desk.close()
        if options.shots:
            shots(browser, ports, sets, options.shots)
        browser.close()
    if passed + failed == 0:
        print("no pages, or no test of that name")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
