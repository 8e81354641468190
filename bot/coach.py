"""The coach beside the conversation: one line after a turn, for the level that looks along."""

from __future__ import annotations

from dataclasses import replace

from bot.debrief import live_remark
from bot.exercise import Exchange
from bot.tracker import Record


def coach_line(record: Record, exchange: Exchange) -> dict[str, str] | None:
    """Give what the coach says about this turn, with its source; None at other levels or without remark."""
    if record.setup.coaching != "live":
        return None
    exercise = replace(record, exchanges=(*record.exchanges, exchange)).exercise()
    remark = live_remark(exchange, exercise)
    return {"tekst": remark.tekst, "bron": remark.bron} if remark else None
