"""Whether this worker can serve: for the web server in front of it and for who restarts workers one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel.answers import reply
from bot.storage.store import Store


def add_health(page: Blueprint, store: Store, agent: Callable[[], Any]) -> None:
    """Put the address on the blueprint; it tells nothing but yes (200) or no (503)."""

    @page.get("/gezond")
    async def healthy(request: Request) -> HTTPResponse:
        well = is_well(store, agent())
        return reply({"gezond": well}, 200 if well else 503)


def is_well(store: Store, agent: Any) -> bool:
    """Tell whether the model is loaded and the list of exercises and the locks answer."""
    if agent is None or not agent.is_ready():
        return False
    try:
        store.ping()
        agent.lock_store.get_lock("gezond")
    except Exception:
        return False
    return True
