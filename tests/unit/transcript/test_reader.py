"""Written conversations as a whole: the same from YAML and text, every fault told, nothing dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.transcript import Transcript, TranscriptError, read_transcript

HEAD = "gespreksvorm: extra_gesprek\noudertype: boos\n"


def written(folder: Path, text: str | bytes, name: str = "gesprek.yml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes, name: str = "gesprek.yml") -> Transcript:
    return read_transcript(written(folder, text, name))


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(TranscriptError) as caught:
        read_transcript(path)
    return caught.value.lines


def test_yaml_and_text_say_the_same(tmp_path: Path) -> None:
    yaml = HEAD + "casus: sem_maandagmoe\nbeurten:\n  - ouder: Ik ben boos.\n  - leraar: Dat spijt me.\n"
    plain = HEAD + "Casus: sem_maandagmoe\n\nOuder: Ik ben boos.\nLeraar: Dat\nspijt me.\n"
    assert read(tmp_path, yaml) == read(tmp_path, plain, "gesprek.txt")


def test_what_one_says_without_interruption_is_one_turn(tmp_path: Path) -> None:
    yaml = HEAD + "beurten:\n  - leraar: Welkom.\n  - leraar: Wat is er?\n  - ouder: Niks.\n"
    assert read(tmp_path, yaml).said == ("Welkom. Wat is er?",)


def test_without_any_parent_the_turns_stay_apart(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD + "L: Dag.\nL: Ga zitten.\n", "g.txt").said == ("Dag.", "Ga zitten.")


def test_free_text_as_case_and_keys_of_others(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "casus: Tim, 7 jaar\nkwaliteit: goed\nbeurten:\n  - leraar: Welkom.\n")
    assert found.case == "Tim, 7 jaar" and found.ignored == ("kwaliteit",)


@pytest.mark.parametrize(
    ("form", "kind"),
    [("Extra gesprek", "Boze ouder"), ("extra-gesprek", "BOOS"), ('"extra_gesprek"', "'boos'")],
)
def test_form_and_type_may_be_written_as_people_do(tmp_path: Path, form: str, kind: str) -> None:
    found = read(tmp_path, f"Gespreksvorm: {form}\nType ouder: {kind}\nLeraar: Dag.\n", "g.txt")
    assert (found.form, found.type) == ("extra_gesprek", "boos")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "niet gevonden" in faults(tmp_path / "weg.yml")[0]
    assert "niet gevonden" in faults(tmp_path)[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "leeg"),
        ("# alleen uitleg\n", "leeg"),
        ("- a\n- b\n", "sleutel: waarde"),
        ("gespreksvorm: [\n", "geen geldige YAML"),
        (HEAD + "beurten:\n  - leraar: Ik zie dit: hij is moe.\n", "regel 4: is geen geldige YAML"),
        (HEAD + "beurten:\n\t- leraar: a\n", "geen geldige YAML"),
        (HEAD, "'beurten' ontbreekt"),
        (HEAD + "beurten:\n", "'beurten' ontbreekt"),
        (HEAD + "beurten: praat\n", "moet een lijst"),
        (HEAD + "beurten: {leraar: a}\n", "moet een lijst"),
        (HEAD + "beurten:\n  - ouder: a\n", "geen enkele beurt van de leraar"),
        (HEAD.replace("boos", "blij") + "beurten:\n  - leraar: a\n", "blij"),
        ("oudertype: boos\nbeurten:\n  - leraar: a\n", "'gespreksvorm' ontbreekt"),
        (HEAD.replace("boos", "[boos]") + "beurten:\n  - leraar: a\n", "bestaat niet"),
        (HEAD.replace("boos", "kies maar") + "beurten:\n  - leraar: a\n", "bestaat niet"),
        (HEAD + "beurten:\n  - leraar: " + "a" * 20001 + "\n", "regel 4: deze beurt is langer"),
        ("[" * 5000, "geen geldige YAML"),
        ("%YAML 9\n---\na: b\n---\nc: d\n", "geen geldige YAML"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line_each(tmp_path: Path, text: str, part: str) -> None:
    lines = faults(written(tmp_path, text))
    assert any(part in line for line in lines) and all("\n" not in line for line in lines)


def test_a_file_of_somebody_else_lists_its_lines_and_not_all_of_them(tmp_path: Path) -> None:
    lines = faults(written(tmp_path, HEAD + "A: dag\nB: hoi\n" * 100, "g.txt"))
    assert "geen enkele beurt van de leraar" in lines[0]
    assert "regel 3" in lines[1] and len(lines) == 22 and "180" in lines[-1]


def test_no_word_of_a_messy_text_is_lost(tmp_path: Path) -> None:
    lines = [
        "Zomaar tekst", "Gespreksvorm: extra_gesprek", "Oudertype: boos", "**Leraar:** Dag", "ga zitten",
        "Directeur: Hallo", "ik ben er ook", "Moeder (zucht): Nou", "Casus: later", "## Deel twee", "O:", "L: Wat nu?",
        "(stilte)", "Juf: Vertel",
    ]  # fmt: skip
    found = read(tmp_path, "\n".join(lines), "g.txt")
    kept = " ".join([text for _, text in found.turns] + [item.text for item in found.unclear])
    words = {word.strip("*#:().?").lower() for line in lines[3:] for word in line.split()}
    names = {"leraar", "moeder", "l", "o", "juf", ""}
    assert words - names <= {word.strip("*#:().?").lower() for word in kept.split()}
    assert [item.line for item in found.unclear] == [1, 6, 7, 9, 10, 11, 13]


def test_three_hundred_turns(tmp_path: Path) -> None:
    text = HEAD + "".join(f"Leraar: Vraag {n}?\nOuder: Antwoord {n}.\n" for n in range(300))
    assert len(read(tmp_path, text, "g.txt").said) == 300
