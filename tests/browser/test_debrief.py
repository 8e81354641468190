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


def open_heard(page: Page, number: int) -> None:
    page.locator(f"#turn-{number} .remarks > details.more > summary").click()


def test_disagree_shows_at_once_keeps_the_place_and_can_be_undone(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    open_heard(page, 3)
    page.locator("#turn-3 .heard").get_by_role("button", name="Klopt niet: een vraag die stuurt").click()
    page.get_by_label("Waarom?").fill("Ik vroeg het echt open")
    before = page.locator("#turn-3").bounding_box()
    page.get_by_role("button", name="Noteer").click()
    objection = page.locator("#turn-3 .objections")
    expect(objection).to_contain_text("Ik vroeg het echt open")
    expect(page.locator("#turn-3 mark.disputed")).to_contain_text("Hij gaat zeker laat naar bed?")
    expect(page.locator("#turn-3 .remark.verbeter")).to_have_count(0)
    expect(page.locator("#turn-3 .remarks > details.more")).to_have_attribute("open", "")
    expect(objection.get_by_role("button")).to_be_focused()
    after = page.locator("#turn-3").bounding_box()
    assert before and after and abs(before["y"] - after["y"]) < 2
    (sent,) = site.sent("oneens")
    assert (sent["beurt"], sent["soort"], sent["label"]) == (3, "label", "suggestief")
    objection.get_by_role("button", name="Toch wel").click()
    expect(objection).to_have_count(0)
    expect(page.locator("#turn-3 mark.weak")).to_have_count(1)


def test_disagree_with_a_remark_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.locator("#turn-3 .remark.verbeter summary").click()
    page.locator("#turn-3 .remark.verbeter").get_by_role("button", name="Deze opmerking klopt niet").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Dit deed ik hier niet.")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Hier paste het")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#turn-3 .objections")).to_contain_text("Hier paste het")
    assert site.sent("oneens")[0]["soort"] == "opmerking"


def test_disagree_with_an_advice_of_the_whole_talk(page: Page, site: Site) -> None:
    advice = {**site.mock.report["verbeter"][0], "label": "", "naam": "", "richtlijn_id": "samenvatten"}
    site.mock.report["verbeter"] = [advice]
    page.goto(site.debrief(site.exercise(5)))
    page.locator(".praise.try").get_by_role("button", name="Deze opmerking klopt niet").click()
    page.get_by_role("button", name="Noteer").click()
    expect(page.locator("#turn-3 .objections")).to_be_visible()
    (sent,) = site.sent("oneens")
    assert (sent["soort"], sent["label"], sent["beurt"]) == ("richtlijn", "samenvatten", 3)


def test_a_label_can_be_missing(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    open_heard(page, 2)
    page.get_by_role("button", name="Er ontbreekt iets in beurt 2").click()
    page.get_by_label("Wat deed je hier ook?").select_option("doel")
    page.get_by_role("button", name="Noteer").click()
    expect(page.locator("#turn-2 .objections")).to_be_visible()
    assert site.sent("oneens")[0]["soort"] == "mist"


def test_leaving_the_form_goes_back_to_the_button(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    open_heard(page, 3)
    page.locator("#turn-3 .heard").get_by_role("button", name="Klopt niet").first.click()
    page.get_by_role("button", name="Laat maar").click()
    expect(page.locator("#turn-3 .heard").get_by_role("button", name="Klopt niet").first).to_be_focused()
    assert site.sent("oneens") == []


def test_two_attempts_stand_side_by_side(page: Page, site: Site) -> None:
    first = site.exercise(5)
    page.goto(site.debrief(first))
    page.get_by_role("button", name="Opnieuw vanaf hier: beurt 3").click()
    expect(page.locator("#say")).to_be_visible()
    page.keyboard.type("Zullen we samen kijken?")
    page.keyboard.press("Enter")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(3)
    page.goto(site.debrief(page.url.split("/")[-1]))
    section = page.locator("section", has=page.locator("#t-attempts"))
    expect(section.locator(".pairs > li")).to_have_count(3)
    row = section.locator(".pairs > li").first
    expect(row).to_contain_text("Zullen we samen kijken?")
    expect(row).to_contain_text("Hij gaat zeker laat naar bed?")
    expect(section.locator(".pairs > li").last).to_contain_text("Tot hier kwam je niet.")
    expect(section.locator("svg .curve")).to_have_count(4)
    halves = [half.bounding_box() for half in row.locator(".pair > div").all()]
    assert halves[0] and halves[1] and halves[0]["y"] == halves[1]["y"] and halves[0]["x"] < halves[1]["x"]
    page.set_viewport_size({"width": 375, "height": 720})
    halves = [half.bounding_box() for half in row.locator(".pair > div").all()]
    assert halves[0] and halves[1] and halves[0]["y"] < halves[1]["y"]
    section.get_by_text("De cijfers naast elkaar").click()
    expect(section.get_by_role("region", name="Cijfers van beide pogingen")).to_contain_text("58")
    section.get_by_role("link", name="Bekijk de eerste poging").click()
    expect(page.get_by_role("link", name="vanaf beurt 3, 24 november 2026")).to_be_visible()


def test_the_second_attempt_outlives_the_first(page: Page, site: Site) -> None:
    first = site.exercise(5)
    made = site.mock.on_opnieuw(site.mock.exercises[first], {"vanaf": 3})["id"]
    site.mock.exercises.pop(first)
    site.mock.exercises[made]["eerste"] = None
    page.goto(site.debrief(made))
    expect(page.get_by_text("De eerste poging is verwijderd.")).to_be_visible()


def test_what_was_taken_back_is_folded_and_outside_the_score(page: Page, site: Site) -> None:
    name = site.exercise(3)
    site.mock.exercises[name]["terug"] = [
        {"nr": 2, "ervoor": "En nu?", "leraar": "Dat is uw eigen schuld.", "ouder": "Pardon?"}
    ]
    page.goto(site.debrief(name))
    expect(page.get_by_text("Dat is uw eigen schuld.")).to_be_hidden()
    page.get_by_text("Teruggenomen (1)").click()
    expect(page.get_by_text("Dat is uw eigen schuld.")).to_be_visible()
    expect(page.get_by_text("Ze tellen niet mee in de cijfers.")).to_be_visible()


def test_the_debrief_tells_what_it_was_made_with(page: Page, site: Site) -> None:
    site.mock.report |= {"versie": "2", "inhoud": "a" * 64, "delen": {"labels": "b" * 12, "analyse": ""}}
    page.goto(site.debrief(site.exercise(5)))
    page.get_by_text("Waarmee dit gemaakt is").click()
    made = page.locator(".made-with")
    expect(made).to_contain_text("b" * 12)
    expect(made).to_contain_text("onbekend")
    expect(page.get_by_text(f"Versie 2 van de score, inhoud {'a' * 12}.")).to_be_visible()


def test_again_from_a_turn_opens_the_conversation_there(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.get_by_role("button", name="Opnieuw vanaf hier: beurt 3").click()
    expect(page.locator("#say")).to_be_visible()
    expect(page.locator(".line.own")).to_have_count(2)


def test_the_same_turns_with_all_other_parents(page: Page, site: Site) -> None:
    page.goto(site.debrief(site.exercise(5)))
    page.get_by_role("button", name="Laat het zien").click()
    rows = page.get_by_role("region", name="Jouw beurten bij andere ouders").locator("tbody tr")
    expect(rows).to_have_count(8)
    expect(rows.first).to_contain_text("jouw gesprek")
    expect(rows.last).to_contain_text("na 3 van je 5 beurten")
    expect(rows.last).to_contain_text("Gespannener na beurt 3")


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
    page.wait_for_selector(".mine input")
    for box in page.locator(".mine input").all():
        box.check()
    page.get_by_role("button", name="Zet naast elkaar").click()
    expect(page.get_by_role("heading", name="Naast elkaar")).to_be_focused()
    expect(page.get_by_role("region", name="Twee oefeningen naast elkaar")).to_contain_text("+6")
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
    expect(page.get_by_role("link", name="Bewaar mijn correcties")).to_have_count(0)
    site.mock.exercises[name]["oneens"] = [{"beurt": 1, "label": "excuses", "reden": ""}]
    page.reload()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Bewaar mijn correcties").click()
    assert waiting.value.suggested_filename == "correcties.jsonl"
