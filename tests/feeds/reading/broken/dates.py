"""Dates as they are met with."""

from __future__ import annotations

from broken.case import Case, atom, case, rss

NOW = "2026-01-02T03:04:05Z"
TEN = "2022-09-14T10:00:00Z"
DAY = "2022-09-14T00:00:00Z"


def dated(written: str, read: str | None, element: str = "pubDate", **given: str) -> Case:
    """An item with this date and what it means."""
    body = rss(f"<item><title>T</title><{element}>{written}</{element}></item>")
    return case(f"date {element} {written}", body, ["T"], published=[read], given=given)


CASES = [
    dated("Wed, 14 Sep 2022 10:00:00 GMT", TEN),
    dated("Wed, 14 Sep 2022 10:00:00 UT", TEN),
    dated("Wed, 14 Sep 2022 10:00:00 Z", TEN),
    dated("Wed, 14 Sep 2022 06:00:00 EDT", TEN),
    dated("Wed, 14 Sep 2022 05:00:00 EST", TEN),
    dated("Wed, 14 Sep 2022 03:00:00 PDT", TEN),
    dated("Wed, 14 Sep 2022 12:00:00 +0200", TEN),
    dated("Wed, 14 Sep 2022 12:00:00 +02:00", TEN),
    dated("Wed, 14 Sep 2022 10:00:00 +0000 GMT", TEN),
    dated("Wed, 14 Sep 2022 12:00:00 GMT+0200", TEN),
    dated("Wed, 14 Sep 22 10:00:00 GMT", TEN),
    dated("Mon, 14 Sep 2022 10:00:00 GMT", TEN),
    dated("14 Sep 2022 10:00:00", TEN),
    dated("Wed, 14 Sep 2022 10:00", TEN),
    dated("Wed, 14 Sep 2022", DAY),
    dated("Wed, 14 September 2022 10:00:00 GMT", TEN),
    dated("Wednesday, 14-Sep-22 10:00:00 GMT", TEN),
    dated("mar., 14 sept. 2022 12:00:00 +0200", TEN),
    dated("mercredi 14 septembre 2022", DAY),
    dated("Mi, 14 März 2022 11:00:00 +0100", "2022-03-14T10:00:00Z"),
    dated("Wed Sep 14 10:00:00 2022", TEN),
    dated("Sept. 14, 2022 10:00 AM", TEN),
    dated("September 14, 2022", DAY),
    dated("9/14/2022", DAY),
    dated("14/9/2022 10:00", TEN),
    dated("14.09.2022 10:00", TEN),
    dated("2022-09-14T10:00:00Z", TEN),
    dated("2022-09-14T10:00:00", TEN),
    dated("2022-09-14 10:00:00", TEN),
    dated("2022-09-14T10:00Z", TEN),
    dated("2022-09-14T10:00:00.250+00:00", TEN),
    dated("2022-09-14T12:00:00 +0200", TEN),
    dated("2022-09-14", DAY),
    dated("20220914T100000Z", TEN),
    dated("2022-09-13T24:00:00Z", DAY),
    dated("1663149600", TEN),
    dated("1663149600000", TEN),
    dated("  \n2022-09-14T10:00:00Z\n ", TEN),
    dated("<![CDATA[2022-09-14T10:00:00Z]]>", TEN),
    dated("0000-00-00", None),
    dated("0000-00-00 00:00:00", None),
    dated("31 Feb 2022 10:00:00 GMT", None),
    dated("2022-02-31T10:00:00Z", None),
    dated("9999-12-31T23:59:59Z", NOW),
    dated("Fri, 31 Dec 9999 23:59:59 GMT", NOW),
    dated("0001-01-01T00:00:00Z", None),
    dated("Mon, 01 Jan 0001 00:00:00 +0000", None),
    dated("2026-01-02T03:30:00Z", NOW),
    dated("Wed, 14 Sep 2022 25:61:00 GMT", DAY),
    dated("yesterday", None),
    dated("", None),
    dated("5", None),
    dated("2022", None),
    dated("١٤ سبتمبر", None),
    dated("9" * 400, None),
    dated("2022-09-14T10:00:00Z", TEN, "pubdate"),
    dated("2022-09-14T10:00:00Z", TEN, "PubDate"),
    dated("2022-09-14T10:00:00Z", TEN, "published"),
    dated("2022-09-14T10:00:00Z", TEN, "dc:date"),
    dated("2022-09-14T10:00:00Z", TEN, "dcterms:issued"),
    dated("2022-09-14T10:00:00Z", TEN, "dcterms:created"),
    dated("2022-09-14T10:00:00Z", TEN, "prism:publicationDate"),
    dated("nonsense", "2022-09-14T10:00:00Z", last_modified="Wed, 14 Sep 2022 10:00:00 GMT"),
    case(
        "Atom issued",
        atom(
            "<entry><title>T</title><issued>2022-09-14T10:00:00Z</issued><modified>2022-09-15T00:00:00Z</modified></entry>"
        ),
        ["T"],
        published=[TEN],
    ),
    case(
        "Atom modified",
        atom("<entry><title>T</title><modified>2022-09-14T10:00:00Z</modified></entry>"),
        ["T"],
        published=[TEN],
    ),
    case(
        "Atom created",
        atom("<entry><title>T</title><created>2022-09-14T10:00:00Z</created></entry>"),
        ["T"],
        published=[TEN],
    ),
    case(
        "a bad date before a good one",
        rss("<item><title>T</title><pubDate>0000-00-00</pubDate><dc:date>2022-09-14T10:00:00Z</dc:date></item>"),
        ["T"],
        published=[TEN],
    ),
    case(
        "a date on one item",
        rss("<item><title>A</title><pubDate>2022-09-14</pubDate></item><item><title>B</title></item>"),
        ["A", "B"],
        published=[DAY, None],
        given={"last_modified": "Wed, 14 Sep 2022 10:00:00 GMT"},
    ),
]
