"""Files that are broken or no OPML: one sentence that names the file and the line, and nothing is imported."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.domain.errors import OpmlError
from reader.feeds.opml.parsing import MOST_BYTES
from reader.feeds.opml.reading import read_opml


def refused(data: str | bytes) -> str:
    with pytest.raises(OpmlError) as caught:
        read_opml(data if isinstance(data, bytes) else data.encode(), "subs.opml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('<opml>\n<outline text="A & B"/></opml>', 2, "an “&” stands alone there; it is written “&amp;”"),
        (
            '<opml>\n\n<outline text="x&nbsp;y"/></opml>',
            3,
            "“&nbsp;” means nothing in OPML; write the character itself",
        ),
        ("<opml>\n<body>\n</opml>", 3, "“opml” ends there, but “body” of line 2 has not ended"),
        (
            "\n\n<?xml version='1.0'?><opml>\n<body>\n</opml>",
            5,
            "“opml” ends there, but “body” of line 4 has not ended",
        ),
        ("<opml>\n<body>\n", 3, "it ends inside “body”; the rest is missing"),
        ("<opml>\n<outline text=a/></opml>", 2, "AttValue: \" or ' expected"),
        ('<opml>\n<outline text="a" text="b"/></opml>', 2, "Attribute text redefined"),
        ('<opml>\n<outline my:text="a"/></opml>', 2, "Namespace prefix my for text on outline is not defined"),
        ('<opml>\n<outline text="\x01"/></opml>', 2, "invalid character in attribute value"),
        ("<opml/>\n<opml/>", 2, "Extra content at the end of the document"),
        ("<opml>\n" + '<outline text="a">' * 300, 2, "its folders are nested too deep"),
        ('<!DOCTYPE opml [\n<!ENTITY a "b">]><opml/>', 2, "it declares entities, which no list needs"),
    ],
)
def test_a_broken_file_names_its_line(text: str, line: int, reason: str) -> None:
    assert refused(text) == f"subs.opml, line {line}, is not OPML: {reason}."


def test_folders_too_deep_name_the_line() -> None:
    text = "<opml>" + '<outline text="a">\n' * 101 + "</outline>" * 101 + "</opml>"
    assert refused(text) == "subs.opml, line 101, is nested more than 100 deep, which no subscription list may be."


PAGE = "an HTML page"
FEED = "a feed, which is subscribed to by its address"


@pytest.mark.parametrize(
    ("data", "seems"),
    [
        ("<!DOCTYPE html>\n<html lang=fr><body><p>Bonjour<br></body></html>", PAGE),
        ("<html><body/></html>", PAGE),
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', FEED),
        ('<?xml version="1.0"?>\n<!-- x --><rss version="2.0"><channel>', FEED),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', FEED),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', FEED),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "JSON"),
        ("[]", "JSON"),
        (
            '# mine\n\nhttps://a.example/f presse "~Le Monde"\n',
            "newsboat's list of addresses, which “newsboat --export-to-opml” turns into OPML",
        ),
        ("Bonjour", "a plain text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a binary file"),
        (b"SQLite format 3\0\x10\0", "a SQLite database"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        ("<svg:svg xmlns:svg='s'/>", "a file of another kind, whose first element is “svg”"),
    ],
)
def test_another_kind_of_file_is_called_what_it_seems_to_be(data: str | bytes, seems: str) -> None:
    assert refused(data) == f"subs.opml is not OPML: it seems to be {seems}."


@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    assert refused(data) == "subs.opml is empty."


def test_a_file_without_end_is_not_read() -> None:
    assert (
        refused(b"<opml>" + b" " * MOST_BYTES)
        == "subs.opml is larger than 32 MB, the most a subscription list may have."
    )


def test_the_name_of_the_file_is_made_safe() -> None:
    with pytest.raises(OpmlError, match=r"^subs\.opml is empty\.$"):
        read_opml(b"", "subs\x1b[31m.opml\x07")


BOMB = '<!DOCTYPE opml [<!ENTITY a0 "lollollollol">{}]><opml><outline text="{}"/>{}</opml>'
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "text",
    [
        BOMB.format(ENTITIES, "&a11;", ""),
        BOMB.format(ENTITIES, "", "&a11;"),
        BOMB.format("", "&a0;" * 1000, ""),
        '<!DOCTYPE opml [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><opml>&y;</opml>',
        '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline text="a"/>&x;</opml>',
        '<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/x.dtd"><opml><outline text="a&nbsp;b"/></opml>',
    ],
)
def test_bombs_and_other_files_are_refused(text: str) -> None:
    assert refused(text).startswith("subs.opml, line 1, is not OPML: ")


def sentence(data: bytes) -> str:
    """What is said of a file that is refused; empty for one that is read."""
    try:
        read_opml(data, "subs.opml")
    except OpmlError as error:
        return str(error)
    return ""


WHOLE = (
    '<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>T</title></head><body>'
    '<outline text="Été &amp; &#233;" xmlUrl="https://a.example/f?a=1&amp;b=2"><outline text="x"/></outline>'
    "</body></opml>"
).encode()


@given(st.binary(max_size=200))
@example(b"\xff\xfe<")
@example(b"<opml>\x81</opml>")
def test_any_bytes_are_a_sentence(data: bytes) -> None:
    assert sentence(data).startswith("subs.opml")
    assert sentence(data).endswith(".")
    assert "\n" not in sentence(data)


@settings(max_examples=150)
@given(st.integers(0, len(WHOLE)), st.integers(0, 20), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused_with_a_sentence(place: int, lost: int, instead: bytes) -> None:
    said = sentence(WHOLE[:place] + instead + WHOLE[place + lost :])
    assert said == "" or (said.startswith("subs.opml") and said.endswith("."))


@pytest.mark.parametrize("end", range(1, len(WHOLE), 7))
def test_a_file_cut_short_imports_nothing(end: int) -> None:
    assert sentence(WHOLE[:end]).startswith("subs.opml")
