/** Words for values that come as ids: endings, insight, status, trust. */

const INSIGHT = {
  herkent_niet: "herkent het niet",
  herkent: "herkent het",
  deelt: "deelt de zorg",
  neemt_over: "denkt mee",
};
const ENDING = {
  afspraak: "met een afspraak",
  zonder_afspraak: "zonder afspraak",
  weggelopen: "de ouder liep weg",
  gestopt: "door jou gestopt",
  tijd: "de tijd was om",
};
const STATUS = {
  gezien: "gedaan",
  gedaan: "gedaan",
  gemist: "gemist",
  niet_gezien: "niet gezien",
  deels: "deels",
  niet_aan_de_orde: "niet aan de orde",
  te_laat: "te laat",
};
const PART = {
  competenties: "competenties en gewichten",
  gespreksvormen: "gespreksvormen en stappen",
  opmerkingen: "opmerkingen en betere zinnen",
  programma: "programma dat telt",
  analyse: "analyse die de labels geeft",
};
const COMPETENCE = {
  opbouw: "Opbouw",
  vragen: "Vragen",
  relatie: "Relatie",
  feiten: "Feiten",
  afstemming: "Afstemming",
  afspraken: "Afspraken",
  valkuilen: "Valkuilen vermijden",
};
const RUNGS = ["herkent_niet", "herkent", "deelt", "neemt_over"];

const plain = (id) => String(id ?? "").replaceAll("_", " ");

export const COMPETENCES = Object.keys(COMPETENCE);
export const competence = (id) => COMPETENCE[id] ?? plain(id);
export const insightWord = (id) =>
  INSIGHT[typeof id === "number" ? RUNGS[Math.min(3, Math.floor(id))] : id] ?? plain(id);
export const endingWord = (id) => (id ? (ENDING[id] ?? plain(id)) : "nog bezig");
export const partWord = (id) => PART[id] ?? plain(id);
export const statusWord = (id) => STATUS[id] ?? plain(id);

/** A word for a measure from 0 to 1. */
export function amount(value) {
  if (value >= 0.65) return "veel";
  if (value >= 0.4) return "redelijk wat";
  return value >= 0.2 ? "weinig" : "bijna geen";
}

/** The sentence that closes a conversation. */
export function endingLine(id, name) {
  const lines = {
    afspraak: "Jullie hebben een afspraak. Het gesprek is klaar.",
    zonder_afspraak: "Het gesprek is voorbij, zonder afspraak.",
    weggelopen: `${name} is weggelopen.`,
    gestopt: "Je hebt het gesprek gestopt.",
    tijd: "De tijd is om.",
  };
  return lines[id] ?? "Het gesprek is voorbij.";
}

const DAY = { day: "numeric", month: "long", year: "numeric" };

function dated(text, options) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toLocaleString("nl-NL", options);
}

/** A date as a teacher writes it. */
export const day = (text) => dated(text, DAY);

/** A date with the time, to tell exercises of one day apart. */
export const moment = (text) => dated(text, { ...DAY, hour: "2-digit", minute: "2-digit" });
