"""The exercise: what was chosen, and what was said; the record all other rooms work from."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from bot.analysis.turn import TurnAnalysis
from bot.content.case import Form

Difficulty = Literal["makkelijk", "gemiddeld", "moeilijk"]
Coaching = Literal["geen", "hint", "live"]
Insight = Literal["herkent_niet", "herkent", "deelt", "neemt_over"]
Ending = Literal["afspraak", "zonder_afspraak", "weggelopen", "gestopt", "tijd"]

INSIGHTS: tuple[Insight, ...] = ("herkent_niet", "herkent", "deelt", "neemt_over")


@dataclass(frozen=True)
class Setup:
    """What the trainee chose. The same setup and the same turns give the same conversation."""

    form: Form
    type: str
    case: str
    person: str
    difficulty: Difficulty = "gemiddeld"
    seed: int = 1
    coaching: Coaching = "hint"
    plan: str = ""


@dataclass(frozen=True)
class State:
    """The parent's state: three measures from 0 to 1, and the ladder of insight (B1 bijlage 4).

    `ladder` is the place on the ladder as a number from 0 to 3; `inzicht` is its rung.
    """

    spanning: float
    vertrouwen: float
    openheid: float
    ladder: float = 0.0

    @property
    def inzicht(self) -> Insight:
        """Give the rung: recognises not, recognises, shares, takes over the concern."""
        return INSIGHTS[min(3, int(self.ladder))]


@dataclass(frozen=True)
class Beliefs:
    """What the parent believes now, each 0 to 1."""

    gehoord: float
    beschuldigd: float
    vertrouwt_school: float
    ziet_probleem: float
    wil_samenwerken: float
    grip: float


@dataclass(frozen=True)
class Cause:
    """Why something changed: which label (or rule), which words of the trainee, what moved how much."""

    label: str
    fragment: str
    changes: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """What the parent said and what went on inside, for one turn of the trainee.

    `acts` are what the utterance does (parent_acts.yml); `used` the keys of the lines spent;
    `told` the facts disclosed; `probe` the own move, if any; `marks` what memory must keep
    (agreement, promise, mentioned signals). `ending` is filled when the conversation is over.
    """

    text: str
    state: State
    beliefs: Beliefs
    thought: str = ""
    acts: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    used: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    probe: str | None = None
    marks: dict[str, Any] = field(default_factory=dict)
    ending: Ending | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give a JSON form, small enough for a tracker event."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reply:
        """Read the form `to_dict` gives."""
        return cls(
            text=data["text"],
            state=State(**data["state"]),
            beliefs=Beliefs(**data["beliefs"]),
            thought=data.get("thought", ""),
            acts=tuple(data.get("acts", ())),
            causes=tuple(Cause(**item) for item in data.get("causes", ())),
            used=tuple(data.get("used", ())),
            told=tuple(data.get("told", ())),
            probe=data.get("probe"),
            marks=dict(data.get("marks", {})),
            ending=data.get("ending"),
        )


@dataclass(frozen=True)
class Exchange:
    """One turn of the trainee and what the parent said to it (no reply in a written transcript's last turn)."""

    turn: TurnAnalysis
    reply: Reply | None = None
    before: str = ""
    before_acts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exercise:
    """A whole practice conversation, as the debrief reads it.

    In each exchange `before` is the parent's utterance the turn answers (empty at the start) and
    `before_acts` what that utterance does. `setup` parts may be unknown in a written transcript, where
    `closing` is what the parent said after the last turn. `analysis` names the trained analyses (short
    fingerprints) that gave the labels, as far as known.
    """

    form: Form
    type: str
    exchanges: tuple[Exchange, ...]
    case: str | None = None
    person: str | None = None
    setup: Setup | None = None
    reverted: tuple[Exchange, ...] = ()
    disagreements: tuple[dict[str, Any], ...] = ()
    ending: Ending | None = None
    closing: str = ""
    analysis: tuple[str, ...] = ()
