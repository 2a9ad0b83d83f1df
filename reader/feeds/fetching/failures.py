"""What goes wrong before there is an answer, or inside it, in words."""

from __future__ import annotations

import errno
import socket
import ssl

import httpcore

from reader.domain.fetching import FetchError, Trouble
from reader.feeds.fetching.addresses import shown
from reader.feeds.fetching.backend import PrivateAddressError
from reader.feeds.fetching.inflating import DamagedError, TooMuchError
from reader.feeds.fetching.lean_httpx import httpx
from reader.feeds.fetching.limits import MEGABYTE, Limits

EXPECTED: tuple[type[Exception], ...] = (
    *(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError),
    *(httpcore.UnsupportedProtocol, httpx.HTTPError, httpx.InvalidURL, httpx.StreamError),
    *(OSError, UnicodeError, PrivateAddressError, TooMuchError, DamagedError),
)
"""Everything asking a server may raise; OSError includes ssl.SSLError and TimeoutError."""

_RETRY = "Nothing to do: it is asked again later, less and less often while this lasts."
_REASONS = {
    errno.ECONNREFUSED: "refuses connections",
    errno.ECONNRESET: "broke the connection off",
    errno.EPIPE: "broke the connection off",
    errno.EHOSTUNREACH: "cannot be reached",
    errno.ENETUNREACH: "cannot be reached: there is no network",
    errno.ENETDOWN: "cannot be reached: there is no network",
    errno.ETIMEDOUT: "does not answer",
    errno.EACCES: "cannot be reached: this machine does not allow it",
    errno.EPERM: "cannot be reached: this machine does not allow it",
    errno.EMFILE: "cannot be reached: this program has too many files open",
    errno.EADDRNOTAVAIL: "cannot be reached: there is no network",
}
_CERTIFICATES = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by nobody but itself",
    19: "is signed by nobody this machine trusts",
    20: "is signed by nobody this machine trusts",
    21: "is signed by nobody this machine trusts",
    62: "is for another host",
    63: "is for another host",
    64: "is for another host",
}


def failure(
    error: BaseException, address: str, *, limits: Limits, permanent: str | None, proxy: str | None
) -> FetchError:
    """The error for an exception of ``EXPECTED``. ``proxy`` is the proxy's address where one was asked."""
    trouble, ending, advice = _said(error, limits)
    where = shown(address)
    if proxy and trouble in (Trouble.NETWORK, Trouble.ADDRESS):
        where += f" (through the proxy {shown(proxy)})"
    return FetchError(f"{where} {ending}.", subject=shown(address), trouble=trouble, advice=advice, permanent=permanent)


def _said(error: BaseException, limits: Limits) -> tuple[Trouble, str, str]:
    match error:
        case ssl.SSLCertVerificationError():
            reason = _CERTIFICATES.get(error.verify_code, "is not valid")
            advice = "If you know the server, allow its certificate for this feed; else leave it."
            return Trouble.CERTIFICATE, f"cannot be trusted: its certificate {reason}", advice
        case ssl.SSLError():
            return Trouble.NETWORK, "cannot agree with this program on an encrypted connection", _RETRY
        case TooMuchError():
            size = f"{limits.max_bytes / MEGABYTE:.3g} MB"
            return Trouble.TOO_LARGE, f"sends more than {size}, the most that is taken", "Look for a shorter feed."
        case DamagedError():
            return Trouble.BROKEN, f"sends an answer that cannot be read: {error}", _RETRY
        case socket.gaierror():
            if error.errno == socket.EAI_AGAIN:
                return Trouble.NETWORK, "cannot be found: no name server answers", "See whether you are online."
            return Trouble.ADDRESS, "cannot be found: there is no such host", "Check how the address is written."
        case UnicodeError() | httpx.InvalidURL() | httpx.UnsupportedProtocol() | httpcore.UnsupportedProtocol():
            return Trouble.ADDRESS, "is no address that can be fetched", "Check how it is written."
        case httpcore.ConnectTimeout() | httpx.ConnectTimeout():
            return Trouble.NETWORK, f"does not answer within {limits.connect:g} seconds", _RETRY
        case httpcore.TimeoutException() | httpx.TimeoutException():
            return Trouble.NETWORK, f"sent nothing for {limits.read:g} seconds", _RETRY
        case TimeoutError() if error.errno is None:
            return Trouble.NETWORK, f"took longer than {limits.whole:g} seconds", _RETRY
        case httpcore.ProxyError() | httpx.ProxyError():
            return _proxy_said(str(error))
        case httpcore.RemoteProtocolError() | httpx.RemoteProtocolError():
            return _protocol_said(str(error))
        case httpcore.ProtocolError() | httpx.ProtocolError():
            return Trouble.BROKEN, "sends what is not HTTP", _RETRY
        case httpcore.NetworkError() | httpx.NetworkError():
            return Trouble.NETWORK, "broke the connection off", _RETRY
        case ConnectionError() if not error.errno:  # in the middle of a TLS handshake
            return Trouble.NETWORK, "broke the connection off", _RETRY
        case OSError():
            return Trouble.NETWORK, _REASONS.get(_number(error), "cannot be reached"), _RETRY
    return Trouble.NETWORK, "cannot be read", _RETRY


PRIVATE = (
    "leads into a private network, where only an address you gave yourself may lead",
    "If it is yours, subscribe to that address itself.",
)
"""How the sentence about a private address goes on, and what to do."""


def _number(error: OSError) -> int:
    """The error's number; of several failed attempts, the first known one's."""
    if error.errno:
        return error.errno
    cause = error.__cause__ or error.__context__
    return cause.errno or 0 if isinstance(cause, OSError) else 0


def _protocol_said(text: str) -> tuple[Trouble, str, str]:
    if "disconnected" in text:
        return Trouble.NETWORK, "closed the connection without an answer", _RETRY
    if "complete message body" in text:
        return Trouble.BROKEN, "ended in the middle of its answer, which is shorter than announced", _RETRY
    return Trouble.BROKEN, "sends what is not HTTP", _RETRY


def _proxy_said(text: str) -> tuple[Trouble, str, str]:
    if text.startswith("407") or "auth" in text.lower() or "username" in text.lower():
        advice = "Set ALL_PROXY to http://name:password@host:port, where no library keeps the password."
        return Trouble.CREDENTIALS, "cannot be reached: the proxy asks for a name and password", advice
    return Trouble.NETWORK, "cannot be reached: the proxy could not or would not connect", _RETRY
