"""``parley search``: articles or statements by a query."""

from __future__ import annotations

import click

from reader.cli.output import complain
from reader.cli.session import Session, pass_session
from reader.domain.errors import QueryError
from reader.store.library import Library

SHOWN = 20
NEWEST = 1_000
"""Articles of which it is told when they are not analysed."""


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option("--statements", is_flag=True, help="Statements instead of articles, by party.")
@click.option("--newest", is_flag=True, help="The newest first, not the best; statements always are.")
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help=f"At most N [default: {SHOWN} articles].")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each of all that is found.")
@click.option("--csv", "as_csv", is_flag=True, help="All that is found as a table with a header, as CSV.")
@pass_session
def command(
    session: Session,
    words: tuple[str, ...],
    statements: bool,
    newest: bool,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
) -> int:
    """Search the library: words, "phrases", beginnings*, -not, OR, (parentheses), and fields.

    \b
    Of articles: source: feed: folder: lang: title: author: tag:
                 is:unread|read|bookmarked|annotated|changed|story|followed has:note|highlight
                 story: with the id of an article in it, or words of its title
                 after: before: on: with 2022-09-14, 2022-09, march, yesterday, "3 days ago"
    Of what is said in them: actor: party: says: act: target: number:>1000 counts:
    In any article of their story: heard: unheard: with a party

    Accents and case do not matter. Side by side all must hold; OR joins the two things beside it. What is quoted for
    the shell needs quotation marks of its own to be a phrase; before a query that begins with - stands --.

    With --json each line is an object as of parley list, with snippet (text, and hits as pairs of offsets); with
    --statements it is a statement with its article. In a CSV no cell is a formula: such text has an apostrophe before
    it.

    \b
    Examples:
      parley search armenia ceasefire OR truce
      parley search '"cessez le feu" lang:fr after:march'
      parley search --statements says:Russia act:urge since:march
      parley search --csv --statements target:Azerbaijan > said.csv
      parley search -- -war peace
    """
    from reader.cli.query_words import asks_of_analysis, joined, refused, understand
    from reader.domain.query.asked import asks_of_stories

    if as_json and as_csv:
        raise click.UsageError("--json and --csv cannot be used together.")
    typed = joined(words)
    try:
        query = understand(typed)
    except QueryError as error:
        return refused(typed, error)
    if query.root is None and typed.strip():
        raise click.UsageError("The query asks for nothing: give it a word, a phrase or a field.")
    how = "json" if as_json else "csv" if as_csv else ""
    with session.library() as library:
        said = statements or asks_of_analysis(query)
        _make_ready(library, said=said, of_stories=asks_of_stories(query))
        if statements:
            from reader.cli.found_statements import print_statements

            print_statements(library, query, limit, how)
        else:
            from reader.cli.found_articles import print_articles

            print_articles(library, query, limit or (None if how else SHOWN), how, newest=newest)
    return 0


def _make_ready(library: Library, *, said: bool, of_stories: bool) -> None:
    """Let the search know everything that is in the library; of one that is read-only it knows what it knows. Where it
    is asked what is ``said``, or ``of_stories``, tell how many articles that is not known of."""
    from reader.ingest.telling_analyses import tell_all

    if library.read_only:
        if library.index.waiting() or library.told.is_waiting():
            complain("The library is read-only, and its newest articles cannot be searched yet.")
        elif of_stories and library.stories.is_waiting():
            complain("The library is read-only, and its newest articles are in no story yet.")
        return
    while library.index.fill():
        pass
    tell_all(library)
    if of_stories:
        from reader.cli.placing import place_first

        place_first(library)
    if said and (count := library.told.count_unanalysed(NEWEST)):
        many = "1 article is" if count == 1 else f"{count:,} articles are"
        complain(f"{many} not analysed yet: what is said there is found once the reading screen was open for a while.")
