/** Handing something on: a link or code to copy, a file to keep. */

import { announce, button, el } from "./dom.js";

/** The address colleagues open: as we are open ourselves, or the first one on the network; null when there is none. */
export function baseAddress(addresses) {
  const alone = ["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname);
  return alone ? (addresses[0] ?? null) : `${window.location.origin}/`;
}

async function copy(field) {
  field.select();
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand("copy"); // a browser gives no clipboard to an address without https
    announce("Gekopieerd.");
    return true;
  } catch {
    return false;
  }
}

/** A labelled line with a button to copy it. */
export function copyLine(id, label, value, note = null) {
  const field = el("input", { type: "text", id, readonly: true, value, "aria-describedby": note ? `${id}-note` : null });
  const press = button("Kopieer", async (node) => {
    const done = await copy(field);
    node.textContent = done ? "Gekopieerd" : "Kopieer";
    window.setTimeout(() => (node.textContent = "Kopieer"), 2000);
  });
  return el(
    "div",
    { class: "copyline" },
    el("label", { for: id }, label),
    el("div", { class: "row" }, field, press),
    note ? el("p", { class: "note", id: `${id}-note` }, note) : null,
  );
}

/** Keep a text as a file. */
export function keepFile(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 10000);
}
