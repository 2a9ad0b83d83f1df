"""The analyst's other end: a process that answers texts with analyses until its pipe closes."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection

from reader.domain.errors import ParleyError


def serve(pipe: Connection) -> None:
    """Answer each ``(text, language)`` with an Analysis, or with the ParleyError that says why not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The terminal belongs to the screen; a library's warning must not be written over it.
    silent = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as the process lives
    os.dup2(silent.fileno(), 1)
    os.dup2(silent.fileno(), 2)
    sys.stdout = sys.stderr = silent

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
