/** Small pictures of numbers; every picture has words or a table beside it. */

import { el, svg } from "./dom.js";
import { amount, insightWord } from "./words.js";

const path = (points) => points.map(([x, y], at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");

/** Draw again when the width changes, so that letters keep their size. */
function fitted(draw, className) {
  const node = el("div", { class: className });
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry.contentRect.width);
    if (now < 1 || now === width) return;
    width = now;
    node.replaceChildren(draw(now));
  }).observe(node);
  return node;
}

function scale(count, width, height, pad) {
  const step = count > 1 ? (width - pad.left - pad.right) / (count - 1) : 0;
  return { x: (at) => pad.left + at * step, y: (value) => pad.top + (1 - value) * (height - pad.top - pad.bottom) };
}

/** Keep two labels at the end of the lines apart. */
function apart(first, second, gap = 17) {
  if (Math.abs(first - second) >= gap) return [first, second];
  const middle = (first + second) / 2;
  return first <= second ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2];
}

function line(course, key, place, kind) {
  const points = course.map((point, at) => [place.x(at), place.y(point[key])]);
  return [
    svg("path", { d: path(points), class: `curve ${kind}` }),
    ...points.map(([x, y]) =>
      kind === "trust"
        ? svg("circle", { cx: x, cy: y, r: 4.5, class: `dot ${kind}` })
        : svg("rect", {
            x: x - 4,
            y: y - 4,
            width: 8,
            height: 8,
            class: `dot ${kind}`,
            transform: `rotate(45 ${x} ${y})`,
          }),
    ),
  ];
}

function drawCourse(course, width) {
  const height = width < 480 ? 230 : 280;
  const pad = { left: 58, right: 92, top: 16, bottom: 34 };
  const place = scale(course.length, width, height, pad);
  const last = course.at(-1);
  const [tension, trust] = apart(place.y(last.spanning), place.y(last.vertrouwen));
  const labels = course.length > 12 ? Math.ceil(course.length / 8) : 1;
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "chart", "aria-hidden": "true" },
    [1, 0.5, 0].map((value) =>
      svg("path", { d: `M${pad.left} ${place.y(value)} H${width - pad.right + 8}`, class: "grid" }),
    ),
    svg("text", { x: pad.left - 10, y: place.y(1) + 5, class: "end" }, "veel"),
    svg("text", { x: pad.left - 10, y: place.y(0) + 5, class: "end" }, "weinig"),
    ...line(course, "spanning", place, "tension"),
    ...line(course, "vertrouwen", place, "trust"),
    svg("text", { x: place.x(course.length - 1) + 14, y: tension + 5, class: "tension" }, "spanning"),
    svg("text", { x: place.x(course.length - 1) + 14, y: trust + 5, class: "trust" }, "vertrouwen"),
    course.map((point, at) =>
      at % labels
        ? null
        : svg(
            "text",
            { x: place.x(at), y: height - 8, class: "middle" },
            point.beurt ? String(point.beurt) : "begin",
          ),
    ),
  );
}

function courseTable(course) {
  const head = ["Beurt", "Spanning", "Vertrouwen", "Zorg om het kind"];
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Tabel van het verloop" },
    el(
      "table",
      {},
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          head.map((text) => el("th", { scope: "col" }, text)),
        ),
      ),
      el(
        "tbody",
        {},
        course.map((point) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, point.beurt ? String(point.beurt) : "begin"),
            el("td", {}, amount(point.spanning)),
            el("td", {}, amount(point.vertrouwen)),
            el("td", {}, insightWord(point.inzicht ?? point.ladder)),
          ),
        ),
      ),
    ),
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
  const place = scale(course.length, 200, 64, { left: 6, right: 6, top: 6, bottom: 6 });
  const curve = (key, kind) =>
    svg("path", { d: path(course.map((point, at) => [place.x(at), place.y(point[key])])), class: `curve ${kind}` });
  const last = course.at(-1);
  return el(
    "figure",
    { class: "mini" },
    svg(
      "svg",
      { viewBox: "0 0 200 64", class: "chart", "aria-hidden": "true" },
      curve("spanning", "tension"),
      curve("vertrouwen", "trust"),
    ),
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
  const place = scale(points.length, 200, 60, { left: 8, right: 8, top: 8, bottom: 8 });
  const dots = points.map((value, at) => [points.length > 1 ? place.x(at) : 100, place.y(value / 100)]);
  return svg(
    "svg",
    { viewBox: "0 0 200 60", class: "chart", "aria-hidden": "true" },
    svg("path", { d: "M8 52 H192", class: "grid" }),
    svg("path", { d: path(dots), class: "curve trust" }),
    dots.map(([x, y]) => svg("circle", { cx: x, cy: y, r: 4, class: "dot trust" })),
  );
}
