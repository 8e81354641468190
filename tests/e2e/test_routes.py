"""Every address of the app is one we mean to have, and every one of an exercise is tried by a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from serving import ROOT
from test_secure import ALL

pytestmark = pytest.mark.slow

REST = {("GET", "webhooks/rest"), ("POST", "webhooks/rest/webhook")}
GREETING = {("GET", "")}
"""Rasa's own '/', which the page answers before it."""
EXERCISE = "api/oefeningen/<name:str>"


@pytest.fixture(scope="module", params=["oefenouder start", "stock rasa run"])
def routes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[set[tuple[str, str]]]:
    """The routes of the app, made as `oefenouder start` and as `rasa run` make it."""
    from rasa.core.run import configure_app, create_http_input_channels
    from sanic import Sanic

    from bot.channel.page import PageInput
    from bot.channel.rest import RestInput
    from bot.channel.settings import PageSettings

    folder = tmp_path_factory.mktemp("data")
    channels = [PageInput(PageSettings(folder)), RestInput()]
    if "stock" in request.param:
        credentials = yaml.safe_load((ROOT / "credentials.yml").read_text("utf-8"))
        credentials["bot.channel.page.PageInput"] = {"data_map": str(folder)}
        file = folder / "credentials.yml"
        file.write_text(yaml.safe_dump(credentials), encoding="utf-8")
        channels = create_http_input_channels(None, str(file))
    app = configure_app(channels, enable_api=False)
    yield {(method, route.path.strip("/")) for route in app.router.routes for method in route.methods}
    Sanic._app_registry.pop(app.name)


def test_nothing_but_the_page_its_api_and_rest(routes: set[tuple[str, str]]) -> None:
    others = {(method, path) for method, path in routes if not path.startswith("api/")}
    assert others == REST | GREETING


def _filled(path: str) -> str:
    """Give the end of an address of an exercise, with something in its open places."""
    return path.removeprefix(EXERCISE).replace("<turn:int>", "1").replace("<about:str>", "welkom")


def test_a_stranger_tries_every_address_of_an_exercise(routes: set[tuple[str, str]]) -> None:
    found = {(method, _filled(path)) for method, path in routes if path.startswith(EXERCISE)}
    assert found - set(ALL) == set(), "add these to ALL in test_secure.py"


def test_the_stock_files_bind_no_channel_of_rasas_own() -> None:
    credentials = yaml.safe_load((ROOT / "credentials.yml").read_text("utf-8"))
    assert all(name.startswith("bot.channel.") for name in credentials)
    endpoints = yaml.safe_load(Path(ROOT / "endpoints.yml").read_text("utf-8"))
    assert endpoints["tracker_store"]["type"] == "bot.storage.conversations.ConversationStore"
