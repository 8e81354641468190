/** The parent as a drawn person: fixed looks from the data, face and posture from the state. */

import { calm, svg } from "./dom.js";
import { backHair, frontHair, headShape, looks } from "./face.js";

const DURATION = 700;

/** The word for a state; the server's own word goes first. */
export function stateWord(state) {
  if (state?.woord) return state.woord;
  const { spanning = 0.5, vertrouwen = 0.5 } = state ?? {};
  if (spanning >= 0.6) return "gespannen";
  if (spanning >= 0.35) return vertrouwen >= 0.5 ? "luistert" : "afwachtend";
  return vertrouwen >= 0.4 ? "rustig" : "afwachtend";
}

/** From state (0 to 1 each) to the numbers the drawing needs. */
function poseOf({ spanning = 0.4, vertrouwen = 0.5 } = {}) {
  const warm = vertrouwen * 0.6 + (1 - spanning) * 0.4;
  return {
    brow: spanning * 5 - 1.5,
    lift: (1 - spanning) * 2.5 * warm,
    eye: 4.1 - spanning * 1.1,
    gaze: (0.5 - Math.min(0.5, vertrouwen)) * 6,
    mouth: (warm - 0.5) * 15,
    width: 12 + warm * 4,
    shoulder: spanning * 8,
    closed: Math.max(0, Math.min(1, (spanning - vertrouwen * 0.5) * 2)),
    tilt: (vertrouwen - 0.45) * 7,
    lean: vertrouwen * 5 - 2,
  };
}

const mix = (from, to, share) => from + (to - from) * share;
const blend = (from, to, share) =>
  Object.fromEntries(Object.keys(to).map((key) => [key, mix(from[key], to[key], share)]));

function line(width = 2.4) {
  return svg("path", {
    fill: "none",
    stroke: "#2a2624",
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
}

function sleeve(colour) {
  const edge = svg("path", { fill: "none", stroke: "#2a2624", "stroke-width": 31, "stroke-linecap": "round" });
  const cloth = svg("path", { fill: "none", stroke: colour, "stroke-width": 27, "stroke-linecap": "round" });
  return {
    edge,
    cloth,
    draw(d) {
      edge.setAttribute("d", d);
      cloth.setAttribute("d", d);
    },
  };
}

function makeParts(look) {
  const ink = { stroke: "#2a2624", "stroke-width": 2.2, "stroke-linejoin": "round" };
  return {
    torso: svg("path", { fill: look.cloth, ...ink }),
    collar: svg("path", { fill: look.collar ? look.second : look.skin, ...ink }),
    neck: svg("path", { fill: look.shade, ...ink }),
    shoulders: svg("path", { fill: look.cloth }),
    left: sleeve(look.cloth),
    right: sleeve(look.cloth),
    handLeft: svg("ellipse", { fill: look.skin, rx: 14, ry: 10.5, ...ink }),
    handRight: svg("ellipse", { fill: look.skin, rx: 14, ry: 10.5, ...ink }),
    browLeft: line(look.brow),
    browRight: line(look.brow),
    mouth: line(2.5),
    lip: line(1.6),
    lidLeft: line(2),
    lidRight: line(2),
    crease: line(1.5),
    eyeLeft: svg("ellipse", { fill: "#2a2624", rx: 3.3 }),
    eyeRight: svg("ellipse", { fill: "#2a2624", rx: 3.3 }),
    head: svg("g", {}),
    back: svg("g", {}),
  };
}

function drawFace(parts, pose) {
  const inner = 83 + pose.brow - pose.lift;
  const outer = 82 - pose.brow * 0.35 - pose.lift;
  const x = pose.gaze;
  parts.browLeft.setAttribute("d", `M${92 + x} ${outer} Q${101 + x} ${outer - 4} ${110 + x} ${inner}`);
  parts.browRight.setAttribute("d", `M${148 + x} ${outer} Q${139 + x} ${outer - 4} ${130 + x} ${inner}`);
  for (const [eye, lid, at] of [
    [parts.eyeLeft, parts.lidLeft, 102],
    [parts.eyeRight, parts.lidRight, 138],
  ]) {
    eye.setAttribute("cx", at + x * 1.6);
    eye.setAttribute("cy", 95);
    eye.setAttribute("ry", pose.eye);
    const top = 95 - pose.eye - 1.2;
    lid.setAttribute(
      "d",
      `M${at + x - 7} ${95 - pose.eye * 0.3} Q${at + x} ${top - 1.5} ${at + x + 7} ${95 - pose.eye * 0.3}`,
    );
  }
  const half = pose.width / 1.35;
  parts.mouth.setAttribute(
    "d",
    `M${120 + x - half} ${122 - pose.mouth * 0.22} Q${120 + x} ${122 + pose.mouth * 0.75} ${120 + x + half} ${122 - pose.mouth * 0.22}`,
  );
  parts.lip.setAttribute("d", `M${115 + x} 128.5 Q${120 + x} ${129.5 + pose.mouth * 0.15} ${125 + x} 128.5`);
  const frown = Math.max(0, pose.brow);
  parts.crease.setAttribute("d", `M${117 + x} 84 v${-frown * 1.3} M${123 + x} 84 v${-frown * 1.3}`);
  parts.crease.setAttribute("opacity", Math.max(0, Math.min(1, (frown - 1) / 2)));
}

function drawBody(parts, pose, look) {
  const top = 176 - pose.shoulder;
  const reach = look.broad;
  const neck = 158;
  parts.torso.setAttribute(
    "d",
    `M${120 - reach} 300 L${120 - reach - 2} ${top + 34} Q${120 - reach + 2} ${top + 4} 96 ${neck + 4} Q120 ${neck + 16} 144 ${neck + 4} Q${120 + reach - 2} ${top + 4} ${120 + reach + 2} ${top + 34} L${120 + reach} 300 Z`,
  );
  parts.collar.setAttribute(
    "d",
    look.collar
      ? `M101 ${neck} L92 ${neck + 10} L112 ${neck + 30} L120 ${neck + 16} L128 ${neck + 30} L148 ${neck + 10} L139 ${neck} Q120 ${neck + 14} 101 ${neck} Z`
      : `M102 ${neck + 1} Q120 ${neck + (look.vee ? 52 : 27)} 138 ${neck + 1} Q120 ${neck + 9} 102 ${neck + 1} Z`,
  );
  parts.neck.setAttribute("d", `M105 126 L105 ${neck + 2} Q120 ${neck + 14} 135 ${neck + 2} L135 126 Z`);
  /* Covers the round top of the sleeves, so that arm and shoulder are one. */
  const seam = (x) => `M${x - 14} ${top + 30} a14 14 0 1 0 28 0 a14 14 0 1 0 -28 0 Z`;
  parts.shoulders.setAttribute("d", `${seam(120 - reach + 17)} ${seam(120 + reach - 17)}`);
  const c = pose.closed;
  const elbow = mix(262, 250, c);
  const left = { x: mix(112, 156, c), y: mix(272, 238, c) };
  const right = { x: mix(128, 86, c), y: mix(272, 246, c) };
  parts.left.draw(
    `M${120 - reach + 12} ${top + 36} Q${120 - reach - 12} ${elbow - 8} ${120 - reach + 22} ${elbow} L${left.x - 14} ${left.y}`,
  );
  parts.right.draw(
    `M${120 + reach - 12} ${top + 36} Q${120 + reach + 12} ${elbow - 8} ${120 + reach - 22} ${elbow + 4} L${right.x + 14} ${right.y}`,
  );
  for (const [hand, at] of [
    [parts.handLeft, left],
    [parts.handRight, right],
  ]) {
    hand.setAttribute("cx", at.x);
    hand.setAttribute("cy", at.y);
  }
  for (const part of [parts.head, parts.back])
    part.setAttribute("transform", `translate(0 ${pose.lean}) rotate(${pose.tilt} 120 150)`);
}

function assemble(parts, look) {
  parts.head.append(
    ...headShape(look),
    parts.eyeLeft,
    parts.eyeRight,
    parts.lidLeft,
    parts.lidRight,
    parts.crease,
    parts.mouth,
    parts.lip,
    parts.browLeft,
    parts.browRight,
    ...frontHair(look),
  );
  if (look.beard) parts.lip.remove();
  parts.back.append(...backHair(look));
  return [
    parts.back,
    parts.torso,
    parts.neck,
    parts.collar,
    parts.right.edge,
    parts.right.cloth,
    parts.handRight,
    parts.left.edge,
    parts.left.cloth,
    parts.handLeft,
    parts.shoulders,
    parts.head,
  ];
}

/** Draw a person; `update(state)` moves the face. `portrait` shows the head only, for a card or a strip. */
export function figure(person, state, { portrait = false, label = null } = {}) {
  const look = looks(person);
  const parts = makeParts(look);
  const box = portrait ? "52 14 136 166" : "10 2 220 288";
  const node = svg("svg", { viewBox: box, class: portrait ? "figure portrait" : "figure" });
  if (label) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", label);
  } else node.setAttribute("aria-hidden", "true");
  node.append(...assemble(parts, look));
  let now = poseOf(state);
  let moving = 0;
  const draw = (pose) => {
    now = pose;
    drawFace(parts, pose);
    drawBody(parts, pose, look);
  };
  draw(now);
  function update(next, text = null) {
    if (text) node.setAttribute("aria-label", text);
    const from = now;
    const to = poseOf(next);
    window.cancelAnimationFrame(moving);
    if (calm()) {
      draw(to);
      return;
    }
    const begin = performance.now();
    const step = (time) => {
      const share = Math.max(0, Math.min(1, (time - begin) / DURATION));
      draw(blend(from, to, share * share * (3 - 2 * share)));
      if (share < 1) moving = window.requestAnimationFrame(step);
    };
    moving = window.requestAnimationFrame(step);
  }
  return { node, update };
}
