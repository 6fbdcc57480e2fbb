/*
 * Where Khmer may break into lines, for a browser that does not know.
 *
 * Khmer puts no spaces between words, so a browser needs a dictionary to break its lines, and some
 * have none. The packer knows the words of each page; here they become <wbr> elements, which hold
 * no text: what scripts, screen readers and the clipboard read stays as it was written.
 *
 * The words come as one text, a space between them. One with "|" in it is a whole run of letters
 * whose breaks are not where the longest known words would put them. PageBreaks.swift does the
 * same as `placesIn`, to find these out.
 *
 * The packer puts this before page.js, and before course.js, into the same file.
 */
const SalaBreaks = (() => {
  "use strict";

  /** Letters, signs and what joins them; neither digits nor punctuation, which browsers know. */
  const RUN = /[\u1780-\u17d3\u17d7\u17dc\u17dd\u200c\u200d\u2060]+/g;
  /** Text that is not shown as lines, is typed, or is meant letter by letter. */
  const LEFT_ALONE =
    "script, style, noscript, input, textarea, select, code, pre, kbd, samp, svg, .unseen, " +
    "[contenteditable]";

  /** Whether the browser knows the words of Khmer: of "Khmer and nation" it must make three. */
  function isAble() {
    try {
      const words = new Intl.Segmenter("km", { granularity: "word" });
      return Array.from(words.segment("ខ្មែរនិងជាតិ")).length > 1;
    } catch (error) {
      return false;
    }
  }

  /** Reads the words: { known, longest, whole }, where `whole` has the places of whole runs. */
  function read(text) {
    const found = { known: new Set(), longest: 0, whole: new Map() };
    for (const entry of text.split(" ")) {
      const parts = entry.split("|");
      if (parts.length > 1) {
        let place = 0;
        found.whole.set(parts.join(""), parts.slice(1).map((part, index) => {
          place += parts[index].length;
          return place;
        }));
      } else {
        found.known.add(entry);
        found.longest = Math.max(found.longest, entry.length);
      }
    }
    return found;
  }

  /** The length of the longest known word at a place of a run; 0 for none. */
  function lengthAt(run, start, { known, longest }) {
    for (let length = Math.min(longest, run.length - start); length > 0; length -= 1) {
      if (known.has(run.slice(start, start + length))) return length;
    }
    return 0;
  }

  /** Where a run may break: between two words that are known, each the longest at its place. */
  function placesIn(run, words) {
    if (words.whole.has(run)) return words.whole.get(run);
    const places = [];
    let isAfterWord = false;
    for (let start = 0; start < run.length;) {
      const length = lengthAt(run, start, words);
      if (length > 0 && isAfterWord) places.push(start);
      isAfterWord = length > 0;
      start += length || 1;
    }
    return places;
  }

  /** Splits one text node where it may break. */
  function divide(node, words) {
    if (!node.parentElement || node.parentElement.closest(LEFT_ALONE)) return;
    const places = [];
    node.data.replace(RUN, (run, start, text) => {
      // Where the author typed zero-width spaces, nobody else divides.
      const around = [text[start - 1], text[start + run.length]];
      if (around.includes("\u200b")) return run;
      for (const place of placesIn(run, words)) places.push(start + place);
      return run;
    });
    // From the end, so that the places before stay where they are.
    for (const place of places.reverse()) {
      node.splitText(place).before(document.createElement("wbr"));
    }
  }

  function divideAll(root, words) {
    if (root.nodeType === Node.TEXT_NODE) return divide(root, words);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) divide(node, words);
    return undefined;
  }

  /** Breaks the text of the page, and whatever text comes into it later. */
  function begin(text) {
    if (!text || isAble()) return;
    const words = read(text);
    divideAll(document.body, words);
    const observer = new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === "characterData") divide(target, words);
        else for (const node of addedNodes) divideAll(node, words);
      }
      observer.takeRecords(); // Those of the lines above.
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  }

  return { begin };
})();
