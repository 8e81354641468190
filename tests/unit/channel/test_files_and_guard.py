"""What the server gives away, and to whom."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.channel.cards import choices, preparation
from bot.channel.faults import Fault
from bot.channel.files import find, serve_file
from bot.channel.guard import browser_of, new_browser, refuse_other_sites
from bot.channel.routes import body_of
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
    for origin in ("https://kwaad.nl", "null", "http://127.0.0.1:9999"):
        with pytest.raises(Fault) as caught:
            refuse_other_sites(request(headers={**own, "origin": origin}))  # type: ignore[arg-type]
        assert caught.value.status == 403


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
