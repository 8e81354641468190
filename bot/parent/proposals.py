"""Whether the parent goes along with what the trainee proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.parent.change import small_step
from bot.parent.hearing import hits
from bot.parent.memory import Part
from bot.parent.scene import Scene
from bot.parent.voice import Voice

PROPOSALS = ("deskundige", "afspraak", "oplossing", "vervolg")
"""What can be accepted or refused, the most telling first."""

YES, MAYBE = 0.50, 0.42
"""Willingness (belief wil_samenwerken, 0 to 1) from which the parent agrees or hesitates."""

Verdict = Literal["ja", "aarzelt", "nee"]


@dataclass(frozen=True)
class Decision:
    """What was proposed, the verdict, and whether an agreement now stands."""

    label: str
    verdict: Verdict
    agreement: bool

    @property
    def act(self) -> str:
        """Give the act of the answer; only a proposed approach can be hesitated over."""
        if self.verdict == "aarzelt":
            return "oplossing_aarzelt"
        return f"{self.label}_{self.verdict}"


def decide(scene: Scene) -> Decision | None:
    """Weigh the proposal of this turn, if there is one."""
    label = next((label for label in PROPOSALS if label in scene.labels), None)
    if label is None:
        return None
    verdict = _verdict(scene, label)
    binding = verdict == "ja" and bool({"afspraak", "vervolg"} & scene.labels)
    return Decision(label, verdict, binding)


def _verdict(scene: Scene, label: str) -> Verdict:
    mind = scene.mind
    if scene.hot or mind.vertrouwen < 0.25:
        return "nee"
    if small_step(scene.turn) and not scene.hurt:
        return "ja" if mind.vertrouwen >= 0.3 else "aarzelt"
    will = mind.beliefs.wil_samenwerken + scene.cast.kind.yielding + (0.06 if _workable(scene) else 0.0)
    will -= 0.15 if scene.hurt else 0.0
    if will >= YES and mind.ladder >= 1:
        return "ja"
    return "aarzelt" if will >= MAYBE else "nee"


def _workable(scene: Scene) -> bool:
    text = scene.turn.text.lower()
    return any(hits(text, word) for idea in scene.cast.case.ideas for word in idea.keywords)


def proposal_part(scene: Scene, voice: Voice, decision: Decision) -> Part | None:
    """Say what the parent decided."""
    part = voice.act("answers", decision.act)
    return part and Part(part.text, part.keys, part.kind, marks=decision_marks(scene, decision))


def decision_marks(scene: Scene, decision: Decision) -> dict[str, str]:
    """Give what memory must keep of a decision."""
    marks: dict[str, str] = {"proposal": decision.verdict}
    if decision.agreement:
        bound = "afspraak" if "afspraak" in scene.labels else "vervolg"
        marks["agreement"] = scene.turn.fragment(bound)
    return marks
