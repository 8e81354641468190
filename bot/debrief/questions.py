"""The question mix: which kinds of questions were asked, against the advice of B4 'Soorten vragen'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.content.label import load_labels
from bot.content.library import load_scoring
from bot.debrief.talk import Talk, TurnView


@dataclass(frozen=True)
class QuestionMix:
    """Counts of turns per question kind; `inviting` and `closed` are turns that ask for information.

    `discouraged` counts kinds that B4 warns about, without connecting rhetorical ones; `cost` is what
    they weigh together, each for the chance that it is one.
    """

    counts: dict[str, int]
    inviting: int
    closed: int
    discouraged: dict[str, int]
    cost: float = 0.0

    @property
    def total(self) -> int:
        """Count the turns that ask for information in a good or a narrow way."""
        return self.inviting + self.closed


def costly(view: TurnView) -> tuple[str, ...]:
    """Give the discouraged question kinds of a turn; connecting rhetoric is no fault (B4)."""
    advice = load_scoring().questions
    found = tuple(label for label in advice.costs if label in view.labels)
    if "retorisch" in found and view.has(advice.connecting) and not view.held:
        return tuple(label for label in found if label != "retorisch")
    return found


def asks_several(view: TurnView) -> bool:
    """Tell whether more than one question can be pointed at: marks, or questions of a form in two places."""
    turn = view.exchange.turn
    places = {span.begin for span in turn.spans if span.label in ("open", "gesloten", "hoe", "waarom")}
    return turn.text.count("?") > 1 or len(places) > 1 or not turn.spans


def narrow(view: TurnView) -> bool:
    """Tell whether the turn asks for information with only a closed question."""
    advice = load_scoring().questions
    if "gesloten" not in view.labels or view.has(advice.inviting):
        return False
    offered = view.sentence("gesloten").lower()
    if any(re.search(rf"\b{re.escape(words)}\b", offered) for words in advice.offers):
        return False
    return view.has(advice.closed_is_fine_with) is None


def question_mix(talk: Talk) -> QuestionMix:
    """Count the questions of a talk."""
    advice = load_scoring().questions
    kinds = [name for name, info in load_labels().items() if info.group == "vraagtypen"]
    counts = {kind: sum(kind in view.labels for view in talk.turns) for kind in kinds}
    found = [label for view in talk.turns for label in costly(view)]
    return QuestionMix(
        counts=counts,
        inviting=sum(view.has(advice.inviting) is not None for view in talk.turns),
        closed=sum(narrow(view) for view in talk.turns),
        discouraged={label: found.count(label) for label in advice.costs},
        cost=sum(advice.costs[x] * view.certainty(x) for view in talk.turns for x in costly(view)),
    )
