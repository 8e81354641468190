"""What another version scores differently: two debriefs of the same conversation, as JSON, compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, StrictInt, StrictStr, ValidationError

from bot.content.label import load_labels
from bot.content.library import load_scoring

_NOT_AT_ISSUE = "niet_aan_de_orde"


class _Turn(BaseModel):
    nr: StrictInt
    leraar: StrictStr | None = None
    vraagtypen: list[StrictStr]
    zetten: list[StrictStr]
    valkuilen: list[StrictStr]
    feedback: list[dict[str, Any]] = []

    @property
    def labels(self) -> set[str]:
        return {*self.vraagtypen, *self.zetten, *self.valkuilen}

    @property
    def told(self) -> list[tuple[Any, ...]]:
        return [tuple(map(str, map(item.get, ("tekst", "richtlijn", "beter")))) for item in self.feedback]


class _Guideline(BaseModel):
    id: StrictStr
    status: StrictStr | None
    beurten: list[StrictInt]
    titel: StrictStr = ""
    competentie: StrictStr = ""


class _Competence(BaseModel):
    score: StrictInt | None
    naam: StrictStr = ""


class _Report(BaseModel):
    """What is read of a debrief in JSON; the rest may be there."""

    totaal: StrictInt
    competenties: dict[str, _Competence]
    richtlijnen: list[_Guideline]
    beurten: list[_Turn]
    versie: StrictStr | None = None
    delen: dict[str, StrictStr] = {}

    @property
    def turns(self) -> dict[int, _Turn]:
        return {turn.nr: turn for turn in self.beurten}

    @property
    def guidelines(self) -> dict[str, _Guideline]:
        return {item.id: item for item in self.richtlijnen}


class OldReportError(Exception):
    """The earlier report cannot be compared; `reason` is a key of messages.yml."""

    def __init__(self, reason: str) -> None:
        """Keep the key."""
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Moved:
    """Something with another value: its id, its name, and both values (None when it was not there)."""

    id: str
    naam: str
    oud: Any
    nieuw: Any


@dataclass(frozen=True)
class TurnChange:
    """A turn with labels gained and lost, by plain name, or with other words than before."""

    nr: int
    erbij: tuple[str, ...]
    eraf: tuple[str, ...]
    andere_tekst: bool


@dataclass(frozen=True)
class CompetenceChange:
    """A competence with another score, and what moved it.

    `richtlijnen` changed status or rest on other turns, `labels` came or went and count here. `anders`
    names the part of the content or program when neither explains it.
    """

    naam: str
    oud: int | None
    nieuw: int | None
    richtlijnen: tuple[Moved, ...]
    labels: tuple[str, ...]
    anders: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """All that is scored differently; `versies` are the parts that differ, whether or not it mattered."""

    totaal: Moved
    versies: tuple[Moved, ...]
    beurten: tuple[TurnChange, ...]
    richtlijnen: tuple[Moved, ...]
    competenties: tuple[CompetenceChange, ...]
    andere_opmerkingen: tuple[int, ...]

    @property
    def same_score(self) -> bool:
        """Tell whether nothing is scored differently."""
        moved = self.totaal.oud != self.totaal.nieuw
        return not (moved or self.beurten or self.richtlijnen or self.competenties)


def compare(earlier: Any, present: Any) -> Changes:
    """Compare an earlier `--json` output with the present one; raise OldReportError when it is none."""
    old, new = _read(earlier), _read(present)
    if not _same_talk(old, new):
        raise OldReportError("vergelijk_ander_gesprek")
    versions, pairs = _versions(old, new), list(_pairs(old, new))
    moved = tuple(_moved(was, has) for was, has in pairs if _status(was) != _status(has))
    shifted = tuple(
        _moved(was, has) for was, has in pairs if was.status == has.status and was.beurten != has.beurten
    )
    return Changes(
        totaal=Moved("totaal", "", old.totaal, new.totaal),
        versies=versions,
        beurten=tuple(_turns(old, new)),
        richtlijnen=moved,
        competenties=tuple(_competences(old, new, (*moved, *shifted), versions)),
        andere_opmerkingen=tuple(
            number
            for number, turn in new.turns.items()
            if number in old.turns and old.turns[number].told != turn.told
        ),
    )


def _read(data: Any) -> _Report:
    """Look at everything that is read here, so that a wrong file gives one line and no half answer."""
    try:
        return _Report.parse_obj(data)
    except (ValidationError, RecursionError):
        raise OldReportError("vergelijk_geen_nabespreking") from None


def _same_talk(old: _Report, new: _Report) -> bool:
    """Tell whether at least half of the turns are the same; a few may have been mended."""
    told = [(turn.leraar, new.turns[nr].leraar) for nr, turn in old.turns.items() if nr in new.turns]
    if all(before is None for before, _ in told):
        return len(old.beurten) == len(new.beurten)
    return 2 * sum(before == now for before, now in told) >= len(told)


def _versions(old: _Report, new: _Report) -> tuple[Moved, ...]:
    before, now = {"versie": old.versie, **old.delen}, {"versie": new.versie, **new.delen}
    return tuple(
        Moved(name, "", before.get(name), now[name]) for name in now if before.get(name) != now[name]
    )


def _name(label: str) -> str:
    known = load_labels().get(label)
    return known.name if known else label.replace("_", " ")


def _differing(old: _Report, new: _Report) -> Iterator[tuple[int, set[str], set[str]]]:
    """Give per turn the labels gained and lost."""
    for number in sorted({*old.turns, *new.turns}):
        was, has = (r.turns[number].labels if number in r.turns else set[str]() for r in (old, new))
        yield number, has - was, was - has


def _turns(old: _Report, new: _Report) -> Iterator[TurnChange]:
    for number, gained, lost in _differing(old, new):
        text = old.turns[number].leraar if number in old.turns else None
        other = text is not None and (number not in new.turns or text != new.turns[number].leraar)
        if gained or lost or other:
            yield TurnChange(
                number, tuple(sorted(map(_name, gained))), tuple(sorted(map(_name, lost))), other
            )


def _pairs(old: _Report, new: _Report) -> Iterator[tuple[_Guideline, _Guideline]]:
    before, now = old.guidelines, new.guidelines
    for name in {**now, **before}:
        absent = _Guideline(id=name, status=None, beurten=[])
        yield before.get(name, absent), now.get(name, absent)


def _status(guideline: _Guideline) -> str:
    """Give the status; one that came or went without being at issue is no change."""
    return guideline.status or _NOT_AT_ISSUE


def _moved(was: _Guideline, has: _Guideline) -> Moved:
    return Moved(has.id, has.titel or was.titel or has.id, was.status, has.status)


def _counts_for(label: str) -> set[str]:
    """Tell which competences a label moves by itself, apart from guidelines."""
    known, pitfall = load_labels().get(label), load_scoring().pitfalls.get(label)
    own = {"vraagtypen": "vragen", "valkuilen": "valkuilen"}
    found = {own[known.group]} if known and known.group in own else set()
    return found | ({str(pitfall.harms)} if pitfall and pitfall.harms else set())


def _competences(
    old: _Report, new: _Report, guidelines: Sequence[Moved], versions: Sequence[Moved]
) -> Iterator[CompetenceChange]:
    of = {name: item.competentie for name, item in {**old.guidelines, **new.guidelines}.items()}
    labels = {x for _, gained, lost in _differing(old, new) for x in gained | lost}
    absent = _Competence(score=None)
    for name in {**new.competenties, **old.competenties}:
        was, has = (report.competenties.get(name, absent) for report in (old, new))
        if was.score == has.score:
            continue
        through = tuple(m for m in guidelines if of.get(m.id) == name)
        mine = tuple(sorted(_name(x) for x in labels if name in _counts_for(x)))
        rest = () if through or mine else tuple(m.id for m in versions)
        yield CompetenceChange(has.naam or was.naam or name, was.score, has.score, through, mine, rest)
