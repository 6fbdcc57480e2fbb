"""A course as one SCO: the shell of course.js around the pages, against the strict environment."""

import html
import json
import re

from playwright.sync_api import expect

from desk import (
    HERE, answer_all_right, give_any_answer, give_right_answer, items_of, keyboard_of,
    right_answers, shown_item, tab_to, test)

SHELL = "index.html"
SOURCES = HERE.parent.parent / "Sources" / "CResources"


def course_pages(pages):
    """Pre-test, modules, post-test, as the packer lists them."""
    return [pages.tests["pre"], *pages.lessons, pages.tests["post"]]


def short(name):
    return name.removesuffix(".html")


def shell(pages, profile="scorm12"):
    """The page around the pages: that of the package, or one made of the fixture."""
    path = pages.folder / SHELL
    if path.exists():
        return re.sub(r'"profile":"\w+"', f'"profile":"{profile}"', path.read_text("utf-8"), count=1)
    messages = json.loads((HERE / "course_messages.json").read_text("utf-8"))
    languages = pages.languages
    title = {code: "Synthetic course" for code in languages}
    data = {
        "id": "example/0.1.0/course", "profile": profile, "mastery": 70, "languages": languages,
        "title": title,
        "pages": [
            {"name": short(name), "path": name, "kind": pages.data[name]["kind"],
             "title": pages.data[name]["title"]} for name in course_pages(pages)],
        "messages": {name: {code: words[code] for code in languages}
                     for name, words in messages.items()}}

    def halves(words):
        return "".join(
            f'<span data-half="{code}" lang="{code}"{"" if code == languages[0] else " hidden"}>'
            f"{html.escape(words[code])}</span>" for code in languages)

    links = "\n".join(
        f'<li><a href="{page["path"]}" target="page" data-page="{page["name"]}">'
        f'{halves(page["title"])}</a> <span class="hint" data-mark="{page["name"]}"></span></li>'
        for page in data["pages"])
    choice = "".join(
        f'<button type="button" data-choose="{code}" lang="{code}">{code}</button>'
        for code in languages)
    group = f'<div class="languages" role="group" aria-label="Language">{choice}</div>'
    template = (HERE / "course.html").read_text("utf-8")
    for word, text in [("SWITCH", group if len(languages) > 1 else ""), ("TITLE", halves(title)),
                       ("LANGUAGE", languages[0]), ("ASSETS", pages.assets), ("PAGES", links),
                       ("DATA", json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))]:
        template = template.replace(word, text)
    return template


def serve_course(desk, pages, profile="scorm12"):
    desk.served[SHELL] = ("text/html", shell(pages, profile))
    script = "".join((SOURCES / name).read_text("utf-8") for name in ["words.js", "breaks.js", "course.js"])
    desk.served["course.js"] = ("text/javascript", script)


def launch(desk, pages, profile="scorm12", **options):
    serve_course(desk, pages, profile)
    return desk.launch(SHELL, **options)


def again(desk):
    return desk.again(SHELL)


def page_in(desk, name):
    """The frame of a page that the course shows, ready."""
    desk.page.wait_for_timeout(20)
    place = desk.frame(name)
    place.wait_for_selector("html[data-ready]")
    return place


def go_to(desk, course, name):
    if course.locator("#list").is_hidden():
        course.click("#to-list")
    course.click(f"[data-page='{short(name)}']")
    return page_in(desk, name)


def status_of(course, name):
    return course.locator(f"[data-mark='{short(name)}']").get_attribute("data-status")


def finish_lessons(desk, course, pages):
    for name in pages.lessons:
        place = go_to(desk, course, name)
        place.click("#finish")
        expect(place.locator("#finished")).to_be_visible()


def hand_in(place):
    place.click("#hand-in")
    place.click("#confirm-yes")
    expect(place.locator("#done")).to_be_visible()


def take_post_test(desk, course, pages):
    place = go_to(desk, course, pages.tests["post"])
    place.click("#start-button")
    answer_all_right(place, pages, pages.form("post", "L-1"))
    hand_in(place)
    return place


def answered(place):
    return place.evaluate("[...document.querySelectorAll('input:checked')].map(e => e.name + e.value)")


def is_one_life(desk, kills=0):
    """One opening and one end for each visit, whatever pages were seen."""
    assert len(desk.calls("LMSInitialize")) == len(desk.calls("LMSFinish")) + kills
    desk.is_sound()


@test
def a_course_in_one_sco_opens_one_session_and_marks_nothing(desk, pages):
    course = launch(desk, pages)
    for name in course_pages(pages):
        place = go_to(desk, course, name)
        assert place.locator(".top").is_hidden()
        current = course.locator("[aria-current]")
        assert current.count() == 1 and current.get_attribute("data-page") == short(name)
    desk.leave()
    assert len(desk.calls("LMSInitialize")) == 1 and len(desk.calls("LMSFinish")) == 1
    assert desk.values["cmi.core.lesson_status"] == "incomplete"
    assert desk.values["cmi.core.score.raw"] == ""
    assert desk.lms("record()")["interactions"] == []
    is_one_life(desk)


@test
def a_course_in_one_sco_resumes_every_page_after_an_abrupt_end(desk, pages):
    course = launch(desk, pages)
    pre = go_to(desk, course, pages.tests["pre"])
    items = items_of(pages, "pre", pages.form("pre", "L-1"))
    pre.click("#start-button")
    give_any_answer(pre, items[0])
    pre.click("#next")
    before = answered(pre)
    lesson = pages.lessons[0]
    place = go_to(desk, course, lesson)
    asked = [one for one in pages.data[lesson]["items"] if one["kind"] != "performance"]
    for item in asked[:2]:
        give_any_answer(place, item)
        place.locator(f"#q-{item['id']} .check").click()
    practised = answered(place)
    desk.leave(is_sudden=True)
    assert desk.values["cmi.core.lesson_status"] == "incomplete"

    course = again(desk)
    place = page_in(desk, lesson)  # The course opens where it was left.
    assert answered(place) == practised
    for item in asked[:2]:
        expect(place.locator(f"#q-{item['id']} .result")).not_to_be_empty()
    pre = go_to(desk, course, pages.tests["pre"])
    pre.click("#start-button")
    assert shown_item(pre) in (items[0]["id"], items[1]["id"])
    assert answered(pre) == before
    desk.leave()
    assert desk.values["cmi.core.exit"] == "suspend"
    assert len(desk.values["cmi.suspend_data"]) <= 4096
    is_one_life(desk, kills=1)


@test
def a_course_in_one_sco_passes_once_all_is_done_and_is_never_lowered(desk, pages):
    course = launch(desk, pages)
    pre = go_to(desk, course, pages.tests["pre"])
    pre.click("#start-button")
    give_any_answer(pre, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
    pre.click("#to-review")
    hand_in(pre)
    pre_items = pages.form("pre", "L-1")["items"]
    assert len(desk.lms("record()")["interactions"]) == len(pre_items)
    assert desk.values["cmi.core.score.raw"] == ""
    assert status_of(course, pages.tests["pre"]) == "completed"

    take_post_test(desk, course, pages)
    assert desk.values["cmi.core.score.raw"] == "100"
    assert desk.values["cmi.core.lesson_status"] == "incomplete"  # The modules are not finished.
    post_items = pages.form("post", "L-1")["items"]
    assert len(desk.lms("record()")["interactions"]) == len(pre_items) + len(post_items)
    desk.leave()
    assert desk.values["cmi.core.exit"] == "suspend"

    course = again(desk)
    assert status_of(course, pages.tests["post"]) == "passed"
    finish_lessons(desk, course, pages)
    assert desk.values["cmi.core.lesson_status"] == "passed"
    expect(course.locator("#pages-done")).not_to_be_empty()
    desk.leave()
    statuses = len(desk.calls("LMSSetValue", "cmi.core.lesson_status"))
    interactions = desk.lms("record()")["interactions"]

    course = again(desk)
    for name in course_pages(pages):
        place = go_to(desk, course, name)
        wanted = "#finished" if pages.data[name]["kind"] == "lesson" else "#done"
        expect(place.locator(wanted)).to_be_visible()
        assert place.locator("#again:visible, #finish:visible").count() == 0
    expect(place.locator("#score")).to_be_visible()
    desk.leave()
    assert len(desk.calls("LMSSetValue", "cmi.core.lesson_status")) == statuses
    assert desk.values["cmi.core.lesson_status"] == "passed"
    assert desk.values["cmi.core.score.raw"] == "100"
    assert desk.lms("record()")["interactions"] == interactions
    assert len(desk.calls("LMSSetValue", "cmi.core.score.raw")) == 1
    is_one_life(desk)


@test
def a_course_in_one_sco_that_failed_may_be_taken_again(desk, pages):
    course = launch(desk, pages)
    finish_lessons(desk, course, pages)
    assert desk.values["cmi.core.lesson_status"] == "incomplete"
    post = go_to(desk, course, pages.tests["post"])
    post.click("#start-button")
    post.click("#to-review")
    hand_in(post)
    assert desk.values["cmi.core.lesson_status"] == "failed"
    assert desk.values["cmi.core.score.raw"] == "0"
    desk.leave()
    course = again(desk)
    post = page_in(desk, pages.tests["post"])
    assert status_of(course, pages.tests["post"]) == "failed"
    post.click("#again")
    items = items_of(pages, "post", pages.form("post", "L-1"))
    give_right_answer(post, items[0], right_answers(post)[items[0]["id"]])
    post.click("#next")
    go_to(desk, course, pages.lessons[0])  # Leaving the page for another loses nothing.
    post = go_to(desk, course, pages.tests["post"])
    post.click("#start-button")
    while shown_item(post) != items[0]["id"]:
        post.click("#back")
    answer_all_right(post, pages, pages.form("post", "L-1"))
    hand_in(post)
    assert desk.values["cmi.core.lesson_status"] == "passed"
    assert desk.values["cmi.core.score.raw"] == "100"
    assert len(desk.lms("record()")["interactions"]) == 2 * len(items)
    desk.leave()
    is_one_life(desk)


@test
def a_course_in_one_sco_is_walked_by_keyboard_alone(desk, pages):
    course = launch(desk, pages)
    keyboard = keyboard_of(desk, desk.page)

    def is_at_start_of(name):
        place = page_in(desk, name)
        place.wait_for_function("document.activeElement.id === 'content'")
        assert course.evaluate("document.activeElement.tagName") == "IFRAME"

    link = "document.activeElement.dataset.page"
    tab_to(desk, course, lambda here: course.evaluate(link) == short(pages.lessons[0]))
    keyboard.press("Enter")
    is_at_start_of(pages.lessons[0])
    expect(course.locator("#live")).not_to_be_empty()
    course.locator("#next-page").focus()
    keyboard.press("Space")
    is_at_start_of(course_pages(pages)[2])
    course.locator("#previous-page").focus()
    keyboard.press("Enter")
    is_at_start_of(pages.lessons[0])
    course.locator("#to-list").focus()
    keyboard.press("Enter")
    assert course.evaluate("document.activeElement.id") == "list-title"
    names = course.locator("#list li").evaluate_all("all => all.map(e => e.innerText.trim())")
    assert all(names) and len(set(names)) == len(names), names
    assert course.locator("#page").get_attribute("title") != ""
    is_one_life(desk, kills=1)


@test
def a_course_in_one_sco_shares_the_choice_of_language(desk, pages):
    if len(pages.languages) < 2:
        return
    second = pages.languages[1]
    course = launch(desk, pages)
    pre = go_to(desk, course, pages.tests["pre"])
    pre.click("#start-button")
    give_any_answer(pre, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
    before = answered(pre)
    course.click(f"[data-choose={second}]")
    pre.wait_for_function("code => document.documentElement.lang === code", arg=second)
    assert answered(pre) == before
    place = go_to(desk, course, pages.lessons[0])
    assert place.evaluate("document.documentElement.lang") == second
    desk.leave()
    course = again(desk)
    place = page_in(desk, pages.lessons[0])
    for one in [course, place]:
        assert one.evaluate("document.documentElement.lang") == second
        hidden = one.locator(f"[data-half={pages.languages[0]}]:visible").count()
        assert hidden == 0
    is_one_life(desk, kills=1)


@test
def a_course_in_one_sco_names_state_it_cannot_read_and_leaves_it(desk, pages):
    for text in ["9abc", "2AAAA", "x", "1" + "A" * 40]:
        course = launch(desk, pages, lms={
            "values": {"cmi.suspend_data": text, "cmi.core.entry": "resume"}})
        expect(course.locator("#notice")).not_to_be_empty()
        go_to(desk, course, pages.lessons[0])
        desk.leave()
        assert desk.values["cmi.suspend_data"] == text, text
        course = again(desk)
        pre = go_to(desk, course, pages.tests["pre"])
        pre.click("#start-button")
        give_any_answer(pre, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
        pre.click("#next")
        desk.leave()
        assert desk.values["cmi.suspend_data"] != text
        is_one_life(desk)


@test
def a_course_in_one_sco_tells_of_an_lms_that_does_not_store(desk, pages):
    course = launch(desk, pages)
    place = go_to(desk, course, pages.lessons[0])
    desk.page.evaluate("lms.isBroken = true")
    place.click("#finish")
    expect(place.locator("#notice")).not_to_be_empty()
    assert status_of(course, pages.lessons[0]) in ("", "incomplete")
    desk.page.evaluate("lms.isBroken = false")
    place.click("#finish")
    expect(place.locator("#finished")).to_be_visible()
    assert status_of(course, pages.lessons[0]) == "completed"
    post = go_to(desk, course, pages.tests["post"])
    post.click("#start-button")
    post.click("#to-review")
    desk.page.evaluate("lms.isBroken = true")
    post.click("#hand-in")
    post.click("#confirm-yes")
    expect(post.locator("#review")).to_be_visible()
    desk.page.evaluate("lms.isBroken = false")
    post.click("#confirm-yes")
    expect(post.locator("#done")).to_be_visible()
    items = pages.form("post", "L-1")["items"]
    assert len(desk.lms("record()")["interactions"]) == len(items)  # Once, though tried twice.
    assert desk.faults == [], desk.faults


@test
def a_look_back_at_a_course_in_one_sco_writes_nothing(desk, pages):
    for mode in ["review", "browse"]:
        course = launch(desk, pages, lms={"values": {"cmi.core.lesson_mode": mode}})
        pre = go_to(desk, course, pages.tests["pre"])
        pre.click("#start-button")
        give_any_answer(pre, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
        pre.click("#next")
        go_to(desk, course, pages.lessons[0])
        desk.leave()
        elements = {call["values"][0] for call in desk.calls("LMSSetValue")}
        assert elements <= {"cmi.core.session_time"}, elements
        is_one_life(desk)


@test
def a_course_without_an_lms_keeps_what_is_finished(desk, pages):
    serve_course(desk, pages)
    desk.open()
    desk.page.goto(desk.address(SHELL))
    course = desk.page
    course.wait_for_selector("html[data-ready]")
    place = go_to(desk, course, pages.lessons[0])
    place.click("#finish")
    pre = go_to(desk, course, pages.tests["pre"])
    pre.fill("#code", "L-1")
    pre.click("#start-button")
    item = items_of(pages, "pre", pages.form("pre", "L-1"))[0]
    give_any_answer(pre, item)
    pre.click("#next")
    before = answered(pre)
    course.reload()
    course.wait_for_selector("html[data-ready]")
    assert status_of(course, pages.lessons[0]) == "completed"
    pre = page_in(desk, pages.tests["pre"])
    pre.fill("#code", "L-1")
    pre.click("#start-button")
    assert answered(pre) == before
    pre.click("#to-review")
    hand_in(pre)
    expect(pre.locator("#download")).to_be_visible()
    assert status_of(course, pages.tests["pre"]) == "completed"
    assert desk.faults == [], desk.faults


@test
def a_course_opened_from_files_keeps_what_is_finished(desk, pages):
    """From files a browser lets no page look into another, so the pages only send word."""
    serve_course(desk, pages)
    desk.open()
    course = desk.page
    course.goto((pages.folder / SHELL).resolve().as_uri())
    course.wait_for_selector("html[data-ready]")
    place = go_to(desk, course, pages.lessons[0])
    place.click("#finish")
    expect(course.locator(f"[data-mark='{short(pages.lessons[0])}']")).to_have_attribute(
        "data-status", "completed")
    if len(pages.languages) > 1:
        course.click(f"[data-choose={pages.languages[1]}]")
        place.wait_for_function(
            "code => document.documentElement.lang === code", arg=pages.languages[1])
    course.reload()
    course.wait_for_selector("html[data-ready]")
    assert status_of(course, pages.lessons[0]) == "completed"
    expect(page_in(desk, pages.lessons[0]).locator("#finished")).to_be_visible()
    assert course.evaluate("document.documentElement.lang") == pages.languages[-1]


@test
def a_course_in_one_sco_prints_its_page_as_long_as_it_is(desk, pages):
    course = launch(desk, pages)
    go_to(desk, course, pages.lessons[0])
    height = "document.querySelector('#page').getBoundingClientRect().height"
    before = course.evaluate(height)
    course.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert course.evaluate(height) > before
    course.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert course.evaluate(height) == before


@test
def a_course_in_one_sco_of_scorm_2004_is_completed_once_all_is_done(desk, pages):
    desk.profile = "scorm2004"
    course = launch(desk, pages, profile="scorm2004")
    pre = go_to(desk, course, pages.tests["pre"])
    pre.click("#start-button")
    pre.click("#to-review")
    hand_in(pre)
    assert desk.values["cmi.completion_status"] == "incomplete"
    take_post_test(desk, course, pages)
    assert desk.values["cmi.completion_status"] == "incomplete"
    assert float(desk.values["cmi.score.scaled"]) == 1
    finish_lessons(desk, course, pages)
    assert desk.values["cmi.completion_status"] == "completed"
    assert desk.values["cmi.success_status"] == "passed"
    desk.leave()
    course = again(desk)
    assert status_of(course, pages.tests["post"]) == "passed"
    assert status_of(course, pages.lessons[0]) == "completed"
    desk.leave()
    assert desk.values["cmi.success_status"] == "passed"
    assert len(desk.calls("Initialize")) == len(desk.calls("Terminate")) == 2
    desk.is_sound()


@test
def a_text_too_long_for_a_course_is_named_and_lasts_through_the_visit(desk, pages):
    items = items_of(pages, "pre", pages.form("pre", "L-1"))
    essays = [item for item in items if item["kind"] == "essay"]
    if not essays:
        return
    text = "អត្ថបទ" * 800

    def at_essay(pre):
        pre.click("#start-button")
        while shown_item(pre) != essays[0]["id"]:
            pre.click("#next" if pre.locator("#test").is_visible() else "#to-questions")
        return pre.locator(f"#q-{essays[0]['id']} textarea")

    course = launch(desk, pages)
    pre = go_to(desk, course, pages.tests["pre"])
    at_essay(pre).fill(text)
    pre.click("#next")
    expect(pre.locator("#notice")).not_to_be_empty()
    go_to(desk, course, pages.lessons[0])
    pre = go_to(desk, course, pages.tests["pre"])
    pre.click("#start-button")
    while shown_item(pre) != essays[0]["id"]:
        pre.click("#back")
    assert pre.locator(f"#q-{essays[0]['id']} textarea").input_value() == text
    desk.leave()
    assert len(desk.values["cmi.suspend_data"]) <= 4096

    course = again(desk)
    pre = page_in(desk, pages.tests["pre"])
    expect(pre.locator("#notice")).not_to_be_empty()  # It has to be written again.
    desk.is_sound()
