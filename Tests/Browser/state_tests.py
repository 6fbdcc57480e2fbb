"""What is kept between visits: the texts of state.js, their limits, their age, their damage."""

from desk import HERE, once, test


def bench(desk, pages):
    """A page whose scripts are at hand, with random states."""
    page = desk.open()
    page.goto(desk.address(pages.lessons[0]))
    page.wait_for_selector("html[data-ready]")
    for name in ["random_states.js", "first_layout.js"]:
        page.add_script_tag(path=HERE / name)
    return page


@once
@test
def two_thousand_random_states_are_read_as_they_were_kept(desk, pages):
    found = bench(desk, pages).evaluate("""() => {
      const random = randomStates(1);
      const wrong = [];
      const kinds = {};
      for (let round = 0; round < 2000; round += 1) {
        const items = random.items(random.below(40));
        const state = random.state(items);
        const { text, leftOut } = Sala.stateText(state, items, Infinity);
        const read = Sala.readState(text, () => items, "en");
        for (const one of items) if (state.answers[one.id]) kinds[one.kind] = true;
        const isSame = read.problem === null && leftOut.length === 0 && read.lost.length === 0
          && random.plain(items, state) === random.plain(items, read.state);
        const isOnTime = items.every(({ id }) => {
          const [before, after] = [state.moments[id], read.state.moments[id]];
          if (!before) return after === undefined;
          const off = Math.abs(after.spent - before.spent);
          return off <= 0.5 + before.spent * 0.023
            && after.at === Math.floor(before.at / 60) * 60;
        });
        // What was read and is kept again is the same text: nothing wears away from visit to visit.
        const again = Sala.stateText(read.state, items, Infinity).text;
        const third = Sala.readState(again, () => items, "en");
        const isStable = Sala.stateText(third.state, items, Infinity).text === again;
        if (!isSame || !isOnTime || !isStable || !/^2[\\w-]+$/.test(text)) {
          wrong.push([round, text, isSame, isOnTime, isStable, read]);
        }
      }
      return { wrong: wrong.slice(0, 3), kinds: Object.keys(kinds).sort() };
    }""")
    assert found["wrong"] == [], found["wrong"]
    assert found["kinds"] == [
        "blanks", "choice", "essay", "match", "numeric", "order", "rating", "text"], found["kinds"]


@once
@test
def what_does_not_fit_is_named_and_closed_answers_stay(desk, pages):
    found = bench(desk, pages).evaluate("""() => {
      const random = randomStates(2);
      const wrong = [];
      let hadRoom = 0;
      let hadTooLittle = 0;
      for (let round = 0; round < 600; round += 1) {
        const items = random.items(30);
        const state = random.state(items, { longest: 200 });
        const room = 300 + random.below(1500);
        const { text, leftOut } = Sala.stateText(state, items, room);
        const read = Sala.readState(text, () => items, "en");
        if (leftOut.length > 0) hadTooLittle += 1;
        else hadRoom += 1;
        for (const one of items) {
          const before = Sala.encodedAnswer(one, state.answers[one.id]);
          const after = Sala.encodedAnswer(one, read.state.answers[one.id]);
          const isLeftOut = leftOut.includes(one.id);
          if ((before !== after) !== isLeftOut) wrong.push([round, one, before, after]);
          if (isLeftOut && !["text", "essay", "blanks"].includes(one.kind)) wrong.push([round, one]);
        }
        // Moments go before any text does.
        if (leftOut.length > 0 && Object.keys(read.state.moments).length > 0) wrong.push([round]);
        const sameLost = read.lost.slice().sort().join() === leftOut.slice().sort().join();
        if (read.problem !== null || text.length > room || !sameLost) {
          wrong.push([round, read.problem, text.length, room, read.lost, leftOut]);
        }
      }
      return { wrong: wrong.slice(0, 3), hadRoom, hadTooLittle };
    }""")
    assert found["wrong"] == [], found["wrong"]
    assert found["hadRoom"] > 100 and found["hadTooLittle"] > 100, found


@once
@test
def a_course_of_500_closed_questions_fits_with_room_for_2000_typed_letters(desk, pages):
    found = bench(desk, pages).evaluate("""() => {
      const random = randomStates(3);
      const names = ["pre-test", "one", "two", "three", "four", "five", "six", "post-test"];
      const kinds = ["choice", "choice", "choice", "rating", "numeric", "match", "order", "two"];
      const pages = names.map((name, page) => {
        const count = page < 4 ? 63 : 62;
        const items = random.items(count, random.CLOSED, 6);
        items.forEach((item, index) => {
          item.id = `${name}-${index}`;
          const kind = kinds[index % kinds.length];
          item.kind = kind === "two" ? "choice" : kind;
          delete item.targets;
          item.options = kind === "numeric" ? [] : ["a", "b", "c", "d", "e", "f"];
          if (index % 16 === 0) item.options = ["a", "b"];
          if (kind === "match") item.targets = ["1", "2", "3", "4", "5", "6"];
        });
        const state = random.state(items, { share: 10, hasChecks: false });
        items.forEach((item, index) => {
          const kind = kinds[index % kinds.length];
          if (kind === "choice") state.answers[item.id] = [random.oneOf(item.options)];
          if (kind === "two") state.answers[item.id] = ["a", "b"];
          if (kind === "numeric") state.answers[item.id] = random.oneOf(["12.5", "1240", "0.75"]);
          if (kind === "match") {
            for (const id of item.options) state.answers[item.id][id] = random.oneOf(item.targets);
          }
          state.moments[item.id] = { spent: 1 + random.below(600), at: random.below(86400) };
        });
        return { items, state };
      });
      const asCourse = () => ({ language: "km", current: 3, pages: pages.map(({ state, items }) => ({
        status: "incomplete", layers: Sala.layersIn(Sala.stateText(state, items, Infinity).text) })) });
      const whole = Sala.courseText(asCourse(), names);
      const read = Sala.readCourse(whole.text, names, "en");
      const isSame = read.problem === null && pages.every(({ items, state }, index) => {
        const page = Sala.readState(Sala.pageText(read.course.pages[index].layers), () => items, "en");
        return page.problem === null && random.plain(items, page.state) === random.plain(items, state)
          && items.every((item) => page.state.moments[item.id].spent > 0);
      });
      // A long text in the last page takes what is left; everything that is closed stays.
      const essay = { id: "essay", kind: "essay", options: [] };
      pages[7].items.push(essay);
      let most = 0;
      for (let length = 100; ; length += 100) {
        pages[7].state.answers.essay = "ក".repeat(length);
        if (Sala.courseText(asCourse(), names).leftOut.length > 0) break;
        most = length;
      }
      const beyond = Sala.courseText(asCourse(), names);
      const last = Sala.readCourse(beyond.text, names, "en").course.pages[7];
      const again = Sala.readState(Sala.pageText(last.layers), () => pages[7].items, "en");
      return { count: pages.reduce((sum, page) => sum + page.items.length, 0) - 1,
        length: whole.text.length, leftOut: whole.leftOut.length, isSame, most,
        beyond: beyond.text.length, named: beyond.leftOut, lost: again.lost,
        kept: Object.keys(again.state.answers).length };
    }""")
    assert found["count"] == 500 and found["isSame"] and found["leftOut"] == 0, found
    assert found["length"] <= 4096 and found["beyond"] <= 4096, found
    assert found["most"] >= 2000, found
    assert found["named"] == [{"page": 7, "slot": 0, "isSent": False}], found
    assert found["lost"] == ["essay"] and found["kept"] == 62, found


@once
@test
def damaged_state_is_named_and_never_misread(desk, pages):
    found = bench(desk, pages).evaluate("""() => {
      const random = randomStates(4);
      const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      const wrong = [];
      let count = 0;
      const names = ["x", "y"];
      const course = (text) => {
        const read = Sala.readCourse(text, names, "en");
        return { problem: read.problem, plain: JSON.stringify(read.course) };
      };
      for (let round = 0; round < 60; round += 1) {
        const items = random.items(1 + random.below(12));
        const state = random.state(items);
        const own = Sala.stateText(state, items).text;
        const both = Sala.courseText({ language: "en", current: 1, pages: [
          { status: "passed", layers: null },
          { status: "incomplete", layers: Sala.layersIn(own) }] }, names).text;
        const page = (text) => {
          const read = Sala.readState(text, () => items, "en");
          return { problem: read.problem, plain: random.plain(items, read.state),
            isEmpty: Object.keys(read.state.answers).length === 0 };
        };
        for (const [text, read] of [[own, page], [both, course]]) {
          const good = read(text);
          if (good.problem !== null) wrong.push([round, text, "the whole text", good]);
          const damaged = [];
          for (let length = 0; length < text.length; length += 1) damaged.push(text.slice(0, length));
          for (let turn = 0; turn < 100; turn += 1) {
            const at = random.below(text.length);
            let bad = text.slice(0, at) + random.oneOf(SIGNS) + text.slice(at + 1);
            if (turn % 4 === 0) bad = text.slice(0, at) + text.slice(at + 1 + random.below(3));
            if (turn % 4 === 1) {
              bad = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7)))
                + text.slice(at + 1);
            }
            damaged.push(bad);
          }
          damaged.push(text + "A", text + text, text + " ", "2", "2AAAA", "2AAAAAAAA", "2!", "1", "1!");
          for (const bad of damaged) {
            if (bad === text || bad === "") continue;
            count += 1;
            const after = read(bad);
            // Two bits of the last sign may be padding: then nothing was damaged.
            const isSame = after.problem === null && after.plain === good.plain;
            const isNamed = ["unreadable", "newer", "changed"].includes(after.problem)
              && after.isEmpty !== false;
            if (!isSame && !isNamed) wrong.push([round, text, bad, after]);
          }
        }
      }
      return { wrong: wrong.slice(0, 3), count };
    }""")
    assert found["wrong"] == [], found["wrong"]
    assert found["count"] > 10000, found


@once
@test
def what_an_older_package_kept_is_still_read(desk, pages):
    found = bench(desk, pages).evaluate("""() => {
      const random = randomStates(5);
      const wrong = [];
      for (let round = 0; round < 500; round += 1) {
        const items = random.items(1 + random.below(30));
        const state = random.state(items);
        // That layout had no answer without a moment.
        for (const id of Object.keys(state.answers)) state.moments[id] ||= { spent: 0, at: 0 };
        const text = firstLayout(state, items);
        const read = Sala.readState(text, () => items, "en");
        const moments = JSON.stringify(items.map((item) => {
          const one = state.moments[item.id];
          return one ? [Math.round(one.spent), one.at] : null;
        }));
        const after = JSON.stringify(items.map((item) => {
          const one = read.state.moments[item.id];
          return one ? [one.spent, one.at] : null;
        }));
        const now = Sala.readState(Sala.stateText(read.state, items, Infinity).text, () => items, "en");
        if (read.problem !== null || random.plain(items, state) !== random.plain(items, read.state)
          || moments !== after || now.problem !== null
          || random.plain(items, now.state) !== random.plain(items, state)) {
          wrong.push([round, text, read, moments, after]);
        }
        const others = items.concat([{ id: "new", kind: "text", options: [] }]);
        if (Sala.readState(text, () => others, "en").problem !== "changed") wrong.push([round, "changed"]);
      }
      return wrong.slice(0, 3);
    }""")
    assert found == [], found


@once
@test
def a_state_of_the_first_layout_is_still_read(desk, pages):
    """Bytes written by hand: fingerprint, Khmer, open, form 1, question 2; b and d, 15, no answer."""
    found = bench(desk, pages).evaluate("""() => {
      const items = [
        { id: "x", kind: "choice", options: ["a", "b", "c", "d"] },
        { id: "y", kind: "numeric", options: [] }, { id: "z", kind: "text", options: [] }];
      const print = Sala.forTests.fnv32("x:choice:4;y:numeric:0;z:text:0") % 16384;
      const bytes = [(print % 128) | 128, Math.floor(print / 128), 1, 0, 1, 2,
        10, 7, 9, 2, 49, 53, 3, 4, 0, 1, 0];
      const text = "1" + btoa(String.fromCharCode(...bytes))
        .replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
      return Sala.readState(text, () => items, "en");
    }""")
    assert found["problem"] is None, found
    assert found["state"]["answers"] == {"x": ["b", "d"], "y": "15"}
    assert found["state"]["moments"]["x"] == {"spent": 7, "at": 9}
    assert found["state"]["language"] == "km" and found["state"]["checked"] == {"x": True}


@once
@test
def the_second_layout_is_the_one_that_is_written_down(desk, pages):
    """A text made by hand after docs/runtime-state.md; whoever changes the layout must change the
    version."""
    items = [
        {"id": "x", "kind": "choice", "options": ["a", "b", "c", "d"]},
        {"id": "y", "kind": "order", "options": ["a", "b", "c"]},
        {"id": "z", "kind": "text", "options": []},
    ]
    page = bench(desk, pages)
    print_ = page.evaluate("text => Sala.forTests.fnv32(text) & 0xffffff", (
        '[["x","choice",["a","b","c","d"],0,[]],["y","order",["a","b","c"],0,[]],'
        '["z","text",[],0,[]]]'))
    bits = f"{print_:024b}" + "1" + "0" + "0" + "0001" + "0010"  # Khmer, open, no checks, form, place
    bits += "1" + "1" + "01"  # x: given, one option, b
    bits += "1" + "10" + "1" + ""  # y: given, c of three, b of two, a of one
    bits += "1"  # z: given, its text lies apart
    bits += "0" * (-len(bits) % 8)
    core = [int(bits[at:at + 8], 2) for at in range(0, len(bits), 8)]
    text = [ord("o"), 0x80, 0x80 + 0x52, 1]  # o, U+1780, U+17D2, the space without width
    spent = [1 + 0, 0, 1 + round(254 / 11.36676 * 2.30259)]  # nothing, unknown, nine seconds
    content = [0, len(core), *core, 1, 0, len(text), *text, len(spent), *spent, 0]
    checksum = 0xB704CE
    for byte in content:
        checksum ^= byte << 16
        for _ in range(8):
            checksum = (checksum << 1) ^ (0x1864CFB if checksum & 0x800000 else 0)
    content += [checksum >> 16 & 255, checksum >> 8 & 255, checksum & 255]
    found = page.evaluate("""({ items, content }) => {
      const text = "2" + btoa(String.fromCharCode(...content))
        .replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
      const read = Sala.readState(text, () => items, "en");
      return { read, isWrittenSo: Sala.stateText(read.state, items).text === text };
    }""", {"items": items, "content": content})
    assert found["read"]["problem"] is None and found["isWrittenSo"], found
    state = found["read"]["state"]
    assert state["answers"] == {"x": ["b"], "y": ["c", "b", "a"], "z": "oក្\u200b"}, state
    assert state["moments"] == {"x": {"spent": 0}, "z": {"spent": 9}}, state
    assert (state["language"], state["form"], state["position"]) == ("km", 1, 2), state


@once
@test
def a_newer_state_and_one_of_other_questions_are_told_apart(desk, pages):
    found = bench(desk, pages).evaluate("""() => {
      const items = [{ id: "x", kind: "choice", options: ["a", "b"] }];
      const state = { language: "km", isFinished: false, form: 0, position: 0,
        answers: { x: ["b"] }, moments: {}, checked: {} };
      const { text } = Sala.stateText(state, items);
      const problem = (text, items) => Sala.readState(text, () => items, "en").problem;
      const course = Sala.courseText({ language: "en", current: 0, pages: [
        { status: "", layers: null }] }, ["a"]).text;
      return [
        problem(text, items), problem("3" + text.slice(1), items), problem("x", items),
        problem(text, [{ id: "x", kind: "choice", options: ["a", "c"] }]),
        problem(text, [{ id: "y", kind: "choice", options: ["a", "b"] }]),
        problem(text, [{ id: "x", kind: "rating", options: ["a", "b"] }]),
        problem(text, undefined), problem(course, items), problem("", items),
        Sala.readCourse(course, ["a"], "en").problem, Sala.readCourse(course, ["b"], "en").problem,
        Sala.readCourse(text, ["a"], "en").problem, Sala.readCourse("4x", ["a"], "en").problem,
        Sala.readCourse("1x", ["a"], "en").problem, Sala.readCourse("", ["a"], "en").problem,
      ];
    }""")
    assert found == [
        None, "newer", "unreadable", "changed", "changed", "changed", "changed", "changed", None,
        None, "changed", "changed", "newer", "changed", None], found
