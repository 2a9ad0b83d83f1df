"""How an article changed: its earlier versions, and what one of them became."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.domain.article import Article
from reader.store.library import Library
from reader.store.versions import Version

if TYPE_CHECKING:
    from reader.domain.analysis import Analysis
    from reader.domain.difference import Difference


@dataclass(frozen=True, slots=True)
class History:
    """An article as it is and as it was, the newest of the earlier versions first: those of the text that is shown."""

    article: Article
    versions: tuple[Version, ...]

    def was(self, number: int) -> Article:
        """The article as it was ``number`` versions ago (1 is the last): with the title and text of then, and with an
        id that no article has."""
        version = self.versions[number - 1]
        return replace(
            self.article,
            id=-version.id,
            title=version.title,
            text=version.text,
            text_hash=version.text_hash,
            layout=version.layout,
        )


def history(library: Library, article_id: int) -> History:
    """An article with its earlier versions. Raises NotFoundError, LibraryError."""
    article = library.article(article_id)
    # A feed's teaser and the page's whole text differ in everything; that is no change anybody made.
    return History(article, tuple(v for v in library.versions.of(article_id) if v.shown is article.shown))


def became(old: Article, new: Article, old_analysis: Analysis | None, new_analysis: Analysis | None) -> Difference:
    """How one version became another; works on nothing but what it is given."""
    from reader.analysis.difference.difference import difference

    return difference(old.text, new.text, old_analysis, new_analysis)
