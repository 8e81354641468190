/** The table at which somebody labels: one turn at a time, with short definitions. */

import { call } from "./api.js";
import { button, el, errorLine } from "./dom.js";
import { part } from "./special.js";

const GROUP = { vraagtypen: "Vragen", zetten: "Zetten", valkuilen: "Valkuilen" };

function choices(labels, picked, changed) {
  return Object.entries(GROUP).map(([id, name]) =>
    el(
      "details",
      { class: "more labels", open: true },
      el("summary", {}, name),
      el(
        "div",
        { class: "labelgrid" },
        labels
          .filter((label) => label.groep === id)
          .map((label) => {
            const box = el("input", { type: "checkbox", value: label.id, checked: picked.has(label.id) });
            box.addEventListener("change", () => {
              if (box.checked) picked.add(label.id);
              else picked.delete(label.id);
              changed();
            });
            return el(
              "label",
              { class: "switch" },
              box,
              el("span", {}, label.naam, el("small", {}, label.uitleg), el("small", { class: "example" }, `“${label.voorbeeld}”`)),
            );
          }),
      ),
    ),
  );
}

/** Label the turns; every answer is kept at once, and "klaar" makes all final. */
export function workbench(data, code, done) {
  const given = data.ik.labels.map((labels) => (labels ? [...labels] : null));
  const first = given.findIndex((labels) => labels === null);
  const node = el("div", { class: "bench" });
  const error = errorLine();
  let place = first < 0 ? 0 : first;

  async function keep(picked) {
    const answer = await call("POST", `${part("labelen", code)}/beurten/${place + 1}`, { labels: [...picked] });
    given[place] = answer.labels;
  }
  async function finish() {
    error.show("");
    try {
      await call("POST", `${part("labelen", code)}/klaar`, {});
      done();
    } catch (failure) {
      error.show(failure.message);
    }
  }
  const go = (next) => {
    place = next;
    draw();
    node.querySelector("h2").focus();
  };
  function draw() {
    const turn = data.beurten[place];
    const picked = new Set(given[place] ?? []);
    const last = place === data.beurten.length - 1;
    const store = async (labels) => {
      error.show("");
      try {
        await keep(labels);
        if (last) draw();
        else go(place + 1);
      } catch (failure) {
        error.show(failure.message);
      }
    };
    const next = button("", () => store(picked), "primary");
    const changed = () => (next.textContent = picked.size ? (last ? "Bewaar" : "Bewaar en volgende") : last ? "Geen label" : "Geen label, volgende");
    changed();
    const open = given.filter((labels) => labels === null).length;
    node.replaceChildren(
      el("p", { class: "note", role: "status" }, open ? `Nog ${open} van de ${given.length} beurten.` : "Alle beurten zijn bekeken."),
      el("h2", { tabindex: "-1" }, `Beurt ${place + 1} van ${given.length}`),
      turn.parent ? el("p", { class: "said" }, el("b", {}, "Ouder: "), el("span", { dir: "auto" }, turn.parent)) : el("p", { class: "note" }, "De leraar begint."),
      el("blockquote", { class: "said turn" }, el("b", {}, "Leraar: "), el("span", { dir: "auto" }, turn.text)),
      el("div", { class: "choices" }, choices(data.labels, picked, changed)),
      error.node,
      el(
        "div",
        { class: "bar" },
        el("p", {}, "Meer labels mag; geen label ook."),
        place > 0 ? button("Vorige", () => go(place - 1)) : null,
        next,
        open ? null : button("Klaar: zet vast", finish, "primary"),
      ),
    );
  }
  draw();
  return node;
}
