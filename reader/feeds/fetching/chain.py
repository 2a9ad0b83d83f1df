"""One fetch: from the address asked, through redirects and 401, to an answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from reader.domain.fetching import FetchError, Request, Response, Trouble
from reader.feeds.fetching.addresses import joined, shown
from reader.feeds.fetching.body import drain, take
from reader.feeds.fetching.conditions import conditions, header_mapping
from reader.feeds.fetching.failures import PRIVATE
from reader.feeds.fetching.identity import FEEDS
from reader.feeds.fetching.inflating import CODINGS
from reader.feeds.fetching.lean_httpx import httpx
from reader.feeds.fetching.limits import Limits
from reader.feeds.fetching.private import names_own_network
from reader.feeds.fetching.proxies import Proxies, ProxyServer
from reader.feeds.fetching.refusals import refusal
from reader.feeds.fetching.signing_in import SignIns
from reader.feeds.fetching.transport import LOCATION, ROUTE, Route

_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TAKEN = frozenset({200, 203})
_ADVICE = "Its operator may not know: look on the site for the feed's address."


@dataclass(frozen=True, slots=True)
class Means:
    """What every fetch shares."""

    client: httpx.AsyncClient
    proxies: Proxies
    sign_ins: SignIns
    limits: Limits
    large: asyncio.Semaphore
    user_agent: str


@dataclass(slots=True)
class Chain:
    """``named`` is the address asked for as it was written, but for the credentials in it, which are ``given``;
    ``start`` is what is asked for it first, ``address`` where it is now."""

    means: Means
    request: Request
    named: str
    start: str
    given: tuple[str, str] | None = None
    address: str = ""
    permanent: str | None = None
    proxy: ProxyServer | None = None
    jar: httpx.Cookies | None = None
    signed: bool = False
    _seen: set[tuple[str, str]] = field(default_factory=set)

    async def run(self) -> Response:
        """The answer. Raises FetchError and, with ``address`` saying where, ``failures.EXPECTED``."""
        self.address = self.start
        only_permanent = True
        for _ in range(self.means.limits.redirects + 1):
            answer = await self._ask()
            try:
                target = self._target(answer)
                if target is None:
                    return await self._taken(answer)
                only_permanent = only_permanent and answer.status_code in _PERMANENT
                if only_permanent:
                    self.permanent = target if target != self.start else None
                self._keep_cookies(answer)
                await drain(answer)
            finally:
                await answer.aclose()
            self.address = target
        raise self._refused(f"redirects more than {self.means.limits.redirects} times")

    async def _ask(self) -> httpx.Response:
        url = httpx.URL(self.address)
        guarded = not (self.request.typed and self._at_home(url))
        if guarded and names_own_network(url.host):
            raise self.into_private_network()
        self.proxy = self.means.proxies.server(url.scheme, url.host, self.request.proxy)
        request = httpx.Request(
            "GET",
            url,
            headers=self._headers(),
            extensions={"timeout": self._timeouts(), ROUTE: Route(guarded, self.request.insecure, self.proxy)},
        )
        if self.jar is not None:
            self.jar.set_cookie_header(request)
        mark = (self.address, request.headers.get("cookie", ""))
        if mark in self._seen:
            raise self._refused("redirects in a circle")
        self._seen.add(mark)
        return await self._signed_in(request)

    async def _signed_in(self, request: httpx.Request) -> httpx.Response:
        sign_ins = self.means.sign_ins
        given = self.given if self.address == self.start else None
        flow = sign_ins.start(request)
        while True:
            answer = await self.means.client.send(request, auth=None, follow_redirects=False, stream=True)
            self.signed = flow is not None
            if answer.status_code != 401:
                return answer
            try:
                flow = await sign_ins.again(request, answer, flow, given)
                if flow is None:
                    return answer
                await drain(answer)
            except BaseException:
                await answer.aclose()
                raise

    def _target(self, answer: httpx.Response) -> str | None:
        location: bytes | None = answer.extensions[LOCATION]
        if answer.status_code not in _REDIRECTS or location is None:
            return None
        try:
            return joined(self.address, location.decode("utf-8"))
        except UnicodeDecodeError:
            return joined(self.address, location.decode("latin-1"))

    def _keep_cookies(self, answer: httpx.Response) -> None:
        """Some servers redirect until they see their cookie again; it lives as long as this fetch."""
        if "set-cookie" in answer.headers:
            if self.jar is None:
                self.jar = httpx.Cookies()
            self.jar.extract_cookies(answer)

    async def _taken(self, answer: httpx.Response) -> Response:
        status = answer.status_code
        address = self.address if self.address != self.start else self.named
        if status in _TAKEN:
            body: bytes | None = await take(answer, self.means.limits.max_bytes, self.means.large)
        elif status == 204 or (status == 304 and conditions(self.request)):
            await drain(answer)
            body = b"" if status == 204 else None
        else:
            await drain(answer)
            header = answer.headers.get("retry-after")
            raise refusal(
                self.address,
                status,
                signed=self.signed,
                permanent=self.permanent,
                header=header,
                proxied=self.proxy is not None,
            )
        return Response(status, address, header_mapping(answer.headers.raw), body, self.permanent)

    def _headers(self) -> dict[bytes, bytes]:
        request = self.request
        return {
            b"User-Agent": self.means.user_agent.encode(),
            b"Accept": (request.accept or FEEDS).encode("ascii", "ignore"),
            b"Accept-Encoding": CODINGS.encode(),
            **conditions(request),
        }

    def _timeouts(self) -> dict[str, float]:
        limits = self.means.limits
        return {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.whole}

    def _at_home(self, url: httpx.URL) -> bool:
        """Whether an address is at the host and port the user named, or at its https."""
        if self.address == self.start:
            return True
        named = httpx.URL(self.start)
        ports = {named.port, None} if named.port is None else {named.port}
        return url.host == named.host and url.port in ports

    def into_private_network(self) -> FetchError:
        """The error for an address that leads where only the user may send us."""
        if self.address != self.start:
            return self._refused("redirects into a private network")
        ending, advice = PRIVATE
        where = shown(self.address)
        return FetchError(f"{where} {ending}.", subject=where, trouble=Trouble.ADDRESS, advice=advice)

    def _refused(self, ending: str) -> FetchError:
        where = shown(self.start)
        sentence = f"{where} {ending}."
        return FetchError(sentence, subject=where, trouble=Trouble.REDIRECTS, advice=_ADVICE, permanent=self.permanent)
