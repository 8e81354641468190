/** What else could have happened: the same turns with other parents, and the next exercise. */

import { api } from "./api.js";
import { button, el, errorLine, spoken } from "./dom.js";
import { stateWord } from "./figure.js";
import { choice } from "./store.js";
import { table } from "./table.js";
import { amount, endingWord, insightWord } from "./words.js";

const HEAD = ["Ouder", "Aan het eind", "Wat het meeste deed", "Zei als laatste"];

function step(word, found) {
  if (!found) return null;
  return el("p", {}, el("b", {}, `${word} na beurt ${found.beurt}`), ": ", el("q", { class: "said" }, found.citaat));
}

function steps(row) {
  const found = [step("Gespannener", row.omhoog), step("Rustiger", row.omlaag)].filter(Boolean);
  return found.length ? found : "bijna niets veranderde";
}

function ending(row, turns) {
  const how = row.einde ? endingWord(row.einde) : "liep nog";
  if (row.gehoord === turns || row.gehoord === undefined) return how;
  return `${how}, na ${row.gehoord} van je ${turns} beurten`;
}

/** How this parent was at the end, in a few short lines. */
function outcome(row, turns) {
  const lines = [
    `${stateWord(row)}, ${amount(row.vertrouwen)} vertrouwen`,
    `de zorg: ${insightWord(row.inzicht)}`,
    `afloop: ${ending(row, turns)}`,
  ];
  return el(
    "ul",
    {},
    lines.map((text) => el("li", {}, text)),
  );
}

function parents(data) {
  const rows = data.rijen.map((row) => [
    [row.naam, el("small", {}, row.eigen ? `${row.persoon} (jouw gesprek)` : row.persoon)],
    outcome(row, data.beurten),
    steps(row),
    el("span", { class: "said" }, spoken(row.laatste ?? "")),
  ]);
  return el(
    "div",
    { class: "others" },
    table("Jouw beurten bij andere ouders", HEAD, rows),
    el(
      "p",
      { class: "note" },
      "Een andere ouder zegt andere dingen. Vroeg je door op iets wat je eigen ouder zei, dan past die zin hier minder.",
    ),
  );
}

/** The same turns against all types, on request. */
export function otherParents(id) {
  const place = el("div", {});
  const error = errorLine();
  const ask = async (node) => {
    error.show("");
    try {
      place.replaceChildren(parents(await api.others(id)));
      node.hidden = true;
      place.querySelector("[tabindex]").focus();
    } catch (failure) {
      error.show(failure.message);
    }
  };
  return el(
    "section",
    { "aria-labelledby": "t-others" },
    el("h2", { id: "t-others" }, "Bij een andere ouder"),
    el("p", {}, "Wat was er gebeurd als je precies hetzelfde had gezegd tegen een andere ouder?"),
    button("Laat het zien", ask),
    error.node,
    place,
  );
}

/** The suggestion for next time; takes it over as the choice. */
export function nextExercise(next, old) {
  if (!next?.tekst) return null;
  const go = () => {
    const {
      gespreksvorm,
      oudertype,
      casus,
      persoon = null,
      niveau,
      coaching,
    } = { ...old, persoon: null, ...next.keuze };
    choice.write({ gespreksvorm, oudertype, casus, persoon, niveau, coaching, plan: "" });
    window.location.hash = "#/voorbereiden";
  };
  return el(
    "section",
    { class: "panel", "aria-labelledby": "t-next" },
    el("h2", { id: "t-next" }, "Volgende keer"),
    el("p", {}, next.tekst),
    next.keuze ? button("Oefen dit", go, "primary") : null,
  );
}
