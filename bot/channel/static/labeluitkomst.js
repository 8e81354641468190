/** What came of labelling: how far people agree, per label, and the turns where they differ. */

import { el } from "./dom.js";
import { part } from "./special.js";

const who = (name) => (name === "analyse" ? "de analyse" : name);

/* Words for kappa, as usual in research (Landis and Koch). */
function strength(kappa) {
  if (kappa === null) return "niet te zeggen";
  if (kappa >= 0.8) return "bijna gelijk";
  if (kappa >= 0.6) return "veel";
  if (kappa >= 0.4) return "redelijk";
  return kappa >= 0.2 ? "weinig" : "bijna geen";
}

const number = (kappa) => (kappa === null ? "–" : kappa.toFixed(2).replace(".", ","));

function pairTable(pair, open) {
  const head = ["Label", `Door ${who(pair.first)}`, `Door ${who(pair.second)}`, "Samen", "Kappa", "Overeenstemming"];
  return el(
    "details",
    { class: "more", open },
    el(
      "summary",
      {},
      el("bdi", {}, who(pair.first)),
      " en ",
      el("bdi", {}, who(pair.second)),
      `: ${strength(pair.kappa)} (kappa ${number(pair.kappa)}), ${pair.same_turns} van ${pair.turns} beurten precies gelijk`,
    ),
    el(
      "div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": `Overeenstemming van ${who(pair.first)} en ${who(pair.second)}` },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, head.map((text) => el("th", { scope: "col" }, text)))),
        el(
          "tbody",
          {},
          pair.labels.map((row) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, row.name),
              [row.first, row.second, row.both, number(row.kappa), strength(row.kappa)].map((text) => el("td", {}, String(text))),
            ),
          ),
        ),
      ),
    ),
  );
}

function differences(data) {
  const people = (names) => names.map(who).join(", ");
  const turns = [...new Set(data.verschillen.map((one) => one.turn))];
  if (!turns.length) return el("p", {}, "Jullie en de analyse kozen overal hetzelfde.");
  return el(
    "ol",
    { class: "differences" },
    turns.map((turn) =>
      el(
        "li",
        {},
        el("h3", {}, `Beurt ${turn}`),
        data.beurten[turn - 1].parent ? el("p", { class: "heard" }, `Ouder: ${data.beurten[turn - 1].parent}`) : null,
        el("blockquote", { class: "said", dir: "auto" }, data.beurten[turn - 1].text),
        el(
          "ul",
          { class: "points" },
          data.verschillen
            .filter((one) => one.turn === turn)
            .map((one) => el("li", {}, el("b", {}, one.name), `: wel door ${people(one.given)}, niet door ${people(one.not_given)}. `, el("span", { class: "note" }, one.definition))),
        ),
      ),
    ),
  );
}

/** Build the outcome. */
export function outcome(data, code) {
  return el(
    "div",
    {},
    el("h2", {}, "Hoe eens zijn jullie?"),
    el(
      "p",
      {},
      "Kappa zegt hoe vaak jullie het eens zijn, verbeterd voor toeval: 1 is helemaal, 0 is niet meer dan toeval. Bij weinig beurten zegt het weinig; kijk dan vooral naar de verschillen.",
    ),
    data.paren.map((pair, i) => pairTable(pair, i === 0)),
    el("h2", {}, "Waar jullie verschillen"),
    differences(data),
    el(
      "div",
      { class: "row" },
      el("a", { class: "button", href: `/api/${part("labelen", code)}/export`, download: "gelabelde-beurten.jsonl" }, "Bewaar de gelabelde beurten"),
    ),
    el("p", { class: "note" }, "Dit bestand past in 'oefenouder evalueer'. Wat één van jullie koos, telt daar als 'ook goed'."),
  );
}
