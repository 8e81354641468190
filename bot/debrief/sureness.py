"""How sure it is that something was, or was not, said; what is doubtful is held against nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.content.files import KNOWLEDGE, read_yaml
from bot.content.library import load_scoring
from bot.debrief.questions import costly
from bot.debrief.talk import TurnView

NEARLY = KNOWLEDGE / "cues" / "nearly.yml"


@lru_cache(maxsize=1)
def _nearly() -> Mapping[str, tuple[str, ...]]:
    return {label: tuple(phrases) for label, phrases in read_yaml(NEARLY).items()}


def is_sure(view: TurnView, label: str) -> bool:
    """Tell whether a label is sure enough to say something about it."""
    return view.certainty(label) >= load_scoring().rules.sure


def shown(view: TurnView, label: str) -> float:
    """Give how sure it is, 0 to 1, that good advice was followed: not where the same words also harm."""
    spans = view.exchange.turn.spans
    own = [s for s in spans if s.label == label]
    bad = {*view.held, *costly(view)} - {"meervoudig", label}
    clashes = [
        s.probability for s in spans if s.label in bad for o in own if s.begin < o.end and o.begin < s.end
    ]
    return view.certainty(label) * (1 - max(clashes, default=0.0))


def perhaps(view: TurnView, labels: Iterable[str]) -> bool:
    """Tell whether one of the labels may be there although the analysis did not give it."""
    text, unsure = view.text.lower(), view.exchange.turn.unsure
    return any(x in unsure or any(phrase in text for phrase in _nearly().get(x, ())) for x in labels)
