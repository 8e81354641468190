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
const RUNGS = ["herkent_niet", "herkent", "deelt", "neemt_over"];

const plain = (id) => String(id ?? "").replaceAll("_", " ");

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

/** A date as a teacher writes it. */
export function day(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime())
    ? text
    : date.toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}
