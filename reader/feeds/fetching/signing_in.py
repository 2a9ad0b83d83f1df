"""Names and passwords, sent only to the origin they belong to, and only after it asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator

from reader.feeds.fetching.addresses import origin
from reader.feeds.fetching.lean_httpx import httpx

Credentials = Callable[[str], tuple[str, str] | None]
"""The user and password for an address, or None."""

Flow = Generator[httpx.Request, httpx.Response, None]


class SignIns:
    """What was used in this session, by origin: after the first 401 the next request is signed at once."""

    def __init__(self, find: Credentials | None) -> None:
        self._find = find
        self._known: dict[str, httpx.Auth] = {}

    def start(self, request: httpx.Request) -> Flow | None:
        """Signs a request, in place, where its origin has asked before; ``again`` goes on with the flow."""
        auth = self._known.get(origin(str(request.url))) if self._known else None
        return _begun(auth, request) if auth else None

    async def again(
        self, request: httpx.Request, answer: httpx.Response, flow: Flow | None, given: tuple[str, str] | None
    ) -> Flow | None:
        """Signs a request that was answered 401, in place; None where there is nothing (else) to try.

        ``given`` are credentials that came with the address and go before what is kept.
        """
        own = origin(str(request.url))
        if flow is not None:  # refused, unless it was a Digest challenge that has run out
            if _answered(flow, answer):
                return flow
            self._known.pop(own, None)
            return None
        auth = await self._chosen(answer, given, str(request.url))
        if auth is None:
            return None
        flow = _begun(auth, request)
        if "authorization" not in request.headers and not _answered(flow, answer):
            return None
        self._known[own] = auth
        return flow

    async def _chosen(self, answer: httpx.Response, given: tuple[str, str] | None, address: str) -> httpx.Auth | None:
        schemes = {value.partition(" ")[0].lower() for value in answer.headers.get_list("www-authenticate")}
        kind = httpx.DigestAuth if "digest" in schemes else httpx.BasicAuth if "basic" in schemes else None
        pair = given
        if pair is None and kind and self._find:
            pair = await asyncio.to_thread(self._find, address)  # a keyring may wait for its owner to unlock it
        return kind(*pair) if kind and pair else None


def _begun(auth: httpx.Auth, request: httpx.Request) -> Flow:
    if request.headers.encoding == "ascii":  # what httpx found in them, and would hold a name to
        request.headers.encoding = "utf-8"
    flow = auth.auth_flow(request)
    next(flow)
    return flow


def _answered(flow: Flow, answer: httpx.Response) -> bool:
    try:
        flow.send(answer)
    except (StopIteration, httpx.HTTPError, NotImplementedError, ValueError, LookupError):
        return False
    return True
