"""From probabilities to labels: thresholds, abstention, and what the label manual says belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.analysis.clauses import Clause
from bot.analysis.encoder import Array
from bot.analysis.features import Sample
from bot.analysis.form import FORMS, question_form
from bot.analysis.turn import Span

FUNCTIONS = frozenset(
    {"toonvraag", "retorisch", "doorvragen", "suggestief", "herhalend", "samenvattend", "meervoudig"}
)
UNSURE = 0.6


@dataclass(frozen=True)
class Decision:
    """The labels of a turn with their evidence, and the labels nearly given."""

    spans: tuple[Span, ...]
    unsure: tuple[str, ...]


def _forms(clauses: Sequence[Clause]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, clause in enumerate(clauses):
        form = question_form(clause)
        if form:
            found[form] = place
    return found


def _possible(label: str, sample: Sample, asked: int) -> bool:
    """Tell whether the context allows the label at all (labels.md)."""
    if label == "doorvragen":
        return bool(sample.context.parent)
    if label == "herhalend":
        return bool(sample.context.earlier)
    return asked > 1 or len(sample.clauses) > 1 or label != "meervoudig"


def decide(sample: Sample, labels: Sequence[str], p: Array, thresholds: Array, shares: Array) -> Decision:
    """Choose labels for one turn; `shares` are the clause logits that point at the evidence."""
    forms = _forms(sample.clauses)
    marks = sum(c.asks_by_mark for c in sample.clauses)
    chosen = {
        label: float(p[j])
        for j, label in enumerate(labels)
        if p[j] >= thresholds[j] and _possible(label, sample, max(marks, len(forms)))
    }
    _complete(chosen, forms, labels, p, marks)
    column = {label: j for j, label in enumerate(labels)}
    spans = [
        _span(label, chance, sample, forms, shares[:, column[label]]) for label, chance in chosen.items()
    ]
    nearly = (
        label
        for j, label in enumerate(labels)
        if label not in chosen and p[j] >= UNSURE * thresholds[j] and p[j] > 0.1
    )
    return Decision(tuple(sorted(spans, key=lambda s: column[s.label])), tuple(nearly))


def _complete(
    chosen: dict[str, float], forms: dict[str, int], labels: Sequence[str], p: Array, marks: int
) -> None:
    """Add what follows: every question has a form, a checked summary is a summary."""
    if "samenvattend" in chosen:
        chosen.setdefault("samenvatting", chosen["samenvattend"])
    if any(form in chosen for form in FORMS):
        return
    if forms and marks:
        for form in forms:
            chosen[form] = max(0.5, float(p[labels.index(form)]))
    elif FUNCTIONS & set(chosen):
        best = max(FORMS, key=lambda form: float(p[labels.index(form)]))
        chosen[best] = float(p[labels.index(best)])


def _span(label: str, chance: float, sample: Sample, forms: dict[str, int], shares: Array) -> Span:
    place = int(np.argmax(shares))
    if label in FORMS and label in forms:
        place = forms[label]
    clause = sample.clauses[place]
    begin = clause.begin
    end = clause.end
    if label == "meervoudig":
        asking = [c for c in sample.clauses if question_form(c)] or [clause]
        begin, end = asking[0].begin, asking[-1].end
    return Span(label, begin, end, round(chance, 4))
