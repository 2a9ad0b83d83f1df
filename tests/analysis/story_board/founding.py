"""The founding story, told by two outlets in two languages with rival figures, and the wire's text again with edits."""

from __future__ import annotations

from pathlib import Path

from telling import article

from reader.analysis.story_board.parts import StoryText

_SEED = Path(__file__).parents[3] / "seeds" / "stories" / "000_15728a63912c0743.txt"

ENGLISH = """\
YEREVAN (AP) — Armenia and Azerbaijan accused each other on Wednesday of fresh rounds of shelling.

Armenia’s Defense Ministry accused Azerbaijani forces of launching drones towards Jermuk overnight.

Azerbaijan’s military, in turn, accused Armenian forces of shelling its positions in Lachin.

Armenia said that at least 49 of its soldiers were killed; Azerbaijan said it lost 50.

Russia on Tuesday urged both parties “to refrain from further escalation and show restraint.”

Kremlin spokesman Dmitry Peskov said that Putin was “taking every effort to help de-escalate tensions.”
"""

COPY = ENGLISH.replace("YEREVAN (AP) — ", "").replace("“", '"').replace("”", '"').replace("lost 50", "lost 71")

LATER = """\
Armenia said on Friday that 105 of its soldiers were killed in the fighting.

Azerbaijan rejected the accusations.

The United Nations called on both sides to respect the ceasefire, the AFP news agency reported.
"""


def founding(*, reverse: bool = False) -> list[StoryText]:
    """Its articles, as they came or the other way round."""
    articles = [
        article(
            1, _SEED.read_text("utf-8"), outlet="AP", language="fr", dated="2022-09-14", agency="AP", title="L’Arménie"
        ),
        article(2, ENGLISH, outlet="The Herald", dated="2022-09-14T10:00:00Z", agency="AP", title="Armenia"),
        article(3, COPY, outlet="The Post", dated="2022-09-14T12:00:00Z", agency="AP", copy_of=2, title="Armenia"),
        article(4, LATER, outlet="The Post", dated="2022-09-16T09:00:00Z", title="More dead"),
    ]
    return articles[::-1] if reverse else articles
