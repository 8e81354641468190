"""Who asks, and what a browser may do with the answer: cookie, own-site check, security headers."""

from __future__ import annotations

import re
import secrets
from urllib.parse import urlsplit

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel.faults import Fault

COOKIE = "oefenouder"
_YEAR_SECONDS = 365 * 24 * 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32,64}")

POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; "
    "img-src 'self' data:"
)
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'"
)
"""For the debrief as one file: its style is inside it, it has no script and asks for nothing."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Cache-Control": "no-store",
}


def browser_of(request: Request) -> str | None:
    """Give the token of this browser, None when it has none (yet) or an impossible one."""
    token = request.cookies.get(COOKIE)
    return token if token and _TOKEN.fullmatch(token) else None


def new_browser() -> str:
    """Make a token nobody can guess."""
    return secrets.token_urlsafe(32)


def remember(response: HTTPResponse, browser: str) -> None:
    """Give the browser its token; scripts can't read it and other sites can't send it."""
    response.cookies[COOKIE] = browser
    response.cookies[COOKIE]["httponly"] = True
    response.cookies[COOKIE]["samesite"] = "Strict"
    response.cookies[COOKIE]["max-age"] = _YEAR_SECONDS
    response.cookies[COOKIE]["path"] = "/"


def protect(response: HTTPResponse) -> HTTPResponse:
    """Add the security headers that are not there yet."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def refuse_other_sites(request: Request) -> None:
    """Raise Fault 403 when another website's page made this request."""
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise Fault(403, "vreemde_bron")
