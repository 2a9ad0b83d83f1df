"""Take annotations of a file into the library: each to its article, to its words there, and told where that fails."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.domain.anchor import Anchor, anchor_of
from reader.domain.anchoring import find_anchor
from reader.domain.annotation import About, Annotation
from reader.domain.article import Article
from reader.domain.plain_text import clean_line
from reader.ingest.annotations.iris import hash_of
from reader.ingest.annotations.json_ld_reading import Incoming, from_json_ld
from reader.ingest.annotations.placing import place
from reader.ingest.annotations.targets import Target
from reader.store.deeds import Change
from reader.store.library import Library

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many annotations were ``added``, how many were there ``already``, and a sentence for
    each one that was left out or whose words are not in its article."""

    added: int
    already: int
    problems: tuple[str, ...] = ()


def import_annotations(library: Library, data: bytes, name: str) -> Imported:
    """Take in the annotations of a JSON-LD file called ``name``; undone as one deed. What is there already, by its
    name, stays as it is.

    Raises AnnotationError where the file cannot be read (then nothing is taken in), LibraryError.
    """
    read = from_json_ld(data, name)
    work = _Import(library, name)
    with library.transaction():
        for incoming in read.annotations:
            work.take(incoming)
        count = len(work.changes)
        what = "a note or highlight" if count == 1 else f"{count} notes and highlights"
        library.deeds.note("import", f"imported {what} from {name}", work.changes)
    return Imported(count, work.already, (*read.problems, *work.problems))


class _Import:
    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._name = name
        self._lookup = library.lookup()
        self._articles: dict[int, Article] = {}
        self.changes: list[Change | None] = []
        self.already = 0
        self.problems: list[str] = []

    def take(self, incoming: Incoming) -> None:
        if self._library.annotations.by_uri(incoming.uri) is not None:
            self.already += 1
            return
        found = next(((t, article) for t in incoming.targets if (article := self._article(t)) is not None), None)
        if found is None:
            where = clean_line(incoming.targets[0].source)
            self._tell(incoming, f"is about {where}, of which the library has no article; it was left out")
            return
        target, article = found
        annotation = self._annotation(incoming, target, article)
        if not annotation.body and annotation.colour is None:
            why = "marks words it does not quote" if target.quoted else "neither says nor marks anything"
            self._tell(incoming, f"{why}; it was left out")
            return
        change, kept = self._library.annotations.put(annotation)
        self.changes.append(change)
        if kept.anchor is not None and place(self._library, kept, article) is None:
            words = clean_line(kept.anchor.exact)[:_SHOWN]
            self._tell(
                incoming, f"is on words article {article.id} does not have now, “{words}”; it was kept with them"
            )
        elif kept.anchor is None and target.quoted:
            self._tell(incoming, f"marks words it does not quote; it was kept as a note on article {article.id}")

    def _article(self, target: Target) -> Article | None:
        """The article a target is about: of several with its address the one with its text."""
        named = hash_of(target.source)
        ids = [] if named else self._lookup.by_address(target.source)
        for text_hash in (named, target.text_hash):
            if text_hash and not ids:
                ids = self._lookup.by_text(text_hash)
        for id in ids:
            if id not in self._articles:
                self._articles[id] = self._library.article(id)
        articles = [self._articles[id] for id in ids]
        return next((a for a in articles if a.text_hash == target.text_hash), articles[0] if articles else None)

    def _annotation(self, incoming: Incoming, target: Target, article: Article) -> Annotation:
        anchor = _anchor(target, article)
        return Annotation(
            article.id,
            incoming.about if anchor is not None else About.ARTICLE,
            anchor,
            incoming.body,
            incoming.colour if anchor is not None else None,
            incoming.uri,
            incoming.created,
            incoming.modified,
        )

    def _tell(self, incoming: Incoming, what: str) -> None:
        self.problems.append(f"Annotation {incoming.number} of {self._name} {what}.")


def _anchor(target: Target, article: Article) -> Anchor | None:
    """Where a target's words stand: as it says, where it says in which text; else found in the article's."""
    exact = target.exact
    if not exact.strip():
        known = target.text_hash == article.text_hash and target.end <= len(article.text)
        span = (target.start, target.end)
        return anchor_of(article.text, span) if known and article.text[slice(*span)].strip() else None
    told = Anchor(exact, target.prefix, target.suffix, target.start, target.text_hash)
    if target.text_hash:
        return told
    # Other programs quote the page with its line breaks and indents.
    plain = replace(told, exact=" ".join(exact.split()), prefix=_plain(told.prefix), suffix=_plain(told.suffix))
    for anchor in (told, plain):
        span_found = find_anchor(anchor, article.text, article.text_hash)
        if span_found is not None and article.text[slice(*span_found)] == anchor.exact:
            return anchor_of(article.text, span_found)
    return told


def _plain(words: str) -> str:
    """Words with every run of white space made one space, also at the ends."""
    inside = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{inside}{' ' if words[-1:].isspace() and inside else ''}"
