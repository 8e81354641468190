"""Features of clauses and turns: grammar, place, and ties to what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.analysis.clauses import Clause, split
from bot.analysis.cues import common_words
from bot.analysis.encoder import Array, Encoder
from bot.analysis.form import FORMS, has_tag, question_form, steers
from bot.analysis.turn import Context

_CONTENT = re.compile(r"\w{3,}")
_QUOTED = re.compile(r"[\"“”‘'’]\w[^\"“”‘'’]{1,80}[\"“”‘'’]")
_YOU = frozenset({"u", "uw", "je", "jij", "jou", "jouw", "jullie"})


def content_words(text: str) -> frozenset[str]:
    """Give the words of a text that carry meaning, lower case."""
    common = common_words()
    return frozenset(w for w in _CONTENT.findall(text.lower()) if w not in common)


@dataclass(frozen=True)
class Sample:
    """A turn, split, with its context: what the features are made from."""

    text: str
    context: Context
    clauses: tuple[Clause, ...]

    @classmethod
    def of(cls, text: str, context: Context) -> Sample:
        """Split a turn."""
        return cls(text, context, tuple(split(text)))


def grammar(clause: Clause) -> list[float]:
    """Give the grammatical marks of one clause."""
    words, form = clause.words, question_form(clause)
    size = len(words)
    marks = [form == f for f in FORMS]
    mark = clause.asks_by_mark
    marks += [mark, form is not None, mark and form == "gesloten", form is not None and not mark]
    marks += [has_tag(clause), steers(clause), size <= 3, 3 < size <= 8, size > 18]
    marks += ["ik" in words, bool(_YOU & set(words)), any(w[0].isdigit() for w in words)]
    marks += [bool(_QUOTED.search(clause.text)), clause.text.endswith("!"), "niet" in words, "geen" in words]
    marks += ["we" in words or "samen" in words, "als" in words, "moet" in words or "moeten" in words]
    return [float(m) for m in marks]


def ties(sample: Sample, clause: Clause, similarity: float) -> list[float]:
    """Give how far a clause takes up the parent's words, or an earlier turn's."""
    own, parent = content_words(clause.text), content_words(sample.context.parent)
    shared = len(own & parent)
    earlier = [content_words(t) for t in sample.context.earlier]
    again = max((len(own & e) / max(1, len(own | e)) for e in earlier), default=0.0)
    said = sample.context.parent
    return [
        float(bool(said)),
        float(shared > 0),
        float(shared > 1),
        shared / max(1, len(own)),
        shared / max(1, len(parent)),
        similarity,
        float(similarity > 0.4),
        float(bool(earlier)),
        again,
        float(again > 0.2),
        float("(" in said),
        float(said.endswith("?")),
        float(said.endswith("!")),
    ]


def places(count: int) -> list[list[float]]:
    """Give first, last, only for each of `count` clauses."""
    return [[float(i == 0), float(i == count - 1), float(count == 1)] for i in range(count)]


def counts(sample: Sample) -> list[float]:
    """Give how many clauses are questions, by mark and by form."""
    marked = sum(c.asks_by_mark for c in sample.clauses)
    asked = sum(question_form(c) is not None for c in sample.clauses)
    return [float(marked), float(asked), float(marked > 1), float(asked > 1), float(len(sample.clauses))]


@dataclass(frozen=True)
class Encoded:
    """Vectors of a batch: clauses (with `starts` per sample), turns, parents' utterances, earlier turns."""

    clauses: Array
    turns: Array
    parents: Array
    starts: tuple[int, ...]


def encode(samples: Sequence[Sample], encoder: Encoder) -> Encoded:
    """Run the encoder once over everything a batch needs."""
    pieces = [c.text for s in samples for c in s.clauses]
    turns = [s.text for s in samples]
    parents = [s.context.parent for s in samples]
    rows = encoder.encode(pieces + turns + parents)
    a, b = len(pieces), len(pieces) + len(turns)
    starts, total = [], 0
    for sample in samples:
        starts.append(total)
        total += len(sample.clauses)
    return Encoded(rows[:a], rows[a:b], rows[b:], tuple(starts))


def clause_marks(samples: Sequence[Sample], encoded: Encoded) -> Array:
    """Give grammar, ties and place for every clause of a batch."""
    rows: list[list[float]] = []
    for index, sample in enumerate(samples):
        near = (
            encoded.clauses[encoded.starts[index] :] @ encoded.parents[index]
            if sample.context.parent
            else None
        )
        for k, (clause, place) in enumerate(zip(sample.clauses, places(len(sample.clauses)), strict=True)):
            similarity = float(near[k]) if near is not None else 0.0
            rows.append(grammar(clause) + ties(sample, clause, similarity) + place)
    return np.array(rows, np.float32)
