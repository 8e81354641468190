"""Which addresses and names colleagues use."""

from __future__ import annotations

import socket

import pytest

from bot.channel.faults import Fault
from bot.channel.guard import refuse_other_names
from bot.cli import network, start
from bot.cli.errors import CliError


class Asked:
    def __init__(self, host: str) -> None:
        self.headers = {"host": host}


def test_addresses_only_this_computer_reaches_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_way_out", lambda: ["10.1.2.3"])
    monkeypatch.setattr(network, "_of_name", lambda: ["127.0.1.1", "169.254.3.4", "10.1.2.3", "192.168.1.5"])
    assert network.own_addresses() == ("10.1.2.3", "192.168.1.5")


def test_without_a_network_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "own_addresses", lambda: ())
    assert start._addresses(5005, start.HOST) == ()
    with pytest.raises(CliError) as caught:
        start._addresses(5005, network.ANYWHERE)
    assert "netwerk" in str(caught.value)


def test_the_name_of_this_computer_is_known_and_another_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "IB-Laptop.school.lan")
    names = network.own_names()
    assert names == ("ib-laptop.school.lan", "ib-laptop", "ib-laptop.local")
    for host in ("ib-laptop:5005", "ib-laptop.local", "10.1.2.3:5005", "localhost"):
        refuse_other_names(Asked(host), names)
    with pytest.raises(Fault):
        refuse_other_names(Asked("kwaad.example:5005"), names)
