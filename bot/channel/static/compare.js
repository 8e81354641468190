/** Two exercises side by side: pick two in the list, then see what changed. */

import { api } from "./api.js";
import { button, el } from "./dom.js";
import { competence, COMPETENCES, endingWord, moment } from "./words.js";
import { table } from "./table.js";

const known = (value) => typeof value === "number";
const number = (value) => (known(value) ? String(value) : "–");

function change(first, second) {
  if (!known(first) || !known(second)) return "";
  const step = second - first;
  return step ? `${step > 0 ? "+" : "−"}${Math.abs(step)}` : "gelijk";
}

/** The figures of an exercise whose debrief was never opened are not in the list: ask for them. */
async function scored(item) {
  if (known(item.totaal)) return item;
  const made = await api.debrief(item.id);
  const scores = Object.entries(made.competenties ?? {}).map(([id, one]) => [id, one.score]);
  return { ...item, totaal: made.totaal, competenties: Object.fromEntries(scores) };
}

function comparison(first, second) {
  const ids = COMPETENCES.filter((id) => known(first.competenties?.[id]) || known(second.competenties?.[id]));
  const row = (title, a, b) => [title, number(a), number(b), change(a, b)];
  return table(
    "Twee oefeningen naast elkaar",
    ["", first.ouder, second.ouder, "Verschil"],
    [
      ["Wanneer", moment(first.datum), moment(second.datum), ""],
      ["Casus", first.titel, second.titel, ""],
      ["Afloop", endingWord(first.einde), endingWord(second.einde), ""],
      row("Totaal", first.totaal, second.totaal),
      ...ids.map((id) => row(competence(id), first.competenties[id], second.competenties[id])),
    ],
  );
}

/** Keeps at most two exercises picked, the oldest pick lets go; `shown` gets the oldest exercise first. */
export function comparing(error) {
  const picked = [];
  const place = el("section", { class: "compare", "aria-labelledby": "t-compare" });
  place.hidden = true;
  const text = el("p", { role: "status" });
  const bar = el("div", { class: "bar told" }, text);
  bar.hidden = true;
  const show = async () => {
    error.show("");
    try {
      const two = picked.map((one) => one.item).sort((a, b) => a.datum.localeCompare(b.datum));
      const title = el("h2", { id: "t-compare", tabindex: "-1" }, "Naast elkaar");
      place.replaceChildren(
        title,
        comparison(...(await Promise.all(two.map(scored)))),
        el("p", { class: "note" }, "Een ander gesprek is nooit precies even moeilijk. Let op grote verschillen."),
      );
      place.hidden = false;
      title.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start" });
    } catch (failure) {
      error.show(failure.message);
      error.node.scrollIntoView({ block: "center" });
    }
  };
  const go = button("Zet naast elkaar", show, "primary");
  bar.append(go);
  const pick = (item, box) => {
    if (box.checked) picked.push({ item, box });
    else
      picked.splice(
        picked.findIndex((one) => one.box === box),
        1,
      );
    if (picked.length > 2) picked.shift().box.checked = false;
    bar.hidden = !picked.length;
    go.hidden = picked.length < 2;
    text.textContent = picked.length < 2 ? "Eén oefening gekozen. Kies er nog een." : "Twee oefeningen gekozen.";
  };
  return { pick, place, bar };
}
