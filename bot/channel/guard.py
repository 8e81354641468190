"""Who asks, and what a browser may do with the answer: cookie, own-site check, known address, headers."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from ipaddress import ip_address
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


def remember(response: HTTPResponse, browser: str, secure: bool = False) -> None:
    """Give the browser its token; scripts can't read it and other sites can't send it."""
    response.cookies[COOKIE] = browser
    response.cookies[COOKIE]["httponly"] = True
    response.cookies[COOKIE]["samesite"] = "Strict"
    response.cookies[COOKIE]["max-age"] = _YEAR_SECONDS
    response.cookies[COOKIE]["path"] = "/"
    if secure:
        response.cookies[COOKIE]["secure"] = True


def is_secure(request: Request) -> bool:
    """Tell whether the browser reached us over https, through a web server in front of us."""
    return bool(request.headers.get("x-forwarded-proto", "").split(",")[0].strip() == "https")


def protect(response: HTTPResponse) -> HTTPResponse:
    """Add the security headers that are not there yet, and take away what lets other sites read."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    for name in [name for name in response.headers if name.lower().startswith("access-control-")]:
        del response.headers[name]
    return response


def refuse_other_sites(request: Request) -> None:
    """Raise Fault 403 when another website's page made this request."""
    origin = request.headers.get("origin")
    if origin and _part(origin, "netloc") != request.headers.get("host", ""):
        raise Fault(403, "vreemde_bron")


def refuse_other_names(request: Request, names: Collection[str] = ()) -> None:
    """Raise Fault 403 when we are asked under a name that is not ours (DNS rebinding).

    Ours are localhost, any address written as a number, and the names given in credentials.yml.
    """
    name = _part(f"//{request.headers.get('host', '')}", "hostname").rstrip(".")
    if name != "localhost" and name not in names and not _is_number(name):
        raise Fault(403, "vreemd_adres")


def _part(address: str, name: str) -> str:
    """Give a part of an address, empty when the address cannot be read."""
    try:
        return getattr(urlsplit(address), name) or ""
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False
