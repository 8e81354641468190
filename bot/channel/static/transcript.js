/** The conversation with markings: what the program heard in each turn, why it matters, what else could be said. */

import { missingLabel, objections, wrongLabel, wrongRemark } from "./disagree.js";
import { button, el, source } from "./dom.js";
import { ownLine, parentLine } from "./utterances.js";

const KIND = {
  goed: "good",
  sterk: "good",
  let_op: "weak",
  verbeter: "weak",
  neutraal: "neutral",
  betwist: "disputed",
};
const STRONGEST = ["weak", "good", "disputed", "neutral"];
const NAMES = { good: "sterk", weak: "let op", disputed: "volgens jou niet", neutral: "" };

const kindOf = (piece) => KIND[piece.soort] ?? "neutral";

/** Cut a text (in code points, as the server counts) at the borders of its fragments. */
export function segments(text, fragments) {
  const letters = Array.from(text);
  const cuts = new Set([0, letters.length]);
  for (const { begin, eind } of fragments) {
    cuts.add(Math.min(begin, letters.length));
    cuts.add(Math.min(eind, letters.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((begin, at) => ({
    text: letters.slice(begin, places[at + 1]).join(""),
    inside: fragments.filter((piece) => piece.begin <= begin && piece.eind >= places[at + 1]),
  }));
}

function marked(turn) {
  return segments(turn.leraar, turn.fragmenten ?? []).map(({ text, inside }) => {
    const kinds = inside.map(kindOf);
    const kind = STRONGEST.find((name) => kinds.includes(name));
    if (!kind) return text;
    const names = inside.map((piece) => piece.naam ?? piece.label).join(", ");
    return el(
      "mark",
      { class: kind, title: names },
      text,
      el("span", { class: "unseen" }, ` [${[NAMES[kind], names].filter(Boolean).join(": ")}] `),
    );
  });
}

const pair = (title, content) => (content ? [el("dt", {}, title), el("dd", {}, content)] : []);

function remark(context, item, turn) {
  const name =
    item.naam ||
    turn.fragmenten?.find((piece) => piece.label === item.label)?.naam ||
    item.label?.replaceAll("_", " ") ||
    item.richtlijn;
  return el(
    "details",
    { class: `remark ${item.soort}` },
    el("summary", {}, el("b", {}, item.soort === "sterk" ? "Sterk" : "Let op"), `: ${name}`),
    el("p", {}, item.tekst),
    el(
      "dl",
      {},
      pair("Je zei", item.citaat ? el("q", { class: "said" }, item.citaat) : null),
      pair("Richtlijn", item.richtlijn),
      pair("Waarom", item.waarom),
      pair("Wat het deed", item.effect),
      pair("Bron", item.bron ? source(item.bron)?.querySelector(".source-text").textContent : null),
    ),
    item.beter ? better(item.beter) : null,
    wrongRemark(context, { ...item, beurt: turn.nr }),
  );
}

/** A sentence to try instead. */
export function better(text) {
  return el("div", { class: "better" }, el("b", {}, "Je kunt ook zeggen"), el("q", {}, text));
}

function heard(context, turn, labels) {
  const letters = Array.from(turn.leraar);
  const objected = new Set((turn.oneens ?? []).map((item) => item.label));
  const pieces = turn.fragmenten ?? [];
  return el(
    "details",
    { class: "more" },
    el("summary", {}, "Wat het programma hierin hoorde"),
    pieces.length ? null : el("p", { class: "note" }, "Niets dat meetelt."),
    el(
      "ul",
      { class: "heard" },
      pieces.map((piece) =>
        el(
          "li",
          { class: "row" },
          el(
            "span",
            {},
            el("b", {}, piece.naam ?? piece.label),
            " ",
            el("q", { class: "said" }, letters.slice(piece.begin, piece.eind).join("")),
          ),
          objected.has(piece.label)
            ? el("span", { class: "note" }, "volgens jou niet")
            : wrongLabel(context, turn, piece),
        ),
      ),
    ),
    missingLabel(context, turn, labels),
  );
}

function oneTurn(context, turn, name, labels) {
  const told = new Set((turn.oneens ?? []).map((item) => item.tekst));
  return el(
    "li",
    { id: `turn-${turn.nr}`, tabindex: "-1" },
    el(
      "div",
      { class: "turn-head" },
      el("h3", {}, `Beurt ${turn.nr}`),
      button("Opnieuw vanaf hier", () => context.again(turn.nr), "quiet small", {
        "aria-label": `Opnieuw vanaf hier: beurt ${turn.nr}`,
      }),
    ),
    el("div", { class: "line own" }, el("p", { class: "who" }, "Jij"), el("p", { class: "said" }, marked(turn))),
    el(
      "div",
      { class: "remarks" },
      objections(context, turn),
      (turn.opmerkingen ?? []).filter((text) => !told.has(text)).map((text) => el("p", { class: "note" }, text)),
      (turn.feedback ?? []).map((item) => remark(context, item, turn)),
      heard(context, turn, labels),
    ),
    turn.ouder ? el("ul", {}, parentLine(name, turn.ouder, { thought: turn.gedachte })) : null,
  );
}

function takenBack(items, name) {
  if (!items?.length) return null;
  return el(
    "details",
    { class: "more taken-back" },
    el("summary", {}, `Teruggenomen (${items.length})`),
    el("p", { class: "note" }, "Deze beurten nam je terug. Ze tellen niet mee in de cijfers."),
    el(
      "ol",
      {},
      items.map((item) =>
        el(
          "li",
          {},
          el("h3", {}, item.nr ? `Bij beurt ${item.nr}` : "Een eerdere beurt"),
          el(
            "ul",
            {},
            item.ervoor ? parentLine(name, item.ervoor) : null,
            ownLine(item.leraar),
            item.ouder ? parentLine(name, item.ouder) : null,
          ),
        ),
      ),
    ),
  );
}

/** All turns, with a legend of the markings, and what was taken back. */
export function annotated(context, data, name, opening) {
  return el(
    "section",
    { "aria-labelledby": "t-turns" },
    el("h2", { id: "t-turns" }, "Het hele gesprek"),
    el(
      "p",
      { class: "legend" },
      el("span", {}, el("mark", { class: "good" }, "sterk")),
      el("span", {}, el("mark", { class: "weak" }, "let op")),
      el("span", {}, el("mark", { class: "neutral" }, "gehoord, telt niet mee als goed of fout")),
      el("span", {}, el("mark", { class: "disputed" }, "volgens jou niet")),
    ),
    opening ? el("ul", { class: "opening" }, parentLine(name, opening)) : null,
    el(
      "ol",
      { class: "turns" },
      (data.beurten ?? []).map((turn) => oneTurn(context, turn, name, data.labels ?? [])),
    ),
    takenBack(data.teruggenomen_beurten, name),
  );
}
