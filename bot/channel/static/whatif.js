/** What else could have happened: the same turns with other parents, and the next exercise. */

import { api } from "./api.js";
import { button, el, errorLine, spoken } from "./dom.js";
import { stateWord } from "./figure.js";
import { choice } from "./store.js";
import { amount, endingWord, insightWord } from "./words.js";

const HEAD = ["Ouder", "Aan het eind", "Vertrouwen", "De zorg", "Afloop", "Zei als laatste"];

function table(rows) {
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Jouw beurten bij andere ouders" },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          HEAD.map((text) => el("th", { scope: "col" }, text)),
        ),
      ),
      el(
        "tbody",
        {},
        rows.map((row) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, row.naam),
            el("td", {}, stateWord(row)),
            el("td", {}, amount(row.vertrouwen)),
            el("td", {}, insightWord(row.inzicht)),
            el("td", {}, row.einde ? endingWord(row.einde) : "liep nog"),
            el("td", { class: "said" }, spoken(row.laatste ?? "")),
          ),
        ),
      ),
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
      place.replaceChildren(table((await api.others(id)).rijen));
      node.hidden = true;
      place.firstChild.focus();
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
