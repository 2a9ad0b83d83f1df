"""What rules have to tell, on standard output: once, or again and again until nobody listens any more."""

from __future__ import annotations

import select
import sys
import time
from dataclasses import dataclass
from datetime import date

from reader.cli.json_lines import json_line
from reader.cli.output import complain, say
from reader.cli.run import INTERRUPTED
from reader.cli.session import Session
from reader.domain.errors import QueryError
from reader.domain.plain_text import clean_line
from reader.domain.watch import Sighting, Watch, WatchKind
from reader.ingest.watching import Look, look, remember
from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Telling:
    """How to tell: as JSON; everything there is; after a refresh."""

    as_json: bool = False
    everything: bool = False
    refresh: bool = False


def tell(session: Session, how: Telling, every: float | None) -> int:
    """Tell what is new, and where ``every`` is given again after so many seconds, until interrupted. Gives the exit
    code. Raises ParleyError, and BrokenPipeError where nobody reads the output any more."""
    try:
        return _go_on(session, how, every)
    except KeyboardInterrupt:
        return INTERRUPTED


def _go_on(session: Session, how: Telling, every: float | None) -> int:
    known: object = None
    code = 0
    while True:
        if how.refresh and (code := _refresh(session, scheduled=every is not None)) == INTERRUPTED:
            return code
        with session.library() as library:
            make_ready(library, tell=known is None)
            # Rules and library as they were the last time have nothing else to tell.
            now = (library.search.changes(), library.watches.all(), date.today())
            if now != known:
                count = _tell(library, how)
                known = (now[0], library.watches.all(), now[2])
                if every is None and not count and not how.as_json:
                    say("Nothing new." if now[1] else "There are no rules yet; see: parley watch add -h")
        if every is None:
            return code
        how = Telling(how.as_json, refresh=how.refresh)
        _wait(every)


def make_ready(library: Library, *, tell: bool = False) -> None:
    """Let searches and stories know what is in the library, as ``placing`` has it; of one that is read-only, they know
    what they know. Where ``tell``, and a rule asks of stories, it is told how many articles are in none yet."""
    from reader.cli.placing import place_first
    from reader.ingest.telling_analyses import tell_all

    if library.read_only:
        return
    while library.index.fill():
        pass
    tell_all(library)
    place_first(library, tell=tell and any(map(_of_stories, library.watches.all())))


def _of_stories(rule: Watch) -> bool:
    from reader.cli.query_words import understand
    from reader.domain.query.asked import asks_of_stories

    try:
        return rule.kind is WatchKind.FIGURES or asks_of_stories(understand(rule.query))
    except QueryError:
        return False


def _tell(library: Library, how: Telling) -> int:
    looks = look(library, everything=how.everything)
    count = 0
    for one in looks:
        if one.wrong:
            complain(f"The rule “{clean_line(one.watch.name)}” cannot be followed: {one.wrong}")
        for sighting in reversed(one.sightings):
            say(json_line(_object(one, sighting)) if how.as_json else _line(sighting))
            count += 1
    sys.stdout.flush()
    # Only what was written counts as told.
    if not library.read_only:
        remember(library, looks)
    return count


def _object(look: Look, one: Sighting) -> dict[str, object]:
    return {
        "rule": one.watch,
        "name": one.name,
        "kind": "figure" if one.counted or look.watch.story is not None else "statement",
        "article": one.article_id,
        "start": one.start,
        "date": one.dated,
        "source": one.source,
        "title": one.title,
        "url": one.url,
        "language": one.language,
        "speaker": one.speaker,
        "words": one.words,
        "counted": one.counted,
        "before": one.before,
    }


def _line(one: Sighting) -> str:
    """``Ceasefire · 2022-09-14 Le Monde · Nikol Pachinian: … (article 12)``."""
    source = f" {clean_line(one.source)}" if one.source else ""
    who = f"{clean_line(one.speaker)}: " if one.speaker else ""
    return f"{clean_line(one.name)} · {one.dated[:10]}{source} · {who}{one.line} (article {one.article_id})"


def _refresh(session: Session, *, scheduled: bool) -> int:
    from reader.cli.refreshing import refresh

    return refresh(session, (), scheduled=scheduled, analyse=True, quiet=True)


def _wait(seconds: float) -> None:
    """Wait. Raises BrokenPipeError as soon as the output is a pipe that nobody reads any more."""
    try:
        output = select.poll()
        output.register(sys.stdout.fileno(), 0)
    except (OSError, ValueError, AttributeError):  # the output is no file, or the system knows no such question
        time.sleep(seconds)
        return
    if output.poll(seconds * 1000):
        raise BrokenPipeError
