"""What an item is: new, known, changed. Every way publishers change or forget what identifies an article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.entry import KnownEntry, address_key, identity
from reader.domain.feed import FeedItem
from reader.domain.intent import Amended, Joined, New, Rewritten
from reader.ingest.decide import decide

A = FeedItem("Title", "Text.", guid="g", url="https://bay.example/a", published="2026-03-01T12:00:00Z")


def known(*items: FeedItem, owner: bool = True, deleted: bool = False) -> list[KnownEntry]:
    """Entries 1, 2, ... of articles 101, 102, ..."""
    return [KnownEntry(n, 100 + n, identity(one), owner, deleted) for n, one in enumerate(items, 1)]


def told(items: list[FeedItem], *before: FeedItem, **more: bool) -> list[str]:
    """What is decided, in short: "new", "rewritten 101" ..."""
    intents = decide([(one, identity(one)) for one in items], known(*before, **more))
    return ["new" if isinstance(i, New) else f"{type(i).__name__.lower()} {i.article_id}" for i in intents]


def test_what_did_not_change_needs_nothing() -> None:
    assert told([A], A) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"text": "Other."}, "rewritten 101"),
        ({"title": "Other"}, "rewritten 101"),
        ({"title": "Other", "text": "Other."}, "rewritten 101"),
        ({"author": "Mary"}, "amended 101"),
        ({"published": "2026-03-02T12:00:00Z"}, "amended 101"),
        ({"guid": "other"}, "amended 101"),
        ({"guid": None}, "amended 101"),
        ({"url": "https://bay.example/b"}, "amended 101"),
        ({"url": None}, "amended 101"),
        ({"guid": "other", "text": "Other."}, "rewritten 101"),
        ({"guid": None, "text": "Other."}, "rewritten 101"),
        ({"url": "https://bay.example/b", "text": "Other."}, "rewritten 101"),
        # Another guid or address, and other words all over: a guid used again, or another article at one address.
        ({"guid": "other", "title": "Other", "text": "Other."}, "new"),
        ({"url": "https://bay.example/b", "title": "Other", "text": "Other."}, "new"),
        ({"guid": "other", "url": "https://bay.example/b"}, "new"),
    ],
)
def test_one_thing_changed(changes: dict[str, str | None], expected: str) -> None:
    assert told([replace(A, **changes)], A) == [expected]  # type: ignore[arg-type]


def test_items_that_share_a_guid_but_not_an_address_stay_two() -> None:
    other = replace(A, url="https://bay.example/b")
    assert told([A, other]) == ["new", "new"]
    assert told([A, other], A, other) == []
    assert told([A, other], A) == ["new"]


def test_items_that_share_guid_and_address_but_not_their_words_stay_two() -> None:
    other = replace(A, title="Other", text="Other.")
    assert told([A, other]) == ["new", "new"]
    assert told([other, A], A, other) == []


def test_the_same_item_twice_in_a_document_is_one() -> None:
    assert told([A, A]) == ["new"]


def test_a_feed_without_guids_is_known_by_addresses() -> None:
    bare = replace(A, guid=None)
    assert told([replace(bare, title="Corrected title", text="Corrected.")], bare) == ["rewritten 101"]


def test_a_feed_without_addresses_is_known_by_guids() -> None:
    bare = replace(A, url=None)
    assert told([replace(bare, title="Corrected title", text="Corrected.")], bare) == ["rewritten 101"]


def test_a_feed_with_neither_is_known_by_titles() -> None:
    bare = replace(A, guid=None, url=None)
    assert told([replace(bare, text="Corrected.")], bare) == ["rewritten 101"]
    assert told([replace(bare, title="Another", text="Another.")], bare) == ["new"]


def test_one_address_for_every_item_tells_nothing() -> None:
    one, two = (FeedItem(f"Title {n}", f"Text {n}.", url="https://bay.example/live") for n in "12")
    three = FeedItem("Title 3", "Text 3.", url="https://bay.example/live")
    assert told([one, two]) == ["new", "new"]
    assert told([three, one, two], one, two) == ["new"]
    assert told([one, replace(two, text="Corrected.")], one, two) == ["rewritten 102"]


def test_what_the_user_deleted_is_left_alone() -> None:
    assert told([replace(A, text="Other.")], A, deleted=True) == []


def test_a_feed_that_shares_an_article_only_notes_what_it_says() -> None:
    (intent,) = decide([(replace(A, text="Other."), identity(replace(A, text="Other.")))], known(A, owner=False))
    assert isinstance(intent, Rewritten)
    assert not intent.owner


def test_an_article_of_another_feed_is_joined_where_every_word_is_the_same() -> None:
    who = identity(A)
    assert who.url_key is not None
    elsewhere = {(who.url_key, who.text_key): 7}
    (intent,) = decide([(A, who)], [], elsewhere)
    assert isinstance(intent, Joined)
    assert intent.article_id == 7
    other = replace(A, text="Other.")
    assert isinstance(decide([(other, identity(other))], [], elsewhere)[0], New)


def test_amended_items_carry_what_became_known() -> None:
    later = replace(A, author="Mary Quill")
    (intent,) = decide([(later, identity(later))], known(A))
    assert isinstance(intent, Amended)
    assert intent.item.author == "Mary Quill"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.bay.example/a/", "http://bay.example/a", True),
        ("https://bay.example/a?utm_source=x&id=3", "https://bay.example/a?id=3", True),
        ("https://bay.example:443/a", "https://bay.example/a", True),
        ("https://bay.example/a?id=3", "https://bay.example/a?id=4", False),
        ("https://bay.example/a#1", "https://bay.example/a#2", False),
        ("https://bay.example:8443/a", "https://bay.example/a", False),
    ],
)
def test_addresses_of_one_article(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same


_ITEMS = st.lists(
    st.builds(
        FeedItem,
        title=st.sampled_from(["T1", "T2"]),
        text=st.sampled_from(["X1", "X2", "X3"]),
        guid=st.sampled_from([None, "g1", "g2"]),
        url=st.sampled_from([None, "https://bay.example/1", "https://bay.example/2"]),
    ),
    max_size=6,
)


@given(_ITEMS)
def test_a_document_taken_in_once_brings_nothing_again(items: list[FeedItem]) -> None:
    """However guids, addresses and titles repeat: no double, no endless new versions."""
    fresh = [(one, identity(one)) for one in items]
    new = [intent.item for intent in decide(fresh, []) if isinstance(intent, New)]
    assert {(one.title, one.text) for one in new} == {(one.title, one.text) for one in items}
    assert decide(fresh, known(*new)) == []


@given(_ITEMS, _ITEMS)
def test_every_item_of_the_next_document_is_taken_in(first: list[FeedItem], then: list[FeedItem]) -> None:
    before = list(dict.fromkeys(first))
    entries = known(*before)
    fresh = [(one, identity(one)) for one in then]
    after = {entry.id: entry.identity for entry in entries}
    for intent in decide(fresh, entries):
        if isinstance(intent, Rewritten | Amended):
            after[intent.entry_id] = intent.identity
        else:
            after[-len(after) - 1] = intent.identity
    assert {who.text_key for _, who in fresh} <= {who.text_key for who in after.values()}


@pytest.mark.parametrize(
    "address", ["http://[", "https://bay.example:99999999/", "nonsense", "https:///x", "http://a:b/"]
)
def test_what_is_no_address_is_its_own_key(address: str) -> None:
    assert address_key(address) == address
