"""What libraries log holds no words."""

from __future__ import annotations

import logging

import pytest

from bot.privacy.logs import WordlessFormatter, place_of


def record(name: str, level: int, text: str, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, level, "/x/processor.py", 7, text, (), info)


def formatted(*args: object) -> str:
    return WordlessFormatter().format(record(*args))  # type: ignore[arg-type]


@pytest.mark.parametrize("level", [logging.DEBUG, logging.WARNING, logging.ERROR])
def test_of_others_only_the_place(level: int) -> None:
    assert "geheim" not in formatted("rasa.core.processor", level, "Received: geheim")
    assert "processor.py:7" in formatted("rasa.core.processor", level, "Received: geheim")


def test_an_error_is_its_kind_and_place() -> None:
    try:
        raise ValueError("geheim")
    except ValueError as error:
        line = formatted("sanic.error", logging.ERROR, "failed: geheim", error)
        assert "geheim" not in line and "ValueError" in line and "test_logs.py" in line and "\n" not in line
        assert place_of(error).startswith("ValueError at")


def test_our_own_words_and_what_started_are_told() -> None:
    assert formatted("bot.channel.x", logging.ERROR, "It went wrong").endswith("It went wrong")
    assert formatted("sanic.root", logging.INFO, "Starting worker").endswith("Starting worker")
