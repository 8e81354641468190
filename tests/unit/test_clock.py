"""Moments as they are kept."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.clock import dated, now


def test_a_moment_is_kept_to_the_second_with_its_offset() -> None:
    moment = datetime(2026, 11, 24, 12, 0, 1, 999, tzinfo=timezone(timedelta(hours=1)))
    assert dated(moment) == "2026-11-24T12:00:01+01:00"


def test_now_is_now_and_knows_its_offset() -> None:
    assert abs((datetime.now().astimezone() - now()).total_seconds()) < 60
    assert now().utcoffset() == datetime.now().astimezone().utcoffset()
