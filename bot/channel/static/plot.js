/** Drawing lines over turns: where things go, how they look, and fitting the picture to its place. */

import { el, svg } from "./dom.js";

export const path = (points) =>
  points.map(([x, y], at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");

/** Draw again when the width changes, so that letters keep their size. */
export function fitted(draw, className) {
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

/** Places in a box: `x` of the so manieth of `count`, `y` of a value from 0 to 1. */
export function scale(count, box) {
  const step = count > 1 ? (box.right - box.left) / (count - 1) : 0;
  return {
    x: (at) => box.left + at * step,
    y: (value) => box.top + (1 - Math.min(1, Math.max(0, value))) * (box.bottom - box.top),
  };
}

/** Keep two labels at the end of the lines apart. */
export function apart(first, second, gap = 17) {
  if (Math.abs(first - second) >= gap) return [first, second];
  const middle = (first + second) / 2;
  return first <= second ? [middle - gap / 2, middle + gap / 2] : [middle + gap / 2, middle - gap / 2];
}

function dot([x, y], kind) {
  if (!kind.startsWith("tension")) return svg("circle", { cx: x, cy: y, r: 4.5, class: `dot ${kind}` });
  const square = { x: x - 4, y: y - 4, width: 8, height: 8, class: `dot ${kind}` };
  return svg("rect", { ...square, transform: `rotate(45 ${x} ${y})` });
}

/** A line with its dots: diamonds for tension, rounds for trust. */
export function curve(points, kind) {
  return [svg("path", { d: path(points), class: `curve ${kind}` }), points.map((point) => dot(point, kind))];
}

/** Lines at these values (0 to 1), the highest and lowest in words. */
export function levels(box, place, values = [1, 0.5, 0]) {
  return [
    values.map((value) => svg("path", { d: `M${box.left} ${place.y(value)} H${box.right + 8}`, class: "grid" })),
    svg("text", { x: box.left - 10, y: place.y(1) + 5, class: "end" }, "veel"),
    svg("text", { x: box.left - 10, y: place.y(0) + 5, class: "end" }, "weinig"),
  ];
}

/** The numbers of the turns under the lines; not all when there are many. */
export function turnNumbers(numbers, place, y) {
  const step = numbers.length > 12 ? Math.ceil(numbers.length / 8) : 1;
  return numbers.map((number, at) =>
    at % step ? null : svg("text", { x: place.x(at), y, class: "middle" }, number ? String(number) : "begin"),
  );
}

/** The drawing itself; it says nothing to a screen reader, which reads the words or the table beside it. */
export function drawing(width, height, ...parts) {
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "chart", "aria-hidden": "true" },
    ...parts.flat(4).filter(Boolean),
  );
}
