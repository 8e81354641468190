"""What goes on inside the parent: seven measures, and how causes move them within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.exercise import Beliefs, Cause, State
from bot.parent.model import ParentType, Start

FALL, RISE, CLIMB = 0.16, 0.25, 0.45
"""Most that tension falls or rises, and that the ladder rises, in one turn."""

TRUST_TO_SHARE, TRUST_TO_TAKE_OVER = 0.45, 0.55
"""Trust needed for rung 2 (deelt) and rung 3 (neemt over)."""


@dataclass(frozen=True)
class Mind:
    """The measures that are stored; the other beliefs follow from them."""

    spanning: float
    vertrouwen: float
    openheid: float
    ladder: float
    gehoord: float
    beschuldigd: float
    grip: float

    @classmethod
    def at_start(cls, start: Start) -> Mind:
        """Give the mind in which a parent enters."""
        return cls(**start.dict())

    @classmethod
    def of(cls, state: State, beliefs: Beliefs) -> Mind:
        """Read the mind back from a reply."""
        return cls(
            **asdict(state), gehoord=beliefs.gehoord, beschuldigd=beliefs.beschuldigd, grip=beliefs.grip
        )

    @property
    def state(self) -> State:
        """Give the part that is shown as state."""
        return State(self.spanning, self.vertrouwen, self.openheid, self.ladder)

    @property
    def beliefs(self) -> Beliefs:
        """Give what the parent believes, the derived beliefs included."""
        sees = round(self.ladder / 3, 4)
        together = round(0.4 * self.vertrouwen + 0.3 * sees + 0.3 * (1 - self.spanning), 4)
        return Beliefs(self.gehoord, self.beschuldigd, self.vertrouwen, sees, together, self.grip)

    @property
    def tells(self) -> float:
        """Give the openness that counts for telling: tension shuts it down (B1 bijlage 4)."""
        return min(self.openheid, 0.3) if self.spanning >= 0.6 else self.openheid


def settle(
    mind: Mind, causes: Sequence[Cause], kind: ParentType, talked_over: bool
) -> tuple[Mind, tuple[Cause, ...]]:
    """Apply causes within the bounds of a turn; give the new mind and the causes as they came out.

    The sum of the changes that are given back is what really moved. `talked_over` tells whether
    an approach was talked over, which the highest rung of the ladder asks for.
    """
    total = {name: sum(cause.changes.get(name, 0.0) for cause in causes) for name in asdict(mind)}
    new = {name: _unit(value + total[name]) for name, value in asdict(mind).items()}
    new["spanning"] = _tension(mind.spanning, total["spanning"], new["gehoord"], kind)
    new["ladder"] = _ladder(mind.ladder, total["ladder"], new["vertrouwen"], talked_over)
    new = {name: round(value, 4) for name, value in new.items()}
    share = {name: (new[name] - getattr(mind, name)) / total[name] if total[name] else 0.0 for name in new}
    shown = tuple(Cause(c.label, c.fragment, _scaled(c.changes, share)) for c in causes)
    return Mind(**new), tuple(cause for cause in shown if cause.changes)


def _scaled(changes: dict[str, float], share: dict[str, float]) -> dict[str, float]:
    scaled = {name: round(value * share[name], 4) for name, value in changes.items()}
    return {name: value for name, value in scaled.items() if value}


def _tension(now: float, change: float, heard: float, kind: ParentType) -> float:
    new = _unit(now + max(-FALL, min(RISE, change)))
    floor = 0.12 + 0.38 * (1 - heard) * kind.temper.floor
    return new if new >= now else max(new, min(now, floor))


def _ladder(now: float, change: float, trust: float, talked_over: bool) -> float:
    new = max(0.0, min(3.0, now + min(CLIMB, change)))
    top = 3.0
    if trust < TRUST_TO_TAKE_OVER or not talked_over:
        top = 2.99
    if trust < TRUST_TO_SHARE:
        top = 1.99
    return min(new, max(top, now))


def _unit(value: float) -> float:
    return max(0.0, min(1.0, value))
