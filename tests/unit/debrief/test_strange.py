"""Turns that are no part of the conversation are neither praised nor faulted, nor quoted for what was left out."""

from __future__ import annotations

from bot.analysis.turn import Kind, Span, TurnAnalysis
from bot.debrief.build import build
from bot.debrief.spoken import as_spoken
from bot.exercise import Exchange, Exercise

LABELS = {"vraagtypen": ("gesloten", "suggestief"), "zetten": ("welkom",), "valkuilen": ("oordeel",)}
SPANS = (Span("suggestief", 0, 8), Span("welkom", 0, 4))


def said(text: str, kind: Kind = "beurt", **labels: tuple[str, ...]) -> Exchange:
    return Exchange(TurnAnalysis(text, **labels, kind=kind))  # type: ignore[arg-type]


def judged(kind: Kind) -> TurnAnalysis:
    odd = TurnAnalysis("lekker weer, gaat u zitten", **LABELS, spans=SPANS, kind=kind)
    return as_spoken(Exercise("extra_gesprek", "boos", (Exchange(odd),))).exchanges[0].turn


def test_a_question_to_the_program_is_not_scored() -> None:
    assert judged("uit_de_rol").labels == ()
    odd = said("je bent toch een chatbot", "uit_de_rol", **LABELS)
    assert not build(Exercise("extra_gesprek", "boos", (odd,))).beurten[0].feedback


def test_small_talk_earns_its_moves_and_is_faulted_for_nothing() -> None:
    turn = judged("praatje")
    assert turn.labels == ("welkom",)
    assert [span.label for span in turn.spans] == ["welkom"]
    assert judged("beurt").labels == ("gesloten", "suggestief", "welkom", "oordeel")


def test_what_was_left_out_never_quotes_a_strange_turn() -> None:
    plain = [said(f"Ik zag Sem {n} keer slapen.", zetten=("observatie",)) for n in range(2, 7)]
    talk = Exercise("extra_gesprek", "boos", (said("asdf", "onzin"), *plain, said("What?", "andere_taal")))
    debrief = build(talk)
    quoted = {remark.citaat for remark in debrief.verbeter} | {
        remark.citaat for turn in debrief.beurten for remark in turn.feedback
    }
    assert quoted and not quoted & {"asdf", "What?"}
    assert debrief.verbeter
