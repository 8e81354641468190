/** The conversation with markings: what the program heard in each turn, why it matters, what else could be said. */

import { api } from "./api.js";
import { button, el, errorLine, source } from "./dom.js";
import { parentLine } from "./utterances.js";

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

function remark(item, turn) {
  const name =
    item.naam ??
    turn.fragmenten?.find((piece) => piece.label === item.label)?.naam ??
    item.label?.replaceAll("_", " ");
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
  );
}

/** A sentence to try instead. */
export function better(text) {
  return el("div", { class: "better" }, el("b", {}, "Je kunt ook zeggen"), el("q", {}, text));
}

function disagree(id, turn, piece) {
  const place = el("div", {});
  const error = errorLine();
  const reason = el("input", { type: "text", id: `why-${turn.nr}-${piece.label}-${piece.begin}`, maxlength: "1000" });
  const send = async () => {
    try {
      await api.disagree(id, turn.nr, piece.label, reason.value.trim());
      place.replaceChildren(
        el(
          "p",
          { class: "note", role: "status" },
          "Genoteerd. De volgende keer dat je dit opent, telt het niet mee.",
        ),
      );
    } catch (failure) {
      error.show(failure.message);
    }
  };
  const open = () => {
    place.replaceChildren(
      el(
        "div",
        { class: "disagree" },
        el("label", { for: reason.id }, "Waarom niet? (mag leeg blijven)"),
        reason,
        error.node,
        el("div", {}, button("Noteer", send, "small")),
      ),
    );
    reason.focus();
  };
  return {
    place,
    node:
      piece.soort === "betwist"
        ? el("span", { class: "note" }, "volgens jou niet")
        : button("Klopt niet", open, "small", { "aria-label": `Klopt niet: ${piece.naam ?? piece.label}` }),
  };
}

function heard(id, turn) {
  if (!turn.fragmenten?.length) return null;
  const letters = Array.from(turn.leraar);
  return el(
    "details",
    { class: "more" },
    el("summary", {}, "Wat het programma hierin hoorde"),
    el(
      "ul",
      { class: "heard" },
      turn.fragmenten.map((piece) => {
        const no = disagree(id, turn, piece);
        return el(
          "li",
          {},
          el(
            "div",
            { class: "row" },
            el(
              "span",
              {},
              el("b", {}, piece.naam ?? piece.label),
              " ",
              el("q", { class: "said" }, letters.slice(piece.begin, piece.eind).join("")),
            ),
            no.node,
          ),
          no.place,
        );
      }),
    ),
  );
}

function oneTurn(id, turn, name, again) {
  return el(
    "li",
    { id: `turn-${turn.nr}`, tabindex: "-1" },
    el(
      "div",
      { class: "turn-head" },
      el("h3", {}, `Beurt ${turn.nr}`),
      button("Opnieuw vanaf hier", () => again(turn.nr), "quiet small", {
        "aria-label": `Opnieuw vanaf hier: beurt ${turn.nr}`,
      }),
    ),
    el("div", { class: "line own" }, el("p", { class: "who" }, "Jij"), el("p", { class: "said" }, marked(turn))),
    el(
      "div",
      { class: "remarks" },
      (turn.opmerkingen ?? []).map((text) => el("p", { class: "note" }, text)),
      (turn.feedback ?? []).map((item) => remark(item, turn)),
      heard(id, turn),
    ),
    turn.ouder ? el("ul", {}, parentLine(name, turn.ouder, { thought: turn.gedachte })) : null,
  );
}

/** All turns, with a legend of the markings. */
export function annotated(id, turns, name, opening, again) {
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
    ),
    opening ? el("ul", { class: "opening" }, parentLine(name, opening)) : null,
    el(
      "ol",
      { class: "turns" },
      turns.map((turn) => oneTurn(id, turn, name, again)),
    ),
  );
}
