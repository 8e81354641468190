/** A second attempt beside the first: pictures, words, figures, and the way to the other attempt. */

import { el, svg } from "./dom.js";
import { apart, curve, drawing, fitted, levels, scale, turnNumbers } from "./plot.js";
import { table } from "./table.js";
import { ownLine, parentLine } from "./utterances.js";
import { amount, day } from "./words.js";

const MEASURES = [
  ["spanning", "tension", "Spanning"],
  ["vertrouwen", "trust", "Vertrouwen"],
];
const PANEL = 116;
const STEP = PANEL + 46;

/** Where the names of both lines stand: behind the longest, above one that ends before it. */
function names(first, now) {
  const lines = [
    { points: first, text: "eerst" },
    { points: now, text: "nu" },
  ].filter(({ points }) => points.length);
  const last = Math.max(...lines.map(({ points }) => points.at(-1)[0]));
  const behind = lines.filter(({ points }) => points.at(-1)[0] === last);
  const heights = behind.map(({ points }) => points.at(-1)[1]);
  const spread = heights.length > 1 ? apart(...heights, 18) : heights;
  return lines.map((line) => {
    const [x, y] = line.points.at(-1);
    const at = behind.indexOf(line);
    return at < 0
      ? { x, y: y - 12, text: line.text, className: "middle" }
      : { x: x + 12, y: spread[at] + 5, text: line.text, className: "" };
  });
}

function panel([key, kind, title], at, data, width, count) {
  const box = { left: 58, right: width - 62, top: 30 + at * STEP, bottom: 30 + at * STEP + PANEL };
  const place = scale(count, box);
  const line = (course) => course.map((point) => [place.x(point.beurt - 1), place.y(point[key])]);
  const [first, now] = [line(data.verloop_eerst), line(data.verloop_nu)];
  const start = place.x(Math.max(0, data.vanaf - 1.5));
  return [
    svg("text", { x: 0, y: box.top - 12, class: "title" }, title),
    levels(box, place, [1, 0]),
    data.vanaf > 1 ? svg("path", { d: `M${start} ${box.top} V${box.bottom}`, class: "start" }) : null,
    first.length ? curve(first, `${kind} first`) : null,
    now.length ? curve(now, `${kind} now`) : null,
    names(first, now).map(({ x, y, text, className }) => svg("text", { x, y, class: `${kind} ${className}` }, text)),
  ];
}

function draw(data, width) {
  const count = Math.max(data.verloop_eerst.length, data.verloop_nu.length);
  const height = 30 + 2 * STEP;
  const place = scale(count, { left: 58, right: width - 62, top: 0, bottom: 1 });
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return drawing(
    width,
    height,
    MEASURES.map((measure, at) => panel(measure, at, data, width, count)),
    turnNumbers(numbers, place, height - 18),
  );
}

function atTheEnd(data) {
  return MEASURES.map(([key, , title]) => {
    const [first, now] = [data.verloop_eerst.at(-1), data.verloop_nu.at(-1)].map((point) => amount(point[key]));
    return `${title} aan het eind: eerst ${first}, nu ${now}.`;
  }).join(" ");
}

function courses(data) {
  if (!data.verloop_eerst.length || !data.verloop_nu.length) return null;
  const turns = Math.max(data.verloop_eerst.length, data.verloop_nu.length);
  const word = (course, at, key) => (course[at] ? amount(course[at][key]) : "–");
  const rows = Array.from({ length: turns }, (_, at) => [
    String(at + 1),
    word(data.verloop_eerst, at, "spanning"),
    word(data.verloop_nu, at, "spanning"),
    word(data.verloop_eerst, at, "vertrouwen"),
    word(data.verloop_nu, at, "vertrouwen"),
  ]);
  const head = ["Beurt", "Spanning eerst", "Spanning nu", "Vertrouwen eerst", "Vertrouwen nu"];
  return el(
    "figure",
    { class: "course-chart" },
    fitted((width) => draw(data, width), "canvas"),
    el("figcaption", {}, atTheEnd(data), " Eerst: gestreept, open tekens. Nu: doorgetrokken, dichte tekens."),
    el(
      "details",
      { class: "more" },
      el("summary", {}, "Bekijk als tabel"),
      table("Tabel van beide pogingen", head, rows),
    ),
  );
}

function figures(data) {
  const number = (value) => (typeof value === "number" ? String(value) : "–");
  const rows = [
    ["Totaal", number(data.totaal.eerst), number(data.totaal.nu)],
    ...data.cijfers.map((item) => [item.naam, number(item.eerst), number(item.nu)]),
  ];
  return el(
    "details",
    { class: "more" },
    el("summary", {}, "De cijfers naast elkaar"),
    table("Cijfers van beide pogingen", ["", "Eerst", "Nu"], rows),
  );
}

function half(title, said, name, over) {
  return el(
    "div",
    {},
    el("h4", {}, title),
    said
      ? el("ul", {}, ownLine(said.leraar), said.ouder ? parentLine(name, said.ouder) : null)
      : el("p", { class: "note" }, over),
  );
}

function turns(data, name) {
  const over = (ending) => ending || "Tot hier kwam je niet.";
  return el(
    "ol",
    { class: "pairs" },
    data.beurten.map((row) =>
      el(
        "li",
        {},
        el("h3", {}, `Beurt ${row.nr}`),
        el(
          "div",
          { class: "pair" },
          half("Eerst", row.eerst, name, over(data.einde_eerst)),
          half("Nu", row.nu, name, over(data.einde_nu)),
        ),
      ),
    ),
  );
}

const link = (id, text) => el("a", { href: `#/nabespreking/${encodeURIComponent(id)}` }, text);

/** Both attempts side by side; one line when the first was removed; nothing for a first attempt. */
export function attempts(data, origin, name) {
  if (!origin) return null;
  const anew = `Dit is een nieuwe poging vanaf beurt ${origin.vanaf}.`;
  return el(
    "section",
    { "aria-labelledby": "t-attempts" },
    el("h2", { id: "t-attempts" }, "Je twee pogingen naast elkaar"),
    el(
      "p",
      {},
      anew,
      origin.vanaf > 1 ? " Alles daarvoor is gelijk." : "",
      origin.id ? [" ", link(origin.id, "Bekijk de eerste poging")] : " De eerste poging is verwijderd.",
    ),
    data ? [courses(data), figures(data), turns(data, name)] : null,
  );
}

/** The way to later attempts at this conversation. */
export function laterAttempts(items) {
  if (!items?.length) return null;
  return el(
    "p",
    { class: "note" },
    items.length === 1 ? "Je deed dit gesprek nog een keer: " : "Je deed dit gesprek vaker: ",
    items.map((item, at) => [at ? ", " : "", link(item.id, `vanaf beurt ${item.vanaf}, ${day(item.datum)}`)]),
  );
}
