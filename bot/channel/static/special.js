/** Exercises with settings of their own: of a group ("groep.CODE") or a step of the series ("reeks.STAP"). */

import { call } from "./api.js";
import { el, source } from "./dom.js";
import { read, write } from "./store.js";

/** The nickname and consent given for a group, kept for this visit. */
export const consent = {
  read: (code) => read(`groep.${code}`, null, true),
  write: (code, value) => write(`groep.${code}`, value, true),
};

/** The address of a group or step in the API. */
export const part = (kind, name) => `${kind}/${encodeURIComponent(name)}`;

/** What to look at in this talk: advice with its source. */
export function advice(title, items) {
  if (!items.length) return null;
  return el(
    "section",
    { class: "advice" },
    el("h2", {}, title),
    el(
      "ul",
      { class: "points" },
      items.map((item) => el("li", {}, item.titel, source(item.bron))),
    ),
  );
}

async function ofGroup(code) {
  const agreed = consent.read(code);
  if (!agreed) {
    window.location.replace(`#/groep/${encodeURIComponent(code)}`);
    throw new Error("Lees eerst wat de trainer ziet.");
  }
  const group = await call("GET", part("groepen", code));
  return {
    chosen: { ...group.keuze },
    back: `#/groep/${encodeURIComponent(code)}`,
    note: advice("Hier let jullie team op", group.richtlijnen),
    begin: ({ plan, gegevens }) => call("POST", `${part("groepen", code)}/deelname`, { ...agreed, plan, gegevens }),
  };
}

async function ofSeries(name) {
  const step = await call("GET", part("reeks", name));
  return {
    chosen: { ...step.keuze },
    back: "#/reeks",
    note: el(
      "section",
      { class: "advice" },
      el("h2", {}, `Reeks: ${step.titel}`),
      el("p", {}, step.doel),
      el(
        "ul",
        { class: "points" },
        step.tips.map((tip) => el("li", {}, tip)),
      ),
    ),
    begin: ({ plan, gegevens }) => call("POST", part("reeks", name), { plan, gegevens }),
  };
}

/** What the preparation needs: settings, where "back" leads, what to look at, and how to begin. */
export function special(id) {
  const [kind, ...rest] = id.split(".");
  return kind === "groep" ? ofGroup(rest.join(".")) : ofSeries(rest.join("."));
}
