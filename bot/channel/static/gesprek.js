/** Screen 3: the conversation with the parent. */

import { api, ApiError } from "./api.js";
import { miniCourse } from "./charts.js";
import { composer } from "./composer.js";
import { announce, button, calm, confirm, el } from "./dom.js";
import { figure, stateWord } from "./figure.js";
import { isPersonal } from "./privacy.js";
import { settings } from "./settings.js";
import { readAloud } from "./speech.js";
import { draft, read, write } from "./store.js";
import { coachLine, ownLine, parentLine, turnLines, typingLine } from "./utterances.js";
import { endingLine } from "./words.js";

const THINKING = 900;
const CHANGED = "Er was al iets gezegd dat je hier nog niet zag. Lees het eerst; je tekst staat er nog.";

const wait = (time) =>
  new Promise((done) => {
    window.setTimeout(done, time);
  });

/** The course of the talk, to open and close; open from the start only when the coach watches. */
function courseBox(level) {
  const place = el("div", {});
  const chosen = () => write("course", !node.open);
  const node = el("details", { class: "course" }, el("summary", { onclick: chosen }, "Verloop"), place);
  node.open = read("course", level === "live");
  return {
    node,
    update(states) {
      const drawn = miniCourse(states);
      node.hidden = !drawn;
      place.replaceChildren(...[drawn].filter(Boolean));
    },
  };
}

/** The drawn parent with a name; a word for the mood and the course unless the trainee wants no help. */
function presence(exercise, level) {
  const person = exercise.ouder;
  const label = (state) => `${person.naam}, ${stateWord(state)}`;
  const drawn = figure(person, exercise.toestand, { label: label(exercise.toestand) });
  const mood = el("p", { class: "mood" });
  const course = courseBox(level);
  const node = el(
    "aside",
    { class: "presence", "aria-label": "De ouder" },
    el("div", { class: "stage" }, drawn.node),
    el(
      "div",
      { class: "caption" },
      el("p", { class: "name" }, person.naam),
      level === "geen" ? null : mood,
      level === "geen" ? null : course.node,
    ),
  );
  function update() {
    drawn.update(exercise.toestand, label(exercise.toestand));
    mood.textContent = stateWord(exercise.toestand);
    course.update(exercise.beurten.map((turn) => turn.toestand));
  }
  update();
  return { node, update };
}

/** The lines of the conversation; keeps the last thing the parent said in sight. */
function transcript(exercise, level, takeBack) {
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
      ...exercise.beurten.flatMap((turn, at) => [...turnLines(turn, name, live, takeBack), ...hints(at + 1)]),
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

const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** True when the answer is to what was sent now, not to a turn said before in another tab or before a break. */
const meant = (turn, text, careful) =>
  letters(turn.leraar) === letters(text) || (careful === "vervang" && turn.leraar.includes("["));

/** Say a turn: shown at once as pending, taken away again when it did not arrive. */
function speaker(exercise, id, level, view, { after, takeBack, renew }) {
  const name = exercise.ouder.naam;
  const live = level === "live";
  return async (text, careful) => {
    const pending = [ownLine(text, true), typingLine(name)];
    const done = () => pending.forEach((line) => line.remove());
    view.add(...pending);
    try {
      const number = exercise.beurten.length + 1;
      const [turn] = await Promise.all([api.say(id, text, number, careful), wait(calm() ? 0 : THINKING)]);
      if (!meant(turn, text, careful)) throw new ApiError(CHANGED, false, 409);
      exercise.beurten.push(turn);
      Object.assign(exercise, { toestand: turn.toestand, einde: turn.einde ?? null });
      done();
      view.add(...turnLines(turn, name, live, takeBack));
      tell(turn, name, live);
      after();
    } catch (failure) {
      done();
      if (failure.status !== 409 || isPersonal(failure)) throw failure;
      throw (await renew()) ? new ApiError(CHANGED) : failure;
    }
  };
}

const sure = (number) =>
  confirm(
    `Wil je terug naar beurt ${number}?`,
    "Wat je daarna zei, vervalt ook. Je leest het nog terug in de nabespreking.",
    "Ja, neem terug",
  );

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
      exercise.beurten.length ? button("Neem je laatste beurt terug", () => takeBack(exercise.beurten.length)) : null,
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
  const takeBackFrom = async (number) => {
    if (!exercise.beurten.length || (number < exercise.beurten.length && !(await sure(number)))) return;
    const back = await api.takeBack(id, number);
    Object.assign(exercise, {
      beurten: back.beurten,
      hints: back.hints ?? [],
      toestand: back.toestand,
      einde: null,
    });
    view.draw();
    after();
    box.put(back.tekst);
    announce(`Beurt ${number} is terug. De tekst staat in het schrijfvak.`);
  };
  const takeBack = (number) => guard(() => takeBackFrom(number))();
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
        "Daarna lees je de nabespreking. Wil je later verder? Kies dan ‘Later verder’.",
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

function toolbar(exercise, level, act, microphone) {
  const last = () => act.takeBack(exercise.beurten.length);
  const back = button("Neem terug", last, "quiet small", { "aria-label": "Neem terug: je laatste beurt" });
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
  const takeBack = (number) => act.takeBack(number);
  const view = transcript(exercise, level, takeBack);
  const close = el("div", { class: "closing" });
  const say = speaker(exercise, id, level, view, { after, takeBack, renew });
  const box = composer(id, exercise.ouder.naam, say, view.follow);
  const act = actions(exercise, id, view, box, after);
  const tools = toolbar(exercise, level, act, box.microphone);
  /* Read the exercise again; gives whether there was anything new. */
  async function renew() {
    const before = exercise.beurten.length;
    Object.assign(exercise, await api.exercise(id));
    view.draw();
    after();
    return exercise.beurten.length !== before;
  }
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
