"""Statements that were found, as blocks: under each party what it said, the latest first. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.content import Content

from reader.analysis.board.labels import act_words
from reader.domain.found_statement import FoundStatement
from reader.domain.query.hits import hits
from reader.domain.query.terms import Query
from reader.domain.statement_sections import Section
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ACT, ARROW, ASIDE, NOBODY, clean_line, party_name, party_names, plain, rail
from reader.ui.party_look import UNKNOWN, PartyLook, looks_in_order

CLOSED_LINES = 4
"""How many lines of a statement's words are shown until it is chosen."""

NO_PARTY = "nobody whose party is known"
HIT = "bold underline"
SOURCE = 24
"""Code points of an outlet's name that are shown."""


def statement_blocks(found: Sequence[Section], query: Query) -> tuple[list[Block], dict[str, FoundStatement]]:
    """The blocks, and which statement each of them is, by its id."""
    targets = (party.id for section in found for statement in section.statements for party in statement.targets)
    looks = looks_in_order([*(section.party.id for section in found if section.party), *targets])
    blocks, statements = list[Block](), dict[str, FoundStatement]()
    for section in found:
        for block, statement in _section_blocks(section, looks, query):
            blocks.append(block)
            if statement is not None:
                statements[block.id] = statement
    return blocks, statements


def _section_blocks(
    section: Section, looks: Mapping[str, PartyLook], query: Query
) -> Iterator[tuple[Block, FoundStatement | None]]:
    party = section.party
    look = looks.get(party.id, NOBODY) if party else UNKNOWN
    name = party_name(party.name if party else NO_PARTY, look, bold=True)
    count = Content.styled(f"{len(section.statements):,}", ASIDE)
    key = f"party/{party.id}" if party else "nobody"
    yield Block(key, (Paragraph(name, right=count),), selectable=False, heading=True, gap=0), None
    for statement in section.statements:
        headline = _headline(section, statement, looks)
        id = f"{key}/{statement.article_id}/{statement.sid}"
        yield _block(id, statement, section, headline, marked(statement.words, query), rail(look)), statement


def _block(id: str, statement: FoundStatement, section: Section, headline: Content, words: Content, line: str) -> Block:
    paragraphs = [
        Paragraph(headline, right=Content.styled(where_and_when(statement), ASIDE)),
        Paragraph(words, limit=CLOSED_LINES),
    ]
    if speakers := section.speakers(statement):
        paragraphs.append(Paragraph(plain(f"— {', '.join(speakers)}", ASIDE), limit=1))
    paragraphs.append(Paragraph(plain(statement.title, ASIDE), limit=0))
    return Block(id, tuple(paragraphs), rail=line)


def marked(words: str, query: Query) -> Content:
    """Words on one line with what was searched for in them."""
    line = clean_line(words)
    content = Content(line)
    for start, end in hits(query, line):
        content = content.stylize(HIT, start, end)
    return content


def _headline(section: Section, statement: FoundStatement, looks: Mapping[str, PartyLook]) -> Content:
    line = Content.styled(act_words(statement.act, negated=statement.negated), ACT)
    if targets := section.targets(statement):
        names = {target.id: target.name for target in targets}
        line = line.append(Content.styled(f" {ARROW} ", ASIDE)).append(party_names(names, looks))
    return line


def where_and_when(statement: FoundStatement) -> str:
    """ "AP · 14 Sep 2022", as far as it is known."""
    source = clean_line(statement.source or "")
    short = source if len(source) <= SOURCE else source[: SOURCE - 1] + "…"
    return " · ".join(part for part in (short, full_date(statement.dated)) if part)


def full_date(iso: str) -> str:
    """ "14 Sep 2022"; what cannot be read as a date as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return clean_line(iso)
    return f"{day.day} {day:%b %Y}"


def cited(statement: FoundStatement) -> str:
    """A statement for the clipboard: its words, then who said it, where and when, and the address."""
    who = ", ".join(statement.speakers or (party.name for party in statement.parties))
    told = ", ".join(part for part in (who, statement.source or "", full_date(statement.dated)) if part)
    lines = (statement.words, f"— {told}" if told else "", statement.url or "")
    return "\n".join(clean_line(line) for line in lines if line)
