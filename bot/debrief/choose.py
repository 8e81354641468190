"""Choosing what to say: at most two remarks a turn, three strong points, three to try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.content.library import load_rewrites
from bot.debrief.judge import Verdict
from bot.debrief.model import CompetenceResult, Kind, Remark
from bot.debrief.remarks import Candidate
from bot.debrief.rewrite import special_lines
from bot.debrief.talk import Talk
from bot.debrief.wording import pick, turn_slots

PER_TURN = 2
HIGHLIGHTS = 3
_AGAIN = 0.5
_SECOND_WORTH = 1.5
_STILL_WORTH = 0.7
_COUNT_BONUS, _MOST_COUNTED = 0.25, 3


def _worth(item: Candidate, spent: Counter[str]) -> float:
    """Said before is worth less, for praise as for advice."""
    return float(item.use * _AGAIN ** max(spent[key] for key in _keys(item)))


def _keys(item: Candidate) -> tuple[str, ...]:
    """Give what makes two remarks say the same: the advice, or for praise the label."""
    kind, label = item.remark.soort, item.remark.label
    return (kind + item.about, kind + label) if label and kind == "sterk" else (kind + item.about,)


def _of_kind(found: Iterable[Candidate], kind: Kind, spent: Counter[str]) -> list[Candidate]:
    always = kind == "verbeter"
    mine = [
        c
        for c in found
        if c.remark.soort == kind and ((always and c.remark.label) or _worth(c, spent) >= _STILL_WORTH)
    ]
    return sorted(mine, key=lambda c: (-_worth(c, spent), c.about))


def _other(found: Sequence[Candidate], first: Candidate) -> list[Candidate]:
    """Keep what says something else: another label, another advice, for praise also of other words."""
    others = [c for c in found if (c.remark.label or c.about) != (first.remark.label or first.about)]
    return _on_other_words(others, first) if first.remark.soort == "sterk" else others


def _on_other_words(found: Sequence[Candidate], first: Candidate) -> list[Candidate]:
    """Keep remarks on other words: a sentence is not praised twice, nor praised and faulted at once."""
    return [c for c in found if c.remark.citaat != first.remark.citaat]


def _balanced(found: Sequence[Candidate], spent: Counter[str]) -> list[Candidate]:
    weak, strong = _of_kind(found, "verbeter", spent), _of_kind(found, "sterk", spent)
    if weak:
        strong = _on_other_words(strong, weak[0])
    if weak and strong:
        return sorted([weak[0], strong[0]], key=lambda c: -_worth(c, spent))
    only = weak or strong
    if not only:
        return []
    second = [c for c in _other(only, only[0]) if _worth(c, spent) >= _SECOND_WORTH]
    return [only[0], *second[: PER_TURN - 1]]


def _fresh(remark: Remark, talk: Talk, used: set[str]) -> Remark:
    """Offer another better sentence when this one was offered before."""
    if not remark.beter or remark.beter not in used or not remark.label:
        return remark
    view = talk.turn(remark.beurt)
    templates = special_lines(remark.label, view) or load_rewrites().labels.get(remark.label, ())
    templates += load_rewrites().labels.get(remark.label, ())
    other = pick(templates, turn_slots(talk, view), view.number, used)
    return replace(remark, beter=other or remark.beter)


def per_turn(talk: Talk, found: Sequence[Candidate]) -> dict[int, tuple[Remark, ...]]:
    """Give at most two remarks for each turn, a strong and a weak one where both exist."""
    chosen: dict[int, tuple[Remark, ...]] = {}
    spent: Counter[str] = Counter()
    used: set[str] = set()
    for view in talk.turns:
        mine = [c for c in found if c.remark.beurt == view.number and not _closing_absence(c)]
        picked = _balanced(mine, spent)
        spent.update(key for item in picked for key in _keys(item))
        remarks = tuple(_fresh(item.remark, talk, used) for item in picked)
        used |= {remark.beter for remark in remarks}
        chosen[view.number] = remarks
    return chosen


def _closing_absence(item: Candidate) -> bool:
    """What was left out of the whole talk belongs to the points to try, not to one turn."""
    return item.moment


def highlights(found: Sequence[Candidate], kind: Kind) -> tuple[Remark, ...]:
    """Give the three most useful points of a kind: different advice, different turns where possible."""
    mine = [c for c in found if c.remark.soort == kind]
    count = Counter(c.about for c in mine)
    bonus = {name: _COUNT_BONUS * min(n - 1, _MOST_COUNTED) for name, n in count.items()}
    ranked = sorted(mine, key=lambda c: (-c.use - bonus[c.about], c.remark.beurt, c.about))
    chosen: list[Candidate] = []
    for strict in (True, False):
        for item in ranked:
            if len(chosen) < HIGHLIGHTS and _adds(item, chosen, strict):
                chosen.append(item)
    return tuple(item.remark for item in chosen)


def weakest_first(
    to_try: Sequence[Remark], verdicts: Sequence[Verdict], results: Mapping[str, CompetenceResult]
) -> tuple[Remark, ...]:
    """Put the point of the weakest competence first: on that one the next exercise is about."""
    of_title = {v.guideline.title: results[v.guideline.competence].score for v in verdicts}
    scores = [of_title.get(remark.richtlijn) for remark in to_try]
    order = sorted(range(len(to_try)), key=lambda i: (scores[i] is None, scores[i] or 0, i))
    return tuple(to_try[i] for i in order)


def _adds(item: Candidate, chosen: Sequence[Candidate], strict: bool) -> bool:
    if any(_same(item, other) for other in chosen):
        return False
    return not strict or all(item.remark.beurt != other.remark.beurt for other in chosen)


def _same(item: Candidate, other: Candidate) -> bool:
    mine, its = item.remark, other.remark
    same_words = bool(mine.label) and mine.label == its.label
    return item.about == other.about or mine.richtlijn == its.richtlijn or same_words
