"""The Parties tab: each party's statements, those nobody is named for, the article's own figures, the unheard."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from reader.analysis.board.board import PartySection
from reader.analysis.board.labels import NARRATOR
from reader.domain.analysis import Analysis, Level
from reader.domain.span import Span
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.cards import add_card
from reader.ui.panel.view import Place, TabContent, View
from reader.ui.panel.words import ASIDE, NAME, NOBODY, figures, party_name, plain, rail, walked
from reader.ui.party_look import UNKNOWN

NOTHING_FOUND = "No statement found. The text tells what happened, not what anyone says about it."
NOT_LOOKED = "No statement found. Without a language model most stay hidden."
NOT_HEARD = "not heard"


def parties_tab(view: View, at_mention: Mapping[str, int]) -> TabContent:
    """The blocks of the tab; ``at_mention`` tells which mention of a party is shown, by the id of its block."""
    tab = TabContent()
    heard = view.board.heard
    if not heard:
        tab.add(Block("nothing", (Paragraph(plain(nothing_found(view.analysis), ASIDE)),), selectable=False))
    for section in heard:
        _add_section(tab, view, section, at_mention)
    _add_narration(tab, view)
    _add_unheard(tab, view, at_mention)
    return tab


def _add_section(tab: TabContent, view: View, section: PartySection, at_mention: Mapping[str, int]) -> None:
    id = section.party.id if section.party else None
    look = view.looks.get(id, NOBODY) if id else UNKNOWN
    name = f"party/{id}" if id else "nobody"
    places = mentions(view.analysis, id) if id else ()
    count = Content.styled(walked(len(places), at_mention.get(name)) or str(section.count), ASIDE)
    heading = Paragraph(party_name(section.name, look, bold=True), hang=2, right=count)
    block = Block(name, (heading,), selectable=False, heading=True, stop=bool(places), gap=0)
    tab.add(block, Place(spans=places, party=id, is_name=True) if places else None)
    for card in section.cards:
        add_card(tab, view, card, section=name, rail=rail(look), party=id)


def _add_narration(tab: TabContent, view: View) -> None:
    numbers = view.board.narration
    if not numbers:
        return
    count = Content.styled(str(len(numbers)), ASIDE)
    heading = Paragraph(Content.styled(f"{NARRATOR}, in its own words", NAME), right=count)
    tab.add(Block("article", (heading,), selectable=False, heading=True, gap=0))
    for at, quantity in enumerate(numbers, 1):
        is_last = at == len(numbers)
        words = Content.assemble(*figures(view.text, [quantity]))
        block = Block(f"article/{quantity.id}", (Paragraph(words),), rail=ASIDE, gap=1 if is_last else 0)
        tab.add(block, Place(spans=(quantity.span,)))


def _add_unheard(tab: TabContent, view: View, at_mention: Mapping[str, int]) -> None:
    silent = [section for section in view.board.parties if not section.heard]
    if not silent:
        return
    heading = Paragraph(Content.styled(NOT_HEARD, NAME), right=Content.styled(str(len(silent)), ASIDE))
    tab.add(Block("unheard", (heading,), selectable=False, heading=True, gap=0))
    for section in silent:
        id = section.party.id if section.party else section.name
        look = view.looks.get(id, NOBODY)
        why = Paragraph(plain("spoken to or accused here; no words of theirs", ASIDE), limit=0, indent=2)
        places = mentions(view.analysis, id)
        at = walked(len(places), at_mention.get(f"unheard/{id}"))
        name = Paragraph(party_name(section.name, look), hang=2, right=Content.styled(at, ASIDE) if at else None)
        tab.add(Block(f"unheard/{id}", (name, why), gap=0), Place(spans=places, party=id, is_name=True))


def nothing_found(analysis: Analysis) -> str:
    """What to say where nobody speaks: a light analysis cannot tell that nobody does."""
    return NOT_LOOKED if analysis.engine.level is Level.LIGHT else NOTHING_FOUND


def mentions(analysis: Analysis, party: str) -> tuple[Span, ...]:
    """Every place where those who belong to a party are named, in order."""
    return tuple(sorted(span for actor in analysis.actors if actor.party == party for span in actor.mentions))
