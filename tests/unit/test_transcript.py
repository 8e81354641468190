"""Written conversations: what is read, and what is told when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import WordAnalyzer

from bot.transcript import TranscriptError, analysed, read_transcript

HEAD = "gespreksvorm: extra_gesprek\noudertype: boos\n"


def written(folder: Path, text: str, name: str = "gesprek.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(TranscriptError) as caught:
        read_transcript(path)
    return caught.value.lines


def test_yaml_and_text_say_the_same(tmp_path: Path) -> None:
    yaml = HEAD + "casus: sem_maandagmoe\nbeurten:\n  - ouder: Ik ben boos.\n  - leraar: Dat spijt me.\n"
    plain = HEAD + "Casus: sem_maandagmoe\n\nOuder: Ik ben boos.\nLeraar: Dat\nspijt me.\n"
    assert read_transcript(written(tmp_path, yaml)) == read_transcript(
        written(tmp_path, plain, "gesprek.txt")
    )


def test_what_one_says_without_interruption_is_one_turn(tmp_path: Path) -> None:
    yaml = HEAD + "beurten:\n  - leraar: Welkom.\n  - leraar: Wat is er?\n  - ouder: Niks.\n"
    assert read_transcript(written(tmp_path, yaml)).said == ("Welkom. Wat is er?",)


def test_free_text_as_case_and_keys_of_others(tmp_path: Path) -> None:
    yaml = HEAD + "casus: Tim, 7 jaar\nkwaliteit: goed\nbeurten:\n  - leraar: Welkom.\n"
    found = read_transcript(written(tmp_path, yaml))
    assert found.case == "Tim, 7 jaar" and found.ignored == ("kwaliteit",)


def test_a_missing_file(tmp_path: Path) -> None:
    assert "niet gevonden" in faults(tmp_path / "weg.yml")[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "leeg"),
        ("- a\n- b\n", "sleutel: waarde"),
        ("gespreksvorm: [\n", "geen geldige YAML"),
        (HEAD, "'beurten' ontbreekt"),
        (HEAD + "beurten: praat\n", "moet een lijst"),
        (HEAD + "beurten:\n  - leraar: a\n  - directeur: b\n", "beurt 2"),
        (HEAD + "beurten:\n  - leraar: 12\n", "beurt 1"),
        (HEAD + "beurten:\n  - leraar: ''\n", "beurt 1"),
        (HEAD + "beurten:\n  - {leraar: a, ouder: b}\n", "beurt 1"),
        (HEAD + "beurten:\n  - ouder: a\n", "geen enkele beurt van de leraar"),
        (HEAD.replace("boos", "blij") + "beurten:\n  - leraar: a\n", "blij"),
        ("oudertype: boos\nbeurten:\n  - leraar: a\n", "'gespreksvorm' ontbreekt"),
        (HEAD.replace("boos", "[boos]") + "beurten:\n  - leraar: a\n", "bestaat niet"),
        (HEAD + "beurten:\n  - leraar: " + "a" * 20001 + "\n", "langer dan"),
    ],
)
def test_each_fault_in_yaml_is_told(tmp_path: Path, text: str, part: str) -> None:
    assert any(part in line for line in faults(written(tmp_path, text)))


def test_all_unknown_speakers_are_listed(tmp_path: Path) -> None:
    text = HEAD + "Leraar: Dag.\nDirecteur: Hallo.\nOuder: Dag.\nBram: Hoi.\n"
    lines = faults(written(tmp_path, text, "gesprek.txt"))
    assert [
        "regel 4" in lines[0] and "Directeur" in lines[0],
        "regel 6" in lines[1] and "Bram" in lines[1],
    ] == [True] * 2


def test_text_before_the_first_speaker_is_not_dropped(tmp_path: Path) -> None:
    text = "Zomaar tekst\nGespreksvorm: extra_gesprek\nOudertype: boos\nLeraar: Dag.\n"
    assert "regel 1" in faults(written(tmp_path, text, "gesprek.txt"))[0]


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.txt"
    path.write_bytes(b"\xff\xfe\x00\x01")
    assert "niet te lezen" in faults(path)[0]


def test_turns_are_analysed_in_their_context(tmp_path: Path) -> None:
    yaml = HEAD + "beurten:\n  - leraar: Welkom.\n  - ouder: Ik ben boos!\n  - leraar: Dat spijt me.\n"
    analyzer = WordAnalyzer()
    exercise = analysed(read_transcript(written(tmp_path, yaml)), analyzer, lambda text: ("boos",))
    assert [(c.parent, c.earlier) for c in analyzer.contexts] == [("", ()), ("Ik ben boos!", ("Welkom.",))]
    assert [e.before_acts for e in exercise.exchanges] == [(), ("boos",)]
    assert exercise.setup is None and exercise.case is None
