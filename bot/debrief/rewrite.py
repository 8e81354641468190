"""Better sentences: for a weak turn, one sentence that fits this child, this parent, this moment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.content.guideline import Guideline
from bot.content.library import load_rewrites
from bot.debrief.talk import Talk, TurnView
from bot.debrief.wording import fill, pick, turn_slots


def better(label: str, talk: Talk, view: TurnView) -> str:
    """Give another way to say a turn that carries a discouraged label; empty when there is none."""
    templates = special_lines(label, view) or load_rewrites().labels.get(label, ())
    return pick(templates, turn_slots(talk, view), view.number)


def special_lines(label: str, view: TurnView) -> tuple[str, ...]:
    """Give sentences for what this very fragment is about; empty when nothing special is."""
    words = view.fragment(label).lower()
    for item in load_rewrites().special.get(label, ()):
        worded = not item.words or any(re.search(rf"\b{re.escape(word)}", words) for word in item.words)
        if worded and (not item.acts or set(item.acts) & set(view.acts)):
            return item.lines
    return ()


def examples(guideline: Guideline, slots: Mapping[str, str]) -> tuple[str, ...]:
    """Give the example sentences of a guideline, or sentences that show it with facts of this very case.

    A guideline's own examples may name facts of another child; these are kept for where no case is known.
    """
    shown = load_rewrites().shown
    wanted = guideline.met_all or guideline.met
    own = [line for label in wanted for line in shown.get(label, ()) if fill(line, slots)]
    answers = guideline.occasion is not None and guideline.occasion.parent
    if not answers and own and all(label in shown for label in wanted):
        return tuple(own) if not guideline.met_all else (" ".join(shown[label][0] for label in wanted),)
    if any(fill(line, slots) for line in guideline.examples):
        return guideline.examples
    plain = load_rewrites().plain
    return tuple(plain[label] for label in wanted if label in plain)


def example(guideline: Guideline, talk: Talk, view: TurnView) -> str:
    """Give an example sentence of a guideline, filled for this case; empty when none fits."""
    slots = turn_slots(talk, view)
    rewrites = load_rewrites()
    wanted = guideline.met_all or guideline.met[:1]
    answers = guideline.occasion is not None and guideline.occasion.parent
    plain = tuple(rewrites.plain[label] for label in wanted if label in rewrites.plain)
    known = talk.case is not None and any(label in rewrites.shown for label in wanted)
    if plain and not answers and not known:
        return pick((" ".join(plain),), slots, view.number)
    return pick(examples(guideline, slots), slots, view.number)
