/** Not agreeing: with a label, with a remark, or because a label is missing; and taking that back. */

import { api } from "./api.js";
import { announce, button, el, errorLine } from "./dom.js";

const GROUPS = { vraagtypen: "Vragen", zetten: "Wat je deed", valkuilen: "Valkuilen" };
let made = 0;

/** Fields that belong together, with a button to send them and one to leave. */
function form(fields, reason, send, leave) {
  const error = errorLine();
  const submit = async () => {
    error.show("");
    try {
      await send();
    } catch (failure) {
      error.show(failure.message);
    }
  };
  return el(
    "div",
    { class: "disagree" },
    fields,
    el("label", { for: reason.id }, "Waarom? (mag leeg blijven)"),
    reason,
    error.node,
    el("div", { class: "row" }, button("Noteer", submit, "small primary"), button("Laat maar", leave, "quiet small")),
  );
}

const reasonField = () => el("input", { type: "text", id: `why-${(made += 1)}`, maxlength: "1000" });

/** A button that opens a form in its place; `fields(reason)` gives the form's fields and how to send them. */
function opener(text, label, fields) {
  const place = el("div", { class: "objection-form" });
  const open = () => {
    const reason = reasonField();
    const { nodes, send } = fields();
    const leave = () => {
      place.replaceChildren(start);
      start.focus();
    };
    place.replaceChildren(form(nodes, reason, () => send(reason.value.trim()), leave));
    place.querySelector("select, input").focus();
  };
  const start = button(text, open, "quiet small", { "aria-label": label });
  place.append(start);
  return place;
}

const send = (context, turn, soort, label) => async (reden) => {
  await api.disagree(context.id, { beurt: turn, soort, label, reden });
  await context.refresh(turn);
  announce("Genoteerd. Het telt niet mee.");
};

/** "This label is wrong." */
export function wrongLabel(context, turn, piece) {
  const name = piece.naam ?? piece.label;
  return opener("Klopt niet", `Klopt niet: ${name}`, () => ({
    nodes: null,
    send: send(context, turn.nr, "label", piece.label),
  }));
}

function choice(name, value, text, checked = false) {
  return el("label", { class: "switch" }, el("input", { type: "radio", name, value, checked }), text);
}

/** "This remark is wrong": because it was not said so, or although it was. */
export function wrongRemark(context, item) {
  const about = item.naam || item.richtlijn;
  if (!item.label && !item.richtlijn_id) return null;
  return opener("Klopt niet", `Deze opmerking klopt niet: ${about}`, () => {
    if (!item.label) return { nodes: null, send: send(context, item.beurt, "richtlijn", item.richtlijn_id) };
    const name = `what-${(made += 1)}`;
    const group = el(
      "fieldset",
      { class: "plain" },
      el("legend", { class: "unseen" }, "Wat klopt er niet?"),
      choice(name, "label", "Dit deed ik hier niet.", true),
      choice(name, "opmerking", "Ik deed het wel, maar de opmerking past niet."),
    );
    return {
      nodes: group,
      send: (reden) => send(context, item.beurt, group.querySelector(":checked").value, item.label)(reden),
    };
  });
}

/** "Something is missing": choose which label. */
export function missingLabel(context, turn, labels) {
  const there = new Set([...turn.vraagtypen, ...turn.zetten, ...turn.valkuilen]);
  const free = labels.filter((item) => !there.has(item.id));
  if (!free.length) return null;
  return opener("Er ontbreekt iets", `Er ontbreekt iets in beurt ${turn.nr}`, () => {
    const select = el(
      "select",
      { id: `missing-${(made += 1)}` },
      Object.entries(GROUPS).map(([group, title]) =>
        el(
          "optgroup",
          { label: title },
          free.filter((item) => item.groep === group).map((item) => el("option", { value: item.id }, item.naam)),
        ),
      ),
    );
    return {
      nodes: [el("label", { for: select.id }, "Wat deed je hier ook?"), select],
      send: (reden) => send(context, turn.nr, "mist", select.value)(reden),
    };
  });
}

/** What the trainee did not agree with in this turn, each with the way back. */
export function objections(context, turn) {
  const items = turn.oneens ?? [];
  if (!items.length) return null;
  const error = errorLine();
  const undo = (item) => async () => {
    error.show("");
    try {
      await api.agree(context.id, turn.nr, item.label);
      await context.refresh(turn.nr);
      announce("Het telt weer mee.");
    } catch (failure) {
      error.show(failure.message);
    }
  };
  const line = (item) =>
    el(
      "li",
      {},
      el("p", { class: "note" }, item.tekst),
      button("Toch wel", undo(item), "quiet small", { "aria-label": `Toch wel: ${item.naam}` }),
    );
  return el("div", { class: "objections" }, el("ul", {}, items.map(line)), error.node);
}
