"""Takes quizzes in the page of `sala quiz --page` in Chromium.

    python3 quiz_page.py SALA [--shots FOLDER]

The real curriculum is copied, and a question of every kind is put into its practice. The page is
used with the keyboard alone, without scripts, at several widths and in both languages, and judged
by axe. The last line is `N passed, N failed`; the exit code says whether any failed.
"""

import argparse
import contextlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
CURRICULUM = "innovation-for-local-administration"
LANGUAGES = ["en", "km"]
TESTS = []
OPTIONS = None

# One question of every kind; a line that differs between the languages stands in braces.
ITEMS = """
## zz-01 {outcome=CSE-1 cognitive=understand pool=practice}
{Whom does the commune council ask first about the new market?|តើក្រុមប្រឹក្សាឃុំសួរនរណាមុនគេ អំពីផ្សារថ្មី?}
- ( ) {The builder|អ្នកសាងសង់}
  > {Wrong: the builder comes later.|មិនត្រឹមត្រូវទេ៖ អ្នកសាងសង់មកក្រោយ។}
- (x) {Sellers and buyers, while the place is still open|អ្នកលក់ និងអ្នកទិញ នៅពេលដែលទីតាំងមិនទាន់សម្រេច}
  > {Right: they know what is needed.|ត្រឹមត្រូវ៖ ពួកគាត់ដឹងពីតម្រូវការ។}
- ( ) {Nobody|គ្មាននរណា}

## zz-02 {outcome=CSE-1 cognitive=understand pool=practice}
{Which of these bring voices in?|តើអ្វីខ្លះនាំសំឡេងប្រជាពលរដ្ឋចូល?}

{Think of people who seldom come.|សូមគិតដល់អ្នកដែលកម្រមក។}
- [x] {A visit to their houses|ការចុះជួបដល់ផ្ទះ}
- [x] {A meeting in the evening|កិច្ចប្រជុំពេលល្ងាច}
- [ ] {A notice on a board|សេចក្តីជូនដំណឹងលើក្តារ}

## zz-03 {outcome=CSE-1 cognitive=remember pool=practice kind=true-false}
{Everybody may listen to the meetings of the council.|ប្រជាពលរដ្ឋគ្រប់រូបអាចស្តាប់កិច្ចប្រជុំក្រុមប្រឹក្សាបាន។}
- (x) {True|ត្រូវ}
- ( ) {False|ខុស}

## zz-04 {outcome=CSE-1 cognitive=apply pool=practice}
@unit km
@unit m = 0.001
{The old road is 2.4 km long, the new one 1.6 km. How much shorter is it?|ផ្លូវចាស់មានប្រវែង ២,៤ គីឡូម៉ែត្រ ផ្លូវថ្មី ១,៦ គីឡូម៉ែត្រ។ តើខ្លីជាងប៉ុន្មាន?}
= 0.8

## zz-05 {outcome=CSE-1 cognitive=remember pool=practice}
{What do we call the number below the line of a fraction?|តើលេខក្រោមបន្ទាត់ប្រភាគហៅថាអ្វី?}
~ {denominator|ភាគបែង}

## zz-06 {outcome=CSE-1 cognitive=understand pool=practice scoring=parts points=3}
{Who does it?|តើនរណាធ្វើ?}
- {approves the commune budget|អនុម័តថវិកាឃុំ} => {commune council|ក្រុមប្រឹក្សាឃុំ}
- {keeps the register|កាន់បញ្ជី} => {commune clerk|ស្មៀនឃុំ}
- => {bus driver|អ្នកបើករថយន្តក្រុង}

## zz-07 {outcome=CSE-1 cognitive=apply pool=practice scoring=parts points=3}
{Put the steps of a public forum in order.|សូមរៀបជំហាននៃវេទិកាសាធារណៈតាមលំដាប់។}
1. {Invite every village|អញ្ជើញគ្រប់ភូមិ}
2. {Hear what people say|ស្តាប់អ្វីដែលប្រជាពលរដ្ឋនិយាយ}
3. {Answer each point in writing|ឆ្លើយចំណុចនីមួយៗជាលាយលក្ខណ៍អក្សរ}

## zz-08 {outcome=CSE-1 cognitive=apply pool=practice scoring=parts points=3}
{Of 40 households 10 answered: that is [[share]] per cent. To ask again is a [[word]], and it is [[name]].|ក្នុងចំណោម ៤០ គ្រួសារ មាន ១០ បានឆ្លើយ គឺ [[share]] ភាគរយ។ ការសួរម្តងទៀតហៅថា [[word]] ហើយវា [[name]]។}
[[share]] = 25
[[word]] (x) {reminder|ការរំលឹក}
[[word]] ( ) {sample|គំរូ}
[[name]] ~ {useful|មានប្រយោជន៍}

## zz-09 {outcome=CSE-4 cognitive=create pool=practice kind=essay lines=6 words=50}
{Write an invitation to a village.|សូមសរសេរលិខិតអញ្ជើញទៅភូមិមួយ។}

## zz-10 {outcome=CSE-4 cognitive=create pool=practice kind=performance}
{Open a forum in front of the group.|សូមបើកវេទិកាមួយនៅចំពោះមុខក្រុម។}
"""
COUNT = 10


def test(function):
    TESTS.append(function)
    return function


# MARK: A quiz


def copied(folder):
    """Copies the curriculum, with our questions instead of its practice."""
    for name in ["curricula", "assessments"]:
        shutil.copytree(ROOT / name, folder / name)
    for place, language in enumerate(LANGUAGES):
        path = folder / "assessments" / CURRICULUM / f"01-citizen-engagement.items.{language}.md"
        text = path.read_text()
        start = min(found.start() for found in re.finditer(r"^## .*pool=practice", text, re.M))
        own = re.sub(r"\{([^{}|]*)\|([^{}|]*)\}", lambda found: found[place + 1], ITEMS)
        path.write_text(text[:start] + own.lstrip())


def command(sala, language, form, occasion):
    every = ["--all"] if occasion == "practice" else []
    return [sala, "quiz", form, "--learner", "browser", "--occasion", occasion, "--page",
            "--language", language, "--store", "records", "--agree", *every]


class Quiz:
    def __init__(self, process):
        self.process = process
        self.before = []
        for line in process.stdout:
            if line.startswith("http://127.0.0.1:"):
                self.address = line.strip()
                return
            self.before.append(line)
        raise AssertionError(f"no address: {self.before} {process.stderr.read()}")

    def ended(self):
        """The exit code, and what was said after the address."""
        said, _ = self.process.communicate(timeout=90)
        return self.process.returncode, said


@contextlib.contextmanager
def quiz(language="en", form="cse", occasion="practice"):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        copied(folder)
        process = subprocess.Popen(
            command(OPTIONS.sala, language, form, occasion), cwd=folder, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            yield Quiz(process)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=10)


# MARK: Answers


def fill(page, wrong=False):
    """Fills in the fields of a question, whatever its kind."""
    if page.locator("input[name=c]").count():
        page.locator("input[name=c]").nth(1).check()
    for select in page.locator("fieldset select, .stem select").all():
        select.select_option(index=1)
    for field in page.locator("input.blank").all():
        is_number = field.get_attribute("inputmode") == "decimal"
        field.fill("២៥" if is_number or wrong else "word")
    typed = page.locator("input[name=t], textarea[name=t]")
    if typed.count():
        typed.fill("?" if wrong else "០.៨")
    if page.locator("button[value=shown]").count():
        page.locator("button[value^='down:']").first.click()


def press(page, value):
    page.locator(f"button[name=do][value='{value}']:visible").click()


def go_on(page):
    """Presses what leads to the next question; practice shows the feedback in between."""
    place = page.locator("h1").inner_text()
    press(page, "next")
    if page.locator("h1").inner_text() == place:
        press(page, "next")


def whole(page, visit=lambda name: None):
    """Walks from the start to the list, and tells `visit` of every page."""
    visit("start")
    press(page, "start")
    for number in range(1, COUNT + 1):
        visit(f"question-{number}")
        fill(page)
        check = page.locator("button[value=check]:visible")
        if check.count():
            check.click()
            visit(f"answered-{number}")
        go_on(page)
    visit("list")


def is_narrow(page, name):
    width, wide = page.evaluate(
        "[document.documentElement.clientWidth, document.documentElement.scrollWidth]")
    assert wide <= width, (name, wide, width)


def judged(page, name):
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=options).response["violations"]
    assert found == [], (name, [(one["id"], one["nodes"][0]["html"]) for one in found])
    is_narrow(page, name)
    assert page.locator("h1").count() == 1, name
    assert page.title(), name


# MARK: Tests


@test
def every_page_is_accessible(new_page):
    for language in LANGUAGES:
        for width in [360, 1280]:
            page = new_page(width)
            with quiz(language) as one:
                page.goto(one.address)
                assert page.evaluate("document.documentElement.lang") == language

                def visit(name):
                    judged(page, f"{language}-{width}-{name}")
                    if OPTIONS.shots:
                        page.screenshot(
                            path=OPTIONS.shots / f"{language}-{width}-{name}.png", full_page=True)

                whole(page, visit)
                page.locator("#list button").nth(3).click()
                fill(page, wrong=True)
                press(page, "next")
                expect(page.locator(".problems")).to_be_focused()
                visit("problem")
                page.locator(".problems a").click()
                expect(page.locator("input[name=t]")).to_be_focused()
                fill(page)
                press(page, "list")
                press(page, "confirm")
                visit("confirm")
                press(page, "submit")
                visit("done")
                code, _ = one.ended()
                assert code == 0, code
            page.context.close()


@test
def nothing_is_lost_at_320_pixels_or_in_other_circumstances(new_page):
    for circumstances in [{}, {"forced_colors": "active"}, {"reduced_motion": "reduce"}]:
        page = new_page(320, **circumstances)
        with quiz("km") as one:
            page.goto(one.address)
            whole(page, lambda name: is_narrow(page, name))
        page.context.close()


# What the keyboard stands on: whether it is a button or a field, seen, and marked as such.
FOCUS = """() => {
  const one = document.activeElement;
  const shown = one.matches(".option input") ? one.closest("label") : one;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(shown);
  return {
    tag: one.tagName, name: one.name || "", value: one.value || "", type: one.type || "",
    isSeen: box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1,
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def tab_to(page, wanted, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            continue
        assert focus["isMarked"], focus
        assert focus["isSeen"], focus
        if wanted(focus):
            return focus
    raise AssertionError("not reached by keyboard")


def enter(page):
    """Presses Enter on a button, and waits for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def button(value):
    return lambda focus: focus["tag"] == "BUTTON" and focus["value"].startswith(value)


@test
def everything_is_done_by_keyboard(new_page):
    for language in LANGUAGES:
        page = new_page(360)
        with quiz(language) as one:
            page.goto(one.address)
            tab_to(page, button("start"))
            enter(page)
            for number in range(1, COUNT + 1):
                expect(page.locator("h1")).to_be_focused()
                keyboard_answer(page)
                place = page.locator("h1").inner_text()
                tab_to(page, button("next"))
                enter(page)
                if page.locator("h1").inner_text() == place:
                    expect(page.locator("#result")).to_be_focused()
                    tab_to(page, button("next"))
                    enter(page)
            assert page.locator("#list button.open").count() == 0
            tab_to(page, button("confirm"))
            enter(page)
            tab_to(page, button("submit"))
            enter(page)
            expect(page).to_have_url(re.compile("/done$"))
        page.context.close()


def keyboard_answer(page):
    """Answers a question of any kind by keys."""
    fields = page.locator(".question :is(input:not([type=hidden]), select, textarea)")
    if page.locator("button[value=shown]").count():
        focus = tab_to(page, button("down:"))
        enter(page)
        # The line keeps the keyboard wherever it goes.
        assert page.evaluate(FOCUS)["value"] == focus["value"]
        expect(page.locator(".saved")).to_be_visible()
        return
    if page.locator("input[type=radio]").count():
        tab_to(page, lambda focus: focus["type"] == "radio")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        assert page.locator("input[type=radio]:checked").count() == 1
        return
    for index in range(fields.count()):
        focus = tab_to(page, lambda focus: focus["name"] and focus["tag"] != "BUTTON")
        if focus["type"] == "checkbox":
            page.keyboard.press("Space")
        elif focus["tag"] == "SELECT":
            page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type("25")


@test
def enter_in_a_field_goes_on(new_page):
    page = new_page(1280)
    with quiz() as one:
        page.goto(one.address + "q/4")
        page.locator("input[name=t]").fill("0.8")
        page.locator("input[name=t]").press("Enter")
        expect(page.locator("#result")).to_be_focused()
        page.goto(one.address + "q/1")
        page.locator("input[name=c]").first.check()
        page.locator("input[name=c]").first.press("Enter")
        expect(page.locator("#result")).to_be_focused()


@test
def everything_works_without_scripts(new_page):
    for language in LANGUAGES:
        page = new_page(1280, java_script_enabled=False)
        with quiz(language) as one:
            page.goto(one.address)
            whole(page)
            assert page.locator("#list button").count() == COUNT
            assert page.locator("#list button.open").count() == 0
            press(page, "confirm")
            press(page, "submit")
            assert page.locator("#score").is_visible()
            code, said = one.ended()
            assert code == 0 and said.strip(), (code, said)
        page.context.close()


@test
def reloading_going_back_and_sending_twice_do_no_harm(new_page):
    page = new_page(1280)
    with quiz() as one:
        page.goto(one.address)
        press(page, "start")
        page.locator("input[name=c]").nth(1).check()
        page.locator("input[name=mark]").check()
        go_on(page)
        page.reload()
        expect(page.locator("h1")).to_have_text("Question 2 of 10")
        page.goto(one.address + "q/1")
        assert page.locator("input[name=c]").nth(1).is_checked()
        assert page.locator("input[name=mark]").is_checked()
        stale = page.context.new_page()
        stale.goto(one.address + "q/1")
        page.locator("input[name=c]").nth(0).check()
        page.locator("button[value=check]:visible").dblclick()
        page.locator("#result").wait_for()
        page.goto(one.address + "list")
        assert page.locator("#list button:not(.open)").count() == 2, "one answered, one observed"
        assert page.locator("#list button.marked").count() == 1
        # A form that lay open takes nothing back that was answered elsewhere.
        press(stale, "next")
        page.goto(one.address + "q/1")
        assert page.locator("input[name=c]").nth(0).is_checked()
        page.go_back()
        assert page.locator("#list button:not(.open)").count() == 2


@test
def it_goes_on_in_the_terminal(new_page):
    page = new_page(1280)
    with quiz() as one:
        page.goto(one.address + "q/5")
        page.locator("input[name=t]").fill("denominator")
        press(page, "terminal")
        expect(page).to_have_url(re.compile("/closed$"))
        judged(page, "closed")
        code, _ = one.ended()
        assert code == 0, code


@test
def a_test_says_how_much_time_is_left_and_nothing_of_its_key(new_page):
    for language in LANGUAGES:
        page = new_page(1280)
        with quiz(language, form="ila-a", occasion="pre") as one:
            page.clock.install()
            page.goto(one.address)
            press(page, "start")
            fill(page)
            press(page, "next")
            page.locator("button[value=back]").click()
            expect(page.locator("#time")).to_contain_text(re.compile("[0-9០-៩]+"))
            assert page.locator(".feedback, .result").count() == 0
            assert page.locator("#notice").inner_text() == ""
            left = float(page.locator("#time").get_attribute("data-left"))
            page.clock.run_for(int((left - 299) * 1000) % 1000 + 1000)
            page.clock.fast_forward(int((left - 299) * 1000))
            page.clock.run_for(1500)
            expect(page.locator("#notice")).to_contain_text("5" if language == "en" else "៥")
            judged(page, "warned")
        page.context.close()


@test
def another_site_gets_nothing(new_page):
    page = new_page(1280)
    with quiz() as one:
        page.goto(one.address)
        port = one.address.split(":")[2].split("/")[0]
        assert page.goto(f"http://127.0.0.1:{port}/").status == 404
        other = page.context.new_page()
        other.set_content(f"<iframe src='{one.address}'></iframe>")
        other.wait_for_load_state("networkidle")
        assert all("sala" not in frame.content().lower() for frame in other.frames[1:])
        assert other.evaluate(
            "address => fetch(address).then(() => 'read', () => 'refused')", one.address
        ) == "refused"


# MARK: Running


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sala", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--only", default="", help="run tests whose name holds this")
    parser.add_argument("--shots", type=pathlib.Path, help="write pictures of the pages here")
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
            faults = []
            contexts = []

            def new_page(width, **circumstances):
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, **circumstances)
                contexts.append(context)
                page = context.new_page()
                page.set_default_timeout(10_000)
                page.on("pageerror", lambda error: faults.append(str(error)))
                page.on("console", lambda line: faults.append(line.text)
                        if "Content Security" in line.text else None)
                return page

            try:
                function(new_page)
                assert faults == [], faults
                passed += 1
                print(f"ok      {name}", flush=True)
            except Exception:
                failed += 1
                print(f"FAILED  {name}", flush=True)
                traceback.print_exc(limit=-3, file=sys.stdout)
            finally:
                for context in contexts:
                    context.close()
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
