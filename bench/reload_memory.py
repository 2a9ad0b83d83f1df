"""The most memory a reload takes, of all its processes together, and for feeds made to take much."""

from __future__ import annotations

import gzip
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from feed_corpus import Corpus
from feed_server import served
from reload_programs import Program, start

_EVERY = 0.01
_MEGABYTE = 1 << 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


def peak(program: Program, addresses: Sequence[str]) -> tuple[int, int]:
    """MiB of resident memory of a fresh reload, all processes together and the largest. Needs /proc."""
    most = largest = 0
    with tempfile.TemporaryDirectory() as folder:
        program.set_up(Path(folder), addresses)
        with start(program.command(Path(folder)), Path(folder)) as child:
            while child.poll() is None:
                sizes = [_resident(pid) for pid in _tree(child.pid)]
                most, largest = max(most, sum(sizes)), max(largest, *sizes, 0)
                time.sleep(_EVERY)
    return round(most / _MEGABYTE), round(largest / _MEGABYTE)


def hostile_peaks(program: Program) -> dict[str, tuple[int, int]]:
    """``peak`` for each hostile feed, and for all of them at once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, body in _hostile():
            (folder / kind.replace(" ", "-")).write_bytes(body)
        with served(folder) as origin:
            addresses = {path.name.replace("-", " "): f"{origin}/{path.name}" for path in sorted(folder.iterdir())}
            peaks = {name: peak(program, [address]) for name, address in addresses.items()}
            several = [f"{address}?{n}" for address in addresses.values() for n in range(4)]
            return peaks | {"four of each": peak(program, several)}


def _hostile() -> Iterator[tuple[str, bytes]]:
    ordinary = Corpus().feed(0)
    begin, end = ordinary.index(b"<item>"), ordinary.rindex(b"</channel>")
    head, items, tail = ordinary[:begin], ordinary[begin:end], ordinary[end:]
    full = (16 * _MEGABYTE - len(head) - len(tail)) // len(items)
    yield "16 MB of items", head + items * full + tail
    yield "200 MB of items", head + items * (200 * _MEGABYTE // len(items)) + tail
    short = b"".join(b"<item><title>T%d</title><guid>%d</guid></item>" % (n, n) for n in range(10_000))
    yield "10,000 short items", head + short + tail
    tiny = b"<item><title>a</title></item>"
    yield "16 MB of tiny items", head + tiny * (15 * _MEGABYTE // len(tiny)) + tail
    long = b"<item><title>a</title><description>" + b"word " * (3 * _MEGABYTE) + b"</description></item>"
    yield "one item of 15 MB", head + long + tail
    markup = b"<item><title>a</title><description><![CDATA[" + b"<p><b>a</b>" * (15 * _MEGABYTE // 11)
    yield "one item of 15 MB of markup", head + markup + b"]]></description></item>" + tail
    yield "broken 16 MB", head.replace(b"<channel>", b"<channel>&bogus;") + items * full
    yield "a bomb.gz", gzip.compress(head + bytes(_MEGABYTE) * 1_000 + tail)


def _tree(root: int) -> list[int]:
    """A process and those it started, and theirs."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for thread in Path(f"/proc/{pid}/task").iterdir():
                waiting.extend(int(child) for child in (thread / "children").read_text().split())
        except OSError:
            pass
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
