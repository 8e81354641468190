"""An exercise as the page reads it."""

from __future__ import annotations

from typing import Any

from bot.catalogue import mood
from bot.channel.cards import person_card
from bot.choice import choices_of
from bot.content.label import load_labels
from bot.content.library import load_case, load_person
from bot.exercise import Exchange, Reply, State
from bot.given_hints import given_hints
from bot.storage.store import Row
from bot.tracker import Record


def state_view(state: State) -> dict[str, Any]:
    """Give the parent's state, with a word so that it never rests on a number."""
    return {
        "spanning": round(state.spanning, 3),
        "vertrouwen": round(state.vertrouwen, 3),
        "openheid": round(state.openheid, 3),
        "inzicht": state.inzicht,
        "woord": mood(state.spanning),
    }


def title_of(record: Record) -> str:
    """Give the title of the case."""
    case = load_case(record.setup.case)
    return case.title if case else record.setup.case


def exercise_view(name: str, record: Record) -> dict[str, Any]:
    """Give a whole exercise, to show it or to go on after a reload."""
    person = load_person(record.setup.person)
    return {
        "id": name,
        "titel": title_of(record),
        "keuze": choices_of(record.setup),
        "ouder": person_card(person) if person else None,
        "opening": record.opening.text,
        "uitingen": [record.opening.text],
        "beurten": turns_view(record),
        "hints": hints_view(record),
        "einde": record.ending,
        "toestand": state_view(record.last.state),
    }


def hints_view(record: Record) -> list[dict[str, Any]]:
    """Give the hints that were given, with after how many turns (`na`)."""
    return [
        {
            "na": given.turns,
            "tekst": given.hint.tekst,
            "voorbeeld": given.hint.voorbeeld,
            "bron": given.hint.bron,
        }
        for given in given_hints(record)
    ]


def turns_view(record: Record) -> list[dict[str, Any]]:
    """Give all turns so far."""
    return [turn_view(record, number) for number in range(1, len(record.exchanges) + 1)]


def turn_view(record: Record, number: int) -> dict[str, Any]:
    """Give one turn (from 1) with the parent's answer."""
    exchange = record.exchanges[number - 1]
    reply = _reply(exchange)
    return {
        "nr": number,
        "leraar": exchange.turn.text,
        "ouder": reply.text,
        "gedachte": reply.thought,
        "toestand": state_view(reply.state),
        "coach": (record.coach or {}).get(number),
        "einde": reply.ending,
        "waarschuwing": None,
    }


def labels_view() -> list[dict[str, str]]:
    """Give all labels by group, for who misses one."""
    return [{"id": key, "naam": label.name, "groep": label.group} for key, label in load_labels().items()]


def row_view(row: Row) -> dict[str, Any]:
    """Give a line of the list of exercises."""
    return {
        "id": row.id,
        "datum": row.created,
        "titel": row.title,
        "ouder": row.parent,
        "einde": row.ending,
        "totaal": row.total,
        "competenties": row.scores,
        "vanaf": row.attempt.turn if row.attempt else None,
        "oneens": row.objections,
    }


def _reply(exchange: Exchange) -> Reply:
    if exchange.reply is None:  # a stored turn always has an answer
        raise LookupError("turn without reply")
    return exchange.reply
