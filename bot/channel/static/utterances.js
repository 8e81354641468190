/** How turns look in the conversation: who speaks, what the coach adds. */

import { button, el, source, spoken } from "./dom.js";

/** Something the parent says; `extra` is a thought or a word for the state. */
export function parentLine(name, text, { thought = null, word = null } = {}) {
  return el(
    "li",
    { class: "line parent" },
    el("p", { class: "who" }, name, word ? el("span", { class: "mood-word" }, word) : null),
    el("p", { class: "said" }, spoken(text)),
    thought ? el("p", { class: "thought" }, el("span", {}, "denkt"), " ", thought) : null,
  );
}

/** Something the trainee says; `back` is a button to take it back. */
export function ownLine(text, pending = false, back = null) {
  return el(
    "li",
    { class: pending ? "line own pending" : "line own" },
    el("div", { class: "turn-top" }, el("p", { class: "who" }, "Jij"), back),
    el("p", { class: "said" }, text),
  );
}

/** A sentence of the coach, with its source behind a mark. */
export function coachLine(coach, title = "Coach") {
  if (!coach?.tekst) return null;
  return el(
    "li",
    { class: "line coach" },
    el("p", {}, el("b", {}, title), " ", coach.tekst, source(coach.bron)),
    coach.voorbeeld
      ? el("p", { class: "example" }, "Bijvoorbeeld: ", el("q", { class: "said" }, coach.voorbeeld))
      : null,
  );
}

/** A warning that is not from the parent, such as a real emergency. */
export function warningLine(text) {
  return text ? el("li", { class: "line warning" }, el("p", {}, text)) : null;
}

/** The parent is thinking. */
export function typingLine(name) {
  return el(
    "li",
    { class: "line typing" },
    el("p", { class: "unseen" }, `${name} denkt na`),
    el("span", { "aria-hidden": "true" }, el("i", {}), el("i", {}), el("i", {})),
  );
}

/** All lines of one finished turn; `takeBack` gets its number. */
export function turnLines(turn, name, live, takeBack) {
  const said = parentLine(name, turn.ouder, live ? { thought: turn.gedachte, word: turn.toestand?.woord } : {});
  const label = { "aria-label": `Neem terug: beurt ${turn.nr}` };
  const back = button("Neem terug", () => takeBack(turn.nr), "quiet small take-back", label);
  return [ownLine(turn.leraar, false, back), live ? coachLine(turn.coach) : null, said, warningLine(turn.waarschuwing)].filter(
    Boolean,
  );
}
