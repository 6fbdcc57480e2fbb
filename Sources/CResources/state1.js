/*
 * The first layout of a page's state: read where an earlier package left it, written no more.
 *
 * The digit 1, then base64url of: fingerprint of the questions, language, whether finished, form,
 * position, then for each question its answer and, if there is one, seconds spent and the second
 * of the day; at last the places of the answers that were checked. An answer is 0 for none, or: a
 * choice or rating, one number with a bit an option; a text, its length and bytes of UTF-8; others
 * 1, then an order, the place of each option; pairs, for each source the place of its target from
 * 1, or 0; blanks, for each the place of its option from 1, or the length and bytes of its text.
 * All numbers are varints. The packer puts this before state.js, into the same file.
 */
const SalaFirstState = (() => {
  "use strict";

  const { fnv32 } = SalaAnswers;
  const { ByteReader, bytesOf } = SalaBits;

  const fingerprint = (items) => {
    const shape = (item) =>
      (item.targets ? `:${item.targets.length}` : "") +
      (item.entries ? `:${item.entries.map((one) => (one.options || []).length).join(",")}` : "");
    const whole = items.map(
      (item) => `${item.id}:${item.kind}:${item.options.length}${shape(item)}`
    );
    return fnv32(whole.join(";")) % 16384;
  };

  const known = (list, place) => {
    if (place >= list.length) throw new RangeError("no such place");
    return list[place];
  };

  const textIn = (read, length) => new TextDecoder().decode(read.take(length));

  /** An answer of which `first` was read already, and is not 0. */
  function readAnswer(read, item, first) {
    const parts = {};
    switch (item.kind) {
      case "choice":
      case "rating":
        return item.options.filter((id, index) => Math.floor(first / 2 ** index) % 2 === 1);
      case "order":
        return item.options.map(() => known(item.options, read.number()));
      case "match":
        for (const id of item.options) {
          const place = read.number();
          if (place > 0) parts[id] = known(item.targets, place - 1);
        }
        return parts;
      case "blanks":
        item.options.forEach((id, index) => {
          const { options } = item.entries[index];
          const number = read.number();
          if (number > 0) parts[id] = options ? known(options, number - 1) : textIn(read, number);
        });
        return parts;
      default:
        return textIn(read, first);
    }
  }

  /** Puts what is kept into an empty state; false where it is of other questions. */
  function readInto(state, text, itemsOf) {
    const read = new ByteReader(bytesOf(text.slice(1)));
    const print = read.number();
    state.language = read.number() === 1 ? "km" : "en";
    state.isFinished = read.number() === 1;
    state.form = read.number();
    state.position = read.number();
    const items = itemsOf(state.form);
    if (!items || fingerprint(items) !== print) return false;
    for (const item of items) {
      const number = read.number();
      if (number === 0) continue;
      state.answers[item.id] = readAnswer(read, item, number);
      state.moments[item.id] = { spent: read.number(), at: read.number() };
    }
    for (let count = read.number(); count > 0; count -= 1) {
      const item = items[read.number()];
      if (item) state.checked[item.id] = true;
    }
    if (!read.isAtEnd) throw new RangeError("more than there should be");
    return true;
  }

  return { readInto };
})();
