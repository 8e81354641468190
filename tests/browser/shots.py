"""Make a picture of every screen: `python -m tests.browser.shots OUT_DIR [--all]`, wide and narrow, light and dark."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.launch import launch
from tests.browser.mock_server import serve

SETUP = {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe",
         "persoon": "karin_de_wit", "niveau": "gemiddeld", "coaching": "live",
         "plan": "Eerst sorry zeggen. Daarna vragen wat ze verwacht."}  # fmt: skip


def take(page: Page, base: str, ids: tuple[str, str], out: Path, tag: str, only: str) -> None:
    """Walk through the screens and save each."""
    running, done = ids
    choice = '{"gespreksvorm":"extra_gesprek","oudertype":"boos","casus":"sem_maandagmoe","persoon":"karin_de_wit","niveau":"gemiddeld","coaching":"live"}'  # noqa: E501
    page.goto(base)
    page.wait_for_selector(".card")
    if not only or "welkom" in only:
        page.screenshot(path=out / f"0-welkom-{tag}.png")
    page.evaluate("c => { sessionStorage.setItem('oefenouder.choice', c); localStorage.setItem('oefenouder.welcomed', 'true') }", choice)  # noqa: E501
    screens = {"1-kiezen": "kiezen", "2-voorbereiden": "voorbereiden", "3-gesprek": f"gesprek/{running}",
               "4-nabespreking": f"nabespreking/{done}", "5-oefeningen": "oefeningen"}  # fmt: skip
    for name, route in screens.items():
        if only and name[2:] not in only:
            continue
        page.goto(f"{base}/?{tag}#/{route}")
        page.wait_for_selector("main h1")
        page.wait_for_timeout(250)
        page.screenshot(path=out / f"{name}-{tag}.png", full_page=name[2:] != "gesprek")


def main(out: Path, only: str = "") -> None:
    """Make all pictures."""
    out.mkdir(parents=True, exist_ok=True)
    server, mock, base = serve()
    ids = (mock.start(SETUP, 3)["id"], mock.start(SETUP, 5)["id"])
    mock.start({**SETUP, "oudertype": "overbezorgd", "persoon": None}, 5)
    mock.start({**SETUP, "oudertype": "betrokken", "persoon": None}, 5)
    with sync_playwright() as playwright:
        browser: Browser = launch(playwright)
        for width, height in ((1280, 800), (375, 720)):
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme,  # type: ignore[arg-type]
                                        reduced_motion="reduce")  # fmt: skip
                page.on("console", lambda message: print("console:", message.text))
                page.on("pageerror", lambda error: print("error:", error))
                take(page, base, ids, out, f"{width}-{scheme}", only)
                page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
