"""What a correction must hold, and how sure each setting wants statements to be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import TEXT, sample_analysis

from reader.domain.confidence import Strictness
from reader.domain.correction import (
    Anchor,
    Correction,
    CorrectionKind,
    not_statement,
    party_correction,
    same_actor,
    speaker_correction,
    standing,
)
from reader.domain.errors import CorrectionError

STATEMENT = sample_analysis().statements[0]
WORDS = Anchor("avoir", "a déclaré ", " compté", 19, "h")


def test_a_statement_is_kept_by_its_words_from_the_first_to_the_last() -> None:
    split = replace(STATEMENT, content=((0, 8), (19, 24)))
    for correction in (speaker_correction(TEXT, split, "X"), not_statement(TEXT, split)):
        assert correction.anchor is not None
        assert correction.anchor.exact == "Le maire a déclaré avoir"
        assert TEXT[slice(*correction.anchor.span)] == correction.anchor.exact


def test_names_lose_what_a_terminal_could_obey() -> None:
    assert speaker_correction(TEXT, STATEMENT, " \x1b[31mAnn \u202e Lee\n").actor == "Ann Lee"
    party = party_correction("A\tLee", "Bay  Council\x07")
    assert (party.actor, party.value) == ("A Lee", "Bay Council")


@pytest.mark.parametrize(
    ("kind", "anchor", "actor", "value"),
    [
        (CorrectionKind.SPEAKER, WORDS, None, None),
        (CorrectionKind.SPEAKER, None, "Ann", None),
        (CorrectionKind.SPEAKER, WORDS, "Ann", "Lee"),
        (CorrectionKind.NOT_STATEMENT, None, None, None),
        (CorrectionKind.NOT_STATEMENT, WORDS, "Ann", None),
        (CorrectionKind.NOT_STATEMENT, replace(WORDS, exact=""), None, None),
        (CorrectionKind.NOT_STATEMENT, replace(WORDS, start=-1), None, None),
        (CorrectionKind.PARTY, None, "Ann", None),
        (CorrectionKind.PARTY, None, " ", "Lee"),
        (CorrectionKind.SAME_ACTOR, WORDS, "Ann", "Lee"),
    ],
)
def test_what_lacks_a_part_or_has_one_too_many_is_refused(
    kind: CorrectionKind, anchor: Anchor | None, actor: str | None, value: str | None
) -> None:
    with pytest.raises(CorrectionError, match="correction"):
        Correction(kind, anchor, actor, value)


def test_an_empty_name_is_refused() -> None:
    for make in (
        lambda: speaker_correction(TEXT, STATEMENT, "\x07 "),
        lambda: party_correction("Ann", ""),
        lambda: same_actor("", "Ann"),
    ):
        with pytest.raises(CorrectionError, match="needs a"):
            make()


def test_what_was_undone_does_not_stand() -> None:
    one, other = party_correction("Ann", "A"), party_correction("Ann", "B")
    assert standing([one, replace(other, undone=True), other]) == (one, other)


def test_the_same_words_said_at_the_same_time_are_one_correction() -> None:
    one = replace(party_correction("Ann", "A"), made="2024-01-01T00:00:00Z")
    assert replace(one, id=3, undone=True).said == one.said
    assert replace(one, made="2024-01-02T00:00:00Z").said != one.said


def test_each_setting_wants_less_than_the_stricter_one() -> None:
    floors = [Strictness.STRICT.floor, Strictness.NORMAL.floor, Strictness.WIDE.floor]
    assert floors == sorted(floors, reverse=True)
    assert len(set(floors)) == 3
    assert Strictness.WIDE.floor == 0
