/** The server's words: every request in one place, every failure as one clear Dutch line. */

import { read } from "./store.js";

const NO_CONNECTION = "Geen verbinding met Oefenouder. Staat het programma nog aan?";
const NOT_THERE = [502, 504];
const UNKNOWN = "Er ging iets mis. Probeer het nog een keer.";
const PATIENCE = 30000;

/** A request that failed. `offline` is true when the server was not reached; `data` is what it answered. */
export class ApiError extends Error {
  constructor(message, offline = false, status = 0, data = {}) {
    super(message);
    this.offline = offline;
    this.status = status;
    this.data = data;
  }
}

async function send(method, path, body, headers = {}) {
  const options = { method, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE), headers };
  if (body !== undefined) {
    options.headers = { ...headers, "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(`/api/${path}`, options);
    if (!NOT_THERE.includes(response.status)) return response; // else a web server in front of us finds nobody
  } catch {
    /* told below */
  }
  throw new ApiError(NO_CONNECTION, true);
}

/** Ask the server; gives its JSON, or throws an ApiError with one Dutch line. */
export async function call(method, path, body, headers = {}) {
  const response = await send(method, path, body, headers);
  let data = {};
  try {
    data = await response.json();
  } catch {
    if (response.ok && response.status !== 204) throw new ApiError(UNKNOWN);
  }
  if (!response.ok) throw new ApiError(data.fout || UNKNOWN, false, response.status, data);
  return data;
}

/* A remark in the debrief is not asked about: what looks real is replaced, unless the trainee chose to keep it. */
const remark = () => (read("gegevens", "vraag") === "waarschuw" ? "zo" : "vervang");

const part = (id) => `oefeningen/${encodeURIComponent(id)}`;

export const api = {
  choices: () => call("GET", "keuzes"),
  prepare: (choice) => call("POST", "voorbereiding", choice),
  start: (setup) => call("POST", "oefeningen", setup),
  exercise: (id) => call("GET", part(id)),
  say: (id, tekst, nummer, gegevens) => call("POST", `${part(id)}/beurten`, { tekst, nummer, gegevens }),
  takeBack: (id, nummer) => call("POST", `${part(id)}/terug`, { nummer }),
  hint: (id) => call("POST", `${part(id)}/hint`, {}),
  stop: (id) => call("POST", `${part(id)}/stop`, {}),
  debrief: (id) => call("GET", `${part(id)}/nabespreking`),
  disagree: (id, objection) => call("POST", `${part(id)}/oneens`, { ...objection, gegevens: remark() }),
  agree: (id, beurt, label) => call("DELETE", `${part(id)}/oneens/${beurt}/${encodeURIComponent(label)}`),
  again: (id, vanaf) => call("POST", `${part(id)}/opnieuw`, { vanaf }),
  others: (id) => call("POST", `${part(id)}/andere-ouders`, {}),
  privacy: () => call("GET", "privacy"),
  mine: () => call("GET", "oefeningen"),
  remove: (id) => call("DELETE", part(id)),
  removeAll: () => call("DELETE", "oefeningen"),
};

/** Addresses the browser opens by itself. */
export const address = {
  report: (id) => `/api/${part(id)}/nabespreking.html`,
  all: "/api/oefeningen/export",
  corrections: "/api/oefeningen/correcties",
};
