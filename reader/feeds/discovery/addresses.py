"""What a person typed, or a page or a list says, into an address that can be fetched."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv6Address
from urllib.parse import urlsplit

from reader.domain.errors import FeedError
from reader.domain.plain_text import clean_line, clean_text

LONGEST_ADDRESS = 4000  # characters
_LONGEST_SHOWN = 120
_LONGEST_HOST = 253
_LONGEST_LABEL = 63
_UNSEEN = "\ufeff\u200b"  # what copying from a page or a file brings along
_DEFAULT_PORTS = {"http": "80", "https": "443"}

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))")  # and not "localhost:8080"
_WEB = re.compile(r"(https?):/*", re.IGNORECASE)
_FEED = re.compile(r"feed:(//)?(?=(https?:)?)", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
_USERINFO = re.compile(r"^(?!mailto:)([^/?#]*//|feed:|https?:/?)?[^/?#]*@", re.IGNORECASE)
# In what is no address a password may hold a slash: better too little is shown than too much.
_PASSWORD = re.compile(r"^(?!mailto:)((?:[a-z][a-z0-9+.-]*:)?//|feed:|https?:/?)?+[^/@?#:]*:[^@]*@", re.IGNORECASE)


def normalise_address(text: str) -> str:
    """The http or https address meant by ``text``; the same again for an address that is one.

    https where no scheme is given, http for ``feed://`` (which has always meant that). Scheme and host become lower
    case, the host punycode; the default port and the fragment go; user name, path and query stay exactly as they are.
    Raises FeedError: nothing there, control characters, another scheme, no host that can exist.
    """
    address = text.partition("#")[0].strip().strip(_UNSEEN).strip()
    if not address:
        raise FeedError("There is no address.", subject="")
    if clean_text(address) != address or "\n" in address or "\t" in address:
        raise _refused(text, "holds control characters, which no address may")
    scheme, rest = _split_scheme(address)
    end = next((n for n, c in enumerate(rest) if c in "/?"), len(rest))
    user, at, server = rest[:end].rpartition("@")
    if "\\" in user:  # browsers take it for a slash, and what stands before it for the host
        raise _refused(text, "has no host that can exist")
    host, port = _split_port(server, text)
    shown_port = "" if not port or port == _DEFAULT_PORTS[scheme] else f":{port}"
    whole = f"{scheme}://{user}{at}{_ascii_host(host, text)}{shown_port}{rest[end:]}"
    if len(whole) > LONGEST_ADDRESS:
        raise _refused(text, f"is longer than the {LONGEST_ADDRESS} characters an address may have")
    return whole


def same_address(one: str, other: str) -> bool:
    """Whether two addresses surely lead to the same feed: equal but for http or https, a leading "www.", and a slash
    at the end of the path. Addresses that cannot be fetched are the same only where they are equal."""
    return address_key(one) == address_key(other)


def address_key(address: str) -> str:
    """What ``same_address`` compares: equal for addresses that are the same. Not an address to fetch."""
    try:
        parts = urlsplit(normalise_address(address))
    except (FeedError, ValueError):
        return address
    user, at, server = parts.netloc.rpartition("@")
    bare = server.removeprefix("www.")
    server = bare if "." in bare else server
    query = f"?{parts.query}" if parts.query else ""
    return f"//{user}{at}{server}{parts.path.rstrip('/')}{query}"


def readable_address(address: str) -> str:
    """An address for people: without user name and password, its host in letters.

    A label that mixes alphabets stays punycode, so that no look-alike passes for a name one knows.
    """
    shown = clean_line(_USERINFO.sub(lambda found: found[1] or "", address, count=1))
    return re.sub(r"(?<=[/.])xn--[a-z0-9-]+", lambda found: _readable_label(found[0]), shown, flags=re.IGNORECASE)


def _split_scheme(address: str) -> tuple[str, str]:
    """The scheme and what stands behind it and its slashes."""
    feed = _FEED.match(address)
    if feed is not None:
        address = address[feed.end() :]
        if feed[1] and not feed[2]:
            return "http", address.lstrip("/")
    web = _WEB.match(address)
    if web is not None:
        return web[1].lower(), address[web.end() :]
    other = _SCHEME.match(address)
    if other is not None:
        scheme = other[1].lower()
        raise _refused(address, f"begins with {scheme}:, and only http and https addresses can be fetched")
    if address.startswith("//"):
        return "https", address.lstrip("/")
    return "https", address


def _split_port(server: str, text: str) -> tuple[str, str]:
    host, colon, port = server.rpartition(":")
    if not colon or server.endswith("]"):
        return server, ""
    if not port:
        return host, ""
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) < 65536):
        raise _refused(text, "has a port that is no number from 1 to 65535")
    return host, str(int(port))


def _ascii_host(host: str, text: str) -> str:
    if host.startswith("[") and host.endswith("]"):
        try:
            numbers = IPv6Address(host[1:-1])
        except ValueError:
            raise _refused(text, "has no host that can exist") from None
        if numbers.scope_id is not None:
            raise _refused(text, "names a network interface, which no address of a feed does")
        return f"[{numbers.compressed}]"
    if not host:
        raise _refused(text, "names no host")
    name = host.lower().removesuffix(".") if host.isascii() else _punycode(host)
    short = len(name) <= _LONGEST_HOST and all(len(label) <= _LONGEST_LABEL for label in name.split("."))
    if not short or not _HOST.fullmatch(name):
        raise _refused(text, "has no host that can exist")
    return name


def _punycode(host: str) -> str:
    """The host in the letters of the domain name system; empty where it has none."""
    import idna

    if len(host) > _LONGEST_HOST:
        return ""
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        return ""


def _readable_label(label: str) -> str:
    import idna

    try:
        readable = idna.decode(label)
    except UnicodeError:
        return label
    alphabets = {unicodedata.name(c, "?").split(" ")[0] for c in readable if c.isalpha()}
    return readable if len(alphabets) == 1 and clean_line(readable) == readable else label


def _refused(text: str, reason: str) -> FeedError:
    shown = readable_address(_PASSWORD.sub(lambda found: found[1] or "", text.strip(), count=1))
    if len(shown) > _LONGEST_SHOWN:
        shown = shown[: _LONGEST_SHOWN - 1] + "…"
    return FeedError(f"The address {shown} {reason}." if shown else f"The address {reason}.", subject=shown)
