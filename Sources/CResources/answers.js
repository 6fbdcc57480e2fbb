/*
 * What an answer is, how it is written, and what it is worth: the same as in Sala's other programs.
 *
 * The kinds of questions are "choice", "rating", "numeric", "text", "match", "order", "blanks",
 * "essay" and "performance". This part knows neither the page's elements nor any LMS; the packer
 * puts it after bits.js and before runtime.js, into the same file.
 */
const SalaAnswers = (() => {
  "use strict";

  // MARK: Numbers from text

  /** The 32-bit FNV-1a hash of the UTF-8 bytes; StableHash.fnv32 gives the same. */
  function fnv32(text) {
    let hash = 2166136261;
    for (const byte of new TextEncoder().encode(text)) {
      hash = Math.imul(hash ^ byte, 16777619) >>> 0;
    }
    return hash;
  }

  /** Random 32-bit numbers that are the same for the same seed (mulberry32); PageKey has them too. */
  function generator(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
  }

  /** The list in an order that depends on the seed's text alone. */
  function shuffled(list, seed) {
    const next = generator(fnv32(seed));
    const result = list.slice();
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1);
      [result[last], result[other]] = [result[other], result[last]];
    }
    return result;
  }

  /** As `shuffled`, but never in the order of the list: that is the key's. OptionOrder has this rule. */
  function apart(list, seed) {
    const result = shuffled(list, seed);
    if (result.every((one, index) => one === list[index])) result.push(...result.splice(0, 1));
    return result;
  }

  // MARK: Answers
  // An answer is, by the kind of its question: choice and rating, an array of option ids in
  // alphabetical order; order, an array of ids in the order given; match, an object of target ids
  // by source ids; blanks, an object of texts by blank ids; any other, a text, where a number is
  // kept as its one text form.

  const withLatinDigits = (text) =>
    text.replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));

  const whitespace = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

  /** The form in which texts are compared, as TextInteraction.normalised makes it. */
  function normalised(text, isCaseSensitive = false) {
    const composed = withLatinDigits(text.normalize("NFC"));
    return (isCaseSensitive ? composed : composed.toLowerCase())
      .replace(/[\u200B-\u200D\u2060]/g, "")
      .replace(whitespace, " ")
      .replace(/^ | $/g, "");
  }

  /** The number that a person typed, or null; Response.number reads the same. */
  function typedNumber(typed) {
    const text = withLatinDigits(typed).replace(whitespace, "").replace(/\u200B/g, "");
    const commas = text.split(",").length - 1;
    const isThousands = /^[-+]*(?!0,)[^,+-]{1,3},[^,]{3}$/.test(text);
    const isPointFirst = text.includes(".") && text.lastIndexOf(".") < text.lastIndexOf(",");
    const isDecimal = commas === 1 && !text.includes(".") && !isThousands;
    const decimal =
      isPointFirst || isDecimal
        ? text.replace(/\./g, "").replace(/,/g, ".")
        : text.replace(/,/g, "");
    if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(decimal)) return null;
    const number = Number(decimal);
    return Number.isFinite(number) ? number : null;
  }

  /** The one text of a number, as Response.encoded writes it. */
  function numberText(number) {
    const size = Math.abs(number);
    if (size === 0) return "0";
    if (Number.isInteger(number) && size < 1e15) return String(number);
    if (size >= 1e-4 && size <= 2 ** 54) {
      return Number.isInteger(number) ? `${number}.0` : String(number);
    }
    return number.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
  }

  /** The number in a text that may end with one of the units; PartScoring.number reads the same. */
  function numberWithUnit(typed, units) {
    const number = typedNumber(typed);
    if (number !== null || !units) return number;
    const text = normalised(typed, true);
    for (const [symbol, factor] of units) {
      if (symbol === "" || text.length <= symbol.length || !text.endsWith(symbol)) continue;
      const before = typedNumber(text.slice(0, -symbol.length));
      if (before !== null) return before * factor;
    }
    return null;
  }

  /** Whether nothing was answered; Response.isEmpty says the same. */
  function isEmpty(answer) {
    if (answer === undefined || answer === null) return true;
    if (typeof answer === "string") return normalised(answer) === "";
    if (Array.isArray(answer)) return answer.length === 0;
    return Object.values(answer).every((part) => normalised(part) === "");
  }

  const escaped = (text) => text.replace(/[;\\]/g, "\\$&");

  /** Ids in the order in which Swift sorts them: by code points. */
  const sorted = (ids) =>
    ids.slice().sort((a, b) => {
      const [left, right] = [Array.from(a), Array.from(b)];
      const at = left.findIndex((one, index) => one !== right[index]);
      if (at < 0) return left.length - right.length;
      return right[at] === undefined ? 1 : left[at].codePointAt(0) - right[at].codePointAt(0);
    });

  /** The one text form of an answer, the same in results and in tables of points. */
  function encodedAnswer(item, answer) {
    if (isEmpty(answer)) return "";
    switch (item.kind) {
      case "choice":
      case "rating":
        return sorted(answer).join(",");
      case "order":
        return answer.join(",");
      case "match":
        return sorted(Object.keys(answer)).map((id) => `${id}=${answer[id]}`).join(",");
      case "blanks":
        return sorted(Object.keys(answer))
          .filter((id) => answer[id] !== "")
          .map((id) => `${id}=${escaped(answer[id])}`)
          .join(";");
      default:
        return answer;
    }
  }

  /** The answer in a text that `encodedAnswer` wrote. */
  function readAnswer(item, text) {
    switch (item.kind) {
      case "choice":
      case "rating":
        return text === "" ? [] : sorted(text.split(","));
      case "order":
        return text === "" ? [] : text.split(",");
      case "match":
        return Object.fromEntries(
          text === "" ? [] : text.split(",").map((pair) => pair.split("="))
        );
      case "blanks": {
        const parts = text.match(/(?:[^;\\]|\\[\s\S])+/g) || [];
        return Object.fromEntries(
          parts.map((part) => {
            const at = part.indexOf("=");
            return [part.slice(0, at), part.slice(at + 1).replace(/\\([\s\S])/g, "$1")];
          })
        );
      }
      default:
        return text;
    }
  }

  // MARK: Points
  // ResponseProcessing.score says the same of every answer; the browser tests compare the two.

  /** The accepted answer of most weight that `accepts`, with its place, or null. */
  function best(answers, accepts) {
    let found = null;
    answers.forEach((answer, index) => {
      if (!accepts(answer)) return;
      if (found === null || answer.weight > found.weight) found = { weight: answer.weight, index };
    });
    return found;
  }

  const bestNumber = (key, number) =>
    best(key.numbers, ({ value, tolerance }) =>
      Math.abs(number - value) <= tolerance + 1e-9 * Math.abs(value));

  function bestText(key, typed) {
    const form = normalised(typed, key.case);
    return best(key.texts, ({ text }) => text === form);
  }

  /** The accepted answer that stands in one field, or null. */
  function bestEntry(key, typed, units) {
    if (typed === undefined) return null;
    if (key.texts) return bestText(key, typed);
    if (key.numbers) {
      const number = numberWithUnit(typed, units);
      return number === null ? null : bestNumber(key, number);
    }
    return key.right.length === 1 && key.right[0] === typed ? { weight: 100, index: 0 } : null;
  }

  /** The mean of the parts, or all or nothing. */
  function share(parts, isWhole) {
    if (parts.length === 0) return 0;
    if (isWhole) return parts.every((part) => part === 100) ? 100 : 0;
    return parts.reduce((sum, part) => sum + part, 0) / parts.length;
  }

  const weightOf = (found) => (found === null ? 0 : found.weight);

  /** The percent of the points that an answer wins, before floor and bounds. */
  function percentOf(item, key, answer) {
    const isWhole = !key.rule;
    switch (item.kind) {
      case "choice":
        if (isWhole) return sorted(answer).join(",") === sorted(key.right).join(",") ? 100 : 0;
        return item.options.reduce(
          (sum, id, index) => (answer.includes(id) ? sum + key.weights[index] : sum), 0
        );
      case "numeric": {
        const number = typedNumber(answer);
        return number === null ? 0 : weightOf(bestNumber(key, number));
      }
      case "text":
        return weightOf(bestText(key, answer));
      case "match":
        return share(
          item.options.map((id, index) => (answer[id] === key.targets[index] ? 100 : 0)), isWhole
        );
      case "order":
        if (answer.length !== key.order.length) return 0;
        return share(key.order.map((id, index) => (answer[index] === id ? 100 : 0)), isWhole);
      case "blanks":
        return share(
          item.options.map((id, index) =>
            weightOf(bestEntry(key.blanks[index], answer[id], item.entries[index].units))),
          isWhole
        );
      default:
        return 0;
    }
  }

  /** Halves go away from zero, as in Swift. */
  const rounded = (number) => Math.sign(number) * Math.round(Math.abs(number));

  /** The points that an answer wins: none for an opinion, and for what waits for a human. */
  function points(item, key, answer) {
    if (item.kind === "rating" || isEmpty(answer)) return 0;
    const table = key.table || {};
    const encoded = encodedAnswer(item, answer);
    const won =
      key.rule === "table"
        ? Object.prototype.hasOwnProperty.call(table, encoded) ? table[encoded] : 0
        : (percentOf(item, key, answer) * item.points) / 100;
    const least = ((key.floor || 0) * item.points) / 100;
    return rounded(Math.min(item.points, Math.max(least, won)) * 1e9) / 1e9;
  }

  /** Whether a human has to judge. */
  const isPending = (item) => item.kind === "essay" || item.kind === "performance";

  /** Whether the learner answers it at all, here. */
  const isAnswered = (item) => item.kind !== "performance";

  /** Whether all points were won. */
  const isRight = (item, key, answer) =>
    !isPending(item) && item.points > 0 && points(item, key, answer) === item.points;

  /**
   * Points won and possible, the share in percent with at most two decimals, and how many
   * questions wait for a human: they are in neither number.
   */
  function score(items, key, answers) {
    const judged = items.filter((item) => !isPending(item));
    const won = judged.reduce(
      (sum, item) => sum + points(item, key[item.id], answers[item.id]), 0
    );
    const possible = judged.reduce((sum, item) => sum + item.points, 0);
    const percent = possible > 0 ? Math.max(0, Math.round((won * 10000) / possible) / 100) : 0;
    return { won, possible, percent, pending: items.length - judged.length };
  }

  /** The keys of a page. They are encoded so that nobody reads them by accident: no protection. */
  function decodedKey(data) {
    if (!data.key) return {};
    const bytes = SalaBits.bytesOf(data.key);
    const next = generator(fnv32(data.id));
    return JSON.parse(new TextDecoder().decode(bytes.map((byte) => byte ^ (next() & 255))));
  }

  return {
    apart, bestEntry, bestNumber, bestText, decodedKey, encodedAnswer, fnv32, isAnswered, isEmpty,
    isPending, isRight, normalised, numberText, numberWithUnit, points, readAnswer, score, shuffled,
    typedNumber, withLatinDigits,
  };
})();
