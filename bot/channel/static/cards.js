/** The cards to choose from, and what fits with what. */

import { el } from "./dom.js";
import { figure } from "./figure.js";

const FACE = { spanning: 0.4, vertrouwen: 0.45 };

function radio(name, value, picked, change) {
  const node = el("input", { type: "radio", name, value, checked: picked });
  node.addEventListener("change", () => change(value));
  return node;
}

const face = (person) => el("span", { class: "face" }, figure(person, FACE, { portrait: true }).node);

function fits(item, chosen) {
  return (
    (!chosen.oudertype || item.types.includes(chosen.oudertype)) &&
    (!chosen.gespreksvorm || item.gespreksvormen.includes(chosen.gespreksvorm))
  );
}

/** Keep the choice possible: a form, case or person that no longer fits is let go. */
export function mend(chosen, data) {
  const forms = formsFor(chosen, data);
  if (chosen.gespreksvorm && !forms.includes(chosen.gespreksvorm)) chosen.gespreksvorm = null;
  if (chosen.casus && !data.casussen.some((item) => item.id === chosen.casus && fits(item, chosen)))
    chosen.casus = null;
  const parent = data.ouders.find((item) => item.type === chosen.oudertype);
  if (!parent) chosen.oudertype = null;
  if (!parent?.personen.some((item) => item.id === chosen.persoon)) chosen.persoon = null;
}

function formsFor(chosen, data) {
  const possible = data.casussen.filter((item) => fits(item, { oudertype: chosen.oudertype }));
  return data.gespreksvormen
    .map((form) => form.id)
    .filter((id) => possible.some((item) => item.gespreksvormen.includes(id)));
}

function group(legend, content, kind) {
  return el("fieldset", { "data-group": kind }, el("legend", {}, legend), content);
}

export function parentCards({ data, chosen, pick }) {
  return group(
    "Met wie wil je oefenen?",
    el(
      "div",
      { class: "cards people" },
      data.ouders.map((parent) =>
        el(
          "label",
          { class: "card" },
          radio("oudertype", parent.type, chosen.oudertype === parent.type, pick("oudertype")),
          face(parent.personen[0]),
          el("b", {}, parent.naam),
          el("span", {}, parent.uitleg),
        ),
      ),
    ),
    "oudertype",
  );
}

export function personCards({ data, chosen, pick }) {
  const parent = data.ouders.find((item) => item.type === chosen.oudertype);
  if (!parent) return null;
  const card = (value, picture, title, text) =>
    el(
      "label",
      { class: "card person" },
      radio("persoon", value ?? "", (chosen.persoon ?? null) === value, () => pick("persoon")(value)),
      picture,
      el("span", { class: "text" }, el("b", {}, title), el("span", {}, text)),
    );
  return group(
    "Wie zit er tegenover je?",
    el(
      "div",
      { class: "cards wide" },
      card(null, null, "Maakt niet uit", "Laat je verrassen."),
      parent.personen.map((person) => card(person.id, face(person), `${person.naam}, ${person.relatie}`, person.zin)),
    ),
    "persoon",
  );
}

export function formCards({ data, chosen, pick }) {
  const possible = formsFor(chosen, data);
  return group(
    "Welk gesprek voer je?",
    el(
      "div",
      { class: "cards wide" },
      data.gespreksvormen.map((form) => {
        const input = radio("gespreksvorm", form.id, chosen.gespreksvorm === form.id, pick("gespreksvorm"));
        input.disabled = !possible.includes(form.id);
        return el(
          "label",
          { class: "card" },
          input,
          el("b", {}, form.naam),
          el("span", {}, form.uitleg),
          el(
            "span",
            { class: "tag" },
            input.disabled ? "Voor deze ouder is er geen casus." : `ongeveer ${form.minuten} minuten`,
          ),
        );
      }),
    ),
    "gespreksvorm",
  );
}

export function caseCards({ data, chosen, pick }) {
  if (!chosen.oudertype || !chosen.gespreksvorm) return null;
  return group(
    "Over welk kind gaat het?",
    el(
      "div",
      { class: "cards wide" },
      data.casussen
        .filter((item) => fits(item, chosen))
        .map((item) =>
          el(
            "label",
            { class: "card" },
            radio("casus", item.id, chosen.casus === item.id, pick("casus")),
            el("b", {}, item.titel),
            el("span", {}, item.samenvatting),
            item.eigen ? el("span", { class: "tag" }, "eigen casus") : null,
          ),
        ),
    ),
    "casus",
  );
}

export function options(legend, name, items, { chosen, pick }) {
  return group(
    legend,
    el(
      "div",
      {},
      items.map((item) =>
        el(
          "label",
          { class: "option" },
          radio(name, item.id, chosen[name] === item.id, pick(name)),
          el("span", {}, item.naam, el("span", {}, item.uitleg)),
        ),
      ),
    ),
    name,
  );
}
