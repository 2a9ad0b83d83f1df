"""Which network addresses belong to the user's own machine or network."""

from __future__ import annotations

import re
import socket
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

IPAddress = IPv4Address | IPv6Address

_NAT64 = ip_network("64:ff9b::/96")
_OWN_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|localdomain|internal|home\.arpa|lan)\.?$", re.IGNORECASE)
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", re.IGNORECASE)


@lru_cache(1024)
def is_private(address: IPAddress) -> bool:
    """True unless any machine on the internet could be meant: also for multicast and for addresses nobody may have.

    An IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64) is judged as itself.
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if inner is None and address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return is_private(inner)
        if int(address) >> 32 == 0:  # "IPv4-compatible", which some systems still route
            return True
        if address.is_site_local:
            return True
    return not address.is_global or address.is_multicast


def literal(host: str) -> IPAddress | None:
    """The IP address a host is written as, in any spelling a system would take ("2130706433", "0x7f.1"), or None."""
    bare = host.strip("[]").partition("%")[0]
    try:
        return ip_address(bare)
    except ValueError:
        pass
    if _NUMBERS.fullmatch(bare):
        try:
            return IPv4Address(socket.inet_aton(bare.rstrip(".")))
        except (OSError, ValueError):
            return None
    return None


def names_own_network(host: str) -> bool:
    """True for a host that is private by its spelling alone, without asking anybody."""
    address = literal(host)
    return is_private(address) if address else _OWN_NAMES.search(host) is not None
