"""The worker process: what it answers, that it is restarted when it dies, and that stopping never waits."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reader.domain.analysis import Level
from reader.domain.errors import AnalysisError, ParleyError
from reader.ingest.analyst import Analyst
from reader.ingest.engine import analyse_text, engine_key
from reader.ingest.rules_digest import digest, rules_digest
from reader.ingest.worker import serve

STORIES = Path(__file__).parent.parent.parent / "seeds" / "stories"
ENGLISH = "The mayor said on Tuesday that at least 12 boats had sunk."


@contextmanager
def analyst(worker: Callable[[Connection], None] = serve) -> Iterator[Analyst]:
    made = Analyst(worker)
    try:
        yield made
    finally:
        made.cancel()


def dies(pipe: Connection) -> None:
    """A worker that takes a text and dies of it."""
    pipe.recv()
    os.kill(os.getpid(), signal.SIGKILL)


def never_answers(pipe: Connection) -> None:
    """A worker that says in the file it is sent that it is busy, and stays so."""
    path, _ = pipe.recv()
    Path(path).write_text("busy")
    signal.pause()


def refuses(pipe: Connection) -> None:
    """A worker that answers every text with an expected error."""
    while True:
        pipe.recv()
        pipe.send(ParleyError("This pack is broken.", subject="fr/pack.toml"))


async def test_a_text_is_analysed_in_another_process() -> None:
    with analyst() as lane:
        analysis = await lane.analyse(ENGLISH, "en")
        assert analysis.engine.level is Level.FULL
        pack, rest = analysis.engine.key.split("|", 1)
        assert f"{pack}+{rules_digest()}|{rest}" == engine_key("en")
        assert [q.value for q in analysis.quantities if q.value == 12] == [12]
        assert analysis == analyse_text(ENGLISH, "en")


async def test_the_worker_finds_what_is_found_without_one() -> None:
    stories = [("greve-des-tramways", "fr"), ("eleven-days-adrift", "en"), ("eleven-days-adrift", "und")]
    with analyst() as lane:
        for story, language in stories:
            text = (STORIES / f"{story}.txt").read_text(encoding="utf-8")
            analysis = await lane.analyse(text, language)
            assert analysis.statements
            assert analysis == analyse_text(text, language)


async def test_a_worker_that_was_killed_is_started_again() -> None:
    with analyst() as lane:
        first = await lane.analyse(ENGLISH, "und")
        assert lane.pid is not None
        os.kill(lane.pid, signal.SIGKILL)
        assert await lane.analyse(ENGLISH, "und") == first


async def test_a_worker_that_dies_of_a_text_twice_is_reported() -> None:
    with analyst(dies) as lane, pytest.raises(AnalysisError, match="stopped unexpectedly, twice"):
        await lane.analyse(ENGLISH, "en")


async def test_an_error_of_the_worker_arrives_whole() -> None:
    with analyst(refuses) as lane:
        with pytest.raises(ParleyError, match=r"This pack is broken\.") as caught:
            await lane.analyse(ENGLISH, "en")
        assert caught.value.subject == "fr/pack.toml"


async def test_stopping_ends_a_busy_worker_at_once(tmp_path: Path) -> None:
    """It would never answer, so that this test only ends where stopping does not wait for it."""
    busy = tmp_path / "busy"
    os.mkfifo(busy)
    with analyst(never_answers) as lane:
        waiting = asyncio.create_task(lane.analyse(str(busy), "en"))
        assert await asyncio.to_thread(busy.read_text) == "busy"
        process = lane._lane._process
        assert process is not None
        lane.cancel()
        with pytest.raises(AnalysisError, match="was stopped"):
            await waiting
        process.join()
        with pytest.raises(AnalysisError, match="was stopped"):
            await lane.analyse(ENGLISH, "en")


def test_the_key_tells_packs_models_and_levels_apart() -> None:
    keys = {engine_key(code) for code in ("fr", "en", "und")}
    assert len(keys) == 3
    assert engine_key("tlh") == engine_key("und")
    assert engine_key("fr-CA") == engine_key("fr")
    assert "full" in engine_key("fr")
    assert "light" in engine_key("und")


def test_any_change_of_code_or_data_changes_the_fingerprint(tmp_path: Path) -> None:
    pack = tmp_path / "languages" / "xx"
    pack.mkdir(parents=True)
    seen = [digest([tmp_path / "languages"])]
    for name, content in (("cues.toml", "a = 1"), ("cues.toml", "a = 2"), ("more.toml", ""), ("rules.py", "")):
        (pack / name).write_text(content)
        seen.append(digest([tmp_path / "languages"]))
    assert len(set(seen)) == 5
    (pack / "notes.txt").write_text("not read by the analysis")
    assert digest([tmp_path / "languages"]) == seen[-1]
    assert len(rules_digest()) == 12
