"""JSON that may be cut off, carry trailing commas, or nest like a bomb: its parts one by one, in linear time.

Numbers are kept as they are written: an identifier is no quantity.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

_TOKEN = re.compile(r'"(?:[^"\\]+|\\.)*+"?|[\[\]{},:]|[^\s"\[\]{},:]+', re.DOTALL)
_OPENERS = {"{": "}", "[": "]"}
_DEEPEST = 40  # what is nested deeper is left out
_MOST_PARTS = 200_000  # values of one item; of one with more only as many characters are read
_MOST_PARTS_OF_ALL = 1_000_000
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=lambda name: None)


def whole_object(text: str) -> dict[str, Any] | None:
    """The object that ``text`` is; None where it is not sound, is no object, or has too many parts for the memory."""
    if _parts(text) > _MOST_PARTS_OF_ALL:
        return None
    try:
        found = _DECODER.decode(text.lstrip("\ufeff").strip())
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def loaded(text: str) -> Any:
    """The value of ``text``, mended where it is not whole; None where nothing can be made of it."""
    if _parts(text) > _MOST_PARTS:
        text = text[:_MOST_PARTS]
    try:
        return _DECODER.decode(text.strip())
    except (ValueError, RecursionError):
        pass
    try:
        return _DECODER.decode(_mended(text))
    except (ValueError, RecursionError):
        return None


def top_level(text: str) -> dict[str, Any]:
    """The members of the outermost object; in the place of ``items`` whether there is a list of them."""
    found: dict[str, Any] = {}
    for key, start, end in _members(text):
        if key == "items":
            found.setdefault(key, text[start : start + 1] == "[")
        elif end - start < 100_000:
            found.setdefault(key, loaded(text[start:end]))
    return found


def elements_of(text: str, name: str) -> Iterator[str]:
    """The elements of the list that is the outermost object's member ``name``, each as it is written."""
    place = next((start for key, start, _ in _members(text) if key == name and text[start : start + 1] == "["), None)
    if place is None:
        return
    depth, start = 0, -1
    for token in islice(_TOKEN.finditer(text, place), _MOST_PARTS_OF_ALL):
        sign = token[0][0]
        if depth == 1 and start < 0 and sign not in ",]}":
            start = token.start()
        if sign in _OPENERS:
            depth += 1
        elif sign in ("}", "]"):
            depth -= 1
        if start >= 0 and depth == 1 and (sign in _CLOSED or sign not in "[{,:"):
            yield text[start : token.end()]
            start = -1
        if depth <= 0:
            return
    if start >= 0:
        yield text[start:]


_CLOSED = frozenset("}]")


def _parts(text: str) -> int:
    return text.count(",") + text.count("[") + text.count("{")


def _members(text: str) -> Iterator[tuple[str, int, int]]:
    """Key, start and end of each member of the outermost object, as far as the text goes."""
    depth, key, start, awaited = 0, "", -1, ""
    for token in islice(_TOKEN.finditer(text), _MOST_PARTS_OF_ALL):
        sign = token[0][0]
        if depth == 1:
            if sign == ":" and awaited and start < 0:
                key, awaited = awaited, ""
                start = token.end()
            elif sign in ",}" and start >= 0:
                yield key, _skip_blanks(text, start), token.start()
                start, awaited = -1, ""
            elif sign == '"' and start < 0:
                awaited = token[0].strip('"')
        if sign in _OPENERS:
            depth += 1
        elif sign in _CLOSED:
            depth -= 1
            if depth == 0:
                return
    if start >= 0:
        yield key, _skip_blanks(text, start), len(text)


def _skip_blanks(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start


def _mended(text: str) -> str:
    """``text`` with what it lacks at its end, without what lies too deep, and with commas only between values."""
    parts: list[str] = []
    stack: list[str] = []
    for token in islice(_TOKEN.finditer(text), _MOST_PARTS_OF_ALL):
        written = token[0]
        sign = written[0]
        if sign not in ",:}]" and parts and _ends_value(parts[-1]):
            if sign not in '"[{':
                continue
            if len(stack) <= _DEEPEST:
                parts.append(",")
        if sign in _OPENERS:
            if len(stack) < _DEEPEST:
                parts.append(sign)
            elif len(stack) == _DEEPEST:
                parts.append("null")
            stack.append(_OPENERS[sign])
        elif sign in _CLOSED:
            if not stack or sign != stack[-1]:
                continue
            stack.pop()
            if len(stack) < _DEEPEST:
                _settle(parts)
                parts.append(sign)
            if not stack:
                break
        elif len(stack) <= _DEEPEST:
            parts.append(_whole(written) if sign == '"' else _plain(written))
    del stack[_DEEPEST:]
    while stack:
        _settle(parts)
        parts.append(stack.pop())
    return "".join(parts)


def _ends_value(part: str) -> bool:
    return part not in ("{", "[", ",", ":")


def _settle(parts: list[str]) -> None:
    """Drop a comma, and a key without a value, from before a closing bracket."""
    while parts and parts[-1] in (",", ":"):
        if parts.pop() == ":" and parts:
            parts.pop()
    if len(parts) > 1 and parts[-1].startswith('"') and parts[-2] in ("{", ",") and "{" in _opener(parts):
        parts.pop()
        _settle(parts)


def _opener(parts: list[str]) -> str:
    """The bracket that is open at the end of ``parts``."""
    depth = 0
    for part in reversed(parts):
        if part in _CLOSED:
            depth += 1
        elif part in _OPENERS:
            if not depth:
                return part
            depth -= 1
    return ""


def _whole(string: str) -> str:
    """A string that the end of the text cut, closed."""
    if len(string) > 1 and string.endswith('"') and not _escaped(string):
        return string
    return re.sub(r"\\(?:u[0-9a-fA-F]{0,3})?\Z", "", string) + '"'


def _escaped(string: str) -> bool:
    stem = string[:-1]
    return (len(stem) - len(stem.rstrip("\\"))) % 2 == 1


def _plain(written: str) -> str:
    """A number or word that JSON knows, or null."""
    if written in (",", ":", "true", "false", "null") or re.fullmatch(
        r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?", written
    ):
        return written
    return "null"
