"""The check of dependencies: what fails it, and what is no answer."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def loaded() -> Any:
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci" / "audit.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


AUDIT = loaded()


def package(name: str, *ids: str) -> dict[str, Any]:
    vulns = [{"id": one, "aliases": ["CVE-2030-1"], "fix_versions": ["9.9"]} for one in ids]
    return {"name": name, "version": "1.0", "vulns": vulns}


def skipped(name: str) -> dict[str, Any]:
    return {"name": name, "skip_reason": "Dependency not found on PyPI and could not be audited"}


def test_an_advisory_that_is_not_explained_is_told() -> None:
    (line,) = AUDIT.unexplained({"dependencies": [package("x", "PYSEC-2030-7"), package("y")]}, frozenset())
    assert line == "x 1.0: PYSEC-2030-7 CVE-2030-1 (mended in 9.9)"


@pytest.mark.parametrize("known", ["PYSEC-2030-7", "CVE-2030-1"])
def test_an_id_or_an_alias_explains_it(known: str) -> None:
    report = {"dependencies": [package("x", "PYSEC-2030-7")]}
    assert AUDIT.unexplained(report, AUDIT.explained(f"| x | {known} | not used |")) == []


def test_a_report_that_looked_nothing_up_is_no_answer() -> None:
    assert AUDIT.unreachable({"dependencies": [skipped("x"), skipped("y"), package("z")]})
    assert not AUDIT.unreachable({"dependencies": [skipped("x"), package("y"), package("z")]})


def test_without_a_report_it_passes_and_says_so(monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    for report, code in ((None, 0), ({"dependencies": [package("x", "PYSEC-2030-7")]}, 1)):
        monkeypatch.setattr(AUDIT, "looked_up", lambda report=report: report)
        assert AUDIT.main() == code
    told = capsys.readouterr().out
    assert "not audited" in told and "PYSEC-2030-7" in told
