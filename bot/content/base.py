"""The frozen base model all content types share."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Extra, validator
from pydantic.errors import ListMinLengthError
from pydantic.fields import ModelField


class Content(BaseModel):
    """A piece of knowledge: immutable, and strict about unknown keys.

    A tuple field declared with `Field(minimum=n)` must hold at least n items.
    """

    class Config:
        allow_mutation = False
        extra = Extra.forbid
        frozen = True

    @validator("*")
    def _enough_items(cls, value: Any, field: ModelField) -> Any:
        minimum = field.field_info.extra.get("minimum")
        if minimum is not None and isinstance(value, tuple) and len(value) < minimum:
            raise ListMinLengthError(limit_value=minimum)
        return value
