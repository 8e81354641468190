"""YAML: words stay words, every key counts, an unclear item is listed with its line."""

from __future__ import annotations

import pytest

from bot.transcript.model import Draft
from bot.transcript.tree import read_tree


def read(turns: str) -> Draft:
    draft = Draft()
    read_tree("beurten:\n" + turns, draft, "g.yml")
    return draft


def said(turns: str) -> list[tuple[str, str]]:
    return [(item.speaker, item.text) for item in read(turns).turns]


@pytest.mark.parametrize("word", ["no", "Yes", "12:30", "12", "2026-11-24", "1e3", "0x1F", "true"])
def test_words_are_not_turned_into_values(word: str) -> None:
    assert said(f"- leraar: {word}\n") == [("leraar", word)]


@pytest.mark.parametrize("block", ["|", ">", "|-", ">+"])
def test_a_block_is_one_turn_on_one_line(block: str) -> None:
    assert said(f"- leraar: {block}\n    Dag\n    mevrouw.\n") == [("leraar", "Dag mevrouw.")]


def test_other_names_and_two_keys_in_one_item() -> None:
    assert said("- juf: Dag.\n  moeder: Hoi.\n- Leraar: Zit.\n") == [
        ("leraar", "Dag."),
        ("ouder", "Hoi."),
        ("leraar", "Zit."),
    ]


def test_items_and_blocks_of_plain_lines() -> None:
    assert said("- 'Leraar: Dag.'\n- 'Ouder: Hoi.'\n") == [("leraar", "Dag."), ("ouder", "Hoi.")]
    draft = Draft()
    read_tree("beurten: |\n  Leraar: Dag.\n  Bram: Hoi.\n", draft, "g.yml")
    assert draft.turns[0].text == "Dag." and draft.unclear[0].line == 3


@pytest.mark.parametrize(
    "item",
    [
        "- directeur: Hallo.",
        "- leraar:",
        "- leraar: ''",
        "- leraar: [a, b]",
        "- [a]",
        "- {}",
        "-",
        "- leraar: ~",
    ],
)
def test_an_unclear_item_is_listed(item: str) -> None:
    draft = read(f"- leraar: Dag.\n{item}\n- ouder: Hoi.\n")
    assert [found.text for found in draft.turns] == ["Dag.", "Hoi."]
    assert [found.line for found in draft.unclear] == [3]


def test_a_key_given_twice_is_listed() -> None:
    draft = Draft()
    read_tree("casus: a\ncasus: b\nbeurten:\n- leraar: a\nbeurten:\n- leraar: b\n", draft, "g.yml")
    assert draft.head == {"casus": "a"} and [found.line for found in draft.unclear] == [2, 5]
    assert len(read("- {leraar: a, leraar: b}\n").turns) == 2


def test_aliases_of_aliases_stay_small() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    bomb += "".join(
        f"{c}: &{c} [{','.join(['*' + b] * 9)}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    draft = Draft()
    read_tree(bomb + "beurten: [*i, {leraar: Dag.}]\n", draft, "g.yml")
    assert [found.text for found in draft.turns] == ["Dag."] and len(draft.unclear[0].text) < 300
