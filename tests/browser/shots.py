"""Make a picture of every screen: `python -m tests.browser.shots OUT_DIR`, wide and narrow, light and dark."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.launch import launch
from tests.browser.mock_server import serve
from tests.browser.site import SETUP, Site

SIZES = ((1280, 800), (375, 720))
REMEMBER = """setup => { sessionStorage.setItem('oefenouder.choice', setup);
    localStorage.setItem('oefenouder.welcomed', 'true'); }"""


def main(out: Path) -> None:
    """Make all pictures; prints script errors."""
    out.mkdir(parents=True, exist_ok=True)
    server, mock, base = serve()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size in SIZES:
            _both_schemes(browser, Site(mock, base), size, out)
        browser.close()
    server.shutdown()


def _both_schemes(browser: Browser, site: Site, size: tuple[int, int], out: Path) -> None:
    for scheme, tag in (("light", "licht"), ("dark", "donker")):
        site.mock.remove_all()
        page = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.on("pageerror", lambda error: print(error))
        _all_screens(page, site, out, f"{size[0]}-{tag}")
        page.close()


def _all_screens(page: Page, site: Site, out: Path, tag: str) -> None:
    page.goto(site.address)
    page.wait_for_selector(".card")
    page.screenshot(path=out / f"0-welkom-{tag}.png")
    page.evaluate(REMEMBER, json.dumps(SETUP))
    for kind in ("betrokken", "overbezorgd"):
        site.exercise(5, oudertype=kind, persoon=None)
    screens = {
        "1-kiezen": f"{site.address}/#/kiezen",
        "2-voorbereiden": f"{site.address}/#/voorbereiden",
        "3-gesprek": site.talk(site.exercise(3)),
        "4-nabespreking": site.debrief(site.exercise(5)),
        "5-oefeningen": site.history,
    }
    for name, address in screens.items():
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_selector("main h1")
        page.wait_for_timeout(250)
        page.screenshot(path=out / f"{name}-{tag}.png", full_page=name != "3-gesprek")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schermen"))
