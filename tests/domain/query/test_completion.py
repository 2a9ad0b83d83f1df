"""What could be typed next. ``|`` is the cursor, and [ ] hold what would be replaced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.folding import fold
from reader.domain.query.completion import complete
from reader.domain.query.fields import FIELDS
from reader.domain.query.terms import Field, Where

KNOWN = {
    Field.SOURCE: ["Reuters", "Le Monde", 'The "Best"', "a:b (c)"],
    Field.TAG: ["été", "war"],
    Where.AUTHOR: ["Ann Smith"],
}


def values(field: Field | Where, typed: str) -> list[str]:
    return [name for name in KNOWN.get(field, []) if fold(name).startswith(fold(typed))]


@pytest.mark.parametrize(
    ("typed", "replaced", "inserted"),
    [
        ("so|", "[so]", ["source:"]),
        ("war -so|", "war -[so]", ["source:"]),
        ("(AFT|", "([AFT]", ["after:"]),
        ("since|", "[since]", ["after:"]),
        ("ta|r war", "[tar] war", ["tag:", "target:"]),
        ("ta|r:", "[tar:]", ["tag:", "target:"]),
        ("zz|", "", []),
        ("is:|", "is:[]", ["unread", "read", "bookmarked", "annotated", "changed", "story", "followed"]),
        ("is:UN|", "is:[UN]", ["unread"]),
        ("war -has:h| peace", "war -has:[h] peace", ["highlight"]),
        ("act:acc|", "act:[acc]", ["accuse"]),
        ("source:|", "source:[]", ["Reuters", '"Le Monde"', '«The "Best"»', '"a:b (c)"']),
        ("source: le|", "source: [le]", ['"Le Monde"']),
        ('source:"Le M|', 'source:["Le M]', ['"Le Monde"']),
        ("tag:ET|", "tag:[ET]", ["été"]),
        ("author:a|", "author:[a]", ['"Ann Smith"']),
        ("title:a|", "", []),
        ("on:yes|", "on:[yes]", ["yesterday"]),
        ("after:3|", "after:[3]", ['"3 days ago"']),
        ("number:>|", "number:[>]", [">1000"]),
        ('"so|', "", []),
        ("war OR|", "", []),
        ("(war)|", "", []),
        ("feld:x|", "", []),
    ],
)
def test_completed(typed: str, replaced: str, inserted: list[str]) -> None:
    cursor = typed.index("|")
    text = typed.replace("|", "")
    found = complete(text, cursor, values)
    assert [one.insert for one in found] == inserted
    for one in found:
        assert f"{text[: one.start]}[{text[one.start : one.end]}]{text[one.end :]}" == replaced


def test_nothing_typed_offers_every_field() -> None:
    assert [one.label for one in complete("war ", 4, values)] == [f"{info.name}:" for info in FIELDS]
    assert all(one.aside for one in complete("", 0, values))


@settings(max_examples=100)
@given(text=st.one_of(st.text(max_size=12), st.text('so:"«»()|-* tag', max_size=12)), cursor=st.integers(0, 12))
def test_any_cursor_anywhere(text: str, cursor: int) -> None:
    for one in complete(text, min(cursor, len(text)), values):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.insert
