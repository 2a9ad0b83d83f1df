"""What can be said of a story: follow, mute, rename; and which articles are it: leave out, join, split."""

from __future__ import annotations

import click

from reader.cli.counting import counted
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.story_arguments import ID, members_argument, story_argument, suggest_stories
from reader.cli.story_work import analyse_alone, place, story_id
from reader.domain.plain_text import clean_line
from reader.domain.story import StoryRow
from reader.store.library import Library

_BACK = "take it back with: parley undo"


@click.command("follow")
@story_argument
@pass_session
def follow(session: Session, id: int) -> None:
    """Follow a story: it stands among the followed ones, and says what is new in it.

    \b
    Example:
      parley story follow 17
    """
    with session.library() as library:
        before = library.stories.story(story_id(library, id)).row
        library.stories.follow(before.id, True)
        _said(library, before, "followed", "followed already")


@click.command("unfollow")
@story_argument
@pass_session
def unfollow(session: Session, id: int) -> None:
    """Follow a story no more.

    \b
    Example:
      parley story unfollow 17
    """
    with session.library() as library:
        before = library.stories.story(story_id(library, id)).row
        library.stories.follow(before.id, False)
        _said(library, before, "no longer followed", "not followed")


@click.command("mute")
@story_argument
@pass_session
def mute(session: Session, id: int) -> None:
    """Leave a story out of the lists; its articles stay, and parley stories --muted lists it.

    \b
    Example:
      parley story mute 17
    """
    with session.library() as library:
        before = library.stories.story(story_id(library, id)).row
        library.stories.mute(before.id, True)
        _said(library, before, "muted", "muted already")


@click.command("unmute")
@story_argument
@pass_session
def unmute(session: Session, id: int) -> None:
    """Let a story back into the lists.

    \b
    Example:
      parley story unmute 17
    """
    with session.library() as library:
        before = library.stories.story(story_id(library, id)).row
        library.stories.mute(before.id, False)
        _said(library, before, "no longer muted", "not muted")


@click.command("rename")
@story_argument
@click.argument("name", nargs=-1, required=True, metavar="NAME...")
@pass_session
def rename(session: Session, id: int, name: tuple[str, ...]) -> None:
    """Call a story something; "" calls it by its most central headline again.

    \b
    Examples:
      parley story rename 17 The border in September
      parley story rename 17 ""
    """
    with session.library() as library:
        before = library.stories.story(story_id(library, id)).row
        library.stories.rename(id, " ".join(name))
        row = library.stories.story(id).row
        if row.name == before.name:
            say(f"called so already {row.id}: {clean_line(row.shown)}")
            return
        say(f"{clean_line(before.shown)} is called {clean_line(row.shown)}; {_BACK}")


@click.command("leave-out")
@story_argument
@members_argument
@pass_session
def leave_out(session: Session, id: int, articles: tuple[int, ...]) -> None:
    """Say that articles are not this story: each goes to where it belongs without it.

    \b
    Example:
      parley story leave-out 17 23
    """
    with session.library() as library:
        rest = _rest(library, id, articles)
        library.stories.leave_out(id, articles)
        place(library)
        for article in dict.fromkeys(articles):
            say(f"not this story {article}: {library.article(article).title}{_now_in(library, article)}")
        _left(library, rest)


@click.command("split")
@story_argument
@members_argument
@pass_session
def split(session: Session, id: int, articles: tuple[int, ...]) -> None:
    """Say that articles are a story of their own, apart from the others of this one.

    \b
    Example:
      parley story split 17 23 24
    """
    with session.library() as library:
        rest = _rest(library, id, articles)
        library.stories.split(id, articles)
        place(library)
        for article in dict.fromkeys(articles):
            say(f"split off {article}: {library.article(article).title}{_now_in(library, article)}")
        _left(library, rest)


@click.command("join")
@story_argument
@click.argument("other", type=ID, metavar="OTHER", shell_complete=suggest_stories)
@pass_session
def join(session: Session, id: int, other: int) -> None:
    """Say that two stories are one, or that an article alone belongs to a story; either may be an article in no story.

    \b
    Example:
      parley story join 17 40
    """
    with session.library() as library:
        for each in (id, other):
            analyse_alone(library, each)
        place(library)
        library.stories.join(id, other)
        place(library)
        row = library.stories.story(id).row
        say(f"one story {row.id}: {clean_line(row.shown)} ({counted(row.articles, 'article')}); {_BACK}")


def _rest(library: Library, id: int, articles: tuple[int, ...]) -> list[int]:
    """The articles of the story that stay."""
    story_id(library, id)
    return [each for each in library.stories.ids(id) if each not in articles]


def _said(library: Library, before: StoryRow, done: str, already: str) -> None:
    """What was done, and how to take it back; of what was so ``already`` there is nothing to take back."""
    row = library.stories.story(before.id).row
    if (row.followed, row.muted) == (before.followed, before.muted):
        say(f"{already} {row.id}: {clean_line(row.shown)}")
        return
    out = (
        f"; muted, it stays out of the lists until: parley story unmute {row.id}" if row.followed and row.muted else ""
    )
    say(f"{done} {row.id}: {clean_line(row.shown)}{out}; {_BACK}")


def _now_in(library: Library, article: int) -> str:
    """The story an article came to, where it came to one."""
    found = library.stories.story_of(article)
    if found is None:
        return ""
    row = library.stories.story(found).row
    return f" (now in story {row.id}, {counted(row.articles, 'article')})"


def _left(library: Library, rest: list[int]) -> None:
    """What the story is without them."""
    found = next((own for each in rest if (own := library.stories.story_of(each)) is not None), None)
    if found is None:
        say(f"what is left is no story any more: {counted(len(rest), 'article')}; {_BACK}")
        return
    row = library.stories.story(found).row
    say(f"left {row.id}: {clean_line(row.shown)} ({counted(row.articles, 'article')}); {_BACK}")
