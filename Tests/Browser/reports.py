"""Looks at every report as a page in Chromium.

    python3 reports.py SALA [--shots FOLDER]

A made-up cohort is recorded, every report is written in both languages, and each page is judged by
axe, at three widths, for its size, for links that lead somewhere, and for what is cut off. The last
line is `N passed, N failed`; the exit code says whether any failed.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = [320, 360, 1280]
MOST_BYTES = 500_000
SEED = "20261126"
REPORTS = [
    ["pre-post"],
    ["pre-post", "--by", "province,sex"],
    ["pre-post", "--by", "sex"],
    ["pre-post", "--by", "competency,module,language"],
    ["competency", "--by", "province"],
    ["items"],
    ["items", "--occasion", "pre", "--form", "ila-a"],
    ["form"],
    ["fairness"],
    ["reaction"],
    ["behaviour"],
    ["results-framework"],
]

# Words of a picture that pass its edge, or that lie over other words.
CUT = """() => [...document.querySelectorAll('svg')].flatMap(svg => {
  const box = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(text => {
    const own = text.getBoundingClientRect();
    return own.left < box.left - 2 || own.right > box.right + 2
      || own.top < box.top - 2 || own.bottom > box.bottom + 2;
  }).map(text => text.textContent);
})"""
BROKEN = """() => [...document.querySelectorAll('a[href^="#"]')]
  .map(link => link.getAttribute('href').slice(1))
  .filter(id => !document.getElementById(id))"""
TWICE = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""
BARE = """() => [...document.querySelectorAll('svg')].filter(svg =>
  svg.getAttribute('role') !== 'img' || !svg.querySelector('title')?.textContent
  || !svg.querySelector('desc')?.textContent
  || !svg.closest('figure').querySelector('details table, a[href^="#table-"]')).length"""


def problems(page, path):
    """What is wrong with a page that is open."""
    found = []
    violations = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    found += [f"axe: {one['id']}" for one in violations]
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if over > 0:
        found.append(f"{over} pixels wider than the window")
    for name, script in [
        ("words past the edge", CUT),
        ("links to nowhere", BROKEN),
        ("ids given twice", TWICE),
        ("pictures without words or numbers", BARE),
    ]:
        value = page.evaluate(script)
        if value:
            found.append(f"{name}: {value}")
    if path.stat().st_size > MOST_BYTES:
        found.append(f"{path.stat().st_size} bytes")
    text = path.read_text()
    if "<script" in text or "http://" in text or "https://" in text:
        found.append("needs something from elsewhere")
    return found


def main():
    options = argparse.ArgumentParser()
    options.add_argument("sala")
    options.add_argument("--shots", type=pathlib.Path)
    options = options.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        folder = pathlib.Path(folder)
        store = ["--store", str(folder / "records")]
        subprocess.run(
            [options.sala, "synthetic", "cohort", "--people", "160", "--seed", SEED, *store],
            check=True, capture_output=True)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for number, report in enumerate(REPORTS):
            for language in ["en", "km"]:
                done = subprocess.run(
                    [options.sala, "report", *report, "--format", "html", "--language", language,
                     *store], capture_output=True)
                path = folder / f"{number:02}-{report[0]}-{language}.html"
                path.write_bytes(done.stdout)
                found = [] if done.returncode in (0, 1) else [done.stderr.decode()]
                for width in WIDTHS:
                    page = browser.new_page(viewport={"width": width, "height": 800})
                    page.goto(f"file://{path}")
                    found += [f"{width}: {one}" for one in problems(page, path)]
                    if options.shots:
                        options.shots.mkdir(parents=True, exist_ok=True)
                        page.screenshot(
                            path=str(options.shots / f"{path.stem}-{width}.png"), full_page=True)
                    page.close()
                name = " ".join(report) + " " + language
                if found:
                    failed += 1
                    print(f"FAILED {name}\n  " + "\n  ".join(found))
                else:
                    passed += 1
                    print(f"passed {name}")
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
