"""The Articles tab of a story: its articles by date, why each is here, copies of one text folded into a line. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from textual.content import Content

from reader.domain.story import Story, StoryMember
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, NAME, clean_line, plain
from reader.ui.row_text import UNREAD
from reader.ui.stories.article_marks import UNMARKED, Marks, signs, tags
from reader.ui.stories.carried import spoken_in
from reader.ui.stories.story_place import StoryPlace, StoryTab
from reader.ui.stories.times import stamp

NO_OUTLET = "no outlet named"
PICKED = "┃"
FOLDED, UNFOLDED = "▸", "▾"
DATE = 18
"""Cells of the column with the date."""


def articles_tab(
    story: Story,
    language: str,
    unfolded: Collection[int] = (),
    picked: Collection[int] = (),
    waiting: Collection[int] = (),
    marks: Mapping[int, Marks] | None = None,
) -> StoryTab:
    """The blocks of the tab, the oldest first. ``unfolded`` are ids of articles whose copies are shown one by one,
    ``picked`` those picked by the person, ``waiting`` those not analysed yet; ``marks`` by article id."""
    marks = marks or {}
    tab = StoryTab()
    copies: dict[int, list[StoryMember]] = defaultdict(list)
    there = {member.article_id for member in story.members}
    for member in story.members:
        if member.copy_of in there:
            copies[member.copy_of].append(member)
    for member in story.members:
        if member.copy_of in there:
            continue
        _add(tab, member, language, picked, waiting, marks)
        if same := copies.get(member.article_id):
            _add_copies(tab, member, same, language, member.article_id in unfolded, picked, waiting, marks)
    return tab


def unread_from(story: Story, at: int | None, step: int) -> int | None:
    """The next (1) or previous (-1) unread article, seen from one of the story or from either end; copies of another's
    text are passed over where that is there."""
    ids = [member.article_id for member in story.members]
    here = ids.index(at) if at in ids else (-1 if step > 0 else len(ids))
    ahead = story.members[here + 1 :] if step > 0 else reversed(story.members[:here])
    return next((member.article_id for member in ahead if not member.read and member.copy_of not in ids), None)


def _add(
    tab: StoryTab,
    member: StoryMember,
    language: str,
    picked: Collection[int],
    waiting: Collection[int],
    all_marks: Mapping[int, Marks],
    *,
    is_copy: bool = False,
) -> None:
    marks = all_marks.get(member.article_id, UNMARKED)
    sign = PICKED if member.article_id in picked else " "
    read = " " if member.read else UNREAD
    label = Content.styled(f"{sign}{read} {stamp(member.dated)}", NAME if not member.read else ASIDE)
    facts = [member.source or NO_OUTLET, spoken_in(member.language, language), member.author or ""]
    if member.agency and not is_copy:
        facts.append(f"credits {member.agency}")
    if member.article_id in waiting:
        facts.append("not analysed yet")
    outlet = tags(marks) + plain(" · ".join(fact for fact in facts if fact), ASIDE)
    title = plain(member.title or "(no title)", "" if member.read else NAME)
    why = plain(f"{'put here by hand. ' if member.by_hand else ''}{member.reason}", ASIDE)
    paragraphs = (
        Paragraph(signs(member, marks) + title, limit=2, label=label, label_width=DATE),
        Paragraph(outlet, limit=1, label=Content(" "), label_width=DATE),
        Paragraph(why, limit=0 if is_copy else 1, label=Content(" "), label_width=DATE),
    )
    block = Block(f"article/{member.article_id}", paragraphs, indent=2 if is_copy else 0, gap=0 if is_copy else 1)
    tab.add(block, StoryPlace(member.article_id))


def _add_copies(
    tab: StoryTab,
    original: StoryMember,
    copies: Sequence[StoryMember],
    language: str,
    open_: bool,
    picked: Collection[int],
    waiting: Collection[int],
    marks: Mapping[int, Marks],
) -> None:
    outlets = tuple(dict.fromkeys(clean_line(m.source or NO_OUTLET) for m in (original, *copies)))
    agency = next((m.agency for m in (original, *copies) if m.agency), None)
    what = f"the same {clean_line(agency)} text" if agency else "the same text"
    where = f"in {len(outlets)} outlets" if len(outlets) > 1 else f"{len(copies) + 1} times in {outlets[0]}"
    line = Content.styled(f"{UNFOLDED if open_ else FOLDED} {what} {where}", ASIDE)
    if not open_ and len(outlets) > 1:
        line = line.append(Content.styled(f": {', '.join(outlets)}", ASIDE))
    unread = sum(not member.read for member in copies)
    right = Content.styled(f"{unread} unread", ASIDE) if unread else None
    block = Block(
        f"copies/{original.article_id}", (Paragraph(line, limit=1, indent=2, right=right),), gap=0 if open_ else 1
    )
    tab.add(block, StoryPlace(original.article_id, fold=original.article_id))
    for member in copies if open_ else ():
        _add(tab, member, language, picked, waiting, marks, is_copy=True)
    if open_:
        tab.add(Block(f"copies/{original.article_id}/end", (Paragraph(Content("")),), gap=0))
