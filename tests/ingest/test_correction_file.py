"""Corrections as lines of JSON: the same after a round trip, a wrong line named."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.correction import Correction, CorrectionKind, anchor_of, party_correction, same_actor
from reader.domain.errors import CorrectionError
from reader.ingest.correction_file import from_lines, to_lines

TEXT = "“Oui \U0001f600,\n” dit-il.\u2028Puis « non » !"
MADE = "2024-02-03T04:05:06Z"
EVERY_KIND = [
    Correction(CorrectionKind.SPEAKER, anchor_of(TEXT, (0, 8)), "Ann Lee", made=MADE, id=4),
    Correction(CorrectionKind.NOT_STATEMENT, anchor_of(TEXT, (20, 28)), made=MADE, id=5, undone=True),
    replace(party_correction("Ann Lee", "Conseil d’État"), made=MADE, id=6),
    replace(same_actor("Ann Lee", "A. Lee"), made=MADE, id=7),
]


def lines(corrections: list[Correction]) -> list[str]:
    return list(to_lines(corrections))


def read(text: str) -> list[Correction]:
    return from_lines(text.encode(), "a.jsonl")


def test_every_kind_comes_back() -> None:
    assert read("\n".join(lines(EVERY_KIND))) == [replace(c, id=None) for c in EVERY_KIND]
    assert lines(read("\n".join(lines(EVERY_KIND)))) == lines(EVERY_KIND)


def test_a_line_is_plain_and_says_what_it_is() -> None:
    assert json.loads(lines(EVERY_KIND)[2]) == {
        "format": "parley.correction/1",
        "kind": "party",
        "made": MADE,
        "actor": "Ann Lee",
        "value": "Conseil d’État",
    }


def test_empty_lines_marks_and_windows_line_ends_are_passed_over() -> None:
    one, two, *_ = lines(EVERY_KIND)
    assert read("\ufeff\r\n" + one + "\r\n\n  \n" + two) == [replace(c, id=None) for c in EVERY_KIND[:2]]
    assert read("") == []


@given(st.text(min_size=1, max_size=40), st.data())
def test_any_words_come_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    correction = Correction(CorrectionKind.NOT_STATEMENT, anchor_of(text, (start, end)), made=MADE)
    assert from_lines("\n".join(to_lines([correction])).encode(), "x") == [correction]


GOOD = json.loads(lines(EVERY_KIND)[0])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": "parley.correction/2"}, "Invalid"),
        ({"kind": "mood"}, "mood"),
        ({"made": "yesterday"}, "made"),
        ({"actor": None}, "needs a name"),
        ({"actor": " "}, "needs a name"),
        ({"actor": "x" * 301}, "actor"),
        ({"value": "x"}, "has no value"),
        ({"anchor": None}, "needs the place"),
        ({"anchor": {**GOOD["anchor"], "start": -1}}, "start"),
        ({"anchor": {**GOOD["anchor"], "start": 2**70}}, "start|range"),
        ({"anchor": {**GOOD["anchor"], "text_hash": "zz"}}, "text_hash"),
        ({"anchor": {**GOOD["anchor"], "exact": ""}}, "needs the words"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_line_is_named(change: dict[str, object], reason: str) -> None:
    wrong = json.dumps(GOOD | change)
    with pytest.raises(CorrectionError, match=rf"a\.jsonl, line 3, is not a correction: .*({reason})"):
        read(lines(EVERY_KIND)[0] + "\n\n" + wrong + "\n")


@pytest.mark.parametrize("line", [b"{", b"[]", b"3", b"\xff\xfe", b"null", b"{" * 100_000])
def test_what_is_no_object_is_named(line: bytes) -> None:
    with pytest.raises(CorrectionError, match="line 1, is not a correction"):
        from_lines(line, "b")


def test_names_from_elsewhere_lose_what_a_terminal_could_obey() -> None:
    (found,) = read(json.dumps(GOOD | {"actor": "Ann\x1b[31m\u202e Lee"}))
    assert found.actor == "Ann Lee"
