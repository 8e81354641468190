/** The parts of the debrief, each a heading with what belongs under it, or nothing. */

import { bars, courseChart } from "./charts.js";
import { wrongRemark } from "./disagree.js";
import { el, source, svg } from "./dom.js";
import { better } from "./transcript.js";
import { partWord, statusWord } from "./words.js";

const FORMS = ["open", "gesloten", "hoe", "waarom"];
const SIGNS = {
  gezien: "M4 12 l5 5 l11 -11",
  gedaan: "M4 12 l5 5 l11 -11",
  gemist: "M5 12 h14",
  niet_gezien: "M5 12 h14",
  niet_aan_de_orde: "M12 12 h.01",
};

function section(title, name, ...content) {
  return el("section", { "aria-labelledby": `t-${name}` }, el("h2", { id: `t-${name}` }, title), content);
}

function turnLink(number) {
  if (!number) return null;
  const go = (event) => {
    event.preventDefault();
    const place = document.getElementById(`turn-${number}`);
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  };
  return el("a", { class: "turn-link", href: `#turn-${number}`, onclick: go }, `beurt ${number}`);
}

/** Sentences of the trainee with what they did, or what to try instead. */
export function points(title, name, items, kind, context) {
  if (!items?.length) return null;
  const advice = name === "try";
  return section(
    title,
    name,
    el(
      "ol",
      { class: kind },
      items.map((item) =>
        el(
          "li",
          {},
          advice && item.richtlijn ? el("h3", {}, item.richtlijn) : null,
          item.citaat ? el("blockquote", {}, `“${item.citaat}”`) : null,
          el("p", {}, [item.tekst, item.effect].filter(Boolean).join(" ")),
          item.beter ? better(item.beter) : null,
          el("p", { class: "note" }, turnLink(item.beurt), source(item.bron, advice ? null : item.richtlijn)),
          advice ? wrongRemark(context, item) : null,
        ),
      ),
    ),
  );
}

/** What the trainee meant to do. */
export function plan(text) {
  return text
    ? section(
        "Je plan",
        "plan",
        el("p", { class: "plan" }, text),
        el("p", { class: "note" }, "Deed je wat je van plan was? En zou je het nu weer zo doen?"),
      )
    : null;
}

/** The course of the conversation, and what moved the parent. */
export function course(items) {
  if (!items?.length) return null;
  const causes = items.filter((point) => point.oorzaken?.length);
  return section(
    "Zo liep het gesprek",
    "course",
    courseChart(items),
    causes.length
      ? el(
          "details",
          { class: "more" },
          el("summary", {}, "Wat maakte het verschil?"),
          el(
            "ul",
            { class: "causes" },
            causes.map((point) =>
              el(
                "li",
                {},
                turnLink(point.beurt),
                point.oorzaken.map((cause, at) =>
                  [
                    at ? "; " : null,
                    cause.naam ?? cause.label.replaceAll("_", " "),
                    cause.fragment ? el("q", { class: "said" }, cause.fragment) : null,
                  ]
                    .map((part) => (part instanceof Node ? [" ", part] : part))
                    .flat(),
                ),
              ),
            ),
          ),
        )
      : null,
  );
}

/** Which kinds of questions were asked. */
export function questions(data) {
  if (!data) return null;
  const forms = Object.fromEntries(FORMS.map((kind) => [kind, 0]));
  const asked = Object.entries({ ...forms, ...data.aantal, ...data.afgeraden }).filter(
    ([kind, count]) => count || FORMS.includes(kind),
  );
  const any = asked.some(([, count]) => count);
  return section(
    "Je vragen",
    "questions",
    any ? bars(asked, Object.keys(data.afgeraden ?? {})) : el("p", {}, "Je stelde geen vragen."),
    data.advies ? el("p", {}, data.advies, source(data.bron)) : null,
  );
}

function sign(status) {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: `sign ${status}`, "aria-hidden": "true" },
    svg("path", { d: SIGNS[status] ?? "M12 12 h.01" }),
  );
}

function checks(items) {
  return el(
    "ul",
    { class: "checks" },
    items.map((item) => {
      const turns = item.beurten ?? (item.beurt ? [item.beurt] : []);
      return el(
        "li",
        {},
        sign(item.status),
        el(
          "div",
          {},
          item.titel,
          " ",
          el("span", { class: "state" }, `(${statusWord(item.status)})`),
          " ",
          turns.map(turnLink),
          source(item.bron),
          item.waarom ? el("small", {}, el("br"), item.waarom) : null,
        ),
      );
    }),
  );
}

/** Numbers, only for who asks. */
export function scores(data) {
  const rows = Object.values(data.competenties ?? {});
  const number = (score) => (score === null || score === undefined ? "–" : String(score));
  return el(
    "section",
    {},
    el(
      "details",
      { class: "more" },
      el("summary", {}, "Toon de cijfers"),
      el("p", {}, "Cijfers van 0 tot 100. Ze helpen je vergelijken met jezelf, niet met een ander."),
      el(
        "ul",
        { class: "scores" },
        el(
          "li",
          {},
          el("span", { class: "figure-number" }, number(data.totaal)),
          el("div", {}, el("b", {}, "Totaal")),
        ),
        rows.map((row) =>
          el(
            "li",
            {},
            el("span", { class: "figure-number" }, number(row.score)),
            el("div", {}, el("b", {}, row.naam), el("p", { class: "note" }, row.uitleg)),
          ),
        ),
      ),
    ),
  );
}

/** All guidelines by status. */
export function guidelines(items) {
  if (!items?.length) return null;
  const groups = [
    ["gezien", "Gedaan"],
    ["gemist", "Gemist"],
    ["niet_aan_de_orde", "Niet aan de orde"],
  ];
  return section(
    "Alle richtlijnen",
    "rules",
    groups.map(([status, title]) => {
      const found = items.filter((item) => item.status === status);
      return found.length
        ? el("details", { class: "more" }, el("summary", {}, `${title} (${found.length})`), checks(found))
        : null;
    }),
  );
}

/** Where the sources disagree. */
export function contradictions(items) {
  if (!items?.length) return null;
  return section(
    "Hier zijn de bronnen het niet eens",
    "against",
    items.map((item) => el("p", {}, item.tekst, source(item.bronnen))),
  );
}

/** What to do after a real conversation. */
export function aftercare(items) {
  if (!items?.length) return null;
  return section(
    "Na een echt gesprek",
    "after",
    el(
      "ul",
      { class: "points" },
      items.map((item) => el("li", {}, item.tekst, source(item.bron))),
    ),
  );
}

/** The documents behind the letters. */
export function sources(items) {
  const rows = Object.entries(items ?? {});
  if (!rows.length) return null;
  return el(
    "section",
    {},
    el(
      "details",
      { class: "more" },
      el("summary", {}, "De bronnen"),
      el(
        "dl",
        {},
        rows.map(([key, title]) => [el("dt", {}, key), el("dd", {}, title)]),
      ),
    ),
  );
}

/** What this debrief was made with, so that another one can be compared. */
export function madeWith(data) {
  if (!data.inhoud) return null;
  const rows = Object.entries(data.delen ?? {});
  return el(
    "section",
    {},
    el(
      "details",
      { class: "more" },
      el("summary", {}, "Waarmee dit gemaakt is"),
      el("p", {}, `Versie ${data.versie} van de score, inhoud ${data.inhoud.slice(0, 12)}.`),
      el(
        "p",
        { class: "note" },
        "Een ander gesprek met dezelfde inhoud is met dezelfde maat gemeten. Verschilt er iets, vergelijk dan niet op een paar punten.",
      ),
      el(
        "dl",
        { class: "made-with" },
        rows.map(([name, hash]) => [el("dt", {}, partWord(name)), el("dd", {}, hash || "onbekend")]),
      ),
    ),
  );
}

/** The steps of this conversation form, done or not. */
export function steps(items) {
  return items?.length ? section("De stappen van dit gesprek", "steps", checks(items)) : null;
}

/** What was behind it, told only now. */
export function background(text) {
  return text ? section("Wat je nog niet wist", "back", el("p", { class: "said" }, text)) : null;
}
