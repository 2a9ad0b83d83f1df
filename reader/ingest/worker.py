"""The analyst's other end: a process that answers texts with analyses until its pipe closes."""

from __future__ import annotations

import signal
from multiprocessing.connection import Connection

from reader.domain.errors import ParleyError
from reader.ingest.silence import silence


def serve(pipe: Connection) -> None:
    """Answer each ``(text, language)`` with an Analysis, or with the ParleyError that says why not; and each list of
    ``Unsigned`` with a list of as many signatures, None where there is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence()

    from reader.ingest.engine import analyse_text

    while True:
        try:
            question = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            if isinstance(question, list):
                from reader.ingest.stories.signing import sign_article

                pipe.send([sign_article(one) for one in question])
            else:
                pipe.send(analyse_text(*question))
        except ParleyError as error:
            pipe.send(error)
