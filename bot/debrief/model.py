"""The debrief as data. Field names are the contract of `beoordeel` and of the page (design.md)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["sterk", "verbeter"]


@dataclass(frozen=True)
class Remark:
    """One remark on one turn: the words it rests on, the advice, its source, and a better sentence.

    `citaat` are the trainee's own words; `effect` what it did to the parent, where known.
    """

    soort: Kind
    beurt: int
    label: str
    naam: str
    citaat: str
    tekst: str
    richtlijn: str
    waarom: str
    bron: str
    effect: str = ""
    beter: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give a JSON form."""
        return asdict(self)


@dataclass(frozen=True)
class Hint:
    """One piece of advice for the next turn, with its source and an example for this case."""

    id: str
    tekst: str
    voorbeeld: str
    bron: str
    waarom: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give a JSON form."""
        return asdict(self)


@dataclass(frozen=True)
class CompetenceResult:
    """A competence with its score 0 to 100, None when there is nothing to judge."""

    naam: str
    score: int | None
    uitleg: str


@dataclass(frozen=True)
class GuidelineResult:
    """A guideline with its status, the turns and words it rests on, and its sources.

    `vermeden` tells that it says what not to do, and that this did not happen. `moment` tells that
    nothing was said: turn and words are only where it would have fitted.
    """

    id: str
    titel: str
    status: str
    beurten: tuple[int, ...]
    bron: str
    waarom: str
    fragment: str
    competentie: str
    vermeden: bool = False
    moment: bool = False


@dataclass(frozen=True)
class Fragment:
    """A label in the annotated transcript: its place in characters, end exclusive, and how it counts."""

    label: str
    naam: str
    soort: Literal["goed", "let_op", "neutraal", "betwist"]
    begin: int
    eind: int


@dataclass(frozen=True)
class TurnResult:
    """One turn with what the parent said after it, its labels and the remarks on it."""

    nr: int
    leraar: str
    ouder: str
    gedachte: str
    vraagtypen: tuple[str, ...]
    zetten: tuple[str, ...]
    valkuilen: tuple[str, ...]
    fragmenten: tuple[Fragment, ...]
    feedback: tuple[Remark, ...]
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepLine:
    """A step of the form with its status in words and where it was seen."""

    id: str
    titel: str
    status: str
    beurt: int | None
    fragment: str
    bron: str


@dataclass(frozen=True)
class Questions:
    """The question mix with the advice of B4."""

    aantal: dict[str, int]
    uitnodigend: int
    gesloten_om_te_weten: int
    afgeraden: dict[str, int]
    advies: str
    bron: str


@dataclass(frozen=True)
class CauseLine:
    """What moved the parent: the label, its plain name, the words, and how much in all (0 to about 1)."""

    label: str
    naam: str
    fragment: str
    grootte: float


@dataclass(frozen=True)
class CoursePoint:
    """The parent's state after a turn: spanning and vertrouwen 0 to 1, ladder 0 to 3."""

    beurt: int
    spanning: float
    vertrouwen: float
    ladder: float
    inzicht: str
    oorzaken: tuple[CauseLine, ...]


@dataclass(frozen=True)
class Contradiction:
    """A place where the documents disagree; held against nobody."""

    beurt: int
    citaat: str
    tekst: str
    bronnen: tuple[str, ...]


@dataclass(frozen=True)
class NextExercise:
    """What to practise next, in words and as choices for the page."""

    tekst: str
    keuze: dict[str, str | None]


@dataclass(frozen=True)
class Advice:
    """One line of the after-care list."""

    tekst: str
    bron: str


@dataclass(frozen=True)
class Debrief:
    """The scored, annotated report of an exercise; the same exercise gives the same debrief."""

    totaal: int
    titel: str
    gespreksvorm: str
    oudertype: str
    competenties: dict[str, CompetenceResult]
    sterk: tuple[Remark, ...]
    verbeter: tuple[Remark, ...]
    verloop: tuple[CoursePoint, ...]
    vragen: Questions
    stappen: tuple[StepLine, ...]
    opening: str
    beurten: tuple[TurnResult, ...]
    richtlijnen: tuple[GuidelineResult, ...]
    achtergrond: str
    tegenspraak: tuple[Contradiction, ...]
    volgende: NextExercise
    nazorg: tuple[Advice, ...]
    einde: str
    plan: str
    teruggenomen: int
    bronnen: dict[str, str]
    versie: str
    inhoud: str

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form of the contract."""
        return asdict(self)
