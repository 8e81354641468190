/** Labelling together: put a conversation up, take a place, label it blind, and see where you differ. */

import { call } from "./api.js";
import { button, confirm, el, errorLine } from "./dom.js";
import { textField } from "./fields.js";
import { workbench } from "./labeltafel.js";
import { outcome } from "./labeluitkomst.js";
import { baseAddress, copyLine } from "./sharing.js";
import { part } from "./special.js";

const EVERY = 10000;
const EXAMPLE = "Ouder: U zou bellen.\nLeraar: Dat klopt, dat spijt me. Wat had u verwacht?";
const MOST = 400000;

function fileField(box, error) {
  const field = el("input", { type: "file", id: "bestand", accept: ".txt,text/plain" });
  field.addEventListener("change", async () => {
    const file = field.files[0];
    if (!file) return;
    error.show(file.size > MOST ? "Dit bestand is te groot. Een gesprek past in een klein tekstbestand." : "");
    if (file.size <= MOST) box.value = await file.text();
  });
  return el("div", { class: "field" }, el("label", { for: "bestand" }, "Of kies een tekstbestand (.txt)"), field);
}

function people() {
  const option = (value, label) =>
    el("label", { class: "option" }, el("input", { type: "radio", name: "mensen", value, checked: value === "2" }), el("span", {}, label));
  return el("fieldset", { class: "plain" }, el("legend", {}, "Wie labelen?"), option("2", "Twee mensen"), option("1", "Ik alleen, naast de analyse"));
}

function makeScreen() {
  const error = errorLine();
  const title = textField("titel", "Titel (hoeft niet)", null, 0, { maxlength: 80 });
  const box = textField("gesprek", "Het gesprek", "Begin elke regel met Leraar: of Ouder:. Gebruik geen echte namen.", 12, { placeholder: EXAMPLE });
  const who = people();
  const node = el("div", { class: "page narrow" });
  const make = async () => {
    error.show("");
    try {
      const mensen = Number(who.querySelector("input:checked").value);
      const made = await call("POST", "labelen", { titel: title.field.value, tekst: box.field.value, mensen });
      if (!made.onduidelijk.length) {
        window.location.hash = `#/label/${encodeURIComponent(made.code)}`;
        return;
      }
      node.replaceChildren(
        el("h1", { tabindex: "-1" }, `Klaargezet: ${made.beurten} beurten`),
        el("p", {}, "Deze regels waren niet duidelijk en doen niet mee:"),
        el("ul", { class: "points" }, made.onduidelijk.map((line) => el("li", {}, line))),
        el("a", { class: "button primary", href: `#/label/${encodeURIComponent(made.code)}` }, "Verder"),
      );
      node.querySelector("h1").focus();
    } catch (failure) {
      error.show(failure.message);
    }
  };
  node.append(
    el("h1", { tabindex: "-1" }, "Samen labelen"),
    el("p", { class: "lead" }, "Twee mensen geven elke beurt van de leraar labels, zonder elkaars keuze te zien. Daarna zie je waar jullie verschillen: daar zit het gesprek."),
    title.node,
    box.node,
    fileField(box.field, error),
    who,
    error.node,
    el("div", { class: "row" }, button("Zet klaar", make, "primary")),
  );
  return node;
}

function placesTaken(data) {
  if (!data.labelaars.length) return null;
  return el(
    "ul",
    { class: "links" },
    data.labelaars.map((one) => el("li", {}, el("bdi", {}, one.bijnaam), one.klaar ? " · klaar" : " · bezig")),
  );
}

function joinForm(data, code, changed) {
  const error = errorLine();
  const name = textField("bijnaam", "Je bijnaam", "Hooguit 30 tekens.", 0, { maxlength: 60 });
  const go = async () => {
    error.show("");
    try {
      await call("POST", `${part("labelen", code)}/labelaars`, { bijnaam: name.field.value });
      changed();
    } catch (failure) {
      error.show(failure.message);
      name.field.focus();
    }
  };
  name.field.addEventListener("keydown", (event) => event.key === "Enter" && go());
  return el("section", { class: "panel" }, el("h2", {}, "Doe mee"), name.node, error.node, button("Begin met labelen", go, "primary"));
}

async function share(data) {
  const { adressen } = await call("GET", "groepen/keuzes");
  const base = baseAddress(adressen) ?? `${window.location.origin}/`;
  return copyLine("link", "Link voor de ander", `${base}#/label/${data.code}`);
}

function waiting(data, code) {
  const remove = button(
    "Verwijder dit gesprek",
    async () => {
      if (!(await confirm("Dit gesprek verwijderen?", "Ook de labels van iedereen verdwijnen.", "Ja, verwijder"))) return;
      await call("DELETE", part("labelen", code));
      window.location.hash = "#/team";
    },
    "small",
  );
  return data.eigenaar ? el("section", {}, remove) : null;
}

async function body(data, code, changed) {
  if (data.uitkomst && (data.ik || data.eigenaar)) return outcome(await call("GET", `${part("labelen", code)}/uitkomst`), code);
  if (data.ik && !data.ik.klaar) return workbench(data, code, changed);
  const full = data.labelaars.length >= data.mensen;
  return el(
    "div",
    {},
    el("p", { class: "lead" }, `${data.aantal_beurten} beurten. De uitkomst zie je pas als iedereen klaar is.`),
    data.mensen > 1 && !full && data.eigenaar ? await share(data) : null,
    placesTaken(data),
    !data.ik && !full ? joinForm(data, code, changed) : null,
    data.ik?.klaar ? el("p", { role: "status" }, "Jij bent klaar. Deze pagina werkt zichzelf bij.") : null,
  );
}

/** Build the screen; without a code it is the form to put a conversation up. */
export async function show(code) {
  if (!code) return { title: "Samen labelen", node: makeScreen() };
  const node = el("div", { class: "page" });
  let data = null;
  async function fill() {
    data = await call("GET", part("labelen", code));
    const head = el("h1", { tabindex: "-1", dir: "auto" }, data.titel || "Samen labelen");
    node.replaceChildren(head, await body(data, code, refill), waiting(data, code) ?? "");
  }
  async function refill() {
    await fill();
    node.querySelector("h1").focus();
  }
  await fill();
  const timer = window.setInterval(async () => {
    const working = data.ik && !data.ik.klaar;
    if (document.hidden || working || data.uitkomst || node.contains(document.activeElement?.closest("input"))) return;
    await fill().catch(() => {});
  }, EVERY);
  return { title: "Samen labelen", node, leave: () => window.clearInterval(timer) };
}
