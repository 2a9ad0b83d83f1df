"""One statement as a card: what its speaker does and to whom, the words themselves, the numbers, the answers."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from reader.analysis.board.board import Card
from reader.analysis.board.cards import Link
from reader.analysis.board.labels import UNATTRIBUTED
from reader.analysis.board.reasons import link_reason, reason
from reader.domain.own_words import GAP
from reader.domain.plain_text import clean_line
from reader.domain.statement import Endorsement, Statement
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.view import Place, TabContent, View
from reader.ui.panel.words import (
    ACT,
    ARROW,
    ASIDE,
    CORRECTED,
    COUNT,
    DOUBTFUL,
    EXCHANGE,
    INSIDE,
    LINK,
    UNSURE,
    figures,
    names,
    party_names,
    plain,
    verbatim,
)

CLOSED_LINES = 4
"""How many lines of a statement's words a card shows until it is chosen."""

_STANCE = {
    Endorsement.DISTANCED: "the article keeps its distance from this",
    Endorsement.CONCEDED: "the article presents this as conceded",
}


def add_card(tab: TabContent, view: View, card: Card, *, section: str, rail: str, party: str | None) -> None:
    """Add a statement and the statements inside it; ``section`` keeps apart the cards of those who speak together."""
    for depth, inner in _with_children(card, 0):
        id = f"{section}/{inner.statement.id}"
        block = card_block(view, inner, id, party=party, depth=depth, rail=rail)
        tab.add(block, Place(statement=inner.statement.id))


def _with_children(card: Card, depth: int) -> Iterator[tuple[int, Card]]:
    stack = [(depth, card)]
    while stack:
        at, inner = stack.pop()
        yield at, inner
        stack.extend((at + 1, child) for child in reversed(inner.children))


def card_block(
    view: View,
    card: Card,
    id: str,
    *,
    party: str | None,
    depth: int = 0,
    rail: str = "",
    limit: int = CLOSED_LINES,
) -> Block:
    """A card as a block, under the heading of ``party``; what the heading says already is left out."""
    statement = card.statement
    words = spoken_words(view, statement)
    paragraphs = [Paragraph(_headline(view, card, party, is_inside=depth > 0))]
    if words:
        paragraphs.append(Paragraph(words, limit=limit, closed_style=DOUBTFUL if card.doubtful else ""))
    paragraphs.extend(view.below(statement))
    if _says_more(card.speaker, _name(view, party)):
        paragraphs.append(Paragraph(plain(f"— {card.speaker}", ASIDE), limit=1))
    elif not card.speaker and depth == 0:
        paragraphs.append(Paragraph(plain("the text names no speaker here", ASIDE), limit=0))
    paragraphs.extend(view.told_by(statement))
    if quantities := view.figures_of(statement):
        numbers = Content.styled(" · ", ASIDE).join(figures(view.text, quantities))
        paragraphs.append(Paragraph(Content.assemble((f"{COUNT} ", ASIDE)).append(numbers), limit=2))
    for link in card.links:
        paragraphs.append(Paragraph(_answer(view, link), limit=2))
        paragraphs.append(Paragraph(plain(link_reason(link.rule), ASIDE), limit=0, indent=2))
    if statement.endorsement in _STANCE:
        paragraphs.append(Paragraph(plain(_STANCE[statement.endorsement], ASIDE), limit=0))
    paragraphs.append(Paragraph(_reason(card), limit=0))
    return Block(id, tuple(paragraphs), rail=rail, indent=2 * depth)


def spoken_words(view: View, statement: Statement) -> Content:
    """What was said, word for word, with a mark where the text leaves it and comes back; the cue where nothing was."""
    spans = statement.content or ((statement.cue,) if statement.cue else ())
    pieces = [verbatim(view.text, span, view.figures_in(span)) for span in spans]
    return Content(GAP).join(pieces).stylize(ASIDE if not statement.content else "")


def _headline(view: View, card: Card, party: str | None, *, is_inside: bool) -> Content:
    act = f"{INSIDE} {card.act}" if is_inside else card.act
    line = Content.styled(act, ASIDE if card.doubtful else ACT)
    if card.doubtful:
        line = line.append(f" {UNSURE}")
    if card.statement.corrected:
        line = line.append(f" {CORRECTED}")
    targets = tuple(id for id in card.statement.targets if id != party or id not in card.statement.parties)
    if targets:
        aimed_at = party_names(names(view.analysis, targets), view.looks)
        line = line.append(Content.styled(f" {ARROW} ", ASIDE)).append(aimed_at)
    return line


def _reason(card: Card) -> Content:
    """What a person said of the statement, or else why it is here and how sure that is."""
    if card.statement.corrected:
        return plain(f"{CORRECTED} corrected by you", ASIDE)
    mark = f"{UNSURE} " if card.doubtful else ""
    return plain(f"{mark}{reason(card.statement)}", ASIDE)


def _answer(view: View, link: Link) -> Content:
    other = view.board.cards.get(link.statement or "")
    if other is None:
        return Content.styled(f"{EXCHANGE} {link.label}", LINK)
    if other.statement.parties:
        who = party_names(names(view.analysis, other.statement.parties), view.looks)
    else:
        who = plain(other.speaker or UNATTRIBUTED)
    return Content.assemble((f"{EXCHANGE} {link.label} ", LINK)).append(who)


def _name(view: View, party: str | None) -> str:
    known = view.analysis.party(party) if party else None
    return known.name if known else ""


def _says_more(speaker: str, name: str) -> bool:
    """False where the source is the party's name itself, with at most an article before it."""
    speaker, name = clean_line(speaker).casefold(), clean_line(name).casefold()
    return bool(speaker) and not (name and speaker.endswith(name) and len(speaker) - len(name) <= 4)
