/** Screen 2: what you know, the steps, advice for this parent, and your own plan. */

import { api } from "./api.js";
import { button, el, errorLine, source } from "./dom.js";
import { figure } from "./figure.js";
import { careful, isPersonal, personalQuestion } from "./privacy.js";
import { special } from "./special.js";
import { choice } from "./store.js";

const HOW =
  "De ouder begint. Typ wat je terugzegt, in je eigen woorden. Tussen haakjes lees je wat de ouder doet. Rond zelf af als je klaar bent, of kies Stop.";
const textOf = (item) => (typeof item === "string" ? item : item.tekst);

function points(title, items, { kind = "points", note = null } = {}) {
  if (!items?.length) return null;
  return el(
    "section",
    {},
    el("h2", {}, title),
    note ? el("p", { class: "note" }, note) : null,
    el(
      "ul",
      { class: kind },
      items.map((item) => el("li", {}, textOf(item), source(item.bron))),
    ),
  );
}

function steps(items) {
  return el(
    "section",
    {},
    el("h2", {}, "De stappen van dit gesprek"),
    el(
      "ol",
      { class: "numbered" },
      items.map((step) => el("li", {}, step.titel, source(step.bron))),
    ),
  );
}

/** What a talk in text cannot show: told apart into before and during the talk. */
function hidden(items) {
  if (!items?.length) return null;
  const part = (title, wanted) => {
    const found = items.filter((item) => (item.wanneer === "tijdens") === wanted);
    return found.length
      ? [
          el("h3", {}, title),
          el(
            "ul",
            { class: "points open" },
            found.map((item) => el("li", {}, item.tekst, source(item.bron))),
          ),
        ]
      : null;
  };
  return el(
    "details",
    { class: "more" },
    el("summary", {}, "Wat je met tekst niet kunt oefenen"),
    part("Voor een echt gesprek", false),
    part("Tijdens een echt gesprek", true),
  );
}

/** What was chosen, also when the program chose. */
function picked(words) {
  return words?.length
    ? el(
        "ul",
        { class: "picked", "aria-label": "Gekozen" },
        words.map((word) => el("li", {}, word)),
      )
    : null;
}

/** The documents behind the letters. */
function documents(titles) {
  const rows = Object.entries(titles ?? {});
  if (!rows.length) return null;
  return el(
    "details",
    { class: "more" },
    el("summary", {}, "Waar het advies vandaan komt"),
    el(
      "dl",
      { class: "documents" },
      rows.map(([key, title]) => [el("dt", {}, key), el("dd", {}, title)]),
    ),
  );
}

function meet(person) {
  return el(
    "div",
    { class: "meet" },
    figure(person, { spanning: 0.4, vertrouwen: 0.45 }).node,
    el(
      "div",
      {},
      el("p", { class: "name" }, `${person.naam}, ${person.relatie}`),
      el("p", { class: "note" }, person.zin),
    ),
  );
}

function planBox(chosen, keep) {
  const box = el("textarea", { id: "plan", rows: "5", "aria-describedby": "plan-note", value: chosen.plan ?? "" });
  box.addEventListener("input", () => {
    chosen.plan = box.value;
    if (keep) choice.write(chosen);
  });
  return el(
    "section",
    {},
    el("h2", {}, el("label", { for: "plan" }, "Mijn plan")),
    el(
      "p",
      { class: "note", id: "plan-note" },
      "Wat wil je in elk geval zeggen of vragen? In de nabespreking lees je het terug. Leeg laten mag.",
    ),
    box,
  );
}

function setup(chosen, person) {
  const { gespreksvorm, oudertype, casus, niveau, coaching, plan = "" } = chosen;
  return { gespreksvorm, oudertype, casus, persoon: person.id, niveau, coaching, plan };
}

/** Build the screen; without a choice it sends the trainee back to choosing. */
export async function show(id = null) {
  const given = id ? await special(id) : null; // a group exercise or a step of the series, with settings of its own
  const chosen = given?.chosen ?? choice.read();
  if (!chosen.gespreksvorm || !chosen.oudertype || !chosen.casus) {
    window.location.replace("#/kiezen");
    return { title: "Kiezen", node: el("div", {}) };
  }
  const { gespreksvorm, oudertype, casus, persoon = null, niveau, coaching } = chosen;
  const card = await api.prepare({ gespreksvorm, oudertype, casus, persoon, niveau, coaching });
  const error = errorLine();
  const question = personalQuestion((care) => begin(care));
  async function begin(gegevens = careful()) {
    error.show("");
    question.clear();
    try {
      const wanted = { ...setup(chosen, card.persoon), gegevens };
      const made = await (given?.begin(wanted) ?? api.start(wanted));
      if (!given) choice.write({ ...chosen, plan: "" });
      window.location.hash = `#/gesprek/${encodeURIComponent(made.id)}`;
    } catch (failure) {
      if (isPersonal(failure)) question.ask(failure);
      else error.show(failure.message);
    }
  }
  const node = el(
    "div",
    { class: "page" },
    el("h1", { tabindex: "-1" }, card.casus.titel),
    picked(card.keuze),
    el("p", { class: "lead" }, el("b", {}, "Je doel: "), card.casus.doel),
    given?.note ?? null,
    el(
      "div",
      { class: "prepare" },
      meet(card.persoon),
      el(
        "div",
        { class: "known" },
        points("Dit heb je gezien", card.casus.feiten, { note: "Neem deze feiten mee in het gesprek." }),
        points("Dit gaat goed", card.casus.sterk),
        points("Dit weet je nog niet", card.casus.onbekend, { kind: "points open", note: "Vraag ernaar." }),
        steps(card.stappen),
      ),
      el(
        "div",
        { class: "advised" },
        points("Advies voor deze ouder", card.tips),
        hidden(card.niet_zichtbaar),
        documents(card.bronnen),
      ),
    ),
    planBox(chosen, !given),
    el("p", { class: "note how" }, HOW),
    error.node,
    question.node,
    el(
      "div",
      { class: "row actions" },
      button("Begin het gesprek", () => begin(), "primary"),
      el("a", { class: "button quiet", href: given?.back ?? "#/kiezen" }, given ? "Terug" : "Andere keuze"),
    ),
  );
  return { title: "Voorbereiden", node };
}
