"""The analysis does not read the lines that stand for pictures, and its spans are those of the text as it is."""

from __future__ import annotations

import pytest

from reader.domain.layout import prose
from reader.ingest.engine import analyse_text

BEFORE = "The mayor said on Tuesday that at least 12 boats had sunk."
PICTURE = "▣ “We lost 40 boats,” said the fisherman Karl Brandt on Monday."
AFTER = "The harbour master denied on Wednesday that anybody had been warned."


def test_a_caption_is_nobody_s_statement() -> None:
    text = "\n\n".join([BEFORE, PICTURE, AFTER])
    found = analyse_text(text, "en")
    start, end = text.index(PICTURE), text.index(PICTURE) + len(PICTURE)
    assert [text[slice(*statement.cue)] for statement in found.statements if statement.cue] == ["said", "denied"]
    assert [text[slice(*statement.source)] for statement in found.statements if statement.source] == [
        *("The mayor", "The harbour master")
    ]
    assert [text[slice(*statement.content[0])] for statement in found.statements] == [
        *("that at least 12 boats had sunk", "that anybody had been warned")
    ]
    assert not [quantity for quantity in found.quantities if start <= quantity.span[0] < end]
    assert not [actor for actor in found.actors if "Brandt" in actor.name]


@pytest.mark.parametrize("text", ["▣", "▣\n\n▣ a\n▣", "a ▣ b", f"▣{BEFORE}\n{AFTER}", "▣ a\r\n▣\u2028b", " ▣ a"])
def test_a_line_that_only_looks_like_one_does_no_harm(text: str) -> None:
    assert len(prose(text)) == len(text)
    assert all(made in (given, " ") for made, given in zip(prose(text), text, strict=True))
    analyse_text(text, "en")
