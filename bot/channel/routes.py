"""The addresses of the API, each a few lines: who asks, what is asked, the answer as JSON."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any

from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.channel.cards import choices, preparation
from bot.channel.exercises import Exercises
from bot.channel.faults import Fault, WrongChoice
from bot.channel.guard import REPORT_POLICY, browser_of, new_browser, protect, refuse_other_sites, remember
from bot.channel.reports import Reports
from bot.channel.views import exercise_view
from bot.choice import ChoiceError, setup_from
from bot.messages import message

logger = logging.getLogger(__name__)

Answer = Callable[..., Awaitable[Any]]
Handler = Callable[..., Coroutine[Any, Any, HTTPResponse | None]]


def reply(data: Any, status: int = 200) -> HTTPResponse:
    """Give JSON with the security headers."""
    body = json.dumps(data, ensure_ascii=False).encode()
    return protect(raw(body, status=status, content_type="application/json; charset=utf-8"))


def body_of(request: Request) -> dict[str, Any]:
    """Give the JSON object in the body, empty when there is none; raise Fault when it is something else."""
    if not request.body:
        return {}
    try:
        data = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Fault(400, "geen_json") from None
    if not isinstance(data, dict):
        raise Fault(400, "geen_json")
    return data


def told(answer: Answer) -> Handler:
    """Wrap a route: any failure becomes one Dutch line; a browser without token gets one."""

    @wraps(answer)
    async def safe(request: Request, **parts: str) -> HTTPResponse:
        browser = browser_of(request)
        try:
            refuse_other_sites(request)
            made = await answer(request, browser or new_browser(), **parts)
            response = made if isinstance(made, HTTPResponse) else reply(made)
        except Fault as fault:
            response = reply({"fout": str(fault)}, fault.status)
        except sqlite3.Error as error:
            logger.error("The list of exercises could not be used: %s", type(error).__name__)
            response = reply({"fout": message("niet_opgeslagen")}, 503)
        except SanicException:
            raise
        except Exception as error:
            logger.error("Unexpected %s at %s", type(error).__name__, _where(error))
            response = reply({"fout": message("onverwacht")}, 500)
        return response

    return safe


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"


def add_routes(page: Blueprint, exercises: Exercises, reports: Reports) -> None:
    """Put all addresses on the blueprint."""
    _before(page)
    _during(page, exercises)
    _after(page, exercises, reports)


def _before(page: Blueprint) -> None:
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
    @page.post("/oefeningen")
    @told
    async def begin(request: Request, browser: str) -> Any:
        response = reply(await exercises.begin(browser, body_of(request)), 201)
        remember(response, browser)
        return response

    @page.get("/oefeningen/<name:str>")
    @told
    async def exercise(request: Request, browser: str, name: str) -> Any:
        return exercise_view(name, await exercises.record(browser, name))

    @page.post("/oefeningen/<name:str>/beurten")
    @told
    async def say(request: Request, browser: str, name: str) -> Any:
        return await exercises.say(browser, name, body_of(request))

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
        return await reports.disagree(browser, name, body_of(request))

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
