"""What the server gives away, and to whom."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest
from sanic.response import HTTPResponse

from bot.channel.answers import body_of
from bot.channel.cards import choices, preparation
from bot.channel.faults import Fault
from bot.channel.files import find, serve_file
from bot.channel.guard import (
    browser_of,
    is_secure,
    new_browser,
    protect,
    refuse_other_names,
    refuse_other_sites,
    remember,
)
from bot.choice import setup_from
from bot.content.library import load_case


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    static = tmp_path / "static"
    static.mkdir()
    (static / "index.html").write_text("<p>", encoding="utf-8")
    (static / "geheim.py").write_text("x = 1", encoding="utf-8")
    (tmp_path / "buiten.js").write_text("1", encoding="utf-8")
    return static


def test_the_page_itself(folder: Path) -> None:
    assert find("/", folder) == folder / "index.html"


@pytest.mark.parametrize(
    "path",
    [
        "/../buiten.js",
        "/%2e%2e/buiten.js",
        "/..%2fbuiten.js",
        "//etc/passwd",
        "/geheim.py",
        "/nee.js",
        "/\x00",
        "/.",
    ],
)
def test_nothing_outside_and_no_source(folder: Path, path: str) -> None:
    assert find(path, folder) is None


def test_files_come_with_a_strict_policy() -> None:
    response = asyncio.run(serve_file("/"))
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"


def request(**parts: object) -> SimpleNamespace:
    return SimpleNamespace(**{"headers": {}, "cookies": {}, "body": b"", **parts})


def test_only_a_token_we_could_have_made_is_a_browser() -> None:
    token = new_browser()
    assert browser_of(request(cookies={"oefenouder": token})) == token  # type: ignore[arg-type]
    assert browser_of(request(cookies={"oefenouder": "' OR 1=1"})) is None  # type: ignore[arg-type]
    assert browser_of(request()) is None  # type: ignore[arg-type]
    assert new_browser() != token


def test_another_site_is_refused() -> None:
    own = {"origin": "http://127.0.0.1:5005", "host": "127.0.0.1:5005"}
    refuse_other_sites(request(headers=own))  # type: ignore[arg-type]
    refuse_other_sites(request(headers={"host": "127.0.0.1:5005"}))  # type: ignore[arg-type]
    for origin in ("https://kwaad.nl", "null", "http://127.0.0.1:9999", "http://[kwaad"):
        with pytest.raises(Fault) as caught:
            refuse_other_sites(request(headers={**own, "origin": origin}))  # type: ignore[arg-type]
        assert caught.value.status == 403


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:5005", "127.0.0.1:5005", "[::1]:5005", "10.0.0.4", "oefenen.school.nl"]
)
def test_our_own_names(host: str) -> None:
    refuse_other_names(request(headers={"host": host}), {"oefenen.school.nl"})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "host", ["", "kwaad.nl", "localhost.kwaad.nl", "127.0.0.1.kwaad.nl:5005", "[kwaad", "1.2.3"]
)
def test_another_name_is_refused(host: str) -> None:
    with pytest.raises(Fault) as caught:
        refuse_other_names(request(headers={"host": host}), {"oefenen.school.nl"})  # type: ignore[arg-type]
    assert caught.value.status == 403


def test_a_web_server_in_front_makes_the_cookie_secure() -> None:
    for proto, secure in (("https", True), ("http", False), ("", False)):
        asked = request(headers={"x-forwarded-proto": proto} if proto else {})
        response = HTTPResponse("")
        remember(response, "x", is_secure(asked))  # type: ignore[arg-type]
        assert bool(response.cookies["oefenouder"].get("secure")) is secure


def test_no_other_site_may_read() -> None:
    response = protect(
        HTTPResponse("", headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"})
    )
    assert "access-control-allow-origin" not in response.headers
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff", b"[" * 100_000, b'"tekst"'])
def test_a_body_that_is_no_object(body: bytes) -> None:
    with pytest.raises(Fault) as caught:
        body_of(request(body=body))  # type: ignore[arg-type]
    assert caught.value.status == 400


def test_an_empty_body_is_nothing() -> None:
    assert body_of(request()) == {}  # type: ignore[arg-type]


def test_the_choices_are_complete() -> None:
    all_choices = choices()
    assert len(all_choices["gespreksvormen"]) == 3 and len(all_choices["ouders"]) == 8
    assert all(len(parent["personen"]) >= 1 for parent in all_choices["ouders"])
    assert len(all_choices["casussen"]) >= 3


def test_the_card_does_not_give_the_secret_away() -> None:
    setup = setup_from({"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"})
    case = load_case("sem_maandagmoe")
    card = str(preparation(setup))
    assert case is not None
    assert case.hidden.summary not in card and case.signals[0].text in card
