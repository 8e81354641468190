"""Reading aloud and dictation: off by default, only with what the browser has, with a plain warning."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.site import Site

NO_SPEECH = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"
VOICES = """window.spoken = [];
Object.defineProperty(window, 'speechSynthesis', {value: {cancel() {}, addEventListener() {},
  getVoices: () => [{lang: 'nl-NL', localService: LOCAL, name: 'Stem'}], speak: speech => window.spoken.push(speech.text)}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
EARS = """window.SpeechRecognition = window.webkitSpeechRecognition = class extends EventTarget {
  start() { window.ear = this; } stop() { this.dispatchEvent(new Event('end')); } };"""


def test_a_browser_that_can_do_neither_shows_no_menu(page: Page, site: Site) -> None:
    page.add_init_script(NO_SPEECH + VOICES.replace("LOCAL", "false"))
    page.goto(site.address)
    page.wait_for_selector(".card")
    expect(page.locator("#settings button")).to_have_count(0)


def test_it_reads_the_parent_without_gestures_only_when_asked(page: Page, site: Site) -> None:
    page.add_init_script(NO_SPEECH + VOICES.replace("LOCAL", "true"))
    page.goto(site.talk(site.exercise()))
    page.locator("#say").fill("Dat spijt me.")
    page.keyboard.press("Enter")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(1)
    assert page.evaluate("window.spoken") == []
    page.get_by_role("button", name="Stem").click()
    page.get_by_label("Lees de ouder voor").check()
    page.locator("#say").fill("Wat verwacht u?")
    page.keyboard.press("Enter")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(2)
    page.locator("#say").fill("Ik zie dat Sem moe is.")
    page.keyboard.press("Enter")
    expect(page.locator(".line.own:not(.pending)")).to_have_count(3)
    spoken = page.evaluate("window.spoken")
    assert len(spoken) == 2
    assert "kijkt naar buiten" not in spoken[1]


def test_dictation_warns_and_writes_in_the_box(page: Page, site: Site) -> None:
    page.add_init_script(EARS)
    page.goto(site.talk(site.exercise()))
    expect(page.get_by_role("button", name="Inspreken")).to_be_hidden()
    page.get_by_role("button", name="Stem").click()
    expect(page.get_by_text("sturen wat je zegt naar hun maker")).to_be_visible()
    page.get_by_label("Inspreken in plaats van typen").check()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Inspreken").click()
    page.evaluate("""() => window.ear.dispatchEvent(Object.assign(new Event('result'), {resultIndex: 0,
        results: [Object.assign([{transcript: ' Dat spijt me '}], {isFinal: true})]}))""")
    expect(page.locator("#say")).to_have_value("Dat spijt me")
    page.get_by_role("button", name="Stop inspreken").click()
    expect(page.get_by_role("button", name="Inspreken")).to_be_visible()
