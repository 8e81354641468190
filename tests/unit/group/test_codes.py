"""Codes and secrets."""

from __future__ import annotations

from bot.group.codes import digest, is_secret, new_code, new_secret, read_code, shown_code


def test_codes_differ_and_hold_nothing_that_looks_alike() -> None:
    codes = {new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert all(len(code) == 8 and not set(code) & set("ILO01") for code in codes)


def test_a_code_is_read_as_people_type_it() -> None:
    assert read_code(" k7mp x2qa ") == read_code("K7MP-X2QA") == read_code("k7mpx2qa") == "K7MPX2QA"
    assert read_code("k7mp%20x2qa") == read_code("K7MP%E2%80%93X2QA") == "K7MPX2QA"
    assert shown_code("K7MPX2QA") == "K7MP-X2QA"


def test_what_is_no_code_is_none() -> None:
    for typed in ("", "K7MP", "K7MPX2Q0", "' OR 1=1", "K7MPX2QAA", "x" * 10_000, "../../etc"):
        assert read_code(typed) is None


def test_a_secret_is_long_and_only_its_digest_is_kept() -> None:
    secret = new_secret()
    assert len(secret) >= 32
    assert secret not in digest(secret)
    assert is_secret(secret, digest(secret))
    for wrong in ("", secret[:-1], secret + "x", digest(secret), "\ud800"):
        assert not is_secret(wrong, digest(secret))
