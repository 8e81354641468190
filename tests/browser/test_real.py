"""The page on the real server: axe on every screen, and a server that is killed in mid-conversation."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch
from tests.browser.real import PATIENCE, SCREENS, TALK, Stage
from tests.browser.test_access import AXE, KINDS, RUN
from tests.e2e.serving import Server, ensure_trained, free_port

pytestmark = pytest.mark.slow
STARTING = 90_000
"""Milliseconds a server may take to come back."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server for all tests of this file."""
    ensure_trained()
    running = Server(tmp_path_factory.mktemp("page"), free_port())
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {**request.param, "reduced_motion": "reduce"}


def opened(browser: Browser, options: dict[str, Any], faults: list[str]) -> Page:
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(PATIENCE)
    watch(page, faults)
    return page


def test_axe_finds_nothing_on_any_screen_and_nothing_sticks_out(
    browser: Browser, server: Server, options: dict[str, Any]
) -> None:
    faults: list[str] = []
    page = opened(browser, options, faults)
    stage = Stage(page, server.address)
    for screen in SCREENS:
        stage.show(screen)
        page.evaluate(AXE)
        faults += [f"{screen}: {found}" for found in page.evaluate(RUN)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append(f"{screen}: wider than the window")
    page.context.close()
    assert faults == []


def test_a_server_killed_in_mid_conversation_loses_no_turn(browser: Browser, server: Server) -> None:
    faults: list[str] = []
    page = opened(browser, {"viewport": {"width": 1280, "height": 800}}, faults)
    stage = Stage(page, server.address)
    name = stage.exercise(2)
    stage.open("gesprek", name)
    assert server.process is not None
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    page.locator("#say").fill(TALK[2])
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Geen verbinding")
    expect(page.locator("#say")).to_have_value(TALK[2])
    server.start()
    expect(page.locator(".line.own:not(.pending)")).to_have_count(3, timeout=STARTING)
    expect(page.locator("#say")).to_have_value("")
    page.reload()
    expect(page.locator(".line.own")).to_have_count(3)
    expect(page.locator(".line.own").last).to_contain_text(TALK[2][:40])
    page.context.close()
    assert faults == []
