"""Khmer that breaks between words where the browser has no dictionary, and is let alone where it has."""

import copy
import re

from course_tests import SHELL
from desk import give_any_answer, items_of, test
from view_tests import views

# What a browser without a dictionary knows: nothing of the kind, or that it is one long word.
WITHOUT = {
    "no segmenter": "delete Intl.Segmenter",
    "one long word": """Intl.Segmenter = class {
        segment(text) { return text ? [{ segment: text, index: 0, isWordLike: true }] : []; } };""",
}
# A run with all that may stand in it; a word begins with a consonant or an independent vowel.
LETTERS = "\u1780-\u17d3\u17d7\u17dc\u17dd\u200c\u200d\u2060"
PLACES = f"""() => Array.from(document.querySelectorAll("wbr"), (one) => {{
    const side = (node, pattern) => (node && node.nodeType === 3 && node.data.match(pattern) || [""])[0];
    return [side(one.previousSibling, /[{LETTERS}]+$/), side(one.nextSibling, /^[{LETTERS}]+/)];
  }})"""


def few(pages):
    """One lesson and the tests are enough; every lesson would say the same again."""
    some = copy.copy(pages)
    some.data = {name: data for name, data in pages.data.items() if name not in pages.lessons[1:]}
    some.lessons = pages.lessons[:1]
    return some


def opened(desk, name, script=None, **options):
    desk.init_script = script
    place = desk.open(**options)
    place.goto(desk.address(name))
    place.wait_for_selector("html[data-ready]")
    # How many words a text has is told by the dictionary that is taken away here.
    place.evaluate("for (const one of document.querySelectorAll('.counter')) one.remove()")
    return place


def count(place):
    return place.locator("wbr").count()


def some_pages(pages):
    """The pages to look at; the one around them too, where the package has it."""
    has_shell = (pages.folder / SHELL).exists() and SHELL not in pages.data
    return ([SHELL] if has_shell else []) + list(few(pages).data)


def known(pages, name):
    """The words of a page, and the runs whose breaks are told."""
    entries = pages.data[name].get("breaks", "").split()
    whole = [entry.split("|") for entry in entries if "|" in entry]
    return {entry for entry in entries if "|" not in entry}, whole


def inserted(place, html):
    """What becomes of an element that a script puts into the page."""
    return place.evaluate(
        """async (html) => {
          const box = document.createElement("div");
          box.innerHTML = html;
          document.querySelector("main").append(box);
          await new Promise((done) => setTimeout(done, 0));
          const found = box.innerHTML;
          box.remove();
          return found; }""", html)


@test
def a_browser_that_knows_khmer_gets_no_breaks_of_ours(desk, pages):
    for name in some_pages(pages):
        place = opened(desk, name)
        assert count(place) == 0, name
        assert inserted(place, "<p>ខ្មែរនិងជាតិ</p>") == "<p>ខ្មែរនិងជាតិ</p>"
    assert desk.faults == [], desk.faults


@test
def a_browser_without_a_dictionary_breaks_between_words(desk, pages):
    for name in some_pages(pages):
        text = opened(desk, name).evaluate("document.body.textContent")
        shown = desk.page.evaluate("document.querySelector('main').innerText")
        for kind, script in WITHOUT.items():
            place = opened(desk, name, script)
            assert place.evaluate("document.body.textContent") == text, (name, kind)
            assert place.evaluate("document.querySelector('main').innerText") == shown, (name, kind)
            if "km" not in pages.languages:
                assert count(place) == 0, (name, kind)
                continue
            places = place.evaluate(PLACES)
            assert len(places) > 10, (name, kind, len(places))
            if name == SHELL:
                continue
            words, whole = known(pages, name)
            words |= {word for run in whole for word in run}
            for before, after in places:
                assert before in words and after in words, (name, before, after)
                assert re.match("[\u1780-\u17b3]", after) and before[-1] != "\u17d2", (before, after)
        assert place.evaluate("""() => document.querySelectorAll(
            "textarea wbr, select wbr, code wbr, pre wbr, .unseen wbr, noscript wbr").length""") == 0
    assert desk.faults == [], desk.faults


@test
def what_scripts_write_later_breaks_too(desk, pages):
    name = pages.lessons[0]
    words, whole = known(pages, name)
    if not words:
        return
    place = opened(desk, name, WITHOUT["no segmenter"])
    for run in whole[:50]:
        assert inserted(place, f"<p>{''.join(run)}</p>") == f"<p>{'<wbr>'.join(run)}</p>", run
    # Words of a page are found in a run that the page does not have, and the longest one wins.
    some = sorted(words, key=lambda word: (-len(word), word))[:3]
    spoken = "<wbr>".join(some)
    assert inserted(place, f"<p>{''.join(some)}</p>") == f"<p>{spoken}</p>"
    assert inserted(place, f"<p>a {''.join(some)}។ <b>១២{''.join(some)}</b></p>") == (
        f"<p>a {spoken}។ <b>១២{spoken}</b></p>")
    # Where the author says where to break, and where nothing is shown as lines.
    for html in [f"<p>{some[0]}\u200b{some[1]}</p>", f"<p>{some[0]}</p>",
                 f"<p>{some[2]}\u200b{some[0]}{some[1]}</p>", f"<p>{some[0]}{some[1]}\u200b.</p>",
                 f"<code>{some[0]}{some[1]}</code>", f"<textarea>{some[0]}{some[1]}</textarea>",
                 f"<p>ឃ{some[0]}ឃ</p>" if "ឃ" not in words else "<p></p>"]:
        assert inserted(place, html) == html, html
    # What was broken once is not broken again.
    before = count(place)
    place.evaluate("document.body.append(document.querySelector('main'))")
    place.wait_for_timeout(50)
    assert count(place) == before
    assert desk.faults == [], desk.faults


@test
def answers_feedback_and_results_are_the_same(desk, pages):
    found = {}
    for kind, script in {"with": None, **WITHOUT}.items():
        said = []
        place = opened(desk, pages.lessons[0], script)
        for item in pages.data[pages.lessons[0]]["items"][:4]:
            if item["kind"] == "performance":
                continue
            give_any_answer(place, item)
            place.locator(f"#q-{item['id']} .check").click()
            place.wait_for_timeout(100)
            said.append(place.evaluate("document.getElementById('live').textContent"))
            said.append(place.locator(f"#q-{item['id']} .feedback:visible").all_text_contents())
        if kind != "with" and "km" in pages.languages and pages.languages[0] == "km":
            assert place.locator(".feedback wbr, .result wbr").count() > 0, kind
        for code in pages.languages[1:] + pages.languages[:1]:
            if len(pages.languages) > 1:
                place.click(f"[data-choose={code}]")
            said.append(place.evaluate("[document.title, document.body.innerText]"))
        place = opened(desk, pages.tests["pre"], script)
        place.click("#start-button")
        place.fill("#code", "L-1")
        place.click("#start-button")
        for item in items_of(pages, "pre", pages.form("pre", "L-1")):
            said.append(place.locator(f"#q-{item['id']} .stem").text_content())
            give_any_answer(place, item)
            place.click("#next")
        place.click("#hand-in")
        place.click("#confirm-yes")
        with place.expect_download() as download:
            place.click("#download")
        said.append(download.value.path().read_text("utf-8"))
        found[kind] = said
    for kind in WITHOUT:
        for one, other in zip(found[kind], found["with"], strict=True):
            assert one == other, (kind, one, other)
    assert desk.faults == [], desk.faults


@test
def broken_lines_are_no_wider_than_the_page(desk, pages):
    desk.init_script = WITHOUT["no segmenter"]
    for width in [320, 360]:
        total = 0
        for name, place in views(desk, few(pages), width):
            size = place.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert size[0] <= size[1], (name, width, size)
            total += count(place)
        assert (total > 0) == ("km" in pages.languages), (width, total)
