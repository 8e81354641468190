"""Look up the locked dependencies in the advisory database; fail on an advisory that is not explained.

Run `uv run python .ci/audit.py`. It needs the network: without it, or when the index gives no advisories, it says
so and passes. An advisory is explained when its id stands in docs/afhankelijkheden.md.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = ROOT / "docs" / "afhankelijkheden.md"
PATIENCE_SECONDS = 600
_ID = re.compile(r"\b(?:CVE-\d{4}-\d+|GHSA(?:-\w{4}){3}|PYSEC-\d{4}-\d+)\b")
_EXPORT = ["uv", "export", "--frozen", "--no-hashes", "--no-dev", "--no-emit-project"]
_AUDIT = ["uvx", "pip-audit", "--no-deps", "--disable-pip", "--progress-spinner", "off", "-f", "json"]


def explained(text: str) -> frozenset[str]:
    """Give the ids in the document."""
    return frozenset(_ID.findall(text))


def unreachable(report: dict[str, Any]) -> bool:
    """Tell whether hardly any package was looked up: pip-audit then wrongly says that nothing was found."""
    packages = report["dependencies"]
    return 2 * sum("skip_reason" in package for package in packages) >= len(packages)


def unexplained(report: dict[str, Any], known: frozenset[str]) -> list[str]:
    """Give a line for every advisory of which no id or alias is explained."""
    return [
        f"{package['name']} {package['version']}: {advisory['id']} {' '.join(advisory.get('aliases', ()))}"
        f" (mended in {', '.join(advisory.get('fix_versions') or ['no version'])})"
        for package in report["dependencies"]
        for advisory in package.get("vulns", ())
        if not known & {advisory["id"], *advisory.get("aliases", ())}
    ]


def looked_up() -> dict[str, Any] | None:
    """Ask pip-audit about the lock file; None when it gave no report."""
    with tempfile.TemporaryDirectory() as folder:
        wanted, found = Path(folder) / "requirements.txt", Path(folder) / "report.json"
        try:
            listed = subprocess.run(_EXPORT, cwd=ROOT, capture_output=True, text=True, check=True)
            wanted.write_text(listed.stdout, encoding="utf-8")
            command = [*_AUDIT, "-r", str(wanted), "-o", str(found)]
            subprocess.run(command, capture_output=True, timeout=PATIENCE_SECONDS, check=False)
            report: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
        except (OSError, subprocess.SubprocessError, ValueError):
            return None
        return report


def main() -> int:
    """Say what came of it; 1 when something is not explained."""
    report = looked_up()
    if report is None or unreachable(report):
        print("dependencies not audited: the advisory database could not be reached")
        return 0
    faults = unexplained(report, explained(EXPLAINED.read_text(encoding="utf-8")))
    print("\n".join(faults) or "dependencies audited: nothing that is not explained")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
