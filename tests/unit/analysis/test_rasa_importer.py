"""Rasa's own commands get the commands whole and the labelled turns as a handful of examples."""

from __future__ import annotations

from pathlib import Path

from rasa.shared.importers.importer import TrainingDataImporter

from bot.analysis.rasa_importer import SHOWN, holds_turns

ROOT = Path(__file__).resolve().parents[3]


def test_rasa_reads_commands_and_a_few_turns() -> None:
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )
    importer.get_nlu_data()
    count = importer.get_nlu_data().number_of_examples_per_intent
    assert count["beurt"] == SHOWN
    assert count["terug"] == 3 and count["noodgeval"] >= 3


def test_files_of_turns_are_told_by_their_intent() -> None:
    assert holds_turns(ROOT / "data" / "nlu" / "hand_r_droog.yml")
    assert holds_turns(ROOT / "data" / "nlu" / "ouder_uitingen.yml")
    assert not holds_turns(ROOT / "data" / "nlu" / "opdrachten.yml")
