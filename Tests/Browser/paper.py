"""Prints what `sala print` writes in Chromium, looks at the PDF, and kills the keying of papers.

    python3 paper.py SALA [--shots FOLDER]

The real curriculum is copied, and a question of every kind is put into its practice. The last line
is `N passed, N failed`; the exit code says whether any failed.
"""

import argparse
import hashlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import traceback

import pypdfium2
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import quiz_page

LANGUAGES = ["en", "km"]
MILLIMETRE = 72 / 25.4
TESTS = []
OPTIONS = None


def test(function):
    TESTS.append(function)
    return function


class Bench:
    """An event of some learners in a store of its own, and everything of it printed."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        quiz_page.copied(self.folder)
        self.environment = dict(
            os.environ, SALA_STORE=str(self.folder / "store"), SALA_HOME=str(self.folder),
            SALA_CHROMIUM=OPTIONS.chromium, LANG="en_GB.UTF-8")
        self.environment.pop("SALA_LANGUAGE", None)
        self.out = self.folder / "out"

    def sala(self, *arguments, code=0, **more):
        run = subprocess.run(
            [OPTIONS.sala, *arguments], cwd=self.folder, env=self.environment, text=True,
            capture_output=True, **more)
        assert run.returncode == code, (arguments, run.returncode, run.stdout, run.stderr)
        return run.stdout

    def event(self, count):
        self.sala("event", "new", "kampot-1", "--title", "Kampot, first training", "--title-km",
                  "កំពត វគ្គទីមួយ", "--seed", "3", "--curriculum", quiz_page.CURRICULUM)
        table = self.sala("event", "roster", "kampot-1", "--count", str(count), "--format", "csv")
        return [line.split(",")[1] for line in table.splitlines()[1:] if line]

    def attended(self, codes, days):
        """Adds to the journal that all were there; each line carries the hash over the one before."""
        journal = next((self.folder / "store" / "journals").glob("*.journal"))
        last, text = journal.read_text().splitlines()[-1].split(" ", 1)
        record = json.loads(text)
        number = record["seq"]
        with journal.open("a") as lines:
            for code in codes:
                for day in range(1, days + 1):
                    number += 1
                    fact = {"code": code, "day": day, "event": "kampot-1",
                            "kind": "attendance-recorded", "presence": "full"}
                    text = json.dumps({"fact": fact, "seq": number, "time": record["time"]},
                                      separators=(",", ":"), sort_keys=True)
                    last = hashlib.sha256(f"{last} {text}".encode()).hexdigest()
                    lines.write(f"{last} {text}\n")
        self.sala("records", "check")

    def pdf(self, name):
        return pypdfium2.PdfDocument(self.out / f"{name}.pdf")


def ink(page):
    """The box of what is printed, in points from the left, top, right and bottom edge."""
    bitmap = page.render(scale=1, grayscale=True)
    data, stride = bytes(bitmap.buffer), bitmap.stride
    width, height = bitmap.width, bitmap.height
    rows = [data[y * stride:y * stride + width] for y in range(height)]
    white = b"\xff"
    full = [y for y, row in enumerate(rows) if row.strip(white)]
    if not full:
        return None
    left = min(width - len(rows[y].lstrip(white)) for y in full)
    right = min(width - len(rows[y].rstrip(white)) for y in full)
    return left, full[0], right, height - 1 - full[-1]


def looked_at(document, name):
    """Every sheet is A4, has something on it, and nothing nearer to an edge than 4 mm."""
    for number, page in enumerate(document):
        size = sorted(round(side / MILLIMETRE) for side in page.get_size())
        assert size == [210, 297], (name, number, size)
        box = ink(page)
        assert box, (name, number, "empty")
        assert min(box) >= 4 * MILLIMETRE, (name, number, box)
        if OPTIONS.shots:
            page.render(scale=1.5).to_pil().save(OPTIONS.shots / f"{name}-{number + 1}.png")


def squeezed(text):
    return re.sub(r"[\s\u200b\ufffe\u00ad-]+", "", text)


def pages_of(document):
    return [squeezed(page.get_textpage().get_text_bounded()) for page in document]


# MARK: Tests


@test
def everything_for_a_test_is_whole_on_its_sheets(bench, new_page):
    codes = bench.event(5)
    bench.sala("print", "test", "--event", "kampot-1", "--pdf", "--out", "out")
    for path in sorted(bench.out.glob("*.pdf")):
        looked_at(pypdfium2.PdfDocument(path), path.stem)
    for language in LANGUAGES:
        sheets = bench.pdf(f"answer-sheets-pre-{language}")
        assert len(sheets) == len(codes), (language, len(sheets))
        found = [next(code for code in codes if squeezed(code) in text)
                 for text in pages_of(sheets)]
        assert sorted(found) == sorted(codes), found
        assert len(bench.pdf(f"attendance-{language}")) == 1
    for form in ["ila-a", "ila-b"]:
        for text in pages_of(bench.pdf(f"{form}-booklet-en")):
            assert squeezed(form) in text, text[:80]


@test
def large_print_is_whole_on_its_sheets(bench, new_page):
    bench.event(2)
    bench.sala("print", "test", "--event", "kampot-1", "--large-print", "--pdf", "--out", "out")
    for path in sorted(bench.out.glob("*large*.pdf")):
        looked_at(pypdfium2.PdfDocument(path), path.stem)


@test
def no_question_is_split_between_two_sheets(bench, new_page):
    bench.sala("print", "test", "cse", "--pdf", "--out", "out", "--curriculum",
               quiz_page.CURRICULUM)
    for language in LANGUAGES:
        looked_at(bench.pdf(f"cse-booklet-{language}"), f"cse-booklet-{language}")
        looked_at(bench.pdf(f"answer-sheets-practice-{language}"), f"practice-sheet-{language}")
        # What is laid out in the width of the sheet has the height that it has in print.
        page = new_page(680)
        page.emulate_media(media="print")
        page.goto((bench.out / f"cse-booklet-{language}.html").as_uri())
        room = (297 - 17 - 16) * 96 / 25.4
        for question in page.locator(".question").all():
            assert question.bounding_box()["height"] < room
            assert question.evaluate("node => getComputedStyle(node).breakInside") == "avoid"
    bench.event(2)
    bench.sala("print", "test", "ila-a", "--event", "kampot-1", "--language", "en", "--pdf",
               "--out", "out")
    texts = pages_of(bench.pdf("ila-a-booklet-en"))
    page.goto((bench.out / "ila-a-booklet-en.html").as_uri())
    checked = 0
    for question in page.locator(".question").all():
        options = question.locator(".options li > span:last-child").all_inner_texts()
        stem = question.locator(".stem").inner_text().splitlines()[0]
        parts = [squeezed(part) for part in [stem] + options]
        parts = [part for part in parts if len(part) > 25]
        homes = [{n for n, text in enumerate(texts) if part in text} for part in parts]
        homes = [home for home in homes if home]
        if len(homes) > 1:
            checked += 1
            assert set.intersection(*homes), (stem, homes)
    assert checked >= 20, checked


@test
def certificates_are_one_to_a_sheet(bench, new_page):
    codes = bench.event(3)
    names = bench.folder / "names.csv"
    names.write_text("code,khmer-name,latin-name\n" + "".join(
        f"{code},សុខ ឧទាហរណ៍,SOK Example\n" for code in codes[:2]))
    every = ["--kind", "completion", "--tests", "none", "--names", str(names), "--days", "3"]
    bench.sala("print", "certificates", "kampot-1", *every, code=1)
    bench.attended(codes, 3)
    bench.sala("print", "certificates", "kampot-1", *every, "--pdf", "--out", "out")
    for language in LANGUAGES:
        document = bench.pdf(f"certificates-completion-{language}")
        looked_at(document, f"certificate-{language}")
        assert len(document) == len(codes)


@test
def pages_can_be_read_by_everybody(bench, new_page):
    bench.event(2)
    bench.sala("print", "test", "--event", "kampot-1", "--out", "out")
    bench.sala("print", "test", "cse", "--out", "out", "--curriculum", quiz_page.CURRICULUM)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    for path in sorted(bench.out.glob("*.html")):
        page = new_page(900)
        page.goto(path.as_uri())
        found = Axe().run(page, options=rules).response["violations"]
        assert found == [], (path.name, [(one["id"], one["nodes"][0]["html"]) for one in found])
        assert page.locator("h1").count() >= 1 and page.title(), path.name


@test
def a_kill_loses_no_answer_that_was_taken(bench, new_page):
    code = bench.event(2)[0]
    command = [OPTIONS.sala, "results", "enter", "kampot-1", "--by", "ab", "--learner", code]
    taken = 0
    for count in [1, 4, 2, 7]:
        process = subprocess.Popen(
            command, cwd=bench.folder, env=bench.environment, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        seen = ""

        def until(words):
            nonlocal seen
            while words not in seen:
                letter = process.stdout.read(1)
                assert letter, (words, seen)
                seen += letter

        until(f"\n{taken + 1}/30 ")
        if taken:
            assert f"Going on: {taken} of 30" in seen, seen
        for _ in range(count):
            process.stdin.write("a\n")
            process.stdin.flush()
            taken += 1
            # The prompt of the next question says that the answer was taken.
            until(f"{taken + 1}/30 ")
        process.send_signal(signal.SIGKILL)
        process.wait()
    rest = "\n".join(["-"] * (30 - taken) + ["y"]) + "\n"
    out = bench.sala(*command[1:], input=rest)
    assert f"{taken} answered, {30 - taken} blank" in out, out


# MARK: Running


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sala", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--only", default="", help="run tests whose name holds this")
    parser.add_argument("--shots", type=pathlib.Path, help="write pictures of the sheets here")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    global OPTIONS
    OPTIONS = parser.parse_args()
    if OPTIONS.shots:
        OPTIONS.shots.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=OPTIONS.chromium, args=["--no-sandbox"])
        for function in TESTS:
            name = function.__name__.replace("_", " ")
            if OPTIONS.only not in name:
                continue
            pages = []

            def new_page(width):
                pages.append(browser.new_page(viewport={"width": width, "height": 1000}))
                return pages[-1]

            try:
                with tempfile.TemporaryDirectory() as folder:
                    function(Bench(folder), new_page)
                passed += 1
                print(f"ok      {name}", flush=True)
            except Exception:
                failed += 1
                print(f"FAILED  {name}", flush=True)
                traceback.print_exc(limit=-3, file=sys.stdout)
            finally:
                for page in pages:
                    page.close()
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
