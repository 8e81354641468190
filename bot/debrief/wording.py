"""Small wording: sources in one line, short quotes, feelings and facts for slots in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.content.case import Case, Signal
from bot.content.guideline import Source
from bot.content.library import load_forms, load_rewrites, load_topic_words
from bot.debrief.address import says_je, to_je
from bot.debrief.talk import Talk, TurnView

_SLOT = re.compile(r"\{(\w+)\}")
_QUESTION = re.compile(r"[^.!?]*\?")
_PRONOUNS = {
    "jongen": {"hij": "hij", "Hij": "Hij", "hem": "hem", "zijn": "zijn", "Zijn": "Zijn"},
    "meisje": {"hij": "ze", "Hij": "Ze", "hem": "haar", "zijn": "haar", "Zijn": "Haar"},
}
LONGEST_QUOTE = 220
INFORMAL = "(je)"
"""A mark among the slots, never a slot in a sentence: the trainee says `je` to this parent."""


def source_line(sources: Iterable[Source]) -> str:
    """Give document and section of every source, as in "B2 §2.5 Tienminutengesprek; B4 Ouders"."""
    return "; ".join(f"{source.doc} {source.section}" for source in sources)


def short_sources(sources: Sequence[Source], form: str) -> str:
    """Give at most two sources, the section on this form first; the list of guidelines has them all."""
    guide = load_forms().get(form)
    own = [source for source in sources if guide and source == guide.source]
    first = (own or list(sources))[0]
    rest = [source for source in sources if source != first]
    others = [source for source in rest if source.doc != first.doc] or rest
    return source_line([first, *others[:1]])


def quote(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Give a text short enough to quote, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[:longest].rsplit(" ", 1)[0] + " …"


def fill(template: str, slots: Mapping[str, str]) -> str | None:
    """Fill a sentence; None when a slot has no value."""
    if any(name not in slots for name in _SLOT.findall(template)):
        return None
    filled = _SLOT.sub(lambda match: slots[match.group(1)], template)
    filled = filled[:1].upper() + filled[1:]
    return to_je(filled) if INFORMAL in slots else filled


def pick(templates: Sequence[str], slots: Mapping[str, str], place: int, used: Iterable[str] = ()) -> str:
    """Give a fillable sentence, those with most about this case first, then by turn; empty when none fits."""
    spent = set(used)
    filled = [(len(_SLOT.findall(item)), fill(item, slots)) for item in templates]
    usable = [(slotted > 0, text) for slotted, text in filled if text]
    fresh = [item for item in usable if item[1] not in spent] or usable
    own = [text for about_case, text in fresh if about_case] or [text for _, text in fresh]
    return own[place % len(own)] if own else ""


def _about(case: Case, talk: Talk, view: TurnView) -> Signal:
    """Choose the fact that fits this turn: named in it, on its topic, or not yet named."""
    text = view.text.lower()
    named = [s for s in case.signals if any(word.lower() in text for word in s.keywords)]
    topical = [s for s in case.signals if s.topic in view.exchange.turn.topics]
    said = " ".join(other.text.lower() for other in talk.turns[: view.number])
    fresh = [s for s in case.signals if not any(word.lower() in said for word in s.keywords)]
    rest = fresh or list(case.signals)
    return (named or topical or [rest[view.number % len(rest)]])[0]


def _feeling(acts: Sequence[str]) -> str | None:
    words = load_rewrites().feelings
    return next((word for act, word in words.items() if act in acts), None)


def _named(topic: str, view: TurnView) -> bool:
    """Tell whether a word of the question gives the topic away; on a guessed topic a rewrite is odd."""
    asked = " ".join(_QUESTION.findall(view.text)).lower() or view.text.lower()
    words = set(re.findall(r"[\w']+", asked))
    return any(word in words or (" " in word and word in asked) for word in load_topic_words()[topic])


def _question(view: TurnView, slots: Mapping[str, str]) -> str:
    rewrites = load_rewrites()
    first = view.exchange.turn.topics[:1]
    lines = [rewrites.topics[t] for t in first if t in rewrites.topics and _named(t, view)]
    return pick(lines[0] if lines else rewrites.about_topic, slots, view.number)


def case_slots(case: Case | None) -> dict[str, str]:
    """Give the slots that only need the child: name and pronouns; empty without a case."""
    return {"kind": case.child.name, **_PRONOUNS[case.child.gender]} if case else {}


def talk_slots(talk: Talk) -> dict[str, str]:
    """Give the slots of the whole talk: the child, and whether the trainee says `je`."""
    informal = says_je([view.text for view in talk.turns])
    return case_slots(talk.case) | ({INFORMAL: "je"} if informal else {})


def turn_slots(talk: Talk, view: TurnView) -> dict[str, str]:
    """Give every slot that this case and this moment can fill."""
    slots = talk_slots(talk)
    if talk.case:
        signal = _about(talk.case, talk, view)
        strength = talk.case.strengths[view.number % len(talk.case.strengths)]
        slots |= {"feit": signal.text, "kort": signal.short, "sterk": strength.text}
    feeling = _feeling(view.acts)
    if feeling and (talk.acts_known or feeling in view.exchange.before.lower()):
        slots["gevoel"] = feeling
    slots["vraag"] = _question(view, slots)
    return slots
