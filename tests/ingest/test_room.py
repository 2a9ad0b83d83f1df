"""Room for so much at a time."""

from __future__ import annotations

import asyncio

from reader.ingest.room import Room


async def _settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_needs_more_than_is_free_waits_and_later_ones_wait_behind() -> None:
    room, order = Room(10), []

    async def take(name: str, amount: int) -> None:
        await room.take(amount)
        order.append(name)

    async with asyncio.TaskGroup() as group:
        for name, amount in (("six", 6), ("eight", 8), ("one", 1)):
            group.create_task(take(name, amount))
        await _settled()
        assert order == ["six"]
        room.give(6)
    assert order == ["six", "eight", "one"]


async def test_who_needs_more_than_there_is_gets_all() -> None:
    room = Room(10)
    taken = await room.take(1_000)
    waiting = asyncio.create_task(room.take(1))
    await _settled()
    assert not waiting.done()
    room.give(taken)
    assert await waiting == 1


async def test_who_gives_up_waiting_takes_nothing() -> None:
    room = Room(10)
    await room.take(10)
    first, second = asyncio.create_task(room.take(10)), asyncio.create_task(room.take(4))
    await _settled()
    first.cancel()
    await _settled()
    room.give(10)
    assert await second == 4
    assert await room.take(6) == 6


async def test_who_is_cancelled_once_it_was_given_gives_back() -> None:
    room = Room(10)
    await room.take(10)
    waiting = asyncio.create_task(room.take(10))
    await _settled()
    room.give(10)
    waiting.cancel()
    await _settled()
    assert await room.take(10) == 10
