"""The life of a session as docs/runtime.md tells it, and which form of a test a learner takes."""

import re
import urllib.parse

from playwright.sync_api import expect

from desk import HERE, shown_item, test
from scorm2004_tests import is_once

DOCS = HERE.parent.parent / "docs" / "runtime.md"


def rows(words):
    """The rows of the table under a heading, each cell as the names in it."""
    text = DOCS.read_text("utf-8").split(f"\n## {words}\n")[1].split("\n## ")[0]
    cells = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return [[re.findall(r"`([^`]+)`", cell) for cell in row] for row in cells]


@test
def every_profile_lives_as_its_documentation_says(desk, pages):
    if not is_once(pages):
        return
    life = {(row[0][0], row[1][0]): row[2][0] for row in rows("The life of a session")
            if len(row) == 3 and all(row)}
    heading, *events = [row for row in rows("What is sent") if len(row) == 5]
    profiles = [cell[0] for cell in heading[1:]]
    sent = {(profile, row[0][0]): names for row in events for profile, names in zip(profiles, row[1:])}
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    page.add_script_tag(path=HERE / "life.js")
    found = page.evaluate("life()")
    assert {one["profile"] for one in found} == set(profiles)
    assert len(found) == 4 * 4 * 4 + 3 * 2
    table = page.evaluate("Sala.forTests.life")
    assert {(state, event): after for state, all in table.items() for event, after in all.items()} == life
    for one in found:
        state, event = one["state"], one["event"]
        assert one["to"] == life.get((state, event), state), one
        said = {name for name in one["sent"] if not name.startswith("?")}
        if (state, event) not in life:
            assert one["sent"] == [], f"{one} says something"
        elif state != "complete":
            assert said == set(sent[one["profile"], event]), one
    assert desk.faults == [], desk.faults


@test
def a_page_of_a_web_folder_looks_for_no_lms(desk, pages):
    if not is_once(pages):
        return
    desk.data = {"profile": "web"}
    place = desk.launch(pages.lessons[0])
    place.click("#finish")
    desk.leave()
    assert desk.calls() == [] and desk.faults == []


@test
def a_2004_page_inside_a_foreign_page_goes_its_own_way(desk, pages):
    if not is_once(pages):
        return
    desk.profile = "scorm2004"
    page = desk.open()
    inner = desk.address(pages.tests["pre"], port=1)
    page.goto(f"http://127.0.0.1:{desk.ports[0]}/stub/frame.html?"
              + urllib.parse.urlencode({"depth": 1, "page": inner}))
    place = desk.frame(pages.tests["pre"])
    place.wait_for_selector("html[data-ready]", timeout=15000)
    expect(place.locator("#code")).to_be_visible()
    assert desk.faults == [], desk.faults


@test
def everybody_takes_the_form_that_the_package_was_made_for(desk, pages):
    forms = pages.data[pages.tests["pre"]]["forms"]
    if len(forms) < 2 or pages.languages[0] != "en":
        return
    for allocation, form in [("a", forms[0]), ("b", forms[1])]:
        for kind in ["pre", "post"]:
            desk.data = {"allocation": allocation}
            place = desk.launch(pages.tests[kind])
            place.click("#start-button")
            assert shown_item(place) == form["items"][0]
            place.click("#to-review")
            place.click("#hand-in")
            place.click("#confirm-yes")
            ids = {one["id"].split("_")[0] for one in desk.lms("record()")["interactions"]}
            assert ids == {form["id"]}
    desk.is_sound()
