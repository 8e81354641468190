"""The addresses for teams: group exercises, the trainer's view, labelling together, the series.

The trainer's secret comes in the header `Trainer`: an address can end up in a history or a log, a header does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.channel.answers import body_of, reply
from bot.channel.desk import given
from bot.channel.faults import Fault
from bot.channel.group_sweep import GroupSweep
from bot.channel.groups import Groups
from bot.channel.guard import is_secure, protect, remember
from bot.channel.guesses import place_of
from bot.channel.labelling import Labellings
from bot.channel.routes import told
from bot.channel.series import SeriesDesk
from bot.group.export import export_json, figures_csv, moments_csv, overview
from bot.group.model import guidelines_for
from bot.group.pasted import Pasted, from_finished, read_pasted
from bot.group.texts import group_texts

SECRET = "trainer"


@dataclass(frozen=True)
class Team:
    """Everything a team uses; `addresses` are those colleagues open, none when only this computer can."""

    groups: Groups
    labellings: Labellings
    series: SeriesDesk
    sweep: GroupSweep
    addresses: tuple[str, ...] = ()


def add_group_routes(page: Blueprint, team: Team) -> None:
    """Put all addresses for teams on the blueprint."""
    _making(page, team)
    _taking_part(page, team.groups)
    _training(page, team.groups)
    _labelling(page, team)
    _reading_labels(page, team.labellings)
    _series(page, team.series)


def _kept(request: Request, browser: str, made: Any, status: int = 201) -> HTTPResponse:
    """Answer, and give the browser its token: from now on something belongs to it."""
    response = reply(made, status)
    remember(response, browser, is_secure(request))
    return response


def _secret(request: Request) -> str:
    return str(request.headers.get(SECRET, ""))[:200]


def _making(page: Blueprint, team: Team) -> None:
    @page.get("/groepen/keuzes")
    @told
    async def group_choices(request: Request, browser: str) -> Any:
        form, type_ = str(request.args.get("gespreksvorm")), str(request.args.get("oudertype"))
        return {
            "adressen": list(team.addresses),
            "richtlijnen": [
                {"id": g.id, "titel": g.title, "competentie": g.competence}
                for g in guidelines_for(form, type_)
            ],
        }

    @page.post("/groepen")
    @told
    async def make_group(request: Request, browser: str) -> Any:
        made = team.groups.make(browser, body_of(request))
        return _kept(request, browser, {**made, "adressen": list(team.addresses)})


def _taking_part(page: Blueprint, groups: Groups) -> None:
    @page.get("/groepen/<code:str>")
    @told
    async def look(request: Request, browser: str, code: str) -> Any:
        return groups.look(browser, code, place_of(request))

    @page.post("/groepen/<code:str>/deelname")
    @told
    async def join(request: Request, browser: str, code: str) -> Any:
        made = await groups.join(browser, code, body_of(request), place_of(request))
        return _kept(request, browser, made)

    @page.delete("/groepen/<code:str>/deelname")
    @told
    async def leave(request: Request, browser: str, code: str) -> Any:
        return groups.leave(browser, code, body_of(request), place_of(request))


def _training(page: Blueprint, groups: Groups) -> None:
    @page.get("/groepen/<code:str>/overzicht")
    @told
    async def see(request: Request, browser: str, code: str) -> Any:
        standing = await groups.standing(code, _secret(request), place_of(request))
        whole = sum(one.whole for one in standing.finished)
        texts = group_texts()
        return {
            **overview(standing),
            "minstens": texts.fewest,
            "blad": list(texts.sheet),
            "te_labelen": whole if whole >= texts.fewest else 0,
        }

    @page.get("/groepen/<code:str>/export")
    @told
    async def export(request: Request, browser: str, code: str) -> Any:
        standing = await groups.standing(code, _secret(request), place_of(request))
        kind = request.args.get("vorm", "json")
        if kind == "json":
            return reply(export_json(standing))
        if kind not in ("cijfers", "momenten"):
            raise Fault(422, "export_vorm")
        text = figures_csv(standing) if kind == "cijfers" else moments_csv(standing)
        return protect(raw(text.encode(), content_type="text/csv; charset=utf-8"))

    @page.post("/groepen/<code:str>/trainerlink")
    @told
    async def renew(request: Request, browser: str, code: str) -> Any:
        return groups.renew(code, _secret(request), place_of(request))

    @page.delete("/groepen/<code:str>/deelnemers")
    @told
    async def clear(request: Request, browser: str, code: str) -> Any:
        return groups.clear(code, _secret(request), place_of(request))

    @page.delete("/groepen/<code:str>")
    @told
    async def remove_group(request: Request, browser: str, code: str) -> Any:
        return groups.remove(code, _secret(request), place_of(request))


def _labelling(page: Blueprint, team: Team) -> None:
    labellings = team.labellings

    @page.post("/labelen")
    @told
    async def put_up(request: Request, browser: str) -> Any:
        body = body_of(request)
        pasted = await _conversation(team.groups, request, body)
        return _kept(
            request, browser, {**labellings.make(browser, body, pasted), "adressen": list(team.addresses)}
        )

    @page.get("/labelen/<code:str>")
    @told
    async def look_labels(request: Request, browser: str, code: str) -> Any:
        return labellings.look(browser, code, place_of(request))

    @page.post("/labelen/<code:str>/labelaars")
    @told
    async def join_labels(request: Request, browser: str, code: str) -> Any:
        return _kept(request, browser, labellings.join(browser, code, body_of(request), place_of(request)))

    @page.post("/labelen/<code:str>/beurten/<turn:int>")
    @told
    async def label(request: Request, browser: str, code: str, turn: int) -> Any:
        return labellings.label(browser, code, turn, body_of(request), place_of(request))

    @page.post("/labelen/<code:str>/klaar")
    @told
    async def finish(request: Request, browser: str, code: str) -> Any:
        return labellings.finish(browser, code, place_of(request))


def _reading_labels(page: Blueprint, labellings: Labellings) -> None:
    @page.get("/labelen/<code:str>/uitkomst")
    @told
    async def outcome(request: Request, browser: str, code: str) -> Any:
        return await labellings.outcome(browser, code, place_of(request))

    @page.get("/labelen/<code:str>/export")
    @told
    async def export_labels(request: Request, browser: str, code: str) -> Any:
        text = labellings.export(browser, code, place_of(request))
        response = raw(text.encode(), content_type="application/x-ndjson; charset=utf-8")
        response.headers["Content-Disposition"] = 'attachment; filename="gelabelde-beurten.jsonl"'
        return protect(response)

    @page.delete("/labelen/<code:str>")
    @told
    async def remove_labels(request: Request, browser: str, code: str) -> Any:
        return labellings.remove(browser, code, place_of(request))


async def _conversation(groups: Groups, request: Request, body: dict[str, Any]) -> Pasted:
    """Give what is to be labelled: what was pasted, or a conversation a member of a group released for it."""
    if not body.get("groep"):
        return given(read_pasted, body.get("tekst"))
    standing = await groups.standing(str(body["groep"]), _secret(request), place_of(request))
    released, number = [one for one in standing.finished if one.whole], body.get("nummer")
    if len(released) < group_texts().fewest:
        raise Fault(409, "label_te_weinig", grens=group_texts().fewest)
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(released):
        raise Fault(422, "label_nummer", aantal=len(released))
    return from_finished(released[number - 1], [one.nickname for one in standing.progress])


def _series(page: Blueprint, desk: SeriesDesk) -> None:
    @page.get("/reeks")
    @told
    async def steps(request: Request, browser: str) -> Any:
        return desk.view(browser)

    @page.get("/reeks/<name:str>")
    @told
    async def step(request: Request, browser: str, name: str) -> Any:
        return desk.step(name)

    @page.post("/reeks/<name:str>")
    @told
    async def begin_step(request: Request, browser: str, name: str) -> Any:
        return _kept(request, browser, await desk.begin(browser, name, body_of(request)))
