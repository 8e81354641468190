"""Make a picture of every screen of the real server: `uv run python -m tests.browser.shots [FOLDER]`.

Each screen is made wide (1280, `naam.png`) and narrow (375, `naam-smal.png`). It starts a server of its own with an
empty data folder; the model has to be trained. What is in docs/schermen is made with this.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.launch import launch
from tests.browser.real import LONG, PATIENCE, SCREENS, Stage
from tests.e2e.serving import Server, free_port

SIZES = {"": (1280, 800), "-smal": (375, 720)}
LEFT_OUT = ("uitgeklapt",)
"""Looks like another one at the top."""
HIGHEST = 2600
"""Pixels of a long screen that are kept."""


def main(out: Path) -> None:
    """Make all pictures; prints errors of the page."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder), free_port())
        browser = launch(playwright)
        try:
            server.start()
            for tag, size in SIZES.items():
                _all_screens(browser, server.address, size, tag, out)
        finally:
            browser.close()
            server.stop()


def _all_screens(browser: Browser, address: str, size: tuple[int, int], tag: str, out: Path) -> None:
    view = {"width": size[0], "height": size[1]}
    page = browser.new_page(viewport=view, reduced_motion="reduce", color_scheme="light")  # type: ignore[arg-type]
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: print(error))
    stage = Stage(page, address)
    for screen in (one for one in SCREENS if one not in LEFT_OUT):
        page.set_viewport_size(view)  # type: ignore[arg-type]
        stage.show(screen)
        if screen in LONG:
            _stretch(page, size[0])
        page.mouse.move(0, 0)
        page.screenshot(path=out / f"{screen}{tag}.png")
        print(out / f"{screen}{tag}.png")
    page.close()


def _stretch(page: Page, width: int) -> None:
    """Make the window as high as what is in it, so that nothing sticks to its bottom halfway."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, HIGHEST)})
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(200)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schermen"))
