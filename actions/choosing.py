"""Choosing and beginning an exercise, shared by the actions that may have to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.common import Events, say
from bot.catalogue import Option
from bot.choice import ORDER, ChoiceError, Question, next_question, person_meant, read_answer, setup_from
from bot.content.library import load_case, load_person
from bot.exercise import Setup
from bot.messages import message
from bot.parent import open_conversation
from bot.tracker import opening_metadata

CHOICES = (*ORDER, "persoon", "zaad", "coaching", "plan")


def chosen_so_far(tracker: Tracker) -> dict[str, Any]:
    """Give the choices in the slots."""
    return {key: tracker.get_slot(key) for key in CHOICES}


def ask_or_begin(dispatcher: CollectingDispatcher, chosen: Mapping[str, Any]) -> Events:
    """Ask for the first missing choice, or let the parent come in."""
    slots = [SlotSet(key, chosen.get(key)) for key in CHOICES]
    question = next_question(chosen)
    if question:
        _ask(dispatcher, question)
        return slots
    try:
        setup = setup_from(chosen)
    except ChoiceError as error:
        dispatcher.utter_message(text=str(error), vraag="fout")
        return [SlotSet(key, None) for key in CHOICES]
    _begin(dispatcher, setup)
    return slots


def take_answer(dispatcher: CollectingDispatcher, tracker: Tracker, text: str) -> Events:
    """Read a typed choice and go on; ask again when it is unclear."""
    chosen = chosen_so_far(tracker)
    question = next_question(chosen)
    if question is None:
        return ask_or_begin(dispatcher, chosen)
    answer = read_answer(question, text)
    if answer is None:
        if tracker.latest_message.get("text") and _was_asked(tracker):
            say(dispatcher, "kies_onbekend", antwoord=text[:60])
        _ask(dispatcher, question)
        return []
    person = person_meant(answer, text) if question.key == "oudertype" else chosen["persoon"]
    return ask_or_begin(dispatcher, {**chosen, question.key: answer, "persoon": person})


def _was_asked(tracker: Tracker) -> bool:
    return any("vraag" in (event.get("metadata") or {}) for event in tracker.applied_events())


def _ask(dispatcher: CollectingDispatcher, question: Question) -> None:
    if not question.options:
        say(dispatcher, "geen_casus")
    lines = [question.text, *(_line(i, option) for i, option in enumerate(question.options, 1))]
    lines.append(message("kies_uitleg"))
    dispatcher.utter_message(text="\n".join(lines), vraag=question.key)


def _line(number: int, option: Option) -> str:
    return f"{number:3}. {option.name}: {option.about}"


def _begin(dispatcher: CollectingDispatcher, setup: Setup) -> None:
    reply, case, person = open_conversation(setup), load_case(setup.case), load_person(setup.person)
    if case and person:
        say(dispatcher, "begin", persoon=person.name, kind=case.child.name, doel=case.goal)
    say(dispatcher, "bediening_rasa")
    dispatcher.utter_message(text=reply.text, **opening_metadata(setup, reply))
