"""Praise: when is it earned; never for doubtful words or for the kind start of a reproach."""

from __future__ import annotations

from bot.content.guideline import Guideline
from bot.content.label import load_labels
from bot.content.library import load_rewrites, load_scoring
from bot.debrief.questions import costly
from bot.debrief.sureness import is_sure, shown
from bot.debrief.talk import TurnView

_WARM = ("emotie_erkennen", "waardering", "gezamenlijk_belang", "positief", "welkom", "ruimte_geven")
_ASKING = ("herkenning", "verklaring", "thuissituatie", "beleving", "verwachting", "meedenken", "hulp_nagaan")
_BRIEF = ("doorvragen", "excuses")
_FEW_WORDS = 3


def earned(guideline: Guideline, label: str, view: TurnView) -> bool:
    """Tell whether a label in a turn surely deserves praise by this advice."""
    if (
        not label
        or load_labels()[label].advice != "aangeraden"
        or shown(view, label) < load_scoring().rules.sure
    ):
        return False
    enough = len(view.fragment(label).split()) >= _FEW_WORDS or label in _BRIEF
    return enough and not _taken_back(view, label) and not _other_feeling(guideline, view, label)


def _taken_back(view: TurnView, label: str) -> bool:
    """Tell whether the same turn seems to harm the relation, or surely steers the very question."""
    asks = label in _ASKING or load_labels()[label].group == "vraagtypen"
    pitfalls = load_scoring().pitfalls
    harms = any(pitfalls[x].harms == "relatie" for x in view.held if x in pitfalls)
    if asks and any(is_sure(view, x) for x in costly(view)):
        return True
    return (harms and (asks or label in _WARM)) or (label == "positief" and _is_worry(view))


def _is_worry(view: TurnView) -> bool:
    """Tell whether the words that should be good news are those of the concern."""
    spans = view.exchange.turn.spans
    good = {(s.begin, s.end) for s in spans if s.label == "positief"}
    return any((s.begin, s.end) in good for s in spans if s.label == "zorg")


def _other_feeling(guideline: Guideline, view: TurnView, label: str) -> bool:
    """Tell whether the words name another feeling than the one this advice is about."""
    acts = set(guideline.occasion.parent) if guideline.occasion else set()
    said = view.fragment(label).lower().split()
    words = load_rewrites().feelings
    named = {act for act, word in words.items() if any(w.strip(".,!?") == word for w in said)}
    return bool(acts & set(words)) and bool(named) and not named & acts
