"""The one error tree. Each error is a sentence for the person and carries what it is about."""

from __future__ import annotations


class ParleyError(Exception):
    """Base of every expected error. ``str(error)`` is one clear sentence naming what was wrong and where."""

    def __init__(self, sentence: str, *, subject: str | None = None) -> None:
        super().__init__(sentence)
        self.subject = subject


class DocumentError(ParleyError):
    """A text could not be taken in: missing, a directory, binary, empty, undecodable."""


class LibraryError(ParleyError):
    """The library could not be used: not SQLite, newer, locked, read-only."""


class DamagedError(LibraryError):
    """The library's file is damaged; says what to do about it."""


class StoppedError(ParleyError):
    """Work was stopped by the person, or because the program ends; nothing of it is left behind."""


class NotFoundError(ParleyError):
    """Nothing in the library has that id."""


class PackError(ParleyError):
    """A language pack is not what it should be; names file and key."""


class ModelMissingError(ParleyError):
    """A language model's package is not installed; says what to install."""


class AnalysisError(ParleyError):
    """A text could not be analysed."""


class CorrectionError(ParleyError):
    """A correction cannot be made or read: a part is missing, nothing to undo, no such statement."""


class FeedError(ParleyError):
    """A feed's document could not be read: empty, not a feed, too large."""


class OpmlError(ParleyError):
    """A subscription list could not be read; names the file and the line."""


class AnnotationError(ParleyError):
    """A highlight or note cannot be made or read: nothing in it, its words are not there, a file that holds none."""


class TranslationError(ParleyError):
    """A translation command is none, cannot be started, fails, takes too long or writes too much."""


class TagError(ParleyError):
    """A tag cannot be called so: empty, too long."""


class QueryError(ParleyError):
    """What was typed is no query. ``position`` is the code point at which it stops being one (0 up to its length),
    ``end`` where what is wrong ends, ``suggestion`` what could stand there instead."""

    def __init__(self, sentence: str, position: int = 0, end: int | None = None, suggestion: str | None = None) -> None:
        super().__init__(sentence)
        self.position = position
        self.end = position if end is None else end
        self.suggestion = suggestion


class LibraryFileError(ParleyError):
    """The lines of a library could not be taken in; names the file and the line."""


class SearchError(ParleyError):
    """A search cannot be answered: it has too many parts."""


class StoryError(ParleyError):
    """Something cannot be done with a story: not an article of it, a name that is too long."""


class SavedSearchError(ParleyError):
    """A search cannot be kept so: it has no name or no query, or its name is taken."""


class WatchError(ParleyError):
    """A rule cannot be kept so: it has no name or no query, or its name is taken."""
