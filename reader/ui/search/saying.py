"""Who said what was typed: understood, searched for and laid out, on the thread that only searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reader.domain.found_statement import FoundStatement
from reader.domain.statement_sections import sections
from reader.ui.panel.block import Block
from reader.ui.panel.stack import Stack
from reader.ui.search.answering import begun_word
from reader.ui.search.statement_blocks import statement_blocks

if TYPE_CHECKING:
    from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Said:
    """``statements`` by their blocks’ ids; ``counted`` says how many there are; ``stack`` are the blocks laid out;
    ``words`` are what was searched for: with a star where what was typed last was taken for the beginning of a word; so
    many ``unseen`` articles are not looked at for stories yet, which is asked for."""

    blocks: Sequence[Block] = ()
    statements: Mapping[str, FoundStatement] = field(default_factory=dict)
    counted: str = ""
    stack: Stack | None = None
    words: str = ""
    unseen: int = 0

    def party_step(self, chosen: str | None, step: int) -> str | None:
        """The first statement of the next party (1), or of this one, or where it is that already, of the one before
        (-1). None where there is no other."""
        firsts = [after.id for before, after in zip(self.blocks, self.blocks[1:], strict=False) if before.heading]
        ids = [block.id for block in self.blocks]
        at = ids.index(chosen) if chosen in ids else -1
        if step > 0:
            return next((id for id in firsts if ids.index(id) > at), None)
        return next((id for id in reversed(firsts) if ids.index(id) < at), None)


def said(library: Library, words: str, today: date, width: int, *, typing: bool) -> Said:
    """What is found, laid out for a list so wide. Raises QueryError, LibraryError."""
    from reader.domain.query.asked import asks_of_stories
    from reader.ingest.understanding import understood

    query = understood(words, today, unfinished=typing)
    if query.root is None:
        return Said(words=words)
    found = library.search.statements(query)
    if typing and not found.statements and (begun := begun_word(words, today)) is not None:
        more = library.search.statements(begun)
        if more.statements:
            query, found, words = begun, more, f"{words}*"
    count = len(found.statements)
    told = f"{count:,}{'+' if found.more else ''} statement{'' if count == 1 else 's'}"
    blocks, statements = statement_blocks(sections(found.statements), query)
    stack = Stack(blocks)
    stack.measure(width)
    unseen = library.stories.count_waiting() if asks_of_stories(query) else 0
    return Said(blocks, statements, told, stack, words, unseen)
