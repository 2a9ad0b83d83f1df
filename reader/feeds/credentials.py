"""Names and passwords of feeds: in the system's keyring, else in a file only its owner may read. Never in a library."""

from __future__ import annotations

import json
from typing import Any

from reader.feeds import credentials_file
from reader.feeds.fetching.addresses import fetchable, origin

SERVICE = "parley"
"""What the keyring calls us."""


def find(address: str) -> tuple[str, str] | None:
    """The user and password kept for an address's origin (scheme, host and port), or None.

    Raises FetchError: an address that is none, a credentials file that is damaged or that others may read.
    """
    key = _key(address)
    kept = None if credentials_file.chosen() else _in_keyring(key)
    return kept or credentials_file.load().get(key)


def keep(address: str, user: str, password: str) -> str:
    """Keeps them for an address's origin, in the place of what was kept; a sentence says where. Raises FetchError."""
    key = _key(address)
    if not credentials_file.chosen() and _to_keyring(key, user, password):
        _leave_file(key)
        return f"The name and password for {key} are kept in the system's keyring."
    credentials_file.save({**credentials_file.load(), key: (user, password)})
    return f"The name and password for {key} are kept in {credentials_file.path()}, which only you may read."


def forget(address: str) -> bool:
    """Forgets what is kept for an address's origin; True where there was something. Raises FetchError."""
    key = _key(address)
    known = not credentials_file.chosen() and _in_keyring(key) is not None
    if known:
        _from_keyring(key)
    return _leave_file(key) or known


def _key(address: str) -> str:
    return origin(fetchable(address)) + "/"


def _leave_file(key: str) -> bool:
    kept = credentials_file.load()
    if key not in kept:
        return False
    credentials_file.save({name: pair for name, pair in kept.items() if name != key})
    return True


def _keyring() -> Any:
    import keyring

    return keyring.get_keyring()


# A keyring is another program's: locked, unreachable, asked for without a screen, it raises anything. The file is there
# for that.


def _in_keyring(key: str) -> tuple[str, str] | None:
    try:
        return pair(json.loads(_keyring().get_password(SERVICE, key) or "null"))
    except Exception:
        return None


def _to_keyring(key: str, user: str, password: str) -> bool:
    try:
        _keyring().set_password(SERVICE, key, json.dumps([user, password]))
    except Exception:
        return False
    return _in_keyring(key) == (user, password)  # some keyrings take everything and keep nothing


def _from_keyring(key: str) -> None:
    try:
        _keyring().delete_password(SERVICE, key)
    except Exception:
        _to_keyring(key, "", "")


def pair(value: object) -> tuple[str, str] | None:
    """A user and a password from JSON, or None."""
    match value:
        case [str(user), str(password)] if user or password:
            return user, password
    return None
