/*
 * Writes states in the first layout, as packages did that are in use: what the page must still read.
 */
window.firstLayout = (() => {
  "use strict";

  function base64url(bytes) {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  /** A varint. */
  function push(bytes, number) {
    let rest = number;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }

  /** What must be the same for old answers to mean the same. */
  const fingerprint = (items) => {
    const shape = (item) =>
      (item.targets ? `:${item.targets.length}` : "") +
      (item.entries ? `:${item.entries.map((one) => (one.options || []).length).join(",")}` : "");
    const whole = items.map(
      (item) => `${item.id}:${item.kind}:${item.options.length}${shape(item)}`
    );
    return Sala.fnv32(whole.join(";")) % 16384;
  };

  function pushText(bytes, text) {
    const encoded = new TextEncoder().encode(text);
    push(bytes, encoded.length);
    for (const byte of encoded) bytes.push(byte);
  }

  function pushAnswer(bytes, item, answer) {
    if (Sala.isEmpty(answer)) return push(bytes, 0);
    switch (item.kind) {
      case "choice":
      case "rating":
        return push(
          bytes,
          item.options.reduce((sum, id, index) => sum + (answer.includes(id) ? 2 ** index : 0), 0)
        );
      case "order":
        push(bytes, 1);
        return answer.forEach((id) => push(bytes, item.options.indexOf(id)));
      case "match":
        push(bytes, 1);
        return item.options.forEach((id) => push(bytes, item.targets.indexOf(answer[id]) + 1));
      case "blanks":
        push(bytes, 1);
        return item.options.forEach((id, index) => {
          const { options } = item.entries[index];
          if (options) push(bytes, options.indexOf(answer[id]) + 1);
          else pushText(bytes, answer[id] || "");
        });
      default:
        return pushText(bytes, answer);
    }
  }

  function firstLayout(state, items) {
    const bytes = [];
    push(bytes, fingerprint(items));
    push(bytes, state.language === "km" ? 1 : 0);
    push(bytes, state.isFinished ? 1 : 0);
    push(bytes, state.form);
    push(bytes, state.position);
    for (const item of items) {
      const answer = state.answers[item.id];
      pushAnswer(bytes, item, answer);
      if (Sala.isEmpty(answer)) continue;
      const moment = state.moments[item.id] || { spent: 0, at: 0 };
      push(bytes, Math.round(moment.spent));
      push(bytes, moment.at);
    }
    const checked = items.map((item, index) => (state.checked[item.id] ? index : -1));
    const indexes = checked.filter((index) => index >= 0);
    push(bytes, indexes.length);
    for (const index of indexes) push(bytes, index);
    return "1" + base64url(bytes);
  }
  return firstLayout;
})();
