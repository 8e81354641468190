/** Fields of a form: a label, what it is for, and the field itself. */

import { el } from "./dom.js";

/** A line or a box to type in. */
export function textField(id, label, note = null, rows = 0, attributes = {}) {
  const shared = { id, "aria-describedby": note ? `${id}-note` : null, ...attributes };
  const field = rows ? el("textarea", { rows, ...shared }) : el("input", { type: "text", autocomplete: "off", ...shared });
  const node = el(
    "div",
    { class: "field" },
    el("label", { for: id }, label),
    note ? el("p", { class: "note", id: `${id}-note` }, note) : null,
    field,
  );
  return { node, field };
}

/** A box to tick. */
export function tick(label, attributes = {}) {
  const field = el("input", { type: "checkbox", ...attributes });
  return { node: el("label", { class: "switch" }, field, el("span", {}, label)), field };
}
