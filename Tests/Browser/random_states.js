/*
 * Random questions of every kind and random states of them, from a seed: what state tests keep.
 */
window.randomStates = (seed) => {
  "use strict";

  let number = seed >>> 0;
  /** A whole number below `most` (mulberry32). */
  function below(most) {
    number = (number + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(number ^ (number >>> 15), number | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  }

  const oneOf = (list) => list[below(list.length)];
  const ids = (count, first = "a") =>
    Array.from({ length: count }, (_, n) => String.fromCharCode(first.charCodeAt(0) + n));
  const SIGNS = [
    "a", "Z", "~", " ", "\n", "ក", "្", "ស", "៩", "ាំ", "\u200b", "é", "😀", "€", "\t", "\u007f", ";",
    "\\", "=", "\u{10ffff}",
  ];
  const typedText = (most) =>
    `x${Array.from({ length: below(most) }, () => oneOf(SIGNS)).join("")}`;
  const numeral = () =>
    oneOf(["0", "15", "-3.25", "1e-07", "12345678901234", "2.5e+20", "12 km", "១២"]);

  const KINDS = [
    "choice", "rating", "numeric", "text", "match", "order", "blanks", "essay", "performance",
  ];
  const CLOSED = ["choice", "rating", "numeric", "match", "order"];

  function item(index, kind, most = 9) {
    const count = 1 + below(most);
    const one = { id: `q-${index}`, kind, options: [], points: 1, outcome: "A-1" };
    if (["choice", "rating", "match", "order", "blanks"].includes(kind)) one.options = ids(count);
    if (kind === "match") one.targets = ids(1 + below(most), "1");
    if (kind === "blanks") {
      one.entries = one.options.map(() =>
        oneOf([{}, { isNumber: true }, { options: ids(1 + below(6)) }]));
    }
    return one;
  }

  const shuffled = (list) => {
    const left = list.slice();
    return list.map(() => left.splice(below(left.length), 1)[0]);
  };

  function answer(one, longest) {
    switch (one.kind) {
      case "choice":
        return one.options.filter(() => below(3) === 0);
      case "rating":
        return [oneOf(one.options)];
      case "order":
        return shuffled(one.options);
      case "match": {
        const given = one.options.filter(() => below(5) > 0);
        return Object.fromEntries(given.map((id) => [id, oneOf(one.targets)]));
      }
      case "blanks": {
        const given = one.options.map((id, index) => {
          const { options, isNumber } = one.entries[index];
          return [id, options ? oneOf(options) : isNumber ? numeral() : typedText(longest)];
        });
        return Object.fromEntries(given.filter(() => below(5) > 0));
      }
      case "numeric":
        return numeral();
      case "performance":
        return "";
      default:
        return typedText(longest);
    }
  }

  const items = (count, kinds = KINDS, most = 9) =>
    Array.from({ length: count }, (_, index) => item(index, oneOf(kinds), most));

  /** A state of some questions: `share` of ten are answered. */
  function state(list, { share = 7, longest = 60, hasChecks = below(2) === 1 } = {}) {
    const result = {
      language: oneOf(["en", "km"]), isFinished: below(2) === 1, form: below(4),
      position: below(list.length + 1), answers: {}, moments: {}, checked: {},
    };
    for (const one of list) {
      if (below(10) >= share) continue;
      const given = answer(one, longest);
      if (Sala.isEmpty(given)) continue;
      result.answers[one.id] = given;
      if (!hasChecks) result.moments[one.id] = { spent: below(4000) / 4, at: below(86400) };
      else if (below(2) === 1) result.checked[one.id] = true;
    }
    return result;
  }

  /** What can be compared of a state: texts by question, and all the rest. */
  const plain = (list, one) => JSON.stringify([
    one.language, one.isFinished, one.form, one.position,
    list.map((each) => [
      each.id, Sala.encodedAnswer(each, one.answers[each.id]), Boolean(one.checked[each.id]),
    ]),
  ]);

  return { CLOSED, KINDS, below, items, oneOf, plain, state, typedText };
};
