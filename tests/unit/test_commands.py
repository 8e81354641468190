"""Words that are a command when alone on a line."""

from __future__ import annotations

import pytest

from bot.commands import command_in


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("terug", "terug"),
        ("  Hint! ", "hint"),
        ("/nabespreking", "nabespreking"),
        ("Stop de   oefening.", "stop"),
        ("opnieuw", "start"),
        ("We gaan terug naar uw vraag.", None),
        ("Een hint van u zou helpen", None),
        ("", None),
    ],
)
def test_command(line: str, command: str | None) -> None:
    assert command_in(line) == command
