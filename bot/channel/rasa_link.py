"""The conversations of a running Rasa: send a line, read what is stored, forget a conversation."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.channel.faults import Fault
from bot.storage.conversations import ConversationStore
from bot.storage.trouble import trouble_in
from bot.tracker import Event, escape

LITERAL = "letterlijk"
CHANNEL = "oefenouder"
PATIENCE_SECONDS = 25
"""Less than the page waits (api.js), so that a slow answer ends in a line of ours."""

logger = logging.getLogger(__name__)

T = TypeVar("T")


class RasaConversations:
    """The conversations of a running Rasa agent; failures are logged without a word of the conversation."""

    def __init__(
        self, handle: Callable[[UserMessage], Awaitable[Any]], agent: Callable[[], Agent | None]
    ) -> None:
        """Keep the channel's handler, and a way to reach the agent once it is loaded."""
        self._handle = handle
        self._agent = agent

    async def command(self, name: str, line: str) -> None:
        """Send a command; what came of it is read from the events. Raise Fault 503 when it was not stored."""
        await self._send(name, line)

    async def say(self, name: str, text: str) -> None:
        """Send what was said; what came of it is read from the events. Raise Fault 503 when it was not stored."""
        await self._send(name, escape(text))

    async def _send(self, name: str, text: str) -> None:
        message = UserMessage(
            text, CollectingOutputChannel(), name, input_channel=CHANNEL, metadata={LITERAL: True}
        )
        try:
            self._free(name)
            await asyncio.wait_for(self._handle(message), PATIENCE_SECONDS)
        except Exception as error:
            logger.error("Rasa did not handle a message: %s", type(error).__name__)
        self._tell_trouble(name)

    def _free(self, name: str) -> None:
        """Remove a lock that Rasa left in Redis when a worker was killed.

        Who sends holds the channel's own lock (locks.py), so no living worker has this conversation. Rasa lets
        us wait a minute, or for ever when our ticket runs out within a second of the dead one.
        """
        agent = self._agent()
        if agent is not None:
            agent.lock_store.delete_lock(name)

    def _tell_trouble(self, name: str) -> None:
        """Rasa answers from memory when it cannot store; we don't, and say why."""
        main, spare = self._stores()
        if isinstance(spare, InMemoryTrackerStore):
            spare.store.pop(name, None)
        key = main.trouble(name) if isinstance(main, ConversationStore) else None
        if key:
            logger.error("A conversation could not be stored: %s", key)
            raise Fault(503, key)

    async def events(self, name: str) -> list[Event]:
        """Give the stored events, empty when there are none; raise Fault 503 when they cannot be read now."""
        main, _ = self._stores()
        if main is None:
            raise Fault(503, "niet_klaar")
        try:
            tracker = await main.retrieve(name)
        except SQLAlchemyError as error:
            logger.error("A conversation could not be read: %s", trouble_in(error))
            raise Fault(503, trouble_in(error)) from None
        return [event.as_dict() for event in tracker.events] if tracker else []

    async def forget(self, name: str) -> None:
        """Remove the events from the stores Rasa uses; raise Fault 503 when that cannot be done now."""
        for store in self._stores():
            if isinstance(store, InMemoryTrackerStore):
                store.store.pop(name, None)
            elif isinstance(store, ConversationStore):
                self._asked(partial(store.forget, name))

    async def silent_since(self, moment: float) -> list[str]:
        """Give the conversations without an event after this moment (seconds since 1970)."""
        main, _ = self._stores()
        if not isinstance(main, ConversationStore):
            return []
        return self._asked(partial(main.silent_since, moment))

    def _asked(self, job: Callable[[], T]) -> T:
        try:
            return job()
        except SQLAlchemyError as error:
            raise Fault(503, trouble_in(error)) from None

    def _stores(self) -> tuple[TrackerStore | None, TrackerStore | None]:
        """Give the store of the running agent, and the one Rasa falls back on when that fails."""
        agent = self._agent()
        if agent is None or not agent.is_ready():
            return None, None
        outer = agent.tracker_store
        return getattr(outer, "_tracker_store", outer), getattr(outer, "_fallback_tracker_store", None)
