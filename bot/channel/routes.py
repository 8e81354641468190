"""The addresses of the API, each a few lines: who asks, what is asked, the answer as JSON."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any

from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.channel.answers import body_of, reply
from bot.channel.cards import choices, preparation
from bot.channel.careful import CarefulTurns, PersonalData
from bot.channel.exercises import Exercises
from bot.channel.faults import Fault, WrongChoice
from bot.channel.guard import REPORT_POLICY, browser_of, is_secure, new_browser, protect, remember
from bot.channel.reports import Reports
from bot.channel.views import exercise_view
from bot.choice import ChoiceError, setup_from
from bot.content.problems import ContentError
from bot.format import NewerFormatError
from bot.messages import message
from bot.privacy.logs import told_in_log
from bot.storage.database import StorageError
from bot.storage.trouble import trouble_in

logger = logging.getLogger(__name__)

Answer = Callable[..., Awaitable[Any]]
Handler = Callable[..., Coroutine[Any, Any, HTTPResponse | None]]


def told(answer: Answer) -> Handler:
    """Wrap a route: any failure becomes one Dutch line; a browser without token gets one."""

    @wraps(answer)
    async def safe(request: Request, **parts: str) -> HTTPResponse:
        browser = browser_of(request)
        try:
            made = await answer(request, browser or new_browser(), **parts)
            response = made if isinstance(made, HTTPResponse) else reply(made)
        except PersonalData as found:
            response = reply({"fout": str(found), **found.view}, found.status)
        except Fault as fault:
            response = reply({"fout": str(fault)}, fault.status)
        except ContentError:  # an own case or person that was used before is gone
            response = reply({"fout": message("casus_weg")}, 409)
        except NewerFormatError:
            response = reply({"fout": message("nieuwere_versie")}, 409)
        except StorageError as error:
            logger.error("The list of exercises could not be used: %s", trouble_in(error))
            response = reply({"fout": message(trouble_in(error))}, 503)
        except SanicException:
            raise
        except Exception as error:
            told_in_log(error)
            response = reply({"fout": message("onverwacht")}, 500)
        return response

    return safe


def add_routes(page: Blueprint, exercises: Exercises, reports: Reports, keep_days: int) -> None:
    """Put all addresses on the blueprint."""
    _before(page, keep_days)
    _during(page, exercises)
    _after(page, exercises, reports)


def _before(page: Blueprint, keep_days: int) -> None:
    @page.get("/privacy")
    @told
    async def privacy(request: Request, browser: str) -> Any:
        return {"bewaar_dagen": keep_days}

    @page.get("/keuzes")
    @told
    async def all_choices(request: Request, browser: str) -> Any:
        return choices()

    @page.post("/voorbereiding")
    @told
    async def prepare(request: Request, browser: str) -> Any:
        try:
            return preparation(setup_from(body_of(request)))
        except ChoiceError as error:
            raise WrongChoice(str(error)) from None


def _during(page: Blueprint, exercises: Exercises) -> None:
    turns = CarefulTurns(exercises)

    @page.post("/oefeningen")
    @told
    async def begin(request: Request, browser: str) -> Any:
        response = reply(await turns.begin(browser, body_of(request)), 201)
        remember(response, browser, is_secure(request))
        return response

    @page.get("/oefeningen/<name:str>")
    @told
    async def exercise(request: Request, browser: str, name: str) -> Any:
        return exercise_view(name, await exercises.record(browser, name))

    @page.post("/oefeningen/<name:str>/beurten")
    @told
    async def say(request: Request, browser: str, name: str) -> Any:
        return await turns.say(browser, name, body_of(request))

    @page.post("/oefeningen/<name:str>/terug")
    @told
    async def take_back(request: Request, browser: str, name: str) -> Any:
        return await exercises.take_back(browser, name, body_of(request))

    @page.post("/oefeningen/<name:str>/hint")
    @told
    async def hint(request: Request, browser: str, name: str) -> Any:
        return await exercises.hint(browser, name)

    @page.post("/oefeningen/<name:str>/stop")
    @told
    async def stop(request: Request, browser: str, name: str) -> Any:
        return await exercises.stop(browser, name)


def _after(page: Blueprint, exercises: Exercises, reports: Reports) -> None:
    @page.get("/oefeningen/<name:str>/nabespreking")
    @told
    async def debrief(request: Request, browser: str, name: str) -> Any:
        return await reports.view(browser, name)

    @page.get("/oefeningen/<name:str>/nabespreking.html")
    @told
    async def report(request: Request, browser: str, name: str) -> Any:
        text = await reports.html(browser, name)
        response = raw(text.encode(), content_type="text/html; charset=utf-8")
        response.headers["Content-Security-Policy"] = REPORT_POLICY
        return protect(response)

    @page.post("/oefeningen/<name:str>/oneens")
    @told
    async def disagree(request: Request, browser: str, name: str) -> Any:
        body = await CarefulTurns(exercises).noted(browser, name, body_of(request), "reden")
        return await reports.disagree(browser, name, body)

    @page.delete("/oefeningen/<name:str>/oneens/<turn:int>/<about:str>")
    @told
    async def agree(request: Request, browser: str, name: str, turn: int, about: str) -> Any:
        return await reports.agree(browser, name, turn, about)

    @page.post("/oefeningen/<name:str>/opnieuw")
    @told
    async def again(request: Request, browser: str, name: str) -> Any:
        return await exercises.again(browser, name, body_of(request))

    @page.post("/oefeningen/<name:str>/andere-ouders")
    @told
    async def others(request: Request, browser: str, name: str) -> Any:
        return await reports.other_parents(browser, name)

    _listed(page, exercises, reports)


def _listed(page: Blueprint, exercises: Exercises, reports: Reports) -> None:
    @page.get("/oefeningen")
    @told
    async def listed(request: Request, browser: str) -> Any:
        return await reports.listed(browser)

    @page.get("/oefeningen/export")
    @told
    async def export(request: Request, browser: str) -> Any:
        response = reply(await reports.export(browser))
        response.headers["Content-Disposition"] = 'attachment; filename="oefenouder.json"'
        return response

    @page.get("/oefeningen/correcties")
    @told
    async def corrections(request: Request, browser: str) -> Any:
        text = await reports.corrections(browser)
        response = raw(text.encode(), content_type="application/x-ndjson; charset=utf-8")
        response.headers["Content-Disposition"] = 'attachment; filename="correcties.jsonl"'
        return protect(response)

    @page.delete("/oefeningen/<name:str>")
    @told
    async def remove(request: Request, browser: str, name: str) -> Any:
        await exercises.remove(browser, name)
        return {}

    @page.delete("/oefeningen")
    @told
    async def remove_all(request: Request, browser: str) -> Any:
        await exercises.remove_all(browser)
        return {}
