"""What a person types, into an address to fetch; and when two of them are one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import FeedError
from reader.domain.plain_text import clean_line
from reader.feeds.discovery.addresses import LONGEST_ADDRESS, normalise_address, readable_address, same_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("lemonde.fr", "https://lemonde.fr"),
        ("  www.lemonde.fr/rss/une.xml\n", "https://www.lemonde.fr/rss/une.xml"),
        ("\ufeffhttps://a.example/", "https://a.example/"),
        ("HTTP://WWW.Le-Monde.FR:80/Rss/Une.XML", "http://www.le-monde.fr/Rss/Une.XML"),
        ("https://a.example:443/", "https://a.example/"),
        ("https://a.example:80/", "https://a.example:80/"),
        ("http://a.example:/f", "http://a.example/f"),
        ("localhost:8080/feed", "https://localhost:8080/feed"),
        ("http://127.0.0.1:8000/f", "http://127.0.0.1:8000/f"),
        ("http://[0:0::1]:8080/f", "http://[::1]:8080/f"),
        ("//a.example/f", "https://a.example/f"),
        ("http:/a.example/f", "http://a.example/f"),
        ("feed:https://a.example/f", "https://a.example/f"),
        ("feed:http://a.example/f", "http://a.example/f"),
        ("feed://a.example/f", "http://a.example/f"),
        ("FEED:a.example/f", "https://a.example/f"),
        ("feed://https://a.example/f", "https://a.example/f"),
        ("https://a.example/f?q=A%20b&x=#top", "https://a.example/f?q=A%20b&x="),
        ("https://a.example/%7Eme/../É?é=è", "https://a.example/%7Eme/../É?é=è"),
        ("https://a.example?feed=rss2", "https://a.example?feed=rss2"),
        ("https://a.example./f", "https://a.example/f"),
        ("https://Zoé:pâsse@A.example/f", "https://Zoé:pâsse@a.example/f"),
        ("https://me@home:pw@a.example/@x", "https://me@home:pw@a.example/@x"),
        ("https://Élysée.example/", "https://xn--lyse-9oad.example/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("my_host/f", "https://my_host/f"),
    ],
)
def test_what_is_typed_becomes_an_address(typed: str, address: str) -> None:
    assert normalise_address(typed) == address
    assert normalise_address(address) == address


NOT_WEB = "and only http and https addresses can be fetched"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "There is no address."),
        (" #top ", "There is no address."),
        ("file:///etc/passwd", f"The address file:///etc/passwd begins with file:, {NOT_WEB}."),
        ("FTP://me:secret@a.example/f", f"The address FTP://a.example/f begins with ftp:, {NOT_WEB}."),
        ("javascript:alert(1)", f"The address javascript:alert(1) begins with javascript:, {NOT_WEB}."),
        ("mailto:a@b.example", f"The address mailto:a@b.example begins with mailto:, {NOT_WEB}."),
        ("feed:file:///etc/passwd", f"The address file:///etc/passwd begins with file:, {NOT_WEB}."),
        ("C:\\feeds.xml", f"The address C:\\feeds.xml begins with c:, {NOT_WEB}."),
        ("/home/me/feeds.xml", "The address /home/me/feeds.xml names no host."),
        ("https://", "The address https:// names no host."),
        ("https://me:secret@/f", "The address https:///f names no host."),
        ("le monde", "The address le monde has no host that can exist."),
        (
            "https://me:se/cret@a.example/",
            "The address https://a.example/ has a port that is no number from 1 to 65535.",
        ),
        ("me:secret@a.example/f", f"The address a.example/f begins with me:, {NOT_WEB}."),
        ("https://a..example/", "The address https://a..example/ has no host that can exist."),
        ("https://-a.example/", "The address https://-a.example/ has no host that can exist."),
        ("https://a.example\\@b.example/", "The address https://b.example/ has no host that can exist."),
        ("https://[::1/", "The address https://[::1/ has no host that can exist."),
        (
            "https://[fe80::1%25eth0]/",
            "The address https://[fe80::1%25eth0]/ names a network interface, which no address of a feed does.",
        ),
        ("https://[1.2.3.4]/", "The address https://[1.2.3.4]/ has no host that can exist."),
        ("https://a.example:0/", "The address https://a.example:0/ has a port that is no number from 1 to 65535."),
        (
            "https://a.example:99999/",
            "The address https://a.example:99999/ has a port that is no number from 1 to 65535.",
        ),
        ("a.example/\x1b[31mf", "The address a.example/f holds control characters, which no address may."),
        ("a.example/f\r\nHost: b", "The address a.example/f Host: b holds control characters, which no address may."),
        ("a.example/\u202exml", "The address a.example/xml holds control characters, which no address may."),
        (f"{'a' * 64}.example", f"The address {'a' * 64}.example has no host that can exist."),
    ],
)
def test_what_cannot_be_fetched_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(FeedError) as caught:
        normalise_address(typed)
    assert str(caught.value) == sentence


def test_an_address_that_is_too_long_is_cut_in_the_sentence() -> None:
    with pytest.raises(FeedError) as caught:
        normalise_address("a.example/" + "x" * LONGEST_ADDRESS)
    assert len(str(caught.value)) < 200
    assert str(caught.value).endswith("… is longer than the 4000 characters an address may have.")


@given(
    st.text(st.sampled_from("ahttpsfeed:/@.#?[]%\\ é1\ufeff\u200b\x00\x1b。ßxn-"), max_size=20) | st.text(max_size=40)
)
def test_an_address_is_normal_once_and_for_all(typed: str) -> None:
    address, sentence = "https://a.example", "A sentence."
    try:
        address = normalise_address(typed)
    except FeedError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    assert clean_line(sentence) == sentence
    assert normalise_address(address) == address
    assert address.startswith(("http://", "https://"))


@given(st.text(st.sampled_from("aA.:/?# "), max_size=12))
def test_an_address_is_the_same_as_its_normal_form(rest: str) -> None:
    try:
        address = normalise_address(f"a.example/{rest}")
    except FeedError:
        address = f"a.example/{rest}"
    assert same_address(f"a.example/{rest}", address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/feed", "http://a.example/feed"),
        ("https://a.example/feed/", "https://a.example/feed"),
        ("https://www.a.example", "a.example/"),
        ("https://A.example/#top", "a.example"),
        ("http://a.example:80/f", "https://a.example:443/f"),
        ("https://a.example/?feed=rss2", "https://a.example?feed=rss2"),
        ("file:///f", "file:///f"),
    ],
)
def test_addresses_of_one_feed(one: str, other: str) -> None:
    assert same_address(one, other)
    assert same_address(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/feed", "https://a.example/Feed"),
        ("https://a.example/feed", "https://a.example/feed?page=2"),
        ("https://a.example/feed", "https://b.a.example/feed"),
        ("https://a.example:8443/", "https://a.example/"),
        ("https://me:1@a.example/", "https://a.example/"),
        ("https://www.example/", "https://example/"),
        ("https://a.example/f?x=1/", "https://a.example/f?x=1"),
        ("file:///f", "file:///g"),
    ],
)
def test_addresses_that_may_be_of_two_feeds(one: str, other: str) -> None:
    assert not same_address(one, other)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://xn--lyse-9oad.example/é", "https://élysée.example/é"),
        ("https://me:secret@www.xn--strae-oqa.example/", "https://www.straße.example/"),
        ("me:secret@a.example/@x", "a.example/@x"),
        ("https://a.example/@me", "https://a.example/@me"),
        ("https://xn--pple-43d.example/", "https://xn--pple-43d.example/"),  # its first letter is Cyrillic
        ("https://xn--zz--.example/", "https://xn--zz--.example/"),
        ("https://a.example/\x1b[31mf", "https://a.example/f"),
    ],
)
def test_an_address_is_readable_and_tells_no_secret(address: str, shown: str) -> None:
    assert readable_address(address) == shown


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_address_is_readable(text: str) -> None:
    shown = readable_address(text)
    assert clean_line(shown) == shown
