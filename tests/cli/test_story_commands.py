"""``parley stories``, ``story`` and ``briefing``: what they print, what they change, every way they end."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from pathlib import Path

import pytest
from story_news import HOSTILE, drafts
from support import Call, Command, ReadOnly

from reader.cli import story_work
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.domain.errors import AnalysisError
from reader.domain.story import StoryRow
from reader.store.library import Library

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def row(path: Path, id: int = 1) -> StoryRow:
    with Library.open(path) as library:
        return library.stories.story(id).row


def story_ids(path: Path) -> list[tuple[int, ...]]:
    with Library.open(path) as library:
        return sorted(tuple(sorted(library.stories.ids(each.id))) for each in library.stories.rows())


def test_stories_are_listed_a_line_each(call: Call, storied_path: Path) -> None:
    outcome = call("stories")
    (line,) = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    for words in ("    1 ●4", "4 articles", "en fr", "4 outlets: ", row(storied_path).title, "(Armenia, Azerbaijan"):
        assert words in line
    assert call("stories", "--unread").out == outcome.out
    assert call("stories", "--limit", "1").out == outcome.out
    assert call("stories", "--since", "2022-09").out == outcome.out
    assert call("stories", "--since", "1d").out == "No story has an article since then.\n"
    assert call("stories", "--since", "2099").out == "No story has an article since then.\n"
    assert call("stories", "--followed").out.startswith("No story is followed;")
    assert call("stories", "--muted").out == "No story is muted.\n"


def test_stories_for_other_programs_have_every_field(call: Call, storied_path: Path) -> None:
    outcome = call("stories", "--json")
    (told,) = map(json.loads, outcome.out.splitlines())
    assert set(told) == {*StoryRow.__dataclass_fields__, "shown"}
    assert told["articles"] == 4
    assert told["languages"] == ["en", "fr"]
    assert {"AM", "AZ", "RU"} <= {party["id"] for party in told["parties"]}
    assert call("stories", "--json", "--muted").out == ""


@pytest.mark.parametrize(
    "args",
    [
        ["stories", "--since", "nonsense"],
        ["stories", "--since", "03/04/2022"],
        ["stories", "--limit", "0"],
        ["stories", "extra"],
        ["story", "x"],
        ["story", "0"],
        ["story", "-5"],
        ["story", "1", "2"],
        ["story", "1", "--nonsense"],
        ["story", "1", "--language", "tlh"],
        ["story", "abc"],
        ["story", "leave-out", "1"],
        ["story", "join", "1"],
        ["story", "rename", "1"],
        ["briefing"],
        ["briefing", "x"],
        ["briefing", "1", "--json"],
    ],
)
def test_wrong_usage_is_2(call: Call, storied_path: Path, args: list[str]) -> None:
    outcome = call(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error: " in outcome.err


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["story", "99"], "The library has no article 99."),
        (["story", "5"], "Article 5 is in no story: "),
        (["story", "follow", "5"], "Article 5 is in no story: "),
        (["story", "mute", "99"], "The library has no article 99."),
        (["story", "unmute", "99"], "The library has no article 99."),
        (["story", "unfollow", "99"], "The library has no article 99."),
        (["story", "rename", "99", "x"], "The library has no article 99."),
        (["story", "rename", "1", "x" * 201], "The name of a story has at most 200 letters"),
        (["story", "leave-out", "1", "5"], "Article 5 is not in that story."),
        (["story", "leave-out", "1", "1", "2", "3", "4"], "Some articles of the story must be named, and not all"),
        (["story", "split", "1", "99"], "Article 99 is not in that story."),
        (["story", "join", "1", "2"], "This is one story already."),
        (["story", "join", "1", "99"], "The library has no article 99."),
        (["briefing", "99"], "The library has no article 99."),
        (["briefing", "5"], "Article 5 is in no story: "),
        (["briefing", "1", "-o", "/nowhere/at/all.html"], "/nowhere/at/all.html cannot be written"),
        (["story", str(2**70)], f"The library has no article {2**70}."),
    ],
)
def test_what_cannot_be_done_is_1_and_changes_nothing(
    call: Call, storied_path: Path, args: list[str], sentence: str
) -> None:
    before = row(storied_path), story_ids(storied_path)
    outcome = call(*args)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"parley: {sentence}")
    assert outcome.err.count("\n") == 1
    assert (row(storied_path), story_ids(storied_path)) == before


def test_a_story_as_text(call: Call, storied_path: Path) -> None:
    outcome = call("story", "3")
    assert (outcome.code, outcome.err) == (0, "")
    assert not CONTROLS.search(outcome.out)
    for words in (
        "story 1, 4 new",
        "Armenia: ",
        "the same words in The Herald, 13 Sep 2022, 09:30 UTC",
        "⇄ denied by Azerbaijan (",
        "[fr] Le Monde, 14 Sep 2022",
        "\nFigures\n",
        "numbers: at least 49",
        "\nArticles\n",
        "text in 2 outlets:",
    ):
        assert words in outcome.out
    assert "1 statement\n" in outcome.out
    assert row(storied_path).new == 0
    assert call("story", "show", "1").out == call("story", "1").out


def test_a_story_in_the_readers_language(call: Call, storied_path: Path) -> None:
    assert "\nArménie: " in call("story", "1", "--language", "fr").out
    assert "\nArménie: " in call("story", "--language", "fr-CA", "1").out


def test_a_story_for_other_programs(call: Call, storied_path: Path) -> None:
    outcome = call("story", "1", "--json")
    assert outcome.out.count("\n") == 1
    told = json.loads(outcome.out)
    assert told["format"] == "parley.story/1"
    assert [article["article_id"] for article in told["articles"]] == [1, 2, 3, 4]
    assert row(storied_path).new == 4
    texts = {at: draft.text for at, draft in enumerate(drafts(), 1)}
    statements = [statement for party in told["parties"] for statement in party["statements"]]
    assert len(statements) > 10
    for statement in statements:
        place = statement["at"][0]
        words = texts[place["article"]][place["first"] - 1 : place["last"]]
        assert words.startswith(statement["words"][0])
        assert words.endswith(statement["words"][-1])
    numbers = {statement["number"] for statement in statements}
    assert all(answer["statement"] in numbers for s in statements for answer in s["answers"])
    assert told["figures"][0]["numbers"]
    assert not CONTROLS.search(outcome.out.rstrip("\n"))


def test_a_story_for_other_programs_has_one_language_of_names(call: Call, storied_path: Path) -> None:
    told = json.loads(call("story", "1", "--json", "--language", "fr").out)
    names = {party["id"]: party["name"] for party in told["parties"]}
    listed = {party["id"]: party["name"] for party in told["story"]["parties"]}
    assert listed["AM"] == names["AM"] == "Arménie"


def test_a_story_as_page_and_as_markdown(call: Call, storied_path: Path) -> None:
    assert call("story", "1", "--html").out.startswith("<!DOCTYPE html>\n")
    assert call("story", "1", "--markdown").out.startswith("# ")
    outcomes = [call("story", "1", form) for form in ("--html", "--markdown")]
    assert not any(CONTROLS.search(outcome.out) for outcome in outcomes)


def test_a_briefing_is_printed_or_written_the_same_each_time(call: Call, storied_path: Path, tmp_path: Path) -> None:
    printed = call("briefing", "1").out
    assert printed.startswith("# ")
    assert call("briefing", "2", "--markdown").out == printed
    for name, beginning in (("b.html", "<!DOCTYPE html>"), ("b.md", "# "), ("b.HTM", "<!DOCTYPE html>")):
        outcome = call("briefing", "1", "--output", tmp_path / name)
        assert outcome.code == 0
        assert outcome.out.endswith(f"written to {tmp_path / name}\n")
        assert (tmp_path / name).read_text("utf-8").startswith(beginning)
    assert (tmp_path / "b.md").read_text("utf-8") == printed
    assert (tmp_path / "b.html").read_bytes() == (tmp_path / "b.HTM").read_bytes()
    assert call("briefing", "1", "--html", "-o", "-").out.encode() == (tmp_path / "b.html").read_bytes()
    assert call("briefing", "1", "--markdown", "-o", tmp_path / "b.html").code == 0
    assert (tmp_path / "b.html").read_text("utf-8") == printed
    assert row(storied_path).new == 4


def test_following_muting_and_renaming_are_undone(call: Call, storied_path: Path) -> None:
    outcome = call("story", "follow", "3")
    assert outcome.code == 0
    assert outcome.out.startswith("followed 1: ")
    assert outcome.out.endswith("; take it back with: parley undo\n")
    assert "★" in call("stories", "--followed").out
    assert call("undo").code == 0
    assert not row(storied_path).followed
    assert call("story", "follow", "1").code == call("story", "unfollow", "2").code == 0
    assert not row(storied_path).followed

    assert call("story", "mute", "1").out.startswith("muted 1: ")
    assert call("stories").out.startswith("There are no stories")
    assert call("stories", "--muted").out.startswith("    1 ")
    assert call("story", "unmute", "1").out.startswith("no longer muted 1: ")

    title = row(storied_path).title
    outcome = call("story", "rename", "1", "The", "border\x1b[31m")
    assert outcome.out == f"{title} is called The border; take it back with: parley undo\n"
    assert "The border" in call("stories").out
    assert call("story", "rename", "1", "").out.startswith(f"The border is called {title};")
    assert call("undo").code == call("undo").code == 0
    assert row(storied_path).name == ""


def test_a_command_that_is_misspelt_is_no_story(call: Call, storied_path: Path) -> None:
    told = call("story", "folow", "1").err.splitlines()[-1]
    assert told == "Error: 'folow' is no command, and no id of a story; see: parley stories. Did you mean follow?"
    assert call("story", "xyz", "1").err.endswith("see: parley stories.\n")
    assert "'1x' is no id" in call("story", "1x").err


def test_a_story_that_is_muted_stays_out_of_the_lists_though_followed(call: Call, storied_path: Path) -> None:
    assert call("story", "mute", "1").code == 0
    out = "; muted, it stays out of the lists until: parley story unmute 1; take it back with: parley undo\n"
    assert call("story", "follow", "1").out.endswith(out)
    assert call("stories", "--followed").out.startswith("All stories that are followed are muted; see: ")
    assert call("story", "unmute", "1").out.endswith("; take it back with: parley undo\n")
    assert "★" in call("stories", "--followed").out


def test_what_is_so_already_is_told_and_not_undone(call: Call, storied_path: Path) -> None:
    title = row(storied_path).title
    assert call("story", "unfollow", "1").out == f"not followed 1: {title}\n"
    assert call("story", "unmute", "1").out == f"not muted 1: {title}\n"
    assert call("story", "rename", "1", "").out == f"called so already 1: {title}\n"
    for command, told in (("follow", "followed"), ("mute", "muted")):
        assert call("story", command, "1").out.startswith(f"{told} 1: ")
        assert call("story", command, "1").out == f"{told} already 1: {title}\n"
    assert call("undo").out.startswith("undone: muted: ")
    assert call("undo").out.startswith("undone: followed: ")
    assert call("undo").code == 1


def test_articles_are_left_out_split_off_joined_and_taken_back(call: Call, storied_path: Path) -> None:
    assert story_ids(storied_path) == [(1, 2, 3, 4)]
    outcome = call("story", "leave-out", "1", "4")
    assert outcome.code == 0
    first, last = outcome.out.splitlines()
    assert first.startswith("not this story 4: </h1>")
    assert last.startswith("left 1: ")
    assert "(3 articles); take it back with: parley undo" in last
    assert story_ids(storied_path) == [(1, 2, 3)]
    assert call("undo").code == 0
    assert call("stories").code == 0
    assert story_ids(storied_path) == [(1, 2, 3, 4)]

    outcome = call("story", "split", "1", "3", "4")
    assert "split off 3: " in outcome.out
    assert "(now in story 3, 2 articles)" in outcome.out
    assert story_ids(storied_path) == [(1, 2), (3, 4)]

    outcome = call("story", "join", "3", "2")
    assert outcome.out.startswith("one story 1: ")
    assert "(4 articles)" in outcome.out
    assert story_ids(storied_path) == [(1, 2, 3, 4)]

    assert "one story 1: " in call("story", "join", "5", "1").out
    assert story_ids(storied_path) == [(1, 2, 3, 4, 5)]
    shown = call("story", "1").out
    assert "put here by hand" in shown
    assert "\nCorrected by hand\n  Put together as one story: " in shown
    assert "left 1: " in call("story", "leave-out", "1", "5").out


def test_a_story_that_loses_all_but_one_article_is_none(call: Call, storied_path: Path) -> None:
    outcome = call("story", "leave-out", "1", "2", "3", "4")
    assert outcome.out.splitlines()[-1].startswith("what is left is no story any more: 1 article;")
    assert call("story", "1").code == 1


def test_two_articles_in_no_story_are_joined(call: Call, storied_path: Path) -> None:
    with Library.open(storied_path) as library:
        library.add(Draft("Nobody said anything here.", "Six", language="en"))
    outcome = call("story", "join", "6", "5")
    assert (outcome.code, story_ids(storied_path)) == (0, [(1, 2, 3, 4), (5, 6)])
    assert outcome.out.startswith("one story 5: ")


def test_a_story_in_which_nobody_speaks(call: Call, empty_library: Library) -> None:
    empty_library.set_setting("seeded", "")
    for n in (1, 2):
        empty_library.add(Draft(f"It rained in the hills for {n} days.", "Rain", language="en", source="Bay"))
    call("story", "join", "1", "2")
    outcome = call("story", "2")
    assert (outcome.code, outcome.err) == (0, "")
    assert "No statements found." in outcome.out
    assert "2 articles in 1 outlet" in outcome.out
    assert "No statements found." in call("briefing", "1").out
    assert "No statements found." in call("briefing", "1", "--html").out
    assert json.loads(call("story", "1", "--json").out)["parties"] == []


def test_interrupting_keeps_what_was_analysed(
    call: Call, empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.cli import finding

    empty_library.set_setting("seeded", "")
    hashes = [draft.text_hash for draft in drafts()[:2]]
    for draft in drafts()[:2]:
        empty_library.add(draft)
    analysed, done = finding.analysed, []

    def interrupted(library: Library, article: Article) -> Analysis:
        if done:
            raise KeyboardInterrupt
        done.append(article.id)
        return analysed(library, article)

    with monkeypatch.context() as once:
        once.setattr(finding, "analysed", interrupted)
        assert call("stories", "--analyse").code == 130
    assert sum(empty_library.analysis(hash) is not None for hash in hashes) == 1
    assert "2 articles" in call("stories", "--analyse").out


def test_an_article_that_cannot_be_analysed_is_told_and_the_others_are_done(
    call: Call, empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.cli import finding

    empty_library.set_setting("seeded", "")
    for draft in drafts()[:2]:
        empty_library.add(draft)
    analysed = finding.analysed

    def failing(library: Library, article: Article) -> Analysis:
        if article.id == 1:
            raise AnalysisError("It cannot be read.")
        return analysed(library, article)

    monkeypatch.setattr(finding, "analysed", failing)
    outcome = call("stories", "--analyse")
    assert outcome.code == 1
    assert outcome.err.startswith("parley: Article 1: It cannot be read.\n")
    assert empty_library.analysis(drafts()[1].text_hash) is not None


def test_what_is_not_analysed_is_told_and_analysed_when_asked(call: Call, empty_library: Library) -> None:
    empty_library.set_setting("seeded", "")
    assert call("stories").out == "There are no stories: two articles about one event make one.\n"
    for draft in drafts()[:2]:
        empty_library.add(draft)
    outcome = call("stories")
    assert (
        "parley: 2 articles are not analysed yet, and in no story; analyse with: parley stories --analyse"
        in outcome.err
    )
    assert outcome.code == 0
    outcome = call("stories", "--analyse")
    assert (outcome.code, outcome.err) == (0, "")
    assert "2 articles" in outcome.out


def test_a_story_with_articles_not_analysed_says_so(
    call: Call, storied_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(storied_path) as library:
        hash = library.article(3).text_hash
    with sqlite3.connect(storied_path) as db:
        db.execute("DELETE FROM analysis WHERE text_hash = ?", (hash,))
    with monkeypatch.context() as few:
        few.setattr(story_work, "UNASKED", 0)
        outcome = call("story", "1")
    assert outcome.code == 0
    assert "1 article of this story is not analysed and left out; analyse with: parley stories --analyse" in outcome.err
    assert "not analysed" in outcome.out
    outcome = call("story", "1")
    assert outcome.err == ""
    assert "[fr] Le Monde" in outcome.out


def test_a_library_that_is_read_only_shows_what_it_has(call: Call, storied_path: Path, read_only: ReadOnly) -> None:
    with read_only(storied_path.parent):
        assert call("stories").out.startswith("    1 ●4")
        assert call("story", "1").code == 0
        assert call("briefing", "1").out.startswith("# ")
        outcome = call("story", "follow", "1")
        assert (outcome.code, outcome.out) == (1, "")


def test_progress_is_told_on_a_terminal_only(call: Call, storied_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(storied_path) as library:
        library.stories.leave_out(1, [4])
    assert call("stories").err == ""
    assert call("undo").code == 0
    monkeypatch.setenv("COLUMNS", "80")  # however wide the terminal of whoever runs this is
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert "finding stories" in call("stories").err


def test_completion_offers_stories_and_their_articles(parley: Command, storied_path: Path) -> None:
    def offered(words: str, at: int) -> list[str]:
        done = parley(_PARLEY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at))
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert offered("parley briefing ", 2) == ["1"]
    assert offered("parley story follow ", 3) == ["1"]
    assert offered("parley story leave-out 1 ", 4) == ["1", "2", "3", "4"]


def test_a_hostile_headline_never_drives_the_terminal(call: Call, storied_path: Path) -> None:
    call("story", "rename", "1", HOSTILE)
    every = (
        ["stories"],
        ["stories", "--json"],
        ["story", "1"],
        ["story", "follow", "1"],
        ["story", "1", "--json"],
        ["briefing", "1"],
        ["briefing", "1", "--html"],
        ["story", "leave-out", "1", "4"],
        ["undo"],
    )
    for args in every:
        outcome = call(*args)
        assert outcome.code == 0
        assert not CONTROLS.search(outcome.out + outcome.err), args


def test_ids_of_stories_are_completed(storied_path: Path) -> None:
    from click.shell_completion import ShellComplete

    from reader.cli.group import parley

    class Plain(ShellComplete):
        name, source_template = "plain", ""

    def completed(*args: str) -> list[str]:
        typed = Plain(parley, {}, "parley", "_C").get_completions(
            ["--library", str(storied_path), *args[:-1]], args[-1]
        )
        return [item.value for item in typed]

    assert "1" in completed("story", "")
    assert "follow" in completed("story", "")
    assert completed("story", "1") == completed("briefing", "1") == completed("story", "mute", "1") == ["1"]
    assert completed("watch", "add", "--figures", "1") == ["1"]
    assert completed("story", "fo") == ["follow"]
    assert completed("story", "9") == []
    assert completed("story", "leave-out", "1", "") == ["1", "2", "3", "4"]
