"""The analyst's other end: a process that answers texts with analyses until its pipe closes."""

from __future__ import annotations

import signal
from multiprocessing.connection import Connection

from reader.domain.errors import ParleyError
from reader.ingest.silence import silence


def serve(pipe: Connection) -> None:
    """Answer each ``(text, language)`` with an Analysis, or with the ParleyError that says why not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence()

    from reader.ingest.engine import analyse_text

    while True:
        try:
            text, language = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(analyse_text(text, language))
        except ParleyError as error:
            pipe.send(error)
