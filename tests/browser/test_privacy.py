"""Text that looks like real personal data: asked about, replaced or kept, as this browser chose."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mock_state import REAL
from tests.browser.site import SETUP, Site

TEXT = f"Ik belde {REAL}."


def typed(page: Page, text: str = TEXT) -> None:
    page.locator("#say").fill(text)
    page.keyboard.press("Enter")


def choose(page: Page, choice: str) -> None:
    page.get_by_role("button", name="Privacy").click()
    page.get_by_label(choice).check()
    page.keyboard.press("Escape")


def test_asked_first_and_replaced(page: Page, site: Site) -> None:
    name = site.exercise()
    page.goto(site.talk(name))
    typed(page)
    question = page.locator(".personal")
    expect(question.get_by_role("alert")).to_contain_text("niets bewaard")
    expect(question).to_contain_text("Ik belde [naam].")
    expect(page.locator("#say")).to_have_value(TEXT)
    expect(page.get_by_role("button", name="Vervang het")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".line.own:not(.pending)")).to_contain_text("[naam]")
    expect(question).to_be_hidden()
    expect(page.locator("#say")).to_have_value("")
    assert [turn["leraar"] for turn in site.mock.exercises[name]["beurten"]] == ["Ik belde [naam]."]
    assert page.evaluate("Object.values(localStorage).join(' ')").find(REAL) == -1


def test_asked_first_and_left(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    typed(page)
    page.get_by_role("button", name="Laat het zo").click()
    expect(page.locator(".line.own:not(.pending)")).to_contain_text(REAL)
    assert [body["gegevens"] for body in site.sent("beurten")] == ["vraag", "zo"]


def test_asked_first_and_written_anew(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    typed(page)
    expect(page.locator(".personal")).to_be_visible()
    typed(page, "Ik belde de buurman.")
    expect(page.locator(".line.own:not(.pending)")).to_contain_text("buurman")
    expect(page.locator(".personal")).to_be_hidden()


@pytest.mark.parametrize(
    ("choice", "kept"), [("Vervang het meteen", "[naam]"), ("Zeg het me achteraf", REAL)]
)
def test_a_choice_of_this_browser_holds(page: Page, site: Site, choice: str, kept: str) -> None:
    page.goto(site.talk(site.exercise()))
    choose(page, choice)
    page.reload()
    typed(page)
    expect(page.locator(".line.own:not(.pending)")).to_contain_text(kept)
    expect(page.locator(".personal")).to_be_hidden()


def test_the_plan_is_asked_about_too(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.evaluate(f"sessionStorage.setItem('oefenouder.choice', JSON.stringify({ {**SETUP, 'plan': TEXT} }))")
    page.goto(f"{site.address}/#/voorbereiden")
    page.reload()
    page.get_by_role("button", name="Begin het gesprek").click()
    page.get_by_role("button", name="Vervang het").click()
    expect(page.locator("#say")).to_be_focused()
    assert site.sent("oefeningen")[-1]["gegevens"] == "vervang"


def test_the_menu_tells_how_long_exercises_are_kept_and_closes(page: Page, site: Site) -> None:
    page.goto(site.address)
    toggle = page.get_by_role("button", name="Privacy")
    toggle.press("Enter")
    expect(page.get_by_text("na 180 dagen vanzelf")).to_be_visible()
    expect(page.get_by_label("Vraag het me eerst")).to_be_checked()
    page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    expect(page.get_by_text("na 180 dagen vanzelf")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_menu_and_the_question_fit(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(site.talk(site.exercise()))
    typed(page, TEXT * 20)
    expect(page.locator(".personal")).to_be_visible()
    page.get_by_role("button", name="Privacy").click()
    for part in (".settings-panel:not([hidden])", ".personal"):
        box = page.locator(part).bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width + 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
