"""What a page does where there is no LMS, and what its reading and scoring make of answers."""

import csv
import io
import json
import pathlib
import re
import urllib.parse

from playwright.sync_api import expect

from desk import give_any_answer, give_right_answer, items_of, right_answers, shown_item, test


@test
def a_test_stands_alone_resumes_and_gives_a_result_file(desk, pages):
    for kind in ["pre", "post"]:
        page = desk.open()
        page.goto((pages.folder / pages.tests[kind]).resolve().as_uri())
        page.wait_for_selector("html[data-ready]")
        page.click("#start-button")
        expect(page.locator("#code-error")).to_be_visible()
        page.fill("#code", " L-១ ")
        page.fill("#event", 'E "1", x')
        page.click("#start-button")
        form = pages.form(kind, "L-1")
        items = items_of(pages, kind, form)
        key = right_answers(page) if kind == "post" else None
        for index, item in enumerate(items):
            if index == 1:
                page.reload()
                page.wait_for_selector("html[data-ready]")
                page.fill("#code", "L-1")
                page.fill("#event", 'E "1", x')
                page.click("#start-button")
                page.wait_for_selector("#test:not([hidden])")
                while shown_item(page) != item["id"]:
                    page.click("#next")
            if kind == "post":
                give_right_answer(page, item, key[item["id"]])
            elif item["kind"] == "choice" and index != 2:
                page.locator(f"#q-{item['id']} input").last.check()
            page.click("#next")
        page.click("#hand-in")
        page.click("#confirm-yes")
        with page.expect_download() as download:
            page.click("#download")
        name = download.value.suggested_filename
        assert re.fullmatch(r"[A-Za-z0-9_-]+\.csv", name), name
        text = pathlib.Path(download.value.path()).read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert list(rows[0]) == ["code", "event", "occasion", "form", "item", "answer", "mode"]
        assert {row["mode"] for row in rows} == {"page"}
        assert [row["item"] for row in rows] == form["items"]
        assert {(row["code"], row["event"], row["occasion"], row["form"]) for row in rows} == {
            ("L-1", 'E "1", x', kind, form["id"])}
        if kind == "post":
            expect(page.locator("#score")).to_contain_text(re.compile("100|១០០"))
            for row, item in zip(rows, items):
                if item["kind"] == "choice":
                    assert row["answer"] == ",".join(sorted(key[item["id"]]["right"]))
        else:
            assert page.locator("#score").inner_text() == ""
            assert [row["answer"] != "" for row in rows] == [
                item["kind"] == "choice" and index != 2 for index, item in enumerate(items)]
        page.reload()
        page.wait_for_selector("html[data-ready]")
        page.fill("#code", "L-1")
        page.click("#start-button")
        expect(page.locator("#done")).to_be_visible()
        assert desk.faults == [], desk.faults


@test
def a_lesson_stands_alone_and_remembers(desk, pages):
    for name in pages.lessons:
        page = desk.open()
        page.goto((pages.folder / name).resolve().as_uri())
        page.wait_for_selector("html[data-ready]")
        page.click("#finish")
        page.reload()
        page.wait_for_selector("html[data-ready]")
        expect(page.locator("#finished")).to_be_visible()
        assert desk.faults == [], desk.faults


@test
def progress_and_language_last_from_files_and_from_a_server(desk, pages):
    lesson = pages.lessons[0]
    item = next(one for one in pages.data[lesson]["items"] if one["kind"] == "choice")
    for address in [(pages.folder / lesson).resolve().as_uri(), desk.address(lesson)]:
        page = desk.open()
        page.goto(address)
        page.wait_for_selector("html[data-ready]")
        page.locator(f"#q-{item['id']} input").first.check()
        page.locator(f"#q-{item['id']} .check").click()
        if len(pages.languages) > 1:
            page.click(f"[data-choose={pages.languages[1]}]")
            assert page.locator(f"#q-{item['id']} input").first.is_checked()
        page.reload()
        page.wait_for_selector("html[data-ready]")
        assert page.locator(f"#q-{item['id']} input").first.is_checked()
        expect(page.locator(f"#q-{item['id']} .result")).not_to_be_empty()
        assert page.evaluate("document.documentElement.lang") == pages.languages[-1]
        assert page.locator("#notice").inner_text() == ""
        assert desk.faults == [], desk.faults


FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@test
def storage_that_is_forbidden_or_full_is_announced_and_holds_up_nothing(desk, pages):
    for script in [FORBIDDEN, FULL]:
        page = desk.open()
        page.add_init_script(script)
        page.goto(desk.address(pages.lessons[0]))
        page.wait_for_selector("html[data-ready]")
        expect(page.locator("#notice")).not_to_be_empty()
        page.click("#finish")
        expect(page.locator("#finished")).to_be_visible()
        page.goto(desk.address(pages.tests["pre"]))
        page.wait_for_selector("html[data-ready]")
        expect(page.locator("#notice")).not_to_be_empty()
        page.fill("#code", "L-1")
        page.click("#start-button")
        give_any_answer(page, items_of(pages, "pre", pages.form("pre", "L-1"))[0])
        page.click("#next")
        page.click("#to-review")
        page.click("#hand-in")
        page.click("#confirm-yes")
        expect(page.locator("#done")).to_be_visible()
        expect(page.locator("#notice")).not_to_be_empty()
        with page.expect_download() as download:
            page.click("#download")
        text = pathlib.Path(download.value.path()).read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert rows[0]["answer"] != "", rows[0]
        assert desk.faults == [], desk.faults


@test
def storage_that_becomes_full_is_announced_until_there_is_room(desk, pages):
    page = desk.open()
    page.goto(desk.address(pages.tests["pre"]))
    page.wait_for_selector("html[data-ready]")
    page.fill("#code", "L-1")
    page.click("#start-button")
    page.evaluate("window.whole = Storage.prototype.setItem; " + FULL + "; null")
    items = items_of(pages, "pre", pages.form("pre", "L-1"))
    give_any_answer(page, items[0])
    page.click("#next")
    expect(page.locator("#notice")).not_to_be_empty()
    page.evaluate("Storage.prototype.setItem = window.whole; null")
    give_any_answer(page, items[1])
    page.click("#next")
    expect(page.locator("#notice")).to_be_empty()
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.fill("#code", "L-1")
    page.click("#start-button")
    expect(page.locator("#progress")).to_contain_text(re.compile("[2២]"))
    assert desk.faults == [], desk.faults


@test
def a_page_inside_a_foreign_page_goes_its_own_way(desk, pages):
    page = desk.open()
    inner = desk.address(pages.tests["pre"], port=1)
    page.goto(f"http://127.0.0.1:{desk.ports[0]}/stub/frame.html?"
              + urllib.parse.urlencode({"depth": 1, "page": inner}))
    place = desk.frame(pages.tests["pre"])
    place.wait_for_selector("html[data-ready]", timeout=15000)
    expect(place.locator("#code")).to_be_visible()
    assert desk.faults == [], desk.faults


@test
def without_scripts_lessons_can_be_read(desk, pages):
    for name in pages.lessons:
        page = desk.open(java_script_enabled=False)
        page.goto((pages.folder / name).resolve().as_uri())
        expect(page.locator("article").first).to_be_visible()
        expect(page.locator("noscript")).to_be_visible()


@test
def words_numbers_and_times_are_read_as_swift_reads_them(desk, pages):
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    numbers = {"12": 12, "១២,៥": 12.5, "1,200": 1200, "0,200": 0.2, "1 200.5": 1200.5, "-3": -3,
               "1,2,3": 123, ".5": 0.5, "1e3": 1000, "": None, "x": None, "1.2.3": None,
               "0x10": None, "Infinity": None, "+7": 7, "1,200,300": 1200300, "12,34": 12.34,
               "1.200,5": 1200.5, "1,200.5": 1200.5, "1.2,3,4": None}
    for typed, number in numbers.items():
        assert page.evaluate("text => Sala.typedNumber(text)", typed) == number, typed
    texts = {" Kampot\u00a0 Province ": "kampot province", "ខេត្ត\u200bកំពត": "ខេត្តកំពត",
             "១២ ABC": "12 abc", "e\u0301": "é", "": "", "\u2060": ""}
    for typed, text in texts.items():
        assert page.evaluate("text => Sala.forTests.normalised(text)", typed) == text, typed
    times = {0: "0000:00:00.00", 59.999: "0000:01:00.00", 3661.5: "0001:01:01.50", -5: "0000:00:00.00",
             1e12: "9999:00:00.00", 0.01: "0000:00:00.01"}
    for seconds, text in times.items():
        assert page.evaluate("s => Sala.forTests.timespan(s)", seconds) == text, seconds
    assert page.evaluate("Sala.forTests.fnv32('')") == 2166136261
    assert page.evaluate("Sala.forTests.fnv32('foobar')") == 0xBF9CF968
    for code, is_second in {"a": True, "foobar": False, "K-17": True, "L1": True, "L2": False}.items():
        assert page.evaluate("code => Sala.forTests.takesSecondFormFirst(code)", code) == is_second, code


@test
def the_page_scores_as_the_engine_does(desk, pages):
    """Where the engine has written down what it makes of answers, the page makes the same."""
    path = pages.root / "vectors.json"
    if not path.exists():
        return
    vectors = json.loads(path.read_text("utf-8"))
    page = desk.open()
    page.goto(desk.address(pages.tests["post"]))
    page.wait_for_selector("html[data-ready]")
    wrong = page.evaluate("""({ numbers, texts, scores }) => {
      const data = JSON.parse(document.getElementById("sala-data").textContent);
      const key = Sala.decodedKey(data);
      const wrong = [];
      for (const [typed, number, text] of numbers) {
        const found = Sala.typedNumber(typed);
        if (found !== (number === "none" ? null : number)) wrong.push([typed, number, found]);
        else if (found !== null && Sala.numberText(found) !== text) wrong.push([typed, text]);
      }
      for (const [typed, text] of texts) {
        const found = Sala.forTests.normalised(typed);
        if (found !== text) wrong.push([typed, text, found]);
      }
      for (const { form, answers, won } of scores) {
        const own = data.forms.find((one) => one.id === form);
        if (!own) continue; // The answers are to the forms of another set of pages.
        const ids = own.items;
        const items = ids.map((id) => data.items.find((item) => item.id === id));
        const given = {};
        for (const item of items) {
          const answer = answers[item.id];
          if (answer !== undefined) given[item.id] = Sala.readAnswer(item, answer);
        }
        const found = Sala.score(items, key, given).won;
        if (found !== won) wrong.push([form, answers, won, found]);
      }
      return wrong;
    }""", {name: vectors[name] for name in ["numbers", "texts", "scores"]})
    assert wrong == [], wrong[:20]


@test
def every_kind_is_scored_written_and_kept_as_the_engine_does(desk, pages):
    """1,000 random answers of each kind: the same points, the same text, the same after a visit."""
    path = pages.root / "vectors.json"
    if not path.exists():
        return
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    found = page.evaluate("""({ id, items, key, answers, typed }) => {
      const keys = Sala.decodedKey({ id, key });
      const wrong = [];
      const counts = {};
      for (const [index, text, points, isRight] of answers) {
        const item = items[index];
        const answer = Sala.readAnswer(item, text);
        counts[item.kind] = (counts[item.kind] || 0) + 1;
        const won = Sala.points(item, keys[item.id], answer);
        if (won !== points) wrong.push([item, keys[item.id], text, points, won]);
        if (Sala.isRight(item, keys[item.id], answer) !== isRight) wrong.push([item, text, isRight]);
        const again = Sala.encodedAnswer(item, answer);
        if (again !== text && !Sala.isEmpty(answer)) wrong.push([item, text, again]);
        const state = { language: "km", isFinished: false, form: 0, position: 0,
          answers: { [item.id]: answer }, moments: {}, checked: {} };
        const kept = Sala.readState(Sala.stateText(state, [item]).text, () => [item], "en");
        const after = Sala.encodedAnswer(item, kept.state.answers[item.id]);
        const before = Sala.isEmpty(answer) ? "" : text;
        // A blank that holds nothing but spaces need not be kept.
        if (kept.problem !== null || after !== before) wrong.push([item, text, kept.problem, after]);
      }
      for (const [index, text, number] of typed) {
        const read = Sala.numberWithUnit(text, items[index].units);
        const found = read === null ? "none" : Sala.numberText(read);
        if (found !== number) wrong.push([items[index], text, number, found]);
      }
      return { wrong: wrong.slice(0, 10), counts };
    }""", json.loads(path.read_text("utf-8"))["kinds"])
    assert found["wrong"] == [], found["wrong"]
    assert min(found["counts"].values()) >= 1000 and len(found["counts"]) == 8, found["counts"]


@test
def what_is_ordered_and_joined_is_never_shown_in_the_key_s_order(desk, pages):
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("""() => {
      for (let size = 2; size < 6; size += 1) {
        const list = Array.from({ length: size }, (_, n) => n);
        for (let n = 0; n < 500; n += 1) {
          const shown = Sala.apart(list, `L-${n}/form/item`);
          if (shown.join() === list.join() || new Set(shown).size !== size) return false;
        }
      }
      return Sala.apart(["a"], "x").join() === "a";
    }""")
