/** The trainer's view: who is done, how the group does, the same moment side by side, and a sheet to discuss it. */

import { ApiError, call } from "./api.js";
import { announce, button, confirm, el, errorLine } from "./dom.js";
import { peopleTable, missedList, momentList, spreadChart } from "./groepsbeeld.js";
import { baseAddress, copyLine, keepFile } from "./sharing.js";
import { part } from "./special.js";
import { groups } from "./team.js";

const EVERY = 15000;

/* What the trainer holds: code and secret, as they stand after #/trainer/. */
function held(id) {
  const [code, ...rest] = (id ?? "").split(".");
  const key = { code, geheim: rest.join(".") };
  const headers = { Trainer: key.geheim };
  return { ...key, ask: (method, path = "", body = undefined) => call(method, `${part("groepen", code)}${path}`, body, headers), headers };
}

async function exportAs(key, kind) {
  const response = await fetch(`/api/${part("groepen", key.code)}/export?vorm=${kind}`, { headers: key.headers, credentials: "same-origin" });
  if (!response.ok) throw new ApiError((await response.json()).fout);
  const ending = kind === "json" ? "groep.json" : `groep-${kind}.csv`;
  keepFile(ending, await response.blob(), response.headers.get("Content-Type"));
}

function links(key, data, addresses) {
  const base = baseAddress(addresses);
  const trainer = `${base ?? `${window.location.origin}/`}#/trainer/${key.code}.${key.geheim}`;
  const open = base
    ? copyLine("link", "Link voor je collega's", `${base}#/groep/${data.code}`, `Of laat ze ${base} openen, 'Voor een team' kiezen en de code typen.`)
    : el(
        "p",
        { class: "error" },
        "Collega's kunnen er nu niet bij: Oefenouder staat alleen open voor deze computer. Stop het programma en start het met --netwerk.",
      );
  return el(
    "section",
    { class: "panel noprint" },
    el("p", { class: "bigcode" }, el("span", {}, "Code: "), el("b", {}, data.code)),
    open,
    copyLine("trainerlink", "Jouw geheime trainerlink", trainer, "Alleen voor jou. Kreeg iemand anders hem? Maak dan een nieuwe; de oude werkt niet meer."),
    button("Maak een nieuwe trainerlink", async () => {
      const sure = await confirm("Nieuwe trainerlink?", "De link die je nu hebt, werkt daarna niet meer.", "Ja, maak een nieuwe");
      if (!sure) return;
      const made = await key.ask("POST", "/trainerlink", {});
      groups.keep({ code: made.code, geheim: made.geheim, titel: data.titel });
      window.location.hash = `#/trainer/${encodeURIComponent(`${made.code}.${made.geheim}`)}`;
    }, "small"),
  );
}

function picture(data) {
  if (!data.genoeg)
    return el(
      "section",
      { class: "panel" },
      el("h2", {}, "Nog even wachten"),
      el(
        "p",
        {},
        `Cijfers en zinnen zie je zodra minstens ${data.minstens} collega's klaar zijn. Dan is niet meteen duidelijk wie wat zei. Nu klaar: ${data.klaar}.`,
      ),
    );
  return el(
    "div",
    {},
    momentList(data.momenten),
    missedList(data.richtlijnen, data.klaar),
    spreadChart(data.spreiding, data.klaar),
    el(
      "section",
      { class: "talkabout" },
      el("h2", {}, "Om samen te bespreken"),
      el(
        "ol",
        { class: "numbered" },
        data.blad.map((question) => el("li", {}, question)),
      ),
    ),
  );
}

function labelling(key, data, error) {
  if (!data.te_labelen) return null;
  const list = Array.from({ length: data.te_labelen }, (_, i) =>
    button(
      `Gesprek ${i + 1}`,
      async () => {
        try {
          const made = await call("POST", "labelen", { groep: key.code, nummer: i + 1, mensen: 2, titel: `${data.titel || "Groep"}, gesprek ${i + 1}` }, key.headers);
          window.location.hash = `#/label/${encodeURIComponent(made.code)}`;
        } catch (failure) {
          error.show(failure.message);
        }
      },
      "small",
    ),
  );
  return el(
    "section",
    { class: "noprint" },
    el("h2", {}, "Samen labelen"),
    el("p", {}, "Deze collega's gaven hun hele gesprek vrij, zonder naam. Zet er een klaar voor twee mensen:"),
    el("div", { class: "row" }, list),
  );
}

function keeping(key, data, error, refresh) {
  const guarded = (job) => async () => {
    error.show("");
    try {
      await job();
    } catch (failure) {
      error.show(failure.message);
    }
  };
  const clear = guarded(async () => {
    const sure = await confirm("Nieuwe ronde?", "Alle deelnemers verdwijnen uit dit overzicht; de code blijft werken. Hun oefeningen blijven van henzelf.", "Ja, nieuwe ronde");
    if (!sure) return;
    await key.ask("DELETE", "/deelnemers");
    await refresh();
  });
  const remove = guarded(async () => {
    const sure = await confirm("Alles van deze groep verwijderen?", "De code en de trainerlink werken dan niet meer. De oefeningen van je collega's blijven van henzelf.", "Ja, verwijder alles");
    if (!sure) return;
    await key.ask("DELETE");
    groups.forget(data.code);
    window.location.hash = "#/team";
  });
  const keep = (kind) => guarded(() => exportAs(key, kind));
  return el(
    "section",
    { class: "noprint" },
    el("h2", {}, "Bewaren en verwijderen"),
    el("p", { class: "note" }, "In een bewaard bestand staan geen bijnamen."),
    el(
      "div",
      { class: "row" },
      button("Print het blad", () => window.print(), "primary"),
      button("Cijfers (CSV)", keep("cijfers"), "small"),
      button("Momenten (CSV)", keep("momenten"), "small"),
      button("Alles (JSON)", keep("json"), "small"),
    ),
    el("div", { class: "row" }, button("Nieuwe ronde", clear, "small"), button("Verwijder deze groep", remove, "small")),
  );
}

/** Build the screen; `id` is "CODE.SECRET". */
export async function show(id) {
  const key = held(id);
  let data = await key.ask("GET", "/overzicht");
  const query = new URLSearchParams({ gespreksvorm: data.keuze.gespreksvorm, oudertype: data.keuze.oudertype });
  const { adressen } = await call("GET", `groepen/keuzes?${query}`);
  groups.keep({ code: data.code, geheim: key.geheim, titel: data.titel });
  const error = errorLine();
  const places = Object.fromEntries(["people", "picture", "labelling"].map((name) => [name, el("div", {})]));
  const seen = {};
  const draw = (name, value, build) => {
    const stamp = JSON.stringify(value);
    if (seen[name] === stamp) return;
    seen[name] = stamp;
    places[name].replaceChildren(build() ?? "");
  };
  function fill() {
    const { deelnemers, klaar, te_labelen: free, ...rest } = data;
    draw("people", deelnemers, () => peopleTable(deelnemers));
    draw("picture", { ...rest, klaar }, () => picture(data));
    draw("labelling", free, () => labelling(key, data, error));
  }
  async function refresh() {
    const before = data.klaar;
    data = await key.ask("GET", "/overzicht");
    fill();
    if (data.klaar > before) announce(`${data.klaar} collega's klaar.`);
  }
  fill();
  const timer = window.setInterval(() => {
    if (!document.hidden) refresh().then(() => error.show(""), (failure) => error.show(failure.message));
  }, EVERY);
  const node = el(
    "div",
    { class: "page trainer" },
    el("h1", { tabindex: "-1", dir: "auto" }, data.titel || "Jouw groep"),
    data.inleiding ? el("p", { class: "lead intro", dir: "auto" }, data.inleiding) : null,
    links(key, data, adressen),
    error.node,
    places.people,
    places.picture,
    places.labelling,
    keeping(key, data, error, refresh),
  );
  return { title: "Trainer", node, leave: () => window.clearInterval(timer) };
}
