"""What every request passes, also those for Rasa's own addresses: name, website, rate, size; and every answer."""

from __future__ import annotations

from collections.abc import Collection

from sanic import Sanic
from sanic.exceptions import MethodNotSupported, NotFound, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel.answers import reply
from bot.channel.faults import Fault
from bot.channel.guard import browser_of, protect, refuse_other_names, refuse_other_sites
from bot.channel.rate import RateLimit
from bot.messages import message
from bot.privacy.logs import told_in_log

MAX_BODY_BYTES = 400_000
"""The longest turn (20,000 signs), each written as an escape of up to twelve bytes, and some room."""

_COSTLY = ("/nabespreking", "/nabespreking.html", "/export", "/overzicht", "/uitkomst")


class Gate:
    """Stands before all addresses of the app; `names` are the names of the server besides localhost."""

    def __init__(self, names: Collection[str] = (), rate: RateLimit | None = None) -> None:
        """Keep the names and the limit."""
        self._names = frozenset(name.lower() for name in names)
        self._rate = rate or RateLimit()

    def stand_before(self, app: Sanic) -> None:
        """Register at an app; to be called before other middleware, for the first answer counts."""
        app.config.REQUEST_MAX_SIZE = MAX_BODY_BYTES
        app.register_middleware(self.check, "request")
        app.register_middleware(_protected, "response")
        for kind in (NotFound, MethodNotSupported, PayloadTooLarge, SanicException, Exception):
            app.error_handler.add(kind, failed)

    def check(self, request: Request) -> HTTPResponse | None:
        """Answer a request that may not pass with one Dutch line; None lets it through."""
        try:
            refuse_other_names(request, self._names)
            refuse_other_sites(request)
            if _counts(request) and not self._rate.allows(browser_of(request)):
                raise Fault(429, "te_snel")
        except Fault as fault:
            return reply({"fout": str(fault)}, fault.status)
        return None


def _counts(request: Request) -> bool:
    """Tell whether answering takes work: all that changes something, and the debrief."""
    return request.method not in ("GET", "HEAD") or request.path.endswith(_COSTLY)


def _protected(request: Request, response: HTTPResponse) -> HTTPResponse:
    return protect(response)


def failed(request: Request, error: Exception) -> HTTPResponse:
    """Tell any failure outside our own routes in one Dutch line."""
    status = getattr(error, "status_code", 500)
    keys = {404: "onbekend_adres", 405: "onbekend_adres", 413: "te_groot"}
    if status >= 500:
        told_in_log(error)
    return reply(
        {"fout": message(keys.get(status, "onverwacht" if status >= 500 else "vreemd_verzoek"))}, status
    )
