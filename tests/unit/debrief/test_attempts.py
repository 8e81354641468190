"""Two attempts side by side: from the turn of the second, with both figures and courses."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from making import reply, script

from bot.debrief import Debrief, attempts, build, render_html, render_text
from bot.debrief.attempt_chart import attempt_chart


def made(teacher: str, turns: int, ending: str | None = "afspraak", known: bool = True) -> Debrief:
    talk = script("boos", teacher)
    shown = tuple(
        replace(one, reply=reply(0.9 - place / 15) if known else None, before=f"Vraag {place}.")
        for place, one in enumerate(talk.exchanges[:turns])
    )
    return build(replace(talk, exchanges=shown, ending=ending))  # type: ignore[arg-type]


def test_rows_begin_at_the_turn_and_end_with_the_longest() -> None:
    found = attempts(made("rude", 5), made("good", 7), 4)
    assert [row.nr for row in found.beurten] == [4, 5, 6, 7]
    assert [row.eerst is None for row in found.beurten] == [False, False, True, True]
    assert found.beurten[0].eerst != found.beurten[0].nu


def test_figures_stand_side_by_side() -> None:
    first, now = made("rude", 8), made("good", 8)
    found = attempts(first, now, 3)
    assert (found.totaal.eerst, found.totaal.nu) == (first.totaal, now.totaal)
    assert [c.naam for c in found.cijfers] == [c.naam for c in now.competenties.values()]
    assert [c.eerst for c in found.cijfers] == [c.score for c in first.competenties.values()]


def test_nothing_was_said_yet_after_the_turn() -> None:
    found = attempts(made("rude", 5), made("good", 3, None), 4)
    assert [row.nu for row in found.beurten] == [None, None]


@pytest.mark.parametrize(("first", "now"), [(5, 8), (8, 5), (1, 1), (30, 2)])
def test_the_picture_stays_inside_and_the_names_apart(first: int, now: int) -> None:
    chart = attempt_chart(attempts(made("rude", first), made("good", now), min(first, now)))
    assert chart is not None and [panel.id for panel in chart.panels] == ["spanning", "vertrouwen"]
    for panel in chart.panels:
        assert {curve.attempt for curve in panel.curves} == {"eerst", "nu"}
        for curve in panel.curves:
            assert all(52 <= x <= 570 and panel.top <= y <= panel.bottom for x, y in curve.dots)
        names = sorted((c.name_x, c.name_y) for c in panel.curves)
        assert names[1][0] - names[0][0] > 20 or abs(names[1][1] - names[0][1]) >= 14


def test_a_talk_without_known_state_has_no_picture() -> None:
    found = attempts(made("rude", 4, known=False), made("good", 4, known=False), 2)
    assert attempt_chart(found) is None
    assert "pogingen" in render_html(replace(made("good", 4, known=False), eerder=found))


def test_page_and_text_show_both_and_need_no_colour() -> None:
    now = made("good", 7)
    debrief = replace(now, eerder=attempts(made("rude", 5), now, 4))
    page, text = render_html(debrief), render_text(debrief)
    picture = page.split('<svg class="pogingen"')[1].split("</svg>")[0]
    assert picture.count("<polyline") == 4 and picture.count("stroke-dasharray") == 2
    assert len(re.findall(r">eerst</text>", picture)) == 2
    assert 'id="pogingen"' in page and "vanaf beurt 4" in page and "Hier was het gesprek al klaar." in page
    assert "JE TWEE POGINGEN" in text
    assert 'id="pogingen"' not in render_html(now)
