/*
 * The words of a page in its languages: which are shown, what the script fills in, what is spoken.
 *
 * The packer puts this before page.js, and before course.js, into the same file.
 */
const SalaWords = (data) => {
  "use strict";

  const byID = (id) => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  let language = data.languages[0];

  const withKhmerDigits = (text) =>
    text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));

  /** A message in one language, its {names} filled in. */
  function message(name, values = {}, code = language) {
    return data.messages[name][code].replace(/\{(\w+)\}/g, (whole, slot) => {
      if (!(slot in values)) return whole;
      const text = String(values[slot]);
      return code === "km" && typeof values[slot] === "number" ? withKhmerDigits(text) : text;
    });
  }

  /** Shows a message in an element, in every language of the page; null for none. */
  function say(element, name, values) {
    element.textContent = "";
    if (!name) return;
    for (const code of data.languages) {
      const half = document.createElement("span");
      half.lang = code;
      half.dataset.half = code;
      half.hidden = code !== language;
      half.textContent = message(name, values, code);
      element.append(half);
    }
  }

  /** Speaks to whoever listens with a screen reader. */
  function speak(words) {
    const region = byID("live");
    region.lang = language;
    region.textContent = "";
    // A region that changes twice in one turn is read once; the words must come a turn later.
    setTimeout(() => {
      region.textContent = words;
    }, 50);
  }

  const announce = (name, values) => speak(message(name, values));

  /** Shows what the learner must know and stays true, such as an LMS that does not answer. */
  function warn(name, values) {
    say(byID("notice"), name, values);
    announce(name, values);
  }

  function choose(code) {
    if (!data.languages.includes(code)) return;
    language = code;
    document.documentElement.lang = code;
    document.title = data.title[code];
    for (const half of all("[data-half]")) half.hidden = half.dataset.half !== code;
    for (const button of all("[data-choose]")) {
      button.setAttribute("aria-pressed", String(button.dataset.choose === code));
    }
  }

  return { all, announce, byID, choose, say, speak, warn, get language() { return language; } };
};
