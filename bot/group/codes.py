"""Codes to type over from a board, and secrets nobody can guess."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from urllib.parse import unquote

_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without signs that look alike on paper: I, L, O, 0, 1."""
_LENGTH = 8
"""31 to the power 8 is 850 billion codes: with the brake on guessing that is years for one hit."""
_CODE = re.compile(rf"[{_SIGNS}]{{{_LENGTH}}}")
_SECRET_BYTES = 24


def new_code() -> str:
    """Give a code of eight signs, such as 'K7MPX2QA'."""
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))


def read_code(typed: str) -> str | None:
    """Give the code somebody meant, typed or as part of an address; None when it is none.

    Small letters, spaces and hyphens don't matter.
    """
    plain = re.sub(r"[\s\-–_.]+", "", unquote(typed[:80])).upper()
    return plain if _CODE.fullmatch(plain) else None


def shown_code(code: str) -> str:
    """Give a code as people read it: 'K7MP-X2QA'."""
    return f"{code[: _LENGTH // 2]}-{code[_LENGTH // 2 :]}"


def new_secret() -> str:
    """Give the secret of a trainer's link: 192 bits."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest(secret: str) -> str:
    """Give what is kept of a secret, so that a stolen database opens nothing."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def is_secret(given: str, kept: str) -> bool:
    """Tell whether a secret is the one kept, in a time that tells nothing."""
    return hmac.compare_digest(digest(given), kept)
