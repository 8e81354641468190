"""The learned part as one file of plain arrays: safe to load, nothing executable in it."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.analysis.encoder import Array
from bot.analysis.heads import Head
from bot.analysis.net import Layers, Net
from bot.analysis.prepare import Preparer, part
from bot.content.files import KNOWLEDGE
from bot.messages import message

FORMAT = 3
DEFAULT = Path(__file__).resolve().parents[2] / "models" / "analyse.npz"
_LAYERS = ("hidden", "hidden_bias", "out", "bias", "straight")
_HEADS = ("acts", "topics", "kinds")
_HERE = Path(__file__).resolve().parent


class ArtefactError(Exception):
    """The trained file is missing or unreadable; the message is one Dutch line for the user."""


@dataclass(frozen=True)
class Artefact:
    """All that was learned: features, network, thresholds, heads, and what it was learned from."""

    fingerprint: str
    encoder: str
    labels: tuple[str, ...]
    preparer: Preparer
    net: Net
    thresholds: Array
    slope: Array
    heads: dict[str, Head]

    def save(self, path: Path) -> None:
        """Write the file in one go, so that a broken write leaves the old one."""
        data: dict[str, Any] = {"format": np.int64(FORMAT), "fingerprint": np.array(self.fingerprint)}
        data |= {"encoder": np.array(self.encoder), "labels": np.array(self.labels)}
        data |= {"thresholds": self.thresholds, "slope": self.slope}
        data |= {f"features.{k}": v for k, v in self.preparer.to_arrays().items()}
        for name, layers in (("clause", self.net.clause), ("turn", self.net.turn)):
            data |= {f"{name}.{k}": v for k, v in zip(_LAYERS, layers.arrays(), strict=True)}
        for name, head in self.heads.items():
            data |= {f"{name}.{k}": v for k, v in head.to_arrays().items()}
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.tmp.npz")
        np.savez(draft, **data)
        draft.replace(path)

    @classmethod
    def load(cls, path: Path) -> Artefact:
        """Read the file; ArtefactError with a remedy when that does not work."""
        try:
            with np.load(path, allow_pickle=False) as file:
                data = {k: file[k] for k in file.files}
            if int(data["format"]) != FORMAT:
                raise ArtefactError(message("analyse_andere_versie", bestand=path))
            return cls._from(data)
        except FileNotFoundError:
            raise ArtefactError(message("analyse_ontbreekt")) from None
        except (OSError, KeyError, ValueError, zipfile.BadZipFile):
            raise ArtefactError(message("analyse_beschadigd", bestand=path)) from None

    @classmethod
    def _from(cls, data: dict[str, Any]) -> Artefact:
        layers = [Layers(*(data[f"{name}.{k}"] for k in _LAYERS)) for name in ("clause", "turn")]
        heads = {n: Head.from_arrays(part(data, n)) for n in _HEADS if f"{n}.classes" in data}
        return cls(
            str(data["fingerprint"]),
            str(data["encoder"]),
            tuple(str(label) for label in data["labels"]),
            Preparer.from_arrays(part(data, "features")),
            Net(*layers),
            data["thresholds"],
            data["slope"],
            heads,
        )


def stored_fingerprint(path: Path = DEFAULT) -> str:
    """Give what the trained file was learned from, without loading the rest; empty when there is none."""
    stamp = path.stat().st_mtime_ns if path.exists() else 0
    return _stored_fingerprint(path, stamp)


@lru_cache(maxsize=2)
def _stored_fingerprint(path: Path, _stamp: int) -> str:
    try:
        with np.load(path, allow_pickle=False) as file:
            return str(file["fingerprint"])
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return ""


def _learning_sources() -> Iterable[Path]:
    names = (
        "clauses",
        "form",
        "cues",
        "encoder",
        "words",
        "features",
        "net",
        "data",
        "prepare",
        "heads",
        "histories",
        "thresholds",
        "train",
    )
    yield from (_HERE / f"{name}.py" for name in names)
    yield KNOWLEDGE / "cues" / "form.yml"
    yield from sorted((KNOWLEDGE / "labels").glob("*.yml"))


def fingerprint(folder: Path, encoder: str) -> str:
    """Give a hash of everything the learned part depends on: examples, cues, label ids, learning code."""
    digest = hashlib.sha256(json.dumps([FORMAT, encoder]).encode())
    for path in [*sorted(folder.glob("*.yml")), *_learning_sources()]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
