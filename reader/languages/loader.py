"""Read a language pack: the TOML files of one language's folder, checked against their schemas."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from reader.domain.errors import PackError

FOLDER = Path(__file__).resolve().parent
T = TypeVar("T")


def read_toml(path: Path, schema: type[T]) -> T:
    """The file's content as a ``schema``. Raises PackError naming the file and the key that is wrong."""
    where = f"{path.parent.name}/{path.name}"
    try:
        raw = tomli.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(raw, schema)
    except FileNotFoundError:
        raise PackError(f"The language pack lacks {where}.", subject=where) from None
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{where} is not valid TOML: {error}.", subject=where) from error
    except msgspec.ValidationError as error:
        raise PackError(f"{where}: {error}.", subject=where) from error


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack, sorted."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("*/pack.toml")))
