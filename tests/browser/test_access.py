"""Every screen for everyone: axe without findings, 320 pixels wide, no sideways scrolling, small to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import SETUP, Site

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(found => found.violations.map(
    fault => fault.id + ': ' + fault.nodes.map(node => node.html.slice(0, 160)).join(' | ')))"""
SCREENS = (
    "welkom",
    "kiezen",
    "voorbereiden",
    "gesprek",
    "einde",
    "stoppen",
    "nabespreking",
    "open",
    "pogingen",
    "oneens",
    "oefeningen",
    "leeg",
)
KINDS: dict[str, dict[str, Any]] = {
    "breed_licht": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
    "smal_donker": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
}


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {**request.param, "reduced_motion": "reduce"}


def visit(page: Page, site: Site, screen: str) -> None:
    """Open a screen in the state its name says."""
    if screen == "leeg":
        page.goto(site.history)
    elif screen == "oefeningen":
        site.exercise(5), site.exercise(5), site.exercise(2)
        page.goto(site.history)
        page.wait_for_selector(".mine input")
        for box in page.locator(".mine input").all():
            box.check()
        page.get_by_role("button", name="Zet naast elkaar").click()
        page.wait_for_selector(".compare table")
    elif screen in ("gesprek", "einde", "stoppen"):
        page.goto(site.talk(site.exercise(5 if screen == "einde" else 3)))
    elif screen in ("nabespreking", "open", "oneens"):
        page.goto(site.debrief(site.exercise(5)))
    elif screen == "pogingen":
        first = site.mock.exercises[site.exercise(5)]
        first["terug"] = [{"nr": None, "ervoor": "En nu?", "leraar": "Zeg het eens.", "ouder": "Pardon?"}]
        page.goto(site.debrief(site.mock.on_opnieuw(first, {"vanaf": 3})["id"]))
    else:
        page.goto(site.address)
    page.wait_for_selector("main h1")
    _inside(page, site, screen)


def _inside(page: Page, site: Site, screen: str) -> None:
    if screen == "welkom":
        page.add_init_script("localStorage.removeItem('oefenouder.welcomed')")
        page.reload()
        page.wait_for_selector(".welcome")
    if screen in ("kiezen", "voorbereiden"):
        page.evaluate("setup => sessionStorage.setItem('oefenouder.choice', JSON.stringify(setup))", SETUP)
        page.reload()
        page.wait_for_selector("[data-group=casus]")
    if screen == "voorbereiden":
        page.get_by_role("button", name="Verder").click()
        page.wait_for_selector("#plan")
    if screen == "stoppen":
        page.get_by_role("button", name="Stop", exact=True).click()
    if screen == "open":
        page.get_by_role("button", name="Laat het zien").click()
        page.wait_for_selector(".others td")
    if screen == "oneens":
        page.locator("#turn-3 .remarks > details.more > summary").click()
        page.locator("#turn-3 .heard").get_by_role("button", name="Klopt niet").first.click()
        page.get_by_role("button", name="Noteer").click()
        page.wait_for_selector(".objections")
        page.get_by_role("button", name="Er ontbreekt iets in beurt 3").click()
        page.locator("#turn-3 .remark summary").first.click()
        page.locator("#turn-3 .remark").first.get_by_role("button").click()
    if screen in ("open", "pogingen"):
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(page: Page, site: Site, screen: str) -> None:
    visit(page, site, screen)
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_sticks_out_sideways(page: Page, site: Site, screen: str) -> None:
    visit(page, site, screen)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("screen", ["kiezen", "voorbereiden", "gesprek", "oefeningen"])
def test_very_long_words_and_markup_of_an_own_case_stay_inside(page: Page, site: Site, screen: str) -> None:
    odd = "<b>Wereldkampioenschapsvoorbereidingsbijeenkomst</b>" * 3
    for case in site.mock.choices["casussen"]:
        case["titel"] = case["samenvatting"] = odd
    for card in site.mock.cards["casussen"].values():
        card["titel"] = card["doel"] = odd
    for parent in site.mock.choices["ouders"]:
        for person in parent["personen"]:
            person["naam"] = person["zin"] = odd
    visit(page, site, screen)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    expect(page.locator("main")).to_contain_text("<b>Wereld")


def test_the_first_view_is_small_and_stays_on_this_computer(page: Page, site: Site) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", 0))))
    page.goto(site.address, wait_until="networkidle")
    assert len(sizes) > 5
    assert sum(sizes) < 150_000
