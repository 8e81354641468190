"""The conversation: whole, by keyboard, with a broken line, reload, take back, hint and stop."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.site import Site


def say(page: Page, text: str) -> None:
    """Type and send."""
    page.locator("#say").fill(text)
    page.keyboard.press("Enter")


def test_a_whole_conversation_by_keyboard_ends_in_the_debrief(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    expect(page.locator("#say")).to_be_focused()
    for number, text in enumerate(site.mock.talk["leraar"], 1):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(page.locator(".line.own:not(.pending)")).to_have_count(number)
    expect(page.locator(".end").get_by_text("Jullie hebben een afspraak")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Nabespreking")).to_be_focused()


def test_from_choosing_to_talking_with_the_keyboard_only(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator("input[value=boos]").focus()
    page.keyboard.press("Space")
    page.locator("input[value=extra_gesprek]").focus()
    page.keyboard.press("Space")
    page.locator("input[value=sem_maandagmoe]").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Verder").press("Enter")
    page.locator("#plan").fill("Rustig beginnen")
    page.get_by_role("button", name="Begin het gesprek").press("Enter")
    expect(page.locator("#say")).to_be_focused()
    assert site.sent("oefeningen")[0]["plan"] == "Rustig beginnen"
    assert site.sent("oefeningen")[0]["niveau"] == "gemiddeld"


def test_shift_enter_gives_a_line_and_enter_on_nothing_sends_nothing(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    expect(page.locator("#say")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("een")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("twee")
    expect(page.locator("#say")).to_have_value("een\ntwee")
    assert site.sent("beurten") == []


def test_the_box_grows_with_a_long_text(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    before = page.locator("#say").bounding_box()
    page.locator("#say").fill("Een lange zin over Sem. " * 40)
    after = page.locator("#say").bounding_box()
    assert before and after and after["height"] > before["height"] * 2
    expect(page.get_by_role("button", name="Zeg het")).to_be_in_viewport()


def test_a_lost_connection_keeps_the_text_and_retry_loses_no_turn(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    page.route("**/beurten", lambda route: route.abort())
    say(page, "Dat spijt me.")
    expect(page.get_by_role("alert")).to_contain_text("Geen verbinding. Je tekst staat er nog")
    expect(page.locator("#say")).to_have_value("Dat spijt me.")
    expect(page.locator(".line.own")).to_have_count(0)
    page.unroute("**/beurten")
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".line.own:not(.pending)")).to_have_count(1)
    expect(page.locator("#say")).to_have_value("")


def test_a_turn_is_sent_by_itself_once_the_connection_is_back(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    expect(page.locator("#say")).to_be_focused()
    page.route("**/api/**", lambda route: route.abort())
    say(page, "Dat spijt me.")
    expect(page.get_by_role("alert")).to_contain_text("wordt verstuurd zodra de verbinding terug is")
    page.unroute("**/api/**")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(1)
    expect(page.locator("#say")).to_have_value("")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_text_changed_while_the_connection_was_lost_waits_for_the_trainee(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    expect(page.locator("#say")).to_be_focused()
    page.route("**/api/**", lambda route: route.abort())
    say(page, "Dat spijt me.")
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator("#say").fill("Dat spijt me, en")
    page.unroute("**/api/**")
    expect(page.get_by_role("alert")).to_have_text("De verbinding is terug. Je tekst is nog niet verstuurd.")
    assert site.sent("beurten") == []
    expect(page.locator("#say")).to_have_value("Dat spijt me, en")


def test_a_page_without_connection_comes_back_by_itself(page: Page, site: Site) -> None:
    page.route("**/api/**", lambda route: route.abort())
    page.goto(site.history)
    expect(page.get_by_role("alert")).to_have_text(
        "Geen verbinding met Oefenouder. Staat het programma nog aan?"
    )
    page.unroute("**/api/**")
    expect(page.get_by_role("heading", name="Mijn oefeningen")).to_be_visible()


def test_what_another_tab_said_is_shown_and_the_own_text_is_kept(page: Page, site: Site) -> None:
    name = site.exercise(1)
    page.goto(site.talk(name))
    expect(page.locator(".line.own")).to_have_count(1)
    site.mock.on_beurten(site.mock.exercises[name], {"tekst": "Uit een ander tabblad", "nummer": 2})
    say(page, "Mijn eigen zin")
    expect(page.get_by_role("alert")).to_contain_text("Er was al iets gezegd")
    expect(page.locator(".line.own").last).to_contain_text("Uit een ander tabblad")
    expect(page.locator("#say")).to_have_value("Mijn eigen zin")
    page.keyboard.press("Enter")
    expect(page.locator(".line.own").last).to_contain_text("Mijn eigen zin")


def test_an_answer_that_got_lost_is_not_said_twice(page: Page, site: Site) -> None:
    name = site.exercise()
    page.goto(site.talk(name))
    page.route("**/beurten", lambda route: (route.fetch(), route.abort()))
    say(page, "Dat spijt me.")
    expect(page.get_by_role("alert")).to_be_visible()
    page.unroute("**/beurten")
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".line.own:not(.pending)")).to_have_count(1)
    assert [body["nummer"] for body in site.sent("beurten")] == [1, 1]
    assert len(site.mock.exercises[name]["beurten"]) == 1


def test_a_server_error_shows_its_own_line(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    page.route("**/beurten", lambda route: route.fulfill(status=413, json={"fout": "Je tekst is te lang."}))
    say(page, "Heel veel tekst")
    expect(page.get_by_role("alert")).to_have_text("Je tekst is te lang.")
    expect(page.locator("#say")).to_have_value("Heel veel tekst")


def test_reload_keeps_the_turns_and_the_draft(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(2)))
    page.locator("#say").fill("Half af")
    page.reload()
    expect(page.locator("#say")).to_have_value("Half af")
    expect(page.locator(".line.own")).to_have_count(2)


def test_a_double_enter_says_it_once(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    page.locator("#say").fill("Dat spijt me.")
    page.evaluate("""() => { for (let i = 0; i < 2; i += 1) document.getElementById('say')
        .dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true})); }""")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(1)
    assert len(site.sent("beurten")) == 1


def test_take_back_puts_the_text_in_the_box(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(2)))
    page.get_by_role("button", name="Neem terug: je laatste beurt").click()
    expect(page.locator("#say")).to_have_value(site.mock.talk["leraar"][1])
    expect(page.locator(".line.own")).to_have_count(1)


def test_any_turn_can_be_taken_back_an_earlier_one_after_asking(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(3)))
    page.get_by_role("button", name="Neem terug: beurt 1").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Wil je terug naar beurt 1?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".line.own")).to_have_count(3)
    page.get_by_role("button", name="Neem terug: beurt 1").click()
    page.get_by_role("button", name="Ja, neem terug").click()
    expect(page.locator(".line.own")).to_have_count(0)
    expect(page.locator("#say")).to_have_value(site.mock.talk["leraar"][0])
    assert site.sent("terug") == [{"nummer": 1}]


def test_the_course_is_hidden_without_help_closed_with_hints_and_open_with_a_coach(
    page: Page, site: Site
) -> None:
    course = page.locator(".course")
    page.goto(site.talk(site.exercise(3, coaching="geen")))
    expect(page.locator(".line.own")).to_have_count(3)
    expect(course).to_have_count(0)
    page.goto(site.talk(site.exercise(3, coaching="live")))
    expect(course.locator(".chart")).to_be_visible()
    page.goto(site.talk(site.exercise(3, coaching="hint")))
    expect(course.locator(".chart")).to_be_hidden()
    page.get_by_text("Verloop").click()
    page.reload()
    expect(course.locator(".chart")).to_be_visible()


def test_later_is_a_real_pause(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(2)))
    page.locator("#say").fill("Nog niet af")
    page.get_by_role("link", name="Later verder").click()
    page.get_by_role("link", name="Verder: Karin de Wit").click()
    expect(page.locator(".line.own")).to_have_count(2)
    expect(page.locator("#say")).to_have_value("Nog niet af")
    assert site.sent("stop") == []


def test_a_pasted_text_of_many_lines_stays_whole(page: Page, site: Site) -> None:
    name = site.exercise()
    page.goto(site.talk(name))
    text = "Eerste regel.\n\n" + "Een lange zin over Sem op maandag. " * 60 + "\n<b>laatste</b> regel"
    expect(page.locator("#say")).to_be_focused()
    page.evaluate("text => { const box = document.getElementById('say'); box.focus();"
                  " document.execCommand('insertText', false, text); }", text)  # fmt: skip
    expect(page.locator("#say")).to_have_value(text)
    page.keyboard.press("Enter")
    expect(page.locator(".line.own:not(.pending) .said")).to_contain_text("<b>laatste</b> regel")
    assert site.sent("beurten")[0]["tekst"] == text
    expect(page.locator(".line.parent .said").last).to_be_in_viewport()


def test_levels_of_coaching(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(2, coaching="geen")))
    expect(page.locator(".line.own")).to_have_count(2)
    expect(page.locator(".thought, .line.coach, .mood")).to_have_count(0)
    expect(page.get_by_role("button", name="Hint")).to_have_count(0)
    page.goto(site.talk(site.exercise(2, coaching="hint")))
    expect(page.get_by_role("button", name="Hint")).to_be_visible()
    expect(page.locator(".thought")).to_have_count(0)
    page.get_by_role("button", name="Hint").click()
    expect(page.locator(".line.coach")).to_contain_text("Bijvoorbeeld")
    page.goto(site.talk(site.exercise(2, coaching="live")))
    expect(page.locator(".thought")).to_have_count(2)
    expect(page.locator(".line.coach")).to_have_count(2)


def test_the_last_words_of_the_parent_are_in_sight_and_heard(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(3)))
    say(page, "Wat is er op zondag anders?")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(4)
    expect(page.locator(".line.parent .said").last).to_be_in_viewport(ratio=1)
    expect(page.locator("#live")).to_contain_text("In het weekend is het anders")
    expect(page.locator(".line.parent em").last).to_have_text("(zucht)")


def test_at_200_percent_zoom_the_last_words_and_the_box_are_in_sight(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(site.talk(site.exercise(3)))
    say(page, "Wat is er op zondag anders?")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(4)
    expect(page.locator(".line.parent .said").last).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Zeg het")).to_be_in_viewport(ratio=1)


def test_the_figure_says_its_mood_and_changes_its_face(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise()))
    face = page.get_by_role("img", name="Karin de Wit, gespannen")
    before = face.inner_html()
    for number in (1, 2, 3):
        say(page, f"Zin {number}")
        expect(page.locator(".line.own:not(.pending)")).to_have_count(number)
    assert page.get_by_role("img", name="Karin de Wit, luistert").inner_html() != before


def test_stop_asks_first(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(2)))
    page.get_by_role("button", name="Stop", exact=True).click()
    page.keyboard.press("Escape")
    assert site.sent("stop") == []
    page.get_by_role("button", name="Stop", exact=True).click()
    page.get_by_role("button", name="Ja, stop").click()
    expect(page.get_by_role("heading", name="Nabespreking")).to_be_visible()


def test_choose_for_me_always_gives_a_possible_exercise(page: Page, site: Site) -> None:
    for _ in range(4):
        page.goto(f"{site.address}/#/kiezen")
        page.get_by_role("button", name="Kies voor mij").click()
        page.wait_for_selector("#plan")
    for asked in site.sent("voorbereiding"):
        case = next(item for item in site.mock.choices["casussen"] if item["id"] == asked["casus"])
        assert asked["oudertype"] in case["types"]
        assert asked["gespreksvorm"] in case["gespreksvormen"]


def test_a_missing_choice_is_named_and_gets_the_focus(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("alert")).to_have_text("Kies eerst met wie je wilt oefenen.")
    expect(page.locator("input[name=oudertype]").first).to_be_focused()


def test_an_unknown_exercise_says_so(page: Page, site: Site) -> None:
    page.goto(site.talk("bestaat-niet"))
    expect(page.get_by_role("alert")).to_have_text("Deze oefening is er niet (meer).")


def test_a_hint_is_still_there_after_a_reload_and_goes_with_its_turn(page: Page, site: Site) -> None:
    page.goto(site.talk(site.exercise(2)))
    page.get_by_role("button", name="Hint").click()
    hint = page.locator(".line.coach", has_text="Hint")
    expect(hint).to_have_count(1)
    page.reload()
    expect(hint).to_have_count(1)
    assert "coach" in (page.locator(".lines > li").last.get_attribute("class") or "")
    page.get_by_role("button", name="Neem terug: je laatste beurt").click()
    expect(page.locator(".line.own")).to_have_count(1)
    expect(hint).to_have_count(0)
