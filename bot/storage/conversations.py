"""Rasa's SQL store for conversations, made private and sure. The only file here that imports Rasa.

What it adds to `rasa.core.tracker_store.SQLTrackerStore`:
- no text of a conversation in an error message or log;
- what is removed is overwritten in the SQLite file;
- a conversation that could not be read is never written over;
- the order of events is the order of storing, so a clock that jumps loses nothing.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa  # type: ignore[import-untyped]
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError  # type: ignore[import-untyped]

from bot.storage.trouble import trouble_in

FORMAT = 1
"""Kept in the file as `user_version`; 0 is a file from before texts were overwritten when removed."""


class UnreadError(Exception):
    """The stored conversation could not be read just now, so nothing may be added to it."""


class ConversationStore(SQLTrackerStore):  # type: ignore[misc]
    """Use as `type: bot.storage.conversations.ConversationStore` in endpoints.yml, settings as for `type: SQL`."""

    def __init__(self, domain: Domain | None = None, **settings: Any) -> None:
        """Open the database; the settings are those of the SQL tracker store."""
        super().__init__(domain, **settings)
        self.engine.hide_parameters = True
        self._unread: set[str] = set()
        self._troubles: dict[str, str] = {}
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _overwrite_what_is_removed)
            self._clean_once()

    def trouble(self, name: str) -> str | None:
        """Give (once) why the last reading or saving of a conversation failed, as a key of messages.yml."""
        return self._troubles.pop(name, None)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Read a conversation; remember that it failed, so that `save` won't write over it."""
        try:
            tracker = await super().retrieve(sender_id)
        except SQLAlchemyError as error:
            self._unread.add(sender_id)
            self._troubles[sender_id] = trouble_in(error)
            raise
        self._unread.discard(sender_id)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add the new events in one transaction; raise UnreadError when the old ones could not be read."""
        if tracker.sender_id in self._unread:
            raise UnreadError
        try:
            await super().save(tracker)
        except SQLAlchemyError as error:
            self._troubles[tracker.sender_id] = trouble_in(error)
            raise
        self._troubles.pop(tracker.sender_id, None)

    def forget(self, *names: str) -> None:
        """Remove conversations for good."""
        with self.session_scope() as session:
            for name in names:
                session.query(self.SQLEvent).filter_by(sender_id=name).delete()
            session.commit()

    def silent_since(self, moment: float) -> list[str]:
        """Give the conversations in which nothing happened after this moment (seconds since 1970)."""
        last = sa.func.max(self.SQLEvent.timestamp)
        with self.session_scope() as session:
            query = session.query(self.SQLEvent.sender_id).group_by(self.SQLEvent.sender_id)
            return [name for (name,) in query.having(last < moment).all()]

    def _event_query(self, session: Any, sender_id: str, fetch_events_from_all_sessions: bool) -> Any:
        """Take a session to begin at the id of its start, where Rasa takes the time of its start."""
        event = self.SQLEvent
        query = session.query(event).filter(event.sender_id == sender_id)
        if not fetch_events_from_all_sessions:
            start = (
                session.query(sa.func.max(event.id))
                .filter(event.sender_id == sender_id, event.type_name == SessionStarted.type_name)
                .scalar_subquery()
            )
            query = query.filter(sa.or_(event.id >= start, start.is_(None)))
        return query.order_by(event.id)

    def _clean_once(self) -> None:
        """Rewrite a file of an older version, in which removed texts may still be readable."""
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
                if db.exec_driver_sql("PRAGMA user_version").scalar() < FORMAT:
                    db.exec_driver_sql("VACUUM")
                    db.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        except SQLAlchemyError:
            """Busy or read-only: next time."""


def _overwrite_what_is_removed(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA secure_delete = ON")
