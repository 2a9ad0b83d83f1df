"""Names to network addresses, each lookup in a thread of its own.

The event loop's own threads are few: a handful of dead name servers would keep every other feed waiting. These threads
are not waited for when the program ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from threading import Thread
from typing import Any

AddressInfo = tuple[Any, Any, int, str, tuple[Any, ...]]


async def resolve(host: str, port: int) -> list[AddressInfo]:
    """What ``socket.getaddrinfo`` says of a TCP service. Raises OSError, UnicodeError."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[AddressInfo]] = loop.create_future()

    def tell(found: list[AddressInfo] | None, error: Exception | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(found or [])

    def look_up() -> None:
        found, failed = None, None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except Exception as error:
            failed = error
        with contextlib.suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(tell, found, failed)

    Thread(target=look_up, daemon=True, name=f"resolve {host}").start()
    return await answer
