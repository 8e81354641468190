"""The pages for a team in several browsers at once: trainer, trainees, two who label, and somebody in the series."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import APIRequestContext, Browser, Page, expect

from tests.browser.test_access import AXE, RUN

ROOT = Path(__file__).resolve().parents[2]
CHOICE = {"gespreksvorm": "extra_gesprek", "oudertype": "boos", "casus": "sem_maandagmoe"}
EVIL = "<img src=x onerror=alert(1)>"
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PATIENCE = 30_000
"""Milliseconds; only reached when something fails, or on a computer that is very busy."""
PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"}

Open = Callable[..., Page]
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The channel with a fake Rasa, as a process of its own."""
    command = [sys.executable, "-m", "tests.browser.group_server", str(tmp_path_factory.mktemp("team"))]
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)
    assert process.stdout is not None
    yield next(line for line in process.stdout if line.startswith("http")).strip()
    process.kill()
    process.wait()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page as somebody new: a browser context of its own, that must stay without errors."""
    contexts, faults = [], []

    def opened(path: str = "", **options: Any) -> Page:
        context = browser.new_context(reduced_motion="reduce", **(options or WIDE))
        contexts.append(context)
        context.add_init_script("try { localStorage.setItem('oefenouder.welcomed', 'true') } catch {}")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
        page.goto(address + path)
        page.wait_for_selector("main h1")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@dataclass(frozen=True)
class Somebody:
    """A browser without a page."""

    request: APIRequestContext
    url: str


def post(page: Page | Somebody, path: str, body: dict[str, Any], **headers: str) -> Any:
    """Ask the API as the browser of this page."""
    origin = page.url.split("#")[0]
    answer = page.request.post(f"{origin}api/{path}", data=body, headers=headers)
    assert answer.ok, answer.text()
    return answer.json()


def talk(trainer: Page, code: str, name: str, *turns: str) -> None:
    """Let somebody new take part and finish, without a page."""
    assert trainer.context.browser
    page = Somebody(trainer.context.browser.new_context().request, trainer.url)
    body = {"bijnaam": name, "akkoord": True, "heel_gesprek": True}
    made = post(page, f"groepen/{code}/deelname", body)
    for number, text in enumerate(turns, 1):
        post(page, f"oefeningen/{made['id']}/beurten", {"nummer": number, "tekst": text, "gegevens": "zo"})
    post(page, f"oefeningen/{made['id']}/stop", {})


def filled(trainer: Page, title: str = "Team") -> str:
    """Make a group with three finished colleagues; give the trainer's address part."""
    made = post(trainer, "groepen", {**CHOICE, "titel": title, "inleiding": EVIL})
    for name, text in (("Anna", "Dat spijt me."), (EVIL, "Dag."), ("سارة 🐸", "U bent boos. Wat is er?")):
        talk(trainer, made["code"], name, text, "Maandag sliep hij.")
    return f"#/trainer/{made['code']}.{made['geheim']}"


def check(page: Page) -> None:
    """No findings of axe, nothing to scroll sideways."""
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_from_making_a_group_to_seeing_a_colleague(open_page: Open, address: str) -> None:
    trainer = open_page("#/team")
    trainer.get_by_role("button", name="Maak een oefening voor je team").click()
    trainer.locator("input[name=oudertype][value=boos]").check()
    trainer.locator("input[name=gespreksvorm][value=extra_gesprek]").check()
    trainer.locator("input[name=casus][value=sem_maandagmoe]").check()
    trainer.get_by_text("Waar let het team op?").click()
    trainer.get_by_label("Neem boosheid serieus en benoem wat je ziet.").check()
    trainer.get_by_label("Naam van je groep").fill("Bovenbouw")
    trainer.get_by_role("button", name="Maak de oefening").click()
    expect(trainer.get_by_role("heading", name="Er doet nog niemand mee")).to_be_visible()
    link = trainer.get_by_label("Link voor je collega's").input_value()
    code = trainer.locator(".bigcode b").inner_text()
    assert link == f"{address}#/groep/{code}"

    trainee = open_page("#/team")
    trainee.get_by_label("Heb je een code gekregen?").fill(code.lower().replace("-", " "))
    trainee.get_by_role("button", name="Doe mee").click()
    expect(trainee.get_by_role("heading", name="Wat ziet de trainer?")).to_be_visible()
    trainee.get_by_label("Je bijnaam").fill("Anna")
    trainee.get_by_role("button", name="Verder naar de voorbereiding").click()
    expect(trainee.get_by_role("alert")).to_contain_text("vinkje")
    trainee.get_by_label("Ik heb gelezen wat de trainer ziet").check()
    trainee.get_by_role("button", name="Verder naar de voorbereiding").click()
    expect(trainee.get_by_role("heading", name="Hier let jullie team op")).to_be_visible()
    trainee.get_by_role("button", name="Begin het gesprek").click()
    trainee.wait_for_url("**/#/gesprek/*")
    trainee.get_by_label("Wat zeg je tegen").fill("Dat spijt me.")
    trainee.get_by_label("Wat zeg je tegen").press("Enter")
    expect(trainee.locator("main")).to_contain_text("Dat spijt me.")

    trainer.reload()
    expect(trainer.locator(".people")).to_contain_text("Anna")
    expect(trainer.get_by_role("heading", name="Nog even wachten")).to_be_visible()


def test_the_second_with_a_nickname_reads_a_friendly_line(open_page: Open) -> None:
    trainer = open_page()
    code = post(trainer, "groepen", CHOICE)["code"]
    talk(trainer, code, "Anna", "Dag.")
    second = open_page(f"#/groep/{code}")
    second.get_by_label("Je bijnaam").fill("anna")
    second.get_by_label("Ik heb gelezen").check()
    second.get_by_role("button", name="Verder naar de voorbereiding").click()
    second.get_by_role("button", name="Begin het gesprek").click()
    expect(second.get_by_role("alert")).to_contain_text("Kies een andere bijnaam")


def test_the_trainer_sees_one_moment_and_hostile_words_are_words(open_page: Open) -> None:
    trainer = open_page()
    path = filled(trainer, title=EVIL)
    trainer.goto(trainer.url.split("#")[0] + path)
    expect(trainer.locator("h1")).to_have_text(EVIL)
    expect(trainer.get_by_role("heading", name="3 collega's, één moment")).to_be_visible()
    assert trainer.locator(".fragment").count() >= 3
    expect(trainer.locator(".people")).to_contain_text(EVIL)
    expect(trainer.locator(".moment").first).not_to_contain_text("Anna")
    with trainer.expect_download() as found:
        trainer.get_by_role("button", name="Cijfers (CSV)").click()
    assert found.value.suggested_filename == "groep-cijfers.csv"
    trainer.emulate_media(media="print")
    assert trainer.locator(".people").is_hidden() and trainer.locator(".talkabout").is_visible()
    assert "trainer" not in trainer.locator("body").inner_text().lower()


def test_a_new_trainer_link_kills_the_old_one_and_removing_all(open_page: Open) -> None:
    trainer = open_page()
    path = filled(trainer)
    start = trainer.url.split("#")[0]
    trainer.goto(start + path)
    trainer.get_by_role("button", name="Maak een nieuwe trainerlink").click()
    trainer.get_by_role("button", name="Ja, maak een nieuwe").click()
    trainer.wait_for_url(lambda url: not url.endswith(path))
    expect(trainer.locator(".people")).to_be_visible()
    old = open_page(path)
    expect(old.get_by_role("alert")).to_contain_text("trainerlink werkt niet")
    trainer.get_by_role("button", name="Verwijder deze groep").click()
    trainer.get_by_role("button", name="Ja, verwijder alles").click()
    expect(trainer.locator("h1")).to_have_text("Voor een team")
    expect(open_page(f"#/groep/{path.split('/')[2].split('.')[0]}").get_by_role("alert")).to_contain_text(
        "bestaat niet"
    )


def test_two_label_blind_and_then_see_where_they_differ(open_page: Open) -> None:
    anna = open_page("#/label")
    anna.get_by_label("Het gesprek").fill(
        "Ouder: U zou bellen.\nLeraar: Dat spijt me.\nOuder: Nou.\nLeraar: Wat wilt u?"
    )
    anna.get_by_role("button", name="Zet klaar").click()
    anna.get_by_label("Link voor de ander").wait_for()
    bo = open_page(anna.url.split("/", 3)[3])
    for page, name, labels in ((anna, "Anna", ("excuses", "open")), (bo, "Bo", ("excuses", "hoe"))):
        page.get_by_label("Je bijnaam").fill(name)
        page.get_by_role("button", name="Begin met labelen").click()
        for label in labels:
            page.locator(f"input[value={label}]").check()
            page.get_by_role("button", name="Bewaar").click()
        if page is bo:
            expect(page.locator("main")).not_to_contain_text("Anna")
        page.get_by_role("button", name="Klaar: zet vast").click()
        page.get_by_role("button", name="Klaar: zet vast").wait_for(state="detached")
    expect(bo.get_by_role("heading", name="Waar jullie verschillen")).to_be_visible()
    expect(bo.locator(".differences")).to_contain_text("wel door Bo, niet door Anna, de analyse")
    check(bo)
    anna.reload()
    expect(anna.locator("details summary").first).to_contain_text("1 van 2 beurten precies gelijk")


def test_the_series_begins_and_remembers_the_round(open_page: Open) -> None:
    page = open_page("#/reeks")
    page.get_by_role("link", name="Begin met stap 1:").click()
    expect(page.get_by_role("heading", name="Reeks: Kennismaken")).to_be_visible()
    page.get_by_role("button", name="Begin het gesprek").click()
    page.wait_for_url("**/#/gesprek/*")
    name = page.url.rsplit("/", 1)[1]
    post(page, f"oefeningen/{name}/stop", {})
    page.goto(page.url.split("#")[0] + "#/reeks")
    expect(page.get_by_text("1 van 10 stappen klaar")).to_be_visible()
    expect(page.get_by_role("link", name="Nog een ronde met stap 1:")).to_be_visible()
    assert open_page("#/reeks").get_by_text("0 van 10 stappen klaar").is_visible()


@pytest.mark.parametrize("options", [WIDE, PHONE], ids=["breed_licht", "smal_donker"])
def test_every_screen_is_for_everyone(open_page: Open, options: dict[str, Any]) -> None:
    trainer = open_page(**options)
    path = filled(trainer)
    start, code = trainer.url.split("#")[0], path.split("/")[2].split(".")[0]
    for screen in (path, "#/team", "#/reeks", "#/label", f"#/groep/{code}"):
        trainer.goto("about:blank")
        trainer.goto(start + screen)
        trainer.wait_for_selector("main h1")
        check(trainer)
    trainer.goto(start + "#/team")
    trainer.get_by_role("button", name="Maak een oefening").click()
    trainer.get_by_role("button", name="Maak de oefening").wait_for()
    check(trainer)
    made = post(trainer, "labelen", {"tekst": "Leraar: Dag.\nOuder: Dag.", "mensen": 1})
    trainer.goto(start + f"#/label/{made['code']}")
    trainer.get_by_label("Je bijnaam").fill("Anna")
    trainer.get_by_role("button", name="Begin met labelen").click()
    trainer.get_by_role("heading", name="Beurt 1 van 1").wait_for()
    check(trainer)
