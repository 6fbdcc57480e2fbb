/*
 * The forms of values in SCORM 1.2 and SCORM 2004, and the tree of elements that both models are.
 *
 * A check takes a text and what is known beside it, and gives 0 or the name of an error.
 */
const Values = (() => {
  "use strict";

  const fits = (isRight) => (text, around) => (isRight(text, around) ? 0 : "type");

  // MARK: Both

  const oneOf = (...words) => fits((text) => words.includes(text));
  const text = (most) => fits((value) => value.length <= most);
  const anything = () => 0;

  // MARK: SCORM 1.2 (Run-Time Environment, 3.4.4, the CMI data types)

  const isDecimal12 = (value) => /^-?\d*(\.\d+)?$/.test(value) && /\d/.test(value);
  const decimal12 = fits(isDecimal12);
  const score12 = fits(
    (value) => value === "" || (isDecimal12(value) && Number(value) >= 0 && Number(value) <= 100)
  );
  const integer = (low, high) =>
    fits((value) => /^[+-]?\d+$/.test(value) && Number(value) >= low && Number(value) <= high);
  const identifier12 = fits((value) => /^[\x21-\x7e]{1,255}$/.test(value));
  const time12 = fits((value) =>
    /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value)
  );
  const timespan12 = fits((value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value));

  /** CMIFeedback: what an answer may be depends on the type of the question. */
  const feedback12 = fits((value, around) => {
    if (value.length > 255) return false;
    switch (around.type) {
      case "true-false": return /^[01tf]/.test(value);
      case "choice": return /^(\{?[0-9a-z](,[0-9a-z])*\}?)?$/.test(value);
      case "numeric": return isDecimal12(value);
      case "likert": return /^[0-9a-z]?$/.test(value);
      case "matching": return /^(\{?[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*\}?)?$/.test(value);
      case "sequencing": return /^([0-9a-z](,[0-9a-z])*)?$/.test(value);
      default: return true;
    }
  });
  const result12 = fits(
    (value) => ["correct", "wrong", "unanticipated", "neutral"].includes(value) || isDecimal12(value)
  );

  // MARK: SCORM 2004 (Run-Time Environment, 4.1.1.7, the data types)

  const isReal = (value) => /^-?\d{1,10}(\.\d{1,7})?$/.test(value);
  const real = (low = -Infinity, high = Infinity) => (value) => {
    if (!isReal(value)) return "type";
    return Number(value) >= low && Number(value) <= high ? 0 : "range";
  };

  const isDuration = (value) =>
    /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(value);
  const duration = fits(isDuration);

  /** A duration in seconds; years and months by their mean length. */
  function seconds(value) {
    const part = (letter, scope) => {
      const found = new RegExp(`([\\d.]+)${letter}`).exec(scope || "");
      return found ? Number(found[1]) : 0;
    };
    const [day, clock] = value.replace("P", "").split("T");
    return (
      part("Y", day) * 31557600 + part("M", day) * 2629800 + part("D", day) * 86400 +
      part("H", clock) * 3600 + part("M", clock) * 60 + part("S", clock)
    );
  }

  function durationText(total) {
    const hundredths = Math.round(total * 100);
    const hours = Math.floor(hundredths / 360000);
    const minutes = Math.floor(hundredths / 6000) % 60;
    const rest = (hundredths % 6000) / 100;
    return `PT${hours}H${minutes}M${rest}S`;
  }

  const isTime = (value) => {
    const found =
      /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d{1,2})?)?)?(Z|[+-]\d\d(?::\d\d)?)?)?)?)?$/
        .exec(value);
    if (!found) return false;
    const [year, month, day, hour, minute, second] = found.slice(1, 7).map((one) => Number(one || 0));
    const within = (number, index, low, high) =>
      found[index] === undefined || (number >= low && number <= high);
    return (
      year >= 1970 && year <= 2038 && within(month, 2, 1, 12) && within(day, 3, 1, 31) &&
      within(hour, 4, 0, 23) && within(minute, 5, 0, 59) && within(second, 6, 0, 59)
    );
  };
  const time = fits(isTime);

  const isLanguage = (value) => /^([A-Za-z]{2,3}|i|x)(-[A-Za-z0-9]{1,8})*$/.test(value);
  const language = fits((value) => value === "" || (value.length <= 250 && isLanguage(value)));

  /** A text that may begin with its language, `{lang=km}`. */
  const isLocalized = (value, most) => {
    const found = /^\{lang=([^}]*)\}/.exec(value);
    if (!found) return value.length <= most;
    return (found[1] === "" || isLanguage(found[1])) && value.length - found[0].length <= most;
  };
  const localized = (most) => fits((value) => isLocalized(value, most));

  const isIdentifier = (value, most = 4000) => {
    if (value === "" || value.length > most || /\s/.test(value)) return false;
    // A name by urn: must have its parts; anything else may be a relative reference.
    return !/^urn:/i.test(value) || /^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[^\s]+$/i.test(value);
  };
  const identifier = fits((value) => isIdentifier(value));
  const isShort = (value) => isIdentifier(value, 250) && !/\[[,.:]\]/.test(value);

  const ORDER = /^\{order_matters=(true|false)\}/;
  const CASE = /^\{case_matters=(true|false)\}/;

  /** The answer of a learner, or a right one (`isPattern`), by the type of the question. */
  function isResponse(value, type, isPattern) {
    const list = value === "" ? [] : value.split("[,]");
    const unique = (all) => new Set(all).size === all.length;
    switch (type) {
      case "true-false": return value === "true" || value === "false";
      case "choice": return list.length <= 36 && list.every(isShort) && unique(list);
      case "fill-in":
      case "long-fill-in": {
        let rest = value;
        if (isPattern) {
          for (let turn = 0; turn < 2; turn += 1) rest = rest.replace(CASE, "").replace(ORDER, "");
          if (/^\{(case|order)_matters=/.test(rest)) return false;
        }
        const most = type === "fill-in" ? 250 : 4000;
        const parts = type === "fill-in" ? rest.split("[,]") : [rest];
        return parts.length <= 10 && parts.every((part) => isLocalized(part, most));
      }
      case "likert": return isShort(value);
      case "matching":
        return (
          list.length <= 36 &&
          list.every((pair) => {
            const sides = pair.split("[.]");
            return sides.length === 2 && sides.every((side) => isIdentifier(side, 250));
          })
        );
      case "performance": {
        const rest = isPattern ? value.replace(ORDER, "") : value;
        return rest.split("[,]").every((step) => {
          const sides = step.split("[.]");
          if (sides.length !== 2 || (sides[0] === "" && sides[1] === "")) return false;
          return sides[0] === "" || isIdentifier(sides[0], 250);
        });
      }
      case "sequencing": return list.length <= 36 && list.every(isShort);
      case "numeric": {
        if (!isPattern) return isReal(value);
        const sides = value.split("[:]");
        return (
          sides.length === 2 && sides.every((side) => side === "" || isReal(side)) &&
          (sides.includes("") || Number(sides[0]) <= Number(sides[1]))
        );
      }
      default: return value.length <= 4000; // "other" is anything.
    }
  }

  const response = fits((value, around) => isResponse(value, around.type, false));
  const pattern = fits((value, around) => isResponse(value, around.type, true));
  const result = fits(
    (value) =>
      ["correct", "incorrect", "unanticipated", "neutral"].includes(value) || isReal(value)
  );

  // MARK: The tree

  /** An element with a value: who may use it ("r", "w" or "rw"), its check, its first value. */
  const leaf = (access, check, initial) => ({ kind: "leaf", access, check, initial });
  const branch = (children) => ({ kind: "branch", children });
  const list = (children) => ({ kind: "list", children });

  /**
   * The values of one visit, by a tree of elements. `codes` gives the error codes of the standard;
   * `rules` are what a tree cannot say.
   */
  class Model {
    constructor(tree, codes, rules, stored) {
      this.tree = tree;
      this.codes = codes;
      this.rules = rules;
      this.values = Object.assign({}, stored.values);
      this.counts = Object.assign({}, stored.counts);
    }

    /** Follows the name of an element: where it leads, and which lists it goes through. */
    find(element) {
      let node = branch(this.tree);
      const lists = [];
      const parts = element.split(".");
      for (let at = 0; at < parts.length; at += 1) {
        const part = parts[at];
        const isLast = at === parts.length - 1;
        if (isLast && at > 0 && ["_children", "_count", "_version"].includes(part)) {
          return { node, lists, keyword: part, depth: at };
        }
        if (node.kind === "list") {
          if (!/^(0|[1-9]\d{0,5})$/.test(part)) return null;
          lists.push({ path: parts.slice(0, at).join("."), index: Number(part) });
          node = branch(node.children);
          if (isLast) return null;
        } else if (node.kind === "branch" && Object.hasOwn(node.children, part)) {
          node = node.children[part];
        } else {
          return null;
        }
      }
      return node.kind === "leaf" ? { node, lists } : null;
    }

    count(path) {
      return this.counts[path] || 0;
    }

    get(element) {
      const found = this.find(element);
      if (!found) return ["", this.codes.unknown];
      const missing = found.lists.some(({ path, index }) => index >= this.count(path));
      if (missing) return ["", this.codes.missingEntry];
      if (found.keyword) return this.keyword(found, element);
      if (found.node.access === "w") return ["", this.codes.writeOnly];
      const special = this.rules.get && this.rules.get(this, element);
      const value = special === undefined || special === null ? this.values[element] : special;
      const known = value === undefined ? found.node.initial : value;
      if (known === undefined || known === null) return ["", this.codes.notSet];
      return [known, 0];
    }

    keyword(found, element) {
      const name = element.slice(0, -(found.keyword.length + 1));
      switch (found.keyword) {
        case "_version":
          return name === "cmi" ? [this.codes.version, 0] : ["", this.codes.unknown];
        case "_count":
          return found.node.kind === "list"
            ? [String(this.count(name)), 0]
            : ["", this.codes.noCount];
        default:
          return found.node.kind === "leaf"
            ? ["", this.codes.noChildren]
            : [Object.keys(found.node.children).join(","), 0];
      }
    }

    set(element, value) {
      const found = this.find(element);
      if (!found) return this.codes.unknown;
      if (found.keyword) return this.codes.keyword;
      const isNew = found.lists.some(({ path, index }) => index >= this.count(path));
      const isFar = found.lists.some(({ path, index }) => index > this.count(path));
      if (isFar) return this.codes.outOfOrder;
      if (found.node.access === "r") return this.codes.readOnly;
      if (typeof value !== "string") return this.codes.type;
      const refusal = this.rules.set && this.rules.set(this, element, value, isNew);
      if (refusal) return this.codes[refusal];
      const around = { type: this.values[element.replace(/^(cmi\.interactions\.\d+)\..*$/, "$1.type")] };
      const problem = found.node.check(value, around);
      if (problem) return this.codes[problem];
      for (const { path, index } of found.lists) {
        this.counts[path] = Math.max(this.count(path), index + 1);
      }
      this.values[element] = value;
      return 0;
    }

    copy() {
      return { values: Object.assign({}, this.values), counts: Object.assign({}, this.counts) };
    }
  }

  return {
    Model, leaf, branch, list,
    anything, decimal12, duration, durationText, feedback12, identifier, identifier12, integer,
    language, localized, oneOf, pattern, real, response, result, result12, score12, seconds, text,
    time, time12, timespan12, isDuration,
  };
})();
