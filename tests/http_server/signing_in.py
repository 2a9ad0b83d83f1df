"""Routes that ask for a name and password."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field

from http_server.answers import Answer, Received


@dataclass
class Basic:
    """``body`` for whoever gives ``user`` and ``password`` by the Basic scheme."""

    body: bytes
    user: str
    password: str

    def __call__(self, request: Received) -> Answer:
        """The body, or 401."""
        token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        if request.headers.get("authorization") == f"Basic {token}":
            return Answer(200, self.body)
        return Answer(401, b"who?", {"WWW-Authenticate": 'Basic realm="feeds"'})


@dataclass
class Digest:
    """``body`` for whoever proves to know ``password`` by the Digest scheme (MD5, qop auth).

    A nonce is good for ``uses`` requests; then a new one is given.
    """

    body: bytes
    user: str
    password: str
    uses: int = 100
    _given: int = field(default=0)
    _used: int = field(default=0)

    def __call__(self, request: Received) -> Answer:
        """The body, or 401."""
        said = dict(re.findall(r'(\w+)="?([^",]+)"?', request.headers.get("authorization", "")))
        if said and self._used < self.uses and said.get("response") == self._expected(request, said):
            self._used += 1
            return Answer(200, self.body)
        self._given += 1
        self._used = 0
        challenge = f'Digest realm="feeds", qop="auth", algorithm=MD5, nonce="{self._nonce()}", opaque="x"'
        return Answer(401, b"who?", {"WWW-Authenticate": challenge})

    def _nonce(self) -> str:
        return f"nonce{self._given}"

    def _expected(self, request: Received, said: dict[str, str]) -> str:
        secret = _md5(f"{self.user}:feeds:{self.password}")
        asked = _md5(f"{request.method}:{request.target}")
        return _md5(f"{secret}:{self._nonce()}:{said.get('nc')}:{said.get('cnonce')}:auth:{asked}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()
