"""The reserve fits everyone."""

from __future__ import annotations

from typing import Any

import pytest

from bot.content import check_reserve
from bot.content.reserve import spare_lines


def told(monkeypatch: pytest.MonkeyPatch, **groups: Any) -> list[str]:
    lines = {**spare_lines()}
    for group, acts in groups.items():
        lines[group] = {**lines[group], **acts}
    monkeypatch.setattr(check_reserve, "spare_lines", lambda: lines)
    return [f"{p.place}: {p.message}" for p in check_reserve.reserve_problems()]


def test_the_reserve_is_all_right() -> None:
    assert check_reserve.reserve_problems() == []


def test_a_line_for_one_way_of_address(monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(monkeypatch, answers={"weet_niet": ["Dat weet u toch?", "geen hoofdletter."]})
    assert "bevat 'u'" in found[0] and "begint niet met een hoofdletter" in found[1]


def test_lines_nobody_asks_for_and_acts_without_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "reactions > zwaait: staat niet" in told(monkeypatch, reactions={"zwaait": ["Dag."]})[0]
    lines = {**spare_lines(), "endings": {}}
    monkeypatch.setattr(check_reserve, "spare_lines", lambda: lines)
    assert any("endings > weggelopen: ontbreekt" in str(p) for p in check_reserve.reserve_problems())
