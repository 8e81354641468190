/** What this browser remembers between visits; works (forgetfully) when storage is blocked. */

const memory = new Map();

function storage(session) {
  try {
    return session ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

/** Read a value, or `fallback` when there is none. */
export function read(key, fallback = null, session = false) {
  try {
    const text = storage(session)?.getItem(`oefenouder.${key}`) ?? memory.get(key);
    return text === undefined || text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}

/** Keep a value; null removes it. */
export function write(key, value, session = false) {
  const name = `oefenouder.${key}`;
  try {
    if (value === null) {
      memory.delete(key);
      storage(session)?.removeItem(name);
      return;
    }
    memory.set(key, JSON.stringify(value));
    storage(session)?.setItem(name, JSON.stringify(value));
  } catch {
    /* full or blocked: the copy in memory stays */
  }
}

/** What was typed but not sent, per exercise. */
export const draft = {
  read: (id) => read(`draft.${id}`, ""),
  write: (id, text) => write(`draft.${id}`, text || null),
};

/** The choice for the next exercise, kept for this visit. */
export const choice = {
  read: () => read("choice", {}, true),
  write: (value) => write("choice", value, true),
};
