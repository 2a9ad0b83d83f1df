"""What a note is about, also as the name under which its draft is kept."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass

from reader.domain.anchor import Anchor
from reader.domain.annotation import About, Annotation
from reader.domain.colour import Colour


@dataclass(frozen=True, slots=True)
class Subject:
    """The annotation called ``uri`` of an article; or without one what is not annotated yet: the words of ``anchor``,
    or the article as a whole. ``colour`` is what its words will be highlighted in."""

    article_id: int
    uri: str = ""
    about: About = About.ARTICLE
    anchor: Anchor | None = None
    colour: Colour | None = None

    @classmethod
    def of(cls, annotation: Annotation) -> Subject:
        """The subject that is an annotation there is."""
        return cls(annotation.article_id, annotation.uri, annotation.about, annotation.anchor, annotation.colour)

    @property
    def key(self) -> str:
        """The name of its draft. However an annotation changes, it has the same."""
        if self.uri:
            return json.dumps({"article": self.article_id, "note": self.uri})
        where = list(astuple(self.anchor)) if self.anchor is not None else None
        return json.dumps({"article": self.article_id, "about": self.about, "anchor": where}, ensure_ascii=False)


def subject_of_key(key: str) -> Subject | None:
    """What a draft of that name is about; None where the name is not one of ours."""
    try:
        told = json.loads(key)
        article = int(told["article"])
        if "note" in told:
            return Subject(article, uri=str(told["note"]))
        exact, prefix, suffix, start, text_hash = told["anchor"] or (None, "", "", 0, "")
        anchor = Anchor(str(exact), str(prefix), str(suffix), int(start), str(text_hash)) if exact else None
        return Subject(article, about=About(told["about"]), anchor=anchor)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
