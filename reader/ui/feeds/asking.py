"""Asking for a name, for a new subscription, and what becomes of a feed's articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import ParleyError
from reader.domain.feed import Feed
from reader.domain.folder import Folder
from reader.domain.plain_text import clean_line
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.entry import Entry, Field
from reader.ui.feeds.on_feeds import OnFeeds, short
from reader.ui.feeds.warming import warm_up

if TYPE_CHECKING:
    from reader.ingest.subscribing import Subscribed
    from reader.store.library import Library

KEEP, REMOVE = "keep", "remove"


def ask_name(screen: OnFeeds) -> None:
    """Ask for another name of what the cursor is on."""
    feed, folder = screen.feed, screen.folder
    if feed is not None:
        id, was, own = feed.id, feed.name or "", feed.title or feed.address
        screen.app.push_screen(
            Entry(
                f"Rename {feed.shown}",
                "Without a name it is called by its own.",
                [Field("", was, hint=short(own))],
                lambda typed: screen.changed(partial(_rename_feed, id=id, name=clean_line(typed[0]))),
            ),
            partial(_tell_done, screen),
        )
    elif folder is not None:
        id, was = folder.id, folder.name
        screen.app.push_screen(
            Entry(
                f"Rename the folder {was}",
                "",
                [Field("", was)],
                lambda typed: screen.changed(partial(_rename_folder, id=id, name=clean_line(typed[0]))),
            ),
            partial(_tell_done, screen),
        )


def _rename_feed(library: Library, id: int, name: str) -> str:
    library.feeds.rename(id, name or None)
    return f"Now called {short(library.feeds.get(id).shown)}."


def _rename_folder(library: Library, id: int, name: str) -> str:
    if not name:
        raise ParleyError("A folder needs a name.")
    library.folders.rename(id, name)
    return f"Now called {short(name)}."


def ask_for_folder(screen: OnFeeds, parent: Folder | None) -> None:
    """Ask for the name of a new folder in ``parent``."""

    def add(library: Library, name: str) -> str:
        if not name:
            raise ParleyError("A folder needs a name.")
        library.folders.add(name, parent.id if parent is not None else None)
        return f"Made the folder {short(name)}."

    where = f"It goes into {short(parent.name)}." if parent is not None else ""
    screen.app.push_screen(
        Entry("New folder", where, [Field("")], lambda typed: screen.changed(partial(add, name=clean_line(typed[0])))),
        partial(_tell_done, screen),
    )


def _tell_done(screen: OnFeeds, said: str | None) -> None:
    if said:
        screen.tell_done(said)


# Subscribing


def ask_to_subscribe(screen: OnFeeds, folder: Folder | None) -> None:
    """Ask for an address and subscribe to what is there."""
    where = f" It goes into the folder {short(folder.name)}." if folder is not None else ""

    async def subscribe(typed: Sequence[str]) -> Subscribed | None:
        await warm_up()
        from reader.ingest.subscribing import SeveralFeedsError

        address = typed[0].strip()
        if not address:
            raise ParleyError("Type an address first.")
        home = folder.id if folder is not None else None
        try:
            return await screen.desk.subscriptions.subscribe(address, folder=home)
        except SeveralFeedsError as several:
            choices = [Choice(found.address, found.title or found.address, str(found.kind)) for found in several.found]
            page = several.subject
            question = Question("Several feeds", "Which one?", list({c.key: c for c in choices}.values()))
        chosen = await screen.app.push_screen_wait(question)
        return await screen.desk.subscriptions.subscribe(chosen, folder=home, page=page) if chosen is not None else None

    screen.app.push_screen(
        Entry(
            "Subscribe",
            f"The address of a feed, of a site, or of an article of the site.{where}",
            [Field("", hint="https://")],
            subscribe,
            doing="Looking for the feed… Esc stops it.",
        ),
        partial(_subscribed, screen),
    )


def _subscribed(screen: OnFeeds, done: Subscribed | None) -> None:
    if done is None:
        return
    name = short(done.feed.shown)
    if not done.new:
        screen.tell(f"{name} is subscribed to already.")
    elif done.error is not None:
        screen.tell_error(ParleyError(" ".join(filter(None, (f"Subscribed to {name}.", done.error, done.advice)))))
    else:
        count = f"{done.articles} article{'' if done.articles == 1 else 's'}"
        screen.tell_done(f"Subscribed to {name}: {count}.")
    screen.arrived(done.feed.id)


# Giving up


def ask_to_give_up(screen: OnFeeds, feed: Feed) -> None:
    """Ask what becomes of the feed's articles, then unsubscribe."""

    async def ask() -> None:
        try:
            count = len(await screen.desk.library.ask(lambda library: library.feeds.removable(feed.id)))
        except ParleyError as error:
            screen.tell_error(error)
            return
        articles = "the one article" if count == 1 else f"the {count} articles"
        choices = [Choice(KEEP, "Keep its articles")]
        if count:
            choices.append(Choice(REMOVE, f"Remove {articles} that are neither bookmarked, tagged nor annotated"))
        question = Question(f"Unsubscribe from {feed.shown}", "What becomes of its articles?", choices)
        screen.app.push_screen(question, partial(_give_up, screen, feed))

    screen.run_worker(ask(), group="deeds", exit_on_error=False)


def _give_up(screen: OnFeeds, feed: Feed, answer: str | None) -> None:
    if answer is None:
        return

    def deed(library: Library) -> str:
        gone = library.feeds.unsubscribe(feed.id, remove_articles=answer == REMOVE)
        what = f" and removed {gone} article{'' if gone == 1 else 's'}" if gone else ""
        return f"Unsubscribed from {short(feed.shown)}{what}."

    screen.do(deed)


def dissolve(screen: OnFeeds, folder: Folder) -> None:
    """Dissolve a folder; what is in it moves to where it was."""

    def deed(library: Library) -> str:
        library.folders.remove(folder.id)
        return f"Dissolved the folder {short(folder.name)}; what was in it moved up."

    screen.do(deed)
