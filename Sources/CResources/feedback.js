/*
 * What a practice question says of an answer: how good it is, then what its author has to say.
 */
const SalaFeedback = (page) => {
  "use strict";

  const { all, say, speak, boxOf, key } = page;

  function hide(item) {
    const box = boxOf(item.id);
    for (const feedback of all(".feedback", box)) feedback.hidden = true;
    for (const part of all("[data-mark]", box)) delete part.dataset.mark;
    say(box.querySelector(".result"), null);
    box.classList.remove("right", "partly", "wrong");
  }

  /** Says how good the answer is, then what its author has to say about each part of it. */
  function show(item, answer, isSpoken) {
    const box = boxOf(item.id);
    hide(item);
    say(box.querySelector(".result"), ...verdict(item, answer, box));
    for (const feedback of all(".feedback", box)) {
      const isGood = worthOf(item, answer, feedback);
      if (isGood === null) continue;
      // One of several chosen options may be right in an answer that is not.
      feedback.classList.toggle("good", isGood === true);
      feedback.classList.toggle("bad", isGood === false);
      feedback.hidden = false;
    }
    markParts(item, answer, box);
    const whole = box.querySelector(".feedback.whole");
    if (whole) whole.hidden = false;
    const shown = all(".result, .feedback", box).filter((one) => !one.hidden);
    if (isSpoken) speak(shown.map((one) => one.innerText).join(" "));
  }

  /** The message about an answer, with its values; it colours the question too. */
  function verdict(item, answer, box) {
    if (Sala.isPending(item)) return ["forTrainer"];
    if (item.kind === "rating") return ["opinion"];
    const won = Sala.points(item, key[item.id], answer);
    const name = won === item.points ? "right" : won > 0 ? "partly" : "wrong";
    box.classList.add(name);
    return [name, { won: Math.round(won * 100) / 100, total: item.points }];
  }

  /** Whether a feedback's option or accepted answer was given and is right; null if not given. */
  function worthOf(item, answer, feedback) {
    const own = key[item.id];
    const { answer: place, blank } = feedback.dataset;
    if (item.kind === "choice") {
      const option = feedback.closest(".option");
      if (!option || !answer.includes(option.dataset.option)) return null;
      return own.right.includes(option.dataset.option);
    }
    if (place === undefined) return null;
    let found = null;
    if (item.kind === "blanks") {
      const index = item.options.indexOf(blank);
      if (item.entries[index].options) {
        return answer[blank] === place ? own.blanks[index].right.includes(place) : null;
      }
      found = Sala.bestEntry(own.blanks[index], answer[blank], item.entries[index].units);
    } else if (item.kind === "numeric") {
      found = Sala.bestNumber(own, Sala.typedNumber(answer));
    } else if (item.kind === "text") {
      found = Sala.bestText(own, answer);
    }
    return found !== null && found.index === Number(place) ? found.weight > 0 : null;
  }

  /** Marks each pair or place as right or wrong. */
  function markParts(item, answer, box) {
    const own = key[item.id];
    if (item.kind === "match") {
      for (const pair of all(".pair", box)) {
        const index = item.options.indexOf(pair.dataset.source);
        const isGood = answer[pair.dataset.source] === own.targets[index];
        pair.dataset.mark = isGood ? "right" : "wrong";
      }
    } else if (item.kind === "order") {
      all(".order li", box).forEach((entry, index) => {
        entry.dataset.mark = entry.dataset.option === own.order[index] ? "right" : "wrong";
      });
    }
  }

  return { hide, show };
};
