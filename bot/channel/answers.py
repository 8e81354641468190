"""Reading a request and writing an answer: JSON both ways, always with the security headers."""

from __future__ import annotations

import json
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.channel.faults import Fault
from bot.channel.guard import protect


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
