"""What changed in figures and statements, from the analyses of both versions."""

from __future__ import annotations

from dataclasses import replace

from hand_built import analysis_of, say, span_of

from reader.analysis.difference.difference import difference
from reader.analysis.difference.told import figure_words, statement_pieces
from reader.domain.analysis import Analysis
from reader.domain.comparison import Comparison
from reader.domain.difference import Change, Difference
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.statement import Act

NOTHING = Comparison((), (), ())


def number(text: str, id: str, words: str, counted: str | None, kind: str = "cardinal") -> Quantity:
    span = span_of(text, words)
    counted_span = span_of(text, counted) if counted else None
    return Quantity(
        id, span, words, QuantityKind(kind), None, None, None, Hedge.EXACT, None, counted, counted_span, None
    )


OLD = "Norland said at least 49 soldiers had died.\n\nSudria declined to comment.\n\nTen boats sank on 3 May."
NEW = "Norland said 50 soldiers had died.\n\nSudria urged calm.\n\nTen boats sank on 4 May. Some 300 people fled."


def old() -> Analysis:
    numbers = (number(OLD, "q1", "at least 49", "soldiers"), number(OLD, "q2", "Ten", "boats"))
    numbers += (number(OLD, "q3", "3 May", None, "date"),)
    told = (
        say(OLD, "s1", "at least 49 soldiers had died", by=("AA",), quantities=("q1",)),
        say(OLD, "s2", "to comment", by=("BB",), act=Act.DECLINE),
    )
    return analysis_of(told, NOTHING, quantities=numbers)


def new() -> Analysis:
    numbers = (number(NEW, "q1", "50", "soldiers"), number(NEW, "q2", "Ten", "boats"))
    numbers += (number(NEW, "q3", "4 May", None, "date"), number(NEW, "q4", "Some 300", "people"))
    told = (
        say(NEW, "s1", "50 soldiers had died", by=("AA",), quantities=("q1",)),
        say(NEW, "s2", "calm", by=("BB",), to=("AA",), act=Act.URGE),
    )
    return analysis_of(told, NOTHING, quantities=numbers)


def figures(found: Difference) -> list[tuple[str, str]]:
    return [(one.change.value, figure_words(one)) for one in found.figures]


def statements(found: Difference) -> list[tuple[str, str]]:
    return [(one.change.value, "".join(words for _, words in statement_pieces(one))) for one in found.statements]


def test_a_figure_that_became_another_is_told_with_both_values_and_who_says_it() -> None:
    assert figures(difference(OLD, NEW, old(), new())) == [
        ("altered", "at least 49 → 50 soldiers (Party AA)"),
        ("added", "Some 300 people"),
    ]


def test_statements_that_came_went_and_became_others() -> None:
    found = difference(OLD, NEW, old(), new())
    assert statements(found) == [
        ("altered", "Party AA declared: at least 49 50 soldiers had died"),
        ("added", "Party BB urged → Party AA: calm"),
        ("removed", "Party BB declined: to comment"),
    ]
    altered = found.statements[0]
    assert [words for change, words in statement_pieces(altered) if change is Change.REMOVED] == ["at least 49"]


def test_the_other_way_round_what_came_has_gone() -> None:
    assert ("removed", "Some 300 people") in figures(difference(NEW, OLD, new(), old()))


def test_what_was_not_rewritten_is_not_called_out_whatever_the_analyses_say() -> None:
    nothing = replace(old(), quantities=(), statements=())
    assert difference(OLD, OLD, old(), nothing) == difference(OLD, OLD)
    longer = OLD + "\n\nMore."
    assert difference(OLD, longer, nothing, old()).figures == ()


def test_a_paragraph_that_only_moved_changes_no_figure_and_no_statement() -> None:
    first, rest = OLD.split("\n\n", 1)
    moved = f"{rest}\n\n{first}"
    numbers = tuple(
        replace(q, span=span_of(moved, q.text), counted_span=span_of(moved, q.counted) if q.counted else None)
        for q in old().quantities
    )
    told = (
        say(moved, "s1", "at least 49 soldiers had died", by=("AA",), quantities=("q1",)),
        say(moved, "s2", "to comment", by=("BB",), act=Act.DECLINE),
    )
    found = difference(OLD, moved, old(), analysis_of(told, NOTHING, quantities=numbers))
    assert found.changed
    assert (found.figures, found.statements) == ((), ())


def test_numbers_that_count_different_things_do_not_become_one_another() -> None:
    before, after = "It cost 40 lives.", "It cost 40,000 ships."
    one = analysis_of((), NOTHING, quantities=(number(before, "q1", "40", "lives"),))
    other = analysis_of((), NOTHING, quantities=(number(after, "q1", "40,000", "ships"),))
    assert figures(difference(before, after, one, other)) == [("added", "40,000 ships"), ("removed", "40 lives")]


def test_a_note_on_a_correction_gives_the_wrong_number_once_more_and_hides_no_change() -> None:
    was = "The toll rose to 11 dead, with six people missing.\n\nTwo bodies were found."
    now = (
        "The toll rose to 12 dead, with five people missing.\n\nTwo bodies were found.\n\n"
        "An earlier version of this article gave 11 dead."
    )
    before = (number(was, "q1", "11", "dead"), number(was, "q2", "six", "people"))
    again = now.rindex("11")
    noted = replace(number(now, "q3", "11", None), span=(again, again + 2), counted="dead", counted_span=None)
    after = (number(now, "q1", "12", "dead"), number(now, "q2", "five", "people"), noted)
    found = difference(
        was, now, analysis_of((), NOTHING, quantities=before), analysis_of((), NOTHING, quantities=after)
    )
    assert [(one.change.value, one.before, one.after) for one in found.figures] == [
        ("altered", "11", "12"),
        ("altered", "six", "five"),
        ("added", None, "11"),
    ]


def test_without_analyses_only_the_words_are_told() -> None:
    found = difference(OLD, NEW)
    assert found.changed
    assert (found.figures, found.statements) == ((), ())
