"""Under which addresses and names colleagues on the same network reach this computer. Nothing is sent to find out."""

from __future__ import annotations

import socket
from ipaddress import ip_address

ANYWHERE = "0.0.0.0"
_NOBODY = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737). Connecting a datagram socket sends nothing; it only picks the way out."""


def own_addresses() -> tuple[str, ...]:
    """Give the IPv4 addresses of this computer on a network, the one of the way out first; none when alone."""
    found = [*_way_out(), *_of_name()]
    return tuple(dict.fromkeys(one for one in found if not _is_lonely(one)))


def own_names() -> tuple[str, ...]:
    """Give the names of this computer, small letters, also as they are told on a local network."""
    name = socket.gethostname().lower().rstrip(".")
    short = name.split(".")[0]
    return tuple(dict.fromkeys(one for one in (name, short, f"{short}.local") if one.strip(".")))


def _way_out() -> list[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOBODY)
            return [str(probe.getsockname()[0])]
        except OSError:
            return []


def _of_name() -> list[str]:
    try:
        return [str(item[4][0]) for item in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        return []


def _is_lonely(address: str) -> bool:
    """Tell whether only this computer, or nobody, is reached at an address."""
    number = ip_address(address)
    return number.is_loopback or number.is_unspecified or number.is_link_local
