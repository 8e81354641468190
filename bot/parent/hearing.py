"""What the parent hears in a turn: what the analysis found, where the words bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from pydantic import Field
from rapidfuzz import fuzz

from bot.analysis.turn import TurnAnalysis
from bot.content.base import Content
from bot.content.person import Lines

REPEATS = 75
"""Likeness (0 to 100, order of words left out) from which a question counts as asked before."""

LAST_WORDS = 3
"""Turns after which a bare goodbye closes the conversation."""

_QUESTIONS = ("herkenning", "verklaring", "beleving", "verwachting")
_KIND = {"emotie_erkennen", "waardering", "ruimte_geven"}
_MOVES = ("vraagtypen", "zetten", "valkuilen")


class Hearing(Content):
    """Which words bear a label out, and which plain words ask or propose something (hearing.yml)."""

    sure: float = Field(ge=0, le=1)
    doubt: float = Field(ge=0, le=1)
    doubtful: Lines
    bears: dict[str, Lines]
    adds: dict[str, Lines]
    topics: dict[str, Lines]
    not_topics: dict[str, Lines]
    together: Lines
    invites: Lines
    refers: Lines
    pitfalls: Lines
    nearly_asks: Lines
    nearly_hurts: Lines
    nearly_kind: Lines
    asks_on: Lines
    byes: Lines
    fears: Lines
    about_you: Lines
    about_you_too: Lines
    child: Lines
    reporting: Lines


@lru_cache(maxsize=4096)
def _stem(keyword: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(keyword)}")


def hits(text: str, keyword: str) -> bool:
    """Tell whether a keyword or stem begins a word somewhere in a lower-case text."""
    return keyword in text and _stem(keyword).search(text) is not None


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"(?:\s+\S+){0,5}?\s+".join(re.escape(part) for part in phrase.split(" * ")))


def says(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether one of these phrases (with `*` for some words) is in a lower-case text."""
    return any(_phrase(phrase).search(text) for phrase in phrases)


@lru_cache(maxsize=512)
def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(words)}\b")


def has_words(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether one of these phrases, of whole words, is in a lower-case text."""
    return any(_words(words).search(text) for words in phrases)


def whole(text: str) -> str:
    """Give a lower-case text without the marks at its end."""
    return text.strip(" .!?,\u2026")


def says_bye(text: str, hearing: Hearing) -> bool:
    """Tell whether the last sentence only says goodbye."""
    sentences = [part for part in re.split(r"[.!?]", text) if part.strip()]
    return bool(sentences) and whole(sentences[-1]) in hearing.byes


def repeats(text: str, earlier: Sequence[str], likeness: int = REPEATS) -> bool:
    """Tell whether a turn really resembles an earlier one."""
    return any(fuzz.token_set_ratio(text.lower(), before.lower()) >= likeness for before in earlier)


def heard(turn: TurnAnalysis, earlier: Sequence[str], hearing: Hearing) -> TurnAnalysis:
    """Give the turn as the parent hears it: without labels no word bears out, with plain proposals.

    Labels without a span (a turn built by hand) are taken at their word.
    """
    text = turn.text.lower()
    if turn.kind == "andere_taal" and says(text, hearing.adds["afronding"]):
        turn = replace(turn, kind="beurt")  # a short Dutch goodbye
    if turn.kind != "beurt":
        return turn
    kept = {group: [label for label in getattr(turn, group) if _counts(turn, label, text, earlier, hearing)]
            for group in _MOVES}  # fmt: skip
    present = {label for labels in kept.values() for label in labels}
    added = [] if not turn.spans and present else _added(text, present, len(earlier), hearing)
    if "afronding" not in present and len(earlier) >= LAST_WORDS and says_bye(text, hearing):
        added.append("afronding")
    if not present and not added and whole(text) in hearing.asks_on:
        kept["vraagtypen"] += ["open", "doorvragen"]
    for label in added:
        kept["valkuilen" if label in hearing.pitfalls else "zetten"].append(label)
    kept["zetten"] = [label for label in kept["zetten"] if not _overruled(label, text, hearing)]
    return replace(
        turn,
        topics=_topics(turn, text, hearing),
        samen_kijken=turn.samen_kijken or says(text, hearing.together),
        vraagtypen=tuple(kept["vraagtypen"]),
        zetten=tuple(kept["zetten"]),
        valkuilen=tuple(kept["valkuilen"]),
    )


def _topics(turn: TurnAnalysis, text: str, hearing: Hearing) -> tuple[str, ...]:
    """Give the topics that the words are about, given away by plain words next to those found."""
    more = (topic for topic, words in hearing.topics.items() if says(text, words))
    found = dict.fromkeys((*turn.topics, *more))
    return tuple(topic for topic in found if not says(text, hearing.not_topics.get(topic, ())))


def about_child(text: str, hearing: Hearing) -> str:
    """Give a lower-case text without the phrases in which a word for behaviour is about the parent."""
    for phrases in hearing.not_topics.values():
        for phrase in phrases:
            text = _phrase(phrase).sub("", text)
    return text


def _overruled(label: str, text: str, hearing: Hearing) -> bool:
    """Tell whether plain words ask something else: "wat zou helpen" asks for a way, not for a cause."""
    rivals = {
        "verklaring": ("meedenken",),
        "thuissituatie": ("herkenning", "meedenken"),
        "beleving": ("verklaring",),
        "meedenken": ("hulp_nagaan",),
    }
    return any(says(text, hearing.adds[rival]) for rival in rivals.get(label, ()))


def nearly(turn: TurnAnalysis, hearing: Hearing) -> set[str]:
    """Give labels the analysis abstained from that a parent acts on, because nothing else was found."""
    found, unsure = set(turn.labels), set(turn.unsure)
    heard_asks = {"beleving", "verwachting", "samenvattend", "afspraak", "vervolg", "oplossing", "deskundige"}
    asks = set() if found & (heard_asks | set(hearing.nearly_asks)) else unsure & set(hearing.nearly_asks)
    hurts = unsure & set(hearing.nearly_hurts) if found <= {"gesloten"} else set()
    hurts = set() if unsure & _KIND else hurts
    kind = unsure & set(hearing.nearly_kind) if not found else set()
    return (asks if turn.asks else set()) | hurts | kind


def _added(text: str, present: set[str], number: int, hearing: Hearing) -> list[str]:
    """Give what plain words add; at the door, "shall we" is about chairs and the order of things."""
    found = [label for label, phrases in hearing.adds.items() if label not in present and says(text, phrases)]
    other = {"afspraak", "vervolg", "meedenken", "deskundige", "agenda", "doel", *_QUESTIONS}
    if "oplossing" in found and (other & (present | set(found)) or number < 2):
        found.remove("oplossing")
    return found


def _kindly(turn: TurnAnalysis) -> bool:
    """Tell whether the turn surely acknowledges a feeling, so that a reproach in it is unlikely."""
    return any(span.label in _KIND and span.probability >= 0.8 for span in turn.spans)


def _counts(turn: TurnAnalysis, label: str, text: str, earlier: Sequence[str], hearing: Hearing) -> bool:
    probability = max((span.probability for span in turn.spans if span.label == label), default=1.0)
    if label == "herhalend":
        return repeats(text, earlier)
    if label == "meervoudig":
        return probability >= hearing.sure or text.count("?") > 1
    if label in hearing.doubtful and probability < (hearing.sure if _kindly(turn) else hearing.doubt):
        return False
    words = hearing.bears.get(label)
    return words is None or probability >= hearing.sure or any(hits(text, word) for word in words)
