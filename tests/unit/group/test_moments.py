"""The same moment side by side, and never who said it."""

from __future__ import annotations

from talks import COLD, WARM, finished, standing

from bot.group.anonymous import anonymous
from bot.group.moments import letter, moments


def test_too_few_colleagues_show_nothing() -> None:
    talks = [finished(WARM), finished(COLD)]
    assert moments(talks, (), "s") == ()


def test_the_first_turn_by_all_with_what_it_did() -> None:
    talks = standing(WARM, COLD, COLD)
    first = moments(talks.finished, (), "s")[0]
    assert first.id == "begin" and first.shared
    assert sorted(one.letter for one in first.fragments) == ["A", "B", "C"]
    by_text = {one.said: one for one in first.fragments}
    assert by_text[WARM[0]].tension < by_text[COLD[0]].tension
    assert by_text[WARM[0]].change == "rustiger"
    assert all(one.answer for one in first.fragments)


def test_the_same_order_each_time_and_another_for_another_group() -> None:
    talks = [finished((f"Dag nummer {n}.",)) for n in range(12)]
    said = [[one.said for one in moments(talks, (), secret)[0].fragments] for secret in ("a", "a", "b")]
    assert said[0] == said[1] != said[2]
    backwards = [one.said for one in moments(talks[::-1], (), "a")[0].fragments]
    assert backwards == said[0]


def test_a_probe_is_a_moment_of_its_own() -> None:
    talks = standing(*[("Dag.", "Zo.", "Goed.", "En nu?", "Tja.", "Nou.")] * 3)
    found = [one.id for one in moments(talks.finished, (), "s") if one.id.startswith("proef:")]
    assert found


def test_two_rules_that_find_the_same_turns_are_one_moment() -> None:
    ids = [one.id for one in moments(standing(WARM, COLD, COLD).finished, (), "s")]
    assert "begin" in ids and "gevoel" not in ids  # an angry parent begins with the feeling


def test_nicknames_and_real_names_are_masked_but_not_those_of_the_case() -> None:
    one = finished(WARM)
    text = "Ik ben Roosje, en Sem zei tegen mevrouw De Wit: bel 06-12345678."
    masked = anonymous(text, one, ["roosje", "Sem", "De"])
    assert "Roosje" not in masked and "12345678" not in masked
    assert "Sem" in masked and "De Wit" in masked


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
