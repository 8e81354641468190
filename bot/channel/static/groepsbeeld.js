/** The parts of the trainer's view: people, moments side by side, guidelines missed, how scores spread. */

import { el, source, spoken, svg } from "./dom.js";

const CHANGE = {
  rustiger: ["↓", "de ouder werd rustiger"],
  gespannener: ["↑", "de ouder werd gespannener"],
  gelijk: ["=", "de spanning bleef gelijk"],
};
const WIDE = 300;
const HIGH = 34;

/** Who takes part and how far they are. */
export function peopleTable(people) {
  const done = people.filter((one) => one.finished).length;
  const rows = people.map((one) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, el("bdi", {}, one.nickname)),
      el("td", {}, one.finished ? "✓ klaar" : "bezig"),
      el("td", {}, one.turns === 1 ? "1 beurt" : `${one.turns} beurten`),
    ),
  );
  return el(
    "section",
    { class: "noprint" },
    el("h2", {}, people.length ? `${done} van ${people.length} klaar` : "Er doet nog niemand mee"),
    people.length
      ? el(
          "table",
          { class: "people" },
          el("thead", {}, el("tr", {}, ["Bijnaam", "Stand", "Gezegd"].map((head) => el("th", { scope: "col" }, head)))),
          el("tbody", {}, rows),
        )
      : el("p", {}, "Geef je collega's de link of de code. Dit overzicht werkt zichzelf bij."),
  );
}

function fragment(one, shared) {
  const [sign, words] = CHANGE[one.change];
  return el(
    "li",
    { class: "fragment" },
    el("p", { class: "who" }, `Collega ${one.letter}`),
    shared ? null : el("p", { class: "heard" }, el("span", { class: "unseen" }, "De ouder zei: "), spoken(one.before)),
    el("blockquote", { class: "said", dir: "auto" }, one.said),
    el("p", { class: "heard" }, el("b", {}, "Ouder: "), spoken(one.answer)),
    el("p", { class: `change ${one.change}` }, el("span", { "aria-hidden": "true" }, `${sign} `), words),
    one.labels.length ? el("details", { class: "more" }, el("summary", {}, "Labels"), el("p", { class: "note" }, one.labels.join(" · "))) : null,
  );
}

function moment(item) {
  return el(
    "section",
    { class: "moment" },
    el("h3", {}, item.title),
    item.shared ? el("p", { class: "said" }, el("b", {}, "De ouder zei: "), spoken(item.shared)) : null,
    el("p", { class: "question" }, item.question),
    el(
      "ul",
      { class: "fragments" },
      item.fragments.map((one) => fragment(one, item.shared)),
    ),
  );
}

/** The same moment by different colleagues; letters differ per moment, so nobody can be followed. */
export function momentList(moments) {
  if (!moments.length) return null;
  const most = Math.max(...moments.map((item) => item.fragments.length));
  return el(
    "section",
    {},
    el("h2", {}, `${most} collega's, één moment`),
    el("p", { class: "note" }, "De letters zijn per moment opnieuw geloot: collega A is niet steeds dezelfde."),
    moments.map(moment),
  );
}

/** The guidelines the group missed, with how often. */
export function missedList(items, done) {
  if (!items.length) return el("section", {}, el("h2", {}, "Richtlijnen"), el("p", {}, "De groep miste geen richtlijn."));
  const row = (item) =>
    el(
      "li",
      {},
      el("p", {}, item.focus ? el("b", { class: "tagged" }, "Jullie punt ") : null, item.title, source(item.source)),
      el(
        "p",
        { class: "count" },
        el("meter", { min: 0, max: Math.max(item.came_up, 1), value: item.missed, "aria-label": "gemist" }),
        item.came_up ? ` gemist in ${item.missed} van de ${item.came_up} gesprekken waarin het kon` : " kwam niet aan bod",
      ),
      item.missed ? el("p", { class: "note" }, item.why) : null,
    );
  const first = items.slice(0, 6);
  const rest = items.slice(6);
  return el(
    "section",
    {},
    el("h2", {}, "Wat de groep vaak miste"),
    el("p", { class: "note" }, `Uit ${done} afgeronde gesprekken.`),
    el("ul", { class: "missed" }, first.map(row)),
    rest.length ? el("details", { class: "more noprint" }, el("summary", {}, `Nog ${rest.length}`), el("ul", { class: "missed" }, rest.map(row))) : null,
  );
}

function strip(row) {
  const at = (score) => 8 + (score / 100) * (WIDE - 16);
  const piled = new Map();
  const dots = row.scores.map((score) => {
    const level = piled.get(score) ?? 0;
    piled.set(score, level + 1);
    return svg("circle", { cx: at(score), cy: HIGH / 2 - level * 3, r: 5, class: "dot" });
  });
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "strip", role: "img", "aria-label": `van ${row.lowest} tot ${row.highest}, midden ${row.middle}` },
    svg("line", { x1: 8, x2: WIDE - 8, y1: HIGH / 2, y2: HIGH / 2, class: "axis" }),
    dots,
    svg("line", { x1: at(row.middle), x2: at(row.middle), y1: 3, y2: HIGH - 3, class: "middle" }),
  );
}

/** How the scores of the group spread: a dot for each conversation, a line for the middle. */
export function spreadChart(rows, done) {
  return el(
    "section",
    { class: "spread" },
    el("h2", {}, "Hoe de cijfers verdeeld zijn"),
    el("p", { class: "note" }, `Elke stip is een gesprek, de streep is het midden. Van 0 links tot 100 rechts; ${done} gesprekken.`),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ["Competentie", "Verdeling", "Laagste, midden, hoogste"].map((head) => el("th", { scope: "col" }, head)))),
      el(
        "tbody",
        {},
        rows.map((row) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, row.name || "Totaal"),
            el("td", {}, strip(row)),
            el("td", { class: "numbers" }, `${row.lowest} · `, el("b", {}, String(row.middle)), ` · ${row.highest}`),
          ),
        ),
      ),
    ),
  );
}
