/*
 * What a quiz in a browser can do without: it shows the minutes that are left as they go by, warns
 * before the time is over, hands over what is typed at the last moment, and counts words.
 * Everything else is forms, which need no script.
 */
(() => {
  "use strict";

  const isKhmer = document.documentElement.lang === "km";
  const digits = (number) =>
    isKhmer
      ? String(number).replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
      : String(number);
  const filled = (template, number) => template.replace("{n}", digits(number));

  // A page out of the history shows what was; the server knows what is.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  // MARK: Words

  function wordCount(text) {
    if (typeof Intl.Segmenter !== "function") return text.split(/\s+/).filter(Boolean).length;
    const words = new Intl.Segmenter(isKhmer ? "km" : "en", { granularity: "word" });
    return Array.from(words.segment(text)).filter((word) => word.isWordLike).length;
  }

  for (const counter of document.querySelectorAll("[data-words]")) {
    const field = document.getElementById(counter.dataset.for);
    const most = Number(counter.dataset.most);
    const count = () => {
      const number = wordCount(field.value);
      counter.textContent = filled(counter.dataset.words, number);
      counter.classList.toggle("over", most > 0 && number > most);
    };
    field.addEventListener("input", count);
    count();
  }

  // MARK: Time

  const time = document.getElementById("time");
  if (!time) return;
  const notice = document.getElementById("notice");
  const began = performance.now();
  const left = () => Number(time.dataset.left) - (performance.now() - began) / 1000;
  const grace = Number(time.dataset.grace);
  let warned = Number(time.dataset.left) <= 60 ? 1 : Number(time.dataset.left) <= 300 ? 5 : 99;
  // A page that came at the last moment would only be sent over and over.
  let isSent = left() + grace <= 4;

  function tick() {
    const seconds = left();
    const minutes = Math.max(0, Math.ceil(seconds / 60));
    const words = filled(time.dataset.template, minutes);
    if (time.textContent !== words) time.textContent = words;
    for (const bound of [5, 1]) {
      if (seconds > bound * 60 || warned <= bound) continue;
      warned = bound;
      notice.textContent = filled(notice.dataset.template, bound);
    }
    if (seconds + grace <= 2 && !isSent) {
      isSent = true;
      const last = document.getElementById("last");
      if (last) last.form.requestSubmit(last);
      else setTimeout(() => location.reload(), 3000);
    }
    // Later than the server, which then has handed it in.
    if (seconds + grace < -1) location.reload();
  }
  tick();
  setInterval(tick, 1000);
})();
