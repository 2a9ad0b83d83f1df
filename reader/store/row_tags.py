"""The tags of the rows of a list, told with the row itself."""

from __future__ import annotations

import json

from reader.domain.colour import Colour
from reader.domain.tag import Tag, folded

ROW_TAGS = (
    "(SELECT json_group_array(json_array(g.name, g.colour)) FROM tagging t JOIN tag g ON g.id = t.tag_id "
    "WHERE t.article_id = a.id)"
)
"""SQL for the tags of article ``a``, as ``row_tags`` takes them."""


def row_tags(kept: str) -> tuple[Tag, ...]:
    """Tags with name and colour, by name; their ids are 0."""
    if kept == "[]":
        return ()
    tags = [Tag(0, name, Colour(colour) if colour in set(Colour) else None) for name, colour in json.loads(kept)]
    return tuple(sorted(tags, key=lambda tag: folded(tag.name)))
