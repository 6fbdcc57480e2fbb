/*
 * The fields of a question: what stands in them, how they are ordered, moved and counted.
 *
 * A page in two languages has some fields twice, once in each half; `data-part` says what belongs
 * together, and whatever is put into one is put into the other. What a page makes of answers is in
 * page.js; the packer puts this before it, into the same file.
 */
const SalaQuestions = (page) => {
  "use strict";

  const { all, announce, isKhmer } = page;

  const boxOf = (id) => document.getElementById(`q-${id}`);
  const hasOptions = (item) => item.kind === "choice" || item.kind === "rating";
  const withDigits = (number, element) =>
    element.closest(":lang(km)")
      ? String(number).replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
      : String(number);

  /** The typed or chosen part of a question, from the first of its fields. */
  const partValue = (box, id) => {
    const field = all("[data-part]", box).find((one) => one.dataset.part === id);
    return field ? field.value.trim() : "";
  };

  /** What stands in a blank; undefined for a number that is none. */
  function blankValue(item, index) {
    const typed = partValue(boxOf(item.id), item.options[index]);
    const entry = item.entries[index];
    if (typed === "" || !entry.isNumber) return typed;
    const number = Sala.numberWithUnit(typed, entry.units);
    return number === null ? undefined : Sala.numberText(number);
  }

  /** The answer that stands in a question's fields; undefined for one that cannot be understood. */
  function answer(item) {
    const box = boxOf(item.id);
    switch (item.kind) {
      case "choice":
      case "rating":
        return all("input:checked", box).map((input) => input.value).sort();
      case "order": {
        const list = box.querySelector(".order");
        if (list.dataset.given !== "true") return [];
        return all("li", list).map((entry) => entry.dataset.option);
      }
      case "match":
      case "blanks": {
        const parts = {};
        for (const [index, id] of item.options.entries()) {
          const value = item.kind === "match" ? partValue(box, id) : blankValue(item, index);
          if (value === undefined) return undefined;
          if (value !== "") parts[id] = value;
        }
        return parts;
      }
      case "performance":
        return "";
      default: {
        const typed = box.querySelector("input, textarea").value.trim();
        if (item.kind !== "numeric" || typed === "") return typed;
        const number = Sala.numberWithUnit(typed, item.units);
        return number === null ? undefined : Sala.numberText(number);
      }
    }
  }

  /** Puts an answer into the fields of its question. */
  function show(item, given) {
    const box = boxOf(item.id);
    if (hasOptions(item)) {
      for (const input of all("input", box)) input.checked = (given || []).includes(input.value);
    } else if (item.kind === "order") {
      const list = box.querySelector(".order");
      const isGiven = !Sala.isEmpty(given);
      const order = isGiven ? given : list.dataset.start.split(" ");
      for (const id of order) {
        list.append(all("li", list).find((entry) => entry.dataset.option === id));
      }
      setGiven(box, isGiven);
    } else if (item.kind === "match" || item.kind === "blanks") {
      for (const field of all("[data-part]", box)) {
        field.value = (given && given[field.dataset.part]) || "";
      }
    } else if (item.kind !== "performance") {
      box.querySelector("input, textarea").value = given || "";
      count(item);
    }
    showError(item, false);
  }

  /** The fields that hold no number though they should. */
  function wrongFields(item) {
    const box = boxOf(item.id);
    if (item.kind === "numeric") return answer(item) === undefined ? all("input", box) : [];
    if (item.kind !== "blanks") return [];
    return item.options
      .filter((id, index) => blankValue(item, index) === undefined)
      .flatMap((id) => all("[data-part]", box).filter((field) => field.dataset.part === id));
  }

  function showError(item, isShown) {
    const box = boxOf(item.id);
    const error = box.querySelector(".error");
    if (!error) return;
    error.hidden = !isShown;
    const wrong = isShown ? wrongFields(item) : [];
    for (const field of all("input", box)) {
      field.setAttribute("aria-invalid", String(wrong.includes(field)));
      if (!field.dataset.part) continue;
      if (wrong.includes(field)) field.setAttribute("aria-describedby", error.id);
      else field.removeAttribute("aria-describedby");
    }
  }

  function focusWrong(item) {
    const field = wrongFields(item).find((one) => one.getClientRects().length > 0);
    if (field) field.focus();
  }

  // MARK: Order

  /** Says whether the order that is shown counts as an answer. */
  function setGiven(box, isGiven) {
    box.querySelector(".order").dataset.given = String(isGiven);
    box.querySelector(".as-shown").hidden = isGiven;
    box.querySelector(".given").hidden = !isGiven;
  }

  const changed = (element) => {
    for (const name of ["input", "change"]) {
      element.dispatchEvent(new Event(name, { bubbles: true }));
    }
  };

  function move(box, button) {
    const entry = button.closest("li");
    const list = entry.parentElement;
    const entries = all("li", list);
    const from = entries.indexOf(entry);
    const to = from + Number(button.dataset.move);
    if (to >= 0 && to < entries.length) {
      // An element that is moved loses the focus: its neighbour moves instead.
      if (to < from) entry.after(entries[to]);
      else entry.before(entries[to]);
      setGiven(box, true);
      changed(list);
    }
    const place = all("li", list).indexOf(entry) + 1;
    announce("moved", { number: place, total: entries.length });
    entry.scrollIntoView({ block: "nearest" });
  }

  // MARK: Preparing

  /** Puts what may be shuffled into this learner's order; an id goes with its text. */
  function arrange(item, seed) {
    const box = boxOf(item.id);
    const own = `${seed}/${item.id}`;
    const sortedBy = (ids, elements, name) =>
      ids.map((id) => elements.find((one) => one.dataset[name] === id));
    if (item.kind === "choice" && !item.keepsOrder) {
      const place = box.querySelector(".options");
      const options = sortedBy(item.options, all(".option", place), "option");
      place.append(...Sala.shuffled(options, own));
    } else if (item.kind === "order") {
      const list = box.querySelector(".order");
      const ids = Sala.apart(item.options, own);
      list.dataset.start = ids.join(" ");
      list.append(...sortedBy(ids, all("li", list), "option"));
    } else if (item.kind === "match") {
      const ids = Sala.apart(item.targets, own);
      const list = box.querySelector(".targets");
      list.append(...sortedBy(ids, all("li", list), "target"));
      for (const select of all("select", box)) arrangeSelect(select, ids, true);
    } else if (item.kind === "blanks") {
      for (const [index, { options, keepsOrder }] of item.entries.entries()) {
        if (!options || keepsOrder) continue;
        const part = item.options[index];
        const ids = Sala.shuffled(options, `${own}/${part}`);
        for (const select of all("select", box)) {
          if (select.dataset.part === part) arrangeSelect(select, ids, false);
        }
      }
    }
  }

  function arrangeSelect(select, ids, isNumbered) {
    ids.forEach((id, index) => {
      const option = Array.from(select.options).find((one) => one.value === id);
      select.append(option);
      if (!isNumbered) return;
      option.textContent = `${withDigits(index + 1, select)}. ${option.dataset.words}`;
    });
  }

  /** How many words a text has; Khmer puts no spaces between them. */
  function wordCount(text) {
    if (typeof Intl.Segmenter !== "function") return text.split(/\s+/).filter(Boolean).length;
    const words = new Intl.Segmenter(isKhmer() ? "km" : "en", { granularity: "word" });
    return Array.from(words.segment(text)).filter((one) => one.isWordLike).length;
  }

  function count(item) {
    const box = boxOf(item.id);
    const counter = box.querySelector(".counter");
    if (!counter) return;
    const number = wordCount(box.querySelector("textarea").value);
    const most = Number(counter.dataset.most || 0);
    for (const half of all("[data-count]", counter)) half.textContent = withDigits(number, half);
    counter.classList.toggle("over", most > 0 && number > most);
  }

  /** Makes the fields of a question work; once for each question. */
  function prepare(item) {
    const box = boxOf(item.id);
    box.addEventListener("input", (event) => {
      if (item.kind === "essay") count(item);
      const { part } = event.target.dataset || {};
      if (part === undefined) return;
      for (const field of all("[data-part]", box)) {
        if (field.dataset.part === part && field !== event.target) field.value = event.target.value;
      }
    });
    if (item.kind !== "order") return;
    for (const button of all(".move", box)) {
      button.addEventListener("click", () => move(box, button));
    }
    const asShown = box.querySelector(".as-shown");
    asShown.addEventListener("click", () => {
      setGiven(box, true);
      box.querySelector(".move").focus();
      announce("orderGiven");
      changed(box.querySelector(".order"));
    });
  }

  // MARK: Words

  /** The words of an element in each language, its fields as gaps. */
  function wordsOf(element, languages) {
    const text = (half) => {
      const copy = half.cloneNode(true);
      for (const field of all("input, select", copy)) field.replaceWith("____");
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    const half = (code) => all("[data-half]", element).find((one) => one.dataset.half === code);
    return Object.fromEntries(languages.map((code) => [code, text(half(code) || element)]));
  }

  /** The words of a question by language, for an LMS: { stem, options, targets }, by id. */
  function words(item, languages) {
    const box = boxOf(item.id);
    const named = (name, inner) =>
      Object.fromEntries(
        all(`[data-${name}]`, box)
          .filter((one) => one.querySelector(inner))
          .map((one) => [one.dataset[name], wordsOf(one.querySelector(inner), languages)])
      );
    return {
      stem: wordsOf(box.querySelector(".stem"), languages),
      options: item.kind === "match"
        ? named("source", ".words")
        : named("option", item.kind === "order" ? ".words" : "label > span"),
      targets: Object.fromEntries(
        all("[data-target]", box).map((one) => [one.dataset.target, wordsOf(one, languages)])
      ),
    };
  }

  return { answer, arrange, boxOf, focusWrong, prepare, show, showError, words };
};
