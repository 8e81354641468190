/** The server's words: every request in one place, every failure as one clear Dutch line. */

const NO_CONNECTION = "Geen verbinding. Je tekst staat er nog.";
const UNKNOWN = "Er ging iets mis. Probeer het nog een keer.";
const PATIENCE = 30000;

/** A request that failed. `offline` is true when the server was not reached. */
export class ApiError extends Error {
  constructor(message, offline = false, status = 0) {
    super(message);
    this.offline = offline;
    this.status = status;
  }
}

async function send(method, path, body) {
  const options = { method, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) };
  if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  try {
    return await fetch(`/api/${path}`, options);
  } catch {
    throw new ApiError(NO_CONNECTION, true);
  }
}

async function call(method, path, body) {
  const response = await send(method, path, body);
  let data = {};
  try {
    data = await response.json();
  } catch {
    if (response.ok && response.status !== 204) throw new ApiError(UNKNOWN);
  }
  if (!response.ok) throw new ApiError(data.fout || UNKNOWN, false, response.status);
  return data;
}

const part = (id) => `oefeningen/${encodeURIComponent(id)}`;

export const api = {
  choices: () => call("GET", "keuzes"),
  prepare: (choice) => call("POST", "voorbereiding", choice),
  start: (setup) => call("POST", "oefeningen", setup),
  exercise: (id) => call("GET", part(id)),
  say: (id, tekst, nummer) => call("POST", `${part(id)}/beurten`, { tekst, nummer }),
  takeBack: (id, nummer) => call("POST", `${part(id)}/terug`, { nummer }),
  hint: (id) => call("POST", `${part(id)}/hint`, {}),
  stop: (id) => call("POST", `${part(id)}/stop`, {}),
  debrief: (id) => call("GET", `${part(id)}/nabespreking`),
  disagree: (id, beurt, label, reden) => call("POST", `${part(id)}/oneens`, { beurt, label, reden }),
  again: (id, vanaf) => call("POST", `${part(id)}/opnieuw`, { vanaf }),
  others: (id) => call("POST", `${part(id)}/andere-ouders`, {}),
  mine: () => call("GET", "oefeningen"),
  remove: (id) => call("DELETE", part(id)),
  removeAll: () => call("DELETE", "oefeningen"),
};

/** Addresses the browser opens by itself. */
export const address = {
  report: (id) => `/api/${part(id)}/nabespreking.html`,
  all: "/api/oefeningen/export",
};
