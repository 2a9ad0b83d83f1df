"""Take an answer's body within limits."""

from __future__ import annotations

import asyncio

from reader.feeds.fetching.inflating import TooMuchError, inflated
from reader.feeds.fetching.lean_httpx import httpx
from reader.feeds.fetching.limits import MEGABYTE

LARGE = MEGABYTE
"""From so many bytes on a body is large: few of these are taken at the same time."""

_DRAINED = 64 * 1024
_IN_A_THREAD = 64 * 1024


async def take(answer: httpx.Response, limit: int, large: asyncio.Semaphore) -> bytes:
    """The body, decoded, at most ``limit`` bytes.

    ``large`` bounds the memory of all fetches together: whoever holds more than ``LARGE`` bytes waits for it, and the
    server with them. Raises TooMuchError, DamagedError and what reading raises.
    """
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > limit:
        raise TooMuchError
    parts: list[bytes] = []
    held = 0
    rest = answer.aiter_raw()
    async for part in rest:
        parts.append(part)
        held += len(part)
        if held > LARGE:
            async with large:
                parts = [await _all(parts, rest, limit)]
                return await _decoded(parts.pop(), answer, limit)
    body = parts[0] if len(parts) == 1 else b"".join(parts)
    if held > _IN_A_THREAD:
        async with large:
            return await _decoded(body, answer, limit)
    return await _decoded(body, answer, limit)


async def drain(answer: httpx.Response) -> None:
    """Ends an answer whose body nobody wants, so that its connection can be used again where that costs little."""
    announced = answer.headers.get("content-length", "")
    bodiless = answer.status_code in (204, 304)  # they may announce the length of what they leave out
    if bodiless or (announced.isdecimal() and int(announced[:20]) <= _DRAINED):
        async for _ in answer.aiter_raw():
            pass
    await answer.aclose()


async def _all(parts: list[bytes], rest: object, limit: int) -> bytes:
    body = bytearray(b"".join(parts))
    parts.clear()
    async for part in rest:  # type: ignore[attr-defined]
        body += part
        if len(body) > limit:
            raise TooMuchError
    return bytes(body)


async def _decoded(body: bytes, answer: httpx.Response, limit: int) -> bytes:
    if len(body) > limit:
        raise TooMuchError
    header = answer.headers.get("content-encoding", "")
    if not header:
        return body
    if len(body) > _IN_A_THREAD:  # 20 ms and more: the loop may be drawing a screen
        return await asyncio.to_thread(inflated, body, header, limit)
    return inflated(body, header, limit)
