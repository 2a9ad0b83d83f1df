"""Comparisons to cite: on one page of HTML that needs nothing else, and as Markdown."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

import pytest
from lxml import html
from markdown_it import MarkdownIt
from sample import TEXT, sample_analysis

from reader.cli.finding import Wish, shown
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.domain.correction import not_statement, speaker_correction
from reader.ingest.exporting.compared import Compared, compare_article
from reader.ingest.exporting.comparison_html import comparisons_html
from reader.ingest.exporting.comparison_markdown import comparison_markdown, comparisons_markdown
from reader.store.library import Library

HOSTILE = "</blockquote><script>alert(1)</script>\x1b]0;x\x07 <img src=http://x.example/p> “&lt;”"


def story(library: Library) -> tuple[Article, Analysis]:
    article = library.article(5)
    return article, shown(library, article, Wish())


@pytest.fixture
def compared(seeded_library: Library) -> Compared:
    article, analysis = story(seeded_library)
    return compare_article(replace(article, url="https://ap.example/story?a=1&b=2"), analysis)


def test_the_page_needs_nothing_else(compared: Compared) -> None:
    text = comparisons_html([compared])
    page = html.document_fromstring(text.encode())
    assert text.startswith("<!DOCTYPE html>\n")
    assert page.xpath("//meta/@charset") == ["utf-8"]
    assert page.get("lang") == "en"
    assert not page.xpath("//script | //link | //img | //iframe | //object | //form | //@src | //@style | //base")
    assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")]
    assert set(page.xpath("//a[not(starts-with(@href, '#'))]/@href")) == {"https://ap.example/story?a=1&b=2"}
    (style,) = page.xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


def test_every_quotation_is_there_verbatim_with_what_it_is_cited_by(
    compared: Compared, seeded_library: Library
) -> None:
    article, analysis = story(seeded_library)
    page = html.document_fromstring(comparisons_html([compared]).encode())
    quoted = {quote.text_content() for quote in page.iter("blockquote")}
    markdown = " ".join(html.fromstring(MarkdownIt().render(comparison_markdown(compared))).text_content().split())
    for statement in analysis.statements:
        pieces = [article.text[start:end] for start, end in statement.content]
        assert any(all(piece in quote for piece in pieces) for quote in quoted), statement.id
        for piece in pieces:
            assert " ".join(piece.split()) in markdown
    assert {quote.get("lang") for quote in page.iter("blockquote")} == {"fr"}
    assert {quote.get("cite") for quote in page.iter("blockquote")} == {"https://ap.example/story?a=1&b=2"}
    told = " ".join(page.text_content().split())
    for words in ("AP", "Avet Demourian", "2022-09-14", article.text_hash, "Not heard: Nations unies", "a exhorté"):
        assert words in told
        assert words.removeprefix("Not heard: ") in markdown
    assert "au moins 49" in page.xpath("string(//table)")
    assert "The quotations are the article’s own words" in told


def test_links_lead_to_statements_that_are_there_once(compared: Compared) -> None:
    page = html.document_fromstring(comparisons_html([compared, compared]).encode())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href.removeprefix("#") for href in page.xpath("//a/@href") if href.startswith("#")}
    assert targets >= {"c1", "c2"}
    assert targets <= set(ids)


def test_several_stories_have_a_list_of_contents(compared: Compared) -> None:
    page = html.document_fromstring(comparisons_html([compared, compared]).encode())
    assert [a.text for a in page.xpath("//nav//a")] == [compared.title] * 2
    assert comparisons_markdown([compared, compared]).startswith("# Who says what\n\n1. L’Arménie")
    assert comparisons_markdown([compared]) == comparison_markdown(compared)


def test_hostile_words_stay_words() -> None:
    text = f"{TEXT} {HOSTILE}"
    draft = Draft(text, HOSTILE, HOSTILE, HOSTILE, url="javascript:alert(1)", language="fr")
    found = sample_analysis()
    spoken = replace(found.statements[0], content=((19, len(text)),), source=(0, len(text)))
    compared = compare_article(draft, replace(found, statements=(spoken,), note=HOSTILE))
    page = html.document_fromstring(comparisons_html([compared]).encode())
    assert not page.xpath("//script | //img")
    assert not page.xpath("//a[not(starts-with(@href, '#'))]")
    assert "<script>alert(1)</script>" in page.xpath("string(//blockquote)")
    assert "\x1b" not in page.text_content()
    rendered = html.fromstring(f"<div>{MarkdownIt().render(comparison_markdown(compared))}</div>")
    assert not rendered.xpath(".//script | .//img | .//a")
    assert "<script>alert(1)</script>" in rendered.text_content()


def test_what_was_corrected_by_hand_is_told(seeded_library: Library) -> None:
    article, found = story(seeded_library)
    first, second = found.statements[1], found.statements[2]
    seeded_library.corrections.add(speaker_correction(article.text, first, "Ada Moss"))
    seeded_library.corrections.add(not_statement(article.text, second))
    article, analysis = story(seeded_library)
    compared = compare_article(article, analysis, seeded_library.corrections.all())
    speaker, left_out = (next(s for s in compared.by_hand if word in s) for word in ("Ada Moss was named", "left out"))
    assert article.text[slice(*first.content[0])].split()[0] in speaker
    assert article.text[slice(*second.content[0])].split()[0] in left_out
    page = html.document_fromstring(comparisons_html([compared]).encode())
    assert "(corrected by hand)" in page.text_content()
    assert "Corrected by hand" in comparison_markdown(compared)


def test_an_article_without_statements() -> None:
    empty = replace(sample_analysis(), statements=(), parties=(), comparison=sample_analysis().comparison)
    compared = compare_article(Draft("Nothing.", ""), empty)
    assert compared.title == "Untitled"
    assert "No statements found." in comparisons_html([compared])
    assert "No statements found." in comparison_markdown(compared)
