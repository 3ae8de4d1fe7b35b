"use strict";
// Reads what it shows from the table under each chart, so that picture and table never differ.

const shown = () => document.querySelector(".content:not([hidden])");

const show = (language) => {
  for (const content of document.querySelectorAll(".content")) content.hidden = content.lang !== language;
  document.documentElement.lang = language;
  document.title = shown().dataset.title;
};

// A link from another page says which language its reader was in.
const asked = /^#(nl|en)-/.exec(window.location.hash);
if (asked && shown().lang !== asked[1] && document.querySelector(`.content[lang="${asked[1]}"]`)) show(asked[1]);

for (const button of document.querySelectorAll(".switch")) {
  button.addEventListener("click", () => {
    const place = visibleSection();
    show(button.dataset.to);
    const same = place && document.getElementById(button.dataset.to + place);
    if (same) same.scrollIntoView();
    shown().querySelector(".switch").focus({ preventScroll: true });
  });
}

function visibleSection() {
  const lang = shown().lang;
  const passed = [...shown().querySelectorAll("section")].filter((own) => own.getBoundingClientRect().top < 80);
  return passed.length ? passed.pop().id.slice(lang.length) : "";
}

for (const figure of document.querySelectorAll(".chart")) {
  const svg = figure.querySelector(".drawing > svg");
  const drawing = figure.querySelector(".drawing");
  const tip = figure.querySelector(".tip");
  const reader = figure.querySelector(".reader");
  const slider = reader.querySelector("input");
  const cursor = svg.querySelector(".cursor");
  const heads = [...figure.querySelectorAll("thead th")].map((cell) => cell.textContent);
  const rows = figure.querySelectorAll("tbody tr");
  const start = Number(svg.dataset.start);
  const step = Number(svg.dataset.step);
  reader.hidden = false;

  const read = (at) => {
    const cells = [...rows[at].children].map((cell) => cell.textContent.trim());
    const x = start + step * at;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
    svg.classList.add("reading");
    tip.replaceChildren(line("b", `${heads[0]} ${cells[0]}`), ...cells.slice(1).map((cell, k) => pair(heads[k + 1], cell)));
    tip.hidden = false;
    const width = tip.offsetWidth;
    const left = x * scale + 12;
    const flipped = left + width - drawing.scrollLeft > drawing.clientWidth ? x * scale - width - 12 : left;
    tip.style.left = `${Math.max(0, flipped)}px`;
    slider.value = at;
    slider.setAttribute("aria-valuetext", heads.map((head, k) => `${head} ${cells[k]}`).join("; "));
  };
  const stop = () => {
    tip.hidden = true;
    svg.classList.remove("reading");
  };

  svg.addEventListener("pointermove", (event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * svg.viewBox.baseVal.width;
    read(Math.min(rows.length - 1, Math.max(0, Math.round((x - start) / step))));
  });
  svg.addEventListener("pointerleave", stop);
  slider.addEventListener("input", () => read(Number(slider.value)));
  slider.addEventListener("focus", () => read(Number(slider.value)));
  slider.addEventListener("blur", stop);
  slider.addEventListener("keydown", (event) => event.key === "Escape" && stop());

  for (const button of figure.querySelectorAll("[data-pick]")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", on);
      svg.querySelector(`[data-series="${button.dataset.pick}"]`).classList.toggle("on", on);
      svg.classList.toggle("picked", Boolean(svg.querySelector("[data-series].on")));
    });
  }
}

function line(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function pair(name, value) {
  const made = document.createElement("span");
  made.append(line("i", name), line("em", value));
  return made;
}
