"""What a turn of the trainee does to the parent, cause by cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.analysis.turn import TurnAnalysis
from bot.exercise import Cause
from bot.parent.library import Cast
from bot.parent.memory import Memory
from bot.parent.mind import Mind
from bot.parent.model import plain

_GOOD_UP = {"vertrouwen", "openheid", "ladder", "gehoord", "grip"}
_SATURATES = {"vertrouwen", "openheid", "gehoord"}
"""The fuller these are, the less one more kind word adds."""

_DIFFICULTY = {"makkelijk": 1.25, "gemiddeld": 1.0, "moeilijk": 0.92}
_HARM = {"makkelijk": 0.75, "gemiddeld": 1.0, "moeilijk": 1.1}
"""How strongly good and harmful words move tension and the rest, by difficulty."""

HOT = 0.6
"""Tension from which no facts or agreements come in (B1 bijlage 4)."""


@dataclass(frozen=True)
class Change:
    """Causes before bounds; `pushed`: the trainee went on about facts while tension was high."""

    causes: tuple[Cause, ...]
    pushed: bool = False


def change(cast: Cast, memory: Memory, mind: Mind, turn: TurnAnalysis) -> Change:
    """Find everything in a turn that moves the parent."""
    if turn.kind != "beurt":
        return Change(_rule(turn.kind, turn, cast.world.effects.strange.get(turn.kind, {})))
    labels = _counting(turn)
    groups = cast.world.effects.groups
    hot = mind.spanning >= HOT
    pushed = hot and bool(set(labels) & set(groups.task)) and not set(labels) & set(groups.relation)
    causes = [_cause(cast, memory, mind, turn, label) for label in labels]
    rules = cast.world.effects.rules
    if pushed:
        causes += _rule("pushed", turn, _eased(cast, rules["pushed"]))
    elif mind.ladder < 1 and not small_step(turn) and set(labels) & set(groups.early):
        causes += _rule("te_vroeg", turn, _eased(cast, rules["te_vroeg"]))
    if turn.samen_kijken and not hot:
        causes += _rule("samen_kijken", turn, rules["samen_kijken"])
    if _closed_in_a_row(memory, turn):
        causes += _rule("gesloten_op_rij", turn, rules["gesloten_op_rij"])
    if not labels:
        causes += _rule("zonder_label", turn, {"spanning": max(-0.02, min(0.02, 0.3 - mind.spanning))})
    return Change(tuple(causes), pushed)


def small_step(turn: TurnAnalysis) -> bool:
    """Tell whether only looking together or meeting again is proposed (B1 bijlage 4 'Zorgen delen')."""
    return turn.samen_kijken or (
        "vervolg" in turn.zetten and not {"oplossing", "deskundige"} & set(turn.zetten)
    )


def _counting(turn: TurnAnalysis) -> tuple[str, ...]:
    connecting = "gezamenlijk_belang" in turn.zetten
    return tuple(label for label in turn.labels if not (connecting and label == "retorisch"))


def _rule(label: str, turn: TurnAnalysis, changes: Mapping[Any, float]) -> tuple[Cause, ...]:
    return (Cause(label, turn.text, dict(changes)),) if changes else ()


def _eased(cast: Cast, changes: Mapping[Any, float]) -> dict[str, float]:
    """Give a harmful rule its weight at this difficulty."""
    return {name: round(value * _HARM[cast.setup.difficulty], 4) for name, value in changes.items()}


def _closed_in_a_row(memory: Memory, turn: TurnAnalysis) -> bool:
    forms = [set(item.vraagtypen) for item in (*memory.turns[-2:], turn)]
    return len(forms) == 3 and all(
        "gesloten" in form and not form & {"open", "hoe", "doorvragen"} for form in forms
    )


def _cause(cast: Cast, memory: Memory, mind: Mind, turn: TurnAnalysis, label: str) -> Cause:
    base: dict[str, float] = plain(cast.world.effects.labels.get(label, {}))
    for name, extra in cast.kind.extra.get(label, {}).items():
        base[name] = base.get(name, 0.0) + extra
    factor = cast.kind.factors.get(label, 1.0)
    good = factor * _strength(cast, memory, turn, label) * _fit(cast, memory, mind, label)
    bare = not _takes_in(cast, mind, turn, label)
    changes = {
        n: _moved(cast, mind, n, v, factor, good) for n, v in base.items() if not (bare and n == "ladder")
    }
    return Cause(label, turn.fragment(label), {name: value for name, value in changes.items() if value})


def _moved(cast: Cast, mind: Mind, name: str, value: float, factor: float, good: float) -> float:
    helps = (value > 0) == (name in _GOOD_UP)
    moved = value * (good if helps else factor)
    if helps and name in _SATURATES:
        moved *= 1.3 - getattr(mind, name)
    if name == "spanning":
        moved *= cast.kind.temper.fall if helps else cast.kind.temper.rise * _HARM[cast.setup.difficulty]
    return round(moved, 4)


def _strength(cast: Cast, memory: Memory, turn: TurnAnalysis, label: str) -> float:
    strength = _DIFFICULTY[cast.setup.difficulty] / (1 + 0.6 * memory.recent(label))
    return strength * 0.4 if turn.valkuilen else strength


def _fit(cast: Cast, memory: Memory, mind: Mind, label: str) -> float:
    groups = cast.world.effects.groups
    if label == "excuses":
        return 1.0 if memory.acts(3) & set(groups.critical) else 0.3
    if label == "emotie_erkennen":
        return 1.3 if mind.spanning >= HOT or memory.acts() & set(groups.sad) else 0.8
    if label == "begrenzen" and mind.spanning < 0.5:
        return 0.0
    return 1.0


def _takes_in(cast: Cast, mind: Mind, turn: TurnAnalysis, label: str) -> bool:
    groups = cast.world.effects.groups
    if mind.spanning >= HOT and label in groups.task:
        return False
    return not (mind.ladder < 1 and label in groups.early and not small_step(turn))
