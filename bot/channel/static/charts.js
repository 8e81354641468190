/** Small pictures of numbers; every picture has words or a table beside it. */

import { el, svg } from "./dom.js";
import { apart, curve, drawing, fitted, levels, path, scale, turnNumbers } from "./plot.js";
import { table } from "./table.js";
import { amount, insightWord } from "./words.js";

function drawCourse(course, width) {
  const height = width < 480 ? 230 : 280;
  const box = { left: 58, right: width - 92, top: 16, bottom: height - 34 };
  const place = scale(course.length, box);
  const last = course.at(-1);
  const [tension, trust] = apart(place.y(last.spanning), place.y(last.vertrouwen));
  const line = (key) => course.map((point, at) => [place.x(at), place.y(point[key])]);
  const end = place.x(course.length - 1) + 14;
  return drawing(
    width,
    height,
    levels(box, place),
    curve(line("spanning"), "tension"),
    curve(line("vertrouwen"), "trust"),
    svg("text", { x: end, y: tension + 5, class: "tension" }, "spanning"),
    svg("text", { x: end, y: trust + 5, class: "trust" }, "vertrouwen"),
    turnNumbers(
      course.map((point) => point.beurt),
      place,
      height - 8,
    ),
  );
}

function courseTable(course) {
  return table(
    "Tabel van het verloop",
    ["Beurt", "Spanning", "Vertrouwen", "Zorg om het kind"],
    course.map((point) => [
      point.beurt ? String(point.beurt) : "begin",
      amount(point.spanning),
      amount(point.vertrouwen),
      insightWord(point.inzicht ?? point.ladder),
    ]),
  );
}

function change(first, last) {
  const [from, to] = [amount(first), amount(last)];
  return from === to ? `${from}, en dat bleef zo` : `van ${from} naar ${to}`;
}

/** The course of tension and trust over the turns, with the same in a table. */
export function courseChart(course) {
  if (!course?.length) return null;
  const first = course[0];
  const last = course.at(-1);
  const text = `Spanning: ${change(first.spanning, last.spanning)}. Vertrouwen: ${change(first.vertrouwen, last.vertrouwen)}.`;
  return el(
    "figure",
    { class: "course-chart" },
    fitted((width) => drawCourse(course, width), "canvas"),
    el("figcaption", {}, text),
    el("details", { class: "more" }, el("summary", {}, "Bekijk als tabel"), courseTable(course)),
  );
}

/** The same course, small, beside the conversation. */
export function miniCourse(states) {
  const course = states.filter(Boolean);
  if (course.length < 2) return null;
  const place = scale(course.length, { left: 6, right: 194, top: 6, bottom: 58 });
  const thin = (key, kind) =>
    svg("path", { d: path(course.map((point, at) => [place.x(at), place.y(point[key])])), class: `curve ${kind}` });
  const last = course.at(-1);
  return el(
    "figure",
    { class: "mini" },
    drawing(200, 64, thin("spanning", "tension"), thin("vertrouwen", "trust")),
    el(
      "figcaption",
      {},
      el("span", { class: "key tension" }, `spanning: ${amount(last.spanning)}`),
      el("span", { class: "key trust" }, `vertrouwen: ${amount(last.vertrouwen)}`),
    ),
  );
}

/** One bar per kind of question, `rows` of [kind, number]; what is better avoided says so. */
export function bars(rows, avoid = []) {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return el(
    "ul",
    { class: "bars" },
    rows.map(([name, count]) => {
      const bar = el("span", { class: avoid.includes(name) ? "bar-fill avoid" : "bar-fill", "aria-hidden": "true" });
      bar.style.width = `${(count / most) * 100}%`;
      return el(
        "li",
        {},
        el(
          "span",
          { class: "bar-name" },
          name.replaceAll("_", " "),
          avoid.includes(name) && count ? el("small", {}, "liever niet") : null,
        ),
        el("span", { class: "bar-track", "aria-hidden": "true" }, count ? bar : null),
        el("span", { class: "bar-count" }, String(count)),
      );
    }),
  );
}

/** A score (0 to 100) over time. `points` are oldest first. */
export function progressLine(points) {
  const place = scale(points.length, { left: 8, right: 192, top: 8, bottom: 52 });
  const dots = points.map((value, at) => [points.length > 1 ? place.x(at) : 100, place.y(value / 100)]);
  return drawing(200, 60, svg("path", { d: "M8 52 H192", class: "grid" }), curve(dots, "trust"));
}
