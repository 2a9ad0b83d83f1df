"""Feeds and pages for the commands that fetch, and a terminal to ask them at."""

from __future__ import annotations

import fcntl
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Iterable
from pathlib import Path

from reader.cli.run import run
from reader.store.library import Library

CTRL_C = "\x03\n"
"""Python may not hear an interrupt in the instant in which it begins to wait for a line: then the line that follows
wakes it."""


def rss(title: str, *names: str, more: str = "") -> bytes:
    """A feed with an item for each name; names in lower case are guids too."""
    items = "".join(
        f"<item><title>Title {name}</title><guid isPermaLink='false'>{name}</guid>"
        f"<link>https://bay.example/{name}</link><description>The words of {name}, as they came.</description>"
        "<pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate></item>"
        for name in names
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{more}{items}</channel></rss>".encode()


def page(title: str, words: str, *, head: str = "") -> bytes:
    """A page with an article of six paragraphs."""
    paragraphs = "".join(
        f"<p>{words} This is paragraph {n}, and it is as long as paragraphs of an article usually are.</p>"
        for n in range(6)
    )
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head><body><main><article>"
        f"<h1>{title}</h1>{paragraphs}</article></main></body></html>"
    ).encode()


def linking(*feeds: tuple[str, str]) -> bytes:
    """A page that names feeds, by address and title."""
    links = (f"<link rel='alternate' type='application/rss+xml' href='{at}' title='{name}'>" for at, name in feeds)
    return (
        f"<!doctype html><html><head><title>Site</title>{''.join(links)}</head><body><p>Hi.</p></body></html>".encode()
    )


def follow(path: Path, *addresses: str) -> None:
    """Subscribe in a library without its seeds, without asking anybody."""
    with Library.open(path) as library:
        library.set_setting("seeded", "")
        for address in addresses:
            library.feeds.subscribe(address)


def parley_at(path: Path, *args: str) -> int:
    """Run a command in this process on a library that several tests will copy; its code."""
    return run(["--library", str(path), *args], lambda library, article: 0)


def at_terminal(*args: str | Path, answers: Iterable[tuple[str, str]] = ()) -> tuple[int, str]:
    """Runs ``parley`` on a terminal of its own, and once a prompt is seen gives its answer; the code and the screen.

    The terminal does what keys do: the answer ``CTRL_C`` interrupts.
    """
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "reader", *map(str, args)]
    waiting = list(answers)
    seen = told = ""
    with subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, preexec_fn=_take_terminal
    ) as process:
        os.close(slave)
        while data := _read(master):
            text = data.decode("utf-8", "replace")
            seen, told = seen + text, told + text
            if waiting and waiting[0][0] in told:
                _, answer = waiting.pop(0)
                told = ""
                os.write(master, answer.encode())
    os.close(master)
    return process.returncode, seen


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(master: int) -> bytes:
    try:
        return os.read(master, 4096)
    except OSError:  # the other end is closed
        return b""
