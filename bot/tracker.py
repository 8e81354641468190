"""The record of an exercise, read from the events of a conversation (plain dicts, no Rasa import).

A parent's utterance carries its record in the metadata of the bot event: `keuze` and `opening` for the
first, `antwoord` for the others; `vraag` marks a question about the choices of a next exercise. What the
trainee said and its analysis are in the user event before it.
A user event without an answer (the action server was gone) does not count: the turn can be sent again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.analysis.turn import TurnAnalysis
from bot.exercise import Ending, Exchange, Exercise, Reply, Setup
from bot.format import FORMAT, as_now, setup_of
from bot.play import exercise_of, last_reply

Event = Mapping[str, Any]

_ESCAPE = "\u200b"
"""Zero-width space before a turn that starts with '/', which Rasa would read as an intent."""


def escape(text: str) -> str:
    """Make text safe to send to Rasa as something a person said."""
    return _ESCAPE + text if text.startswith("/") else text


def unescape(text: str) -> str:
    """Give the text as it was typed."""
    return text.removeprefix(_ESCAPE)


@dataclass(frozen=True)
class Record:
    """One exercise as the events tell it.

    `hints` are ids of hints given, `hinted` after how many turns each; `coach` are lines per turn number;
    `analysis` are fingerprints of the trained analyses that gave the labels.
    """

    setup: Setup
    opening: Reply
    exchanges: tuple[Exchange, ...] = ()
    reverted: tuple[Exchange, ...] = ()
    hints: tuple[str, ...] = ()
    coach: Mapping[int, Mapping[str, str]] | None = None
    stopped: bool = False
    hinted: tuple[int, ...] = ()
    analysis: tuple[str, ...] = ()

    @property
    def last(self) -> Reply:
        """Give what the parent said last."""
        return last_reply(self.opening, self.exchanges)

    @property
    def ending(self) -> Ending | None:
        """Give why the conversation is over, None while it goes on."""
        return "gestopt" if self.stopped and not self.last.ending else self.last.ending

    def exercise(self, disagreements: Sequence[dict[str, Any]] = ()) -> Exercise:
        """Give the form the debrief reads; turns taken back are kept apart in `reverted`."""
        return replace(
            exercise_of(self.setup, self.exchanges),
            reverted=self.reverted,
            disagreements=tuple(disagreements),
            ending=self.ending,
            analysis=self.analysis,
        )


def opening_metadata(setup: Setup, reply: Reply) -> dict[str, Any]:
    """Give what the first bot event keeps."""
    return {"formaat": FORMAT, "keuze": asdict(setup), "opening": reply.to_dict()}


def applied(events: Iterable[Event]) -> list[Event]:
    """Give the events that still apply, without what was taken back (as Rasa's `applied_events`)."""
    return _walk(events)[0]


def record_from_events(events: Iterable[Event]) -> Record | None:
    """Give the latest exercise in these events, None when none was started; raise NewerFormatError."""
    kept, reverted = _walk(events)
    start = _start(kept)
    if start is None:
        return None
    first, since = as_now(_metadata(kept[start])), kept[start + 1 :]
    opening = Reply.from_dict(first["opening"])
    exchanges, coach = _exchanges(since, opening)
    notes = [_metadata(event) for event in since]
    return Record(
        setup=setup_of(first),
        opening=opening,
        exchanges=exchanges,
        reverted=tuple(reverted),
        hints=tuple(note["hint"] for note in notes if "hint" in note),
        coach=coach,
        stopped=any(note.get("gestopt") for note in notes),
        hinted=_hinted(since),
        analysis=tuple(dict.fromkeys(str(note["analyse"]) for note in notes if note.get("analyse"))),
    )


def _walk(events: Iterable[Event]) -> tuple[list[Event], list[Exchange]]:
    kept: list[Event] = []
    reverted: list[Exchange] = []
    for event in events:
        kind = event.get("event")
        if kind in ("restart", "session_started"):
            kept, reverted = [], []
        elif kind == "rewind":
            before = _said(kept)
            _undo(kept, "user")
            _undo(kept, "action")
            reverted += before[len(_said(kept)) :]
        elif kind == "undo":
            _undo(kept, "action")
        else:
            kept.append(event)
            reverted = [] if "opening" in _metadata(event) else reverted
    return kept, reverted


def _undo(kept: list[Event], kind: str) -> None:
    while kept and kept.pop().get("event") != kind:
        pass


def _start(kept: Sequence[Event]) -> int | None:
    """Give the place of the opening; None when none was, or when a new exercise is being chosen."""
    for place in reversed(range(len(kept))):
        note = _metadata(kept[place])
        if "opening" in note or "vraag" in note:
            return place if "opening" in note else None
    return None


def _said(kept: Sequence[Event]) -> tuple[Exchange, ...]:
    start = _start(kept)
    if start is None:
        return ()
    return _exchanges(kept[start + 1 :], Reply.from_dict(_metadata(kept[start])["opening"]))[0]


def rewinds(events: Iterable[Event]) -> int:
    """Give how many of the last user messages go when the last turn is taken back; 0 without a turn."""
    kept = applied(events)
    start = _start(kept)
    if start is None:
        return 0
    count = 0
    answered = False
    for event in reversed(kept[start + 1 :]):
        answered = answered or "antwoord" in _metadata(event)
        if event.get("event") == "user":
            count += 1
            if answered:
                return count
    return 0


def _metadata(event: Event) -> Mapping[str, Any]:
    return (event.get("metadata") or {}) if event.get("event") == "bot" else {}


def _exchanges(
    events: Sequence[Event], opening: Reply
) -> tuple[tuple[Exchange, ...], dict[int, Mapping[str, str]]]:
    exchanges: list[Exchange] = []
    coach: dict[int, Mapping[str, str]] = {}
    before, said = opening, None
    for event in events:
        note = _metadata(event)
        if event.get("event") == "user":
            said = event
        elif "antwoord" in note and said is not None:
            reply = Reply.from_dict(note["antwoord"])
            exchanges.append(Exchange(_turn(said), reply, before.text, before.acts))
            before, said = reply, None
            if note.get("coach"):
                coach[len(exchanges)] = note["coach"]
    return tuple(exchanges), coach


def _hinted(events: Sequence[Event]) -> tuple[int, ...]:
    """Tell after how many answered turns each hint was given."""
    places: list[int] = []
    count, said = 0, False
    for event in events:
        note = _metadata(event)
        if event.get("event") == "user":
            said = True
        elif "antwoord" in note and said:
            count, said = count + 1, False
        elif "hint" in note:
            places.append(count)
    return tuple(places)


def _turn(event: Event) -> TurnAnalysis:
    parsed = event.get("parse_data") or {}
    return TurnAnalysis.from_dict(unescape(str(event.get("text") or "")), parsed.get("analyse") or {})
