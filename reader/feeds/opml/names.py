"""Names of attributes and elements as XML allows them, and the prefixes of their namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from reader.domain.outline import Attributes
from reader.feeds.opml.vocabulary import XML_NAMESPACE, XMLNS_NAMESPACE

_QUALIFIED = re.compile(r"\{([^}]*)\}(.+)", re.DOTALL)
_PREFIX = re.compile(r"(?!xml)(?!ns\d)[A-Za-z_][A-Za-z0-9_.-]*", re.IGNORECASE)


@lru_cache(maxsize=1000)
def can_be_written(name: str) -> bool:
    """Whether ``name``, or ``{namespace}name``, can name an attribute or an element."""
    namespace = namespace_of(name)
    if name.lower().startswith("xmlns") or namespace == XMLNS_NAMESPACE:
        return False
    try:
        etree.Element("outline", nsmap={"n": namespace} if namespace else None).set(name, "")
    except ValueError:
        return False
    return True


def namespace_of(name: str) -> str | None:
    """The namespace of a name written ``{namespace}name``."""
    found = _QUALIFIED.fullmatch(name)
    return found[1] if found else None


def namespaces_of(names: Iterable[str], wanted: Attributes) -> Attributes:
    """A prefix for every namespace of ``names``, by ``wanted`` (prefixes and namespaces) where that is possible."""
    used = {namespace for name in names if (namespace := namespace_of(name)) and namespace != XML_NAMESPACE}
    prefixes: dict[str, str] = {}
    for prefix, namespace in wanted:
        if namespace in used and namespace not in prefixes.values() and _PREFIX.fullmatch(prefix):
            prefixes.setdefault(prefix, namespace)
    number = 0
    for namespace in sorted(used - set(prefixes.values())):
        number += 1
        while f"n{number}" in prefixes:
            number += 1
        prefixes[f"n{number}"] = namespace
    return tuple(sorted(prefixes.items()))
