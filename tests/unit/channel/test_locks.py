"""Locks of one process; those over workers are tested in tests/services."""

from __future__ import annotations

import asyncio
import gc

from bot.channel.locks import LocalLocks


def test_one_at_a_time_and_others_do_not_wait() -> None:
    async def work() -> list[str]:
        seen: list[str] = []
        locks = LocalLocks()

        async def one(name: str, who: str) -> None:
            async with locks.of(name):
                seen.append(f"{who} in")
                await asyncio.sleep(0)
                seen.append(f"{who} uit")

        await asyncio.gather(one("a", "1"), one("a", "2"), one("b", "3"))
        return seen

    seen = asyncio.run(work())
    assert [word for word in seen if word[0] != "3"] == ["1 in", "1 uit", "2 in", "2 uit"]
    assert seen.index("3 in") < seen.index("2 in")


def test_a_lock_nobody_uses_is_not_kept() -> None:
    locks = LocalLocks()
    asyncio.run(_use(locks))
    gc.collect()
    assert len(locks._locks) == 0


async def _use(locks: LocalLocks) -> None:
    async with locks.of("a"):
        assert len(locks._locks) == 1
