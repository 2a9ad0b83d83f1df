"""An analysis as one line of JSON: the contract between the analysis and other programs."""

from __future__ import annotations

import json
from typing import Any

from reader.cli.finding import Found

FORMAT = "parley.analysis/1"


def analysis_line(found: Found) -> str:
    """The object on one line; the same input gives the same line."""
    return json.dumps(analysis_object(found), ensure_ascii=False)


def analysis_object(found: Found) -> dict[str, Any]:
    """Everything found in a text, spans in code points of ``text``."""
    import msgspec

    analysis: dict[str, Any] = msgspec.to_builtins(found.analysis)
    return {
        "format": FORMAT,
        "id": found.id,
        "source": found.source,
        "language": analysis["language"],
        "title": found.article.title,
        "text": found.article.text,
        "engine": analysis["engine"],
        "note": analysis["note"],
        "parties": analysis["parties"],
        "actors": analysis["actors"],
        "quantities": [_whole_numbers(q) for q in analysis["quantities"]],
        "statements": analysis["statements"],
        "comparison": analysis["comparison"],
    }


def _whole_numbers(quantity: dict[str, Any]) -> dict[str, Any]:
    """49.0 as 49, the way it is written."""
    return {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in quantity.items()}
