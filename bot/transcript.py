"""Written conversations: read from YAML or plain text, checked, and analysed into an exercise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from bot.analysis.turn import Context
from bot.content.case import Form
from bot.content.files import read_yaml
from bot.content.problems import ContentError
from bot.exercise import Exchange, Exercise
from bot.messages import message
from bot.parent import TYPES
from bot.play import MAX_CHARACTERS, Analyzer

Speaker = Literal["leraar", "ouder"]

KEYS = ("gespreksvorm", "oudertype", "casus", "beurten")

_SPEAKERS: dict[str, Speaker] = {
    "leraar": "leraar", "leerkracht": "leraar", "juf": "leraar", "meester": "leraar", "ib'er": "leraar",
    "ouder": "ouder", "moeder": "ouder", "vader": "ouder",
}  # fmt: skip
_LINE = re.compile(r"^\s*([A-ZÀ-Ý][\w.'’ -]{0,29}|leraar|ouder):\s*(.*)$", re.IGNORECASE)


class TranscriptError(Exception):
    """A transcript that cannot be used; each fault is one Dutch line."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Keep the lines."""
        self.lines = tuple(lines)
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Transcript:
    """A written conversation in which speakers alternate.

    `case` is an id, free text or empty; `ignored` are unknown keys.
    """

    form: Form
    type: str
    case: str
    turns: tuple[tuple[Speaker, str], ...]
    ignored: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """Give the trainee's turns in order."""
        return tuple(text for speaker, text in self.turns if speaker == "leraar")


def read_transcript(path: Path) -> Transcript:
    """Read a transcript; raise TranscriptError with all faults found at once."""
    if not path.is_file():
        raise TranscriptError([message("geen_bestand", bestand=path)])
    if path.suffix.lower() in (".yml", ".yaml", ".json"):
        return _from_yaml(path)
    return _from_text(path)


def _from_yaml(path: Path) -> Transcript:
    try:
        data = read_yaml(path)
    except ContentError as error:
        raise TranscriptError([str(problem) for problem in error.problems]) from None
    except OSError:
        raise TranscriptError([message("niet_leesbaar", bestand=path)]) from None
    if data is None:
        raise TranscriptError([message("gesprek_leeg", bestand=path)])
    if not isinstance(data, dict):
        raise TranscriptError([message("gesprek_geen_map", bestand=path)])
    turns, faults = _turns(path, data.get("beurten"))
    return _checked(path, data, turns, faults)


def _turns(path: Path, given: Any) -> tuple[list[tuple[Speaker, str]], list[str]]:
    if given is None:
        return [], [message("gesprek_ontbreekt", bestand=path, sleutel="beurten")]
    if not isinstance(given, list):
        return [], [message("gesprek_lijst", bestand=path)]
    turns: list[tuple[Speaker, str]] = []
    faults = []
    for number, item in enumerate(given, 1):
        speaker, text = next(iter(item.items())) if isinstance(item, dict) and len(item) == 1 else ("", "")
        if speaker not in get_args(Speaker) or not isinstance(text, str) or not text.strip():
            faults.append(message("gesprek_beurt", bestand=path, nummer=number))
        elif len(text) > MAX_CHARACTERS:
            faults.append(message("gesprek_te_lang", bestand=path, nummer=number, grens=MAX_CHARACTERS))
        else:
            turns.append(("leraar" if speaker == "leraar" else "ouder", text.strip()))
    return turns, faults


def _from_text(path: Path) -> Transcript:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise TranscriptError([message("niet_leesbaar", bestand=path)]) from None
    if not any(line.strip() for line in lines):
        raise TranscriptError([message("gesprek_leeg", bestand=path)])
    head: dict[str, Any] = {}
    turns: list[tuple[Speaker, str]] = []
    faults: list[str] = []
    for number, line in enumerate(lines, 1):
        _read_line(path, number, line, head, turns, faults)
    _, wrong = _turns(path, [{speaker: text} for speaker, text in turns])
    return _checked(path, head, turns, faults + wrong)


def _read_line(
    path: Path,
    number: int,
    line: str,
    head: dict[str, Any],
    turns: list[tuple[Speaker, str]],
    faults: list[str],
) -> None:
    found = _LINE.match(line)
    name = found[1].strip().lower().replace("’", "'") if found else ""
    if found and name in _SPEAKERS:
        turns.append((_SPEAKERS[name], found[2]))
    elif found and name in KEYS and not turns:
        head[name] = found[2].strip()
    elif found and found[1][0].isupper() and " " not in found[1].strip():
        faults.append(message("gesprek_spreker", bestand=path, regel=number, spreker=found[1].strip()))
    elif line.strip() and turns:
        speaker, said = turns[-1]
        turns[-1] = (speaker, f"{said} {line.strip()}".strip())
    elif line.strip():
        faults.append(message("gesprek_voor_eerste", bestand=path, regel=number))


def _checked(
    path: Path, data: dict[str, Any], turns: list[tuple[Speaker, str]], faults: list[str]
) -> Transcript:
    for key, allowed in (("gespreksvorm", get_args(Form)), ("oudertype", TYPES)):
        value = data.get(key)
        if value in (None, ""):
            faults.append(message("gesprek_ontbreekt", bestand=path, sleutel=key))
        elif value not in allowed:
            listed = ", ".join(allowed)
            faults.append(message("gesprek_waarde", bestand=path, sleutel=key, waarde=value, mogelijk=listed))
    if not faults and not any(speaker == "leraar" for speaker, _ in turns):
        faults.append(message("gesprek_geen_leraar", bestand=path))
    if faults:
        raise TranscriptError(faults)
    ignored = tuple(str(key) for key in data if key not in KEYS)
    case = " ".join(str(data.get("casus") or "").split())
    return Transcript(data["gespreksvorm"], data["oudertype"], case, _joined(turns), ignored)


def _joined(turns: Sequence[tuple[Speaker, str]]) -> tuple[tuple[Speaker, str], ...]:
    """Join what one speaker says without interruption: that is one turn (labels.md).

    A transcript without any parent is a list of turns to be answered: those stay apart.
    """
    if all(speaker == "leraar" for speaker, _ in turns):
        return tuple(turns)
    joined: list[tuple[Speaker, str]] = []
    for speaker, text in turns:
        if joined and joined[-1][0] == speaker:
            joined[-1] = (speaker, f"{joined[-1][1]} {text}")
        else:
            joined.append((speaker, text))
    return tuple(joined)


def analysed(
    transcript: Transcript, analyzer: Analyzer, parent_acts: Callable[[str], Sequence[str]]
) -> Exercise:
    """Analyse every turn in its context; the parent's state is unknown, what their words do is recognised."""
    exchanges: list[Exchange] = []
    before = ""
    for speaker, text in transcript.turns:
        if speaker == "ouder":
            before = text
            continue
        earlier = tuple(exchange.turn.text for exchange in exchanges)
        turn = analyzer.analyse(text, Context(parent=before, earlier=earlier))
        acts = tuple(parent_acts(before)) if before else ()
        exchanges.append(Exchange(turn=turn, before=before, before_acts=acts))
        before = ""
    return Exercise(
        form=transcript.form, type=transcript.type, exchanges=tuple(exchanges), case=transcript.case or None
    )
