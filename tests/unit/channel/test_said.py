"""Cleaning what somebody said, for every channel alike."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channel.faults import Fault
from bot.channel.said import checked_turn


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (" Dag. \r\n", "Dag."),
        ("a\x00b", "ab"),
        ("a\ud800b", "a?b"),
        ("a\n b", "a\n b"),
        ("x" * 20_000 + " ", "x" * 20_000),
    ],
)
def test_what_can_be_kept_is_said(given: str, said: str) -> None:
    assert checked_turn(given) == said


@pytest.mark.parametrize(
    ("given", "status"),
    [("", 422), ("\x00", 422), ("\u200b\r\n\u200b", 422), (None, 422), (["Dag."], 422), ("x" * 20_001, 413)],
)
def test_what_is_no_turn_is_refused(given: Any, status: int) -> None:
    with pytest.raises(Fault) as caught:
        checked_turn(given)
    assert caught.value.status == status
