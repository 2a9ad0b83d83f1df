"""Asking how a feed is reached: name and password, a certificate nobody vouches for, a proxy."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import ParleyError
from reader.domain.feed import Feed
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.entry import Entry, Field
from reader.ui.feeds.on_feeds import OnFeeds, short

if TYPE_CHECKING:
    from reader.store.library import Library

TRUST, CHECK = "trust", "check"


def ask_credentials(screen: OnFeeds, feed: Feed) -> None:
    """Ask for name and password, keep them outside the library, and ask the feed again."""

    async def keep(typed: Sequence[str]) -> str:
        user, password = typed
        if not user.strip() and not password:
            raise ParleyError("Type a name and a password first.")
        return await asyncio.to_thread(_keep, feed.address, user.strip(), password)

    def kept(said: str | None) -> None:
        if said is not None:
            screen.tell(said)
            screen.reading.refresh_feeds([feed.id], force=True)

    screen.app.push_screen(
        Entry(
            f"Sign in to {feed.shown}",
            "They are kept in the system’s keyring, or in a file only you may read; never in the library.",
            [Field("Name"), Field("Password", secret=True)],
            keep,
            doing="Keeping them…",
        ),
        kept,
    )


def _keep(address: str, user: str, password: str) -> str:
    from reader.feeds.credentials import keep

    return keep(address, user, password)


def ask_to_trust(screen: OnFeeds, feed: Feed) -> None:
    """Ask whether to take the feed's certificate as it is, and ask the feed again."""
    sentence = (
        "A certificate proves that the server is the one it says it is. Where nobody vouches for it, someone on the "
        "way could read and change what you get. Trust it where you know why, as on a server of your own."
    )
    choices = [
        Choice(CHECK, "Refuse certificates nobody vouches for", "now" if not feed.insecure else ""),
        Choice(TRUST, "Trust the certificate of this feed, whatever it is", "now" if feed.insecure else ""),
    ]

    def chosen(answer: str | None) -> None:
        if answer is None or (answer == TRUST) == feed.insecure:
            return
        screen.do(partial(_trust, feed=feed, trusted=answer == TRUST))
        screen.reading.refresh_feeds([feed.id], force=True)

    question = Question(f"The certificate of {feed.shown}", sentence, choices, TRUST if feed.insecure else CHECK)
    screen.app.push_screen(question, chosen)


def _trust(library: Library, feed: Feed, trusted: bool) -> str:
    library.feeds.set_access(feed.id, insecure=trusted)
    how = "is trusted" if trusted else "has to be vouched for"
    return f"The certificate of {short(feed.shown)} {how}."


def ask_proxy(screen: OnFeeds, feed: Feed) -> None:
    """Ask for the feed's own proxy."""

    def set_proxy(library: Library, proxy: str) -> str:
        if "@" in proxy:
            raise ParleyError("A proxy’s password is not kept in the library: name that proxy in HTTPS_PROXY instead.")
        library.feeds.set_access(feed.id, proxy=proxy)
        how = f"goes through {short(proxy)}" if proxy else "has no proxy of its own"
        return f"{short(feed.shown)} {how}."

    def done(said: str | None) -> None:
        if said:
            screen.tell_done(said)

    screen.app.push_screen(
        Entry(
            f"A proxy for {feed.shown}",
            "Empty: the proxy of the environment, or none.",
            [Field("", feed.proxy or "", hint="http://proxy.example:3128")],
            lambda typed: screen.changed(partial(set_proxy, proxy=typed[0].strip())),
        ),
        done,
    )
