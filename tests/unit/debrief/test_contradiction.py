"""Where the documents disagree (labels.md part 5): both shown, held against nobody."""

from __future__ import annotations

from making import exercise

from bot.debrief import build
from bot.debrief.model import Debrief

STEPS = ("kort > doel kader", "kort > observatie", "ontkent > herkenning")
NAMED = "vertelt > mishandeling_noemen"


def weak_labels(debrief: Debrief) -> set[str]:
    return {r.label for turn in debrief.beurten for r in turn.feedback if r.soort == "verbeter"}


def missed(debrief: Debrief) -> set[str]:
    return {g.id for g in debrief.richtlijnen if g.status == "gemist"}


def test_after_facts_and_reaction_in_step_3_it_counts_for_nothing_and_both_advices_are_shown() -> None:
    calm = build(exercise(*STEPS, "vertelt > open", form="meldcode_stap_3", kind="verwaarlozend"))
    said = build(exercise(*STEPS, NAMED, form="meldcode_stap_3", kind="verwaarlozend"))
    assert said.competenties["valkuilen"].score == calm.competenties["valkuilen"].score
    assert "mishandeling_noemen" not in weak_labels(said)
    assert not {"woord_mishandeling_met_zorg", "verband_pas_na_feiten"} & missed(said)
    (shown,) = said.tegenspraak
    assert shown.beurt == 4
    assert {line[:2] for line in shown.bronnen} == {"B1", "B2", "B3"}
    assert shown.citaat


def test_before_the_facts_it_does_count() -> None:
    early = build(exercise(NAMED, *STEPS, form="meldcode_stap_3", kind="verwaarlozend"))
    assert early.tegenspraak == ()
    assert "mishandeling_noemen" in weak_labels(early)
    assert "woord_mishandeling_met_zorg" in missed(early)


def test_in_another_form_it_always_counts() -> None:
    other = build(exercise(*STEPS, NAMED, form="extra_gesprek", kind="verwaarlozend"))
    assert other.tegenspraak == ()
    assert {"vermoeden_niet_uitspreken"} <= missed(other)
