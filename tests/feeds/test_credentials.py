"""Where names and passwords are kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from http_server import serve
from http_server.signing_in import Basic
from keyring.backend import KeyringBackend

from reader.domain.fetching import FetchError, Request, Trouble
from reader.feeds import credentials
from reader.feeds.credentials_file import VARIABLE
from reader.feeds.fetching.fetcher import Fetcher

FEED = "https://example.org/feed?x=1"


class InMemory(KeyringBackend):
    """A keyring that keeps what it is given, or, with ``broken``, raises or forgets it."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, broken: str = "") -> None:
        super().__init__()
        self.broken = broken
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept."""
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps it."""
        self._check()
        if self.broken != "forgets":
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forgets it."""
        self._check()
        del self.kept[service, username]

    def _check(self) -> None:
        if self.broken == "raises":
            raise RuntimeError("the keyring is locked")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file the user chose."""
    path = tmp_path / "config" / "credentials.json"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file where the system keeps configuration, with whatever keyring the test sets."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    before = keyring.get_keyring()
    yield tmp_path
    keyring.set_keyring(before)


def test_what_is_kept_is_found_for_the_whole_origin_and_nowhere_else(file: Path) -> None:
    assert credentials.find(FEED) is None
    said = credentials.keep(FEED, "mé", "p:w\n")
    assert str(file) in said
    assert "p:w" not in said
    for address in (FEED, "https://EXAMPLE.org:443/other", "https://someone:else@example.org/"):
        assert credentials.find(address) == ("mé", "p:w\n")
    for address in ("http://example.org/", "https://example.org:8443/", "https://www.example.org/"):
        assert credentials.find(address) is None


def test_keeping_replaces_and_forgetting_forgets(file: Path) -> None:
    credentials.keep(FEED, "a", "1")
    credentials.keep("https://other.example/", "b", "2")
    credentials.keep(FEED, "a", "3")
    assert credentials.find(FEED) == ("a", "3")
    assert credentials.forget(FEED)
    assert not credentials.forget(FEED)
    assert credentials.find(FEED) is None
    assert credentials.find("https://other.example/") == ("b", "2")


def test_the_file_is_its_owners_alone_and_nothing_lies_beside_it(file: Path) -> None:
    for password in ("1", "2"):
        credentials.keep(FEED, "a", password)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_file_others_may_read_is_refused(file: Path, mode: int) -> None:
    credentials.keep(FEED, "a", "secret")
    file.chmod(mode)
    for call in (lambda: credentials.find(FEED), lambda: credentials.keep(FEED, "a", "b")):
        with pytest.raises(FetchError, match="may be read by others") as caught:
            call()
        assert caught.value.trouble is Trouble.CREDENTIALS
        assert "secret" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b"7"])
def test_a_damaged_file_is_named_and_left_alone(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    file.chmod(0o600)
    with pytest.raises(FetchError, match=r"credentials\.json is damaged"):
        credentials.find(FEED)
    with pytest.raises(FetchError, match="damaged"):
        credentials.keep(FEED, "a", "b")
    assert file.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_a_sentence(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(FetchError, match="cannot be read"):
        credentials.find(FEED)


def test_the_systems_keyring_is_used_where_there_is_one(configured: Path) -> None:
    ring = InMemory()
    keyring.set_keyring(ring)
    assert "keyring" in credentials.keep(FEED, "a", "1")
    assert credentials.find(FEED) == ("a", "1")
    assert not (configured / ".config" / "parley").exists()
    assert credentials.forget(FEED)
    assert credentials.find(FEED) is None
    assert ring.kept == {}


@pytest.mark.parametrize("broken", ["raises", "forgets"])
def test_a_keyring_that_does_not_keep_is_gone_round(configured: Path, broken: str) -> None:
    keyring.set_keyring(InMemory(broken))
    assert "credentials.json" in credentials.keep(FEED, "a", "1")
    assert credentials.find(FEED) == ("a", "1")
    assert credentials.forget(FEED)
    assert credentials.find(FEED) is None


def test_what_moves_to_the_keyring_leaves_the_file(configured: Path) -> None:
    keyring.set_keyring(InMemory("raises"))
    credentials.keep(FEED, "a", "old")
    keyring.set_keyring(InMemory())
    assert credentials.find(FEED) == ("a", "old")
    credentials.keep(FEED, "a", "new")
    assert credentials.find(FEED) == ("a", "new")
    assert "old" not in next(configured.rglob("credentials.json")).read_text()


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(FetchError) as caught:
        credentials.keep("file:///x", "a", "b")
    assert caught.value.trouble is Trouble.ADDRESS


async def test_a_feed_that_asks_gets_what_is_kept(file: Path) -> None:
    with serve({"/feed": Basic(b"x", "me", "pw")}) as server:
        credentials.keep(server.at("/"), "me", "pw")
        async with Fetcher(credentials=credentials.find) as fetcher:
            assert (await fetcher.fetch(Request(server.at("/feed"), typed=True))).body == b"x"


async def test_a_file_that_cannot_be_used_is_that_feeds_error(file: Path) -> None:
    with serve({"/feed": Basic(b"x", "me", "pw")}) as server:
        credentials.keep(server.at("/"), "me", "pw")
        os.chmod(file, 0o644)  # noqa: PTH101
        async with Fetcher(credentials=credentials.find) as fetcher:
            with pytest.raises(FetchError, match="may be read by others"):
                await fetcher.fetch(Request(server.at("/feed"), typed=True))
