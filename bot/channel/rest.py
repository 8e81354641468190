"""Rasa's REST channel for builders, with conversations apart from those of the page.

The address and the JSON are those of Rasa's own channel: POST /webhooks/rest/webhook {"sender", "message"}.
Rasa's own would let anybody who knows the id of an exercise read it and go on with it.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channel.answers import body_of, reply
from bot.channel.faults import Fault
from bot.channel.said import checked_turn

PREFIX = "rest:"
"""Before every sender: the ids of the page never hold a colon, so no sender can name one of them."""
MAX_SENDER = 100

logger = logging.getLogger(__name__)


class RestInput(InputChannel):
    """Use as `bot.channel.rest.RestInput:` in credentials.yml."""

    @classmethod
    def name(cls) -> str:
        """Take the name, and so the address, of Rasa's own channel."""
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Make the two routes Rasa's own channel has."""
        routes = Blueprint("oefenouder_rest")

        @routes.get("/")
        async def health(request: Request) -> HTTPResponse:
            return reply({"status": "ok"})

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                sender, text = _asked(body_of(request))
                return reply(await _answer(on_new_message, sender, text))
            except Fault as fault:
                return reply({"fout": str(fault)}, fault.status)

        return routes


def _asked(body: dict[str, Any]) -> tuple[str, str]:
    sender = body.get("sender", "default")
    if not isinstance(sender, str) or not 0 < len(sender) <= MAX_SENDER:
        raise Fault(422, "geen_afzender", grens=MAX_SENDER)
    return sender, checked_turn(body.get("message"))


async def _answer(
    handle: Callable[[UserMessage], Awaitable[Any]], sender: str, text: str
) -> list[dict[str, Any]]:
    collected = CollectingOutputChannel()
    try:
        await handle(UserMessage(text, collected, PREFIX + sender, input_channel="rest"))
    except Exception as error:
        logger.error("Rasa did not handle a message: %s", type(error).__name__)
        raise Fault(503, "geen_antwoord_kort") from None
    return [{**message, "recipient_id": sender} for message in collected.messages]
