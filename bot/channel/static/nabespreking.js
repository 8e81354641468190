/** Screen 4: the debrief, in the order a good coach talks. */

import { address, api } from "./api.js";
import { button, confirm, el, errorLine } from "./dom.js";
import * as part from "./sections.js";
import { annotated } from "./transcript.js";
import { nextExercise, otherParents } from "./whatif.js";
import { endingWord } from "./words.js";

function actions(id, error, again) {
  const remove = async () => {
    if (
      !(await confirm(
        "Wil je deze oefening verwijderen?",
        "Het gesprek en de nabespreking zijn dan voorgoed weg.",
        "Ja, verwijder",
      ))
    )
      return;
    try {
      await api.remove(id);
      window.location.hash = "#/oefeningen";
    } catch (failure) {
      error.show(failure.message);
    }
  };
  return el(
    "div",
    { class: "row actions" },
    button("Hetzelfde gesprek opnieuw", () => again(1), "primary"),
    el("a", { class: "button", href: address.report(id), target: "_blank", rel: "noopener" }, "Print of bewaar"),
    el("a", { class: "button", href: address.report(id), download: "nabespreking.html" }, "Download"),
    button("Verwijder", remove, "quiet"),
  );
}

/** Build the screen. */
export async function show(id) {
  const [exercise, data] = await Promise.all([api.exercise(id), api.debrief(id)]);
  const name = exercise.ouder.naam;
  const error = errorLine();
  const again = async (number) => {
    error.show("");
    try {
      window.location.hash = `#/gesprek/${encodeURIComponent((await api.again(id, number)).id)}`;
    } catch (failure) {
      error.show(failure.message);
      error.node.scrollIntoView({ block: "center" });
    }
  };
  const node = el(
    "article",
    { class: "page report" },
    el("h1", { tabindex: "-1" }, "Nabespreking"),
    el(
      "p",
      { class: "lead" },
      `Je gesprek met ${name}. ${exercise.titel}. ${ended(exercise.einde)}`,
      back(data.teruggenomen),
    ),
    exercise.einde
      ? null
      : el("p", {}, el("a", { class: "button", href: `#/gesprek/${encodeURIComponent(id)}` }, "Verder praten")),
    error.node,
    part.points("Dit deed je sterk", "strong", data.sterk, "praise"),
    part.points("Probeer dit volgende keer", "try", data.verbeter, "praise try"),
    part.plan(data.plan ?? exercise.keuze?.plan),
    part.course(data.verloop),
    part.questions(data.vragen),
    part.steps(data.stappen),
    part.background(data.achtergrond),
    part.scores(data),
    annotated(id, data.beurten ?? [], name, exercise.opening, again),
    part.contradictions(data.tegenspraak),
    otherParents(id),
    part.guidelines(data.richtlijnen),
    part.aftercare(data.nazorg),
    part.sources(data.bronnen),
    nextExercise(data.volgende, exercise.keuze),
    actions(id, error, again),
  );
  return { title: "Nabespreking", node };
}

function ended(id) {
  if (!id) return "Het gesprek is nog niet af.";
  const why = {
    weggelopen: "doordat de ouder wegliep",
    gestopt: "doordat je zelf stopte",
    tijd: "doordat de tijd om was",
  };
  return `Het eindigde ${why[id] ?? endingWord(id)}.`;
}

function back(count) {
  if (!count) return "";
  return count === 1 ? " Je nam één beurt terug." : ` Je nam ${count} beurten terug.`;
}
