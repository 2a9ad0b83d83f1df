"""A fetcher for tests with servers that never get anywhere beside others: nothing else hurries, however slow the
machine is."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from reader.domain.fetching import Request, Response
from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.limits import Limits


class Impatient(Fetcher):
    """As patient as it is for people, but for addresses with these paths: those it leaves soon."""

    def __init__(self, *paths: str, limits: Limits | None = None, **more: Any) -> None:
        super().__init__(limits=limits, **more)
        self._paths = paths
        self._hasty = copy(self)
        self._hasty._limits = self._limits._replace(read=0.2, whole=0.6)
        self._hasty._means = replace(self._means, limits=self._hasty._limits)

    async def fetch(self, request: Request) -> Response:
        """As ever."""
        hurries = urlsplit(request.address).path in self._paths
        return await Fetcher.fetch(self._hasty if hurries else self, request)
