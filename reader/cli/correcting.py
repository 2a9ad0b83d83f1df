"""``parley correct``: say what the analysis got wrong, and look after what was said."""

from __future__ import annotations

import click

from reader.cli.correction_log import export, list_all, redo, take_in, undo
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_actors, suggest_articles, suggest_statements
from reader.domain.article import Article
from reader.domain.correction import (
    Correction,
    CorrectionKind,
    not_statement,
    party_correction,
    same_actor,
    speaker_correction,
)
from reader.domain.errors import CorrectionError
from reader.domain.statement import Statement
from reader.store.library import Library

article_argument = click.argument(
    "article", type=click.IntRange(min=1), metavar="ARTICLE", shell_complete=suggest_articles
)
statement_argument = click.argument("statement", metavar="STATEMENT", shell_complete=suggest_statements)


@click.group("correct")
def command() -> None:
    """Say what the analysis got wrong: kept in the library, applied from then on, undone when you like.

    ARTICLE is an id from parley list, STATEMENT an id from parley show ARTICLE --statements. What is said of an actor
    holds in every article that names it, those to come too.

    \b
    Examples:
      parley correct speaker 5 s2 Dmitri Peskov
      parley correct not-a-statement 5 s7
      parley correct party "Dmitri Peskov" Russia
      parley correct same "Hewlett-Packard" HP
      parley correct undo
    """


@command.command("speaker")
@article_argument
@statement_argument
@click.argument("name", nargs=-1, required=True, metavar="NAME...", shell_complete=suggest_actors)
@pass_session
def speaker(session: Session, article: int, statement: str, name: tuple[str, ...]) -> None:
    """Say who makes a statement: somebody named in the article, or anybody else.

    \b
    Example:
      parley correct speaker 5 s2 Dmitri Peskov
    """
    with session.library() as library:
        where, found = _statement(library, article, statement)
        _keep(library, speaker_correction(where.text, found, " ".join(name)))


@command.command("not-a-statement")
@article_argument
@statement_argument
@pass_session
def no_statement(session: Session, article: int, statement: str) -> None:
    """Say that something is not a statement.

    \b
    Example:
      parley correct not-a-statement 5 s7
    """
    with session.library() as library:
        where, found = _statement(library, article, statement)
        _keep(library, not_statement(where.text, found))


@command.command("party")
@click.argument("actor", metavar="ACTOR")
@click.argument("party", metavar="PARTY")
@pass_session
def belongs(session: Session, actor: str, party: str) -> None:
    """Say whose side an actor is on.

    PARTY is a state or body in any language with a pack, its id ("RU", "eu"), a party or an actor of the article, or
    else the name of a new party.

    \b
    Example:
      parley correct party "Dmitri Peskov" Russia
    """
    with session.library() as library:
        _keep(library, party_correction(actor, party))


@command.command("same")
@click.argument("actor", metavar="ACTOR")
@click.argument("other", metavar="OTHER")
@pass_session
def same(session: Session, actor: str, other: str) -> None:
    """Say that two names are of one actor.

    \b
    Example:
      parley correct same "Hewlett-Packard" HP
    """
    with session.library() as library:
        _keep(library, same_actor(actor, other))


for part in (list_all, undo, redo, export, take_in):
    command.add_command(part)


def _statement(library: Library, id: int, name: str) -> tuple[Article, Statement]:
    """The statement with that id, as the analysis finds it by itself: one that was left out can be taken back in."""
    from reader.cli.finding import analysed

    article = library.article(id)
    statements = analysed(library, article).statements
    wanted = f"s{name}" if name.isdecimal() else name.lower()
    for statement in statements:
        if statement.id == wanted:
            return article, statement
    listing = f"parley show {id} --statements"
    if not statements:
        raise CorrectionError(f"Article {id} has no statements.", subject=name)
    raise CorrectionError(f"Article {id} has no statement {name}; list them with: {listing}", subject=name)


def _keep(library: Library, correction: Correction) -> None:
    from reader.cli.correction_sentences import told
    from reader.ingest.effects import changes

    kept = library.corrections.add(correction)
    only = None
    if kept.kind in (CorrectionKind.SPEAKER, CorrectionKind.NOT_STATEMENT) and kept.anchor is not None:
        only = library.find(kept.anchor.text_hash)
    changed = list(changes(library, kept, library.corrections.all(), article=only))
    say(told(kept, changed, library))
