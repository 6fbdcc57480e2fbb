"""What a page does in an LMS that speaks SCORM 2004, against the strict one of stub2004.js."""

import json
import re

from playwright.sync_api import expect

from desk import (
    answer_all_right, answer_by_keyboard, give_any_answer, give_right_answer, hand_in, is_judged,
    items_of, keyboard_of, press_button, right_answers, shown_item, start, test)

SEVEN = [1, 2, 3, 4, 5, 6, 7]
OTHER_VERSION = re.compile(r"^cmi\.core|^cmi\.student|student_response|lesson_|\.status$")


def is_small(pages):
    """Whether the tests are short; long ones go through the whole life once, and no more."""
    return len(pages.data[pages.tests["pre"]]["items"]) < 20


def is_once(pages):
    """Whether these pages stand for all, where neither language nor content matters."""
    return is_small(pages) and len(pages.languages) == 2


def launch(desk, name, depth=1, profile="scorm2004", **options):
    desk.profile = profile
    return desk.launch(name, depth=depth, lms=options)


def is_sound(desk):
    desk.is_sound()
    wrong = [call for call in desk.calls() if OTHER_VERSION.search(str(call["values"][:1]))]
    assert wrong == [], wrong


def set_values(desk, element):
    return [call["values"][1] for call in desk.calls("SetValue", element)]


def hand_in_by_mouse(place):
    place.click("#to-review:visible, #hand-in:visible")
    if place.locator("#hand-in:visible").count():
        place.click("#hand-in")
    place.click("#confirm-yes")
    place.wait_for_selector("#done:not([hidden])")


@test
def a_2004_page_that_is_opened_and_closed_is_incomplete_and_nothing_more(desk, pages):
    for name in pages.data:
        launch(desk, name)
        desk.leave()
        elements = {call["values"][0]: call["values"][1] for call in desk.calls("SetValue")}
        assert set(elements) == {"cmi.completion_status", "cmi.session_time"}, elements
        assert elements["cmi.completion_status"] == "incomplete"
        assert re.fullmatch(r"PT[\d.]+S", elements["cmi.session_time"])
        assert len(desk.calls("Terminate")) == 1
        is_sound(desk)


@test
def a_2004_lesson_resumes_is_finished_and_stays_finished(desk, pages):
    name = pages.lessons[0]
    place = launch(desk, name)
    items = [one for one in pages.data[name]["items"] if one["kind"] != "performance"]
    give_any_answer(place, items[0])
    place.locator(f"#q-{items[0]['id']} .check").click()
    desk.leave(is_sudden=True)
    assert desk.values["cmi.exit"] == "suspend"

    place = desk.again(name)
    expect(place.locator(f"#q-{items[0]['id']} .result")).not_to_be_empty()
    place.click("#finish")
    expect(place.locator("#finished")).to_be_visible()
    desk.leave()
    values = desk.values
    assert values["cmi.completion_status"] == "completed"
    assert values["cmi.success_status"] == "unknown", "a lesson is not judged"
    assert values["cmi.progress_measure"] == "1"
    assert values["cmi.entry"] == "resume", "the next visit finds everything again"
    assert not any(key.startswith("cmi.score") for key in values)
    assert desk.lms("record()")["interactions"] == desk.lms("record()")["objectives"] == []

    before = len(desk.calls("SetValue", "cmi.completion_status"))
    place = desk.again(name)
    expect(place.locator("#finished")).to_be_visible()
    expect(place.locator("#finish")).to_be_hidden()
    desk.leave()
    assert len(desk.calls("SetValue", "cmi.completion_status")) == before
    assert desk.values["cmi.completion_status"] == "completed"
    assert desk.lms("stored()")["attempts"] == []
    is_sound(desk)


@test
def a_2004_pre_test_keeps_answers_and_tells_no_score(desk, pages):
    outcomes = sorted({item["outcome"] for item in pages.data[pages.tests["pre"]]["items"]})
    desk.data = {"objectives": [
        {"id": "obj-none", "outcomes": ["ZZZ-9"]}, {"id": "obj-one", "outcomes": outcomes},
        {"id": "obj-two", "outcomes": outcomes}]}
    name = pages.tests["pre"]
    place = launch(desk, name, objectives=["obj-other", "obj-one"])
    form = pages.form("pre", "L-1")
    items = items_of(pages, "pre", form)
    start(desk, place)
    half = max(1, len(items) // 2)
    for item in items[:half]:
        answer_by_keyboard(desk, place, item, typed="១៥")
        press_button(desk, place, "next")
    desk.leave(is_sudden=True)

    place = desk.again(name)
    start(desk, place)
    while shown_item(place) != items[half]["id"]:
        press_button(desk, place, "next")
    for item in items[half:]:
        answer_by_keyboard(desk, place, item, typed="១៥")
        press_button(desk, place, "next")
    hand_in(desk, place)
    assert desk.lms("phase()") == "ended", "what is handed in is finished at once"
    desk.leave()
    record = desk.lms("record()")
    values = record["values"]
    assert values["cmi.completion_status"] == "completed"
    assert values["cmi.success_status"] == "unknown"
    assert desk.calls("SetValue", "cmi.score.scaled") == []
    assert [one["id"] for one in record["objectives"]] == [
        "obj-other", "obj-one", "obj-two"]
    assert record["objectives"][1] == {"id": "obj-one", "completion_status": "completed"}
    assert [one["id"].rsplit(":", 2)[1:] for one in record["interactions"]] == [
        [form["id"], item["id"]] for item in items]
    language = pages.languages[0]
    for one, item in zip(record["interactions"], items):
        assert one["id"].startswith("urn:sala:")
        assert one["result"] == "neutral" and one["objectives"] == ["obj-one", "obj-two"]
        assert one["description"].startswith("{lang=" + language + "}")
        if item["kind"] != "performance":
            assert one["learner_response"] and one["latency"].startswith("PT"), one
        if item["kind"] == "text":
            assert one["learner_response"] == "{lang=%s}១៥" % language
    place = desk.again(name)
    expect(place.locator("#done")).to_be_visible()
    desk.leave()
    assert desk.values["cmi.completion_status"] == "completed"
    is_sound(desk)


@test
def a_2004_pre_test_with_a_key_scores_objectives_and_nothing_else(desk, pages):
    """So an LMS may let a learner skip what is mastered; the test itself has no score."""
    if not is_small(pages):
        return
    post = pages.data[pages.tests["post"]]
    outcomes = sorted({item["outcome"] for item in post["items"]})
    desk.data = {"id": post["id"], "key": post["key"],
                 "objectives": [{"id": "obj-one", "outcomes": outcomes}]}
    place = launch(desk, pages.tests["pre"], objectives=["obj-one"])
    form = pages.form("pre", "L-1")
    place.click("#start-button")
    key = right_answers(place)
    for item in items_of(pages, "pre", form):
        give_right_answer(place, item, key[item["id"]])
        place.click("#next")
    hand_in_by_mouse(place)
    record = desk.lms("record()")
    assert record["objectives"] == [
        {"id": "obj-one", "completion_status": "completed", "score.scaled": "1",
         "score.raw": "100", "score.min": "0", "score.max": "100"}]
    assert desk.calls("SetValue", "cmi.score.scaled") == []
    assert desk.calls("SetValue", "cmi.success_status") == []
    is_sound(desk)


@test
def a_2004_post_test_passes_and_stays_passed(desk, pages):
    name = pages.tests["post"]
    place = launch(desk, name, values={"cmi.scaled_passing_score": "0.7"})
    form = pages.form("post", "L-1")
    place.click("#start-button")
    answer_all_right(place, pages, form)
    hand_in_by_mouse(place)
    expect(place.locator("#score")).to_contain_text(re.compile("100|១០០"))
    desk.leave()
    record = desk.lms("record()")
    values = record["values"]
    score = {part: values[f"cmi.score.{part}"] for part in ["scaled", "raw", "min", "max"]}
    assert score == {"scaled": "1", "raw": "100", "min": "0", "max": "100"}
    assert (values["cmi.completion_status"], values["cmi.success_status"]) == ("completed", "passed")
    assert [one["result"] for one in record["interactions"]] == [
        "correct" if is_judged(item) else "neutral" for item in items_of(pages, "post", form)]
    assert record["objectives"], "each competency has a score"
    for one in record["objectives"]:
        assert (one["score.scaled"], one["score.raw"]) == ("1", "100"), one

    place = desk.again(name)
    expect(place.locator("#done")).to_be_visible()
    expect(place.locator("#again")).to_be_hidden()
    expect(place.locator("#score")).to_contain_text(re.compile("100|១០០"))
    desk.leave()
    assert len(desk.calls("SetValue", "cmi.score.scaled")) == 1
    assert set_values(desk, "cmi.success_status") == ["passed"]
    assert desk.values["cmi.success_status"] == "passed"
    is_sound(desk)


@test
def a_2004_post_test_that_failed_is_taken_again_and_only_rises(desk, pages):
    if not is_small(pages):
        return
    name = pages.tests["post"]
    form = pages.form("post", "L-1")
    items = items_of(pages, "post", form)
    place = launch(desk, name)
    place.click("#start-button")
    give_right_answer(place, items[0], right_answers(place)[items[0]["id"]])
    place.click("#next")
    hand_in_by_mouse(place)
    desk.leave()
    values = desk.values
    assert values["cmi.success_status"] == "failed"
    assert values["cmi.completion_status"] == "completed"
    first = float(values["cmi.score.scaled"])
    assert 0 < first < 0.5, first

    place = desk.again(name)
    place.click("#again")
    hand_in_by_mouse(place)
    desk.leave()
    assert float(desk.values["cmi.score.scaled"]) == first, "nothing given, nothing lost"
    assert len(desk.lms("record()")["interactions"]) == 2 * len(items)

    place = desk.again(name)
    place.click("#again")
    desk.leave(is_sudden=True)
    assert desk.values["cmi.success_status"] == "failed"
    place = desk.again(name)
    place.click("#again")
    answer_all_right(place, pages, form)
    hand_in_by_mouse(place)
    desk.leave()
    assert desk.values["cmi.success_status"] == "passed"
    assert desk.values["cmi.score.scaled"] == "1"
    is_sound(desk)


@test
def a_2004_interaction_is_told_in_the_words_of_its_type(desk, pages):
    if not is_small(pages):
        return
    place = launch(desk, pages.tests["post"])
    form = pages.form("post", "L-1")
    place.click("#start-button")
    answer_all_right(place, pages, form)
    hand_in_by_mouse(place)
    key = right_answers(place)
    found = {one["id"].rsplit(":", 1)[1]: one for one in desk.lms("record()")["interactions"]}
    tag = "{lang=%s}" % pages.languages[0]
    for item in items_of(pages, "post", form):
        one, own = found[item["id"]], key[item["id"]]
        response = one.get("learner_response")
        if item["kind"] == "choice" and item.get("isTrueFalse"):
            assert one["type"] == "true-false"
            assert response == ("true" if own["right"] == item["options"][:1] else "false")
        elif item["kind"] == "choice":
            assert (one["type"], response) == ("choice", "[,]".join(sorted(own["right"])))
        elif item["kind"] == "match":
            pairs = zip(item["options"], own["targets"])
            assert (one["type"], response) == ("matching", "[,]".join(map("[.]".join, pairs)))
        elif item["kind"] == "order":
            assert (one["type"], response) == ("sequencing", "[,]".join(own["order"]))
        elif item["kind"] == "rating":
            assert one["type"] == "likert" and response == item["options"][-1]
        elif item["kind"] == "blanks":
            assert one["type"] == "fill-in" and response.count(tag) == len(item["options"])
        elif item["kind"] == "essay":
            assert one["type"] == "long-fill-in" and response.startswith(tag)
            assert "\n" not in response
        elif item["kind"] == "performance":
            assert one["type"] == "performance" and response is None
        elif item["kind"] == "numeric":
            assert one["type"] == "numeric" and float(response) == float(response)
        if item["kind"] != "performance":
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", one["timestamp"]), one
        assert len(one["description"]) <= 250
        assert "correct_responses" not in json.dumps(one)
    is_sound(desk)


@test
def the_2004_interface_is_found_up_to_seven_frames_deep_and_from_a_window(desk, pages):
    if not is_once(pages):
        return
    for depth in [0, *SEVEN]:
        launch(desk, pages.lessons[0], depth=depth)
        assert len(desk.calls("Initialize")) == 1, depth
        is_sound(desk)


@test
def a_2004_lms_with_gaps_still_gets_the_result(desk, pages):
    if not is_once(pages):
        return
    missing = ["cmi.mode", "cmi.interactions", "cmi.objectives", "cmi.completion_threshold",
               "cmi.progress_measure", "cmi.location", "adl.nav", "cmi.learner_preference"]
    place = launch(desk, pages.tests["post"], missing=missing)
    place.click("#start-button")
    answer_all_right(place, pages, pages.form("post", "L-1"))
    hand_in_by_mouse(place)
    assert desk.values["cmi.success_status"] == "passed"
    assert desk.values["cmi.completion_status"] == "completed"
    assert {call["error"] for call in desk.lms("errors()")} == {401}
    assert desk.faults == []


@test
def a_2004_lms_that_does_not_store_is_named_and_tried_again(desk, pages):
    if not is_once(pages):
        return
    place = launch(desk, pages.tests["post"])
    form = pages.form("post", "L-1")
    place.click("#start-button")
    desk.page.evaluate("lms.isBroken = true")
    first = items_of(pages, "post", form)[0]
    give_right_answer(place, first, right_answers(place)[first["id"]])
    place.click("#next")
    expect(place.locator("#notice")).not_to_be_empty()
    place.click("#to-review")
    place.click("#hand-in")
    place.click("#confirm-yes")
    expect(place.locator("#download")).to_be_visible()
    desk.page.evaluate("lms.isBroken = false")
    place.click("#confirm-yes")
    expect(place.locator("#done")).to_be_visible()
    expect(place.locator("#notice")).to_be_empty()
    assert len(desk.lms("record()")["interactions"]) == len(form["items"])

    place = launch(desk, pages.tests["pre"], stateLimit=20)
    place.click("#start-button")
    give_any_answer(place, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
    place.click("#next")
    expect(place.locator("#notice")).not_to_be_empty()
    place = launch(desk, pages.tests["pre"], refuses=True)
    expect(place.locator("#notice")).not_to_be_empty()
    expect(place.locator("#code")).to_be_visible()


@test
def a_2004_look_back_writes_nothing(desk, pages):
    if not is_once(pages):
        return
    for mode in ["review", "browse"]:
        for name in pages.data:
            place = launch(desk, name, values={"cmi.mode": mode})
            if pages.data[name]["kind"] != "lesson":
                place.click("#start-button")
                place.locator(".question:visible input").first.click()
                place.click("#next")
            desk.leave()
            elements = {call["values"][0] for call in desk.calls("SetValue")}
            assert elements <= {"cmi.session_time"}, elements
            is_sound(desk)


@test
def a_2004_page_goes_on_where_the_lms_lets_it(desk, pages):
    if not is_once(pages):
        return
    for name in [pages.lessons[0], pages.tests["pre"]]:
        place = launch(desk, name, values={"adl.nav.request_valid.continue": "true"})
        assert place.locator("#exit").count() == 0
        if name in pages.lessons:
            place.click("#finish")
        else:
            place.click("#start-button")
            hand_in_by_mouse(place)
        assert desk.lms("phase()") == "open", "the learner sees the end before going on"
        assert desk.values["cmi.completion_status"] == "completed", "and all is stored"
        place.click("#exit")
        assert desk.lms("phase()") == "ended"
        assert desk.lms("stored()")["navigation"] == "continue"
        desk.leave()
        assert len(desk.calls("Terminate")) == 1
        is_sound(desk)


@test
def a_2004_threshold_and_a_preferred_language_are_followed(desk, pages):
    if not is_once(pages):
        return
    name = pages.lessons[0]
    other = pages.languages[-1]
    place = launch(desk, name, values={
        "cmi.completion_threshold": "1", "cmi.learner_preference.language": other + "-KH"})
    assert place.evaluate("document.documentElement.lang") == other
    items = [one for one in pages.data[name]["items"] if one["kind"] == "choice"]
    give_any_answer(place, items[0])
    place.locator(f"#q-{items[0]['id']} .check").click()
    assert desk.lms("API.GetValue('cmi.completion_status')") != "completed"
    place.click("#finish")
    assert desk.lms("API.GetValue('cmi.completion_status')") == "completed"
    desk.leave()
    is_sound(desk)


@test
def each_profile_looks_for_its_own_interface_only(desk, pages):
    """Complaint of many users: a page for one version that calls the other stores nothing."""
    if not is_once(pages):
        return
    for profile, begin in [("scorm12", "LMSInitialize"), ("scorm2004", "Initialize")]:
        place = launch(desk, pages.lessons[0], profile=profile)
        place.click("#finish")
        desk.leave()
        assert len(desk.calls(begin)) == 1
        desk.is_sound()


@test
def both_strict_environments_refuse_what_is_wrong(desk, pages):
    """A stub that lets everything pass would prove nothing."""
    if not is_once(pages):
        return
    page = desk.open()
    page.goto(f"http://127.0.0.1:{desk.ports[0]}/stub/stub2004.html?depth=1&page=about:blank")
    found = page.evaluate("""() => {
      const codes = [];
      const { API } = strictEnvironment2004({ objectives: ["one"] });
      const call = (name, ...values) => { API[name](...values); codes.push(API.GetLastError()); };
      call("Terminate", ""); call("GetValue", "cmi.mode"); call("SetValue", "cmi.exit", "");
      call("Commit", ""); call("Initialize", "x"); call("Initialize", ""); call("Initialize", "");
      const set = (...values) => call("SetValue", ...values);
      const get = (name) => call("GetValue", name);
      get("cmi.core.lesson_status"); get("cmi.exit"); get("cmi.location"); get("cmi.x._count");
      get("cmi.interactions.0.id"); get(""); set("cmi.mode", "review"); set("cmi.location", 7);
      set("cmi.location", "x".repeat(1001)); set("cmi.suspend_data", "x".repeat(64001));
      set("cmi.score.scaled", "1.5"); set("cmi.score.scaled", "50%");
      set("cmi.score.scaled", "0.12345678"); set("cmi.completion_status", "passed");
      set("cmi.success_status", "completed"); set("cmi.session_time", "00:10:00");
      set("cmi.session_time", "PT10"); set("cmi.session_time", "PT50S.21S");
      set("cmi.objectives.1.score.raw", "1"); set("cmi.objectives.1.id", "one");
      set("cmi.objectives.0.id", "two"); set("cmi.objectives.3.id", "three");
      set("cmi.interactions.0.type", "choice"); set("cmi.interactions.0.id", "urn:x");
      set("cmi.interactions.0.id", "urn:sala:a"); set("cmi.interactions.0.learner_response", "a");
      set("cmi.interactions.0.type", "wrong"); set("cmi.interactions.0.type", "choice");
      set("cmi.interactions.0.learner_response", "a[,]a");
      set("cmi.interactions.0.learner_response", "a, b"); set("cmi.interactions.0.result", "wrong");
      set("cmi.interactions.0.timestamp", "10:00:00"); set("cmi.interactions.0.latency", "5");
      set("cmi.interactions.0.description", "x".repeat(251));
      set("cmi.interactions.0.description", "{x}"); set("cmi.interactions._count", "1");
      set("cmi.interactions.0.correct_responses.0.pattern", "a");
      set("adl.nav.request", "next"); call("Commit", "now"); call("Terminate", "");
      call("Terminate", ""); get("cmi.mode"); set("cmi.exit", ""); call("Commit", "");
      call("Initialize", "");
      return codes.join(" ");
    }""")
    assert found == (
        "112 122 132 142 201 0 103 401 405 403 301 301 301 404 406 406 406 407 406 406 406 406 406 "
        "406 406 408 351 351 351 408 406 0 408 406 0 406 406 406 406 406 406 406 404 351 406 201 0 "
        "113 123 133 143 104"), found
    page.goto(f"http://127.0.0.1:{desk.ports[0]}/stub/stub12.html?depth=1&page=about:blank")
    found = page.evaluate("""() => {
      const codes = [];
      const { API } = strictEnvironment({});
      const call = (name, ...values) => { API[name](...values); codes.push(API.LMSGetLastError()); };
      const set = (...values) => call("LMSSetValue", ...values);
      const get = (name) => call("LMSGetValue", name);
      get("cmi.core.lesson_status"); set("cmi.core.exit", ""); call("LMSCommit", "");
      call("LMSFinish", ""); call("LMSInitialize", "x"); call("LMSInitialize", "");
      call("LMSInitialize", ""); get("cmi.completion_status"); get("cmi.core.exit");
      set("cmi.completion_status", "completed"); set("cmi.core.student_id", "x");
      set("cmi.core._children", "x"); set("cmi.core.lesson_status", "not attempted");
      set("cmi.core.score.raw", "101"); set("cmi.core.score.raw", "1e2");
      set("cmi.core.session_time", "PT1S"); set("cmi.core.session_time", "1:00:00");
      set("cmi.suspend_data", "x".repeat(4097)); set("cmi.core.lesson_location", "x".repeat(256));
      set("cmi.interactions.1.id", "a"); set("cmi.interactions.0.type", "choice");
      set("cmi.interactions.0.id", "a b"); set("cmi.interactions.0.id", "a");
      set("cmi.interactions.0.student_response", "a"); set("cmi.interactions.0.type", "choice");
      set("cmi.interactions.0.student_response", "aa"); set("cmi.interactions.0.result", "incorrect");
      set("cmi.interactions.0.type", "matching"); set("cmi.interactions.0.student_response", "a-1");
      set("cmi.interactions.0.type", "true-false");
      set("cmi.interactions.0.student_response", "true"); get("cmi.interactions.0.id");
      call("LMSFinish", ""); call("LMSFinish", "");
      return codes.join(" ");
    }""")
    assert found == (
        "301 301 301 301 201 0 101 201 404 201 403 402 405 405 405 405 405 405 405 201 201 405 0 201 "
        "0 405 405 0 405 0 405 404 0 301"), found
