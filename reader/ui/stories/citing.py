"""What is chosen on the story screen, for the clipboard: the words, then who said them, where and when. Pure."""

from __future__ import annotations

from reader.analysis.story_board.parts import StoryBoard
from reader.domain.plain_text import clean_line
from reader.ui.search.statement_blocks import full_date
from reader.ui.stories.story_place import StoryPlace
from reader.ui.verbatim import quoted


def cited(board: StoryBoard, place: StoryPlace) -> str:
    """The statement with its speaker, outlet, date and address; of an article its title with the same."""
    text = next((text for text in board.texts if text.article_id == place.article_id), None)
    if text is None:
        return ""
    statement = board.analysis.statement(place.said) if place.said else None
    words, who = text.title, ""
    if statement is not None:
        words = quoted(board.text, statement)
        actors = [actor.name for id in statement.speakers if (actor := board.analysis.actor(id))]
        parties = [party.name for id in statement.parties if (party := board.party(id))]
        who = ", ".join(actors or parties)
    told = ", ".join(part for part in (who, text.outlet, full_date(text.dated)) if part)
    lines = (words, f"— {told}" if told else "", text.url or "")
    return "\n".join(clean_line(line) for line in lines if line)
