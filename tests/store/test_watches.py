"""Rules that say what to watch for: kept, changed, removed, and taken back."""

from __future__ import annotations

import pytest
from watched import news

from reader.domain.errors import NotFoundError, WatchError
from reader.domain.watch import WatchKind
from reader.store.library import Library

STATEMENTS, FIGURES = WatchKind.STATEMENTS, WatchKind.FIGURES


def names(library: Library) -> list[str]:
    return [watch.name for watch in library.watches.all()]


def test_kept_changed_removed_and_taken_back(empty_library: Library) -> None:
    library = empty_library
    id = news(library, 1)
    truce = library.watches.add(" Truce\n", STATEMENTS, "says:Russia")
    dead = library.watches.add("Dead", FIGURES, "anything", id)
    assert (truce.name, truce.query, truce.story, truce.seen) == ("Truce", "says:Russia", None, "")
    assert (dead.kind, dead.query, dead.story) == (FIGURES, "", id)
    library.watches.keep_seen(truce.id, "something")
    assert library.watches.change(truce.id, name="Peace").seen == "something"
    assert library.watches.change(truce.id, query="says:Armenia").seen == ""
    labels = []
    for _ in range(2):
        deed = library.deeds.undo()
        assert deed is not None
        labels.append(deed.label)
    assert labels == ["changed the rule “Peace”", "renamed the rule “Truce” to “Peace”"]
    assert library.watches.get(truce.id).seen == "something"
    library.watches.remove(truce.id)
    assert names(library) == ["Dead"]
    library.deeds.undo()
    assert library.watches.get(truce.id).seen == "something"
    library.deeds.redo()
    with pytest.raises(NotFoundError):
        library.watches.get(truce.id)
    library.watches.keep_seen(truce.id, "nothing is kept of what is gone")
    assert names(library) == ["Dead"]


def test_what_is_no_rule_is_refused(empty_library: Library) -> None:
    watches = empty_library.watches
    watches.add("Truce", STATEMENTS, "says:Russia")
    for name, query in (("", "x"), ("Other", " "), ("TRUCE", "x"), ("n" * 101, "x"), ("Long", "x" * 3000)):
        with pytest.raises(WatchError):
            watches.add(name, STATEMENTS, query)
    with pytest.raises(NotFoundError):
        watches.add("Dead", FIGURES, story=7)
    assert watches.change(1, name="truce").name == "truce"
    assert watches.named("TRÛCE") is not None
