"""What the lines at the foot tell the screen they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class FindTyped(Message):
    """Other words are to be found in the article."""

    words: str


@dataclass
class FindWalked(Message):
    """To the next hit (``step`` 1) or the one before (-1)."""

    step: int


@dataclass
class FindEnded(Message):
    """Nothing more is typed to be found. ``keep`` the hits, or go back to where one was."""

    keep: bool


@dataclass
class SearchTyped(Message):
    """Something else is searched for; ``at_once`` where nobody types on."""

    words: str
    at_once: bool = False


@dataclass
class SearchEnded(Message):
    """Nothing more is typed. ``keep`` what was found, or go back to what was there before."""

    words: str
    keep: bool


class SearchTurned(Message):
    """From articles to statements, or back."""


class SearchReordered(Message):
    """The best first, or the newest first again."""


class SearchSaved(Message):
    """What was typed is to be kept."""
