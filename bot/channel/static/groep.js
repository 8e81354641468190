/** Taking part in a group exercise: what it is, what the trainer sees, a nickname, and yes. */

import { call } from "./api.js";
import { button, confirm, el, errorLine } from "./dom.js";
import { textField, tick } from "./fields.js";
import { figure } from "./figure.js";
import { advice, consent, part } from "./special.js";

function list(title, items) {
  return el(
    "section",
    {},
    el("h3", {}, title),
    el(
      "ul",
      { class: "points" },
      items.map((item) => el("li", {}, item)),
    ),
  );
}

function earlier(group, code, again) {
  if (!group.meegedaan.length) return null;
  const error = errorLine();
  return el(
    "section",
    { class: "panel" },
    el("h2", {}, "Op deze computer doet al mee"),
    el(
      "ul",
      { class: "links" },
      group.meegedaan.map((one) =>
        el(
          "li",
          { class: "row" },
          el("bdi", {}, one.bijnaam),
          one.oefening
            ? el("a", { class: "button small primary", href: `#/gesprek/${encodeURIComponent(one.oefening)}` }, "Ga verder")
            : null,
          button(
            "Stop met delen",
            async () => {
              const sure = await confirm(
                "Stoppen met delen?",
                "De trainer ziet dan niets meer van jou. Je oefening blijft bij Mijn oefeningen staan.",
                "Ja, stop",
              );
              if (!sure) return;
              try {
                await call("DELETE", `${part("groepen", code)}/deelname`, { bijnaam: one.bijnaam });
                await again();
              } catch (failure) {
                error.show(failure.message);
              }
            },
            "small",
          ),
        ),
      ),
    ),
    error.node,
    el("p", { class: "note" }, "Ben je iemand anders? Vul hieronder je eigen bijnaam in."),
  );
}

function about(group) {
  return el(
    "div",
    {},
    el("p", { class: "lead intro", dir: "auto" }, group.inleiding || "Je trainer maakte deze oefening voor jullie team."),
    el("p", {}, `${group.gespreksvorm} over ${group.casus}, met ${group.ouder.naam}, ${group.ouder.relatie}. Iedereen krijgt hetzelfde begin.`),
    advice("Hier let jullie team op", group.richtlijnen),
  );
}

function joinForm(group, code) {
  const name = textField("bijnaam", "Je bijnaam", "Hooguit 30 tekens. Liever niet je echte naam.", 0, { maxlength: 60 });
  const agree = tick("Ik heb gelezen wat de trainer ziet en ik doe mee.", { id: "akkoord" });
  const whole = tick(group.toestemming.heel_gesprek, { id: "heel" });
  const error = errorLine();
  const go = () => {
    const given = name.field.value.trim();
    const wrong = !given
      ? ["Kies eerst een bijnaam.", name.field]
      : !agree.field.checked
        ? ["Zet eerst een vinkje bij wat de trainer ziet.", agree.field]
        : null;
    error.show(wrong ? wrong[0] : "");
    if (wrong) {
      wrong[1].focus();
      return;
    }
    consent.write(code, { bijnaam: given, akkoord: true, heel_gesprek: whole.field.checked });
    window.location.hash = `#/voorbereiden/${encodeURIComponent(`groep.${code}`)}`;
  };
  return el(
    "section",
    { class: "panel consent" },
    el("h2", {}, "Wat ziet de trainer?"),
    el(
      "div",
      { class: "two" },
      list("De trainer ziet wel", group.toestemming.ziet),
      list("De trainer ziet niet", group.toestemming.ziet_niet),
    ),
    el("p", {}, group.toestemming.let_op),
    name.node,
    agree.node,
    whole.node,
    error.node,
    button("Verder naar de voorbereiding", go, "primary"),
  );
}

/** Build the screen for the group with this code. */
export async function show(code) {
  if (!code) {
    window.location.replace("#/team");
    return { title: "Voor een team", node: el("div", {}) };
  }
  const node = el("div", { class: "page narrow" });
  async function fill() {
    const group = await call("GET", part("groepen", code));
    const title = group.titel || "Oefenen met je team";
    node.replaceChildren(
      el(
        "div",
        { class: "invited" },
        el("div", {}, el("h1", { tabindex: "-1", dir: "auto" }, title), about(group)),
        figure(group.ouder, { spanning: 0.4, vertrouwen: 0.45 }).node,
      ),
      earlier(group, code, fill) ?? "",
      joinForm(group, code),
    );
    return title;
  }
  return { title: await fill(), node };
}
