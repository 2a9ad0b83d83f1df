"""A command that translates: real programs, good ones and hostile ones."""

from __future__ import annotations

import asyncio
import os
import select
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.domain.errors import TranslationError
from reader.ingest import translating
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


class Endless:
    """A program that never ends: ``code`` is what it runs. It holds one end of a pipe, whose other end tells when it
    has started and when it is gone."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.code = f"import signal\nheld = open({str(path)!r}, 'wb', 0)\nheld.write(b'x')\nwhile True: signal.pause()"
        self._pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def runs(self) -> bool:
        """Whether it has started by now."""
        return self._tells(select.POLLIN, 0)

    def has_started(self) -> bool:
        """True as soon as it runs."""
        return self._tells(select.POLLIN)

    def is_gone(self) -> bool:
        """True as soon as it has started and ended."""
        return self._tells(0) and os.read(self._pipe, 1) == b"x"

    def close(self) -> None:
        os.close(self._pipe)

    def _tells(self, what: int, milliseconds: int | None = None) -> bool:
        poll = select.poll()
        poll.register(self._pipe, what)
        return bool(poll.poll(milliseconds))


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[Endless]:
    program = Endless(tmp_path / "pipe")
    yield program
    program.close()


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


def test_one_that_never_ends_is_ended_with_what_it_started(endless: Endless, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = (
        f"import signal, subprocess, sys; subprocess.Popen([sys.executable, '-c', {endless.code!r}]); signal.pause()"
    )
    # Its time is over once it has started, however long that takes.
    monkeypatch.setattr(translating, "time", SimpleNamespace(monotonic=lambda: 61.0 if endless.runs() else 0.0))
    with pytest.raises(TranslationError, match="gave no translation within 60 seconds"):
        translate(python(parent), "x", "fr", "en")
    assert endless.is_gone()


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


async def test_who_leaves_ends_the_command(endless: Endless) -> None:
    asked = asyncio.create_task(Translator().translate(Wanted(python(endless.code), "x", "fr", "en")))
    assert await asyncio.to_thread(endless.has_started)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert await asyncio.to_thread(endless.is_gone)


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
