"""A statement in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.sources import Source
from reader.domain.span import Span
from reader.languages.cue_lexicon import Sense


@dataclass
class Draft:
    """What a rule found: ``content`` in order of place; ``aimed`` are noun phrases of targets; ``words`` is the cue."""

    source: Source
    content: list[Span]
    rule: str
    certainty: float
    cue: Cue | None = None
    sense: Sense | None = None
    words: Span | None = None
    aimed: list[Span] = field(default_factory=list)
    endorsement: str = "neutral"
    act: str = "declare"
    direct: bool = False
    everyone: bool = False

    @property
    def start(self) -> int:
        return min([s[0] for s in (*self.content, self.source.span, self.words) if s])

    @property
    def extent(self) -> Span:
        """From the first to the last code point of the content."""
        return (self.content[0][0], self.content[-1][1])
