/** Build page parts from text only: no markup from data ever reaches the page. */

const SVG = "http://www.w3.org/2000/svg";

/** Set one property: listeners as `on…`, booleans as present or absent, the rest as attribute. */
function set(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
  else if (key === "value" || key === "checked" || key === "disabled") node[key] = value;
  else node.setAttribute(key, value === true ? "" : String(value));
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) set(node, key, value);
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Make an HTML element. Strings among the children become text. */
export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Make an SVG element. */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Say something to a screen reader, once. */
export function announce(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  window.setTimeout(() => {
    live.textContent = text;
  }, 50);
}

/** What someone says: gestures in brackets become italics. */
export function spoken(text) {
  return text
    .split(/(\([^()]*\))/)
    .filter(Boolean)
    .map((part) => (part.startsWith("(") ? el("em", { class: "gesture" }, part) : part));
}

/** A source as one line, from "B2 §2.6" or {doc, section}. */
export function sourceText(source) {
  if (!source) return "";
  if (Array.isArray(source)) return source.map(sourceText).filter(Boolean).join("; ");
  if (typeof source === "string") return source;
  return [source.doc ?? source.titel, source.section ?? source.plaats].filter(Boolean).join(", ");
}

/** A small mark that opens to the source. */
export function source(where, extra = null) {
  const text = sourceText(where);
  if (!text && !extra) return null;
  return el(
    "details",
    { class: "source" },
    el("summary", {}, "bron"),
    el("span", { class: "source-text" }, extra, extra && text ? " " : null, text),
  );
}

/** A button that runs `action`, and cannot be pressed again while it runs. */
export function button(label, action, kind = "plain", attributes = {}) {
  const node = el("button", { type: "button", class: `button ${kind}`, ...attributes }, label);
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-disabled") === "true") return;
    node.setAttribute("aria-disabled", "true");
    try {
      await action(node);
    } finally {
      node.removeAttribute("aria-disabled");
    }
  });
  return node;
}

/** Show an error line next to where it happened; an empty text takes it away. */
export function errorLine() {
  const node = el("p", { class: "error", role: "alert" });
  node.hidden = true;
  return {
    node,
    show(text, retry = null) {
      node.replaceChildren(text);
      if (retry) node.append(" ", button("Probeer opnieuw", retry, "small"));
      node.hidden = !text;
    },
  };
}

/** Ask a yes or no question in a dialog; gives true for yes. */
export function confirm(question, explanation, yes, no = "Nee, terug") {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { class: "dialog", "aria-labelledby": "dialog-title" },
      el("h2", { id: "dialog-title" }, question),
      explanation ? el("p", {}, explanation) : null,
      el(
        "div",
        { class: "row" },
        el("button", { type: "button", class: "button", onclick: () => dialog.close("no"), autofocus: true }, no),
        el("button", { type: "button", class: "button primary", onclick: () => dialog.close("yes") }, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** True when the user asked the system for less movement. */
export function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
