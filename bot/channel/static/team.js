/** For a team: make a group exercise, find your groups back, use a code, label together. */

import { api, call } from "./api.js";
import { button, el, errorLine } from "./dom.js";
import { caseCards, formCards, mend, options, parentCards, personCards } from "./cards.js";
import { textField, tick } from "./fields.js";
import { read, write } from "./store.js";

const MOST_FOCUS = 5;
const WHAT = { oudertype: "een ouder", gespreksvorm: "een gesprek", casus: "een casus" };

/** The groups this browser made, with the trainer's secret; newest first. */
export const groups = {
  read: () => read("groepen", []),
  keep: (one) => write("groepen", [one, ...groups.read().filter((kept) => kept.code !== one.code)].slice(0, 50)),
  forget: (code) => write("groepen", groups.read().filter((kept) => kept.code !== code)),
};

const trainerAddress = (one) => `#/trainer/${encodeURIComponent(`${one.code}.${one.geheim}`)}`;

function mine() {
  const kept = groups.read();
  if (!kept.length) return null;
  return el(
    "section",
    {},
    el("h2", {}, "Jouw groepen"),
    el(
      "ul",
      { class: "links" },
      kept.map((one) => el("li", {}, el("a", { href: trainerAddress(one) }, one.titel || "Groep zonder titel"), ` · ${one.code}`)),
    ),
  );
}

function codeBox() {
  const { node, field } = textField("code", "Heb je een code gekregen?", "Acht letters en cijfers, bijvoorbeeld K7MP-X2QA.", 0, {
    maxlength: 20,
    autocapitalize: "characters",
    spellcheck: "false",
  });
  const error = errorLine();
  const go = async () => {
    const code = field.value.trim();
    error.show("");
    try {
      const group = await call("GET", `groepen/${encodeURIComponent(code || "-")}`);
      window.location.hash = `#/groep/${group.code}`;
    } catch (failure) {
      error.show(code ? failure.message : "Typ eerst de code die je van je trainer kreeg.");
      field.focus();
    }
  };
  field.addEventListener("keydown", (event) => event.key === "Enter" && go());
  return el("section", { class: "panel" }, node, button("Doe mee", go, "primary"), error.node);
}

function focusBox(chosen) {
  const place = el("div", {});
  const picked = new Set();
  const note = el("p", { class: "note", "aria-live": "polite" });
  async function refresh() {
    picked.clear();
    if (!chosen.gespreksvorm || !chosen.oudertype) {
      place.replaceChildren(el("p", { class: "note" }, "Kies eerst een ouder en een gesprek."));
      return;
    }
    const query = new URLSearchParams({ gespreksvorm: chosen.gespreksvorm, oudertype: chosen.oudertype });
    const data = await call("GET", `groepen/keuzes?${query}`);
    place.replaceChildren(
      ...data.richtlijnen.map((item) => {
        const { node, field } = tick(item.titel, { value: item.id });
        field.addEventListener("change", () => {
          if (field.checked && picked.size >= MOST_FOCUS) {
            field.checked = false;
            note.textContent = `Kies er hooguit ${MOST_FOCUS}.`;
            return;
          }
          note.textContent = "";
          if (field.checked) picked.add(item.id);
          else picked.delete(item.id);
        });
        return node;
      }),
    );
  }
  const node = el(
    "details",
    { class: "more" },
    el("summary", {}, "Waar let het team op? (hoeft niet)"),
    el("p", { class: "note" }, "Deelnemers lezen dit vooraf. Jij ziet ze bovenaan in het overzicht."),
    place,
    note,
  );
  return { node, refresh, picked };
}

function formFor(data) {
  const chosen = { niveau: "gemiddeld", coaching: "hint" };
  const focus = focusBox(chosen);
  const places = Object.fromEntries(["parents", "persons", "forms", "cases"].map((key) => [key, el("div", {})]));
  const build = { parents: parentCards, persons: personCards, forms: formCards, cases: caseCards };
  const follow = { oudertype: ["persons", "forms", "cases"], gespreksvorm: ["cases"], all: Object.keys(build) };
  const pick = (name) => (value) => {
    chosen[name] = value;
    mend(chosen, data);
    refresh(name);
  };
  const context = { data, chosen, pick };
  function refresh(name) {
    for (const key of follow[name] ?? []) places[key].replaceChildren(...[build[key](context)].filter(Boolean));
    if (["oudertype", "gespreksvorm", "all"].includes(name)) focus.refresh().catch(() => {});
  }
  refresh("all");
  return { chosen, focus, places, context };
}

async function makeForm() {
  const data = await api.choices();
  const { chosen, focus, places, context } = formFor(data);
  const title = textField("titel", "Naam van je groep (hoeft niet)", null, 0, { maxlength: 80 });
  const intro = textField("inleiding", "Je eigen inleiding (hoeft niet)", "Collega's lezen dit voor ze beginnen.", 4, { maxlength: 2000 });
  const error = errorLine();
  const make = async () => {
    const missing = Object.keys(WHAT).find((key) => !chosen[key]);
    error.show(missing ? `Kies eerst ${WHAT[missing]}.` : "");
    if (missing) return;
    try {
      const made = await call("POST", "groepen", {
        ...chosen,
        titel: title.field.value,
        inleiding: intro.field.value,
        richtlijnen: [...focus.picked],
      });
      groups.keep({ code: made.code, geheim: made.geheim, titel: title.field.value.trim() });
      window.location.hash = trainerAddress(made);
    } catch (failure) {
      error.show(failure.message);
    }
  };
  return el(
    "section",
    { class: "make", "aria-labelledby": "t-make" },
    el("h2", { id: "t-make", tabindex: "-1" }, "Een oefening voor je team"),
    places.parents,
    places.persons,
    places.forms,
    places.cases,
    el("div", { class: "options" }, options("Hoe moeilijk?", "niveau", data.niveaus, context), options("Hoeveel hulp?", "coaching", data.coaching, context)),
    focus.node,
    title.node,
    intro.node,
    error.node,
    el("div", { class: "row" }, button("Maak de oefening", make, "primary")),
  );
}

/** Build the screen. */
export async function show() {
  const place = el("div", {});
  const start = button(
    "Maak een oefening voor je team",
    async () => {
      place.replaceChildren(await makeForm());
      start.hidden = true;
      place.querySelector("h2").focus();
    },
    "primary",
  );
  const node = el(
    "div",
    { class: "page" },
    el("h1", { tabindex: "-1" }, "Voor een team"),
    el(
      "p",
      { class: "lead" },
      "Je kiest één gesprek, je collega's voeren het ieder voor zich, en daarna bespreken jullie samen wat werkte. Jij ziet hoe de groep het deed, zonder namen bij cijfers of zinnen.",
    ),
    codeBox(),
    mine(),
    start,
    place,
    el(
      "section",
      { class: "aside" },
      el("h2", {}, "Samen labelen"),
      el("p", {}, "Met zijn tweeën een uitgeschreven gesprek bekijken: welke vraag, welke zet, welke valkuil? En zien waar jullie verschillen."),
      el("a", { class: "button", href: "#/label" }, "Zet een gesprek klaar"),
    ),
  );
  return { title: "Voor een team", node };
}
