"""Reading a written conversation: the file, its head, its turns, and all faults at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from bot.catalogue import forms, types
from bot.content.case import Form
from bot.messages import message
from bot.parent import TYPES
from bot.play import MAX_CHARACTERS
from bot.transcript.decode import read_text
from bot.transcript.lines import read_lines
from bot.transcript.model import Draft, Said, Speaker, Transcript, TranscriptError, joined
from bot.transcript.tree import read_tree

_TREES = (".yml", ".yaml", ".json")
_MOST_LISTED = 20
"""Unclear lines told when the file cannot be used at all."""


def read_transcript(path: Path) -> Transcript:
    """Read a transcript; raise TranscriptError with all faults found at once.

    Lines that are not clear are no part of the conversation and are listed in `unclear`.
    """
    text = read_text(path)
    if not text.strip():
        raise TranscriptError([message("gesprek_leeg", bestand=path)])
    draft = Draft()
    if path.suffix.lower() in _TREES:
        read_tree(text, draft, str(path))
    else:
        read_lines(text, draft)
    return _checked(path, draft)


def _checked(path: Path, draft: Draft) -> Transcript:
    faults = list(draft.faults)
    form = _value(path, draft, "gespreksvorm", get_args(Form), faults)
    type_ = _value(path, draft, "oudertype", TYPES, faults)
    if not draft.faults and not any(said.speaker == "leraar" for said in draft.turns):
        empty = not draft.turns and not draft.unclear
        slots = {"sleutel": "beurten"} if empty else {}
        faults.append(message("gesprek_ontbreekt" if empty else "gesprek_geen_leraar", bestand=path, **slots))
    faults += [
        message("gesprek_te_lang", bestand=path, regel=said.line, grens=MAX_CHARACTERS)
        for said in draft.turns
        if len(said.text) > MAX_CHARACTERS
    ]
    if faults:
        raise TranscriptError([*faults, *_listed(path, draft)])
    case = " ".join(draft.head.get("casus", "").split())
    return Transcript(form, type_, case, _turns(draft.turns), tuple(draft.ignored), tuple(draft.unclear))


def _listed(path: Path, draft: Draft) -> list[str]:
    lines = [f"{path}, {item}" for item in draft.unclear[:_MOST_LISTED]]
    more = len(draft.unclear) - _MOST_LISTED
    return [*lines, message("onduidelijk_meer", aantal=more)] if more > 0 else lines


def _value(path: Path, draft: Draft, key: str, allowed: Sequence[str], faults: list[str]) -> Any:
    given = draft.head.get(key, "").strip("\"' ")
    found = _meant(key, given, allowed)
    if not given:
        faults.append(message("gesprek_ontbreekt", bestand=path, sleutel=key))
    elif found is None:
        listed = ", ".join(allowed)
        faults.append(
            message("gesprek_waarde", bestand=path, sleutel=key, waarde=given[:60], mogelijk=listed)
        )
    return found


def _meant(key: str, given: str, allowed: Sequence[str]) -> str | None:
    """Give the id that is meant: the id itself, or words such as 'extra gesprek' or 'boze ouder'."""
    said = given.lower()
    written = "_".join(said.replace("-", " ").split())
    if written in allowed or not given[:1].isalpha():
        return written if written in allowed else None
    options = forms() if key == "gespreksvorm" else types()
    found = [option.id for option in options if option.named_in(said)]
    return found[0] if len(found) == 1 else None


def _turns(turns: Sequence[Said]) -> tuple[tuple[Speaker, str], ...]:
    """Give the turns; without any parent it is a list of turns to be answered: those stay apart."""
    if all(said.speaker == "leraar" for said in turns):
        return tuple((said.speaker, said.text) for said in turns)
    return joined(turns)
