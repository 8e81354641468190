/** The series: a path of steps, how far you are, and the next one. */

import { call } from "./api.js";
import { el, source } from "./dom.js";
import { day } from "./words.js";

const HELP = { live: "de coach kijkt mee", hint: "hint als je erom vraagt", geen: "zonder coach" };

function state(step, next) {
  if (step.af) return "klaar";
  if (step.rondes.length) return "bezig";
  return step.id === next ? "volgende" : "nog niet gedaan";
}

function wanted(step) {
  if (!step.nodig) return "Klaar als je het gesprek hebt afgerond.";
  const best = step.beste === null ? "" : ` Jouw beste: ${step.beste}.`;
  return `Klaar vanaf ${step.nodig.cijfer} op ${step.nodig.competentie.toLowerCase()}.${best}`;
}

function round(one, number) {
  const known = one.totaal !== null;
  const text = !one.over ? "nog bezig" : known ? `totaal ${one.totaal}` : "lees de nabespreking, dan telt je cijfer";
  const place = one.over ? "nabespreking" : "gesprek";
  return el(
    "li",
    {},
    el("a", { href: `#/${place}/${encodeURIComponent(one.oefening)}` }, `Ronde ${number}, ${day(one.datum)}`),
    ` · ${text}`,
  );
}

function stepCard(step, number, next) {
  const now = step.id === next;
  const go = el(
    "a",
    { class: now ? "button primary" : "button small", href: `#/voorbereiden/reeks.${step.id}` },
    step.rondes.length ? "Nog een ronde" : "Begin",
    el("span", { class: "unseen" }, ` met stap ${number}: ${step.titel}`),
  );
  return el(
    "li",
    { class: `step ${step.af ? "done" : ""} ${now ? "now" : ""}`, "aria-current": now ? "step" : null },
    el("span", { class: "place", "aria-hidden": "true" }, step.af ? "✓" : String(number)),
    el(
      "div",
      { class: "body" },
      el("h2", {}, el("span", { class: "unseen" }, `Stap ${number}: `), step.titel),
      el("p", { class: "state" }, state(step, next)),
      el("p", {}, step.doel),
      el("p", { class: "note" }, `${step.gespreksvorm} · ${step.ouder.naam} · ${HELP[step.keuze.coaching]}. ${wanted(step)}`),
      el(
        "details",
        { class: "more" },
        el("summary", {}, "Waar het op rust"),
        el(
          "ul",
          { class: "points" },
          step.richtlijnen.map((item) => el("li", {}, item.titel, source(item.bron))),
        ),
      ),
      step.rondes.length ? el("ul", { class: "rounds" }, step.rondes.map((one, i) => round(one, i + 1))) : null,
      go,
    ),
  );
}

/** Build the screen. */
export async function show() {
  const data = await call("GET", "reeks");
  const done = data.stappen.filter((step) => step.af).length;
  const node = el(
    "div",
    { class: "page narrow" },
    el("h1", { tabindex: "-1" }, data.titel),
    el("p", { class: "lead" }, data.uitleg),
    el(
      "div",
      { class: "far" },
      el("p", { id: "t-far" }, `${done} van ${data.stappen.length} stappen klaar`),
      el("progress", { value: done, max: data.stappen.length, "aria-labelledby": "t-far" }),
    ),
    el("ol", { class: "steps" }, data.stappen.map((step, i) => stepCard(step, i + 1, data.volgende))),
    data.volgende ? null : el("p", { class: "lead" }, "Je hebt alle stappen gedaan. Herhaal over een paar weken de laatste twee."),
  );
  return { title: "Reeks", node };
}
