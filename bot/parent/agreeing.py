"""Whether what the trainee says now agrees with what he said before: numbers, yes and no, promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.analysis.turn import TurnAnalysis
from bot.parent.hearing import hits, says
from bot.parent.recollection import recollection
from bot.parent.scene import Scene

LEAST_WORDS = 4
"""Words of a sentence that can be denied later; shorter ones ("dat kan") depend on what they answer."""


def corrects(scene: Scene) -> bool:
    """Tell whether the trainee takes something back or apologises, so that nobody needs to be caught."""
    return "excuses" in scene.labels or says(scene.turn.text.lower(), recollection().owns_up)


def contradicted(scene: Scene) -> str | None:
    """Give the trainee's earlier words that do not agree with this turn, the last first."""
    now = scene.turn.text
    if corrects(scene):
        return None
    for turn in reversed(scene.memory.turns):
        found = _other_number(scene, turn.text, now) or _denied(turn.text, now)
        if found:
            return found
    return None


def broken(scene: Scene) -> TurnAnalysis | None:
    """Give the turn with a promise that this turn breaks: secrecy, or something that cannot be done after all."""
    text, rules = scene.turn.text.lower(), recollection()
    if corrects(scene):
        return None
    refuses = says(text, rules.cannot) and "?" not in scene.memory.last.text  # else it answers the parent
    shares = bool(scene.labels & {"vastleggen", "deskundige", "dreigen"}) or says(text, rules.shares)
    for turn in reversed(scene.memory.turns):
        secret = says(turn.text.lower(), rules.secrecy) and "belofte" in turn.labels
        promised = bool({"belofte", "afspraak"} & set(turn.labels))
        if (secret and shares) or (promised and refuses):
            return turn
    return None


def kept(scene: Scene) -> TurnAnalysis | None:
    """Give the turn in which the trainee announced what he does now."""
    for turn in reversed(scene.memory.turns[:-1]):
        for label, phrases in recollection().announced.items():
            if label in scene.labels and label not in turn.labels and says(turn.text.lower(), phrases):
                return turn
    return None


def _other_number(scene: Scene, before: str, now: str) -> str | None:
    """Give the earlier count when both turns count the same signal over the same time, but differently."""
    one, two = list(_counts(before)), list(_counts(now))
    if len(one) != 1 or len(two) != 1 or one[0][0] == two[0][0] or _times(before) != _times(now):
        return None
    return one[0][1] if _same_signal(scene, before.lower(), now.lower()) else None


def _counts(text: str) -> Iterator[tuple[int, str]]:
    rules = recollection()
    for found in re.finditer(rf"\b(\w+) (?:{'|'.join(rules.counted)})\b", text.lower()):
        number = int(found[1]) if found[1].isdigit() else rules.numbers.get(found[1])
        if number:
            yield number, found[0]


def _times(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) & set(recollection().periods)


def _same_signal(scene: Scene, before: str, now: str) -> bool:
    signals = scene.cast.case.signals
    shared = [
        word for signal in signals for word in signal.keywords if hits(before, word) and hits(now, word)
    ]
    long = set(re.findall(r"\w{5,}", before)) & set(re.findall(r"\w{5,}", now))
    return bool(shared) or len(long) >= 2


def _denied(before: str, now: str) -> str | None:
    """Give an earlier sentence that this turn says again with or without a "not"."""
    denials = set(recollection().denials)
    said = [_words(sentence) for sentence in _sentences(now)]
    for sentence in _sentences(before):
        words = _words(sentence)
        if len(words - denials) < LEAST_WORDS:
            continue
        if any(words - denials == other - denials and bool(words & denials) != bool(other & denials)
               for other in said):  # fmt: skip
            return sentence.strip(" .!")
    return None


def _sentences(text: str) -> list[str]:
    """Give the sentences that are no question."""
    return [part for part in re.findall(r"[^.!?]+[.!?]?", text) if part.strip() and not part.endswith("?")]


def _words(sentence: str) -> set[str]:
    """Give the words; "geen" stands for "niet een"."""
    return set(re.findall(r"\w+", sentence.lower())) - set(recollection().fillers)
