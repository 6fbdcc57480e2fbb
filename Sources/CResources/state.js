/*
 * What a page or a course keeps between visits, in one short text.
 *
 * An LMS of SCORM 1.2 keeps 4,096 characters, so an answer takes as few bits as it can. What is
 * kept lies in layers: the closed answers come first and always stay; typed texts, seconds spent
 * and times of day are left out in the order that `fitted` gives, and the learner is told of texts.
 * docs/runtime-state.md describes the layout; tests in the browser hold both together. The packer
 * puts this after answers.js, bits.js and state1.js, into the same file.
 */
const SalaState = (() => {
  "use strict";

  const { fnv32, isAnswered, isEmpty } = SalaAnswers;
  const {
    BitReader, BitWriter, ByteReader, base64url, bytesOf, crc24, pushNumber, textBytes, textOf,
  } = SalaBits;

  const VERSION = "2";
  const LONGEST = 4096;
  const [PAGE, COURSE] = [0, 1];

  const known = (list, place) => {
    if (place >= list.length) throw new RangeError("no such place");
    return list[place];
  };

  /** How many bits tell `count` things apart. */
  function widthOf(count) {
    let width = 0;
    while (2 ** width < count) width += 1;
    return width;
  }

  // MARK: Numbers as texts

  const NUMERALS = "0123456789-.e+";
  const [NUMBER_ENDS, NUMBER_IS_TEXT] = [14, 15];

  function pushNumeral(bits, text) {
    const places = Array.from(text, (sign) => NUMERALS.indexOf(sign));
    if (!places.includes(-1)) {
      for (const place of places) bits.push(place, 4);
      bits.push(NUMBER_ENDS, 4);
      return;
    }
    const bytes = textBytes(text);
    bits.push(NUMBER_IS_TEXT, 4);
    bits.number(bytes.length);
    for (const byte of bytes) bits.push(byte, 8);
  }

  function readNumeral(bits) {
    for (let text = ""; ; ) {
      const place = bits.read(4);
      if (place === NUMBER_ENDS) return text;
      if (place === NUMBER_IS_TEXT) {
        if (text !== "") throw new RangeError("neither a number nor a text");
        return textOf(Array.from({ length: bits.number() }, () => bits.read(8)));
      }
      text += NUMERALS[place];
    }
  }

  // MARK: Closed answers

  const isTyped = (item) => item.kind === "text" || item.kind === "essay";

  /** Writes an answer that is not empty; a typed text goes into `texts`. */
  function pushAnswer(bits, item, answer, texts) {
    switch (item.kind) {
      case "choice":
      case "rating": {
        const isOne = answer.length === 1;
        bits.push(isOne ? 1 : 0, 1);
        if (isOne) bits.push(item.options.indexOf(answer[0]), widthOf(item.options.length));
        else for (const id of item.options) bits.push(answer.includes(id) ? 1 : 0, 1);
        break;
      }
      case "order": {
        const left = item.options.slice();
        for (const id of answer) {
          bits.push(left.indexOf(id), widthOf(left.length));
          left.splice(left.indexOf(id), 1);
        }
        break;
      }
      case "match":
        for (const id of item.options) {
          bits.push(item.targets.indexOf(answer[id]) + 1, widthOf(item.targets.length + 1));
        }
        break;
      case "blanks":
        item.options.forEach((id, index) => {
          const { options, isNumber } = item.entries[index];
          const part = answer[id] || "";
          if (options) {
            bits.push(options.indexOf(part) + 1, widthOf(options.length + 1));
            return;
          }
          bits.push(part === "" ? 0 : 1, 1);
          if (isNumber && part !== "") pushNumeral(bits, part);
          else if (!isNumber) texts.add(part);
        });
        break;
      case "numeric":
        pushNumeral(bits, answer);
        break;
      default:
        texts.add(answer);
    }
  }

  function readAnswer(bits, item, texts) {
    const parts = {};
    switch (item.kind) {
      case "choice":
      case "rating":
        return bits.read(1) === 1
          ? [known(item.options, bits.read(widthOf(item.options.length)))]
          : item.options.filter(() => bits.read(1) === 1);
      case "order": {
        const left = item.options.slice();
        return item.options.map(() => {
          const id = known(left, bits.read(widthOf(left.length)));
          left.splice(left.indexOf(id), 1);
          return id;
        });
      }
      case "match":
        for (const id of item.options) {
          const place = bits.read(widthOf(item.targets.length + 1));
          if (place > 0) parts[id] = known(item.targets, place - 1);
        }
        return parts;
      case "blanks":
        item.options.forEach((id, index) => {
          const { options, isNumber } = item.entries[index];
          const place = bits.read(options ? widthOf(options.length + 1) : 1);
          const part =
            options && place > 0 ? known(options, place - 1)
            : isNumber && place > 0 ? readNumeral(bits)
            : !options && !isNumber ? texts.next(item, place > 0)
            : "";
          if (part !== "") parts[id] = part;
        });
        return parts;
      case "numeric":
        return readNumeral(bits);
      default:
        return texts.next(item, true);
    }
  }

  /** Whether the answer is one that the question allows: only such answers are kept. */
  function isKnown(item, answer) {
    const holds = (list, ids) => ids.every((id) => list.includes(id));
    switch (item.kind) {
      case "choice":
      case "rating":
        return holds(item.options, answer);
      case "order":
        return (
          answer.length === item.options.length && new Set(answer).size === answer.length
          && holds(item.options, answer)
        );
      default:
        return true;
    }
  }

  /** A hash of what must be the same for old answers to mean the same. */
  const fingerprint = (items) =>
    fnv32(JSON.stringify(items.map((item) => [
      item.id, item.kind, item.options, item.targets || 0,
      (item.entries || []).map((entry) => entry.options || (entry.isNumber ? 1 : 0)),
    ]))) & 0xffffff;

  // MARK: Time
  // Seconds spent are one byte on a scale of logarithms: at most 2.3 percent off, up to a day. The
  // time of day is kept to the minute.

  const STEPS = 254 / Math.log(86401);
  const spentByte = (spent) =>
    Math.round(STEPS * Math.log(1 + Math.min(86400, Math.max(0, spent))));
  const spentOf = (byte) => Math.round(Math.exp(byte / STEPS) - 1);

  // MARK: A page
  // The layers of a page: core and seconds and times as bytes, and its texts, each with its place
  // among all texts that could be typed in this page.

  function layersOf(state, items) {
    const bits = new BitWriter();
    const texts = [];
    let slot = 0;
    const collector = {
      add(text) {
        if (text !== "") texts.push({ slot, bytes: textBytes(text) });
        slot += 1;
      },
    };
    const asked = items.filter(isAnswered);
    const hasChecks = asked.some((item) => state.checked[item.id]);
    const spent = [];
    const times = new BitWriter();
    bits.push(fingerprint(items), 24);
    bits.push(state.language === "km" ? 1 : 0, 1);
    bits.push(state.isFinished ? 1 : 0, 1);
    bits.push(hasChecks ? 1 : 0, 1);
    bits.number(state.form);
    bits.number(state.position);
    for (const item of asked) {
      const answer = state.answers[item.id];
      const isGiven = !isEmpty(answer) && isKnown(item, answer);
      bits.push(isGiven ? 1 : 0, 1);
      if (!isGiven) {
        slot += slotsOf(item);
        continue;
      }
      if (hasChecks) bits.push(state.checked[item.id] ? 1 : 0, 1);
      pushAnswer(bits, item, answer, collector);
      const moment = state.moments[item.id];
      spent.push(moment ? 1 + spentByte(moment.spent) : 0);
      times.push(moment && moment.at !== undefined ? 1 + Math.floor(moment.at / 60) : 0, 11);
    }
    return {
      isFinished: state.isFinished,
      core: bits.bytes,
      texts,
      spent: spent.some((byte) => byte > 0) ? spent : [],
      times: times.bits.includes(1) ? times.bytes : [],
    };
  }

  /** How many texts can be typed into a question. */
  function slotsOf(item) {
    if (item.kind !== "blanks") return isTyped(item) ? 1 : 0;
    return item.entries.filter((entry) => !entry.options && !entry.isNumber).length;
  }

  /** The state in layers; `lost` are the questions whose texts had been left out. */
  function stateOf(layers, itemsOf, language) {
    const bits = new BitReader(layers.core);
    const print = bits.read(24);
    const state = emptyState(language);
    state.language = bits.read(1) === 1 ? "km" : "en";
    state.isFinished = bits.read(1) === 1;
    const hasChecks = bits.read(1) === 1;
    state.form = bits.number();
    state.position = bits.number();
    const items = itemsOf(state.form);
    if (!items || fingerprint(items) !== print) return { problem: "changed" };
    const lost = [];
    const typed = new Map(layers.texts.map((one) => [one.slot, one.bytes]));
    let slot = 0;
    const texts = {
      next(item, isThere) {
        const bytes = typed.get(slot);
        slot += 1;
        if (isThere && !bytes && !lost.includes(item.id)) lost.push(item.id);
        return isThere && bytes ? textOf(bytes) : "";
      },
    };
    const given = [];
    for (const item of items.filter(isAnswered)) {
      const isGiven = bits.read(1) === 1;
      if (!isGiven) {
        slot += slotsOf(item);
        continue;
      }
      given.push(item);
      const isChecked = hasChecks && bits.read(1) === 1;
      const answer = readAnswer(bits, item, texts);
      if (isEmpty(answer)) continue;
      state.answers[item.id] = answer;
      if (isChecked) state.checked[item.id] = true;
    }
    bits.end();
    readMoments(layers, given, state);
    return { state, problem: null, lost };
  }

  function readMoments({ spent, times }, given, state) {
    if (spent.length > 0 && spent.length !== given.length) throw new RangeError("not one each");
    const minutes = new BitReader(times);
    given.forEach((item, index) => {
      const minute = times.length > 0 ? minutes.read(11) : 0;
      const byte = spent.length > 0 ? spent[index] : 0;
      if (minute === 0 && byte === 0) return;
      state.moments[item.id] = { spent: byte > 0 ? spentOf(byte - 1) : 0 };
      if (minute > 0) state.moments[item.id].at = (minute - 1) * 60;
    });
    minutes.end();
  }

  // MARK: Layers as bytes

  function pushLayer(bytes, layer) {
    pushNumber(bytes, layer.length);
    for (const byte of layer) bytes.push(byte);
  }

  function pushLayers(bytes, layers) {
    pushLayer(bytes, layers.core);
    pushNumber(bytes, layers.texts.length);
    for (const one of layers.texts) {
      pushNumber(bytes, one.slot);
      pushLayer(bytes, one.bytes);
    }
    pushLayer(bytes, layers.spent);
    pushLayer(bytes, layers.times);
  }

  function readLayers(read) {
    const core = read.take(read.number());
    const texts = [];
    for (let count = read.number(); count > 0; count -= 1) {
      texts.push({ slot: read.number(), bytes: read.take(read.number()) });
    }
    const layers = { core, texts, spent: read.take(read.number()), times: read.take(read.number()) };
    layers.isFinished = Math.floor(known(core, 3) / 64) % 2 === 1;
    return layers;
  }

  /** A whole text: version, kind, content, checksum. */
  function sealed(kind, content) {
    const bytes = [kind, ...content];
    const sum = crc24(bytes);
    return VERSION + base64url([...bytes, sum >> 16, (sum >> 8) & 255, sum & 255]);
  }

  /** The content of a sealed text, or what is wrong with it. */
  function unsealed(text, kind) {
    if (/^[3-9]/.test(text)) return { problem: "newer" };
    if (!/^2[\w-]*$/.test(text)) return { problem: "unreadable" };
    const bytes = Array.from(bytesOf(text.slice(1)));
    const content = bytes.slice(0, -3);
    const [high, middle, low] = bytes.slice(-3);
    if (content.length === 0 || crc24(content) !== ((high << 16) | (middle << 8) | low)) {
      return { problem: "unreadable" };
    }
    if (content[0] !== kind) return { problem: "changed" };
    return { read: new ByteReader(content.slice(1)), problem: null };
  }

  /**
   * Leaves out of pages what does not fit, as little as possible, in this order: times of day,
   * then seconds spent, of finished pages first; then texts, those already sent first, then the
   * longest. `textWith` writes the pages. Returns the text and what texts were left out.
   */
  function fitted(pages, room, textWith) {
    const kept = pages.map((page) => page && Object.assign({}, page, { texts: page.texts.slice() }));
    const leftOut = [];
    const there = kept.flatMap((page, index) => (page ? [{ page, index }] : []));
    const turns = there.slice().sort((a, b) => Number(b.page.isFinished) - Number(a.page.isFinished));
    let text = textWith(kept);
    for (const layer of ["times", "spent"]) {
      for (const { page } of turns) {
        if (text.length <= room) return { text, leftOut };
        if (page[layer].length === 0) continue;
        page[layer] = [];
        text = textWith(kept);
      }
    }
    const typed = there.flatMap(({ page, index }) =>
      page.texts.map((one) => ({ page, index, one, isSent: Boolean(page.isSent) })));
    typed.sort((a, b) => b.isSent - a.isSent || b.one.bytes.length - a.one.bytes.length);
    for (const { page, index, one, isSent } of typed) {
      if (text.length <= room) break;
      page.texts = page.texts.filter((other) => other !== one);
      leftOut.push({ page: index, slot: one.slot, isSent });
      text = textWith(kept);
    }
    return { text, leftOut };
  }

  const pageText = (layers) => {
    const bytes = [];
    pushLayers(bytes, layers);
    return sealed(PAGE, bytes);
  };

  /**
   * The state of a page as text of at most `room` characters, and the questions of which a typed
   * text had to be left out. The caller must tell the learner.
   */
  function stateText(state, items, room = LONGEST) {
    const { text, leftOut } = fitted([layersOf(state, items)], room, ([page]) => pageText(page));
    const slots = items.flatMap((item) => new Array(slotsOf(item)).fill(item.id));
    return { text, leftOut: Array.from(new Set(leftOut.map(({ slot }) => slots[slot]))) };
  }

  const emptyState = (language) => ({
    language, isFinished: false, form: 0, position: 0, answers: {}, moments: {}, checked: {},
  });

  /**
   * The state in a text, or what is wrong with it: "newer", "changed" (other questions now) or
   * "unreadable"; then the state is an empty one. `itemsOf` gives the questions of a form, and
   * `lost` are the questions whose typed texts did not fit when it was kept.
   */
  function readState(text, itemsOf, language) {
    const bad = (problem) => ({ state: emptyState(language), problem, lost: [] });
    if (!text) return bad(null);
    try {
      if (text.startsWith("1")) {
        const state = emptyState(language);
        const isSame = SalaFirstState.readInto(state, text, itemsOf);
        return isSame ? { state, problem: null, lost: [] } : bad("changed");
      }
      const { read, problem } = unsealed(text, PAGE);
      if (problem) return bad(problem);
      const layers = readLayers(read);
      if (!read.isAtEnd) return bad("unreadable");
      const found = stateOf(layers, itemsOf, language);
      return found.problem ? bad(found.problem) : found;
    } catch (error) {
      return bad("unreadable");
    }
  }

  // MARK: A course
  // One text for the pages of a course: the hash of their names, the language, the page that is
  // shown, how far each has come, and the layers of those that keep something.

  /** How far a page has come; nothing takes it back. The place in the list is what is kept. */
  const STATUSES = ["", "incomplete", "failed", "completed", "passed"];

  const namesPrint = (names) => fnv32(JSON.stringify(names)) & 0xffffff;

  /**
   * The state { language, current, pages: [{ status, layers, isSent }] } of a course, in the order
   * of `names`, as text of at most `room` characters; `leftOut` are the texts without room, each
   * with the index of its page, and whether a result already holds it.
   */
  function courseText(course, names, room = LONGEST) {
    const bits = new BitWriter();
    bits.push(namesPrint(names), 24);
    bits.push(course.language === "km" ? 1 : 0, 1);
    bits.number(course.current);
    for (const page of course.pages) {
      bits.push(Math.max(0, STATUSES.indexOf(page.status)), 3);
      bits.push(page.layers ? 1 : 0, 1);
    }
    const pages = course.pages.map((page) =>
      page.layers ? Object.assign({}, page.layers, { isSent: page.isSent }) : null);
    return fitted(pages, room, (kept) => {
      const bytes = [];
      pushLayer(bytes, bits.bytes);
      for (const layers of kept) if (layers) pushLayers(bytes, layers);
      return sealed(COURSE, bytes);
    });
  }

  /** The state of a course in a text, or what is wrong with it, as `readState` says it. */
  function readCourse(text, names, language) {
    const bad = (problem) => ({
      course: { language, current: 0, pages: names.map(() => ({ status: "", layers: null })) },
      problem,
    });
    if (!text) return bad(null);
    try {
      if (text.startsWith("1")) return bad("changed"); // The first layout knew pages alone.
      const { read, problem } = unsealed(text, COURSE);
      if (problem) return bad(problem);
      const bits = new BitReader(read.take(read.number()));
      if (bits.read(24) !== namesPrint(names)) return bad("changed");
      const course = { language: bits.read(1) === 1 ? "km" : "en", current: bits.number() };
      course.pages = names.map(() => ({
        status: known(STATUSES, bits.read(3)), hasLayers: bits.read(1) === 1,
      }));
      bits.end();
      known(names, course.current);
      for (const page of course.pages) page.layers = page.hasLayers ? readLayers(read) : null;
      return read.isAtEnd ? { course, problem: null } : bad("unreadable");
    } catch (error) {
      return bad("unreadable");
    }
  }

  /** The layers in a page's own text, or null. */
  function layersIn(text) {
    try {
      const { read } = unsealed(text, PAGE);
      return read ? readLayers(read) : null;
    } catch (error) {
      return null;
    }
  }

  return { courseText, layersIn, pageText, readCourse, readState, stateText };
})();
