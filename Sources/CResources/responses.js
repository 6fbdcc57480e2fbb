/*
 * An answer as SCORM 2004 and xAPI write it: both use the same words for kinds of interaction, the
 * same delimiters, and the same form of a duration (SCORM 2004 RTE 4.2.9, xAPI Data 4.1.9).
 */
const SalaResponses = (() => {
  "use strict";

  const { isEmpty, typedNumber } = SalaAnswers;
  const { cut, decimal } = SalaLMS;

  const BETWEEN = "[,]";
  const WITHIN = "[.]";
  /** What a value of each type must at least be able to hold, in characters. */
  const LONGEST = { identifier: 4000, part: 250, word: 250, words: 10, text: 4000 };

  /** An id that may stand in a URI, and so between delimiters. */
  const identifier = (id) => encodeURIComponent(id).slice(0, LONGEST.part);

  /** The name by which reports know a question of a form, the same in every LMS. */
  function interactionID(pageID, form, item) {
    const parts = [pageID.split("/")[0], form, item];
    return `urn:sala:${parts.map(encodeURIComponent).join(":")}`.slice(0, LONGEST.identifier);
  }

  /** A duration: hours, minutes and hundredths of seconds, never negative. */
  function duration(seconds) {
    const hundredths = Math.max(0, Math.round(seconds * 100));
    const hours = Math.floor(hundredths / 360000);
    const minutes = Math.floor(hundredths / 6000) % 60;
    const rest = (hundredths % 6000) / 100;
    const parts = (hours > 0 ? `${hours}H` : "") + (minutes > 0 ? `${minutes}M` : "");
    return `PT${parts}${rest > 0 || parts === "" ? `${rest}S` : ""}`;
  }

  /** Typed words: delimiters in them are broken up, so that they are not taken for ours. */
  const words = (text, most) =>
    cut(text.replace(/\s+/g, " ").replace(/\[([,.:])\]/g, "[ $1 ]").replace(/^\{/, " {"), most);

  /** The words typed or chosen into the blanks, in the order of the blanks. */
  const blanks = (item, answer) => item.options.map((id) => answer[id] || "");

  /** What kind of interaction an answer to a question is. */
  function typeOf({ item, answer }) {
    switch (item.kind) {
      case "choice": return item.isTrueFalse ? "true-false" : "choice";
      case "rating": return "likert";
      case "match": return "matching";
      case "order": return "sequencing";
      case "essay": return "long-fill-in";
      case "text":
        return !isEmpty(answer) && answer.length > LONGEST.word ? "long-fill-in" : "fill-in";
      case "blanks": {
        const isLong = !isEmpty(answer)
          && blanks(item, answer).some((one) => one.length > LONGEST.word);
        return isLong || item.options.length > LONGEST.words ? "other" : "fill-in";
      }
      default: return item.kind; // numeric, performance
    }
  }

  /**
   * The answer in the form of its type, "" for none. `tag` is put before typed words, such as
   * "{lang=km}".
   */
  function responseOf({ item, answer }, tag = "") {
    if (isEmpty(answer)) return "";
    switch (item.kind) {
      case "choice":
        if (item.isTrueFalse) return String(answer[0] === item.options[0]);
        return item.options.filter((id) => answer.includes(id)).map(identifier).join(BETWEEN);
      case "rating":
        return identifier(answer[0]);
      case "order":
        return answer.map(identifier).join(BETWEEN);
      case "match":
        return item.options
          .filter((id) => answer[id] !== undefined)
          .map((id) => identifier(id) + WITHIN + identifier(answer[id]))
          .join(BETWEEN);
      case "numeric":
        return decimal(typedNumber(answer));
      case "blanks": {
        const typed = blanks(item, answer);
        if (typeOf({ item, answer }) === "other") {
          return cut(typed.map((one) => words(one, LONGEST.text)).join(BETWEEN), LONGEST.text);
        }
        return typed.map((one) => tag + words(one, LONGEST.word)).join(BETWEEN);
      }
      case "performance":
        return "";
      default: {
        const isWord = typeOf({ item, answer }) === "fill-in";
        return tag + words(answer, isWord ? LONGEST.word : LONGEST.text);
      }
    }
  }

  /**
   * Points won and possible by objective: only for questions that a page can judge, and in the
   * order in which they come. A question may belong to several.
   */
  function objectives(interactions, objectivesOf) {
    const found = new Map();
    for (const { item, key, answer } of interactions) {
      for (const id of objectivesOf(item)) {
        if (!found.has(id)) found.set(id, { id, won: 0, possible: 0 });
        if (!key || SalaAnswers.isPending(item)) continue;
        const one = found.get(id);
        one.won += SalaAnswers.points(item, key, answer);
        one.possible += item.points;
      }
    }
    return Array.from(found.values());
  }

  /** A share from 0 to 1 with seven digits, rounded down: nobody passes by rounding. */
  const share = (won, possible) =>
    possible > 0 ? Math.min(1, Math.max(0, Math.floor((won / possible) * 1e7 + 1e-6) / 1e7)) : 0;

  return {
    LONGEST, duration, identifier, interactionID, objectives, responseOf, share, typeOf, words,
  };
})();
