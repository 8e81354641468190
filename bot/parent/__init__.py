"""The parent: state and reply; pure and seeded. Knows nothing of Rasa, HTTP or a database."""

from bot.parent.check import content_problems
from bot.parent.conversation import open_conversation, react
from bot.parent.library import TYPES, Cast, case_ids, cast, choose_person, parent_type, person_ids
from bot.parent.model import ParentType, Tip

__all__ = [
    "TYPES",
    "Cast",
    "ParentType",
    "Tip",
    "case_ids",
    "cast",
    "choose_person",
    "content_problems",
    "open_conversation",
    "parent_type",
    "person_ids",
    "react",
]
