"""Which proxy a request goes through."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from reader.domain.fetching import FetchError, Trouble
from reader.feeds.fetching.addresses import shown

SCHEMES = ("http", "https", "socks5", "socks5h")


class ProxyServer(NamedTuple):
    """A proxy's address without credentials, and these."""

    address: str
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        return f"ProxyServer({self.address!r})"


class Proxies:
    """The environment's proxies (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY), as they were when this was made."""

    def __init__(self) -> None:
        self._known = {scheme: address for scheme, address in getproxies().items() if address}

    def server(self, scheme: str, host: str, asked: str | None) -> ProxyServer | None:
        """The proxy for a host, or None. ``asked`` goes before the environment's. Raises FetchError."""
        if asked:
            return proxy_server(asked)
        known = self._known.get(scheme) or self._known.get("all")
        if not known or proxy_bypass(host):
            return None
        return proxy_server(known)


def proxy_server(address: str) -> ProxyServer:
    """The proxy at an address: ``http://``, ``https://``, ``socks5://``, or http where it has no scheme.

    Raises FetchError (Trouble.ADDRESS).
    """
    text = address.strip() if "://" in address else f"http://{address.strip()}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
        valid = parts.scheme in SCHEMES and bool(host) and port != 0 and text.isascii() and text.isprintable()
    except ValueError:
        valid = False
    if not valid or not host or " " in text:
        sentence = f"The proxy {shown(text)} cannot be used: it must be an address like socks5://host:port."
        advice = "Correct the feed's proxy, or the variables HTTP_PROXY, HTTPS_PROXY and ALL_PROXY."
        raise FetchError(sentence, subject=shown(text), trouble=Trouble.ADDRESS, advice=advice)
    port = port or {"http": 80, "https": 443}.get(parts.scheme, 1080)
    bare = f"[{host}]" if ":" in host else host
    user = None if parts.username is None else unquote(parts.username)
    return ProxyServer(f"{parts.scheme}://{bare}:{port}", user, unquote(parts.password or ""))
