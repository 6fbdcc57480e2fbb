"""What a page does in an LMS that speaks cmi5, against the strict record store of lrs_stub.py."""

import copy
import functools
import json
import re

from playwright.sync_api import expect

from desk import (
    answer_all_right, give_any_answer, give_right_answer, is_judged, items_of, right_answers,
    shown_item, test)
from lrs_rules import PROGRESS, Wrong, check
from lrs_stub import record_store
from scorm2004_tests import hand_in_by_mouse, is_once, is_small

# What a browser says of an answer that is expected.
EXPECTED = re.compile(r"Failed to load resource|ERR_|net::")


class Learner:
    """A learner who opens pages from an LMS, one launch after another."""

    def __init__(self, desk, store, base):
        self.desk, self.store, self.base = desk, store, base
        desk.profile = "cmi5"

    def open(self, name, is_new=True, script=None, **options):
        """Launches a page: the first time, or again in the registration of the launch before."""
        if not is_new:
            options = {"registration": self.session.registration, "mastery": self.session.mastery,
                       **options}
        if is_new or self.desk.context is None:
            self.desk.open()
            if script:
                self.desk.context.add_init_script(script)
        self.session, self.link = self.store.launch(self.desk.address(name), self.base, **options)
        self.page = self.desk.page
        self.page.goto(self.link)
        self.page.wait_for_selector("html[data-ready]", timeout=15000)
        return self.page

    def again(self, name, **options):
        return self.open(name, is_new=False, **options)

    def leave(self):
        self.page.goto("about:blank")

    def until(self, holds, words="what should have arrived has not"):
        for _ in range(150):
            if holds():
                return
            self.page.wait_for_timeout(40)
        raise AssertionError(f"{words}; faults {self.store.faults}; verbs {self.verbs}")

    def has(self, *verbs):
        self.until(lambda: self.verbs == list(verbs), f"not {verbs}")

    @property
    def verbs(self):
        return self.store.verbs(self.session)

    def said(self, verb, session=None):
        return [one for one in self.store.of(session or self.session)
                if one["verb"]["id"].endswith("/" + verb)]

    @property
    def state(self):
        kept = self.store.states.get(
            ("sala-state", self.session.activity, self.session.registration))
        return json.loads(kept) if kept else {}

    def is_sound(self):
        assert self.store.faults == [], self.store.faults
        faults = [one for one in self.desk.faults if not EXPECTED.search(one)]
        assert faults == [], faults


def with_learner(function):
    """A test in which a learner has a store."""
    @functools.wraps(function)
    def run(desk, pages):
        with record_store() as (store, base):
            function(Learner(desk, store, base), pages)
    return run


def answer(page, items, index=0):
    give_any_answer(page, items[index])
    page.click("#next")


def first_items(pages, kind):
    return items_of(pages, kind, pages.form(kind, "L-1"))


@test
@with_learner
def a_cmi5_page_that_is_opened_and_closed_says_so_and_no_more(learner, pages):
    for name in pages.data:
        learner.open(name)
        learner.has("initialized")
        learner.leave()
        learner.has("initialized", "terminated")
        assert learner.state == {}
        assert re.fullmatch(r"PT[\d.]+S", learner.said("terminated")[0]["result"]["duration"])
    learner.is_sound()


@test
@with_learner
def a_cmi5_lesson_resumes_is_finished_and_stays_finished(learner, pages):
    name = pages.lessons[0]
    item = next(one for one in pages.data[name]["items"] if one["kind"] != "performance")
    page = learner.open(name)
    give_any_answer(page, item)
    page.locator(f"#q-{item['id']} .check").click()
    learner.until(lambda: learner.state)
    learner.leave()
    learner.has("initialized", "terminated")
    assert learner.said("terminated")[0]["result"]["extensions"][PROGRESS] < 100

    page = learner.again(name)
    expect(page.locator(f"#q-{item['id']} .result")).not_to_be_empty()
    page.click("#finish")
    expect(page.locator("#finished")).to_be_visible()
    learner.leave()
    learner.has("initialized", "completed", "terminated")

    page = learner.again(name)
    expect(page.locator("#finished")).to_be_visible()
    expect(page.locator("#finish")).to_be_hidden()
    learner.leave()
    learner.has("initialized", "terminated")
    assert learner.state["isCompleted"] is True
    learner.is_sound()


@test
@with_learner
def a_cmi5_pre_test_tells_answers_and_no_score(learner, pages):
    name = pages.tests["pre"]
    items = first_items(pages, "pre")
    page = learner.open(name)
    page.click("#start-button")
    half = max(1, len(items) // 2)
    for index in range(half):
        answer(page, items, index)
    learner.until(lambda: learner.state)
    learner.leave()
    page = learner.again(name)
    page.click("#start-button")
    while shown_item(page) != items[half]["id"]:
        page.click("#next")
    for index in range(half, len(items)):
        answer(page, items, index)
    hand_in_by_mouse(page)
    asked = [item for item in items if item["kind"] != "performance"]
    learner.has("initialized", *["answered"] * len(asked), "completed", "terminated")
    for one, item in zip(learner.said("answered"), asked):
        assert one["object"]["id"].endswith(":" + item["id"])
        definition = one["object"]["definition"]
        assert sorted(definition["description"]) == sorted(pages.languages)
        assert one["result"]["response"] and "success" not in one["result"]
        assert one["context"]["contextActivities"]["parent"][0]["id"] == learner.session.activity
    page = learner.again(name)
    expect(page.locator("#done")).to_be_visible()
    learner.leave()
    learner.has("initialized", "terminated")
    learner.is_sound()


@test
@with_learner
def a_cmi5_post_test_passes_and_stays_passed(learner, pages):
    name = pages.tests["post"]
    form = pages.form("post", "L-1")
    page = learner.open(name, mastery=0.7)
    page.click("#start-button")
    answer_all_right(page, pages, form)
    hand_in_by_mouse(page)
    expect(page.locator("#score")).to_contain_text(re.compile("100|១០០"))
    learner.until(lambda: "terminated" in learner.verbs)
    assert learner.verbs[-3:] == ["completed", "passed", "terminated"]
    assert learner.said("passed")[0]["result"]["score"] == {
        "scaled": 1, "raw": 100, "min": 0, "max": 100}
    judged = [item for item in items_of(pages, "post", form) if is_judged(item)]
    rights = [one for one in learner.said("answered") if "success" in one["result"]]
    assert len(rights) == len(judged) and all(one["result"]["success"] for one in rights)

    page = learner.again(name)
    expect(page.locator("#done")).to_be_visible()
    expect(page.locator("#again")).to_be_hidden()
    expect(page.locator("#score")).to_contain_text(re.compile("100|១០០"))
    learner.leave()
    learner.has("initialized", "terminated")
    learner.is_sound()


@test
@with_learner
def a_cmi5_post_test_that_failed_is_taken_again_and_only_rises(learner, pages):
    if not is_small(pages):
        return
    name = pages.tests["post"]
    items = first_items(pages, "post")
    page = learner.open(name, mastery=0.5)
    page.click("#start-button")
    give_right_answer(page, items[0], right_answers(page)[items[0]["id"]])
    page.click("#next")
    hand_in_by_mouse(page)
    learner.has("initialized", "answered", "completed", "failed", "terminated")
    first = learner.state["percent"]
    page = learner.again(name)
    page.click("#again")
    hand_in_by_mouse(page)
    learner.has("initialized", "failed", "terminated")
    assert learner.state["percent"] == first and learner.state["status"] == "failed"
    page = learner.again(name)
    page.click("#again")
    answer_all_right(page, pages, pages.form("post", "L-1"))
    hand_in_by_mouse(page)
    learner.until(lambda: learner.verbs[-2:] == ["passed", "terminated"])
    assert "completed" not in learner.verbs
    page = learner.again(name)
    expect(page.locator("#again")).to_be_hidden()
    assert (learner.state["status"], learner.state["percent"]) == ("passed", 100)
    learner.is_sound()


@test
@with_learner
def a_network_that_fails_is_named_and_nothing_is_lost(learner, pages):
    if not is_once(pages):
        return
    name = pages.tests["pre"]
    items = first_items(pages, "pre")
    page = learner.open(name)
    learner.has("initialized")
    page.click("#start-button")
    learner.store.is_down = True
    answer(page, items)
    expect(page.locator("#notice")).to_contain_text(re.compile("sent|ផ្ញើ"))
    answer(page, items, 1)
    assert learner.state == {}
    learner.store.is_down = False
    expect(page.locator("#notice")).to_be_empty()
    learner.until(lambda: learner.state)
    assert page.evaluate("localStorage.length") == 0, "what has arrived is not kept here"
    # A page that dies without a network: what it held is found by the next visit in this browser.
    learner.store.is_down = True
    answer(page, items, 2)
    before = learner.state
    learner.leave()
    learner.store.is_down = False
    page = learner.again(name)
    page.click("#start-button")
    assert shown_item(page) in (items[2]["id"], items[3]["id"])
    page.click("#to-review")
    assert page.locator("#list .answered").count() >= 3
    learner.until(lambda: learner.state != before)
    learner.is_sound()


@test
@with_learner
def a_test_that_cannot_be_handed_in_is_handed_in_later_and_once(learner, pages):
    if not is_once(pages):
        return
    name = pages.tests["post"]
    items = first_items(pages, "post")
    page = learner.open(name)
    page.click("#start-button")
    answer(page, items)
    learner.until(lambda: learner.state)
    learner.store.is_down = True
    page.click("#to-review")
    page.click("#hand-in")
    page.click("#confirm-yes")
    expect(page.locator("#download")).to_be_visible()
    expect(page.locator("#review")).to_be_visible()
    learner.store.is_down = False
    page.click("#confirm-yes")
    expect(page.locator("#done")).to_be_visible()
    learner.has("initialized", "answered", "completed", "failed", "terminated")

    # The answer of the store is lost, not the statements: they are not sent as others again.
    page = learner.open(name, registration="6fcdf5a5-5a2e-4f0e-9c3a-7a1e4a6b1c11")
    page.click("#start-button")
    answer(page, items)
    learner.until(lambda: learner.state)
    learner.store.lost_answers = 2
    page.click("#to-review")
    page.click("#hand-in")
    page.click("#confirm-yes")
    expect(page.locator("#download, #done")).not_to_have_count(0)
    page.wait_for_selector("#download:visible")
    if page.locator("#confirm-yes:visible").count():
        page.click("#confirm-yes")
    expect(page.locator("#done")).to_be_visible()
    learner.has("initialized", "answered", "completed", "failed", "terminated")
    learner.is_sound()


@test
@with_learner
def a_slow_store_is_waited_for_and_told_once(learner, pages):
    if not is_once(pages):
        return
    name = pages.lessons[0]
    page = learner.open(name)
    learner.has("initialized")
    learner.store.delay = 0.7
    page.dblclick("#finish")
    expect(page.locator("#finished")).to_be_visible()
    learner.store.delay = 0
    learner.leave()
    learner.has("initialized", "completed", "terminated")
    learner.is_sound()


@test
@with_learner
def a_store_that_fails_at_first_is_asked_again(learner, pages):
    if not is_once(pages):
        return
    learner.store.failures = 2
    page = learner.open(pages.tests["pre"])
    expect(page.locator("#notice")).to_be_empty()
    learner.has("initialized")
    learner.is_sound()


@test
@with_learner
def a_store_that_refuses_is_named(learner, pages):
    if not is_once(pages):
        return
    page = learner.open(pages.tests["pre"])
    learner.has("initialized")
    page.click("#start-button")
    learner.store.status = 403
    answer(page, first_items(pages, "pre"))
    expect(page.locator("#notice")).not_to_be_empty()
    learner.store.status = None
    learner.store.refuses_launch = True
    page = learner.open(pages.tests["pre"])
    expect(page.locator("#notice")).not_to_be_empty()
    expect(page.locator("#code")).to_be_visible()
    page.goto(learner.desk.address(pages.tests["pre"]))
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#notice")).to_be_empty()
    expect(page.locator("#code")).to_be_visible()
    learner.is_sound()


@test
@with_learner
def a_cmi5_look_back_says_only_that_it_began_and_ended(learner, pages):
    if not is_once(pages):
        return
    for mode in ["Review", "Browse"]:
        for name in pages.data:
            page = learner.open(name, mode=mode)
            if pages.data[name]["kind"] != "lesson":
                page.click("#start-button")
                page.locator(".question:visible input").first.click()
                page.click("#next")
            learner.leave()
            learner.has("initialized", "terminated")
            assert learner.state == {}
    learner.is_sound()


@test
@with_learner
def a_page_goes_back_to_the_lms_that_asked_for_it(learner, pages):
    if not is_once(pages):
        return
    back = learner.desk.address(pages.lessons[0])
    for name in [pages.tests["post"], pages.lessons[0]]:
        page = learner.open(name, return_url=back + "?back")
        if name in pages.lessons:
            page.click("#finish")
            expect(page.locator("#finished")).to_be_visible()
        else:
            page.click("#start-button")
            hand_in_by_mouse(page)
        assert "terminated" not in learner.verbs, "the learner sees the end before going back"
        page.click("#exit")
        page.wait_for_url("**?back")
        learner.until(lambda: learner.verbs[-1] == "terminated")
    learner.is_sound()


@test
@with_learner
def a_page_that_is_loaded_again_says_that_its_visit_is_over(learner, pages):
    if not is_once(pages):
        return
    name = pages.tests["pre"]
    page = learner.open(name)
    page.click("#start-button")
    answer(page, first_items(pages, "pre"))
    learner.until(lambda: learner.state)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#notice")).to_contain_text(re.compile("ended|បញ្ចប់"))
    learner.leave()
    learner.has("initialized", "terminated")
    page = learner.again(name)
    expect(page.locator("#notice")).to_be_empty()
    expect(page.locator("#intro-note")).not_to_be_empty()
    learner.is_sound()


@test
@with_learner
def preferences_of_the_learner_are_followed_where_they_are_shown(learner, pages):
    if not is_once(pages):
        return
    for wanted in ["en-US,km", "fr, km-KH"]:
        learner.store.preferences = {"languagePreference": wanted, "audioPreference": "off"}
        page = learner.open(pages.lessons[0])
        assert page.evaluate("document.documentElement.lang") in wanted
    learner.store.hides_profile = True
    learner.open(pages.lessons[0])
    learner.has("initialized")
    learner.is_sound()


@test
@with_learner
def older_browsers_and_stores_without_tags_do_as_well(learner, pages):
    if not is_once(pages):
        return
    learner.store.shows_tags = False
    page = learner.open(pages.lessons[0], script="""delete Request.prototype.keepalive;
      delete Crypto.prototype.randomUUID;""")
    page.click("#finish")
    expect(page.locator("#finished")).to_be_visible()
    item = next(one for one in pages.data[pages.lessons[0]]["items"] if one["kind"] == "choice")
    give_any_answer(page, item)
    learner.leave()
    learner.has("initialized", "completed", "terminated")
    learner.until(lambda: learner.state.get("isCompleted"))
    learner.is_sound()


@test
@with_learner
def what_another_window_reached_is_not_lowered(learner, pages):
    if not is_once(pages):
        return
    name = pages.tests["post"]
    page = learner.open(name)
    page.click("#start-button")
    answer(page, first_items(pages, "post"))
    learner.until(lambda: learner.state)
    key = ("sala-state", learner.session.activity, learner.session.registration)
    other = learner.state | {"status": "passed", "percent": 90, "isCompleted": True, "revision": 50}
    learner.store.states[key] = json.dumps(other)
    answer(page, first_items(pages, "post"), 1)
    learner.until(lambda: learner.state["revision"] > 50)
    assert (learner.state["status"], learner.state["percent"]) == ("passed", 90)
    assert learner.state["text"] != other["text"]
    learner.is_sound()


@test
@with_learner
def the_strict_store_refuses_what_is_wrong(learner, pages):
    """A stub that lets everything pass would prove nothing."""
    if not is_once(pages):
        return
    page = learner.open(pages.tests["post"], mastery=0.7)
    page.click("#start-button")
    answer_all_right(page, pages, pages.form("post", "L-1"))
    hand_in_by_mouse(page)
    learner.until(lambda: learner.verbs[-1:] == ["terminated"])
    good = learner.store.of(learner.session)

    def allows(statements):
        try:
            for index, one in enumerate(statements):
                check(one, learner.session, statements[:index])
        except (Wrong, KeyError, ValueError, TypeError):
            return False
        return True

    assert allows(good)
    assert not allows(good[1:]) and not allows(good + good[-1:])
    passed = next(n for n, one in enumerate(good) if one["verb"]["id"].endswith("passed"))
    answered = next(n for n, one in enumerate(good) if "choices" in str(one["object"]))
    assert not allows(good[:passed + 1] + good[passed:])

    def broken(index, change):
        statements = copy.deepcopy(good)
        change(statements[index])
        return not allows(statements)

    categories = "contextActivities"
    for index, change in [
        (0, lambda one: one.pop("id")), (0, lambda one: one.update(id="1")),
        (0, lambda one: one.pop("timestamp")), (0, lambda one: one.update(timestamp="2026-01-01")),
        (0, lambda one: one["actor"]["account"].update(name="L-2")),
        (0, lambda one: one["verb"].update(id="initialized")),
        (0, lambda one: one["object"].update(id="https://example.org/other")),
        (0, lambda one: one["context"].pop("registration")),
        (0, lambda one: one["context"].pop("extensions")),
        (0, lambda one: one["context"][categories].pop("grouping")),
        (0, lambda one: one["context"][categories]["category"].pop()),
        (0, lambda one: one.update(result={"score": {"scaled": 1}})),
        (0, lambda one: one.update(more=1)),
        (passed, lambda one: one["result"]["score"].update(scaled=0.5)),
        (passed, lambda one: one["result"]["score"].update(raw=50.5)),
        (passed, lambda one: one["result"]["score"].pop("max")),
        (passed, lambda one: one["result"].pop("duration")),
        (passed, lambda one: one["result"].update(duration="10 s")),
        (passed, lambda one: one["result"].update(completion=True)),
        (passed, lambda one: one["context"][categories]["category"].pop()),
        (passed, lambda one: one["context"]["extensions"].pop(
            "https://w3id.org/xapi/cmi5/context/extensions/masteryscore")),
        (passed - 1, lambda one: one["result"].update(completion=False)),
        (passed - 1, lambda one: one["result"].update(success=True)),
        (answered, lambda one: one["result"].update(response="z")),
        (answered, lambda one: one["object"]["definition"].update(interactionType="likert")),
        (answered, lambda one: one["object"]["definition"].pop("type")),
        (answered, lambda one: one["object"]["definition"]["choices"][0].update(id="a b")),
        (answered, lambda one: one["context"][categories]["category"].append(
            good[0]["context"][categories]["category"][-1])),
        (-1, lambda one: one["result"].pop("duration")),
    ]:
        assert broken(index, change), (index, change.__code__.co_consts)
    learner.is_sound()
