"""`oefenouder oefen`: the same conversation in the terminal, without Rasa."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.choice import (
    ORDER,
    ChoiceError,
    Question,
    next_question,
    person_meant,
    read_answer,
    setup_from,
    with_defaults,
)
from bot.cli.analyzer import load
from bot.cli.errors import CliError
from bot.cli.own import use_own
from bot.coach import coach_line
from bot.commands import command_in
from bot.content.library import load_case, load_person
from bot.debrief import build, render_text
from bot.given_hints import next_hint
from bot.messages import message
from bot.parent import open_conversation
from bot.play import MAX_CHARACTERS, Analyzer, take_turn
from bot.privacy.find import find_personal
from bot.privacy.known import known_in
from bot.privacy.warning import warning
from bot.tracker import Record

Ask = Callable[[str], str]
Say = Callable[[str], None]


def run(options: argparse.Namespace) -> int:
    """Choose, talk, and end with the debrief."""
    use_own(options.data_map)
    analyzer = load()
    given = {key: getattr(options, key) for key in (*ORDER, "persoon", "coaching", "zaad")}
    try:
        while True:
            table = Table(analyzer, begin(choose(given, input, print), print))
            if not table.talk(input, print):
                return 0
            given = {}
    except EOFError:
        return 0


def choose(given: dict[str, Any], ask: Ask, say: Say) -> dict[str, Any]:
    """Ask for every choice not given on the command line."""
    chosen = with_defaults(given)
    while question := next_question(chosen):
        if not question.options:
            raise CliError(message("geen_casus"))
        typed = ask(_shown(question))
        answer = read_answer(question, typed)
        if answer is None:
            say(message("kies_onbekend", antwoord=typed[:60]))
            continue
        chosen[question.key] = answer
        if question.key == "oudertype":
            chosen["persoon"] = chosen.get("persoon") or person_meant(answer, typed)
    return chosen


def _shown(question: Question) -> str:
    lines = [f"{number:3}. {o.name}: {o.about}" for number, o in enumerate(question.options, 1)]
    return "\n".join(["", question.text, *lines, message("kies_uitleg"), "> "])


def begin(chosen: dict[str, Any], say: Say) -> Record:
    """Let the parent come in; raise CliError for a choice that does not exist."""
    try:
        setup = setup_from(chosen)
    except ChoiceError as error:
        raise CliError(str(error)) from None
    case, person = load_case(setup.case), load_person(setup.person)
    if case and person:
        say("\n" + message("begin", persoon=person.name, kind=case.child.name, doel=case.goal))
    say(message("bediening"))
    record = Record(setup, open_conversation(setup))
    say(f"\n{record.opening.text}\n")
    return record


@dataclass
class Table:
    """The table trainee and parent sit at: the record so far, and what each typed line does with it."""

    analyzer: Analyzer
    record: Record
    coach: dict[int, Any] = field(default_factory=dict)

    def talk(self, ask: Ask, say: Say) -> bool:
        """Talk until the debrief was read; tell whether the trainee wants to begin again."""
        while True:
            typed = ask("> ").strip()
            command = command_in(typed)
            if command == "start":
                return True
            if command == "nabespreking":
                self._debrief(say)
            elif command:
                getattr(self, f"_{command}")(say)
            else:
                self._say(typed, say)

    def _say(self, text: str, say: Say) -> None:
        if self.record.ending:
            say(message("afgelopen"))
        elif not text:
            say(message("leeg"))
        elif len(text) > MAX_CHARACTERS:
            say(message("te_lang", lengte=len(text), grens=MAX_CHARACTERS))
        else:
            self._turn(text, say)

    def _turn(self, text: str, say: Say) -> None:
        record = self.record
        exchange = take_turn(self.analyzer, record.setup, record.opening, record.exchanges, text)
        coach = coach_line(record, exchange)
        self.record = replace(record, exchanges=(*record.exchanges, exchange))
        say(f"\n{self.record.last.text}\n")
        found = find_personal(text, known_in(record))
        if found:
            say(warning(found))
        if coach:
            say(message("coach", **coach))
        if self.record.ending:
            say(message("einde", reden=message(f"reden_{self.record.ending}")))
            say(message("afgelopen"))

    def _terug(self, say: Say) -> None:
        if not self.record.exchanges:
            say(message("niets_terug"))
            return
        last = self.record.exchanges[-1]
        self.record = replace(
            self.record,
            exchanges=self.record.exchanges[:-1],
            reverted=(*self.record.reverted, last),
            stopped=False,
        )
        say(message("teruggenomen", tekst=last.turn.text, ouder=last.before))

    def _hint(self, say: Say) -> None:
        if self.record.ending:
            say(message("afgelopen"))
            return
        if self.record.setup.coaching == "geen":
            say(message("geen_hints_gekozen"))
            return
        found = next_hint(self.record)
        if found is None:
            say(message("geen_hint"))
            return
        self.record = replace(self.record, hints=(*self.record.hints, found.id))
        say(message("hint", tekst=found.tekst, bron=found.bron, voorbeeld=found.voorbeeld))

    def _stop(self, say: Say) -> None:
        self.record = replace(self.record, stopped=True)
        say(message("gestopt"))

    def _debrief(self, say: Say) -> None:
        say(render_text(build(self.record.exercise())) if self.record.exchanges else message("te_weinig"))
