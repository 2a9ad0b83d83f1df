"""A comparison with everything that is needed to cite it: what both its forms, Markdown and HTML, are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader import __version__
from reader.analysis.board.board import Board, board
from reader.analysis.board.cards import Card
from reader.analysis.board.reasons import confidence_word
from reader.domain.analysis import Analysis, Level
from reader.domain.article import Article, Draft
from reader.domain.correction import Correction, CorrectionKind, standing
from reader.domain.own_words import GAP
from reader.domain.plain_text import clean_line
from reader.domain.span import Span
from reader.ingest.exporting.quotation import as_they_stand, marked, on_one_line


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in the text's own words.

    ``words`` are verbatim, a piece for each span of the content; ``source`` (the name of who was said to speak where a
    person corrected it) and ``cue`` are "" where the text gives none. ``place`` are the code points of the text the
    words are at, first and last, counted from 1.
    """

    card: Card
    words: tuple[str, ...]
    source: str
    cue: str
    place: str
    sure: str
    inside: tuple[Said, ...]

    @property
    def id(self) -> str:
        """The statement's id in its article."""
        return self.card.statement.id

    @property
    def line(self) -> str:
        """The words on one line, " […] " between the pieces."""
        return on_one_line(self.words)

    @property
    def text(self) -> str:
        """The words as they stand in the article, with nothing a screen could obey, " […] " between the pieces."""
        return as_they_stand(self.words)


@dataclass(frozen=True, slots=True)
class Section:
    """A party that speaks: its name, and its statements in order of place."""

    id: str
    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """An article's comparison. ``facts`` are labels and what they say, for the head; ``by_hand`` sentences about what
    a person corrected; ``made`` how the comparison came about."""

    article: Article | Draft
    language: str
    facts: tuple[tuple[str, str], ...]
    note: str
    sections: tuple[Section, ...]
    board: Board
    by_hand: tuple[str, ...]
    made: str

    @property
    def title(self) -> str:
        """The article's title, never empty."""
        return clean_line(self.article.title) or "Untitled"


def compare_article(article: Article | Draft, analysis: Analysis, corrections: Iterable[Correction] = ()) -> Compared:
    """The comparison of an article as ``analysis`` has it, which ``corrections`` are laid over already."""
    view = board(analysis, article.text)
    sections = (
        Section(
            section.party.id if section.party else "",
            clean_line(section.name),
            tuple(_said(card, article.text) for card in section.cards),
        )
        for section in view.heard
    )
    return Compared(
        article,
        analysis.language,
        tuple(_facts(article, analysis)),
        clean_line(analysis.note or ""),
        tuple(sections),
        view,
        tuple(by_hand(article.text, article.text_hash, analysis, corrections)),
        _made(analysis),
    )


def _said(card: Card, text: str) -> Said:
    statement = card.statement
    spans = statement.content
    return Said(
        card,
        tuple(text[start:end] for start, end in spans),
        clean_line(card.speaker),
        _words(text, statement.cue),
        f"{spans[0][0] + 1}–{spans[-1][1]}" if spans else "",
        confidence_word(statement.confidence),
        tuple(_said(child, text) for child in card.children),
    )


def _words(text: str, span: Span | None) -> str:
    return clean_line(text[span[0] : span[1]]) if span else ""


def _facts(article: Article | Draft, analysis: Analysis) -> Iterator[tuple[str, str]]:
    known = (
        ("Outlet", article.source),
        ("Author", article.author),
        ("Place", article.place),
        ("Published", article.published),
        ("Updated", article.updated),
        ("Address", article.url),
        ("Taken in", article.added if isinstance(article, Article) else None),
        ("Changed", article.changed if isinstance(article, Article) else None),
        ("Language", analysis.language),
        ("Text", f"SHA-256 {article.text_hash}"),
        ("Note", "written as an example" if article.example else None),
    )
    for label, value in known:
        if value and (line := clean_line(value)):
            yield label, line


def by_hand(text: str, text_hash: str, analysis: Analysis, corrections: Iterable[Correction]) -> Iterator[str]:
    """Sentences about what a person corrected in the analysis of a text, which
    ``corrections`` are laid over already."""
    for statement in analysis.statements:
        if statement.corrected:
            actors = [actor.name for id in statement.speakers if (actor := analysis.actor(id))]
            words = GAP.join(clean_line(text[start:end]) for start, end in statement.content)
            yield f"{clean_line(', '.join(actors)) or 'Somebody'} was named as the speaker of {marked(words)}."
    for actor in analysis.actors:
        if actor.corrected:
            party = analysis.party(actor.party or "")
            side = f"; their party here: {clean_line(party.name)}" if party and party.name != actor.name else ""
            yield f"What is told of {clean_line(actor.name)} was corrected{side}."
    for correction in standing(corrections):
        anchor = correction.anchor
        if correction.kind is CorrectionKind.NOT_STATEMENT and anchor and anchor.text_hash == text_hash:
            yield f"{marked(clean_line(anchor.exact))} was said to be no statement, and is left out."


def _made(analysis: Analysis) -> str:
    engine = analysis.engine
    with_what = f"the model {engine.model}" if engine.model else "no language model"
    deep = "" if engine.level is Level.FULL else ", from the order of the words alone"
    return (
        f"Found by a program, Parley {__version__}, with the language pack {engine.pack} and {with_what}{deep}. "
        "The quotations are the article’s own words; who is said to say them may be wrong."
    )
