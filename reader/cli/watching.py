"""``parley watch``: rules that say what to watch for, and what they have to tell."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.story_arguments import ID, suggest_stories
from reader.domain.errors import NotFoundError, QueryError
from reader.domain.plain_text import clean_line
from reader.domain.watch import Watch, WatchKind
from reader.store.library import Library

EVERY = 10.0
"""Seconds between two looks, where nothing else is asked for."""


def _suggest(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    from reader.cli.suggestions import library_there

    with library_there(ctx) as library:
        kept = library.watches.all() if library is not None else []
    return [CompletionItem(w.name, help=w.query) for w in kept if w.name.casefold().startswith(typed.casefold())]


rule_argument = click.argument("rule", metavar="RULE", shell_complete=_suggest)
"""The name or the id of a rule."""


@click.group("watch", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each.")
@click.option("--all", "everything", is_flag=True, help="Everything there is, told already or not.")
@click.option("--follow", is_flag=True, help="Go on looking until interrupted.")
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help=f"Follow, and look so often [default: {EVERY:g}].",
)
@click.option("--refresh", is_flag=True, help="Refresh the feeds before each look, and analyse what is new.")
@click.pass_context
def command(
    ctx: click.Context, as_json: bool, everything: bool, follow: bool, every: float | None, refresh: bool
) -> int:
    """Tell what your rules watch for: what is new since it was last told, each once.

    A rule is a query for statements, or the figures of a story; "add" makes one, and it tells what comes from then on.
    Nothing is fetched unless --refresh is given; with --follow that asks the feeds whose time has come.

    With --json each line is an object: rule, name, kind (statement or figure), article, start (code points into its
    text), date, source, title, url, language, speaker, words, counted, before. A line is written before it counts as
    told: after a crash it may come twice, and is never lost.

    Exit code 0; 1 where a feed failed, or nobody reads the output any more; 130 where it was interrupted.

    \b
    Examples:
      parley watch add "says:Russia ceasefire" --name Ceasefire
      parley watch add --figures 17
      parley watch
      parley watch --json --follow --refresh | while read -r line; do notify-send "$line"; done
    """
    if ctx.invoked_subcommand is not None:
        return 0
    from reader.cli.watch_telling import Telling, tell

    how = Telling(as_json=as_json, everything=everything, refresh=refresh)
    return tell(ctx.ensure_object(Session), how, (every or EVERY) if follow or every else None)


@command.command("list")
@pass_session
def show_all(session: Session) -> None:
    """List the rules: id, name, what they watch, how much nobody has looked at.

    \b
    Example:
      parley watch list
    """
    from reader.ingest.watching import rules

    with session.library() as library:
        kept = rules(library)
        watched = [_watched(library, rule.watch) for rule in kept]
    if not kept:
        say('There are no rules yet; make one with: parley watch add "says:Russia ceasefire"')
    width = max((len(rule.watch.name) for rule in kept), default=0)
    for rule, what in zip(kept, watched, strict=True):
        say(f"{rule.watch.id:>4}  {rule.watch.name:<{width}}  {f'{rule.new} new':>7}  {what}")


def _watched(library: Library, watch: Watch) -> str:
    if watch.kind is WatchKind.STATEMENTS:
        return watch.query
    return f"figures of story {watch.story}: {clean_line(_title(library, watch.story or 0))}"


@command.command("add")
@click.argument("words", metavar="QUERY...", nargs=-1)
@click.option(
    "--figures",
    "story",
    type=ID,
    metavar="STORY",
    shell_complete=suggest_stories,
    help="Watch the figures of a story.",
)
@click.option("--name", metavar="NAME", help="What to call it [default: what it watches].")
@pass_session
def add(session: Session, words: tuple[str, ...], story: int | None, name: str | None) -> int:
    """Make a rule: tell when somebody says what QUERY finds, or when a figure of a story gets another number.

    QUERY is as for parley search --statements. STORY is the id of a story, or of any of its articles. Undone by parley
    undo.

    \b
    Examples:
      parley watch add "says:Russia ceasefire"
      parley watch add is:followed act:deny --name Denials
      parley watch add --figures 17 --name "How many dead"
    """
    from reader.cli.query_words import joined, refused, understand
    from reader.cli.watch_telling import make_ready
    from reader.ingest.watching import begin

    typed = joined(words).strip()
    if bool(typed) == (story is not None):
        raise click.UsageError("Give a query, or --figures and a story.")
    try:
        if understand(typed).root is None and typed:
            raise click.UsageError("The query asks for nothing: give it a word, a phrase or a field.")
    except QueryError as error:
        return refused(typed, error)
    from reader.store.watches import LONGEST

    with session.library() as library:
        make_ready(library)
        kind = WatchKind.STATEMENTS if story is None else WatchKind.FIGURES
        default = typed if story is None else f"Figures: {_title(library, story, must=True)}"
        watch = library.watches.add(name or default[:LONGEST], kind, typed, story)
        begin(library, watch)
    say(f"watching for {watch.name}")
    return 0


def _title(library: Library, story: int, *, must: bool = False) -> str:
    """What a story is called; where it ``must`` be one, raises NotFoundError, else the article's title."""
    if must or library.stories.story_of(story) is not None:
        return library.stories.story(story).row.shown
    return library.article(story).title


@command.command("edit")
@rule_argument
@click.argument("words", metavar="[QUERY...]", nargs=-1)
@click.option("--name", metavar="NAME", help="Another name.")
@pass_session
def edit(session: Session, rule: str, words: tuple[str, ...], name: str | None) -> int:
    """Give a rule another query, another name, or both. With another query it begins anew.

    \b
    Example:
      parley watch edit Ceasefire says:Russia "ceasefire OR truce"
    """
    from reader.cli.query_words import joined, refused, understand
    from reader.cli.watch_telling import make_ready
    from reader.ingest.watching import begin

    typed = joined(words).strip()
    if not typed and not name:
        raise click.UsageError("Give another query, or --name and another name.")
    try:
        understand(typed)
    except QueryError as error:
        return refused(typed, error)
    with session.library() as library:
        was = find(library, rule)
        if typed and was.kind is WatchKind.FIGURES:
            raise click.UsageError("This rule watches figures of a story, and has no query.")
        now = library.watches.change(was.id, name=name, query=typed or None)
        if now.query != was.query:
            make_ready(library)
            begin(library, now)
    say(f"watching for {now.name}{f': {now.query}' if now.query else ''}")
    return 0


@command.command("remove")
@rule_argument
@pass_session
def remove(session: Session, rule: str) -> None:
    """Watch by a rule no longer. Undone by parley undo.

    \b
    Example:
      parley watch remove Ceasefire
    """
    with session.library() as library:
        say(f"{library.watches.remove(find(library, rule).id).name} is removed")


def find(library: Library, rule: str) -> Watch:
    """The rule of that name, else of that id. Raises NotFoundError."""
    found = library.watches.named(rule)
    if found is None and rule.isascii() and rule.isdigit():
        return library.watches.get(int(rule))
    if found is None:
        raise NotFoundError(f"There is no rule {clean_line(rule)}.", subject=rule)
    return found
