"""Visit one feed: fetch it, and read what came where it is not what came before."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from reader.domain.errors import FeedError, ParleyError
from reader.domain.feed import Feed, Visit
from reader.domain.fetching import FetchError, Request, Response, Trouble
from reader.domain.plain_text import clean_line
from reader.ingest.process_lane import LaneStoppedError
from reader.ingest.readers import Readers, put_down
from reader.ingest.reading_worker import Body, ReadDocument, ReadFeed
from reader.ingest.room import Room
from reader.ingest.taking_in import Brought

if TYPE_CHECKING:
    from reader.feeds.fetching.fetcher import Fetcher


async def visit_feed(feed: Feed, visit: Visit, fetcher: Fetcher, readers: Readers, room: Room) -> Brought:
    """What the feed has now. Errors are in what is brought, not raised; LaneStoppedError is, as it is none of the feed.

    A document takes as much of ``room`` as its body had bytes, from when it is read until somebody gives it back: what
    is under way together is bounded.
    """
    now = datetime.now(UTC)
    try:
        return await _visited(feed, visit, fetcher, readers, room, now)
    except LaneStoppedError:
        raise
    except ParleyError as error:
        return Brought(feed, visit, now, error=error)
    except Exception as error:  # a defect of ours costs this feed a sentence, not all others their news
        sentence = f"{feed.address} could not be refreshed ({type(error).__name__}: {clean_line(str(error))})."
        return Brought(feed, visit, now, error=FeedError(sentence, subject=feed.address))


async def _visited(feed: Feed, visit: Visit, fetcher: Fetcher, readers: Readers, room: Room, now: datetime) -> Brought:
    request = Request(
        feed.address,
        etag=visit.etag,
        last_modified=visit.last_modified,
        typed=feed.typed,
        insecure=feed.insecure,
        proxy=feed.proxy,
    )
    response = await fetch(request, fetcher)
    body, response = response.body, replace(response, body=None)
    if body is None:
        return Brought(feed, visit, now, response)
    body_hash = hashlib.sha256(body).hexdigest()
    if body_hash == visit.body_hash:
        return Brought(feed, visit, now, response, body_hash=body_hash)
    async with put_down(body) as put:
        size = len(body)
        del body
        taken = await room.take(size)
        try:
            document = await _read(put, response, readers, now)
        except FeedError as error:
            room.give(taken)
            return Brought(feed, visit, now, response, error=error)
        except BaseException:
            room.give(taken)
            raise
    return Brought(feed, visit, now, response, document, body_hash, room=taken)


async def fetch(request: Request, fetcher: Fetcher) -> Response:
    """As ``Fetcher.fetch``; the user may also name a file by a ``file:`` address."""
    if request.address.lower().startswith("file:"):
        return _file(request)
    return await fetcher.fetch(request)


async def read(body: bytes, response: Response, readers: Readers, now: datetime) -> ReadDocument:
    """The feed in a body. Raises FeedError."""
    async with put_down(body) as put:
        return await _read(put, response, readers, now)


async def _read(put: Body, response: Response, readers: Readers, now: datetime) -> ReadDocument:
    headers = response.headers
    document: ReadDocument = await readers.ask(
        ReadFeed(
            put,
            response.address,
            headers.get("content-type"),
            headers.get("content-language"),
            headers.get("last-modified"),
            now,
        )
    )
    return document


def _file(request: Request) -> Response:
    from reader.feeds.file_bytes import read_bytes

    if not request.typed:
        raise FetchError(
            f"{request.address} is a file on this machine, which only you may name.",
            subject=request.address,
            trouble=Trouble.ADDRESS,
        )
    path = Path(url2pathname(unquote(urlsplit(request.address).path)))
    return Response(200, request.address, body=read_bytes(str(path)))
