"""Explaining a score in a few plain sentences, each resting on what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.content.guideline import Competence
from bot.content.label import load_labels
from bot.content.library import load_scoring, load_texts
from bot.debrief.checklist import StepResult, is_optional
from bot.debrief.judge import Instance, Verdict
from bot.debrief.model import CompetenceResult, Questions
from bot.debrief.praise import earned
from bot.debrief.questions import QuestionMix
from bot.debrief.score import CompetenceScore
from bot.debrief.talk import Talk
from bot.debrief.wording import source_line

_MOSTLY = 0.6


def _listed(counts: Counter[str]) -> str:
    texts, labels = load_texts().explanation, load_labels()
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(
        texts["once" if count == 1 else "times"].format(name=labels[label].name, count=count)
        for label, count in ordered
    )


def _counted(asked: int, met: int) -> str:
    texts = load_texts().explanation
    if asked == 1:
        return texts["only_met" if met else "only_missed"]
    return texts["counted"].format(all=asked, met=met)


def _praised(verdict: Verdict, instance: Instance, talk: Talk) -> bool:
    return earned(verdict.guideline, instance.label or "", talk.turn(instance.turn))


def _harmed(name: Competence, talk: Talk) -> list[str]:
    """Name the pitfalls that also count here, for a score that no advice explains."""
    pitfalls = load_scoring().pitfalls
    held = [x for view in talk.turns for x in view.held if x in pitfalls and pitfalls[x].harms == name]
    return [load_texts().explanation["pitfalls"].format(list=_listed(Counter(held)))] if held else []


def _advice(name: Competence, verdicts: Sequence[Verdict], talk: Talk) -> list[str]:
    texts = load_texts().explanation
    mine = [
        v for v in verdicts if v.guideline.competence == name and v.instances and not v.guideline.is_pitfall
    ]
    seen = sorted((v for v in mine if v.status == "gezien"), key=lambda v: -v.guideline.weight)
    surely = [v for v in seen if any(_praised(v, i, talk) for i in v.met)]
    missed = sorted((v for v in mine if v.status == "gemist"), key=lambda v: -v.guideline.weight)
    parts = [_counted(len(mine), len(seen))] if mine else []
    parts += [texts["strong"].format(title=v.guideline.title) for v in surely[:1]]
    return parts + [texts["missed"].format(title=v.guideline.title) for v in missed[:1]]


def _pitfalls(talk: Talk) -> list[str]:
    texts = load_texts().explanation
    counts = Counter(label for view in talk.turns for label in view.held)
    return [texts["pitfalls"].format(list=_listed(counts)) if counts else texts["pitfalls_none"]]


def _questions(mix: QuestionMix) -> list[str]:
    texts = load_texts().explanation
    counts = Counter({label: count for label, count in mix.discouraged.items() if count})
    parts = [texts["questions"].format(inviting=mix.inviting, closed=mix.closed)]
    return parts + ([texts["discouraged"].format(list=_listed(counts))] if counts else [])


def _steps(steps: Sequence[StepResult]) -> list[str]:
    told = [item for item in steps if not is_optional(item.step)]
    counted = [item for item in told if item.status in ("gezien", "andere_volgorde", "niet_gezien")]
    done = sum(item.turn is not None for item in counted)
    return [load_texts().explanation["steps"].format(done=done, all=len(counted))] if counted else []


def explain(
    item: CompetenceScore,
    verdicts: Sequence[Verdict],
    talk: Talk,
    mix: QuestionMix,
    steps: Sequence[StepResult],
) -> CompetenceResult:
    """Give a competence with its score in words."""
    texts, name = load_texts().explanation, load_scoring().competences[item.id].name
    if item.score is None:
        return CompetenceResult(name, None, texts["few" if item.little else "none"])
    if item.id == "valkuilen":
        return CompetenceResult(name, item.score, " ".join(_pitfalls(talk)))
    told = _advice(item.id, verdicts, talk)
    extra = {"vragen": _questions(mix), "opbouw": _steps(steps)}.get(item.id, [])
    return CompetenceResult(name, item.score, " ".join(extra + (told or _harmed(item.id, talk))))


def _verdict_on(mix: QuestionMix) -> str:
    steering = sum(mix.discouraged.values())
    if mix.total + steering == 0:
        return "none"
    if steering > mix.total / 2:
        return "steering"
    share = mix.inviting / max(1, mix.total)
    return "good" if share >= _MOSTLY else "mixed" if mix.inviting else "closed"


def question_lines(mix: QuestionMix) -> Questions:
    """Give the question mix with the advice of B4."""
    texts = load_texts()
    return Questions(
        aantal=mix.counts,
        uitnodigend=mix.inviting,
        gesloten_om_te_weten=mix.closed,
        afgeraden=mix.discouraged,
        advies=texts.questions[_verdict_on(mix)],
        bron=source_line([texts.question_source]),
    )
