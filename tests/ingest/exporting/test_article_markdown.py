"""Articles as Markdown: built as their layout says, and every word reads the same once it is rendered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from reader.domain.article import Draft
from reader.domain.errors import DocumentError
from reader.domain.layout import Block, BlockKind, Layout, Link
from reader.domain.plain_text import clean_text
from reader.feeds.html_blocks.blocks import fragment_text
from reader.ingest.exporting.article_files import write_article_files, write_articles
from reader.ingest.exporting.articles import Form, article_markdown, article_text
from reader.ingest.exporting.file_names import LONGEST, Names, slug
from reader.ingest.exporting.text_markdown import text_markdown
from reader.store.library import Library

BODY = """<h2>What *each* side says</h2><p>One <a href="https://a.example/x(1)">link [b]</a> and<br>a break</p>
<ul><li>first<ol start="3"><li>inner</li></ol></li><li>second<p>more of it</p></li></ul>
<ol start="12"><li>twelfth</li></ol>
<blockquote><p>Quoted</p><blockquote>deeper</blockquote><ul><li>an item</li></ul></blockquote>
<pre>code
  x = ```1```

y</pre><table><tr><th>Party</th><th>Boats</th></tr><tr><td>Norland</td><td>12 <a href="https://t.example/">lost</a></td>
</tr><tr><td></td><td>a|b</td></tr></table>
<figure><img src="https://i.example/p.jpg" alt="x"><figcaption>A boat</figcaption></figure>
<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) ![p](http://p.example/) &amp;amp; # no</p>
<p>===</p><p>1. no list<br>- none</p>
"""


def rendered(markdown: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{MarkdownIt('commonmark').enable('table').render(markdown)}</div>")


def words(text: str) -> list[str]:
    return text.split()


def test_every_kind_of_block_becomes_what_it_was() -> None:
    page = rendered(text_markdown(*fragment_text(BODY)))
    assert page.xpath("string(.//h3)") == "What *each* side says"
    assert {a.get("href"): a.text_content() for a in page.iter("a")} == {
        "https://a.example/x(1)": "link [b]",
        "https://t.example/": "lost",
        "https://i.example/p.jpg": "▣ A boat",
    }
    assert [words(li.text_content())[0] for li in page.xpath("./ul/li")] == ["first", "second"]
    assert page.xpath("string(./ul/li/ol[@start=3]/li)").strip() == "inner"
    assert page.xpath("string(./ol[@start=12]/li)").strip() == "twelfth"
    assert page.xpath("string(./blockquote/blockquote)").strip() == "deeper"
    assert page.xpath("string(./blockquote/ul/li)").strip() == "an item"
    assert page.xpath("string(.//pre)") == "code\n  x = ```1```\n\ny\n"
    assert [cell.text_content() for cell in page.iter("th", "td")] == [
        "Party",
        "Boats",
        "Norland",
        "12 lost",
        "",
        "a|b",
    ]
    assert not page.xpath(".//script | .//img")


def test_the_words_read_the_same() -> None:
    shown = rendered(text_markdown(*fragment_text(BODY))).text_content()
    assert "more of it" in shown
    assert "===" in shown
    assert "<script>alert(1)</script> [x](javascript:alert(1)) ![p](http://p.example/) &amp; # no" in shown
    assert "1. no list\n- none" in shown


SIGNS = st.text(st.sampled_from("ab1 \n-+*_`#>|[]()<>!&~\\=.:\t\"'éя漢▣\u202e\x1b/@"), max_size=40)


@settings(max_examples=150)
@given(SIGNS)
def test_any_text_reads_the_same(text: str) -> None:
    shown = rendered(text_markdown(text, Layout()))
    assert "".join(shown.text_content().split()) == "".join(clean_text(text).split())
    assert {element.tag for element in shown.iter()} <= {"div", "p", "br"}


@settings(max_examples=150)
@given(
    SIGNS, st.lists(st.tuples(st.sampled_from(BlockKind), st.integers(0, 40), st.integers(1, 20), st.integers(1, 8)))
)
def test_any_layout_of_any_text_keeps_its_signs(text: str, blocks: list[tuple[BlockKind, int, int, int]]) -> None:
    made = sorted(
        (Block(kind, start, start + wide, level) for kind, start, wide, level in blocks), key=lambda b: b.start
    )
    layout = Layout.from_json(Layout(tuple(made), (Link(0, 3, "javascript:alert(1)"),)).to_json(), len(text))
    shown = rendered(text_markdown(text, layout))
    assert not shown.xpath(".//script | .//img | .//*[@href]")
    letters = [sign for sign in clean_text(text) if sign in "abéя漢"]
    assert [sign for sign in shown.text_content() if sign in "abéя漢"] == letters


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://a b", "https://"]
)
def test_links_lead_to_the_web_or_to_letters_only(url: str) -> None:
    assert text_markdown("words", Layout((), (Link(0, 5, url),))) == "words"


@pytest.mark.parametrize(
    "url", ["https://a.example/)x", "https://a.example/<b>\\", "mailto:desk@a.example", "http://a.example/a_b*c"]
)
def test_addresses_survive(url: str) -> None:
    (link,) = rendered(text_markdown("words", Layout((), (Link(0, 5, url),)))).iter("a")
    assert link.text == "words"
    assert link.get("href").replace("%3C", "<").replace("%3E", ">").replace("%5C", "\\") == url


def test_the_head() -> None:
    draft = Draft(
        "Words.", "A [title](x) #1", "The *Bay*", "Ada Moss", "Port Grey", "2026-03-18", url="https://b.example/a"
    )
    assert article_markdown(draft).split("\n\n") == [
        "# A \\[title\\](x) \\#1",
        "*The \\*Bay\\* · Ada Moss · Port Grey · 2026-03-18*",
        "[https://b.example/a](https://b.example/a)",
        "Words.",
    ]
    assert article_text(draft) == (
        "A [title](x) #1\nThe *Bay* · Ada Moss · Port Grey · 2026-03-18\nhttps://b.example/a\n\nWords."
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("L’Arménie s’accuse : « Non ! »", "l-arménie-s-accuse-non"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "article"),
        ("", "article"),
        ("CON", "con-"),
        ("\x1b]0;x\x07 a/b\\c:d", "a-b-c-d"),
        ("-rf *", "rf"),
    ],
)
def test_names_are_never_paths(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.lists(st.text(max_size=300), max_size=8))
def test_names_are_told_apart_and_fit_every_file_system(titles: list[str]) -> None:
    names = Names()
    given_out = [names.name(title, "md") for title in [*titles, *titles]]
    assert len({name.casefold() for name in given_out}) == len(given_out)
    for name in given_out:
        assert Path(name).name == name
        assert not name.startswith((".", "-"))
        assert len(name) <= LONGEST + 8
        assert len(name.encode()) <= 255


def test_a_file_each_and_one_of_all(seeded_library: Library, tmp_path: Path) -> None:
    ids = [row.id for row in seeded_library.rows()]
    assert write_article_files(seeded_library, [*ids, ids[0]], tmp_path / "new" / "folder", Form.MARKDOWN) == 6
    files = sorted(tmp_path.glob("new/folder/*.md"))
    assert len(files) == 6
    assert len([file for file in files if file.stem.startswith("l-arménie")]) == 2
    assert write_articles(seeded_library, ids, tmp_path / "all.md", Form.MARKDOWN) == 5
    assert (tmp_path / "all.md").read_text().count("\n\n---\n\n# ") == 4


def test_an_article_that_is_missing_leaves_no_file(seeded_library: Library, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no article 99"):
        write_articles(seeded_library, [1, 99], tmp_path / "all.md", Form.TEXT)
    assert list(tmp_path.glob("*.md")) == []
    assert list(tmp_path.glob(".*")) == []
    (tmp_path / "file").touch()
    with pytest.raises(DocumentError, match="cannot be made"):
        write_article_files(seeded_library, [1], tmp_path / "file", Form.TEXT)
