"""Before all tests: train the analysis when it is not up to date (one to three minutes, only then)."""

from __future__ import annotations

import os

import pytest


def pytest_sessionstart(session: pytest.Session) -> None:
    """Train with progress; set OEFENOUDER_ZONDER_MODEL=1 to run only what needs no model."""
    if os.environ.get("OEFENOUDER_ZONDER_MODEL") or hasattr(session.config, "workerinput"):
        return
    from bot.analysis import is_current, train

    if is_current():
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")

    def tell(step: str, share: float) -> None:
        if reporter is not None:
            reporter.write_line(f"training the analysis: {share:4.0%} {step}")

    train(progress=tell)
