"""What holds in every view of every page: accessibility, widths, languages."""

from axe_playwright_python.sync_playwright import Axe

from course_tests import SHELL, go_to, serve_course
from desk import give_any_answer, items_of, test

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = [320, 360, 1280]


def course_views(desk, pages, width, **options):
    """The shell of a course in one SCO, with nothing begun, a page, and marks in its list."""
    serve_course(desk, pages)
    place = desk.open(width, 800 if width > 400 else 640, **options)
    place.goto(desk.address(SHELL))
    place.wait_for_selector("html[data-ready]")
    yield "course fresh", place
    go_to(desk, place, pages.lessons[0]).click("#finish")
    yield "course page", place
    place.click("#to-list")
    yield "course begun", place


def views(desk, pages, width, **options):
    """Every view of every page, with its name, as a learner meets it."""
    yield from course_views(desk, pages, width, **options)
    for name in pages.data:
        place = desk.open(width, 800 if width > 400 else 640, **options)
        place.goto(desk.address(name))
        place.wait_for_selector("html[data-ready]")
        if pages.data[name]["kind"] == "lesson":
            yield name + " fresh", place
            for item in pages.data[name]["items"]:
                if item["kind"] == "performance":
                    continue
                give_any_answer(place, item)
                place.locator(f"#q-{item['id']} .check").click()
            place.click("#finish")
            yield name + " finished", place
            continue
        yield name + " intro", place
        place.click("#start-button")
        yield name + " start", place
        place.fill("#code", "L-1")
        place.click("#start-button")
        kinds = set()
        kind = pages.data[name]["kind"]
        for item in items_of(pages, kind, pages.form(kind, "L-1")):
            if item["kind"] == "numeric":
                place.locator(f"#q-{item['id']} input").fill("x")
                place.click("#next")
            elif item["kind"] not in ("choice", "text"):
                give_any_answer(place, item)
            if item["kind"] not in kinds:
                yield f"{name} {item['kind']}", place
                kinds.add(item["kind"])
            if item["kind"] == "numeric":
                place.locator(f"#q-{item['id']} input").fill("1")
            place.click("#next")
        yield name + " review", place
        place.click("#hand-in")
        yield name + " confirm", place
        place.click("#confirm-yes")
        yield name + " done", place


# A rule that axe leaves out unless it is asked for by name.
MORE = {"target-size": {"enabled": True}}


def judged(place, context=None):
    return Axe().run(place, context=context, options={"runOnly": RULES, "rules": MORE}).response


def places_of(response, kind):
    return [(one["id"], node) for one in response[kind] for node in one["nodes"]]


def broken(place, response):
    """What axe found, and what it could not decide: each place with its rule.

    What lies outside of a box that scrolls, such as cells of a wide table on a narrow screen, is
    brought into sight and judged again.
    """
    found = [(rule, node["html"]) for rule, node in places_of(response, "violations")]
    for rule, node in places_of(response, "incomplete"):
        said = {check["message"] for check in node["any"]}
        # A frame's page has its own turn; an arrow or a tick is no text to be read.
        if rule == "frame-tested" or said == {"Element content contains only non-text characters"}:
            continue
        target = node["target"][0]
        place.locator(target).first.evaluate(
            "e => e.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })")
        again = judged(place, target)
        found += [("again " + name, one["html"]) for name, one in places_of(again, "violations")]
        if rule not in {name for kind in ["passes", "violations"] for name, _ in places_of(again, kind)}:
            found.append(("undecided " + rule, node["html"]))
    return found


@test
def no_view_breaks_a_rule_of_wcag_2_2_aa(desk, pages):
    ran = set()
    for width in [360, 1280]:
        for name, place in views(desk, pages, width):
            response = judged(place)
            found = broken(place, response)
            assert found == [], (name, width, found)
            ran |= {one["id"] for one in response["passes"]}
    assert ran >= {"target-size", "color-contrast", "label", "aria-valid-attr", "html-has-lang"}, ran


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
            """() => [...document.querySelectorAll(
                "button, input, select, textarea, a:not(.skip)")].filter(e => {
              const box = e.getBoundingClientRect();
              // A link within a sentence is as high as its line (WCAG 2.2, 2.5.8, inline).
              if (e.matches("p a") && !e.matches(".cite a")) return false;
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
        # Where the course shows a page, that page has the heading.
        assert place.locator("h1:visible, #view:visible").count() == 1, name


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
