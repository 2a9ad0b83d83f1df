"""What is asked of a server and what it answers, without any HTTP library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.domain.errors import ParleyError


@dataclass(frozen=True, slots=True)
class Request:
    """One address to fetch. ``typed`` allows private addresses, which only the user may name; ``insecure`` takes a
    certificate nobody vouches for; ``proxy`` goes before the environment's; ``accept`` is the Accept header."""

    address: str
    etag: str | None = None
    last_modified: str | None = None
    typed: bool = False
    insecure: bool = False
    proxy: str | None = None
    accept: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """An answer with status 200 or 304 (then ``body`` is None). ``address`` is where it came from after redirects;
    ``permanent`` the address that permanent redirects (301, 308) alone led to, or None. Header names are lower case."""

    status: int
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    permanent: str | None = None


class Trouble(StrEnum):
    """Why there is no answer to use, by what a person can do about it."""

    ADDRESS = "address"  # not one that can be fetched: no http, private, no such host
    NETWORK = "network"  # no connection, closed, timed out
    CERTIFICATE = "certificate"
    CREDENTIALS = "credentials"  # 401, 403 with credentials, 407
    GONE = "gone"  # 410
    NOT_FOUND = "not found"  # 404
    BUSY = "busy"  # 429, 503
    REDIRECTS = "redirects"  # loop, too many, to a place not allowed
    TOO_LARGE = "too large"
    BROKEN = "broken"  # an answer that is not what it says: bad gzip, wrong length, not HTTP
    SERVER = "server"  # any other status


class FetchError(ParleyError):
    """No usable answer; ``str(error)`` is one sentence naming the address, ``advice`` what to do.

    ``retry_after`` is in seconds from now, as the server asked, or None; ``permanent`` as in ``Response``.
    """

    def __init__(
        self,
        sentence: str,
        *,
        subject: str,
        trouble: Trouble,
        advice: str | None = None,
        status: int | None = None,
        retry_after: float | None = None,
        permanent: str | None = None,
    ) -> None:
        super().__init__(sentence, subject=subject)
        self.trouble = trouble
        self.advice = advice
        self.status = status
        self.retry_after = retry_after
        self.permanent = permanent
