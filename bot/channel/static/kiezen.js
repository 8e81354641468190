/** Screen 1: with whom, which conversation, which case, how hard, how much help. */

import { api } from "./api.js";
import { button, el, errorLine } from "./dom.js";
import { figure } from "./figure.js";
import { caseCards, formCards, mend, options, parentCards, personCards } from "./cards.js";
import { choice, read, write } from "./store.js";

const MISSING = {
  oudertype: "Kies eerst met wie je wilt oefenen.",
  gespreksvorm: "Kies eerst welk gesprek je voert.",
  casus: "Kies eerst een casus.",
};

function welcome(host) {
  if (read("welcomed", false)) return null;
  const panel = el("section", { class: "welcome", "aria-labelledby": "t-welcome" });
  const done = button(
    "Duidelijk",
    () => {
      write("welcomed", true);
      panel.remove();
      document.querySelector("h1").focus();
    },
    "primary",
  );
  panel.append(
    el(
      "div",
      { class: "words" },
      el("h2", { id: "t-welcome" }, "Welkom"),
      el(
        "p",
        {},
        "Hier oefen je een moeilijk gesprek met een ouder: jij typt, een gespeelde ouder antwoordt, en daarna lees je wat er goed ging en wat je nog kunt proberen.",
      ),
      el("p", {}, "Het is geen toets en geen echte ouder, en het zegt niet wat je in een echte situatie moet doen."),
      el(
        "p",
        {},
        "Wat je typt, gaat niet van deze computer af; gebruik toch geen namen van echte kinderen of ouders.",
      ),
      done,
    ),
    host ? figure(host, { spanning: 0.15, vertrouwen: 0.75 }).node : "",
  );
  return panel;
}

function summary(chosen, data) {
  const name = (list, key, value, field) => list.find((item) => item[key] === value)?.[field];
  const parts = [
    name(data.ouders, "type", chosen.oudertype, "naam"),
    name(data.gespreksvormen, "id", chosen.gespreksvorm, "naam"),
    name(data.casussen, "id", chosen.casus, "kind"),
  ].filter(Boolean);
  return parts.join(" · ");
}

const any = (list) => list[Math.floor(Math.random() * list.length)];

/** A choice nobody has to think about; keeps difficulty and coaching. */
function surprise(chosen, data) {
  const item = any(data.casussen.filter((one) => one.types.length && one.gespreksvormen.length));
  Object.assign(chosen, {
    casus: item.id,
    oudertype: any(item.types),
    gespreksvorm: any(item.gespreksvormen),
    persoon: null,
  });
}

function middle(list) {
  return list[Math.floor((list.length - 1) / 2)]?.id ?? null;
}

/** Build the screen. */
export async function show() {
  const data = await api.choices();
  const chosen = { niveau: middle(data.niveaus), coaching: middle(data.coaching), ...choice.read() };
  mend(chosen, data);
  const error = errorLine();
  const places = Object.fromEntries(["parents", "persons", "forms", "cases"].map((key) => [key, el("div", {})]));
  const line = el("p", { "aria-live": "polite" });
  const pick = (name) => (value) => {
    chosen[name] = value;
    mend(chosen, data);
    choice.write(chosen);
    error.show("");
    refresh(name);
  };
  const context = { data, chosen, pick };
  const build = { parents: parentCards, persons: personCards, forms: formCards, cases: caseCards };
  const follow = { oudertype: ["persons", "forms", "cases"], gespreksvorm: ["cases"], all: Object.keys(build) };
  function refresh(name) {
    for (const key of follow[name] ?? []) places[key].replaceChildren(...[build[key](context)].filter(Boolean));
    line.textContent = summary(chosen, data);
  }
  function next() {
    const missing = Object.keys(MISSING).find((key) => !chosen[key]);
    if (!missing) {
      choice.write(chosen);
      window.location.hash = "#/voorbereiden";
      return;
    }
    error.show(MISSING[missing]);
    (node.querySelector(`[data-group="${missing}"] input:not(:disabled)`) ?? node.querySelector("input")).focus();
  }
  const forMe = () => {
    surprise(chosen, data);
    choice.write(chosen);
    window.location.hash = "#/voorbereiden";
  };
  refresh("all");
  const node = el(
    "div",
    { class: "page" },
    el("h1", { tabindex: "-1" }, "Oefen een oudergesprek"),
    el("p", { class: "lead" }, "Kies een ouder en een gesprek. Weet je het niet? Laat het programma kiezen."),
    welcome(data.ouders.at(1)?.personen.at(-1)),
    places.parents,
    places.persons,
    places.forms,
    places.cases,
    ...(data.overgeslagen ?? []).map((line) => el("p", { class: "note" }, line)),
    el(
      "div",
      { class: "options" },
      options("Hoe moeilijk?", "niveau", data.niveaus, context),
      options("Hoeveel hulp?", "coaching", data.coaching, context),
    ),
    error.node,
    el("div", { class: "bar" }, line, button("Kies voor mij", forMe), button("Verder", next, "primary")),
  );
  return { title: "Kiezen", node };
}
