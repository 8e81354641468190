"""Building the debrief: one pass from the exercise to data; templates come after."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import load_forms, load_scoring, load_sources, load_texts
from bot.debrief.background import aftercare, background, contradictions, next_exercise
from bot.debrief.checklist import StepResult, checklist
from bot.debrief.choose import highlights, per_turn, weakest_first
from bot.debrief.course import course
from bot.debrief.explain import explain, question_lines
from bot.debrief.judge import Verdict, judge_all
from bot.debrief.model import CompetenceResult, Debrief, GuidelineResult, StepLine
from bot.debrief.objections import with_ids, without_objected
from bot.debrief.questions import QuestionMix, question_mix
from bot.debrief.remarks import candidates
from bot.debrief.score import competence_scores, total_score
from bot.debrief.spoken import as_spoken
from bot.debrief.takenback import taken_back
from bot.debrief.talk import Talk, read_talk
from bot.debrief.transcript import transcript
from bot.debrief.version import VERSION, analysis_name, content_parts, whole_hash
from bot.debrief.wording import quote, source_line
from bot.exercise import Exercise


def _fragment(verdict: Verdict, talk: Talk) -> str:
    instance = next(iter(verdict.deciding), None)
    if instance is None:
        return ""
    view = talk.turn(instance.turn)
    return quote(view.fragment(instance.label) if instance.label else view.text)


def _guideline(verdict: Verdict, talk: Talk) -> GuidelineResult:
    guideline = verdict.guideline
    return GuidelineResult(
        id=guideline.id,
        titel=guideline.title,
        status=verdict.status,
        beurten=tuple(sorted({i.turn for i in verdict.deciding})),
        bron=source_line(guideline.sources),
        waarom=guideline.why,
        fragment=_fragment(verdict, talk),
        competentie=guideline.competence,
        vermeden=guideline.is_pitfall and verdict.status == "gezien",
        moment=any(i.moment for i in verdict.deciding),
    )


def _step(item: StepResult, talk: Talk) -> StepLine:
    shown = talk.turn(item.turn).fragment(item.label) if item.turn and item.label else ""
    source = source_line([item.step.source])
    return StepLine(item.step.id, item.step.title, item.status, item.turn, quote(shown), source)


def _competences(
    verdicts: Sequence[Verdict], talk: Talk, mix: QuestionMix, steps: Sequence[StepResult]
) -> tuple[int, dict[str, CompetenceResult]]:
    scores = competence_scores(verdicts, talk, mix, steps)
    told = {item.id: explain(item, verdicts, talk, mix, steps) for item in scores}
    return total_score(scores, talk.spoken), {name: told[name] for name in load_scoring().competences}


def _title(talk: Talk) -> str:
    form = load_forms().get(talk.exercise.form)
    names = (form.name if form else talk.exercise.form, talk.case.title if talk.case else "")
    return " · ".join(name for name in names if name)


def build(exercise: Exercise) -> Debrief:
    """Score and annotate an exercise; pure, and the same exercise gives the same debrief."""
    talk = read_talk(as_spoken(exercise))
    verdicts = without_objected(judge_all(talk), exercise)
    mix, steps, parts = question_mix(talk), checklist(talk), content_parts(exercise.analysis)
    total, competences = _competences(verdicts, talk, mix, steps)
    found = candidates(talk, verdicts)
    to_try = with_ids(highlights(found, "verbeter"))
    form, texts = load_forms().get(exercise.form), load_texts()
    return Debrief(
        totaal=total,
        titel=_title(talk),
        gespreksvorm=form.name if form else exercise.form,
        oudertype=texts.types.get(exercise.type, exercise.type),
        competenties=competences,
        sterk=with_ids(highlights(found, "sterk")),
        verbeter=to_try,
        verloop=course(talk),
        vragen=question_lines(mix),
        stappen=tuple(_step(item, talk) for item in steps),
        opening=exercise.exchanges[0].before if exercise.exchanges else "",
        beurten=transcript(talk, {n: with_ids(said) for n, said in per_turn(talk, found).items()}),
        richtlijnen=tuple(_guideline(verdict, talk) for verdict in verdicts),
        achtergrond=background(talk),
        tegenspraak=contradictions(talk),
        volgende=next_exercise(talk, total, weakest_first(to_try, verdicts, competences)),
        nazorg=aftercare(talk),
        einde=texts.endings.get(exercise.ending or "", ""),
        plan=exercise.setup.plan if exercise.setup else "",
        teruggenomen=len(exercise.reverted),
        bronnen={name: source.title for name, source in load_sources().items()},
        versie=VERSION,
        inhoud=whole_hash(parts),
        delen=parts,
        analyse=analysis_name(exercise.analysis),
        teruggenomen_beurten=taken_back(exercise),
    )
