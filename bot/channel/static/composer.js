/** The box to write in: grows with the text, keeps a draft, sends once. */

import { button, el, errorLine } from "./dom.js";
import { careful, isPersonal, personalQuestion } from "./privacy.js";
import { whenBack } from "./reconnect.js";
import { settings } from "./settings.js";
import { dictate } from "./speech.js";
import { draft } from "./store.js";

const LOST = "Geen verbinding. Je tekst staat er nog en wordt verstuurd zodra de verbinding terug is.";
const BACK = "De verbinding is terug. Je tekst is nog niet verstuurd.";

function grow(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 3}px`;
}

function microphone(box, changed) {
  let stop = null;
  const node = el("button", { type: "button", class: "button quiet small", "aria-pressed": "false" }, "Inspreken");
  const end = () => {
    stop = null;
    node.setAttribute("aria-pressed", "false");
    node.textContent = "Inspreken";
  };
  node.addEventListener("click", () => {
    if (stop) {
      stop();
      return;
    }
    stop = dictate((text) => {
      box.value = [box.value.trim(), text].filter(Boolean).join(" ");
      changed();
    }, end);
    node.setAttribute("aria-pressed", "true");
    node.textContent = "Stop inspreken";
  });
  return { node, end: () => stop?.() };
}

/** Make the box; `send(text, gegevens)` must throw an error with a Dutch message when it failed.
 * `smaller` is called when the box takes room from the lines of the talk.
 */
export function composer(id, name, send, smaller) {
  const error = errorLine();
  const box = el("textarea", {
    id: "say",
    rows: "1",
    placeholder: "Wat zeg je?",
    "aria-describedby": "say-help",
    value: draft.read(id),
  });
  let busy = false;
  let stopWaiting = () => {};
  const changed = () => {
    draft.write(id, box.value);
    grow(box);
  };
  const mic = microphone(box, changed);
  const question = personalQuestion((choice) => submit(choice));
  /* Sent by itself once the program answers again, unless the text was changed meanwhile. */
  const wait = (text, choice) => {
    error.show(LOST, () => submit(choice));
    stopWaiting = whenBack(() => (box.value.trim() === text ? submit(choice) : error.show(BACK)));
  };
  const submit = async (choice = careful()) => {
    const text = box.value.trim();
    if (busy || !text) {
      box.focus();
      return;
    }
    let asked = null;
    stopWaiting();
    busy = true;
    error.show("");
    question.clear();
    mic.end();
    box.readOnly = true;
    box.value = "";
    grow(box);
    try {
      await send(text, choice);
      draft.write(id, null);
    } catch (failure) {
      box.value = text;
      draft.write(id, text);
      if (isPersonal(failure)) asked = failure;
      else if (failure.offline) wait(text, choice);
      else error.show(failure.message);
    } finally {
      busy = false;
      box.readOnly = false;
      grow(box);
      box.focus({ preventScroll: true });
    }
    if (asked) question.ask(asked);
    if (asked || !error.node.hidden) smaller();
  };
  box.addEventListener("input", changed);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  const speak = () => {
    mic.node.hidden = !settings.dictate;
  };
  window.addEventListener("settings", speak);
  speak();
  const node = el(
    "div",
    { class: "composer" },
    error.node,
    question.node,
    el("label", { for: "say", class: "unseen" }, `Wat zeg je tegen ${name}?`),
    el("div", { class: "write" }, box, button("Zeg het", () => submit(), "primary")),
    el("p", { id: "say-help", class: "unseen" }, "Enter verstuurt. Shift en Enter geeft een nieuwe regel."),
  );
  return {
    node,
    error,
    microphone: mic.node,
    isBusy: () => busy,
    put(text) {
      box.value = text;
      changed();
      box.focus({ preventScroll: true });
    },
    ready(focus) {
      grow(box);
      if (focus) box.focus({ preventScroll: true });
    },
    leave() {
      stopWaiting();
      mic.end();
      window.removeEventListener("settings", speak);
    },
  };
}
