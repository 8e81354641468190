"""The conversations of a running Rasa: send a line, read what is stored, forget a conversation."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore

from bot.tracker import Event, escape

LITERAL = "letterlijk"
CHANNEL = "oefenouder"
PATIENCE_SECONDS = 60

logger = logging.getLogger(__name__)


class RasaConversations:
    """The conversations of a running Rasa agent; failures are logged without a word of the conversation."""

    def __init__(
        self, handle: Callable[[UserMessage], Awaitable[Any]], agent: Callable[[], Agent | None]
    ) -> None:
        """Keep the channel's handler, and a way to reach the agent once it is loaded."""
        self._handle = handle
        self._agent = agent

    async def command(self, name: str, line: str) -> None:
        """Send a command; what came of it is read from the events."""
        await self._send(name, line)

    async def say(self, name: str, text: str) -> None:
        """Send what was said; what came of it is read from the events."""
        await self._send(name, escape(text))

    async def _send(self, name: str, text: str) -> None:
        message = UserMessage(
            text, CollectingOutputChannel(), name, input_channel=CHANNEL, metadata={LITERAL: True}
        )
        try:
            await asyncio.wait_for(self._handle(message), PATIENCE_SECONDS)
        except Exception as error:
            logger.error("Rasa did not handle a message: %s", type(error).__name__)

    async def events(self, name: str) -> list[Event]:
        """Give the stored events; empty when there are none or no model is loaded."""
        agent = self._agent()
        if agent is None or not agent.is_ready():
            return []
        tracker = await agent.tracker_store.retrieve(name)
        return [event.as_dict() for event in tracker.events] if tracker else []

    async def forget(self, name: str) -> None:
        """Remove the events from the stores Rasa uses."""
        agent = self._agent()
        store = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store) if agent else None
        fallback = getattr(agent.tracker_store, "_fallback_tracker_store", None) if agent else None
        for one in (store, fallback):
            if isinstance(one, SQLTrackerStore):
                _delete_rows(one, name)
            elif isinstance(one, InMemoryTrackerStore):
                one.store.pop(name, None)


def _delete_rows(store: SQLTrackerStore, name: str) -> None:
    with store.session_scope() as session:
        session.query(store.SQLEvent).filter_by(sender_id=name).delete()
        session.commit()
