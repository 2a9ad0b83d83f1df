"""What rules tell: each thing once, nothing from before the rule, nothing lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from watched import bring_up, news

from reader.domain.watch import Watch, WatchKind
from reader.ingest import watched_statements
from reader.ingest.exporting.library_lines import export_library
from reader.ingest.exporting.library_reading import import_library
from reader.ingest.library_lane import LibraryLane
from reader.ingest.watch_lane import WatchLane
from reader.ingest.watch_memory import RECENT
from reader.ingest.watching import begin, look, looked_at, remember, rules, sightings
from reader.store.library import Library


@pytest.fixture
def watch(empty_library: Library) -> Watch:
    """A rule in a library with one article."""
    news(empty_library, 1)
    watch = empty_library.watches.add("Truce", WatchKind.STATEMENTS, "says:Russia ceasefire")
    begin(empty_library, watch)
    return watch


def titles(library: Library, **how: bool) -> list[str]:
    return [one.title.split()[1] for one in sightings(library, **how)]


def test_each_is_told_once_the_newest_first(empty_library: Library, watch: Watch) -> None:
    assert titles(empty_library) == []
    news(empty_library, 2)
    news(empty_library, 3)
    assert titles(empty_library, keep=False) == ["3", "2"]
    assert titles(empty_library) == ["3", "2"]
    assert titles(empty_library) == []
    assert titles(empty_library, everything=True) == ["3", "2", "1"]


def test_few_words_are_told_once_of_copies_and_again_of_another_text(empty_library: Library, watch: Watch) -> None:
    news(empty_library, 2, said="the ceasefire holds")
    assert titles(empty_library) == ["2"]
    copy = news(empty_library, 3, said="the ceasefire holds", killed=50)
    assert empty_library.watches.originals([copy])
    assert titles(empty_library) == []
    other = news(empty_library, 4, said="the ceasefire holds", event=1)
    assert not empty_library.watches.originals([other])
    assert len(titles(empty_library)) == 1


def test_analysed_late_or_again_and_deleted(empty_library: Library, watch: Watch) -> None:
    library = empty_library
    second = news(library, 2)
    article = library.article(second)
    found = library.analysis(article.text_hash)
    assert found is not None
    assert titles(library) == ["2"]
    library.save_analysis(article.text_hash, found.analysis, "another engine")
    bring_up(library)
    assert titles(library) == []
    third = news(library, 3)
    library.delete(third)
    assert titles(library) == []
    library.deeds.undo()
    assert titles(library) == ["3"]
    library.delete(third)
    assert titles(library) == []
    library.deeds.undo()
    assert titles(library) == []


def test_what_was_not_remembered_is_told_again(empty_library: Library, watch: Watch) -> None:
    library = empty_library
    news(library, 2)
    first = look(library)
    other = look(library)
    remember(library, first)
    remember(library, other)  # somebody else told it meanwhile
    assert titles(library) == []
    assert len(rules(library)[0].sightings) == 1
    library.watches.change(watch.id, query="says:Russia convoy")
    remember(library, first)
    assert library.watches.get(watch.id).seen == ""


def test_articles_far_behind_are_no_news_but_none_that_waited(
    empty_library: Library, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = empty_library
    monkeypatch.setattr(watched_statements, "WINDOW", 4)
    for number in range(2, 8):
        news(library, number)
    assert titles(library) == ["7", "6", "5", "4", "3", "2"]
    memory = json.loads(library.watches.get(watch.id).seen)
    assert memory["floor"] == 3
    assert len(memory["keys"].split()) == 5
    assert titles(library) == []


def test_what_nobody_looked_at_is_kept_and_bounded(empty_library: Library, watch: Watch) -> None:
    library = empty_library
    for number in range(2, 4):
        news(library, number)
    sightings(library)
    (rule,) = rules(library)
    assert (rule.new, [one.title for one in rule.sightings]) == (
        2,
        ["Fight 3 over the bridge", "Fight 2 over the bridge"],
    )
    assert all(one.words in library.article(one.article_id).text for one in rule.sightings)
    library.delete(rule.sightings[0].article_id)
    assert len(rules(library)[0].sightings) == 1
    looked_at(library, [rule.watch.id])
    assert rules(library)[0].new == 0
    assert RECENT >= 2


def test_a_figure_is_told_when_its_number_is_another(empty_library: Library) -> None:
    library = empty_library
    first = news(library, 1)
    rule = library.watches.add("Dead", WatchKind.FIGURES, story=first)
    begin(library, rule)
    assert sightings(library) == []
    news(library, 2)  # now it is a story, and the rule begins
    assert sightings(library) == []
    news(library, 3, killed=60)
    news(library, 4, killed=75)
    found = sightings(library)
    assert [(one.before, one.words, one.counted) for one in found] == [
        ("At least 60", "At least 75", "soldiers […] killed"),
        ("At least 49", "At least 60", "soldiers […] killed"),
    ]
    for one in found:
        assert library.article(one.article_id).text[one.start :].startswith(one.words)
    assert sightings(library) == []
    assert len(sightings(library, everything=True)) == 3


def test_rules_go_with_the_library(empty_library: Library, watch: Watch, tmp_path: Path) -> None:
    news(empty_library, 2)
    sightings(empty_library)
    export_library(empty_library.path, tmp_path / "library.jsonl")
    import_library(tmp_path / "other.db", str(tmp_path / "library.jsonl"))
    with Library.open(tmp_path / "other.db") as other:
        assert other.watches.all() == empty_library.watches.all()
        bring_up(other)
        assert sightings(other) == []


async def test_beside_the_screen_only_what_changed_is_looked_at(empty_library: Library, watch: Watch) -> None:
    path = empty_library.path
    library = LibraryLane(path)
    lane = WatchLane(path, library)
    try:
        assert await lane.look(date(2026, 3, 2)) == []
        news(empty_library, 2)
        (one,) = await lane.look(date(2026, 3, 2))
        assert one.title == "Fight 2 over the bridge"
        assert await lane.look(date(2026, 3, 2)) == []
        assert rules(empty_library)[0].new == 1
    finally:
        lane.close()
        library.close()
