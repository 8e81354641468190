/** Screen 3: the conversation with the parent. */

import { api } from "./api.js";
import { miniCourse } from "./charts.js";
import { composer } from "./composer.js";
import { announce, button, calm, confirm, el } from "./dom.js";
import { figure, stateWord } from "./figure.js";
import { settings } from "./settings.js";
import { readAloud } from "./speech.js";
import { draft } from "./store.js";
import { coachLine, ownLine, parentLine, turnLines, typingLine } from "./utterances.js";
import { endingLine } from "./words.js";

const THINKING = 900;

const wait = (time) =>
  new Promise((done) => {
    window.setTimeout(done, time);
  });

/** The drawn parent with a name and a word for the mood; the course only when the coach watches. */
function presence(exercise, level) {
  const person = exercise.ouder;
  const label = (state) => `${person.naam}, ${stateWord(state)}`;
  const drawn = figure(person, exercise.toestand, { label: label(exercise.toestand) });
  const mood = el("p", { class: "mood" });
  const course = el("div", { class: "course" });
  const node = el(
    "aside",
    { class: "presence", "aria-label": "De ouder" },
    el("div", { class: "stage" }, drawn.node),
    el(
      "div",
      { class: "caption" },
      el("p", { class: "name" }, person.naam),
      level === "geen" ? null : mood,
      level === "live" ? course : null,
    ),
  );
  function update() {
    drawn.update(exercise.toestand, label(exercise.toestand));
    mood.textContent = stateWord(exercise.toestand);
    course.replaceChildren(...[miniCourse(exercise.beurten.map((turn) => turn.toestand))].filter(Boolean));
  }
  update();
  return { node, update };
}

/** The lines of the conversation; keeps the last thing the parent said in sight. */
function transcript(exercise, level) {
  const name = exercise.ouder.naam;
  const list = el("ol", { class: "lines" });
  const node = el("div", { class: "log", tabindex: "0", role: "region", "aria-label": `Gesprek met ${name}` }, list);
  const live = level === "live";
  const follow = () => {
    const spoken = [...list.querySelectorAll(".line.parent, .line.typing")].at(-1);
    if (getComputedStyle(node).overflowY === "visible") {
      spoken?.scrollIntoView({ block: "start" });
      return;
    }
    const top = Math.min(
      node.scrollHeight,
      spoken ? spoken.offsetTop - list.offsetTop - 16 : 0,
      node.scrollHeight - node.clientHeight,
    );
    node.scrollTo({ top: Math.max(top, 0), behavior: calm() ? "auto" : "smooth" });
  };
  const add = (...lines) => {
    list.append(...lines.filter(Boolean));
    follow();
  };
  const draw = () => {
    const hints = (number) =>
      (exercise.hints ?? []).filter((item) => item.na === number).map((item) => coachLine(item, "Hint"));
    list.replaceChildren(
      parentLine(name, exercise.opening),
      ...hints(0),
      ...exercise.beurten.flatMap((turn, at) => [...turnLines(turn, name, live), ...hints(at + 1)]),
    );
    node.scrollTop = node.scrollHeight;
  };
  draw();
  return { node, add, draw, follow };
}

function tell(turn, name, live) {
  const coach = live && turn.coach ? ` Coach: ${turn.coach.tekst}` : "";
  announce(`${name}: ${turn.ouder}${coach} ${turn.waarschuwing ?? ""}`);
  if (settings.readAloud) readAloud(turn.ouder);
}

/** Say a turn: shown at once as pending, taken away again when it did not arrive. */
function speaker(exercise, id, level, view, after) {
  const name = exercise.ouder.naam;
  return async (text, careful) => {
    const pending = [ownLine(text, true), typingLine(name)];
    view.add(...pending);
    try {
      const [turn] = await Promise.all([api.say(id, text, exercise.beurten.length + 1, careful), wait(calm() ? 0 : THINKING)]);
      exercise.beurten.push({ leraar: text, ...turn });
      exercise.toestand = turn.toestand;
      exercise.einde = turn.einde ?? null;
      pending.forEach((line) => line.remove());
      view.add(...turnLines({ leraar: text, ...turn }, name, level === "live"));
      tell(turn, name, level === "live");
      after();
    } catch (failure) {
      pending.forEach((line) => line.remove());
      throw failure;
    }
  };
}

function endCard(exercise, id, takeBack) {
  return el(
    "div",
    { class: "end", role: "group", "aria-label": "Einde van het gesprek" },
    el("p", { class: "said" }, endingLine(exercise.einde, exercise.ouder.naam)),
    el(
      "div",
      { class: "row" },
      exercise.beurten.length
        ? el(
            "a",
            { class: "button primary", href: `#/nabespreking/${encodeURIComponent(id)}` },
            "Naar de nabespreking",
          )
        : el("a", { class: "button primary", href: "#/kiezen" }, "Nieuw gesprek"),
      exercise.beurten.length ? button("Neem je laatste beurt terug", takeBack) : null,
    ),
  );
}

/** Everything you can do besides talking; each failure shows its line above the box. */
function actions(exercise, id, view, box, after) {
  const guard = (action) => async () => {
    if (box.isBusy()) return;
    box.error.show("");
    try {
      await action();
    } catch (failure) {
      box.error.show(failure.message);
    }
  };
  const takeBack = guard(async () => {
    if (!exercise.beurten.length) return;
    const back = await api.takeBack(id, exercise.beurten.length);
    Object.assign(exercise, {
      beurten: back.beurten,
      hints: back.hints ?? [],
      toestand: back.toestand,
      einde: null,
    });
    view.draw();
    after();
    box.put(back.tekst);
    announce("Je laatste beurt is terug. De tekst staat in het schrijfvak.");
  });
  const hint = guard(async () => {
    const found = await api.hint(id);
    const line = coachLine(found, "Hint");
    if (found.bron) exercise.hints = [...(exercise.hints ?? []), { na: exercise.beurten.length, ...found }];
    view.add(line);
    line?.scrollIntoView({ block: "nearest" });
    announce(`Hint: ${found.tekst} ${found.voorbeeld ? `Bijvoorbeeld: ${found.voorbeeld}` : ""}`);
  });
  const stop = guard(async () => {
    if (
      !(await confirm(
        "Wil je het gesprek stoppen?",
        "Daarna lees je de nabespreking. Wil je later verder? Kies dan 'Later verder'.",
        "Ja, stop",
        "Nee, verder praten",
      ))
    )
      return;
    exercise.einde = (await api.stop(id)).einde;
    if (exercise.beurten.length) window.location.hash = `#/nabespreking/${encodeURIComponent(id)}`;
    else after();
  });
  return { takeBack, hint, stop };
}

function toolbar(level, act, microphone) {
  const back = button("Neem terug", act.takeBack, "quiet small");
  const node = el(
    "div",
    { class: "tools", role: "group", "aria-label": "Tijdens het gesprek" },
    level === "geen" ? null : button("Hint", act.hint, "quiet small"),
    back,
    microphone,
    el("a", { class: "button quiet small", href: "#/oefeningen" }, "Later verder"),
    button("Stop", act.stop, "quiet small"),
  );
  return { node, back };
}

/** Build the screen from the stored exercise, so that a reload goes on where it was. */
export async function show(id) {
  const exercise = await api.exercise(id);
  const level = exercise.keuze?.coaching ?? "hint";
  if (draft.read(id) && draft.read(id) === exercise.beurten.at(-1)?.leraar) draft.write(id, null);
  const person = presence(exercise, level);
  const view = transcript(exercise, level);
  const close = el("div", { class: "closing" });
  const box = composer(id, exercise.ouder.naam, speaker(exercise, id, level, view, after));
  const act = actions(exercise, id, view, box, after);
  const tools = toolbar(level, act, box.microphone);
  function after() {
    person.update();
    tools.back.hidden = !exercise.beurten.length;
    const over = Boolean(exercise.einde);
    box.node.hidden = over;
    tools.node.hidden = over;
    close.replaceChildren(...(over ? [endCard(exercise, id, act.takeBack)] : []));
    if (over) {
      close.querySelector("a").focus();
      announce(endingLine(exercise.einde, exercise.ouder.naam));
    }
    view.follow();
  }
  const node = el(
    "div",
    { class: "talk" },
    person.node,
    el(
      "section",
      { class: "exchange", "aria-labelledby": "talk-title" },
      el("h1", { id: "talk-title", tabindex: "-1" }, exercise.titel),
      view.node,
      el("div", { class: "foot-talk" }, box.node, tools.node, close),
    ),
  );
  after();
  const entered = () => {
    box.ready(window.matchMedia("(pointer: fine)").matches && !exercise.einde);
    view.node.scrollTop = view.node.scrollHeight;
    view.follow();
    announce(`${exercise.ouder.naam}: ${exercise.beurten.at(-1)?.ouder ?? exercise.opening}`);
  };
  return { title: `Gesprek met ${exercise.ouder.naam}`, node, entered, leave: box.leave };
}
