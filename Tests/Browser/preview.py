"""Drives the stub LMS of `sala preview` in Chromium.

    python3 preview.py SALA PACKAGE [--shots FOLDER]

PACKAGE is a SCORM 1.2 package of Sala with a pre-test. The rules of both data models are asked in
the page itself; then the pre-test is taken, cut off, taken up again and handed in. The last line is
`N passed, N failed`; the exit code says whether any failed.
"""

import argparse
import contextlib
import pathlib
import signal
import subprocess
import sys
import tempfile
import traceback

from playwright.sync_api import expect, sync_playwright

TESTS = []
OPTIONS = None


def test(function):
    TESTS.append(function)
    return function


# What a call gives back, and the error code after it. A step is (call, arguments, result, code).
RULES = {
    "scorm12": [
        ("LMSGetValue", ["cmi.core.student_id"], "", 301),
        ("LMSSetValue", ["cmi.core.lesson_status", "passed"], "false", 301),
        ("LMSCommit", [""], "false", 301),
        ("LMSFinish", [""], "false", 301),
        ("LMSInitialize", ["x"], "false", 201),
        ("LMSInitialize", [""], "true", 0),
        ("LMSInitialize", [""], "false", 101),
        ("LMSGetValue", ["cmi.core.student_id"], "L-1", 0),
        ("LMSGetValue", ["cmi.core._children"],
         "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,"
         "lesson_mode,exit,session_time", 0),
        ("LMSGetValue", ["cmi._version"], "3.4", 0),
        ("LMSGetValue", ["cmi.core.lesson_status._children"], "", 202),
        ("LMSGetValue", ["cmi.core._count"], "", 203),
        ("LMSGetValue", ["cmi.interactions._count"], "0", 0),
        ("LMSGetValue", ["cmi.objectives.0.id"], "", 201),
        ("LMSGetValue", ["cmi.completion_status"], "", 401),
        ("LMSGetValue", [""], "", 201),
        ("LMSGetValue", ["cmi.core"], "", 401),
        ("LMSGetValue", ["cmi.core.exit"], "", 404),
        ("LMSGetValue", ["cmi.core.entry"], "ab-initio", 0),
        ("LMSSetValue", ["cmi.core._children", "x"], "false", 402),
        ("LMSSetValue", ["cmi.core.student_id", "x"], "false", 403),
        ("LMSSetValue", ["cmi.core.lesson_status", "not attempted"], "false", 405),
        ("LMSSetValue", ["cmi.core.lesson_status", "incomplete"], "true", 0),
        ("LMSSetValue", ["cmi.core.score.raw", "100.5"], "false", 405),
        ("LMSSetValue", ["cmi.core.score.raw", "-1"], "false", 405),
        ("LMSSetValue", ["cmi.core.score.raw", "1e1"], "false", 405),
        ("LMSSetValue", ["cmi.core.score.raw", 50], "false", 405),
        ("LMSSetValue", ["cmi.core.score.raw", "99.5"], "true", 0),
        ("LMSSetValue", ["cmi.core.session_time", "1:00:00"], "false", 405),
        ("LMSSetValue", ["cmi.core.session_time", "0001:60:00"], "false", 405),
        ("LMSSetValue", ["cmi.core.session_time", "0001:02:03.45"], "true", 0),
        ("LMSSetValue", ["cmi.core.exit", "suspended"], "false", 405),
        ("LMSSetValue", ["cmi.core.exit", "suspend"], "true", 0),
        ("LMSSetValue", ["cmi.suspend_data", "a" * 4097], "false", 405),
        ("LMSSetValue", ["cmi.suspend_data", "a" * 4096], "true", 0),
        ("LMSSetValue", ["cmi.core.lesson_location", "a" * 256], "false", 405),
        ("LMSSetValue", ["cmi.student_preference.speed", "101"], "false", 405),
        ("LMSSetValue", ["cmi.student_preference.speed", "-100"], "true", 0),
        ("LMSSetValue", ["cmi.interactions.1.id", "x"], "false", 201),
        ("LMSSetValue", ["cmi.interactions.0.id", "a b"], "false", 405),
        ("LMSSetValue", ["cmi.interactions.0.id", "q-1"], "true", 0),
        ("LMSSetValue", ["cmi.interactions.0.type", "essay"], "false", 405),
        ("LMSSetValue", ["cmi.interactions.0.type", "choice"], "true", 0),
        ("LMSSetValue", ["cmi.interactions.0.student_response", "ab"], "false", 405),
        ("LMSSetValue", ["cmi.interactions.0.student_response", "a,1"], "true", 0),
        ("LMSSetValue", ["cmi.interactions.0.time", "24:00:00"], "false", 405),
        ("LMSSetValue", ["cmi.interactions.0.result", "right"], "false", 405),
        ("LMSSetValue", ["cmi.interactions.0.result", "0.5"], "true", 0),
        ("LMSSetValue", ["cmi.interactions.0.objectives.0.id", "o"], "true", 0),
        ("LMSSetValue", ["cmi.interactions.0.objectives.2.id", "o"], "false", 201),
        ("LMSGetValue", ["cmi.interactions.0.id"], "", 404),
        ("LMSGetValue", ["cmi.interactions._count"], "1", 0),
        ("LMSGetValue", ["cmi.__proto__"], "", 401),
        ("LMSGetValue", ["cmi.interactions.99999999.id"], "", 401),
        ("LMSCommit", ["x"], "false", 201),
        ("LMSCommit", [""], "true", 0),
        ("LMSFinish", [""], "true", 0),
        ("LMSGetValue", ["cmi.core.student_id"], "", 301),
        ("LMSInitialize", [""], "false", 101),
    ],
    "scorm2004": [
        ("GetValue", ["cmi.mode"], "", 122),
        ("SetValue", ["cmi.location", "x"], "false", 132),
        ("Commit", [""], "false", 142),
        ("Terminate", [""], "false", 112),
        ("Initialize", ["x"], "false", 201),
        ("Initialize", [""], "true", 0),
        ("Initialize", [""], "false", 103),
        ("GetValue", ["cmi._version"], "1.0", 0),
        ("GetValue", ["cmi.learner_id"], "L-1", 0),
        ("GetValue", ["cmi.location"], "", 403),
        ("GetValue", [""], "", 301),
        ("GetValue", ["cmi.core.lesson_status"], "", 401),
        ("GetValue", ["cmi.session_time"], "", 405),
        ("GetValue", ["cmi.location._children"], "", 301),
        ("GetValue", ["cmi.score._count"], "", 301),
        ("GetValue", ["cmi.score._children"], "scaled,raw,min,max", 0),
        ("GetValue", ["cmi.objectives._count"], "1", 0),
        ("GetValue", ["cmi.objectives.0.id"], "main", 0),
        ("GetValue", ["cmi.objectives.1.id"], "", 301),
        ("GetValue", ["cmi.success_status"], "unknown", 0),
        ("GetValue", ["cmi.completion_status"], "unknown", 0),
        ("GetValue", ["adl.nav.request_valid.continue"], "unknown", 0),
        ("SetValue", ["cmi.learner_id", "x"], "false", 404),
        ("SetValue", ["cmi.score._children", "x"], "false", 404),
        ("SetValue", ["cmi.nothing", "x"], "false", 401),
        ("SetValue", ["", "x"], "false", 351),
        ("SetValue", ["cmi.score.scaled", "x"], "false", 406),
        ("SetValue", ["cmi.score.scaled", "1.1"], "false", 407),
        ("SetValue", ["cmi.score.scaled", "0.75"], "true", 0),
        ("GetValue", ["cmi.success_status"], "passed", 0),
        ("SetValue", ["cmi.progress_measure", "0.5"], "true", 0),
        ("GetValue", ["cmi.completion_status"], "incomplete", 0),
        ("SetValue", ["cmi.session_time", "PT10"], "false", 406),
        ("SetValue", ["cmi.session_time", "PT50S.21S"], "false", 406),
        ("SetValue", ["cmi.session_time", "PT1H2.55S"], "true", 0),
        ("SetValue", ["cmi.suspend_data", "a" * 64001], "false", 406),
        ("SetValue", ["cmi.suspend_data", "a" * 64000], "true", 0),
        ("SetValue", ["cmi.location", "a" * 1001], "false", 406),
        ("SetValue", ["cmi.exit", "time-out"], "false", 406),
        ("SetValue", ["cmi.exit", "suspend"], "true", 0),
        ("SetValue", ["cmi.interactions.0.type", "choice"], "false", 408),
        ("SetValue", ["cmi.interactions.1.id", "q"], "false", 351),
        ("SetValue", ["cmi.interactions.0.id", "a b"], "false", 406),
        ("SetValue", ["cmi.interactions.0.id", "urn:sala:q1"], "true", 0),
        ("SetValue", ["cmi.interactions.0.learner_response", "a"], "false", 408),
        ("SetValue", ["cmi.interactions.0.type", "choice"], "true", 0),
        ("SetValue", ["cmi.interactions.0.learner_response", "a[,]a"], "false", 406),
        ("SetValue", ["cmi.interactions.0.learner_response", "a[,]b"], "true", 0),
        ("SetValue", ["cmi.interactions.0.correct_responses.0.pattern", "a[,]b"], "true", 0),
        ("SetValue", ["cmi.interactions.0.correct_responses.1.pattern", "a[,]b"], "false", 351),
        ("SetValue", ["cmi.interactions.0.timestamp", "2026-05-01 08:00"], "false", 406),
        ("SetValue", ["cmi.interactions.0.timestamp", "2026-05-01T08:00:00+07:00"], "true", 0),
        ("SetValue", ["cmi.interactions.0.description", "{lang=km}" + "ក" * 250], "true", 0),
        ("SetValue", ["cmi.interactions.0.description", "ក" * 251], "false", 406),
        ("SetValue", ["cmi.interactions.0.description", "{lang=1}x"], "false", 406),
        ("SetValue", ["cmi.interactions.1.id", "q2"], "true", 0),
        ("SetValue", ["cmi.interactions.1.type", "matching"], "true", 0),
        ("SetValue", ["cmi.interactions.1.learner_response", "a[.]1[,]b[.]2"], "true", 0),
        ("SetValue", ["cmi.interactions.1.learner_response", "a.1"], "false", 406),
        ("SetValue", ["cmi.interactions.2.id", "q3"], "true", 0),
        ("SetValue", ["cmi.interactions.2.type", "numeric"], "true", 0),
        ("SetValue", ["cmi.interactions.2.correct_responses.0.pattern", "2[:]1"], "false", 406),
        ("SetValue", ["cmi.interactions.2.correct_responses.0.pattern", "1[:]2"], "true", 0),
        ("SetValue", ["cmi.interactions.2.correct_responses.1.pattern", "1[:]3"], "false", 351),
        ("SetValue", ["cmi.interactions.2.learner_response", "1.5"], "true", 0),
        ("SetValue", ["cmi.interactions.3.id", "q4"], "true", 0),
        ("SetValue", ["cmi.interactions.3.type", "fill-in"], "true", 0),
        ("SetValue", ["cmi.interactions.3.correct_responses.0.pattern",
                      "{case_matters=false}{lang=en}x[,]y"], "true", 0),
        ("SetValue", ["cmi.interactions.3.correct_responses.1.pattern",
                      "{case_matters=maybe}x"], "false", 406),
        ("SetValue", ["cmi.objectives.1.id", "main"], "false", 351),
        ("SetValue", ["cmi.objectives.1.success_status", "passed"], "false", 408),
        ("SetValue", ["cmi.objectives.1.id", "second"], "true", 0),
        ("SetValue", ["cmi.objectives.1.id", "third"], "false", 351),
        ("SetValue", ["cmi.objectives.1.success_status", "passed"], "true", 0),
        ("SetValue", ["cmi.comments_from_learner.0.comment", "{lang=km}ល្អ"], "true", 0),
        ("SetValue", ["cmi.learner_preference.audio_level", "-1"], "false", 407),
        ("SetValue", ["cmi.learner_preference.language", "km"], "true", 0),
        ("SetValue", ["adl.nav.request", "next"], "false", 406),
        ("SetValue", ["adl.nav.request", "{target=two}choice"], "true", 0),
        ("Commit", [""], "true", 0),
        ("Terminate", [""], "true", 0),
        ("GetValue", ["cmi.mode"], "", 123),
        ("SetValue", ["cmi.location", "x"], "false", 133),
        ("Commit", [""], "false", 143),
        ("Terminate", [""], "false", 113),
        ("Initialize", [""], "false", 104),
    ],
}

WALK = """([standard, steps]) => {
  const item = {
    id: "i", objectives: standard === "scorm2004" ? ["main"] : [],
    settings: { scaledpassingscore: "0.7", completionthreshold: "0.8" },
  };
  const heard = { heard: () => {}, said: () => {}, stored: () => {} };
  const visit = new Visits.Visit(standard, item, "L-1", "normal", Visits.fresh(), heard);
  const code = () => Number((visit.api.LMSGetLastError || visit.api.GetLastError)());
  return steps.map(([call, values]) => [visit.api[call](...values), code()]);
}"""


@test
def every_bound_has_its_error_code(page, _):
    for standard, steps in RULES.items():
        found = page.evaluate(WALK, [standard, [[step[0], step[1]] for step in steps]])
        for (call, values, result, code), (given, error) in zip(steps, found):
            assert [given, error] == [result, code], (standard, call, values[:1], given, error)


LIVES = """([standard, lives]) => {
  const item = { id: "i", objectives: [], settings: { masteryscore: "70" } };
  let record = Visits.fresh();
  return lives.map(({ steps, end, mode }) => {
    const notes = [];
    const visit = new Visits.Visit(standard, item, "L-1", mode || "normal", record, {
      heard: () => {}, said: (text) => notes.push(text(Words.texts.km)),
      stored: (one) => { record = JSON.parse(JSON.stringify(one)); },
    });
    const given = steps.map(([call, ...values]) => visit.api[call](...values));
    visit.end({ isSudden: end === "sudden" });
    return { given, notes: notes.length, summary: Visits.summary(standard, record) };
  });
}"""


@test
def a_12_record_lives_through_visits(page, _):
    first = [["LMSInitialize", ""], ["LMSSetValue", "cmi.suspend_data", "s1"],
             ["LMSSetValue", "cmi.core.exit", "suspend"],
             ["LMSSetValue", "cmi.core.session_time", "00:01:00"], ["LMSCommit", ""],
             ["LMSSetValue", "cmi.suspend_data", "lost"]]
    look = [["LMSInitialize", ""], ["LMSGetValue", "cmi.core.entry"],
            ["LMSGetValue", "cmi.suspend_data"], ["LMSGetValue", "cmi.core.total_time"],
            ["LMSGetValue", "cmi.core.lesson_status"]]
    done = [["LMSSetValue", "cmi.core.score.raw", "80"],
            ["LMSSetValue", "cmi.core.lesson_status", "completed"], ["LMSFinish", ""]]
    lives = page.evaluate(LIVES, ["scorm12", [
        {"steps": first, "end": "sudden"},
        {"steps": look + done},
        {"steps": look},
        {"steps": look + done[:2] + [["LMSFinish", ""]], "mode": "review"},
    ]])
    assert lives[0]["summary"]["isSuspended"]
    assert lives[1]["given"][1:5] == ["resume", "s1", "0000:01:00.00", "not attempted"]
    assert lives[1]["summary"]["status"] == "passed", "by the mastery score"
    assert lives[1]["notes"] == 2
    assert lives[2]["given"][1:5] == ["", "", "0000:01:00.00", "passed"]
    assert lives[2]["notes"] == 1, "it did not finish"
    assert lives[3]["notes"] == 1, "a review stores nothing"
    assert lives[3]["summary"]["score"] == "80"


@test
def a_2004_attempt_ends_unless_it_is_suspended(page, _):
    work = [["Initialize", ""], ["SetValue", "cmi.suspend_data", "s"],
            ["SetValue", "cmi.completion_status", "completed"],
            ["SetValue", "cmi.session_time", "PT1M"]]
    look = [["Initialize", ""], ["GetValue", "cmi.entry"], ["GetValue", "cmi.suspend_data"],
            ["GetValue", "cmi.total_time"]]
    lives = page.evaluate(LIVES, ["scorm2004", [
        {"steps": work + [["SetValue", "cmi.exit", "suspend"], ["Terminate", ""]]},
        {"steps": look + [["SetValue", "cmi.exit", "normal"], ["Terminate", ""]]},
        {"steps": look + [["Terminate", ""]]},
    ]])
    assert lives[1]["given"][1:4] == ["resume", "s", "PT0H1M0S"]
    assert lives[1]["notes"] == 1, "the next visit begins anew"
    assert lives[2]["given"][1:4] == ["ab-initio", "", "PT0H0M0S"]


def frame(page):
    return page.frame_locator("#stage iframe")


def pre_test(page):
    return page.locator("#items button").first


@test
def a_pre_test_is_taken_cut_off_and_taken_up_again(page, address):
    page.goto(address)
    pre_test(page).click()
    place = frame(page)
    place.locator("#start-button").click()
    place.locator(".question:visible input").first.check()
    place.locator("#next").click()
    expect(page.locator("#values")).to_contain_text("cmi.suspend_data")
    expect(page.locator("#rows")).to_contain_text("LMSCommit")
    page.locator("#kill").click()
    expect(page.locator("#stage iframe")).to_have_count(0)
    expect(page.locator("#summary")).to_contain_text("takes up where it stopped")
    # What is kept outlives the page of the LMS.
    page.reload()
    pre_test(page).click()
    place = frame(page)
    place.locator("#start-button").click()
    for _ in range(200):
        question = place.locator(".question:visible")
        if place.locator("#review").is_visible():
            break
        for field in question.locator("input[type=radio], input[type=checkbox]").all()[:1]:
            field.check()
        place.locator("#next").click()
    place.locator("#hand-in").click()
    place.locator("#confirm-yes").click()
    expect(place.locator("#done")).to_be_visible()
    expect(page.locator("#summary")).to_contain_text("completed")
    expect(page.locator("#count")).to_have_text("0 errors")
    page.locator("#close").click()
    expect(page.locator("#rows")).to_contain_text("LMSFinish")
    assert pre_test(page).locator(".state").inner_text() == "completed"


@test
def errors_are_shown_and_spoken(page, address):
    page.goto(address)
    pre_test(page).click()
    frame(page).locator("#start-button").wait_for()
    assert page.evaluate("window.API.LMSSetValue('cmi.core.score.raw', 'x')") == "false"
    expect(page.locator("#rows tr.wrong")).to_contain_text("405")
    expect(page.locator("#spoken")).to_contain_text("405")
    page.locator("#only-errors").check()
    expect(page.locator("#rows tr")).to_have_count(1)
    page.locator("#language").click()
    expect(page.locator("#rows tr")).to_contain_text("តម្លៃមិនត្រូវទម្រង់")
    assert page.evaluate("document.documentElement.lang") == "km"
    page.locator("#only-errors").uncheck()
    page.locator("#clear").click()
    expect(page.locator("#rows tr")).to_have_count(1)


@test
def each_learner_has_a_record_and_all_can_be_forgotten(page, address):
    page.goto(address)
    pre_test(page).click()
    frame(page).locator("#start-button").click()
    frame(page).locator(".question:visible input").first.check()
    frame(page).locator("#next").click()
    page.locator("#close").click()
    expect(pre_test(page).locator(".state")).to_have_text("incomplete")
    page.locator("#learner").fill("learner-2")
    page.locator("#learner").press("Enter")
    expect(pre_test(page).locator(".state")).to_have_count(0)
    page.locator("#learner").fill("learner-1")
    page.locator("#learner").press("Enter")
    expect(pre_test(page).locator(".state")).to_have_text("incomplete")
    page.locator("#reset-all").click()
    expect(pre_test(page).locator(".state")).to_have_count(0)


@test
def a_narrow_screen_does_not_scroll_sideways(page, address):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    for _ in range(2):
        pre_test(page).click()
        frame(page).locator("#start-button").wait_for()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, width
        page.locator("#language").click()


@test
def everything_is_reached_by_keyboard_and_has_a_name(page, address):
    page.goto(address)
    pre_test(page).focus()
    page.keyboard.press("Enter")
    frame(page).locator("#start-button").wait_for()
    assert page.evaluate("document.activeElement.closest('#items') !== null")
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        return
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "iframes": False}
    for width in [360, 1280]:
        page.set_viewport_size({"width": width, "height": 900})
        for _ in range(2):
            found = Axe().run(page, options=options).response["violations"]
            assert found == [], [(one["id"], one["nodes"][0]["html"]) for one in found]
            page.locator("#language").click()


UNIT = """<!DOCTYPE html><html lang="en"><title>Unit</title><body><p id="said">...</p><script>
(async () => {
  const given = new URLSearchParams(location.search);
  const token = (await (await fetch(given.get("fetch"), { method: "POST" })).json())["auth-token"];
  const headers = {
    Authorization: "Basic " + token, "X-Experience-API-Version": "1.0.3",
    "Content-Type": "application/json",
  };
  const state = new URLSearchParams({
    activityId: given.get("activityId"), agent: given.get("actor"),
    registration: given.get("registration"), stateId: "LMS.LaunchData",
  });
  const data = await (await fetch(given.get("endpoint") + "activities/state?" + state, { headers })).json();
  const send = async (verb, result) => {
    const context = structuredClone(data.contextTemplate);
    context.registration = given.get("registration");
    context.contextActivities.category = [
      { id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" }];
    if (result && ("success" in result || "completion" in result)) {
      context.contextActivities.category.push(
        { id: "https://w3id.org/xapi/cmi5/context/categories/moveon" });
    }
    const statement = {
      id: crypto.randomUUID(), timestamp: new Date().toISOString(), context, result,
      actor: JSON.parse(given.get("actor")), object: { id: given.get("activityId") },
      verb: { id: "http://adlnet.gov/expapi/verbs/" + verb },
    };
    const answer = await fetch(given.get("endpoint") + "statements", {
      method: "POST", headers, body: JSON.stringify(statement),
    });
    return answer.status;
  };
  const said = [
    await send("passed", { success: true, duration: "PT1S" }),
    await send("initialized"),
    await send("passed", { success: true, duration: "PT1S", score: { scaled: 0.9 } }),
    await send("terminated", { duration: "PT90S" }),
  ];
  document.getElementById("said").textContent = said.join(" ");
})();
</script></body></html>
"""

STRUCTURE = """<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://example.org/synthetic">
    <title><langstring lang="en">Synthetic</langstring></title>
    <description><langstring lang="en">Synthetic</langstring></description>
  </course>
  <au id="https://example.org/synthetic/unit" moveOn="Passed" masteryScore="0.8">
    <title><langstring lang="en">Unit</langstring></title>
    <description><langstring lang="en">Unit</langstring></description>
    <url>unit.html?own=1</url>
  </au>
</courseStructure>
"""


@test
def a_unit_of_cmi5_is_heard_and_judged(page, _):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "cmi5.xml").write_text(STRUCTURE)
        pathlib.Path(folder, "unit.html").write_text(UNIT)
        with preview(OPTIONS.sala, folder) as address:
            page.goto(address)
            page.locator("#items button").click()
            expect(frame(page).locator("#said")).to_have_text("403 200 200 200")
            expect(page.locator("#rows tr.wrong")).to_contain_text("cmi5 9.3.2")
            expect(page.locator("#spoken")).to_contain_text("403")
            expect(page.locator("#summary")).to_contain_text("passed")
            expect(page.locator("#summary")).to_contain_text("0.9")
            expect(page.locator("#summary")).to_contain_text("PT0H1M30S")
            expect(page.locator("#summary")).to_contain_text("yes")
            expect(page.locator("#items .state")).to_have_text("passed")
            # The statements lie in the server, so they outlive the page.
            page.reload()
            expect(page.locator("#items .state")).to_have_text("passed")
            page.locator("#reset-all").click()
            expect(page.locator("#items .state")).to_have_count(0)
            page.goto("about:blank")


@contextlib.contextmanager
def preview(sala, package):
    process = subprocess.Popen(
        [sala, "preview", package, "--language", "en"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=10)
    assert code == 0, f"Ctrl-C ended it with {code}"


def shots(browser, address, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for width in [360, 1280]:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(address)
        for name in ["en", "km"]:
            pre_test(page).click()
            frame(page).locator("#start-button").click()
            page.wait_for_timeout(300)
            page.screenshot(path=folder / f"preview-{name}-{width}.png", full_page=True)
            page.locator("#language").click()
        page.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sala")
    parser.add_argument("package")
    parser.add_argument("--shots", type=pathlib.Path, help="write pictures of the page here")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    global OPTIONS
    options = OPTIONS = parser.parse_args()
    passed = failed = 0
    with preview(options.sala, options.package) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"])
        for function in TESTS:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            faults = []
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.goto(address)
            name = function.__name__.replace("_", " ")
            try:
                function(page, address)
                assert faults == [], faults
                passed += 1
                print(f"ok      {name}", flush=True)
            except Exception:
                failed += 1
                print(f"FAILED  {name}", flush=True)
                traceback.print_exc(limit=-3, file=sys.stdout)
            finally:
                context.close()
        if options.shots:
            shots(browser, address, options.shots)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
