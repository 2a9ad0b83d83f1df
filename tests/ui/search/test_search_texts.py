"""What is shown of a search, without a screen: snippets in a row, walks through hits, earlier searches, statements."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.found_statement import FoundParty, FoundStatement
from reader.domain.query.completion import Completion
from reader.domain.query.parsing import parse
from reader.domain.statement import Act
from reader.domain.statement_sections import sections
from reader.ui.search.completing import Offer
from reader.ui.search.earlier import Earlier
from reader.ui.search.snippet_text import HIT, marked_pieces, snippet_lines
from reader.ui.search.statement_blocks import cited, full_date, statement_blocks, where_and_when
from reader.ui.search.walk import Walk


def plain(lines: list[list[tuple[str, str]]]) -> list[str]:
    return ["".join(words for words, _ in line) for line in lines]


def test_what_was_searched_for_is_marked_in_a_title_and_nowhere_else() -> None:
    line = [("● ", "mark"), ("Arménie  fr", "facts"), ("L’Arménie dément", "unread")]
    query = parse("armenie -dément", date(2026, 3, 1))
    marked = marked_pieces(line, query, ("unread",))
    assert marked == [*line[:2], ("L’", "unread"), ("Arménie", HIT), (" dément", "unread")]


def test_a_walk_begins_at_the_next_hit_and_goes_round() -> None:
    walk = Walk.begin([(30, 33), (5, 8), (90, 93)], 20)
    assert (walk.span, walk.told) == ((30, 33), "2 of 3")
    assert [walk.step(step).at for step in (1, 2, -1, -2)] == [2, 0, 0, 2]
    assert Walk.begin([(5, 8)], 20).span == (5, 8)
    assert (Walk.begin([]).step(1), Walk.begin([]).told) == (Walk(), "")


def test_a_snippet_shows_its_first_hit_and_marks_every_one_in_sight() -> None:
    text = "Nothing of note here for a good while, then a word, and after it another word."
    hits = ((46, 50), (73, 77))
    (line,) = snippet_lines(text, hits, 24, 1)
    assert plain([line])[0].startswith("…")
    assert [words for words, part in line if part == HIT] == ["word"]
    both = snippet_lines(text, hits, 40, 2)
    assert [words for line in both for words, part in line if part == HIT] == ["word", "word"]
    assert plain(snippet_lines("Short.", (), 40, 2)) == ["Short.", ""]


@given(
    st.text(alphabet=st.sampled_from("ab 漢\n\t\x1b\u202e👩\u200d’"), max_size=120),
    st.lists(st.tuples(st.integers(0, 120), st.integers(1, 9)), max_size=4),
    st.integers(4, 50),
    st.integers(1, 3),
)
def test_a_snippet_keeps_to_its_room_whatever_it_is_of(
    text: str, hits: list[tuple[int, int]], width: int, lines: int
) -> None:
    spans = tuple((start, min(start + length, len(text))) for start, length in sorted(hits) if start < len(text))
    drawn = snippet_lines(text, spans, width, lines)
    assert len(drawn) == lines
    assert all(cell_len(line) <= width for line in plain(drawn))
    assert not any(sign in line for line in plain(drawn) for sign in "\n\t\x1b\u202e")


def test_earlier_searches_are_walked_and_what_was_typed_comes_back() -> None:
    earlier = Earlier(["c", "b", "a"])
    assert [earlier.step(1, words) for words in "xcba"] == ["c", "b", "a", None]
    assert [earlier.step(-1, words) for words in "abcx"] == ["b", "c", "x", None]
    assert Earlier([]).step(1, "") is None
    assert Earlier(["same"]).step(1, "same") is None


@pytest.mark.parametrize("width", [10, 30, 200])
def test_what_was_taken_of_an_offer_is_in_sight(width: int) -> None:
    options = [Completion(7, 9, f"value{n}", f"value{n}") for n in range(30)]
    offer = Offer("source:va more", options, 0).step(-1)
    assert (offer.words, offer.cursor) == ("source:value29 more", 14)
    assert offer.line(width).plain.endswith("value29")
    assert offer.step(1).line(width).plain.startswith("value0")
    assert len(offer.line(width).plain) <= max(width, len("value29"))


def said(n: int, *parties: str, act: Act = Act.DECLARE, targets: tuple[str, ...] = ()) -> FoundStatement:
    return FoundStatement(
        n, f"s{n}", 0, tuple(FoundParty(p.lower(), p) for p in parties), ("Ada [b]Moss",),
        tuple(FoundParty(t.lower(), t) for t in targets), act, False, 0.9, f"Words {n} of [red]boats[/red].",
        "A title", "Paper\x1b[31m", "2026-03-18T10:00:00Z", "https://example.org/", "en",
    )  # fmt: skip


def test_statements_stand_under_their_parties_and_joint_ones_under_each() -> None:
    found = [
        said(1, "Norland"),
        said(2, "Sudria", targets=("Norland",)),
        said(3, "Norland", "Sudria"),
        said(4, "Sudria"),
        said(5),
    ]
    blocks, statements = statement_blocks(sections(found), parse("boats", date(2026, 3, 20)))
    assert [block.id for block in blocks if block.heading] == ["party/sudria", "party/norland", "nobody"]
    assert [statements[block.id].article_id for block in blocks if not block.heading] == [2, 3, 4, 1, 3, 5]
    assert len({block.id for block in blocks}) == len(blocks)
    words = blocks[1].paragraphs[1].text
    assert words.plain == "Words 2 of [red]boats[/red]."
    assert [words.plain[span.start : span.end] for span in words.spans] == ["boats"]
    assert blocks[1].paragraphs[0].text.plain == "declared → ◆\xa0Norland"


def test_a_statement_is_cited_with_who_where_and_when() -> None:
    assert where_and_when(said(1, "Norland")) == "Paper · 18 Mar 2026"
    assert cited(said(1, "Norland")).splitlines()[1:] == ["— Ada [b]Moss, Paper, 18 Mar 2026", "https://example.org/"]
    assert full_date("some day") == "some day"
