"""A command that translates: real programs, good ones and hostile ones."""

from __future__ import annotations

import asyncio
import shlex
import sys
import time
from pathlib import Path

import pytest

from reader.domain.errors import TranslationError
from reader.ingest.translating import MOST, translate, words_of
from reader.ingest.translation_command import agree, forget_agreed, is_agreed, set_translation_command
from reader.ingest.translator import Translator, Wanted
from reader.store.library import Library

SHOUT = """
import os, sys
words = sys.stdin.buffer.read().decode()
print(os.environ["PARLEY_FROM"], os.environ["PARLEY_TO"], words.upper())
"""


def python(code: str) -> str:
    """A command line that runs a program of ours."""
    return shlex.join([sys.executable, "-c", code])


def alive(marker: Path) -> bool:
    """Whether something still writes the time into a file."""
    before = marker.read_text()
    time.sleep(0.5)
    return marker.read_text() != before


def test_it_gets_the_words_and_the_languages() -> None:
    assert translate(python(SHOUT), "l’été\nà Paris", "fr", "en") == "fr en L’ÉTÉ\nÀ PARIS"
    assert words_of("tr 'a b' c\\ d") == ["tr", "a b", "c d"]


def test_no_shell_reads_the_words_or_the_command(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    words = f"$(touch {marker}); `touch {marker}` | touch {marker}"
    assert translate("cat", words, "fr", "en") == words
    with pytest.raises(TranslationError):
        translate(f"cat /nowhere; touch {marker}", "x", "fr", "en")
    assert not marker.exists()


def test_what_a_terminal_could_obey_goes() -> None:
    written = b"\x1b]0;title\x07\x1b[31mred\x1b[0m \x9b2J\xe2\x80\xaeback\x00\xff[/b]"
    said = translate(python(f"import sys; sys.stdout.buffer.write({written!r})"), "x", "fr", "en")
    assert "red" in said
    assert "[/b]" in said
    assert not any(ch < " " or "\x7f" <= ch < "\xa0" or ch == "\u202e" for ch in said)


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("", "empty"),
        ("'open", "quotation mark"),
        ("no-such-program-here --x", "is not there: no-such-program-here"),
        (python("raise SystemExit(3)"), "failed (3)"),
        (python("import sys; sys.exit('no model for fr')"), "no model for fr"),
        (python("pass"), "wrote nothing"),
        (python(f"import sys; sys.stdout.write('x' * {MOST * 3})"), "longer than"),
        (python("import os\nwhile True: os.write(1, b'y' * 65536)"), "longer than"),
    ],
)
def test_what_goes_wrong_is_one_sentence(command: str, sentence: str) -> None:
    with pytest.raises(TranslationError) as told:
        translate(command, "les mots", "fr", "en")
    assert sentence in str(told.value)
    assert "\n" not in str(told.value)
    assert "\x1b" not in str(told.value)


def test_one_that_never_ends_is_ended_with_what_it_started(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    child = (
        "import time, pathlib\n"
        f"while True:\n pathlib.Path({str(marker)!r}).write_text(str(time.monotonic()))\n time.sleep(.05)"
    )
    parent = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(3600)"
    with pytest.raises(TranslationError, match="gave no translation within"):
        translate(python(parent), "x", "fr", "en", seconds=2.0)
    assert not alive(marker)


def test_one_that_reads_nothing_takes_a_long_text() -> None:
    assert translate(python("print('done')"), "mot " * 500_000, "fr", "en") == "done"
    echoed = translate("cat", "mot " * 50_000, "fr", "en")
    assert len(echoed) == 199_999


async def test_the_same_words_are_asked_for_once(tmp_path: Path) -> None:
    counter = tmp_path / "count"
    command = python(f"import sys; open({str(counter)!r}, 'a').write('x'); print(sys.stdin.read()[::-1])")
    translator = Translator()
    wanted = Wanted(command, "abc", "fr", "en")
    assert await asyncio.gather(*(translator.translate(wanted) for _ in range(3))) == ["cba"] * 3
    assert counter.read_text() == "x"
    await translator.translate(Wanted(command, "abc", "fr", "de"))
    assert counter.read_text() == "xx"


async def test_who_leaves_ends_the_command(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    command = python(
        "import time, pathlib\n"
        f"while True:\n pathlib.Path({str(marker)!r}).write_text(str(time.monotonic()))\n time.sleep(.05)"
    )
    asked = asyncio.create_task(Translator().translate(Wanted(command, "x", "fr", "en")))
    while not marker.exists():  # noqa: ASYNC110 - another process makes it
        await asyncio.sleep(0.05)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    await asyncio.sleep(0.3)
    assert not alive(marker)


def test_a_command_runs_only_where_it_was_agreed_to(
    empty_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "here"))
    set_translation_command(empty_library, " cat ")
    assert is_agreed("cat")
    assert not is_agreed("cat -n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    assert not is_agreed("cat")
    agree("cat")
    agree("cat")
    assert is_agreed("cat")
    forget_agreed()
    assert not is_agreed("cat")
