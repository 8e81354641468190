/** The way through the page: hash routes to screens, one at a time. */

import { button, el } from "./dom.js";
import { mountPrivacy } from "./privacy.js";
import { whenBack } from "./reconnect.js";
import { mountSettings } from "./settings.js";
import { silence } from "./speech.js";
import * as kiezen from "./kiezen.js";

const SCREENS = {
  kiezen: async () => kiezen,
  voorbereiden: () => import("./voorbereiden.js"),
  gesprek: () => import("./gesprek.js"),
  nabespreking: () => import("./nabespreking.js"),
  oefeningen: () => import("./oefeningen.js"),
  reeks: () => import("./reeks.js"),
  team: () => import("./team.js"),
  groep: () => import("./groep.js"),
  trainer: () => import("./trainer.js"),
  label: () => import("./label.js"),
};
const SLOW = 300;

const main = document.getElementById("main");
let leave = null;
let visit = 0;

function route() {
  const [name, ...rest] = window.location.hash.replace(/^#\/?/, "").split("/");
  return { name: name in SCREENS ? name : "kiezen", id: rest.length ? decodeURIComponent(rest[0]) : null };
}

function markNav(name) {
  for (const link of document.querySelectorAll("[data-nav]")) {
    if (link.dataset.nav === name) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function problem(error, retry) {
  return el(
    "div",
    { class: "page" },
    el("h1", { tabindex: "-1" }, "Dit lukt nu niet"),
    el("p", { class: "error", role: "alert" }, error.message),
    error.offline ? el("p", {}, "De pagina komt vanzelf terug zodra het programma weer antwoordt.") : null,
    el(
      "div",
      { class: "row" },
      button("Probeer opnieuw", retry, "primary"),
      el("a", { class: "button", href: "#/kiezen" }, "Terug naar het begin"),
    ),
  );
}

function arrive(title, first) {
  document.title = `${title} · Oefenouder`;
  window.scrollTo(0, 0);
  if (!first && !main.contains(document.activeElement))
    (main.querySelector("h1") ?? main).focus({ preventScroll: true });
}

async function open() {
  const turn = (visit += 1);
  const { name, id } = route();
  silence();
  leave?.();
  leave = null;
  markNav(name);
  const slow = window.setTimeout(
    () => turn === visit && main.replaceChildren(el("p", { class: "waiting", role: "status" }, "Even geduld…")),
    SLOW,
  );
  try {
    const screen = await (await SCREENS[name]()).show(id);
    if (turn !== visit) {
      screen.leave?.();
      return;
    }
    document.body.dataset.screen = name;
    main.replaceChildren(screen.node);
    leave = screen.leave ?? null;
    screen.entered?.();
    arrive(screen.title, turn === 1);
  } catch (error) {
    if (turn !== visit) return;
    delete document.body.dataset.screen;
    main.replaceChildren(problem(error, open));
    if (error.offline) leave = whenBack(open);
    arrive("Dit lukt nu niet", false);
  } finally {
    window.clearTimeout(slow);
  }
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
if (!["localhost", "127.0.0.1", "[::1]"].includes(window.location.hostname)) // far away from where it is kept
  document.querySelector(".private").textContent = "Alles blijft op de computer waarop Oefenouder draait.";
mountPrivacy(document.getElementById("privacy"));
mountSettings(document.getElementById("settings"));
window.addEventListener("hashchange", open);
open();
