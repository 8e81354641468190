/** Screen 5: own exercises, how they develop, two side by side; remove and keep. */

import { address, api } from "./api.js";
import { progressLine } from "./charts.js";
import { button, confirm, el, errorLine } from "./dom.js";
import { day, endingWord } from "./words.js";

const NAMES = {
  opbouw: "Opbouw",
  vragen: "Vragen",
  relatie: "Relatie",
  feiten: "Feiten",
  afstemming: "Afstemming",
  afspraken: "Afspraken",
  valkuilen: "Valkuilen vermijden",
};

const known = (value) => typeof value === "number";
const name = (id) => NAMES[id] ?? id.replaceAll("_", " ");

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
  const cards = Object.keys(NAMES).map((id) => {
    const values = scored.map((item) => item.competenties[id]).filter(known);
    return values.length
      ? el("li", {}, el("h3", {}, name(id)), progressLine(values), el("p", {}, trend(values)))
      : null;
  });
  return el(
    "section",
    { "aria-labelledby": "t-progress" },
    el("h2", { id: "t-progress" }, "Zo ontwikkel je je"),
    el("ul", { class: "progress" }, cards),
  );
}

function comparison(first, second) {
  const ids = Object.keys(NAMES).filter((id) => known(first.competenties?.[id]) || known(second.competenties?.[id]));
  const number = (value) => (known(value) ? String(value) : "–");
  const head = (item) =>
    el("th", { scope: "col" }, item.ouder, el("br"), el("span", { class: "note" }, day(item.datum)));
  const row = (title, a, b) => el("tr", {}, el("th", { scope: "row" }, title), el("td", {}, a), el("td", {}, b));
  return el(
    "div",
    { class: "scroll", tabindex: "-1", role: "region", "aria-label": "Twee oefeningen naast elkaar" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, el("td", {}), head(first), head(second))),
      el(
        "tbody",
        {},
        row("Casus", first.titel, second.titel),
        row("Afloop", endingWord(first.einde), endingWord(second.einde)),
        row("Totaal", number(first.totaal), number(second.totaal)),
        ids.map((id) => row(name(id), number(first.competenties[id]), number(second.competenties[id]))),
      ),
    ),
  );
}

function line(item, pick, remove) {
  const box = el("input", {
    type: "checkbox",
    "aria-label": `Vergelijk: ${item.titel}, ${item.ouder}, ${day(item.datum)}`,
  });
  box.addEventListener("change", () => pick(item, box));
  const link = encodeURIComponent(item.id);
  const label = `${item.ouder}, ${item.titel}, ${day(item.datum)}`;
  return el(
    "li",
    {},
    item.einde ? el("label", { class: "pick" }, box) : el("span", { class: "pick" }),
    el(
      "div",
      {},
      el("p", { class: "title" }, item.titel),
      el(
        "p",
        { class: "note" },
        `${day(item.datum)} · ${item.ouder} · ${endingWord(item.einde)}`,
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

/** Keeps at most two exercises picked, the oldest pick lets go. */
function picker(place) {
  const picked = [];
  return (item, box) => {
    if (box.checked) picked.push({ item, box });
    else
      picked.splice(
        picked.findIndex((one) => one.box === box),
        1,
      );
    if (picked.length > 2) picked.shift().box.checked = false;
    const [first, second] = picked;
    place.replaceChildren(
      second
        ? comparison(first.item, second.item)
        : el("p", { class: "note" }, "Vink twee oefeningen aan om ze naast elkaar te zien."),
    );
  };
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
  const compared = el(
    "div",
    { class: "compare", "aria-live": "polite" },
    el("p", { class: "note" }, "Vink twee oefeningen aan om ze naast elkaar te zien."),
  );
  const pick = picker(compared);
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
      el(
        "ul",
        { class: "mine" },
        items.map((item) => line(item, pick, removeOne(item))),
      ),
      items.filter((item) => item.einde).length > 1 ? compared : null,
    ),
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
