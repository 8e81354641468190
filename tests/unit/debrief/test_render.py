"""The page: self-contained, escaped, readable without colour; and the text for the terminal."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from making import exchange, exercise, reply, script, turn

from bot.analysis.turn import Span, TurnAnalysis
from bot.debrief import build, render_html, render_text
from bot.debrief.render import segments
from bot.exercise import Cause, Exchange, Exercise

VOID = {"meta", "br", "line", "rect", "circle", "path", "polyline", "link", "img", "input", "hr"}


class Balance(HTMLParser):
    """Notes tags that are opened and not closed, and every tag and link seen."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def simulated() -> Exercise:
    causes = (Cause("verwijt", "U laat hem veel te laat opblijven.", {"spanning": 0.3}),)
    first = replace(exchange("boos", "welkom"), reply=reply(0.4, text="Nou."))
    second = replace(exchange("boos", "verwijt"), reply=reply(0.8, causes=causes, thought="Zeg."))
    third = replace(exchange("boos", "emotie_erkennen"), reply=reply(0.6, ladder=1.5))
    return Exercise(
        "extra_gesprek", "boos", (first, second, third), case="sem_maandagmoe", person="karin_de_wit"
    )


def test_one_balanced_page_that_asks_nothing_of_the_outside() -> None:
    page = render_html(build(simulated()))
    seen = Balance()
    seen.feed(page)
    assert seen.open == []
    assert not {"script", "link", "img", "iframe"} & seen.tags
    assert not [value for name, value in seen.attributes if name in ("src", "href") and value]
    assert "@import" not in page and "http" not in page
    assert page.startswith("<!doctype html>") and 'lang="nl"' in page


def test_the_order_is_strong_try_pictures_steps_transcript_guidelines_next() -> None:
    page = render_html(build(simulated()))
    heads = re.findall(r'<h2 id="(\w+)"', page)
    wanted = ["sterk", "verbeter", "beeld", "stappen", "gesprek", "richtlijnen", "volgende"]
    assert [head for head in heads if head in wanted] == wanted


def test_what_people_say_is_escaped() -> None:
    evil = "<script>alert('x')</script> & u"
    said = TurnAnalysis(text=evil, valkuilen=("verwijt",), spans=(Span("verwijt", 0, 8),))
    talk = Exercise("extra_gesprek", "boos", tuple(Exchange(said, before=evil) for _ in range(3)))
    page = render_html(build(talk))
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(&#39;x&#39;)") >= 3


def test_pictures_show_the_course_with_its_causes() -> None:
    page = render_html(build(simulated()))
    assert page.count("<polyline") == 3
    assert len(set(re.findall(r'stroke-dasharray="([^"]+)"', page))) == 2
    assert "Na beurt 2." in page and "U laat hem veel te laat opblijven." in page


def test_a_written_transcript_has_no_course_but_all_the_rest() -> None:
    debrief = build(script("boos", "mediocre"))
    assert debrief.verloop == ()
    assert "<polyline" not in render_html(debrief)


def test_overlapping_fragments_keep_the_text_whole() -> None:
    text = "Ik zie dat u boos bent, wat is er?"
    said = TurnAnalysis(
        text=text,
        vraagtypen=("open",),
        zetten=("emotie_erkennen",),
        spans=(Span("emotie_erkennen", 0, 26), Span("open", 20, 34), Span("open", 30, 99)),
    )
    row = build(Exercise("extra_gesprek", "boos", (Exchange(said),))).beurten[0]
    pieces = segments(row)
    assert "".join(piece.text for piece in pieces) == text
    assert sum(len(piece.ends) for piece in pieces) == 3


def test_the_text_holds_every_turn_and_no_markup() -> None:
    debrief = build(script("boos", "mediocre"))
    text = render_text(debrief)
    assert all(turn.leraar in text for turn in debrief.beurten)
    assert "<" not in text and f"{debrief.totaal} van 100" in text


@pytest.mark.parametrize(
    "talk", [exercise(), exercise("neutraal > "), exercise(form="extra_gesprek", kind="")]
)
def test_nearly_nothing_said_still_renders(talk: Exercise) -> None:
    debrief = build(talk)
    assert "<main>" in render_html(debrief) and render_text(debrief)


def test_ten_turns_take_at_most_200_ms_once_loaded() -> None:
    talk = Exercise(
        "extra_gesprek", "boos", tuple(replace(e, reply=reply()) for e in script("boos", "good").exchanges)
    )
    render_html(build(talk))
    start = time.perf_counter()
    render_html(build(talk))
    assert time.perf_counter() - start < 0.2


def test_turns_that_are_strange_are_shown_and_not_judged() -> None:
    odd = replace(turn(), kind="onzin", text="asdf qwer")
    debrief = build(Exercise("extra_gesprek", "boos", tuple(Exchange(odd) for _ in range(5))))
    assert debrief.beurten[0].leraar == "asdf qwer" and debrief.totaal <= 20
