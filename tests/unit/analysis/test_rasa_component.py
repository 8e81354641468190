"""The NLU component: intent and analysis, in the context the tracker gives."""

from __future__ import annotations

import asyncio

import pytest
from fakes import FakeRasa, WordAnalyzer

rasa_trackers = pytest.importorskip("rasa.shared.core.trackers", reason="Rasa is not installed")

from rasa.shared.core.events import deserialise_events  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402

from bot.analysis.rasa_component import LITERAL, ConversationAnalyzer  # noqa: E402
from bot.tracker import escape, record_from_events  # noqa: E402

START = '/start{"gespreksvorm":"extra_gesprek","oudertype":"boos","casus":"sem_maandagmoe","zaad":3}'


def tracker(*lines: str):  # type: ignore[no-untyped-def]
    rasa = FakeRasa()
    for line in lines:
        asyncio.run(rasa.command("a", line) if line.startswith("/") else rasa.say("a", line))
    events = deserialise_events(rasa.stored.get("a", []))
    return rasa_trackers.DialogueStateTracker.from_events("a", events)


def processed(text: str, said: object = None, literal: bool = False) -> tuple[Message, WordAnalyzer]:
    analyzer = WordAnalyzer()
    message = Message(data={"text": text, "metadata": {LITERAL: literal}})
    ConversationAnalyzer(analyzer).process([message], said or tracker())
    return message, analyzer


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Dat spijt me.", "beurt"),
        ("Dit is echt, help.", "noodgeval"),
        ("hint", "hint"),
        ("Stop de oefening.", "stop"),
        ("opnieuw", "start"),
        ("/onbekend", "beurt"),
        ("", "beurt"),
    ],
)
def test_intent(text: str, intent: str) -> None:
    assert processed(text)[0].get("intent")["name"] == intent


def test_a_channel_with_buttons_says_every_word_to_the_parent() -> None:
    message, _ = processed("hint", literal=True)
    assert message.get("intent")["name"] == "beurt" and message.get("analyse") is not None


def test_the_analysis_knows_what_was_said_before() -> None:
    said = tracker(START, "Dat spijt me.", "Dat is uw schuld.", "/terug")
    message, analyzer = processed("Wat verwacht u?", said)
    record = record_from_events(event.as_dict() for event in said.events)
    assert record is not None
    assert analyzer.contexts == [type(analyzer.contexts[0])(record.last.text, ("Dat spijt me.",))]
    assert message.get("analyse")["vraagtypen"] == ["open"]
    assert "analyse" in message.output_properties


def test_an_escaped_slash_is_analysed_as_it_was_typed() -> None:
    message, _ = processed(escape("/wat spijt"))
    places = {label: (begin, end) for label, begin, end, _ in message.get("analyse")["spans"]}
    assert places["excuses"] == (5, 10)


@pytest.mark.parametrize("text", ["", " ", "x" * 20_001])
def test_what_no_action_will_take_is_not_analysed(text: str) -> None:
    message, analyzer = processed(text)
    assert analyzer.contexts == [] and message.get("analyse")["kind"] == "leeg"


def test_commands_are_not_analysed() -> None:
    assert processed("/start")[1].contexts == [] and processed("terug")[1].contexts == []
