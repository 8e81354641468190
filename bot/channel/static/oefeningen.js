/** Screen 5: own exercises, how they develop, two side by side; remove and keep. */

import { address, api } from "./api.js";
import { progressLine } from "./charts.js";
import { comparing } from "./compare.js";
import { button, confirm, el, errorLine } from "./dom.js";
import { competence, COMPETENCES, endingWord, moment } from "./words.js";

const known = (value) => typeof value === "number";

function trend(values) {
  if (values.length < 2) return `${values[0]} van 100`;
  const change = values.at(-1) - values[0];
  const word = change > 4 ? "omhoog" : change < -4 ? "omlaag" : "ongeveer gelijk";
  return `van ${values[0]} naar ${values.at(-1)}: ${word}`;
}

/** One small line per competence, oldest exercise first. */
function progress(items) {
  const scored = [...items].reverse().filter((item) => Object.values(item.competenties ?? {}).some(known));
  if (scored.length < 2) return null;
  const cards = COMPETENCES.map((id) => {
    const values = scored.map((item) => item.competenties[id]).filter(known);
    return values.length
      ? el("li", {}, el("h3", {}, competence(id)), progressLine(values), el("p", {}, trend(values)))
      : null;
  });
  return el(
    "section",
    { "aria-labelledby": "t-progress" },
    el("h2", { id: "t-progress" }, "Zo ontwikkel je je"),
    el("ul", { class: "progress" }, cards),
  );
}

function line(item, pick, remove) {
  const box = el("input", {
    type: "checkbox",
    "aria-label": `Vergelijk: ${item.titel}, ${item.ouder}, ${moment(item.datum)}`,
  });
  box.addEventListener("change", () => pick?.(item, box));
  const link = encodeURIComponent(item.id);
  const label = `${item.ouder}, ${item.titel}, ${moment(item.datum)}`;
  return el(
    "li",
    {},
    pick ? (item.einde ? el("label", { class: "pick" }, box) : el("span", { class: "pick" })) : null,
    el(
      "div",
      {},
      el("p", { class: "title" }, item.titel),
      el(
        "p",
        { class: "note" },
        `${moment(item.datum)} · ${item.ouder} · ${endingWord(item.einde)}`,
        item.vanaf ? ` · nieuwe poging vanaf beurt ${item.vanaf}` : "",
      ),
    ),
    el(
      "div",
      { class: "row" },
      item.einde
        ? el(
            "a",
            { class: "button small", href: `#/nabespreking/${link}`, "aria-label": `Nabespreking: ${label}` },
            "Nabespreking",
          )
        : el(
            "a",
            { class: "button small primary", href: `#/gesprek/${link}`, "aria-label": `Verder: ${label}` },
            "Verder",
          ),
      button("Verwijder", remove, "quiet small", { "aria-label": `Verwijder: ${label}` }),
    ),
  );
}

function empty() {
  return [
    el(
      "p",
      { class: "lead" },
      "Je hebt nog niet geoefend. Je gesprekken komen hier te staan, alleen op deze computer.",
    ),
    el("a", { class: "button primary", href: "#/kiezen" }, "Begin met oefenen"),
  ];
}

function list(items, error, reload) {
  const compare = comparing(error);
  const both = items.filter((item) => item.einde).length > 1;
  const guard = async (question, explanation, yes, action) => {
    if (!(await confirm(question, explanation, yes))) return;
    try {
      await action();
      await reload();
    } catch (failure) {
      error.show(failure.message);
    }
  };
  const removeOne = (item) => () =>
    guard(
      "Wil je deze oefening verwijderen?",
      `${item.titel}. Het gesprek is dan voorgoed weg.`,
      "Ja, verwijder",
      () => api.remove(item.id),
    );
  const removeAll = () =>
    guard(
      "Wil je alles verwijderen?",
      "Al je gesprekken en nabesprekingen zijn dan voorgoed weg.",
      "Ja, verwijder alles",
      api.removeAll,
    );
  return [
    progress(items),
    el(
      "section",
      { "aria-labelledby": "t-list" },
      el("h2", { id: "t-list" }, "Alle gesprekken"),
      both ? el("p", { class: "note" }, "Vink twee oefeningen aan om ze naast elkaar te zien.") : null,
      el(
        "ul",
        { class: both ? "mine" : "mine alone" },
        items.map((item) => line(item, both ? compare.pick : null, removeOne(item))),
      ),
      both ? compare.bar : null,
    ),
    compare.place,
    el(
      "div",
      { class: "row actions" },
      el("a", { class: "button", href: address.all, download: "oefenouder.json" }, "Bewaar alles in een bestand"),
      items.some((item) => item.oneens)
        ? el(
            "a",
            { class: "button", href: address.corrections, download: "correcties.jsonl" },
            "Bewaar mijn correcties",
          )
        : null,
      button("Verwijder alles", removeAll, "quiet"),
    ),
  ];
}

/** Build the screen. */
export async function show() {
  const error = errorLine();
  const place = el("div", {});
  const title = el("h1", { tabindex: "-1" }, "Mijn oefeningen");
  const draw = (items) =>
    place.replaceChildren(...(items.length ? list(items, error, reload) : empty()).filter(Boolean));
  async function reload() {
    draw((await api.mine()).oefeningen);
    title.focus();
  }
  draw((await api.mine()).oefeningen);
  return { title: "Mijn oefeningen", node: el("div", { class: "page report" }, title, error.node, place) };
}
