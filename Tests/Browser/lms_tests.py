"""What a page does in an LMS, against the strict environment of stub12.js."""

import re

from playwright.sync_api import expect

from desk import (
    answer_all_right, answer_by_keyboard, give_any_answer, give_right_answer, hand_in, is_judged,
    items_of, keyboard_of, press_button, right_answers, shown_item, start, tab_to, test)

CHECKED = "[...document.querySelectorAll('input:checked')].map(e => e.name + e.value)"


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
    before = place.evaluate(CHECKED)
    desk.leave(is_sudden=True)
    assert desk.values["cmi.core.lesson_status"] == "incomplete"

    place = desk.again(name)
    after = place.evaluate(CHECKED)
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
            if item["kind"] == "performance":
                assert box.locator("button").count() == 0
                continue
            if item["kind"] == "choice":
                wrong = [one for one in item["options"] if one not in key[item["id"]]["right"]][0]
                box.locator(f"input[value='{wrong}']").check()
                box.locator(".check").click()
                assert "wrong" in box.get_attribute("class")
                visible = box.locator(".option .feedback:visible")
                if box.locator(".option .feedback").count() > 0:
                    assert visible.count() == 1
                    assert visible.first.evaluate("e => e.parentElement.dataset.option") == wrong
            give_right_answer(place, item, key[item["id"]])
            box.locator(".check").click()
            expect(box.locator(".result")).not_to_be_empty()
            assert ("right" in box.get_attribute("class").split()) == is_judged(item), item
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
        assert one["result"] == "neutral" and one["objective"] == item["outcome"], one
        if item["kind"] != "performance":
            assert one["student_response"] and one["time"] and one["latency"], one

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
    assert [one["result"] for one in record["interactions"]] == [
        "correct" if is_judged(item) else "neutral" for item in items_of(pages, "post", form)]

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
    asked = [item for item in items if item["kind"] != "performance"]
    assert place.locator("#list .open").count() == len(asked)
    hand_in(desk, place)
    desk.leave()
    record = desk.lms("record()")
    assert record["values"]["cmi.core.lesson_status"] == "failed"
    assert record["values"]["cmi.core.score.raw"] == "0"
    assert len(record["interactions"]) == len(items)
    assert [one["result"] for one in record["interactions"]] == [
        "wrong" if is_judged(item) else "neutral" for item in items]

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
    typed = [item for item in items_of(pages, "pre", form) if item["kind"] in ("numeric", "text")]
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
def a_visit_that_changes_nothing_loses_nothing(desk, pages):
    name = pages.tests["pre"]
    place = desk.launch(name)
    place.click("#start-button")
    give_any_answer(place, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
    place.click("#next")
    desk.leave()
    for _ in range(2):
        place = desk.again(name)
        expect(place.locator("#intro-note")).not_to_be_empty()
        desk.leave()
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
        elif item["kind"] != "choice":
            give_any_answer(place, item)
            if item["kind"] != "performance":
                place.click("#clear")
            expect(place.locator("#clear")).to_be_hidden()
            give_any_answer(place, item)
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
    responses = {one["id"].split("_")[1]: one.get("student_response", "")
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
            """[...document.querySelectorAll(".option, .order li, .targets li")]
            .map(e => e.dataset.option || e.dataset.target).join("")""")
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
            pages.tests["pre"],
            lms={"values": {"cmi.suspend_data": text, "cmi.core.entry": "resume"}})
        expect(place.locator("#notice")).not_to_be_empty()
        place.click("#start-button")
        assert shown_item(place) == pages.form("pre", "L-1")["items"][0]
        desk.is_sound()
        desk.leave()
        assert desk.values["cmi.suspend_data"] == text  # Not written over before an answer.


@test
def a_visit_without_a_change_keeps_what_was_kept(desk, pages):
    name = pages.tests["pre"]
    place = desk.launch(name)
    items = items_of(pages, "pre", pages.form("pre", "L-1"))
    place.click("#start-button")
    give_any_answer(place, items[0])
    place.click("#next")
    desk.leave()
    kept = desk.values["cmi.suspend_data"]
    desk.again(name)
    desk.leave()
    assert desk.values["cmi.suspend_data"] == kept != ""
    desk.is_sound()
