/** What happens with text that looks like real personal data: the choice of this browser, and the question. */

import { api } from "./api.js";
import { button, el } from "./dom.js";
import { mountMenu } from "./menu.js";
import { read, write } from "./store.js";

const CHOICES = [
  ["vraag", "Vraag het me eerst", "Er wordt niets bewaard tot je kiest."],
  ["vervang", "Vervang het meteen", "Er komt [naam] of [telefoonnummer] te staan. Het echte gegeven wordt niet bewaard."],
  ["waarschuw", "Zeg het me achteraf", "Je tekst wordt bewaard zoals hij is, met een waarschuwing erbij."],
];

/** The choice, sent along with every text that is kept. */
export const careful = () => {
  const chosen = read("gegevens", "vraag");
  return CHOICES.some(([id]) => id === chosen) ? chosen : "vraag";
};

function option([id, label, explanation]) {
  const box = el("input", { type: "radio", name: "gegevens", value: id, checked: careful() === id });
  box.addEventListener("change", () => write("gegevens", id));
  return el("label", { class: "switch" }, box, el("span", {}, label, el("small", {}, explanation)));
}

/** Put the menu in the page. */
export function mountPrivacy(place) {
  const kept = el("p", { class: "note" });
  const tell = async () => {
    if (kept.textContent) return;
    try {
      const { bewaar_dagen: days } = await api.privacy();
      kept.textContent = `Oefeningen verdwijnen na ${days} dagen vanzelf. Eerder wissen kan bij Mijn oefeningen.`;
    } catch {
      /* asked again the next time the menu opens */
    }
  };
  const choices = el(
    "fieldset",
    { class: "plain" },
    el("legend", {}, "Lijkt iets in je tekst op een echte naam of een echt gegeven?"),
    CHOICES.map(option),
  );
  mountMenu(place, "Privacy", [choices, kept], tell);
}

/** Ask what to do with a text that was not kept; `answer` gets "vervang" or "zo". */
export function personalQuestion(answer) {
  const node = el("div", { class: "personal", role: "group", "aria-label": "Echte gegevens" });
  node.hidden = true;
  const clear = () => {
    node.hidden = true;
    node.replaceChildren();
  };
  const choose = (choice) => () => {
    clear();
    return answer(choice);
  };
  return {
    node,
    clear,
    ask(failure) {
      const replace = button("Vervang het", choose("vervang"), "primary small");
      node.replaceChildren(
        el("p", { role: "alert" }, failure.message),
        el("p", { class: "note" }, "Vervangen? Dan staat er: ", el("q", { class: "said" }, failure.data.vervangen)),
        el("div", { class: "row" }, replace, button("Laat het zo", choose("zo"), "small")),
      );
      node.hidden = false;
      replace.focus();
    },
  };
}

/** True when the server asks what to do with personal data. */
export const isPersonal = (failure) => typeof failure.data?.vervangen === "string";
