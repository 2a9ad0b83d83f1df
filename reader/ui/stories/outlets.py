"""The Outlets tab of a story: a table of parties by outlet, then what each outlet leaves out, has alone, and cites.
Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from reader.analysis.story_board.parts import Citation, Outlet, StoryBoard
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, NAME, NO_BREAK, NOBODY, NUMBER, clean_line, party_name, plain
from reader.ui.party_look import PartyLook
from reader.ui.stories.carried import language_name, spoken_in
from reader.ui.stories.story_place import StoryPlace, StoryTab, at_statement

NOTHING = "No outlet is named."
UNHEARD, NONE = "○", "·"
"""What stands in the table for a party that is heard in other outlets only, and for one without a statement here."""

WIDEST_NAME = 24
CELL = 4
MARGIN = 6
"""Cells of the list that the table cannot have."""


def outlets_tab(board: StoryBoard, looks: Mapping[str, PartyLook], language: str, width: int) -> StoryTab:
    """The blocks of the tab for a list so wide."""
    tab = StoryTab()
    if not board.outlets:
        tab.add(Block("nothing", (Paragraph(plain(NOTHING, ASIDE)),)))
        return tab
    names = min(max(cell_len(clean_line(outlet.name)) for outlet in board.outlets), WIDEST_NAME) + 2
    who = {party.id: party_name(_whole(party.name), looks.get(party.id, NOBODY)) for party in board.analysis.parties}
    parties = [id for id in _parties(board) if id in who]
    shown = parties[: max((width - names - MARGIN) // CELL, 1)]
    _add_legend(tab, who, looks, shown, len(parties) - len(shown), names)
    last = len(board.outlets) - 1
    for at, outlet in enumerate(board.outlets):
        block = Block(f"outlet{at}", _row(who, outlet, shown, names, language), gap=int(at == last))
        first = outlet.articles[0] if outlet.articles else None
        tab.add(block, StoryPlace(first) if first is not None else None)
    tab.add(Block("signs", (Paragraph(plain(_signs(board), ASIDE)),)))
    _add_citations(tab, board)
    return tab


def _parties(board: StoryBoard) -> list[str]:
    """Those heard anywhere, most often first; then those heard nowhere."""
    counts: dict[str, int] = {}
    for outlet in board.outlets:
        for id, count in outlet.quoted:
            counts[id] = counts.get(id, 0) + count
    heard = sorted(counts, key=lambda id: -counts[id])
    return [*heard, *(id for outlet in board.outlets for id in outlet.unheard if id not in counts)]


def _add_legend(
    tab: StoryTab,
    who: Mapping[str, Content],
    looks: Mapping[str, PartyLook],
    shown: Sequence[str],
    more: int,
    names: int,
) -> None:
    legend = Content("  ").join(who[id] for id in shown)
    if more:
        legend = legend.append(Content.styled(f"  and {more} more, named below the outlet that is chosen", ASIDE))
    tab.add(Block("parties", (Paragraph(legend if shown else plain("No party is heard.", ASIDE)),)))
    heads = Content("").join(_cell(looks.get(id, NOBODY).mark, f".{looks.get(id, NOBODY).css_class}") for id in shown)
    head = Paragraph(Content(NO_BREAK) + heads, label=plain("statements", ASIDE), label_width=names)
    tab.add(Block("heads", (head,), gap=0))


def _row(
    who: Mapping[str, Content], outlet: Outlet, shown: Sequence[str], names: int, language: str
) -> tuple[Paragraph, ...]:
    quoted, unheard = dict(outlet.quoted), set(outlet.unheard)
    cells = []
    for id in shown:
        if count := quoted.get(id):
            cells.append(_cell(str(count), NUMBER))
        else:
            cells.append(_cell(UNHEARD if id in unheard else NONE, "" if id in unheard else ASIDE))
    name = clean_line(outlet.name) or "(no name)"
    name = name if cell_len(name) <= names - 2 else name[: names - 3] + "…"
    table = Paragraph(Content(NO_BREAK) + Content("").join(cells), label=Content.styled(name, NAME), label_width=names)
    return (table, *_told(who, outlet, shown, language))


def _told(who: Mapping[str, Content], outlet: Outlet, shown: Sequence[str], language: str) -> list[Paragraph]:
    """What is shown of an outlet once it is chosen; ``shown`` are the parties of the table."""

    def named(what: str, ids: Sequence[str]) -> Paragraph:
        names = Content(", ").join(who[id] for id in ids if id in who)
        return Paragraph(Content.styled(f"{what}: ", ASIDE).append(names), limit=0, indent=2, hang=2)

    s = "" if len(outlet.articles) == 1 else "s"
    spoken = ", ".join(language_name(code) for code in outlet.languages if spoken_in(code, language))
    facts = [f"{len(outlet.articles)} article{s}", f"in {spoken}" if spoken else ""]
    told = [Paragraph(plain(" · ".join(fact for fact in facts if fact), ASIDE), limit=0, indent=2)]
    if others := [id for id, _ in outlet.quoted if id not in shown]:
        told.append(named("also heard", others))
    if outlet.unheard:
        told.append(named("unheard here, though heard elsewhere", outlet.unheard))
    if outlet.alone:
        told.append(named("heard here alone", outlet.alone))
    if cited := list(dict.fromkeys(citation.outlet for citation in outlet.cites)):
        told.append(Paragraph(plain(f"cites {', '.join(cited)}", ASIDE), limit=0, indent=2, hang=2))
    if outlet.agencies:
        told.append(Paragraph(plain(f"with texts of {', '.join(outlet.agencies)}", ASIDE), limit=0, indent=2, hang=2))
    return told


def _signs(board: StoryBoard) -> str:
    heard = {party for outlet in board.outlets for party, _ in outlet.quoted}
    unheard = any(outlet.unheard for outlet in board.outlets)
    unnamed = any(heard - {party for party, _ in outlet.quoted} - set(outlet.unheard) for outlet in board.outlets)
    signs = (
        f"{UNHEARD} unheard here, though heard elsewhere" if unheard else "",
        f"{NONE} nothing here under this name" if unnamed else "",
    )
    return "  ".join(sign for sign in signs if sign) or "Every party heard is heard in every outlet."


def _add_citations(tab: StoryTab, board: StoryBoard) -> None:
    cited = [(outlet, citation) for outlet in board.outlets for citation in outlet.cites]
    if not cited:
        return
    tab.add(Block("cited", (Paragraph(plain("who cites whom", NAME)),), heading=True, gap=0))
    for at, (outlet, citation) in enumerate(cited):
        words = Content.assemble(
            (clean_line(outlet.name), NAME), (" cites ", ASIDE), (clean_line(citation.outlet), NAME)
        )
        said = Paragraph(plain(_cited_words(board, citation)), limit=1, indent=2, hang=2)
        gap = 1 if at == len(cited) - 1 else 0
        tab.add(Block(f"cites{at}", (Paragraph(words), said), rail=ASIDE, gap=gap), _cited_at(board, citation))


def _cited_at(board: StoryBoard, citation: Citation) -> StoryPlace:
    around = at_statement(board, citation.statement, citation.article_id) if citation.statement else None
    if around is not None and around.article_id == citation.article_id:
        return around
    return StoryPlace(citation.article_id, span=citation.span)


def _cited_words(board: StoryBoard, citation: Citation) -> str:
    """The words that cite, with those around them on their line."""
    text = next((text.text for text in board.texts if text.article_id == citation.article_id), "")
    start = text.rfind("\n", 0, citation.span[0]) + 1
    end = text.find("\n", citation.span[1])
    start = max(start, citation.span[0] - 60)
    return ("…" if start and text[start - 1] != "\n" else "") + text[start : end if end >= 0 else len(text)]


def _whole(name: str) -> str:
    """A name that is not broken between two lines, unless it is long."""
    return name.replace(" ", NO_BREAK) if len(name) <= WIDEST_NAME else name


def _cell(words: str, style: str) -> Content:
    return Content(NO_BREAK * (CELL - cell_len(words))) + Content.styled(words, style)
