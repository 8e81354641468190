/** A small menu in the top bar: a button that opens a panel, closed by Escape or by going elsewhere. */

import { el } from "./dom.js";

/** Put a menu in the page; `content` are the parts of the panel, `opened` runs each time it opens. */
export function mountMenu(place, label, content, opened = null) {
  const name = `${place.id}-panel`;
  const panel = el("div", { class: "settings-panel", id: name }, content);
  panel.hidden = true;
  const toggle = el(
    "button",
    { type: "button", class: "button quiet", "aria-expanded": "false", "aria-controls": name },
    label,
  );
  const open = (on) => {
    panel.hidden = !on;
    toggle.setAttribute("aria-expanded", String(on));
    if (on) opened?.();
  };
  toggle.addEventListener("click", () => open(panel.hidden));
  place.onkeydown = (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      open(false);
      toggle.focus();
    }
  };
  place.onfocusout = (event) => {
    if (event.relatedTarget && !place.contains(event.relatedTarget)) open(false);
  };
  place.replaceChildren(toggle, panel);
}
