"""The element names of feeds and what they mean. Data: names are lower case, with the customary prefix."""

from __future__ import annotations

PREFIXES = {
    "": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
"""Namespace (lower case) to the customary prefix."""

ROOTS = frozenset({"rss", "rdf:rdf", "rdf", "feed", "channel"})
ITEMS = frozenset({"item", "entry"})

TITLES = frozenset({"title", "dc:title"})
CONTENTS = frozenset({"content:encoded", "content", "xhtml:body", "body", "fullitem"})
SUMMARIES = frozenset({"description", "summary", "dc:description", "abstract", "itunes:summary", "itunes:subtitle"})
CAPTIONS = frozenset({"media:title", "media:description"})
GUIDS = frozenset({"guid", "id"})
AUTHORS = frozenset({"author", "dc:creator", "dc:author", "itunes:author"})
LANGUAGES = frozenset({"language", "dc:language"})
ORIGINALS = frozenset({"feedburner:origlink", "pheedo:origlink", "origlink"})
MEDIA = frozenset({"enclosure", "media:content"})

DATES = {
    "pubdate": "published",
    "published": "published",
    "issued": "published",
    "dcterms:issued": "published",
    "dc:date": "date",
    "date": "date",
    "prism:publicationdate": "prism",
    "prism:publishdate": "prism",
    "created": "created",
    "dcterms:created": "created",
    "updated": "updated",
    "modified": "updated",
    "dcterms:modified": "updated",
    "lastbuilddate": "updated",
}
"""Element to the role of its date."""

PUBLISHED_ROLES = ("published", "date", "prism", "created", "updated")
"""The roles that tell when an item appeared, the surest first."""

NEW_ADDRESSES = frozenset({"itunes:new-feed-url", "newlocation"})
APART = frozenset({"source", "image", "textinput", "media:thumbnail", "media:credit", "media:community"})
"""Elements whose children say nothing about the item or feed they stand in."""
