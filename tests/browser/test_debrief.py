"""The debrief and what follows: markings, disagreement, again from a turn, other parents, history."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.site import Site


def test_it_talks_like_a_good_coach(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.wait_for_selector("article")
    headings = page.locator("article h2").all_inner_texts()
    order = ["Dit deed je sterk", "Probeer dit volgende keer", "Zo liep het gesprek", "Het hele gesprek"]
    assert [title for title in headings if title in order] == order
    expect(page.get_by_text("Eerst sorry zeggen.")).to_be_visible()
    expect(page.get_by_text("Totaal")).to_be_hidden()


def test_a_fragment_is_marked_where_the_server_says(page: Page, site: Site) -> None:
    name = site.exercise(5)
    turn = site.mock.exercises[name]["beurten"][2]
    turn["leraar"] = "😀 " + turn["leraar"]
    page.goto(site.debrief(name))
    weak = page.locator("#turn-3 mark.weak")
    expect(weak).to_contain_text("Hij gaat zeker laat naar bed?")
    expect(weak.locator(".unseen")).to_have_text("[let op: een vraag die stuurt]")
    assert weak.inner_text().startswith("Hij gaat")


def test_a_remark_opens_to_source_effect_and_a_better_sentence(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    remark = page.locator("#turn-3 .remark.verbeter")
    remark.locator("summary").click()
    for text in ("B4 Soorten vragen", "Karin ging er niet op in.", "Hoe ziet een gewone zondagavond"):
        expect(remark).to_contain_text(text)


def test_markup_in_what_was_said_stays_text(page: Page, site: Site) -> None:
    name = site.exercise(1)
    site.mock.exercises[name]["beurten"][0]["leraar"] = "<img src=x onerror=alert(1)> hallo"
    page.goto(site.debrief(name))
    expect(page.locator("#turn-1")).to_contain_text("<img src=x")
    expect(page.locator("main img")).to_have_count(0)


def test_disagree(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.locator("#turn-3 .remarks > details.more > summary").click()
    page.get_by_role("button", name="Klopt niet: een vraag die stuurt").click()
    page.get_by_label("Waarom niet?").fill("Ik vroeg het echt open")
    page.get_by_role("button", name="Noteer").click()
    expect(page.get_by_text("Genoteerd.")).to_be_visible()
    assert site.sent("oneens") == [{"beurt": 3, "label": "suggestief", "reden": "Ik vroeg het echt open"}]


def test_again_from_a_turn_opens_the_conversation_there(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.get_by_role("button", name="Opnieuw vanaf hier: beurt 3").click()
    expect(page.locator("#say")).to_be_visible()
    expect(page.locator(".line.own")).to_have_count(2)


def test_the_same_turns_with_all_other_parents(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.get_by_role("button", name="Laat het zien").click()
    expect(
        page.get_by_role("region", name="Jouw beurten bij andere ouders").locator("tbody tr")
    ).to_have_count(8)


def test_the_next_exercise_is_taken_over(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.get_by_role("button", name="Oefen dit").click()
    page.wait_for_selector("#plan")
    assert site.sent("voorbereiding")[0]["oudertype"] == "overbezorgd"


def test_history_compares_resumes_and_removes(page: Page, site: Site) -> None:
    site.exercise(5), site.exercise(5)
    running = site.exercise(2)
    page.goto(site.history)
    expect(page.locator(".progress li").first).to_contain_text("omhoog")
    for box in page.locator(".mine input").all():
        box.check()
    expect(page.get_by_role("region", name="Twee oefeningen naast elkaar")).to_contain_text("Totaal")
    page.get_by_role("link", name="Verder").click()
    expect(page.locator(".line.own")).to_have_count(2)
    page.goto(site.history)
    page.get_by_role("button", name="Verwijder: Karin de Wit").first.click()
    page.get_by_role("button", name="Nee, terug").click()
    assert running in site.mock.exercises
    page.get_by_role("button", name="Verwijder: Karin de Wit").first.click()
    page.get_by_role("button", name="Ja, verwijder").click()
    expect(page.locator(".mine > li")).to_have_count(2)
    assert running not in site.mock.exercises


def test_remove_all_leaves_an_empty_page(page: Page, site: Site) -> None:
    site.exercise(5), site.exercise(2)
    page.goto(site.history)
    page.get_by_role("button", name="Verwijder alles").click()
    page.get_by_role("button", name="Ja, verwijder alles").click()
    expect(page.get_by_text("Je hebt nog niet geoefend.")).to_be_visible()
    assert site.mock.exercises == {}


def test_download_and_export_have_an_address(page: Page, site: Site) -> None:
    name = site.exercise(5)
    page.goto(site.debrief(name))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download").click()
    assert waiting.value.suggested_filename == "nabespreking.html"
    page.goto(site.history)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Bewaar alles in een bestand").click()
    assert waiting.value.suggested_filename == "oefenouder.json"
