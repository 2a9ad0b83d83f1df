"""Addresses as they are given, made into addresses that can be asked."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from reader.domain.fetching import FetchError, Trouble
from reader.domain.plain_text import clean_line

MAX_LENGTH = 8192
_SHOWN = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_FEED = re.compile(r"feed:(?://)?", re.IGNORECASE)


class Split(NamedTuple):
    """An address and the credentials that stood in it; ``password`` is None where only a user was named."""

    address: str
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        return f"Split({self.address!r})"


def shown(address: str) -> str:
    """What a sentence calls an address: without credentials, safe to print, not endlessly long."""
    try:
        plain = clean_line(split_credentials(address).address)
    except ValueError:
        plain = clean_line(re.sub(r"//[^/?#]*@", "//", address))
    return (plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…") or "an address without anything to read"


def split_credentials(address: str) -> Split:
    """``https://user:pw@host/`` as the address without them, the user and the password.

    Whoever takes an address from a person stores the first and gives the others to ``credentials.keep``.
    """
    parts = urlsplit(address.strip())
    userinfo, at, host = parts.netloc.rpartition("@")
    if not at:
        return Split(address)
    user, colon, password = userinfo.partition(":")
    bare = urlunsplit(parts._replace(netloc=host))
    return Split(bare, unquote(user) or None, unquote(password) if colon else None)


def fetchable(address: str) -> str:
    """The address to ask: http or https, ASCII (IDNA and percent-encoded), without fragment and credentials.

    ``feed:`` addresses are taken for what they stand for. Raises FetchError (Trouble.ADDRESS) for any other scheme, an
    address without host, with control characters, a port that is none, or a host that cannot be written in DNS.
    """
    given = _FEED.sub(_unwrapped, address.strip(), count=1) if _FEED.match(address.strip()) else address.strip()
    if len(given) > MAX_LENGTH or _CONTROL.search(given):
        raise _refused(address, f"{shown(address)} is no address: it is too long or has control characters in it.")
    scheme = _SCHEME.match(given)
    if not given.lower().startswith(("http://", "https://")):
        named = f"its scheme is {clean_line(scheme[1])}:" if scheme and "." not in scheme[1] else "it has no scheme"
        raise _refused(address, f"{shown(address)} cannot be fetched: {named}, and only http:// and https:// can be.")
    return _encoded(address, given)


def joined(base: str, reference: str) -> str:
    """The address a redirect from ``base`` to ``reference`` leads to. Raises FetchError (Trouble.REDIRECTS)."""
    try:
        return fetchable(urljoin(base, reference.strip()))
    except (FetchError, ValueError):
        sentence = f"{shown(base)} redirects to {shown(reference)}, which may not be followed."
        raise FetchError(sentence, subject=base, trouble=Trouble.REDIRECTS, advice=_TELL) from None


def origin(address: str) -> str:
    """Scheme, host and port of a fetchable address, as one string: what credentials are bound to."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


_TELL = "Its operator may not know: look on the site for the feed's address."


def _unwrapped(match: re.Match[str]) -> str:
    rest = match.string[match.end() :]
    return "" if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", rest) else "http://"


def _encoded(address: str, given: str) -> str:
    from reader.feeds.fetching.lean_httpx import httpx

    try:
        url = httpx.URL(urlunsplit(urlsplit(split_credentials(given).address)._replace(fragment="")))
        valid = bool(url.host) and (url.port is None or 0 < url.port < 65536)
        text = str(url)
        text.encode("ascii")
    except (httpx.InvalidURL, ValueError):
        valid, text = False, ""
    if not valid:
        raise _refused(address, f"{shown(address)} is no address that can be fetched: its host or port is not valid.")
    return text


def _refused(address: str, sentence: str) -> FetchError:
    return FetchError(sentence, subject=shown(address), trouble=Trouble.ADDRESS, advice="Check how it is written.")
