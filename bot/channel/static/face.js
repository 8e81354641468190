/** What stays the same about a person: head, hair, glasses, beard and clothes. */

import { svg } from "./dom.js";

const INK = "#2a2624";
const SKIN = { licht: ["#f1d3bd", "#e0b99f"], midden: ["#d3a27c", "#bd8a64"], donker: ["#8f6046", "#774d37"] };
const HAIR = {
  licht: ["#6d4f3a", "#a8733f", "#4a3a31", "#c59a5c"],
  midden: ["#3a2b25", "#4a3328"],
  donker: ["#2b2523"],
};
const GREY = "#c2bfb9";
const CLOTHES = ["#7f9a93", "#b58a6c", "#77859f", "#a67d87", "#8f9468", "#6b8a94", "#c09a63", "#867a9c"];
const SECOND = ["#f2ece1", "#e4e7e4"];

function spread(text) {
  let value = 7;
  for (const letter of text) value = (value * 33 + letter.codePointAt(0)) % 9973;
  return value;
}

/** From {figuur, relatie, id} to shapes and colours; the same person always looks the same. */
export function looks({ figuur = {}, relatie = "moeder", id = "", naam = "" } = {}) {
  const seed = spread(id || naam);
  const skin = figuur.skin in SKIN ? figuur.skin : "licht";
  const old = relatie === "oma" || relatie === "opa";
  const male = relatie === "vader" || relatie === "opa";
  const grey = old || figuur.hair === "grijs_kort";
  return {
    kind: figuur.hair ?? "kort",
    glasses: Boolean(figuur.glasses),
    beard: Boolean(figuur.beard),
    old,
    male,
    skin: SKIN[skin][0],
    shade: SKIN[skin][1],
    hair: grey ? GREY : HAIR[skin][seed % HAIR[skin].length],
    cloth: CLOTHES[seed % CLOTHES.length],
    scarf: CLOTHES[(seed + 3) % CLOTHES.length],
    second: SECOND[seed % 2],
    collar: seed % 3 === 0,
    vee: seed % 3 === 1,
    brow: male ? 3.4 : 2.6,
    broad: male ? 80 : 70,
    jaw: male ? 5 : 0,
    nose: seed % 3,
  };
}

const shape = (d, colour, extra = {}) =>
  svg("path", { d, fill: colour, stroke: INK, "stroke-width": 2.2, "stroke-linejoin": "round", ...extra });
const stroke = (d, width = 2, colour = INK) =>
  svg("path", { d, fill: "none", stroke: colour, "stroke-width": width, "stroke-linecap": "round" });
const round = (cx, cy, r, colour) => svg("circle", { cx, cy, r, fill: colour, stroke: INK, "stroke-width": 2.2 });

/** Hair behind the head. */
export function backHair(look) {
  if (look.kind === "lang")
    return [
      shape(
        "M76 96 C68 46 92 28 120 28 C150 28 172 46 164 96 C164 130 170 160 174 184 Q120 200 66 184 C70 160 76 130 76 96 Z",
        look.hair,
      ),
    ];
  if (look.kind === "staart")
    return [shape("M150 52 C184 52 186 96 178 132 C176 146 168 152 160 150 C170 124 166 92 146 72 Z", look.hair)];
  if (look.kind === "knot") return [round(120, 27, 18, look.hair)];
  if (look.kind === "krullen")
    return curls(look, [
      [82, 62, 20],
      [76, 88, 19],
      [76, 114, 18],
      [84, 138, 16],
      [158, 62, 20],
      [164, 88, 19],
      [164, 114, 18],
      [156, 138, 16],
      [104, 42, 20],
      [136, 42, 20],
    ]);
  if (look.kind === "hoofddoek")
    return [
      shape(
        "M70 98 C66 44 92 26 120 26 C148 26 174 44 170 98 C170 140 178 160 182 182 Q120 206 58 182 C62 160 70 140 70 98 Z",
        look.scarf,
      ),
    ];
  return [];
}

function curls(look, places) {
  return [
    ...places.map(([x, y, r]) => round(x, y, r, look.hair)),
    ...places.map(([x, y, r]) => svg("circle", { cx: x, cy: y, r: r - 2, fill: look.hair })),
  ];
}

const CAP = "M80 94 C74 52 94 33 120 33 C148 33 166 52 160 94 C158 84 155 76 150 70";
const FRONT = {
  kort: `${CAP} C136 74 108 72 95 61 C90 70 84 80 80 94 Z`,
  grijs_kort:
    "M80 96 C74 54 96 36 120 36 C146 36 166 54 160 96 C158 82 154 66 142 60 C130 54 110 54 99 60 C87 67 83 82 80 96 Z",
  lang: `${CAP} C140 68 120 62 108 46 C104 62 90 72 80 94 Z`,
  staart: `${CAP} C138 60 112 58 97 60 C90 66 84 78 80 94 Z`,
  knot: "M80 96 C74 54 94 36 120 36 C146 36 166 54 160 96 C156 76 146 62 120 55 C94 62 84 76 80 96 Z",
};

/** Hair, scarf and glasses in front of the face. */
export function frontHair(look) {
  const parts = [];
  if (look.kind === "krullen")
    parts.push(
      ...curls(look, [
        [94, 54, 14],
        [112, 46, 15],
        [130, 46, 15],
        [147, 56, 13],
      ]),
    );
  else if (look.kind === "hoofddoek")
    parts.push(
      svg("path", {
        d: "M68 100 C64 44 92 25 120 25 C148 25 176 44 172 100 C170 132 150 158 120 160 C90 158 70 132 68 100 Z M84 92 C84 118 98 142 120 142 C142 142 156 118 156 92 C156 66 140 55 120 55 C100 55 84 66 84 92 Z",
        fill: look.scarf,
        "fill-rule": "evenodd",
        stroke: INK,
        "stroke-width": 2.2,
      }),
      stroke("M92 146 Q120 176 150 148", 1.8),
    );
  else if (FRONT[look.kind]) parts.push(shape(FRONT[look.kind], look.hair));
  if (look.glasses) parts.push(...glasses());
  return parts;
}

function glasses() {
  const lens = (x) =>
    svg("rect", {
      x,
      y: 85,
      width: 28,
      height: 21,
      rx: 9,
      fill: "#fff",
      "fill-opacity": 0.18,
      stroke: INK,
      "stroke-width": 2,
    });
  return [lens(88), lens(124), stroke("M116 93 Q120 90 124 93"), stroke("M88 93 L81 91"), stroke("M152 93 L159 91")];
}

function beard(look) {
  const d =
    "M83 100 C84 124 92 151 120 152 C148 151 156 124 157 100 C153 112 146 115 138 113 Q120 105 102 113 C94 115 87 112 83 100 Z";
  return [
    shape(d, look.hair, { "stroke-width": 1.8 }),
    shape("M107 122 Q120 117.5 133 122 Q128 128.5 120 128.5 Q112 128.5 107 122 Z", look.shade, { stroke: "none" }),
  ];
}

/** Head, ears, nose, beard and the lines that come with age. */
export function headShape(look) {
  const j = look.jaw;
  const parts = [
    svg("ellipse", { cx: 80, cy: 98, rx: 6.5, ry: 10, fill: look.skin, stroke: INK, "stroke-width": 2 }),
    svg("ellipse", { cx: 160, cy: 98, rx: 6.5, ry: 10, fill: look.skin, stroke: INK, "stroke-width": 2 }),
    shape(
      `M82 86 C82 58 98 42 120 42 C142 42 158 58 158 86 C158 ${112 + j} ${143 + j} 143 120 143 C${97 - j} 143 82 ${112 + j} 82 86 Z`,
      look.skin,
    ),
  ];
  if (look.beard) parts.push(...beard(look));
  const nose = ["M121 96 Q126 107 119 109", "M119 96 Q113 108 121 110", "M121 95 C122 102 127 107 118 110"][
    look.nose
  ];
  parts.push(stroke(nose, 1.9));
  if (look.old)
    parts.push(
      stroke("M100 112 Q98 116 99 121", 1.3),
      stroke("M140 112 Q142 116 141 121", 1.3),
      stroke("M88 98 l-3 -2 M88 101 l-4 1 M152 98 l3 -2 M152 101 l4 1", 1.2),
    );
  return parts;
}
