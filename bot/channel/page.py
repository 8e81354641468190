"""The Rasa channel that serves the page and its API (put `bot.channel.page.PageInput` in credentials.yml)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.exceptions import MethodNotSupported, NotFound
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel.exercises import Exercises
from bot.channel.files import serve_file
from bot.channel.rasa_link import CHANNEL, RasaConversations
from bot.channel.reports import Reports
from bot.channel.routes import add_routes, reply
from bot.messages import message
from bot.storage.folder import EXERCISES, data_folder
from bot.storage.store import Store


class PageInput(InputChannel):
    """Serves the page on '/', its files beside it and its API under '/api'."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the data folder; None is the folder of this user."""
        self._folder = folder

    @classmethod
    def name(cls) -> str:
        """Give the channel's name in Rasa."""
        return CHANNEL

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """Make the channel from credentials.yml."""
        chosen = (credentials or {}).get("data_map")
        return cls(Path(chosen) if chosen else None)

    def url_prefix(self) -> str:
        """Put the channel at the root of the server, not under /webhooks."""
        return "/api"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Make the routes; the agent is reached through the app once Rasa has loaded it."""
        page = Blueprint("oefenouder_page")
        store = Store(data_folder(self._folder) / EXERCISES)
        app: dict[str, Sanic] = {}
        talk = RasaConversations(on_new_message, lambda: getattr(app["app"].ctx, "agent", None))
        exercises = Exercises(store, talk)
        add_routes(page, exercises, Reports(exercises))

        @page.listener("before_server_start")
        async def attach(running: Sanic, _: Any) -> None:
            app["app"] = running
            running.register_middleware(_serve_page, "request")
            for kind in (NotFound, MethodNotSupported):
                running.error_handler.add(kind, _unknown)

        return page


async def _serve_page(request: Request) -> HTTPResponse | None:
    """Answer requests for the page itself before Rasa's own greeting on '/'."""
    if request.method not in ("GET", "HEAD") or request.path.startswith(("/api/", "/webhooks/")):
        return None
    return await serve_file(request.path)


def _unknown(request: Request, error: Exception) -> HTTPResponse:
    """Answer an address that does not exist with one Dutch line."""
    return reply({"fout": message("onbekend_adres")}, getattr(error, "status_code", 404))
