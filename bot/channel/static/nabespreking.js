/** Screen 4: the debrief, in the order a good coach talks. */

import { address, api } from "./api.js";
import { attempts, laterAttempts } from "./attempts.js";
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

/** Which folded parts are open, so that they can be opened again after drawing anew. */
const partName = (part) => `${part.closest("[id]")?.id}|${part.firstElementChild?.textContent}`;

function opened(node) {
  const names = new Set([...node.querySelectorAll("details[open]")].map(partName));
  return () => {
    for (const part of node.querySelectorAll("details")) part.open = part.open || names.has(partName(part));
  };
}

/** Draw anew and stay at this turn, as if nothing moved. */
function inPlace(node, number, draw) {
  const place = () => node.querySelector(`#turn-${number}`);
  const before = place()?.getBoundingClientRect().top ?? 0;
  const reopen = opened(node);
  draw();
  reopen();
  window.scrollBy(0, (place()?.getBoundingClientRect().top ?? before) - before);
  (place()?.querySelector(".objections button") ?? place())?.focus({ preventScroll: true });
}

function parts(exercise, data, context, error, others) {
  const name = exercise.ouder.naam;
  return [
    el("h1", { tabindex: "-1" }, "Nabespreking"),
    el(
      "p",
      { class: "lead" },
      `Je gesprek met ${name}. ${exercise.titel}. ${ended(exercise.einde)}`,
      back(data.teruggenomen),
    ),
    laterAttempts(data.later),
    exercise.einde
      ? null
      : el("p", {}, el("a", { class: "button", href: `#/gesprek/${encodeURIComponent(context.id)}` }, "Verder praten")),
    error.node,
    part.points("Dit deed je sterk", "strong", data.sterk, "praise", context),
    part.points("Probeer dit volgende keer", "try", data.verbeter, "praise try", context),
    part.plan(data.plan ?? exercise.keuze?.plan),
    attempts(data.eerder, data.herkomst, name),
    part.course(data.verloop),
    part.questions(data.vragen),
    part.steps(data.stappen),
    part.background(data.achtergrond),
    part.scores(data),
    annotated(context, data, name, exercise.opening),
    part.contradictions(data.tegenspraak),
    others,
    part.guidelines(data.richtlijnen),
    part.aftercare(data.nazorg),
    part.sources(data.bronnen),
    part.madeWith(data),
    nextExercise(data.volgende, exercise.keuze),
    actions(context.id, error, context.again),
  ].filter(Boolean);
}

/** Build the screen. */
export async function show(id) {
  const [exercise, first] = await Promise.all([api.exercise(id), api.debrief(id)]);
  const error = errorLine();
  const node = el("article", { class: "page report" });
  const others = otherParents(id);
  const draw = (data) => node.replaceChildren(...parts(exercise, data, context, error, others));
  const context = {
    id,
    async again(number) {
      error.show("");
      try {
        window.location.hash = `#/gesprek/${encodeURIComponent((await api.again(id, number)).id)}`;
      } catch (failure) {
        error.show(failure.message);
        error.node.scrollIntoView({ block: "center" });
      }
    },
    async refresh(number) {
      const data = await api.debrief(id);
      inPlace(node, number, () => draw(data));
    },
  };
  draw(first);
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
