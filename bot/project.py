"""The clone this program runs from: its Rasa files, its trained model, whether that is up to date."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"
MODEL = MODELS / "oefenouder.tar.gz"
STAMP = MODELS / "oefenouder.sha256"

_TRAINED_ON = ("config.yml", "domain.yml", "data/**/*.yml", "bot/analysis/rasa_component.py")


def is_complete(root: Path = ROOT) -> bool:
    """Tell whether the Rasa files are here; they are not when only the package was installed."""
    return all((root / name).is_file() for name in ("config.yml", "domain.yml"))


def content_stamp(root: Path = ROOT) -> str:
    """Give a hash over everything the Rasa model is trained on; the analysis keeps its own."""
    digest = hashlib.sha256()
    for pattern in _TRAINED_ON:
        for path in sorted(root.glob(pattern)):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_trained(root: Path = ROOT) -> bool:
    """Tell whether there is a Rasa model made of exactly what is here now, and a current analysis."""
    model, stamp = root / MODEL.relative_to(ROOT), root / STAMP.relative_to(ROOT)
    if not (model.is_file() and stamp.is_file()):
        return False
    return stamp.read_text(encoding="ascii").strip() == content_stamp(root) and _analysis_is_current()


def _analysis_is_current() -> bool:
    from bot.analysis import is_current

    return is_current()
