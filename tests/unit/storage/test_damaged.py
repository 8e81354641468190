"""Damaged files and troubles of the disk, and the keys of their lines."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from bot.messages import message
from bot.storage.folder import CONVERSATIONS, EXERCISES, data_folder, keep_to_this_user
from bot.storage.health import set_aside_if_damaged
from bot.storage.trouble import trouble_in


def test_a_damaged_file_is_kept_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / EXERCISES
    path.write_bytes(b"onzin" * 500)
    kept = set_aside_if_damaged(path)
    assert kept is not None and kept.read_bytes() == b"onzin" * 500 and not path.exists()


def test_damage_in_the_middle_is_seen_too(tmp_path: Path) -> None:
    path = tmp_path / EXERCISES
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
        db.executemany("INSERT INTO t VALUES (?)", [("tekst" * 100,)] * 200)
    whole = bytearray(path.read_bytes())
    whole[8192:20000] = b"\xff" * 11808
    path.write_bytes(whole)
    assert set_aside_if_damaged(path) is not None


def test_a_sound_an_absent_an_empty_and_a_busy_file_stay(tmp_path: Path) -> None:
    path = tmp_path / EXERCISES
    assert set_aside_if_damaged(path) is None
    path.write_bytes(b"")
    assert set_aside_if_damaged(path) is None
    lock = sqlite3.connect(path, isolation_level=None)
    lock.execute("CREATE TABLE t (x)")
    lock.execute("BEGIN EXCLUSIVE")
    assert set_aside_if_damaged(path) is None and path.exists()


def test_troubles_have_a_line(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"onzin" * 500)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        sqlite3.connect(path).execute("SELECT * FROM t")
    assert trouble_in(caught.value) == "opslag_kapot"
    assert trouble_in(ValueError()) == "niet_opgeslagen"
    for key in ("opslag_bezet", "opslag_vol", "opslag_alleen_lezen", "opslag_kapot", "niet_opgeslagen"):
        assert "\n" not in message(key)


def test_files_that_were_open_to_others_are_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    for name in (EXERCISES, CONVERSATIONS, f"{CONVERSATIONS}.beschadigd-1"):
        (folder / name).write_bytes(b"")
        (folder / name).chmod(0o644)
    data_folder(folder)
    assert folder.stat().st_mode & 0o077 == 0
    assert [path.name for path in folder.iterdir() if path.stat().st_mode & 0o077] == []


def test_files_made_from_now_on_are_closed(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        keep_to_this_user()
        (tmp_path / "nieuw").write_bytes(b"")
    finally:
        os.umask(before)
    assert (tmp_path / "nieuw").stat().st_mode & 0o077 == 0


def test_a_folder_with_other_things_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "brief.odt").write_bytes(b"")
    data_folder(tmp_path)
    assert tmp_path.stat().st_mode & 0o055 == 0o055
