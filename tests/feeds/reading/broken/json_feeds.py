"""JSON Feeds as they should not be."""

from __future__ import annotations

import json

from broken.case import Case, case

VERSION = "https://jsonfeed.org/version/1.1"
ITEMS = [
    {"id": "1", "url": "http://x.example/1", "title": "One", "content_html": "<p>First</p><p>words</p>"},
    {"id": "2", "url": "http://x.example/2", "title": "Two", "content_text": "Second words"},
]
FEED = {"version": VERSION, "title": "News", "home_page_url": "http://x.example/", "items": ITEMS}
TEXT = json.dumps(FEED, indent=1)
BOTH: list[str | None] = ["One", "Two"]
WORDS: list[str | None] = ["First\n\nwords", "Second words"]


def items(name: str, found: object, titles: list[str | None], holds: list[str | None] | None = None) -> Case:
    """A feed with these items."""
    return case(name, json.dumps({**FEED, "items": found}), titles, holds or [])


CASES = [
    case("JSON Feed", TEXT, BOTH, WORDS, urls=["http://x.example/1", "http://x.example/2"]),
    case("JSON with a mark", "\ufeff" + TEXT, BOTH, WORDS),
    Case("JSON in UTF-16", TEXT.encode("utf-16"), BOTH, WORDS),
    case("JSON with blank lines before", "\n\n " + TEXT, BOTH, WORDS),
    case("JSON with trailing commas", TEXT.replace("\n  }", ",\n  }").replace("\n ]", ",\n ]"), BOTH, WORDS),
    case("JSON and text after", TEXT + "\n<!-- cached -->", BOTH, WORDS),
    case("JSON cut in a string", TEXT[: TEXT.index("Second") + 6], BOTH, [WORDS[0], "Second"]),
    case("JSON cut in a key", TEXT[: TEXT.index("content_text") + 6], BOTH, WORDS[:1]),
    case("JSON cut after a key", TEXT[: TEXT.index("content_text") + 14], BOTH, WORDS[:1]),
    case(
        "JSON cut in an escape",
        TEXT.replace("Second words", "Second\\u00e9 x")[: TEXT.index("Second") + 9],
        BOTH,
        [WORDS[0], "Second"],
    ),
    case("JSON cut between items", TEXT[: TEXT.index('"id": "2"') - 6], BOTH[:1], WORDS[:1]),
    case("JSON cut after the items", TEXT[:-2], BOTH, WORDS),
    case("JSON without a version", json.dumps({"title": "News", "items": ITEMS}), BOTH, WORDS),
    case(
        "JSON with line ends in strings",
        TEXT.replace("Second words", "Second\nwords"),
        BOTH,
        [WORDS[0], "Second\nwords"],
    ),
    case("JSON with control characters", TEXT.replace("Two", "T\\u0000w\\u001bo\\u202e"), ["One", "Tw"], WORDS),
    case("JSON with lone surrogates", TEXT.replace("Two", "Two\\ud83d"), BOTH, WORDS),
    case("JSON with duplicate keys", TEXT.replace('"title": "Two"', '"title": "Old", "title": "Two"'), BOTH, WORDS),
    case("JSON with NaN", TEXT.replace('"id": "2"', '"id": NaN, "x": Infinity'), BOTH, WORDS),
    case("JSON with a broken item", TEXT.replace('"id": "1",', '"id": "1" oops,'), BOTH, [None, WORDS[1]]),
    case("JSON with words where values should be", TEXT.replace('"id": "2"', '"id": undefined'), BOTH, WORDS),
    case(
        "JSON that nests",
        TEXT.replace('"id": "2"', '"x": ' + "[" * 100_000 + "]" * 100_000 + ', "id": "2"'),
        BOTH,
        WORDS,
    ),
    case(
        "JSON that nests without an end",
        TEXT.replace('"id": "2"', '"id": "2", "title": "Two", "x": ' + "[" * 100_000),
        BOTH,
        WORDS[:1],
    ),
    items("numbers for identifiers", [{"id": 12345678901234567890, "title": "One"}, {"id": 1.5, "title": "Two"}], BOTH),
    items("enormous numbers", [{"id": int("9" * 4000), "title": "One"}], BOTH[:1]),
    items("null among the items", [None, ITEMS[0], None, ITEMS[1], 3, [], {}, True], BOTH, WORDS),
    items("texts among the items", [ITEMS[0], "Loose words"], ["One", None], [WORDS[0], "Loose words"]),
    items(
        "wrong types everywhere",
        [
            {
                "id": {},
                "url": [],
                "title": 7,
                "content_html": 8,
                "authors": "Ann",
                "attachments": {"url": 1},
                "date_published": {},
                "language": [],
                "tags": 3,
                "image": {},
            }
        ],
        ["7"],
        ["8"],
    ),
    items(
        "both kinds of content",
        [{"id": "1", "title": "One", "content_html": "<p>First words</p>", "content_text": "First words"}],
        BOTH[:1],
        ["First words"],
    ),
    items("only a summary", [{"id": "1", "title": "One", "summary": "First words"}], BOTH[:1], ["First words"]),
    items(
        "text with signs of markup",
        [{"id": "1", "title": "One", "content_text": "a <b> c &amp; d"}],
        BOTH[:1],
        ["a <b> c &amp; d"],
    ),
    items("no title", [{"id": "1", "content_text": "First words. And more."}], [None], ["First words. And more."]),
    items("only an address", [{"url": "http://x.example/1"}], [None], ["http://x.example/1"]),
    items(
        "an attachment",
        [
            {
                "id": "1",
                "title": "One",
                "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "title": "Talk"}, None],
            }
        ],
        BOTH[:1],
        ["▣ Audio: Talk"],
    ),
    items("an image", [{"id": "1", "title": "One", "image": "http://x.example/a.jpg"}], BOTH[:1], ["▣ Image: a.jpg"]),
    items("an empty list of items", [], []),
    case("JSON Feed without items", json.dumps({"version": VERSION, "title": "N"}), []),
    case("items that are no list", json.dumps({"version": VERSION, "items": {"a": 1}}), []),
]
