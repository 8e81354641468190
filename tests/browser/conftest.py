"""A browser, a mock server and a page that fails its test on any script error or outside request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.launch import CHROMIUM, launch
from tests.browser.mock_server import serve
from tests.browser.site import Site

PATIENCE = 15_000
"""Milliseconds a test waits for something to appear; only a failing test takes them, or a busy computer."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's Chromium is missing: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        sync_api.expect.set_options(timeout=PATIENCE)
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture
def site() -> Iterator[Site]:
    """A mock server of its own for each test."""
    server, mock, address = serve()
    yield Site(mock, address)
    server.shutdown()
    server.server_close()


@pytest.fixture
def options() -> dict[str, Any]:
    """How the page is opened; a test module overrides this for a phone or dark mode."""
    return {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}


def watch(page: Page, faults: list[str]) -> None:
    """Write down script errors, breaches of the security policy and whatever else the console calls an error.

    An answer that is not 200 is also in the console; tests provoke those on purpose.
    """
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', breach => console.error('policy: ' + breach.blockedURI))"
    )


def _is_fault(message: ConsoleMessage) -> bool:
    return message.type == "error" and not message.text.startswith("Failed to load resource")


@pytest.fixture
def page(browser: Browser, site: Site, options: dict[str, Any]) -> Iterator[Page]:
    """An empty page, first visit behind it."""
    context = browser.new_context(**options)
    context.add_init_script("localStorage.setItem('oefenouder.welcomed', 'true')")
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    faults: list[str] = []
    watch(opened, faults)
    opened.on(
        "request",
        lambda request: None if request.url.startswith(site.address) else faults.append(request.url),
    )
    yield opened
    context.close()
    assert faults == []
