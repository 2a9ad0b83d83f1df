"""What is styled in an article, and how."""

from __future__ import annotations

from dataclasses import replace

from reading import FERRY, ferry_analysis

from reader.domain.actor import ActorKind
from reader.domain.analysis import Analysis
from reader.domain.comparison import Comparison, Figure, FigureRow, Verdict
from reader.domain.quantity import Hedge
from reader.ui.article_view import EVERYTHING
from reader.ui.highlight import KIND_CLASS, Mark, Shown, content_marks, extent, margin, marks, speaker_marks
from reader.ui.party_look import MARKS, NO_PARTY, UNKNOWN, party_look

STORY = ferry_analysis()
LOOKS = party_look(STORY)


def styled(shown: frozenset[Shown] = EVERYTHING) -> dict[str, tuple[str, ...]]:
    """The classes of each styled stretch, by its words."""
    return {FERRY[span[0] : span[1]]: classes for span, classes in marks(STORY, LOOKS, shown)}


def test_names_carry_their_party_and_their_kind() -> None:
    found = styled()
    assert found["Norland"] == ("party-0", "actor-state")
    assert found["coast guard"] == ("party-1", "actor-force")
    assert found["Ada Moss"] == ("party-1", "actor-person")
    assert found["Port Grey"] == (NO_PARTY, "actor-place")


def test_people_organisations_forces_and_places_differ() -> None:
    kinds = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.FORCE, ActorKind.PLACE)
    assert len({KIND_CLASS[kind] for kind in kinds}) == len(kinds)
    assert set(KIND_CLASS) == set(ActorKind)


def test_numbers_and_dates_differ() -> None:
    found = styled()
    assert found["at least 12"] == ("figure",)
    assert found["on Tuesday"] == ("date",)


def test_what_is_counted_is_marked() -> None:
    start = FERRY.index("boats")
    counted = replace(STORY.quantities[0], counted_span=(start, start + 5))
    story = replace(STORY, quantities=(counted,))
    assert ((start, start + 5), ("counted",)) in set(marks(story, LOOKS, EVERYTHING))


def test_each_kind_can_be_switched_off() -> None:
    assert "Norland" not in styled(EVERYTHING - {Shown.ACTORS})
    assert "at least 12" not in styled(EVERYTHING - {Shown.FIGURES})
    assert "on Tuesday" not in styled(EVERYTHING - {Shown.DATES})
    assert set(styled(frozenset({Shown.DATES}))) == {"on Tuesday"}


def test_source_cue_and_content_of_a_statement_differ() -> None:
    layers = [*content_marks(STORY.statements[2]), *speaker_marks(STORY.statements[2])]
    found = {FERRY[span[0] : span[1]]: classes for span, classes in layers}
    assert found == {
        "“We have lost 3 boats of our own,”": ("statement-content",),
        "said": ("statement-cue",),
        "Captain Ada Moss": ("statement-source",),
    }
    start, end = extent(STORY.statements[2])
    assert FERRY[start:end] == "“We have lost 3 boats of our own,” said Captain Ada Moss"


def test_the_margin_shows_who_speaks_but_not_who_is_quoted_inside() -> None:
    inner = replace(STORY.statements[1], id="s9", parent="s1")
    shown = list(margin(replace(STORY, statements=(*STORY.statements, inner)), LOOKS))
    assert [look.css_class for _, look in shown] == ["party-0", "party-1", "party-1"]


def test_the_margin_marks_who_speaks_for_no_known_party() -> None:
    nobody = replace(STORY.statements[1], parties=(), speakers=())
    ((_, look),) = margin(replace(STORY, statements=(nobody,)), LOOKS)
    assert look == UNKNOWN
    assert look.mark not in MARKS


def test_a_passing_count_is_marked_like_a_date_and_a_figure_is_not() -> None:
    start = FERRY.index("two")
    two = replace(
        STORY.quantities[0], id="q9", span=(start, start + 3), text="two", value=2.0, hedge=Hedge.EXACT, party=None
    )
    story = replace(STORY, quantities=(two,))
    assert list(marks(story, LOOKS, EVERYTHING)) == [*_names(story), ((start, start + 3), ("date",))]
    figure = Figure("neighbours", (FigureRow(None, "q9", None),), Verdict.SINGLE, "")
    told = replace(story, comparison=Comparison((), (figure,), ()))
    assert ((start, start + 3), ("figure",)) in list(marks(told, LOOKS, EVERYTHING))


def _names(story: Analysis) -> list[Mark]:
    return list(marks(story, LOOKS, frozenset({Shown.ACTORS})))


def test_a_source_far_away_does_not_draw_the_margin_over_what_lies_between() -> None:
    far = replace(STORY.statements[0], content=((FERRY.index("forty"), len(FERRY)),), cue=None)
    ((start, _), _), *_ = margin(replace(STORY, statements=(far,)), LOOKS)
    assert start == FERRY.index("forty")


def test_speakers_have_the_first_colours_and_every_party_its_mark() -> None:
    silent = replace(STORY.parties[0], id="third", name="Third")
    looks = party_look(replace(STORY, parties=(silent, *STORY.parties)))
    assert [looks[id].css_class for id in ("norland", "sudria", "third")] == ["party-0", "party-1", "party-2"]
    crowd = tuple(replace(silent, id=f"p{n}") for n in range(12))
    every = list(party_look(replace(STORY, parties=crowd, statements=())).values())
    assert len({look.mark for look in every}) == 12
    assert [look.mark for look in every[:8]] == list(MARKS)
    assert not any(look.mark.isalpha() for look in every)
    assert every[8].css_class == every[0].css_class
