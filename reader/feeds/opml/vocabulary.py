"""The words of OPML that readers and writers give a meaning."""

from __future__ import annotations

KNOWN_OF_FEED = frozenset({"text", "title", "xmlurl", "htmlurl", "description", "language"})
"""Attributes of a feed that have a place of their own in ``FeedNode``, in lower case."""

KNOWN_OF_FOLDER = frozenset({"text", "xmlurl", "url"})
"""Attributes a folder cannot keep: its name, and those that would make it a feed."""

FEED_TYPES = frozenset({"rss", "rss1", "rss2", "atom", "feed", "rdf", "json", "jsonfeed"})
OTHER_TYPES = frozenset({"link", "include"})
"""Types of outlines, in lower case: of feeds, and of what is neither feed nor folder."""

PLAIN_TYPE = "rss"
"""The type every feed is written with unless it has another."""

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
