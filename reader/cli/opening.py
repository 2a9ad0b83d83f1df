"""``parley open``: the reading screen, or plain text where there is no terminal."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, article_id, has_screen, is_web_address, pass_session
from reader.cli.suggestions import suggest_ids
from reader.domain.errors import DocumentError
from reader.store.library import Library


@click.command("open")
@click.argument("article", required=False, metavar="[ID|PATH|URL]", shell_complete=suggest_ids)
@pass_session
def command(session: Session, article: str | None) -> int:
    """Open the reading screen on an article.

    A file or page that is not yet in the library is added to it. Where standard output is not a terminal the article's
    comparison is printed as plain text.

    \b
    Examples:
      parley open 3
      parley open report.txt
      parley open https://example.org/2026/story.html
      parley open 3 | less
    """
    return open_or_print(session, article)


def open_or_print(session: Session, word: str | None) -> int:
    """Open the screen on the article a word names, or print its comparison. Gives the exit code."""
    if word is not None and is_web_address(word):
        from reader.cli.page_work import stored_page

        word = str(stored_page(session, word))
    with session.library() as library:
        chosen = None if word is None else _find(library, word)
        if not has_screen():
            from reader.cli.comparison_text import comparison_text
            from reader.cli.finding import Wish, shown

            article = library.article(session.default_article(library) if chosen is None else chosen)
            say(comparison_text(article, shown(library, article, Wish())))
            return 0
    return session.open_app(session.path, chosen)


def _find(library: Library, word: str) -> int:
    id = article_id(word)
    if id is not None:
        return library.article(id).id
    if word == "-" and has_screen():
        raise DocumentError(
            "Standard input cannot be the text and the keyboard at once; add the text first with: parley add -",
            subject=word,
        )
    from reader.feeds.documents import read_document

    draft = read_document(word)
    known = library.find(draft.text_hash)
    return library.add(draft).id if known is None else known
