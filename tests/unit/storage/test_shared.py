"""Whether the server shares its storage, read from the environment."""

from __future__ import annotations

import pytest

from bot.storage.shared import Shared, SharedError, shared


def test_alone_without_a_database() -> None:
    assert shared({}) is None
    assert shared({"OEFENOUDER_DATABASE": " ", "OEFENOUDER_REDIS": "redis://localhost"}) is None


def test_both_addresses() -> None:
    found = shared(
        {"OEFENOUDER_DATABASE": "postgresql://u:p@db/naam", "OEFENOUDER_REDIS": "redis://:w@r:6380/2"}
    )
    assert found == Shared("postgresql://u:p@db/naam", "redis://:w@r:6380/2")
    assert found.lock_store() == {
        "type": "redis", "url": "r", "port": 6380, "db": 2, "password": "w", "key_prefix": "oefenouder",
    }  # fmt: skip


def test_without_redis_rasa_keeps_its_own_locks() -> None:
    assert Shared("postgresql://db/naam").lock_store() is None


@pytest.mark.parametrize(
    ("name", "address"),
    [("OEFENOUDER_DATABASE", "mysql://u:geheim@db/x"), ("OEFENOUDER_REDIS", "http://u:geheim@r")],
)
def test_another_kind_of_address(name: str, address: str) -> None:
    given = {"OEFENOUDER_DATABASE": "postgresql://db/x", name: address}
    with pytest.raises(SharedError, match=name) as error:
        shared(given)
    assert "geheim" not in str(error.value)


def test_a_database_that_does_not_answer() -> None:
    with pytest.raises(SharedError, match="PostgreSQL") as error:
        Shared("postgresql://u:geheim@127.0.0.1:1/x").check()
    assert "geheim" not in str(error.value)
