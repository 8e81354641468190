"""The library of the debrief: faults give one clear line; real files hold together."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.content.check_debrief import debrief_problems
from bot.content.guideline import Guideline
from bot.content.label import load_labels
from bot.content.library import load_case, load_forms, load_guidelines, load_person, load_scoring, load_texts
from bot.content.problems import ContentError

ITEM = {
    "id": "groeten",
    "competence": "opbouw",
    "title": "Groet.",
    "why": "Hoort zo.",
    "sources": [{"doc": "B2", "section": "x"}],
    "inventory": ["groeten"],
}


def written(folder: Path, *items: object) -> Path:
    (folder / "a.yml").write_text(yaml.safe_dump(list(items)), encoding="utf-8")
    return folder


def test_guidelines_are_read_in_order(tmp_path: Path) -> None:
    found = load_guidelines(written(tmp_path, ITEM, {**ITEM, "id": "zitten"}))
    assert [g.id for g in found] == ["groeten", "zitten"] and isinstance(found[0], Guideline)


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ((ITEM, ITEM), "staat al"),
        (({**ITEM, "weight": 9},), "weight"),
        (({**ITEM, "sources": []},), "te weinig"),
        (({**ITEM, "wat": 1},), "onbekende sleutel"),
    ],
)
def test_a_fault_names_file_place_and_mend(tmp_path: Path, items: tuple[object, ...], words: str) -> None:
    with pytest.raises(ContentError, match=words):
        load_guidelines(written(tmp_path, *items))


def test_unknown_or_free_text_cases_and_persons_are_none() -> None:
    assert load_case(None) is None
    assert load_case("Een jongen die vaak te laat komt") is None
    assert load_case("../forms") is None
    assert load_person("niemand") is None


def test_every_pitfall_and_question_kind_has_its_rule() -> None:
    labels, scoring = load_labels(), load_scoring()
    assert set(scoring.pitfalls) == {name for name, info in labels.items() if info.group == "valkuilen"}
    used = (
        set(scoring.questions.inviting)
        | set(scoring.questions.closed_is_fine_with)
        | set(scoring.questions.costs)
    )
    assert used <= set(labels)


def test_steps_show_known_labels_and_acts_are_all_worded() -> None:
    known = set(load_labels())
    assert all(set(step.shows) <= known for form in load_forms().values() for step in form.steps)
    path = Path(__file__).parents[3] / "bot" / "knowledge" / "replies" / "parent_acts.yml"
    assert set(yaml.safe_load(path.read_text(encoding="utf-8"))["acts"]) == set(load_texts().acts)


def test_label_sentences_are_own_and_used_once() -> None:
    sentences = [(e.text, e.parent, e.earlier) for info in load_labels().values() for e in info.examples]
    assert len(sentences) == len(set(sentences))
    for name, info in load_labels().items():
        shared = {e.text for e in info.examples} & {e.text for e in info.counterexamples}
        assert not shared, name


def test_the_real_files_of_the_debrief_hold_together() -> None:
    assert [str(problem) for problem in debrief_problems()] == []
