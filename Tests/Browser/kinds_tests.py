"""What is special about questions beyond choices, numbers and texts."""

import csv
import io
import pathlib
import re

from playwright.sync_api import expect

from desk import (
    fill_part, focused, give_any_answer, give_right_answer, hand_in, is_judged, items_of,
    keyboard_of, put_in_order, right_answers, shown_item, start, tab_to, test)

KEPT = """() => Object.fromEntries([...document.querySelectorAll(".question")].map(box => [box.id,
  [...box.querySelectorAll("input:checked, [data-part], textarea, input[type=text]")]
    .map(e => e.value).concat([...box.querySelectorAll(".order[data-given=true] li")]
    .map(e => e.dataset.option))]))"""


def kinds(pages, name):
    """The questions of a page by kind, where it has every kind."""
    found = {item["kind"]: item for item in pages.data[name]["items"]}
    return found if "order" in found and "match" in found else None


def go_to(place, item):
    while shown_item(place) != item["id"]:
        place.click("#next")


@test
def every_kind_is_kept_between_visits(desk, pages):
    name = pages.tests["pre"]
    if not kinds(pages, name):
        return
    place = desk.launch(name)
    place.click("#start-button")
    for item in items_of(pages, "pre", pages.form("pre", "L-1")):
        give_any_answer(place, item)
        place.click("#next")
    before = place.evaluate(KEPT)
    assert all(values for box, values in before.items() if "role-play" not in box), before
    assert len(desk.values["cmi.suspend_data"]) < 300
    desk.leave(is_sudden=True)
    place = desk.again(name)
    place.click("#start-button")
    assert place.evaluate(KEPT) == before
    assert place.locator("#list .open").count() == 0
    desk.is_sound()


@test
def what_is_ordered_and_joined_is_shuffled_in_the_page(desk, pages):
    for name in pages.data:
        if not kinds(pages, name):
            continue
        found = kinds(pages, name)
        for learner in ["L-1", "L-2", "L-3"]:
            place = desk.launch(name, lms={"values": {"cmi.core.student_id": learner}})
            if pages.data[name]["kind"] != "lesson":
                place.click("#start-button")
            box = place.locator(f"#q-{found['order']['id']}")
            shown = box.locator("li").evaluate_all("all => all.map(e => e.dataset.option)")
            assert sorted(shown) == sorted(found["order"]["options"]) != shown, shown
            box = place.locator(f"#q-{found['match']['id']}")
            shown = box.locator(".targets li").evaluate_all("all => all.map(e => e.dataset.target)")
            assert sorted(shown) == sorted(found["match"]["targets"]) != shown, shown
            for select in box.locator("select").all():
                listed = select.evaluate("e => [...e.options].map(o => [o.value, o.text])")
                assert [value for value, _ in listed] == [""] + shown
                assert [re.match(r"[1-9១-៩]", text) is not None for _, text in listed[1:]] == [
                    True] * len(shown)
            for item in pages.data[name]["items"]:
                if item.get("keepsOrder") or item["kind"] == "rating":
                    shown = place.locator(f"#q-{item['id']} .option").evaluate_all(
                        "all => all.map(e => e.dataset.option)")
                    assert shown == item["options"]


@test
def lines_are_moved_by_keyboard_and_each_move_is_announced(desk, pages):
    name = pages.tests["post"]
    if not kinds(pages, name):
        return
    item = kinds(pages, name)["order"]
    place = desk.launch(name)
    start(desk, place)
    go_to(place, item)
    box = place.locator(f"#q-{item['id']}")
    lines = lambda: box.locator("li").evaluate_all("all => all.map(e => e.dataset.option)")  # noqa: E731
    before = lines()
    place.locator("#place").focus()
    expect(place.locator("#clear")).to_be_hidden()
    tab_to(desk, place, lambda here: here["move"] == "1")
    for step in range(1, len(before) + 1):
        desk.keyboard.press("Enter")
        expect(place.locator("#live")).to_contain_text(
            re.compile("[%d%s]" % (min(step + 1, 4), "០១២៣៤"[min(step + 1, 4)])))
        assert focused(place)["move"] == "1"
    assert lines() == before[1:] + before[:1], "the first line went down to the end, and stays there"
    expect(place.locator("#clear")).to_be_visible()
    expect(box.locator(".as-shown")).to_be_hidden()
    names = box.locator(".move").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-labelledby').split(' ').map("
        "id => document.getElementById(id).innerText).join(' '))")
    assert len(set(names)) == len(names) == 2 * len(before)
    place.click("#clear")
    assert lines() == before
    tab_to(desk, place, lambda here: "as-shown" in place.evaluate("document.activeElement.className"))
    desk.keyboard.press("Enter")
    assert focused(place)["move"] == "-1", "the focus is not lost with the button"
    expect(box.locator(".given")).to_be_visible()
    desk.leave()
    desk.is_sound()


@test
def parts_of_an_answer_win_parts_of_the_points(desk, pages):
    name = pages.tests["post"]
    if not kinds(pages, name):
        return
    place = desk.launch(name)
    form = pages.form("post", "L-1")
    items = items_of(pages, "post", form)
    key = right_answers(place)
    start(desk, place)
    won = 0
    for item in items:
        box = place.locator(f"#q-{item['id']}")
        own = key[item["id"]]
        if item["kind"] == "match":
            fill_part(box, item["options"][0], own["targets"][0])
            won += item["points"] / len(item["options"])
        elif item["kind"] == "order":
            put_in_order(box, own["order"][:2] + own["order"][:1:-1])
            won += item["points"] / 2
        elif item["kind"] == "blanks":
            fill_part(box, "b", "១៥,2")
            won += item["points"] / 3
        elif item["kind"] == "numeric":
            box.locator("input").fill("6000 m")
            won += item["points"] / 2
        elif not is_judged(item):
            give_any_answer(place, item)
        place.click("#next")
    hand_in(desk, place)
    total = sum(item["points"] for item in items if is_judged(item))
    expect(place.locator("#pending")).to_contain_text(re.compile("[2២]"))
    record = desk.lms("record()")
    assert abs(float(record["values"]["cmi.core.score.raw"]) - 100 * won / total) < 0.006
    one = {one["id"].split("_")[1][2:]: one for one in record["interactions"]}
    pairs = kinds(pages, name)["match"]
    assert one["pairs"]["type"] == "matching" and one["pairs"]["student_response"] == "a.1"
    assert one["pairs"]["result"] == "1", (one["pairs"], pairs)
    assert one["steps"]["type"] == "sequencing"
    assert one["steps"]["student_response"] == "a,b,d,c" and one["steps"]["result"] == "1"
    assert one["blanks"]["student_response"] == "b=15.2" and one["blanks"]["type"] == "fill-in"
    assert one["distance"]["student_response"] == "6" and one["distance"]["result"] == "0.5"
    assert one["agree"]["type"] == "likert" and one["agree"]["student_response"] == "e"
    assert one["true-false"]["type"] == "true-false" and "student_response" not in one["true-false"]
    assert one["essay"]["result"] == one["agree"]["result"] == one["role-play"]["result"] == "neutral"
    assert one["role-play"]["type"] == "performance"
    desk.leave()
    desk.is_sound()


@test
def the_result_file_holds_the_one_text_form_of_every_kind(desk, pages):
    name = pages.tests["post"]
    if not kinds(pages, name):
        return
    page = desk.open()
    page.goto((pages.folder / name).resolve().as_uri())
    page.wait_for_selector("html[data-ready]")
    page.fill("#code", "L-1")
    page.click("#start-button")
    key = right_answers(page)
    for item in items_of(pages, "post", pages.form("post", "L-1")):
        give_right_answer(page, item, key[item["id"]])
        if item["kind"] == "blanks":
            fill_part(page.locator(f"#q-{item['id']}"), "a", " 1;8\\ ")
        page.click("#next")
    page.click("#hand-in")
    page.click("#confirm-yes")
    with page.expect_download() as download:
        page.click("#download")
    text = pathlib.Path(download.value.path()).read_bytes().decode()
    rows = {row["item"][2:]: row["answer"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows["pairs"] == "a=1,b=2,c=3" and rows["steps"] == "a,b,c,d", rows
    assert rows["blanks"] == "a=1\\;8\\\\;b=15;c=a", rows
    assert rows["true-false"] == "a" and rows["weighted"] == "a,b" and rows["distance"] == "12"
    assert rows["agree"] == "e" and rows["self"] == "d" and rows["role-play"] == ""
    assert rows["essay"] == "A text of six words.\nអត្ថបទខ្លី"


@test
def a_blank_that_wants_a_number_says_so_at_the_blank(desk, pages):
    name = pages.lessons[0]
    found = kinds(pages, name)
    if not found:
        return
    place = desk.launch(name)
    item = found["blanks"]
    box = place.locator(f"#q-{item['id']}")
    fill_part(box, "b", "many")
    box.locator(".check").click()
    field = box.locator("[data-part=b]:visible")
    expect(box.locator(".error")).to_be_visible()
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == f"e-{item['id']}"
    assert place.evaluate("document.activeElement.dataset.part") == "b"
    assert box.locator("[data-part=a]:visible").get_attribute("aria-invalid") == "false"
    fill_part(box, "b", "15")
    box.locator(".check").click()
    expect(box.locator(".error")).to_be_hidden()
    expect(box.locator(".result")).to_contain_text(re.compile("[1១].*[3៣]"))
    assert "partly" in box.get_attribute("class").split()


@test
def feedback_is_that_of_the_answer_given(desk, pages):
    name = pages.lessons[0]
    found = kinds(pages, name)
    if not found:
        return
    place = desk.launch(name)
    box = place.locator(f"#q-{found['numeric']['id']}")
    box.locator("input").fill("6 km")
    box.locator(".check").click()
    assert box.locator("[data-answer='1']:visible").count() == 1
    assert box.locator("[data-answer='0']:visible").count() == 0
    assert "partly" in box.get_attribute("class").split()
    box.locator("input").fill("12")
    box.locator(".check").click()
    assert box.locator("[data-answer='0']:visible").count() == 1
    box = place.locator(f"#q-{found['match']['id']}")
    for source in ["a", "b", "c"]:
        fill_part(box, source, "1")
    box.locator(".check").click()
    marks = box.locator(".pair").evaluate_all("all => all.map(e => e.dataset.mark)")
    assert marks == ["right", "wrong", "wrong"]
    fill_part(box, "b", "2")
    assert box.locator("[data-mark]").count() == 0, "a changed answer is not judged yet"
    for kind in ["rating", "essay"]:
        box = place.locator(f"#q-{found[kind]['id']}")
        give_any_answer(place, found[kind])
        box.locator(".check").click()
        expect(box.locator(".result")).not_to_be_empty()
        assert box.get_attribute("class").split() == ["question"]
    counter = place.locator(f"#q-{found['essay']['id']} .counter")
    expect(counter).to_contain_text(re.compile("[5-9៥-៩]"))
    place.locator(f"#q-{found['essay']['id']} textarea").fill("word " * 61)
    expect(counter).to_have_class(re.compile("over"))


@test
def the_fields_of_two_languages_hold_the_same(desk, pages):
    name = pages.lessons[0]
    found = kinds(pages, name)
    if not found or len(pages.languages) < 2:
        return
    place = desk.launch(name)
    keyboard_of(desk, place)
    blanks = place.locator(f"#q-{found['blanks']['id']}")
    pairs = place.locator(f"#q-{found['match']['id']}")
    fill_part(blanks, "a", "18")
    fill_part(blanks, "c", "a")
    fill_part(pairs, "b", "2")
    place.click(f"[data-choose={pages.languages[1]}]")
    for box, part, value in [(blanks, "a", "18"), (blanks, "c", "a"), (pairs, "b", "2")]:
        field = box.locator(f"[data-part={part}]:visible")
        assert field.count() == 1 and field.input_value() == value
        assert field.evaluate("e => (e.closest('[lang]')).lang") == pages.languages[1]
    desk.leave()
    place = desk.again(name)
    assert place.locator(f"#q-{found['blanks']['id']} [data-part=a]").first.input_value() == "18"
