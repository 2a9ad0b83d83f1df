"""What the list of stories says of itself. Pure."""

from __future__ import annotations

from textual.content import Content

from reader.domain.story import Stories, StoryCounts

EMPTY = {
    Stories.ALL: "No stories yet. Articles about one event become a story by themselves: as soon as two of them are "
    "here and analysed, from whatever outlet and in whatever language.",
    Stories.FOLLOWED: "You follow no story. f follows one; it then stands in the drawer (B), with what is new in it.",
    Stories.UNREAD: "Nothing is unread in any story.",
    Stories.MUTED: "No story is muted. m mutes one: it is listed nowhere but here.",
}
COMING = "Reading the stories…"
"""Until it answers, which takes a moment while articles are being looked at."""
NOT_FOUND = "No story has all of that. Words are those of its title, its name, its parties and its outlets."


def empty(which: Stories, waiting: int) -> str:
    """Why a list is empty, where so many articles are not looked at yet."""
    more = f" {waiting:,} article{' is' if waiting == 1 else 's are'} still to be looked at." if waiting else ""
    return EMPTY[which] + more


def counts_line(counts: StoryCounts, told: str, waiting: int, where: str, width: int) -> Content:
    """How many stories there are, then what else is ``told``; at the right ``where`` one is, where there is room."""
    parts = [f"{counts.all:,}", f"{counts.unread:,} with something unread", f"{counts.followed:,} followed"]
    if counts.followed_new:
        parts.append(f"{counts.followed_new:,} of them new")
    if waiting:
        parts.append(f"{waiting:,} article{'' if waiting == 1 else 's'} to look at")
    line = Content.assemble(("Stories", "bold"), (f" · {' · '.join(parts)}", "$quiet"), (told, ""))
    gap = width - line.cell_length - len(where)
    return line.append(Content.styled(" " * gap + where, "$quiet")) if gap > 1 else line
