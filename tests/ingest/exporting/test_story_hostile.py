"""Whatever feeds call their articles, outlets, authors and addresses: pages stay whole, tables even, terminals calm."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from sample import TEXT, sample_analysis
from story_news import HOSTILE
from strict_html import read_strictly

from reader.analysis.story_board.parts import StoryText
from reader.analysis.story_board.story_board import arrange
from reader.cli.story_text import story_text
from reader.domain.article import hash_text
from reader.domain.found_statement import FoundParty
from reader.domain.plain_text import clean_text
from reader.domain.story import EarlierStory, Story, StoryMember, StoryRow, StoryWish, StoryWishKind
from reader.ingest.exporting.story_html import briefing_html, story_html
from reader.ingest.exporting.story_json import story_object
from reader.ingest.exporting.story_markdown import briefing_markdown, story_markdown
from reader.ingest.exporting.story_telling import tell_story
from reader.ingest.exporting.story_told import StoryTold
from reader.languages.pack import load_pack

words = st.text(max_size=30) | st.sampled_from(
    [
        HOSTILE,
        '" onload="alert(1)',
        "javascript:alert(1)",
        "https://x.example/?a=1&b=<2>",
        "|",
        "`",
        "](http://x)",
        "",
        "]]>",
    ]
)


def told(title: str, outlet: str, author: str, url: str, dated: str) -> StoryTold:
    texts = [
        StoryText(id, title, outlet, author, "fr", dated, url, TEXT, hash_text(TEXT), sample_analysis(), agency=outlet)
        for id in (1, 2)
    ]
    members = tuple(
        StoryMember(
            id, title, outlet, author, "fr", dated, url, hash_text(TEXT), False, False, title, 1, id - 1 or None,
            outlet, True,
        )
        for id in (1, 2)
    )  # fmt: skip
    parties = (FoundParty("maire", outlet),)
    row = StoryRow(1, title, author, (outlet,), ("fr",), 2, 1, 2, 2, parties, dated, dated, dated)
    wish = StoryWish(StoryWishKind.APART, (1,), (9,))
    story = Story(row, members, (wish,), EarlierStory(7, title, dated, author))
    return tell_story(story, arrange(texts, "fr", load_pack), "fr", title_of=lambda id: title)


@settings(max_examples=60)
@given(words, words, words, words, st.sampled_from(["2022-09-14", "2022-09-14T10:00:00Z", "", "<b>|"]))
@example(HOSTILE, HOSTILE, HOSTILE, "javascript:alert(document.domain)", "2022-09-14")
def test_whatever_they_are_called(title: str, outlet: str, author: str, url: str, dated: str) -> None:
    made = told(title, outlet, author, url, dated)
    for text in (briefing_html(made), story_html(made)):
        attributes = read_strictly(text)
        assert clean_text(text) == text
        for _, name, value in attributes:
            assert not name.startswith("on")
            assert name != "href" or value.startswith(("#", "http://", "https://"))
        assert not html.document_fromstring(text.encode()).xpath("//script | //img | //b[not(ancestor::p)]")
    for text in (briefing_markdown(made), story_markdown(made)):
        assert clean_text(text) == text
        for table in re.findall(r"(?:^\|.*\n?)+", text, re.M):
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().split("\n")}) == 1
    plain = story_text(made)
    assert clean_text(plain) == plain
    assert story_object(made)["format"] == "parley.story/1"
