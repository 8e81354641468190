"""Logs without a word of a conversation: libraries put texts, even local variables, in their messages."""

from __future__ import annotations

import logging

_OURS = ("bot", "actions")


class WordlessFormatter(logging.Formatter):
    """Our own messages as they are; of any other only who, where in the source, and the kind of error.

    INFO passes whole: libraries say there that they started or stopped.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give one line."""
        ours = record.name.split(".")[0] in _OURS or record.levelno == logging.INFO
        text = record.getMessage() if ours else f"at {record.filename or record.module}:{record.lineno}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{record.levelname} {record.name}: {text}{f' ({place_of(error)})' if error else ''}"


def keep_words_out() -> None:
    """Give every handler of the root logger the wordless form; loggers without a handler of their own use it."""
    for handler in logging.getLogger().handlers:
        handler.setFormatter(WordlessFormatter())


def told_in_log(error: BaseException) -> None:
    """Log an unexpected error: its kind and place, never its text."""
    logging.getLogger(__name__).error("Unexpected %s", place_of(error))


def place_of(error: BaseException) -> str:
    """Give the kind of an error and the line it came from."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
