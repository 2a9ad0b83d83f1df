"""Commands that need no analysis: add, list, show, open, completion, help."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import Call, Command, heed_interrupts

from reader import __version__
from reader.cli.group import COMMANDS
from reader.store.library import Library

HOSTILE = "\x1b]0;owned\x07Title \x1b[31mred\x1b[0m [bold]x[/bold] \u202egnp\n\nBody \x9b2J text.\n"


def test_add_says_what_became_of_each_path(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A first line.\n\nMore.")
    outcome = call("add", tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "a.txt")
    assert outcome.code == 1
    assert outcome.out == "added as 6: A first line.\nalready there as 6: A first line.\n"
    assert outcome.err == f"parley: There is no file {tmp_path / 'b.txt'}.\n"
    assert call("add", tmp_path / "a.txt").code == 0


def test_add_takes_a_language_that_is_named(call: Call, seeded_library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("OK.")
    assert call("add", "--language", "fr-CA", tmp_path / "a.txt").code == 0
    assert seeded_library.article(6).language == "fr"


def test_add_reads_standard_input(parley: Command) -> None:
    done = parley("add", "-", stdin="Une phrase reçue par un tube, écrite en français.")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Une phrase reçue par un tube" in done.stdout
    assert "standard input" not in parley("list").stdout


def test_list_is_newest_first_with_unread_marks(call: Call, seeded_path: Path) -> None:
    with Library.open(seeded_path) as library:
        rows = library.rows()
        library.set_read(rows[0].id, True)
    lines = call("list").out.splitlines()
    assert [int(line.split()[0]) for line in lines] == [row.id for row in rows]
    assert ["●" in line for line in lines] == [False, True, True, True, True]
    assert all(row.title in line and row.language in line for row, line in zip(rows, lines, strict=True))
    assert call("list", "--unread").out.splitlines() == lines[1:]
    assert call("list", "--unread", "--limit", "2").out.splitlines() == lines[1:3]


def test_list_of_an_empty_library_says_what_to_do(call: Call, empty_library: Library) -> None:
    empty_library.set_setting("seeded", "")
    assert call("list").out == "The library is empty; add a text with: parley add FILE\n"
    assert call("list", "--unread").out == "Nothing unread.\n"


def test_list_goes_past_one_page(call: Call, empty_library: Library) -> None:
    from reader.domain.article import Draft

    empty_library.set_setting("seeded", "")
    with empty_library.transaction():
        for n in range(1203):
            empty_library.add(Draft(f"Text {n}", f"T{n}", published="2020-01-01"))
    assert len(call("list").out.splitlines()) == 1203


def test_show_is_linear_plain_text(call: Call, seeded_library: Library) -> None:
    article = seeded_library.article(5)
    outcome = call("show", "5")
    title, about, blank, *paragraphs = outcome.out.rstrip("\n").split("\n")
    assert (outcome.code, title, blank) == (0, article.title, "")
    assert about == "AP · Avet Demourian · Erevan · 2022-09-14"
    assert "\n".join(paragraphs) == article.text.strip()
    assert "written as an example" in call("show", "1").out


def test_show_of_an_unknown_article(call: Call, seeded_path: Path) -> None:
    outcome = call("show", "77")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "parley: The library has no article 77.\n")
    for word in ("0", "-1", "x"):
        assert call("show", word).code == 2


def test_nothing_an_article_holds_reaches_a_terminal_as_control(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE)
    (tmp_path / "a.toml").write_text('source = "\\u001b[2J[red]\\u202eX"\nauthor = "a\\nb"\n')
    outcomes = [call("add", tmp_path / "a.txt"), call("list"), call("show", "6")]
    printed = "".join(outcome.out + outcome.err for outcome in outcomes)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    assert "Title red [bold]x[/bold] gnp" in printed


def test_a_path_with_controls_is_named_without_them(call: Call, seeded_path: Path) -> None:
    outcome = call("add", "no\x1b[31mfile\n.txt")
    assert (outcome.code, outcome.err) == (1, "parley: There is no file nofile .txt.\n")


def test_open_on_a_terminal_opens_the_screen(
    call: Call, seeded_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    (tmp_path / "a.txt").write_text("A new text.")
    assert call().opened == [(seeded_path, None)]
    assert call("open").opened == [(seeded_path, None)]
    assert call("open", "3").opened == [(seeded_path, 3)]
    assert call("open", tmp_path / "a.txt").opened == [(seeded_path, 6)]
    assert call("open", tmp_path / "a.txt").opened == [(seeded_path, 6)]
    assert call("open", "77").opened == call("open", "nowhere.txt").opened == []
    outcome = call("open", "-")
    assert (outcome.code, outcome.opened) == (1, [])
    assert "parley add -" in outcome.err


def test_another_library_can_be_named(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Elsewhere.")
    assert call("--library", tmp_path / "other.db", "add", tmp_path / "a.txt").code == 0
    assert "Elsewhere." in call("--library", tmp_path / "other.db", "list").out
    assert "Elsewhere." not in call("list").out


def test_version_and_help(call: Call) -> None:
    assert call("--version").out == f"parley {__version__}\n"
    assert all(name in call("--help").out for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_with_an_example(call: Call, name: str) -> None:
    outcome = call(name, "--help")
    assert outcome.code == 0
    assert re.search(rf"Examples?:\n.*parley {name}\b", outcome.out, re.S)


@pytest.mark.parametrize(
    "args",
    [["nonsense"], ["add"], ["show"], ["--nonsense"], ["list", "--limit", "0"], ["add", "--language", "french", "x"]],
)
def test_wrong_usage_is_2(call: Call, args: list[str]) -> None:
    outcome = call(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Usage: parley" in outcome.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(call: Call, shell: str) -> None:
    outcome = call("completion", shell)
    assert outcome.code == 0
    assert f"_PARLEY_COMPLETE={shell}_complete" in outcome.out


def test_completion_offers_commands_and_articles(parley: Command, seeded_path: Path) -> None:
    commands = parley(_PARLEY_COMPLETE="bash_complete", COMP_WORDS="parley ", COMP_CWORD="1").stdout
    assert {line.partition(",")[2] for line in commands.splitlines()} == set(COMMANDS)
    ids = parley(_PARLEY_COMPLETE="bash_complete", COMP_WORDS="parley show ", COMP_CWORD="2").stdout
    assert sorted(line.partition(",")[2] for line in ids.splitlines()) == ["1", "2", "3", "4", "5"]


def test_nobody_reading_the_output_is_quiet(seeded_path: Path) -> None:
    """The reader of the pipe leaves before anything is written."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "reader", "list"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_interrupting_is_quiet(seeded_path: Path, tmp_path: Path) -> None:
    """Ctrl-C while the command waits for a text that does not come."""
    slow = tmp_path / "slow.txt"
    os.mkfifo(slow)
    command = [sys.executable, "-m", "reader", "add", str(slow)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    ) as process:
        with slow.open("wb"):  # opens once the command has opened it too
            process.send_signal(signal.SIGINT)
        # The end of the text wakes a command that was interrupted in the instant in which it began to wait.
        out, err = process.communicate()
        assert (process.returncode, out, err) == (130, b"", b"\n")


def test_a_terminal_that_lacks_a_letter_shows_a_question_mark(parley: Command, seeded_path: Path) -> None:
    done = parley("list", PYTHONUTF8="0", PYTHONIOENCODING="iso8859-5")
    assert (done.returncode, done.stderr) == (0, "")
    assert "L?Arm?nie" in done.stdout
