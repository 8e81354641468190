"""The Rasa channel that serves the page and its API (put `bot.channel.page.PageInput` in credentials.yml)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel.exercises import Exercises
from bot.channel.files import serve_file
from bot.channel.gate import Gate
from bot.channel.group_routes import add_group_routes
from bot.channel.health import add_health
from bot.channel.locks import LocalLocks, Locks, SharedLocks
from bot.channel.rasa_link import CHANNEL, RasaConversations
from bot.channel.reports import Reports
from bot.channel.routes import add_routes
from bot.channel.settings import PageSettings, from_credentials
from bot.channel.sweep import Sweep
from bot.channel.team import make_team
from bot.privacy.logs import keep_words_out
from bot.storage.database import PostgresDatabase
from bot.storage.folder import EXERCISES, data_folder, keep_to_this_user
from bot.storage.health import set_aside_if_damaged
from bot.storage.shared import shared
from bot.storage.store import Store


class PageInput(InputChannel):
    """Serves the page on '/', its files beside it and its API under '/api'."""

    def __init__(self, settings: PageSettings | None = None) -> None:
        """Keep the settings."""
        self._settings = settings or PageSettings()

    @classmethod
    def name(cls) -> str:
        """Give the channel's name in Rasa."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """Make the channel from credentials.yml."""
        return cls(from_credentials(credentials))

    def url_prefix(self) -> str:
        """Put the channel at the root of the server, not under /webhooks."""
        return "/api"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Make the routes; the agent is reached through the app once Rasa has loaded it."""
        page = Blueprint("oefenouder_page")
        store, locks = _storage(self._settings)
        app: dict[str, Sanic] = {}

        def agent() -> Any:
            return getattr(app["app"].ctx, "agent", None)

        talk = RasaConversations(on_new_message, agent)
        exercises = Exercises(store, talk, locks)
        add_health(page, store, agent)
        add_routes(page, exercises, Reports(exercises), self._settings.keep_days)
        team = make_team(exercises, self._settings.keep_days, self._settings.addresses)
        add_group_routes(page, team)

        @page.listener("before_server_start")
        async def attach(running: Sanic, _: Any) -> None:
            app["app"] = running
            Gate(self._settings.names).stand_before(running)
            running.register_middleware(_serve_page, "request")
            keep_words_out()

        sweep = Sweep(store, talk, self._settings.keep_days)
        _while_running(page, sweep.always)
        _while_running(page, team.sweep.always)

        return page


def _storage(settings: PageSettings) -> tuple[Store, Locks]:
    """Give the list of exercises and the locks: of this user alone, or shared with other workers."""
    common = shared()
    if common:
        return Store(PostgresDatabase(common.database)), SharedLocks(common.database)
    keep_to_this_user()
    file = data_folder(settings.folder) / EXERCISES
    set_aside_if_damaged(file)
    return Store(file), LocalLocks()


def _while_running(page: Blueprint, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do a job beside the server, from its start until it stops."""
    tasks: list[asyncio.Task[None]] = []

    @page.listener("after_server_start")
    async def begin(running: Sanic, _: Any) -> None:
        tasks.append(asyncio.get_running_loop().create_task(job()))

    @page.listener("before_server_stop")
    async def end(running: Sanic, _: Any) -> None:
        for task in tasks:
            task.cancel()


async def _serve_page(request: Request) -> HTTPResponse | None:
    """Answer requests for the page itself before Rasa's own greeting on '/'."""
    if request.method not in ("GET", "HEAD") or request.path.startswith(("/api/", "/webhooks/")):
        return None
    return await serve_file(request.path)
