"""The channel itself with a fake Rasa, for the pages of a team: real routes and storage, no model to load.

Run `python -m tests.browser.group_server FOLDER`; it prints its address when it is ready.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "unit"))

from fakes import FakeRasa, WordAnalyzer

from bot.channel.cards import choices
from bot.channel.exercises import Exercises
from bot.channel.files import serve_file
from bot.channel.gate import Gate
from bot.channel.group_routes import add_group_routes
from bot.channel.reports import Reports
from bot.channel.routes import add_routes
from bot.channel.team import make_team
from bot.storage.store import Store


def make(folder: Path, address: str) -> Sanic:
    """Make the app."""
    exercises = Exercises(Store(folder / "oefeningen.db"), FakeRasa())
    page = Blueprint("page", url_prefix="/api")
    add_routes(page, exercises, Reports(exercises), 180)
    add_group_routes(page, make_team(exercises, 180, (address,), WordAnalyzer))
    app = Sanic("group_server")
    app.blueprint(page)
    Gate().stand_before(app)
    choices()  # reads the content before anybody waits for it

    @app.middleware("request")
    async def serve_page(request: Request) -> HTTPResponse | None:
        return None if request.path.startswith("/api/") else await serve_file(request.path)

    @app.listener("after_server_start")
    async def tell(*_: Any) -> None:
        print(address, flush=True)

    return app


if __name__ == "__main__":
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = make(Path(sys.argv[1]), f"http://127.0.0.1:{port}/")
    made.run(host="127.0.0.1", port=port, workers=1, access_log=False, motd=False)
