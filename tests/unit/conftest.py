"""Puts this folder on the path, so that tests can share `fakes`; keeps the user's own data folder out."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def empty_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands look for own cases in a folder that does not exist."""
    monkeypatch.setenv("OEFENOUDER_DATA_MAP", str(tmp_path / "data-map"))
