"""``parley tag`` and ``parley tags``: the user's own words for articles."""

from __future__ import annotations

import click

from reader.cli.counting import counted
from reader.cli.keeping import ids_argument, known_ids
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.tag_words import find_tag, suggest_tags, tag_argument
from reader.domain.colour import Colour

NO_COLOUR = "none"


@click.group("tag")
def command() -> None:
    """Tag articles, and look after the tags. Undone by parley undo.

    Upper and lower case are the same in the name of a tag. A tag stays when no article has it any more, until it is
    deleted.

    \b
    Examples:
      parley tag add "Black Sea" 12 15
      parley tag remove "Black Sea" 15
      parley tag rename "Black Sea" sea
      parley list --tag sea
    """


@command.command("add")
@tag_argument
@ids_argument
@pass_session
def add(session: Session, name: str, ids: tuple[int, ...]) -> int:
    """Give articles a tag, made where it is new. Exit code 1 where there is no such article; the others are done.

    \b
    Example:
      parley tag add "Black Sea" 12 15
    """
    with session.library() as library:
        there = known_ids(library, ids)
        if there:
            library.tags.put(there, [name])
            say(f"tagged {find_tag(library, name).name}: {counted(len(there), 'article')}")
    return int(len(there) < len(set(ids)))


@command.command("remove")
@tag_argument
@ids_argument
@pass_session
def remove(session: Session, name: str, ids: tuple[int, ...]) -> int:
    """Take a tag from articles.

    \b
    Example:
      parley tag remove "Black Sea" 15
    """
    with session.library() as library:
        tag = find_tag(library, name)
        there = known_ids(library, ids)
        count = library.tags.take(there, [tag.name])
        say(f"no longer tagged {tag.name}: {counted(count, 'article')}")
    return int(len(there) < len(set(ids)))


@command.command("rename")
@tag_argument
@click.argument("new", metavar="NEW", shell_complete=suggest_tags)
@pass_session
def rename(session: Session, name: str, new: str) -> None:
    """Call a tag something else; where another one is called so already, both become one.

    \b
    Example:
      parley tag rename "Black Sea" sea
    """
    with session.library() as library:
        tag = find_tag(library, name)
        left = library.tags.rename(tag.id, new)
        say(f"{tag.name} is {'called' if left.id == tag.id else 'part of'} {left.name}")


@command.command("merge")
@tag_argument
@click.argument("into", metavar="INTO", shell_complete=suggest_tags)
@pass_session
def merge(session: Session, name: str, into: str) -> None:
    """Make a tag part of another: its articles get that one instead.

    \b
    Example:
      parley tag merge ocean sea
    """
    with session.library() as library:
        tag, other = find_tag(library, name), find_tag(library, into)
        left = library.tags.merge(tag.id, other.id)
        say(f"{tag.name} is part of {left.name}: {counted(left.articles, 'article')}")


@command.command("colour")
@tag_argument
@click.argument("colour", type=click.Choice([*map(str, Colour), NO_COLOUR]))
@pass_session
def colour(session: Session, name: str, colour: str) -> None:
    """Give a tag a colour, or none.

    \b
    Example:
      parley tag colour sea blue
    """
    with session.library() as library:
        tag = find_tag(library, name)
        library.tags.colour(tag.id, None if colour == NO_COLOUR else Colour(colour))
        say(f"{tag.name} has no colour" if colour == NO_COLOUR else f"{tag.name} is {colour}")


@command.command("delete")
@tag_argument
@pass_session
def delete(session: Session, name: str) -> None:
    """Take a tag from every article and remove it; the articles stay.

    \b
    Example:
      parley tag delete sea
    """
    with session.library() as library:
        tag = find_tag(library, name)
        say(f"deleted the tag {tag.name}; {counted(library.tags.remove(tag.id), 'article')} had it")


@click.command("tags")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: name, colour, articles, unread.")
@pass_session
def tags(session: Session, as_json: bool) -> None:
    """List the tags with how many articles have them, and how many of these are unread.

    \b
    Examples:
      parley tags
      parley tags --json | jq -r .name
    """
    with session.library() as library:
        every = library.tags.all()
    if as_json:
        from reader.cli.json_lines import json_line

        for tag in every:
            colour = str(tag.colour) if tag.colour else None
            say(json_line({"name": tag.name, "colour": colour, "articles": tag.articles, "unread": tag.unread}))
        return
    for tag in every:
        say(f"{tag.articles:>6} {tag.unread:>6} unread  {tag.colour or '':<6}  {tag.name}")
    if not every:
        say("There are no tags; tag articles with: parley tag add NAME ID")
