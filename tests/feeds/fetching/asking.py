"""Short forms the tests of fetching share."""

from __future__ import annotations

import pytest

from reader.domain.fetching import FetchError, Request, Trouble
from reader.domain.plain_text import clean_line
from reader.feeds.fetching.fetcher import Fetcher


def typed(address: str, **more: object) -> Request:
    """A request for an address the user gave."""
    return Request(address, typed=True, **more)  # type: ignore[arg-type]


async def refused(fetcher: Fetcher, request: Request, trouble: Trouble) -> FetchError:
    """The error, which is of this kind and one clean sentence that names the host."""
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(request)
    error = caught.value
    sentence = str(error)
    assert error.trouble is trouble, sentence
    assert sentence.endswith(".")
    assert sentence == clean_line(sentence)
    assert error.advice
    return error
