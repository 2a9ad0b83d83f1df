"""Statuses other than success, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

from reader.domain.fetching import FetchError, Trouble
from reader.feeds.fetching.addresses import shown
from reader.feeds.fetching.retry_after import retry_after

_TROUBLES = {
    401: Trouble.CREDENTIALS,
    404: Trouble.NOT_FOUND,
    407: Trouble.CREDENTIALS,
    410: Trouble.GONE,
    429: Trouble.BUSY,
    503: Trouble.BUSY,
}
_WAIT = "Nothing to do: it is asked again later, less and less often while this lasts."
_ADVICE = {
    Trouble.GONE: "It is not asked again: unsubscribe, or look on the site for its new address.",
    Trouble.NOT_FOUND: "If this lasts, look on the site for its new address, or unsubscribe.",
    Trouble.BUSY: "Nothing to do: it is asked again when the server wishes.",
    Trouble.CREDENTIALS: "Give a name and password for it.",
}


def refusal(
    address: str, status: int, *, signed: bool, permanent: str | None, header: str | None, proxied: bool = False
) -> FetchError:
    """The error for a status. ``signed`` says that credentials were sent, ``header`` is Retry-After.

    ``proxied`` says that the answer may be the proxy's.
    """
    trouble = _TROUBLES.get(status, Trouble.SERVER)
    advice = _ADVICE.get(trouble, _WAIT)
    where = shown(address)
    sentence = f"{where} answered {status}{_meaning(status)}."
    if status == 407:
        sentence = f"The proxy asks for a name and password before it lets {where} through (407)."
        advice = "Put name and password into the proxy's address: http://name:password@host:port."
    elif status == 401 and signed:
        sentence = f"{where} does not accept the name and password given for it (401)."
        advice = "Give the right name and password."
    elif status == 401:
        sentence = f"{where} asks for a name and password (401)."
    elif status == 403:
        trouble = Trouble.CREDENTIALS if signed else Trouble.SERVER
        sentence = f"{where} refuses to be read{' with this name and password' if signed else ''} (403)."
        advice = "See whether it opens in a browser: it may want an account, or allow no feed readers."
    elif status == 410:
        sentence = f"{where} is gone for good, its server says (410)."
    elif proxied and status in (502, 504):
        sentence = f"{where} cannot be reached through the proxy ({status})."
    return FetchError(
        sentence,
        subject=where,
        trouble=trouble,
        advice=advice,
        status=status,
        retry_after=retry_after(header, datetime.now(UTC)),
        permanent=permanent,
    )


def _meaning(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""
