"""Walks through rendered pages in Chromium, against a strict SCORM 1.2 environment.

    python3 run.py FOLDER [--only TEXT] [--shots FOLDER]

FOLDER holds pages as a package does, or folders of such pages. Every set of pages goes through
every test. The last line is `N passed, N failed`; the exit code says whether any failed.
"""

import argparse
import contextlib
import csv
import functools
import http.server
import io
import json
import pathlib
import re
import sys
import threading
import traceback
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = [320, 360, 1280]


# Sets of pages -----------------------------------------------------------------------------------

class PageSet:
    """The pages of one package: lessons, pre-test, post-test."""

    def __init__(self, folder, root):
        self.folder, self.root = folder, root
        self.name = str(folder.relative_to(root)) or "."
        self.data = {}
        for path in sorted(folder.glob("*.html")):
            match = re.search(r'id="sala-data">(.*?)</script>', path.read_text("utf-8"), re.S)
            if match:
                self.data[path.name] = json.loads(match[1])
        self.lessons = [name for name, data in self.data.items() if data["kind"] == "lesson"]
        self.tests = {data["kind"]: name for name, data in self.data.items()}

    @property
    def languages(self):
        return next(iter(self.data.values()))["languages"]

    def form(self, kind, learner):
        """The form that a learner takes, computed here a second time."""
        number = 2166136261
        for byte in learner.encode():
            number = (number ^ byte) * 16777619 % 2**32
        takes_second = (number ^ number >> 16) & 1 == 1
        forms = self.data[self.tests[kind]]["forms"]
        return forms[min(len(forms) - 1, int(takes_second != (kind == "post")))]


def page_sets(root):
    folders = [root] + sorted(path for path in root.rglob("*") if path.is_dir())
    sets = [PageSet(folder, root) for folder in folders]
    return [one for one in sets if one.data]


# The desk at which a learner sits ----------------------------------------------------------------

class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def translate_path(self, path):
        parts = urllib.parse.unquote(urllib.parse.urlsplit(path).path).strip("/").split("/")
        root = HERE if parts[0] == "stub" else self.directory
        return str(pathlib.Path(root, *[part for part in parts[1:] if part not in ("..", ".")]))


class Desk:
    """A browser window, and what went wrong in it."""

    def __init__(self, browser, ports, pages):
        self.browser, self.ports, self.pages = browser, ports, pages
        self.context = None
        self.faults = []

    def open(self, width=1280, height=900, **options):
        self.close()
        self.context = self.browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options)
        self.context.set_default_timeout(10000)
        self.page = self.context.new_page()
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.page.on("console", lambda one: one.type == "error" and self.faults.append(one.text))
        return self.page

    def close(self):
        if self.context:
            self.context.close()
            self.context = None

    def address(self, name, port=0):
        return f"http://127.0.0.1:{self.ports[port]}/pages/{self.pages.name}/{name}"

    def launch(self, name, depth=1, lms=None, late=None, width=1280, **options):
        """Launches a page in the strict environment; returns the frame or window it lies in."""
        self.open(width, **options)
        query = {"page": self.address(name), "depth": depth, "options": json.dumps(lms or {})}
        if late is not None:
            query["late"] = late
        address = f"http://127.0.0.1:{self.ports[0]}/stub/stub12.html?"
        if depth == 0:
            with self.context.expect_page() as opened:
                self.page.goto(address + urllib.parse.urlencode(query))
            place = opened.value
        else:
            self.page.goto(address + urllib.parse.urlencode(query))
            place = self.frame(name)
        place.wait_for_selector("html[data-ready]", timeout=15000)
        return place

    def frame(self, name):
        self.page.wait_for_function("document.querySelector('iframe') !== null")
        for _ in range(100):
            for frame in self.page.frames:
                if urllib.parse.urlsplit(frame.url).path.endswith("/" + name):
                    return frame
            self.page.wait_for_timeout(50)
        raise AssertionError(f"no frame holds {name}")

    def again(self, name):
        """Visits the page again, as the same learner."""
        self.page.evaluate("visitAgain()")
        place = self.frame(name)
        place.wait_for_selector("html[data-ready]")
        return place

    def leave(self, is_sudden=False):
        self.page.evaluate("sudden => leave(sudden)", is_sudden)

    def lms(self, expression):
        return self.page.evaluate(f"lms.{expression}")

    @property
    def values(self):
        return self.lms("record()")["values"]

    def calls(self, name=None, element=None):
        return [
            call for call in self.lms("trace")
            if (name is None or call["name"] == name)
            and (element is None or (call["values"] and call["values"][0] == element))]

    def is_sound(self):
        """No call that the environment had to refuse, and no error in the page."""
        assert self.lms("errors()") == [], self.lms("errors()")
        assert len(self.calls("LMSInitialize")) >= 1
        assert self.faults == [], self.faults


# What a learner does, with the keyboard alone ------------------------------------------------------

def focused(place):
    return place.evaluate(
        """() => { const e = document.activeElement;
        return { id: e.id, type: e.type || "", tag: e.tagName, name: e.name || "",
          value: e.value || "", words: e.innerText || "" }; }""")


def tab_to(desk, place, wanted, most=80):
    """Presses Tab until the focus is where it should be; it must be visible at every step."""
    for _ in range(most):
        desk.keyboard.press("Tab")
        here = focused(place)
        if here["tag"] in ("BODY", "IFRAME", "HTML"):
            continue
        outline = place.evaluate(
            """() => { const shown = (e) => parseFloat(getComputedStyle(e).outlineWidth) >= 2
                 && getComputedStyle(e).outlineStyle !== "none";
               const e = document.activeElement;
               return shown(e) || (e.closest("label") !== null && shown(e.closest("label"))); }""")
        assert outline, f"focus on {here} is not visible"
        if wanted(here):
            return here
    raise AssertionError(f"the keyboard does not reach the element; last: {focused(place)}")


def press_button(desk, place, button):
    tab_to(desk, place, lambda here: here["id"] == button)
    desk.keyboard.press("Enter")


def keyboard_of(desk, place):
    desk.keyboard = place.keyboard if hasattr(place, "keyboard") else desk.page.keyboard
    return desk.keyboard


def shown_item(place):
    return place.evaluate("document.querySelector('.question:not([hidden])').id.slice(2)")


def answer_by_keyboard(desk, place, item, typed="15"):
    keyboard = desk.keyboard
    if item["kind"] == "choice":
        tab_to(desk, place, lambda here: here["type"] in ("radio", "checkbox"))
        keyboard.press("Space")
    else:
        tab_to(desk, place, lambda here: here["type"] == "text")
        keyboard.type(typed)


def start(desk, place):
    keyboard_of(desk, place)
    press_button(desk, place, "start-button")
    place.wait_for_selector("#test:not([hidden]), #review:not([hidden])")


def hand_in(desk, place):
    press_button(desk, place, "hand-in")
    press_button(desk, place, "confirm-yes")
    place.wait_for_selector("#done:not([hidden])")


def items_of(pages, kind, form):
    known = {item["id"]: item for item in pages.data[pages.tests[kind]]["items"]}
    return [known[item] for item in form["items"]]


def right_answers(place):
    return place.evaluate(
        "Sala.decodedKey(JSON.parse(document.getElementById('sala-data').textContent))")


def give_right_answer(place, item, key):
    box = f"#q-{item['id']}"
    if item["kind"] == "choice":
        for option in item["options"]:
            field = place.locator(f"{box} input[value='{option}']")
            if option in key:
                field.check()
            elif field.is_checked():
                field.uncheck()
    else:
        place.locator(f"{box} input").fill(str(key[0]))


def answer_all_right(place, pages, form):
    key = right_answers(place)
    for item in items_of(pages, "post", form):
        assert shown_item(place) == item["id"]
        give_right_answer(place, item, key[item["id"]])
        place.click("#next")
    place.wait_for_selector("#review:not([hidden])")


# Tests: in an LMS ----------------------------------------------------------------------------------

TESTS = []


def test(function):
    TESTS.append(function)
    return function


@test
def opening_and_closing_marks_nothing_but_incomplete(desk, pages):
    for name in pages.data:
        desk.launch(name)
        desk.leave()
        values = desk.values
        assert values["cmi.core.lesson_status"] == "incomplete", values
        assert values["cmi.core.score.raw"] == ""
        assert len(desk.calls("LMSFinish")) == 1
        statuses = desk.calls("LMSSetValue", "cmi.core.lesson_status")
        assert [call["values"][1] for call in statuses] == ["incomplete"]
        desk.is_sound()


@test
def a_lesson_resumes_is_finished_and_stays_finished(desk, pages):
    name = pages.lessons[0]
    place = desk.launch(name)
    keyboard = keyboard_of(desk, place)
    items = pages.data[name]["items"]
    for item in items[:2]:
        place.locator(f"#q-{item['id']}").scroll_into_view_if_needed()
        place.locator(f"#q-{item['id']} input").first.focus()
        keyboard.press("Shift+Tab")
        answer_by_keyboard(desk, place, item)
        tab_to(desk, place, lambda here: here["type"] == "submit")
        keyboard.press("Enter")
        expect(place.locator(f"#q-{item['id']} .result")).not_to_be_empty()
        expect(place.locator("#live")).not_to_be_empty()
    before = place.evaluate("[...document.querySelectorAll('input:checked')].map(e => e.name + e.value)")
    desk.leave(is_sudden=True)
    assert desk.values["cmi.core.lesson_status"] == "incomplete"

    place = desk.again(name)
    after = place.evaluate("[...document.querySelectorAll('input:checked')].map(e => e.name + e.value)")
    assert before == after and (before or not items), (before, after)
    for item in items[:2]:
        expect(place.locator(f"#q-{item['id']} .result")).not_to_be_empty()
    place.locator("#finish").focus()
    desk.page.keyboard.press("Enter")
    expect(place.locator("#finished")).to_be_visible()
    desk.leave()
    values = desk.values
    assert values["cmi.core.lesson_status"] == "completed"
    assert values["cmi.core.exit"] == ""
    assert values["cmi.core.score.raw"] == ""
    assert desk.lms("record()")["interactions"] == []

    before = len(desk.calls("LMSSetValue", "cmi.core.lesson_status"))
    place = desk.again(name)
    expect(place.locator("#finished")).to_be_visible()
    expect(place.locator("#finish")).to_be_hidden()
    desk.leave()
    assert len(desk.calls("LMSSetValue", "cmi.core.lesson_status")) == before
    assert desk.values["cmi.core.lesson_status"] == "completed"
    desk.is_sound()


@test
def practice_says_what_each_chosen_option_is_worth(desk, pages):
    for name in pages.lessons:
        items = pages.data[name]["items"]
        if not items:
            continue
        place = desk.launch(name)
        key = right_answers(place)
        for item in items:
            box = place.locator(f"#q-{item['id']}")
            if item["kind"] == "choice":
                wrong = [one for one in item["options"] if one not in key[item["id"]]][0]
                box.locator(f"input[value='{wrong}']").check()
                box.locator(".check").click()
                assert "wrong" in box.get_attribute("class")
                visible = box.locator(".option .feedback:visible")
                assert visible.count() == 1
                assert visible.first.evaluate("e => e.parentElement.dataset.option") == wrong
            give_right_answer(place, item, key[item["id"]])
            box.locator(".check").click()
            assert "right" in box.get_attribute("class"), item
        desk.leave()
        desk.is_sound()


@test
def a_pre_test_is_taken_by_keyboard_resumed_and_handed_in(desk, pages):
    name = pages.tests["pre"]
    place = desk.launch(name)
    form = pages.form("pre", "L-1")
    items = items_of(pages, "pre", form)
    start(desk, place)
    half = max(1, len(items) // 2)
    for item in items[:half]:
        assert shown_item(place) == item["id"]
        answer_by_keyboard(desk, place, item)
        press_button(desk, place, "next")
    assert "suspend_data" in str(desk.calls("LMSSetValue"))
    desk.leave(is_sudden=True)

    place = desk.again(name)
    start(desk, place)
    assert shown_item(place) == items[half - 1]["id"] or shown_item(place) == items[half]["id"]
    while shown_item(place) != items[half]["id"]:
        press_button(desk, place, "next")
    for item in items[half:]:
        answer_by_keyboard(desk, place, item)
        press_button(desk, place, "next")
    place.wait_for_selector("#review:not([hidden])")
    assert place.locator("#list .open").count() == 0
    hand_in(desk, place)
    assert place.locator("#score").inner_text() == ""
    desk.leave()
    record = desk.lms("record()")
    assert record["values"]["cmi.core.lesson_status"] == "completed"
    assert record["values"]["cmi.core.score.raw"] == ""
    assert desk.calls("LMSSetValue", "cmi.core.score.raw") == []
    assert [one["id"] for one in record["interactions"]] == [
        f"{form['id']}_{item['id']}" for item in items]
    for one, item in zip(record["interactions"], items):
        assert one["result"] == "neutral" and one["student_response"], one
        assert one["time"] and one["latency"] and one["objective"] == item["outcome"]

    sets = len(desk.calls("LMSSetValue", "cmi.core.lesson_status"))
    place = desk.again(name)
    expect(place.locator("#done")).to_be_visible()
    expect(place.locator("#again")).to_be_hidden()
    desk.leave()
    assert len(desk.calls("LMSSetValue", "cmi.core.lesson_status")) == sets
    assert len(desk.calls("LMSInitialize")) == len(desk.calls("LMSFinish")) + 1  # one was killed
    desk.is_sound()


@test
def a_post_test_that_is_all_right_passes_and_stays_passed(desk, pages):
    name = pages.tests["post"]
    place = desk.launch(name)
    form = pages.form("post", "L-1")
    assert form != pages.form("pre", "L-1") or len(pages.data[name]["forms"]) == 1
    start(desk, place)
    answer_all_right(place, pages, form)
    hand_in(desk, place)
    expect(place.locator("#score")).not_to_be_empty()
    desk.leave()
    record = desk.lms("record()")
    assert record["values"]["cmi.core.score.raw"] == "100"
    assert record["values"]["cmi.core.score.min"] == "0"
    assert record["values"]["cmi.core.score.max"] == "100"
    assert record["values"]["cmi.core.lesson_status"] == "passed"
    assert {one["result"] for one in record["interactions"]} == {"correct"}

    place = desk.again(name)
    expect(place.locator("#done")).to_be_visible()
    expect(place.locator("#again")).to_be_hidden()
    expect(place.locator("#score")).to_contain_text(re.compile("100|១០០"))
    desk.leave()
    assert len(desk.calls("LMSSetValue", "cmi.core.score.raw")) == 1
    assert desk.values["cmi.core.lesson_status"] == "passed"
    desk.is_sound()


@test
def a_failed_post_test_may_be_taken_again_and_only_rises(desk, pages):
    name = pages.tests["post"]
    place = desk.launch(name)
    form = pages.form("post", "L-1")
    items = items_of(pages, "post", form)
    start(desk, place)
    place.click("#to-review")
    assert place.locator("#list .open").count() == len(items)
    hand_in(desk, place)
    desk.leave()
    record = desk.lms("record()")
    assert record["values"]["cmi.core.lesson_status"] == "failed"
    assert record["values"]["cmi.core.score.raw"] == "0"
    assert len(record["interactions"]) == len(items)
    assert {one["result"] for one in record["interactions"]} == {"wrong"}

    place = desk.again(name)
    place.click("#again")
    give_right_answer(place, items[0], right_answers(place)[items[0]["id"]])
    desk.leave(is_sudden=True)
    assert desk.values["cmi.core.lesson_status"] == "failed"

    place = desk.again(name)
    place.click("#start-button")
    place.wait_for_selector("#test:not([hidden])")
    assert shown_item(place) == items[0]["id"]
    answer_all_right(place, pages, form)
    place.click("#hand-in")
    place.click("#confirm-yes")
    place.wait_for_selector("#done:not([hidden])")
    desk.leave()
    assert desk.values["cmi.core.lesson_status"] == "passed"
    assert desk.values["cmi.core.score.raw"] == "100"
    desk.is_sound()


@test
def closing_while_a_text_is_being_typed_loses_nothing(desk, pages):
    name = pages.tests["pre"]
    form = pages.form("pre", "L-1")
    typed = [item for item in items_of(pages, "pre", form) if item["kind"] != "choice"]
    if not typed:
        return
    place = desk.launch(name)
    place.click("#start-button")
    while shown_item(place) != typed[0]["id"]:
        place.click("#next")
    place.locator(f"#q-{typed[0]['id']} input").focus()
    desk.page.keyboard.type("១៥")
    desk.leave()
    place = desk.again(name)
    place.click("#start-button")
    assert shown_item(place) == typed[0]["id"]
    kept = place.locator(f"#q-{typed[0]['id']} input").input_value()
    assert kept in ("15", "១៥"), kept
    desk.is_sound()


@test
def an_answer_can_be_changed_taken_back_and_must_be_a_number(desk, pages):
    name = pages.tests["pre"]
    place = desk.launch(name)
    items = items_of(pages, "pre", pages.form("pre", "L-1"))
    place.click("#start-button")
    for item in items:
        box = place.locator(f"#q-{item['id']}")
        if item["kind"] == "numeric":
            box.locator("input").fill("many")
            place.click("#next")
            assert shown_item(place) == item["id"]
            expect(box.locator(".error")).to_be_visible()
            assert box.locator("input").get_attribute("aria-invalid") == "true"
            box.locator("input").fill("១២,៥")
        elif item["kind"] == "text":
            box.locator("input").fill("a")
        else:
            box.locator("input").first.check()
            place.click("#clear")
            assert box.locator("input:checked").count() == 0
            expect(place.locator("#clear")).to_be_hidden()
            box.locator("input").last.check()
        place.click("#next")
    place.click("#hand-in")
    place.click("#confirm-no")
    place.click("#to-questions")
    assert shown_item(place) == items[0]["id"]
    place.click("#to-review")
    place.click("#hand-in")
    place.click("#confirm-yes")
    responses = {one["id"].split("_")[1]: one["student_response"]
                 for one in desk.lms("record()")["interactions"]}
    for item in items:
        if item["kind"] == "numeric":
            assert responses[item["id"]] == "12.5"
    desk.leave()
    desk.is_sound()


@test
def the_interface_is_found_from_a_window_and_up_to_ten_frames_deep(desk, pages):
    for depth in [0, 1, 2, 3, 4, 5, 6, 7, 10]:
        place = desk.launch(pages.lessons[0], depth=depth)
        assert place.evaluate("Sala !== undefined")
        assert len(desk.calls("LMSInitialize")) == 1, depth
        desk.is_sound()


@test
def each_learner_gets_the_form_that_swift_would_give(desk, pages):
    for learner in ["L-1", "L-2", "KPT-0007-X", "សិក្ខាកាម១", "0", "a" * 255]:
        for kind in ["pre", "post"]:
            place = desk.launch(pages.tests[kind], lms={"values": {"cmi.core.student_id": learner}})
            place.click("#start-button")
            assert shown_item(place) == pages.form(kind, learner)["items"][0], (learner, kind)
            place.click("#to-review")
            place.click("#hand-in")
            place.click("#confirm-yes")
            ids = [one["id"].split("_")[0] for one in desk.lms("record()")["interactions"]]
            assert set(ids) == {pages.form(kind, learner)["id"]}
            desk.is_sound()


@test
def options_are_shuffled_by_learner_and_stay_so(desk, pages):
    orders = set()
    for learner in ["L-1", "L-1", "L-2", "L-3", "L-4", "L-5", "L-6"]:
        place = desk.launch(pages.tests["pre"], lms={"values": {"cmi.core.student_id": learner}})
        order = place.evaluate(
            "[...document.querySelectorAll('.option')].map(e => e.dataset.option).join('')")
        orders.add((pages.form("pre", learner)["id"], order))
    assert len(orders) in (5, 6), orders


@test
def the_mastery_score_of_the_lms_comes_before_the_page_s_own(desk, pages):
    place = desk.launch(
        pages.tests["post"], lms={"values": {"cmi.student_data.mastery_score": "0"}})
    place.click("#start-button")
    place.click("#to-review")
    place.click("#hand-in")
    place.click("#confirm-yes")
    assert desk.values["cmi.core.lesson_status"] == "passed"
    desk.is_sound()


@test
def an_lms_that_knows_only_the_core_still_gets_the_result(desk, pages):
    missing = ["cmi.core.lesson_mode", "cmi.student_data", "cmi.interactions", "cmi.core.score.min",
               "cmi.core.score.max"]
    place = desk.launch(pages.tests["post"], lms={"missing": missing})
    form = pages.form("post", "L-1")
    place.click("#start-button")
    answer_all_right(place, pages, form)
    place.click("#hand-in")
    place.click("#confirm-yes")
    expect(place.locator("#done")).to_be_visible()
    assert desk.values["cmi.core.lesson_status"] == "passed"
    assert desk.values["cmi.core.score.raw"] == "100"
    assert {call["error"] for call in desk.lms("errors()")} == {401}
    assert desk.faults == []


@test
def a_look_back_writes_nothing(desk, pages):
    for mode in ["review", "browse"]:
        for name in pages.data:
            place = desk.launch(name, lms={"values": {"cmi.core.lesson_mode": mode}})
            if pages.data[name]["kind"] != "lesson":
                place.click("#start-button")
                place.locator(".question:visible input").first.click()
                place.click("#next")
            desk.leave()
            elements = {call["values"][0] for call in desk.calls("LMSSetValue")}
            assert elements <= {"cmi.core.session_time"}, elements
            desk.is_sound()


@test
def an_lms_that_comes_late_is_waited_for_and_one_that_refuses_is_named(desk, pages):
    desk.launch(pages.tests["pre"], late=1200)
    desk.is_sound()
    place = desk.launch(pages.tests["pre"], lms={"refuses": True})
    expect(place.locator("#notice")).not_to_be_empty()
    expect(place.locator("#code")).to_be_visible()


@test
def an_lms_that_does_not_store_is_named_and_tried_again(desk, pages):
    place = desk.launch(pages.tests["post"])
    place.click("#start-button")
    desk.page.evaluate("lms.isBroken = true")
    place.locator(".question:visible input").first.click()
    if place.locator(".question:visible input[type=text]").count():
        place.locator(".question:visible input").fill("1")
        place.click("#next")
    expect(place.locator("#notice")).not_to_be_empty()
    place.click("#to-review")
    place.click("#hand-in")
    place.click("#confirm-yes")
    expect(place.locator("#review")).to_be_visible()
    expect(place.locator("#download")).to_be_visible()
    desk.page.evaluate("lms.isBroken = false")
    place.click("#confirm-yes")
    expect(place.locator("#done")).to_be_visible()
    expect(place.locator("#notice")).to_be_empty()
    form = pages.form("post", "L-1")
    assert len(desk.lms("record()")["interactions"]) == len(form["items"])
    assert desk.values["cmi.core.lesson_status"] in ("failed", "passed")


@test
def state_of_another_package_is_named_and_not_misread(desk, pages):
    for text in ["9abc", "1AAAA", "x", "1" + "_" * 50, "{}", "1" + "A" * 4000]:
        place = desk.launch(
            pages.tests["pre"], lms={"values": {"cmi.suspend_data": text, "cmi.core.entry": "resume"}})
        expect(place.locator("#notice")).not_to_be_empty()
        place.click("#start-button")
        assert shown_item(place) == pages.form("pre", "L-1")["items"][0]
        desk.is_sound()


# Tests: without an LMS -----------------------------------------------------------------------------

@test
def a_test_stands_alone_resumes_and_gives_a_result_file(desk, pages):
    for kind in ["pre", "post"]:
        page = desk.open()
        page.goto((pages.folder / pages.tests[kind]).resolve().as_uri())
        page.wait_for_selector("html[data-ready]")
        page.click("#start-button")
        expect(page.locator("#code-error")).to_be_visible()
        page.fill("#code", " L-១ ")
        page.fill("#event", 'E "1", x')
        page.click("#start-button")
        form = pages.form(kind, "L-1")
        items = items_of(pages, kind, form)
        key = right_answers(page) if kind == "post" else None
        for index, item in enumerate(items):
            if index == 1:
                page.reload()
                page.wait_for_selector("html[data-ready]")
                page.fill("#code", "L-1")
                page.fill("#event", 'E "1", x')
                page.click("#start-button")
                page.wait_for_selector("#test:not([hidden])")
                while shown_item(page) != item["id"]:
                    page.click("#next")
            if kind == "post":
                give_right_answer(page, item, key[item["id"]])
            elif item["kind"] == "choice" and index != 2:
                page.locator(f"#q-{item['id']} input").last.check()
            page.click("#next")
        page.click("#hand-in")
        page.click("#confirm-yes")
        with page.expect_download() as download:
            page.click("#download")
        name = download.value.suggested_filename
        assert re.fullmatch(r"[A-Za-z0-9_-]+\.csv", name), name
        text = pathlib.Path(download.value.path()).read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert list(rows[0]) == ["code", "event", "occasion", "form", "item", "answer"]
        assert [row["item"] for row in rows] == form["items"]
        assert {(row["code"], row["event"], row["occasion"], row["form"]) for row in rows} == {
            ("L-1", 'E "1", x', kind, form["id"])}
        if kind == "post":
            expect(page.locator("#score")).to_contain_text(re.compile("100|១០០"))
            for row, item in zip(rows, items):
                if item["kind"] == "choice":
                    assert row["answer"] == ",".join(sorted(key[item["id"]]))
        else:
            assert page.locator("#score").inner_text() == ""
            assert [row["answer"] != "" for row in rows] == [
                item["kind"] == "choice" and index != 2 for index, item in enumerate(items)]
        page.reload()
        page.wait_for_selector("html[data-ready]")
        page.fill("#code", "L-1")
        page.click("#start-button")
        expect(page.locator("#done")).to_be_visible()
        assert desk.faults == [], desk.faults


@test
def a_lesson_stands_alone_and_remembers(desk, pages):
    for name in pages.lessons:
        page = desk.open()
        page.goto((pages.folder / name).resolve().as_uri())
        page.wait_for_selector("html[data-ready]")
        page.click("#finish")
        page.reload()
        page.wait_for_selector("html[data-ready]")
        expect(page.locator("#finished")).to_be_visible()
        assert desk.faults == [], desk.faults


@test
def a_page_inside_a_foreign_page_goes_its_own_way(desk, pages):
    page = desk.open()
    inner = desk.address(pages.tests["pre"], port=1)
    page.goto(f"http://127.0.0.1:{desk.ports[0]}/stub/frame.html?"
              + urllib.parse.urlencode({"depth": 1, "page": inner}))
    place = desk.frame(pages.tests["pre"])
    place.wait_for_selector("html[data-ready]", timeout=15000)
    expect(place.locator("#code")).to_be_visible()
    assert desk.faults == [], desk.faults


@test
def without_scripts_lessons_can_be_read(desk, pages):
    for name in pages.lessons:
        page = desk.open(java_script_enabled=False)
        page.goto((pages.folder / name).resolve().as_uri())
        expect(page.locator("article").first).to_be_visible()
        expect(page.locator("noscript")).to_be_visible()


# Tests: for everybody ------------------------------------------------------------------------------

def views(desk, pages, width, **options):
    """Every view of every page, with its name, as a learner meets it."""
    for name in pages.data:
        place = desk.open(width, 800 if width > 400 else 640, **options)
        place.goto(desk.address(name))
        place.wait_for_selector("html[data-ready]")
        if pages.data[name]["kind"] == "lesson":
            yield name + " fresh", place
            for item in pages.data[name]["items"]:
                box = place.locator(f"#q-{item['id']}")
                if item["kind"] == "choice":
                    box.locator("input").first.check()
                else:
                    box.locator("input").fill("1")
                box.locator(".check").click()
            place.click("#finish")
            yield name + " finished", place
            continue
        place.click("#start-button")
        yield name + " start", place
        place.fill("#code", "L-1")
        place.click("#start-button")
        kinds = set()
        for item in items_of(pages, pages.data[name]["kind"], pages.form(pages.data[name]["kind"], "L-1")):
            if item["kind"] == "numeric":
                place.locator(f"#q-{item['id']} input").fill("x")
                place.click("#next")
            if item["kind"] not in kinds:
                yield f"{name} {item['kind']}", place
                kinds.add(item["kind"])
            if item["kind"] == "numeric":
                place.locator(f"#q-{item['id']} input").fill("1")
            place.click("#next")
        place.click("#hand-in")
        yield name + " review", place
        place.click("#confirm-yes")
        yield name + " done", place


@test
def no_view_breaks_a_rule_of_wcag_2_2_aa(desk, pages):
    for width in [360, 1280]:
        for name, place in views(desk, pages, width):
            found = Axe().run(place, options={"runOnly": RULES}).response["violations"]
            assert found == [], (name, width, [
                (one["id"], [node["html"] for node in one["nodes"]]) for one in found])


@test
def no_view_scrolls_sideways(desk, pages):
    for width in WIDTHS:
        for name, place in views(desk, pages, width):
            size = place.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert size[0] <= size[1], (name, width, size)
    for name, place in views(desk, pages, 640):
        place.evaluate("document.documentElement.style.fontSize = '200%'")
        size = place.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert size[0] <= size[1], (name, "twice as large", size)


@test
def targets_are_large_and_khmer_lines_are_high(desk, pages):
    for name, place in views(desk, pages, 360):
        small = place.evaluate(
            """() => [...document.querySelectorAll("button, input, a:not(.skip)")].filter(e => {
              const box = e.getBoundingClientRect();
              return box.width > 0 && (box.width < 24 || box.height < 24);
            }).map(e => e.outerHTML)""")
        assert small == [], (name, small)
        low = place.evaluate(
            """() => [...document.querySelectorAll("[lang=km], [lang=km] *")].filter(e => {
              const style = getComputedStyle(e);
              const own = [...e.childNodes].some(n => n.nodeType === 3
                && /[\\u1780-\\u17FF]/.test(n.data));
              return own && e.getClientRects().length > 0 && e.id !== "live"
                && parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.79;
            }).map(e => e.outerHTML.slice(0, 200))""")
        assert low == [], (name, low)


@test
def motion_and_colours_follow_the_learner_s_wishes(desk, pages):
    for name, place in views(desk, pages, 1280, reduced_motion="reduce", forced_colors="active"):
        moving = place.evaluate(
            """() => [...document.querySelectorAll("*")].filter(e =>
              parseFloat(getComputedStyle(e).transitionDuration) > 0).length""")
        assert moving == 0, name
        assert place.locator("h1").is_visible()


@test
def a_switch_of_language_loses_nothing(desk, pages):
    if len(pages.languages) < 2:
        return
    first, second = pages.languages[:2]
    place = desk.launch(pages.tests["pre"])
    place.click("#start-button")
    choice = place.locator(".question:visible input").first
    title = place.evaluate("document.title")
    (choice.check if choice.get_attribute("type") != "text" else lambda: choice.fill("1"))()
    place.click(f"[data-choose={second}]")
    assert place.evaluate("document.documentElement.lang") == second
    assert place.evaluate("document.title") != title
    assert place.locator(f"[data-half={first}]:visible").count() == 0
    assert place.locator(f"[data-half={second}]:visible").count() > 0
    if choice.get_attribute("type") != "text":
        assert choice.is_checked()
    desk.leave()
    place = desk.again(pages.tests["pre"])
    assert place.evaluate("document.documentElement.lang") == second
    assert place.locator(f"[data-half={first}]:visible").count() == 0
    desk.is_sound()
    for name in pages.lessons:
        page = desk.open()
        page.goto(desk.address(name))
        page.wait_for_selector("html[data-ready]")
        page.click(f"[data-choose={second}]")
        assert page.locator(f"[data-half={first}]:visible").count() == 0


@test
def state_of_500_questions_fits_and_what_does_not_is_announced(desk, pages):
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    found = page.evaluate("""() => {
      const items = Array.from({ length: 500 }, (_, n) => (
        { id: `q-${n}`, kind: "choice", options: ["a", "b", "c", "d", "e"] }));
      const state = { language: "km", isFinished: false, form: 0, position: 499,
        answers: {}, moments: {}, checked: {} };
      for (const item of items) {
        state.answers[item.id] = ["b", "e"];
        state.moments[item.id] = { spent: 100, at: 40000 };
      }
      const closed = Sala.stateText(state, items);
      const again = Sala.readState(closed.text, () => items, "en");
      const typed = items.map((item) => ({ id: item.id, kind: "text", options: [] }));
      for (const item of items.slice(0, 60)) state.answers[item.id] = "ក".repeat(40);
      for (const item of items.slice(60)) delete state.answers[item.id];
      const open = Sala.stateText(state, typed);
      return { closed: closed.text.length, leftOut: closed.leftOut.length, problem: again.problem,
        same: items.every((item) => again.state.answers[item.id].join() === "b,e"),
        open: open.text.length, openLeftOut: open.leftOut.length };
    }""")
    assert found["closed"] <= 4096 and found["leftOut"] == 0, found
    assert found["problem"] is None and found["same"], found
    assert found["open"] <= 4096 and found["openLeftOut"] > 0, found


@test
def words_numbers_and_times_are_read_as_swift_reads_them(desk, pages):
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    numbers = {"12": 12, "១២,៥": 12.5, "1,200": 1200, "0,200": 0.2, "1 200.5": 1200.5, "-3": -3,
               "1,2,3": 123, ".5": 0.5, "1e3": 1000, "": None, "x": None, "1.2.3": None, "0x10": None,
               "Infinity": None, "+7": 7, "1,200,300": 1200300, "12,34": 12.34}
    for typed, number in numbers.items():
        assert page.evaluate("text => Sala.typedNumber(text)", typed) == number, typed
    texts = {" Kampot\u00a0 Province ": "kampot province", "ខេត្ត\u200bកំពត": "ខេត្តកំពត",
             "១២ ABC": "12 abc", "e\u0301": "é", "": "", "\u2060": ""}
    for typed, text in texts.items():
        assert page.evaluate("text => Sala.forTests.normalised(text)", typed) == text, typed
    times = {0: "0000:00:00.00", 59.999: "0000:01:00.00", 3661.5: "0001:01:01.50", -5: "0000:00:00.00",
             1e12: "9999:00:00.00", 0.01: "0000:00:00.01"}
    for seconds, text in times.items():
        assert page.evaluate("s => Sala.forTests.timespan(s)", seconds) == text, seconds
    assert page.evaluate("Sala.forTests.fnv32('')") == 2166136261
    assert page.evaluate("Sala.forTests.fnv32('foobar')") == 0xBF9CF968


@test
def the_page_scores_as_the_engine_does(desk, pages):
    """Where the engine has written down what it makes of answers, the page makes the same."""
    path = pages.root / "vectors.json"
    if not path.exists():
        return
    vectors = json.loads(path.read_text("utf-8"))
    page = desk.open()
    page.goto(desk.address(pages.tests["post"]))
    page.wait_for_selector("html[data-ready]")
    wrong = page.evaluate("""({ numbers, texts, scores }) => {
      const data = JSON.parse(document.getElementById("sala-data").textContent);
      const key = Sala.decodedKey(data);
      const wrong = [];
      for (const [typed, number] of numbers) {
        const found = Sala.typedNumber(typed);
        if (found !== (number === "none" ? null : number)) wrong.push([typed, number, found]);
      }
      for (const [typed, text] of texts) {
        const found = Sala.forTests.normalised(typed);
        if (found !== text) wrong.push([typed, text, found]);
      }
      for (const { form, answers, won } of scores) {
        const ids = data.forms.find((one) => one.id === form).items;
        const items = ids.map((id) => data.items.find((item) => item.id === id));
        const given = {};
        for (const item of items) {
          const answer = answers[item.id];
          if (answer !== undefined) {
            given[item.id] = item.kind === "choice" ? answer.split(",") : answer;
          }
        }
        const found = Sala.score(items, key, given).won;
        if (found !== won) wrong.push([form, answers, won, found]);
      }
      return wrong;
    }""", vectors)
    assert wrong == [], wrong[:20]


# Running -------------------------------------------------------------------------------------------

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
    parser.add_argument("--shots", type=pathlib.Path, help="write a picture of every view here")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    root = options.folder.resolve()
    sets = page_sets(root)
    passed = failed = 0
    with servers(root, 2) as ports, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox", "--disable-popup-blocking"])
        for pages in sets:
            for function in TESTS:
                if options.only not in function.__name__:
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
