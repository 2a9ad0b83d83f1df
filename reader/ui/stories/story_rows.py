"""What a row of the list of stories says, cut to its width in cells. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from reader.domain.found_statement import FoundParty
from reader.domain.plain_text import clean_line
from reader.domain.story import StoryRow
from reader.ui.party_look import looks_in_order
from reader.ui.row_text import Piece, fit
from reader.ui.steady import steady
from reader.ui.stories.times import days

NEW = "●"
FOLLOWED = "★"
MUTED = "‖"

COLUMNS_FROM = 140
"""Cells from which a story is one line of columns; below it takes two lines."""

WIDEST_PARTY = 18
SHORTEST_PARTY = 6
"""Cells of a party's name at most, and at least."""

NARROW_OUTLETS = 18
"""Cells of the outlets at least, where a story takes two lines."""

DAYS, COUNT, LANGUAGES, OUTLETS, NEWS = 13, 22, 8, 28, 9
"""Cells of columns; the parties take a fifth of the line, the title what is left."""


def lines_a_row(width: int) -> int:
    """How many lines a story takes."""
    return 1 if width >= COLUMNS_FROM else 2


def row_lines(row: StoryRow, width: int, today: date) -> list[list[Piece]]:
    """The lines of a row, each of ``width`` cells."""
    return [_columns(row, width, today)] if lines_a_row(width) == 1 else _two_lines(row, width, today)


def heading(width: int) -> str:
    """What stands above the columns; empty where a story takes two lines."""
    if lines_a_row(width) == 2:
        return ""
    names = (
        ("  story", _title_room(width) + NEWS + 5),
        ("  parties", width // 5),
        (" outlets", OUTLETS + 1),
        (" in", LANGUAGES + 1),
        (" articles", COUNT + 1),
        (" when", DAYS + 1),
    )
    return "".join(name.ljust(cells) for name, cells in names).ljust(width)


def _title_room(width: int) -> int:
    return width - 2 - NEWS - 3 - width // 5 - OUTLETS - LANGUAGES - COUNT - DAYS - 5


def _columns(row: StoryRow, width: int, today: date) -> list[Piece]:
    return [
        *_title(row, _title_room(width) + NEWS + 5),
        *_parties(row.parties, width // 5),
        (" " + fit(_outlets(row, OUTLETS), OUTLETS), "quiet"),
        (" " + fit(" ".join(row.languages), LANGUAGES), "quiet"),
        (" " + fit(count_words(row), COUNT), "quiet"),
        (" " + fit(days(row.first, row.last, today), DAYS), "quiet"),
        (" ", "quiet"),
    ]


def _two_lines(row: StoryRow, width: int, today: date) -> list[list[Piece]]:
    told = f"{days(row.first, row.last, today)} · {count_words(row)} · {' '.join(row.languages[:4])} · "
    outlets = _outlets(row, max((width - 3 - cell_len(told)) * 2 // 5, NARROW_OUTLETS))
    told = fit(told + outlets, max(min(cell_len(told + outlets.rstrip()), width - 3), 1))
    left = width - 3 - cell_len(told)
    parties = _parties(row.parties, left) if left > 0 else ()
    return [_title(row, width), [("  ", "quiet"), (told, "quiet"), *parties, (" ", "quiet")]]


def _title(row: StoryRow, width: int) -> list[Piece]:
    """A sign for what is new, the title, how much is new, and what the user said of it."""
    news = f"{row.new:,} new" if row.new else f"{row.unread:,} unread" if row.unread else ""
    signs = f"{FOLLOWED if row.followed else ' '}{MUTED if row.muted else ' '}"
    name = steady(clean_line(row.shown)) or "(no title)"
    aside = f"— {steady(clean_line(row.title))}" if row.name and row.title else ""
    room = max(width - 2 - NEWS - 3, 1)
    shown = fit(name, min(cell_len(name), room))
    left = room - cell_len(shown)
    return [
        (f"{NEW if row.new else ' '} ", "mark"),
        (shown, "strong" if row.unread else "name"),
        (f" {fit(aside, left - 1)}" if left > 0 else "", "quiet"),
        (f" {news:>{NEWS - 1}}"[-NEWS:], "mark" if row.new else "quiet"),
        (f" {signs}", "mark"),
    ]


def _outlets(row: StoryRow, room: int) -> str:
    """As many outlets as there is room for, and how many others; where the first does not fit, how many there are."""
    if len(row.sources) > 1 and cell_len(f"{clean_line(row.sources[0])} +{len(row.sources) - 1}") > room:
        return f"{len(row.sources)} outlets"
    shown = ""
    for at, name in enumerate(row.sources):
        words = f"{shown}, {clean_line(name)}" if shown else clean_line(name)
        more = f" +{len(row.sources) - at - 1}" if at + 1 < len(row.sources) else ""
        if at and cell_len(words + more) > room:
            return f"{shown} +{len(row.sources) - at}"
        shown = words
        if not at and cell_len(words + more) > room:
            return fit(words, max(room - cell_len(more), 1)).rstrip() + more
    return shown or "no outlet named"


def _parties(parties: Sequence[FoundParty], room: int) -> list[Piece]:
    """Parties with their marks in exactly ``room`` cells; how many there is no room for."""
    looks = looks_in_order(party.id for party in parties)
    pieces: list[Piece] = []
    used = 0
    for at, party in enumerate(parties):
        look, name = looks[party.id], steady(clean_line(party.name))
        more = f" +{len(parties) - at}"
        left = len(parties) - at - 1
        free = room - used - 4 - (len(f" +{left}") if left else 0)
        words = f"  {look.mark} {fit(name, min(cell_len(name), WIDEST_PARTY, max(free, SHORTEST_PARTY)))}"
        if free < min(cell_len(name), SHORTEST_PARTY):
            if room - used >= cell_len(more):
                pieces.append((more, "quiet"))
                used += cell_len(more)
            break
        pieces.append((words, look.css_class))
        used += cell_len(words)
    return [*pieces, (" " * max(room - used, 0), "quiet")]


def count_words(row: StoryRow) -> str:
    """ "12 articles", "12 articles, 4 copies": copies of another's text stand apart."""
    own = row.articles - row.copies
    told = f"{own:,} article{'' if own == 1 else 's'}"
    return f"{told}, {row.copies:,} cop{'y' if row.copies == 1 else 'ies'}" if row.copies else told
