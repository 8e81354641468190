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
    richtlijn_id: str = ""

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
class Objection:
    """Something about a turn the trainee does not agree with, in words; it counts neither way.

    `label` is what it is about: a label that is wrong (`label`) or missing (`mist`), a remark on a label
    (`opmerking`), or the id of a guideline (`richtlijn`).
    """

    soort: Literal["label", "mist", "opmerking", "richtlijn"]
    label: str
    naam: str
    tekst: str
    reden: str


@dataclass(frozen=True)
class TurnResult:
    """One turn with what the parent said after it, its labels, the remarks on it, and objections to them.

    `opmerkingen` are notes in words, those on objections among them.
    """

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
    oneens: tuple[Objection, ...] = ()


@dataclass(frozen=True)
class TakenBack:
    """A turn that was taken back, outside the score; `nr` is its number then, where that is known."""

    nr: int | None
    ervoor: str
    leraar: str
    ouder: str


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
class Said:
    """A turn and the parent's answer, in one of two attempts."""

    leraar: str
    ouder: str


@dataclass(frozen=True)
class AttemptRow:
    """One turn in two attempts; None where an attempt had ended."""

    nr: int
    eerst: Said | None
    nu: Said | None


@dataclass(frozen=True)
class Compared:
    """A figure of both attempts, 0 to 100, None without evidence."""

    naam: str
    eerst: int | None
    nu: int | None


@dataclass(frozen=True)
class Attempts:
    """A second attempt beside the first, from turn `vanaf` on: words, courses, figures, endings."""

    vanaf: int
    beurten: tuple[AttemptRow, ...]
    verloop_eerst: tuple[CoursePoint, ...]
    verloop_nu: tuple[CoursePoint, ...]
    totaal: Compared
    cijfers: tuple[Compared, ...]
    einde_eerst: str
    einde_nu: str


@dataclass(frozen=True)
class Debrief:
    """The scored, annotated report of an exercise; the same exercise gives the same debrief.

    `inhoud` is a hash over all content it was made with, `delen` the short hash of each part, `analyse`
    the trained analysis that gave the labels. `eerder` is filled for a second attempt, `onduidelijk`
    holds the lines of a written transcript that were left out.
    """

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
    delen: dict[str, str]
    analyse: str
    teruggenomen_beurten: tuple[TakenBack, ...] = ()
    eerder: Attempts | None = None
    onduidelijk: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form of the contract."""
        return asdict(self)
