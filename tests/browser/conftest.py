"""A browser, a mock server and a page that fails its test on any script error or outside request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Browser, Page

from tests.browser.launch import CHROMIUM, launch
from tests.browser.mock_server import serve
from tests.browser.site import Site


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    if not CHROMIUM.exists():
        pytest.skip("Debian's Chromium is missing: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
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


@pytest.fixture
def page(browser: Browser, site: Site, options: dict[str, Any]) -> Iterator[Page]:
    """An empty page, first visit behind it."""
    context = browser.new_context(**options)
    context.add_init_script("localStorage.setItem('oefenouder.welcomed', 'true')")
    opened = context.new_page()
    opened.set_default_timeout(5000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console", lambda message: faults.append(message.text) if "Content Security" in message.text else None
    )
    opened.on(
        "request",
        lambda request: None if request.url.startswith(site.address) else faults.append(request.url),
    )
    yield opened
    context.close()
    assert faults == []
