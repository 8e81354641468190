"""What a command says when it cannot go on."""

from __future__ import annotations


class CliError(Exception):
    """One or more Dutch lines for stderr; the exit code is 1."""
