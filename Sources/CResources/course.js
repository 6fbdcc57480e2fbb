/*
 * The page that shows the others: a list of pages, and the chosen one in a frame beside it.
 *
 * What is shown stands in the HTML; the pages' names, titles and messages in its data.
 */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("course-data").textContent);
  const byID = (id) => document.getElementById(id);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const names = data.pages.map((page) => page.name);
  let language = data.languages[0];
  let place = -1;

  function choose(code) {
    if (!data.languages.includes(code)) return;
    language = code;
    document.documentElement.lang = code;
    document.title = data.title[code];
    for (const half of all("[data-half]")) half.hidden = half.dataset.half !== code;
    for (const button of all("[data-choose]")) {
      button.setAttribute("aria-pressed", String(button.dataset.choose === code));
    }
    if (place >= 0) byID("page").title = data.pages[place].title[code];
  }

  function show(index) {
    place = index;
    byID("list").hidden = index >= 0;
    byID("view").hidden = index < 0;
    if (index < 0) {
      byID("page").removeAttribute("src");
      byID("list-title").focus();
      return;
    }
    byID("loading").hidden = false;
    byID("page").src = data.pages[index].path;
    byID("page").title = data.pages[index].title[language];
    byID("previous-page").disabled = index === 0;
    byID("next-page").disabled = index === names.length - 1;
  }

  byID("page").addEventListener("load", () => {
    byID("loading").hidden = true;
  });
  for (const link of all("a[data-page]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(names.indexOf(link.dataset.page));
    });
  }
  byID("to-list").addEventListener("click", () => show(-1));
  byID("previous-page").addEventListener("click", () => show(place - 1));
  byID("next-page").addEventListener("click", () => show(place + 1));
  for (const button of all("[data-choose]")) {
    button.addEventListener("click", () => choose(button.dataset.choose));
  }
  document.documentElement.dataset.ready = "true";
})();
