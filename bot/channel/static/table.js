/** A table that can be scrolled sideways on a narrow screen, by finger and by keyboard. */

import { el } from "./dom.js";

/**
 * Make it: `head` are the titles of the columns, `rows` lists of cells; the first cell names its row.
 * Roles are written out, so that a style may put the cells under each other and it is still a table.
 */
export function table(label, head, rows) {
  const cell = (content, at) =>
    at
      ? el("td", { role: "cell", "data-head": head[at] }, content)
      : el("th", { scope: "row", role: "rowheader" }, content);
  const title = (text) => (text ? el("th", { scope: "col", role: "columnheader" }, text) : el("td", { role: "cell" }));
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    el(
      "table",
      { role: "table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head.map(title))),
      el(
        "tbody",
        { role: "rowgroup" },
        rows.map((row) => el("tr", { role: "row" }, row.map(cell))),
      ),
    ),
  );
}
