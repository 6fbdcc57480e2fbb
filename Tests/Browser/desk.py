"""Where a learner sits: sets of pages, a browser window, an LMS, a keyboard."""

import functools
import http.server
import json
import pathlib
import re
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent

TESTS = []


def test(function):
    """Marks a test, which takes a desk and a set of pages."""
    TESTS.append(function)
    return function


def once(function):
    """Marks a test of the scripts alone: one set of pages is enough for it."""
    function.is_for_one_set = True
    return function


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
    def assets(self):
        """Where the scripts lie, from the pages."""
        return "shared/" if (self.folder / "shared").exists() else ""

    @property
    def languages(self):
        return next(iter(self.data.values()))["languages"]

    def form(self, kind, learner):
        """The form that a learner takes, computed here a second time."""
        number = 2166136261
        for byte in learner.encode():
            number = (number ^ byte) * 16777619 % 2**32
        number = (number ^ number >> 16) * 0x85EBCA6B % 2**32
        number = (number ^ number >> 13) * 0xC2B2AE35 % 2**32
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


def serve(kind, text, route):
    route.fulfill(status=200, content_type=f"{kind}; charset=utf-8", body=text)


STUBS = {"scorm12": "stub12.html", "scorm2004": "stub2004.html"}


class Desk:
    """A browser window, and what went wrong in it.

    With `profile` or `data`, the pages are given as a package of that profile would hold them.
    """

    profile = None

    def __init__(self, browser, ports, pages):
        self.browser, self.ports, self.pages = browser, ports, pages
        self.context = None
        self.data = {}
        self.faults = []
        self.init_script = None  # What runs in each page before its own scripts.
        self.served = {}  # What no file of the set holds, by name: type and text.

    def open(self, width=1280, height=900, **options):
        self.close()
        self.context = self.browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options)
        self.context.set_default_timeout(10000)
        if self.init_script:
            self.context.add_init_script(self.init_script)
        if self.profile or self.data:
            self.context.route(re.compile(r"/pages/[^?]*\.html"), self.rewrite)
        for name, (kind, text) in self.served.items():
            self.context.route("**/" + name, functools.partial(serve, kind, text))
        self.page = self.context.new_page()
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.page.on("console", lambda one: one.type == "error" and self.faults.append(one.text))
        return self.page

    def rewrite(self, route):
        response = route.fetch()
        change = {**({"profile": self.profile} if self.profile else {}), **self.data}

        def changed(match):
            data = {**json.loads(match[2]), **change}
            return match[1] + json.dumps(data).replace("<", "\\u003c") + match[3]

        body = re.sub(r'(id="sala-data">)(.*?)(</script>)', changed, response.text(), flags=re.S)
        route.fulfill(response=response, body=body)

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
        stub = STUBS[self.profile or "scorm12"]
        address = f"http://127.0.0.1:{self.ports[0]}/stub/{stub}?"
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
        begin = "Initialize" if self.profile == "scorm2004" else "LMSInitialize"
        assert len(self.calls(begin)) >= 1
        assert self.page.evaluate("touched") == [], "the other version's interface was looked for"
        assert self.faults == [], self.faults


# What a learner does, with the keyboard alone ------------------------------------------------------

def focused(place):
    return place.evaluate(
        """() => { const e = document.activeElement;
        return { id: e.id, type: e.type || "", tag: e.tagName, name: e.name || "",
          value: e.value || "", words: e.innerText || "", part: e.dataset.part || "",
          move: e.dataset.move || "" }; }""")


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
    kind = item["kind"]
    if kind in ("choice", "rating"):
        tab_to(desk, place, lambda here: here["type"] in ("radio", "checkbox"))
        keyboard.press("Space")
    elif kind == "order":
        tab_to(desk, place, lambda here: here["move"] == "1")
        words = focused(place)["words"]
        keyboard.press("Enter")
        assert focused(place)["words"] == words, "the focus stays on the button"
    elif kind in ("match", "blanks"):
        for part in item["options"]:
            here = tab_to(desk, place, lambda here: here["part"] == part)
            if here["tag"] == "SELECT":
                keyboard.press("ArrowDown")
            else:
                keyboard.type(typed)
    elif kind != "performance":
        tab_to(desk, place, lambda here: here["type"] in ("text", "textarea"))
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


def best(answers):
    return max(answers, key=lambda answer: answer["weight"])


def right_entry(key):
    """What is right in one field."""
    if "texts" in key:
        return best(key["texts"])["text"]
    return str(best(key["numbers"])["value"]) if "numbers" in key else key["right"][0]


def fill_part(box, part, value):
    field = box.locator(f"[data-part='{part}']:visible")
    if field.evaluate("e => e.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


def put_in_order(box, wanted):
    """Moves lines up until they stand as wanted."""
    for place, option in enumerate(wanted):
        for _ in range(len(wanted)):
            shown = box.locator(".order li").evaluate_all("all => all.map(e => e.dataset.option)")
            if shown[place] == option:
                break
            box.locator(f".order li[data-option='{option}'] [data-move='-1']").click()
    if box.locator(".as-shown:visible").count():
        box.locator(".as-shown").click()


def give_right_answer(place, item, key):
    box = place.locator(f"#q-{item['id']}")
    kind = item["kind"]
    if kind == "choice":
        for option in item["options"]:
            field = box.locator(f"input[value='{option}']")
            if option in key["right"]:
                field.check()
            elif field.get_attribute("type") == "checkbox" and field.is_checked():
                field.uncheck()
    elif kind == "match":
        for source, target in zip(item["options"], key["targets"]):
            fill_part(box, source, target)
    elif kind == "order":
        put_in_order(box, key["order"])
    elif kind == "blanks":
        for blank, own in zip(item["options"], key["blanks"]):
            fill_part(box, blank, right_entry(own))
    elif kind in ("numeric", "text"):
        box.locator("input").fill(right_entry(key))
    else:
        give_any_answer(place, item)


def give_any_answer(place, item):
    """Answers without knowing what is right."""
    box = place.locator(f"#q-{item['id']}")
    kind = item["kind"]
    if kind in ("choice", "rating"):
        box.locator("input").last.check()
    elif kind == "match":
        for source in item["options"]:
            fill_part(box, source, item["targets"][0])
    elif kind == "order":
        box.locator("[data-move='1']").first.click()
    elif kind == "blanks":
        for blank, entry in zip(item["options"], item["entries"]):
            fill_part(box, blank, entry["options"][-1] if "options" in entry else "12")
    elif kind == "essay":
        box.locator("textarea").fill("A text of six words.\nអត្ថបទខ្លី")
    elif kind != "performance":
        box.locator("input").fill("1")


def is_judged(item):
    """Whether a page scores it: opinions never, texts and deeds by humans."""
    return item["kind"] not in ("rating", "essay", "performance")


def answer_all_right(place, pages, form):
    key = right_answers(place)
    for item in items_of(pages, "post", form):
        assert shown_item(place) == item["id"]
        give_right_answer(place, item, key[item["id"]])
        place.click("#next")
    place.wait_for_selector("#review:not([hidden])")
