"""The command ``parley`` and ``python -m reader``: above the screen and the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(args: Sequence[str] | None = None) -> int:
    """Run ``parley``. Gives the exit code."""
    try:
        from reader.cli.run import run

        return run(args, open_app)
    except KeyboardInterrupt:
        return 130


def open_app(library: Path, article: int | None) -> int:
    """Open the reading screen. Gives the exit code when the reader leaves."""
    # Next to nothing of what starting up makes is garbage; looking for it takes a tenth of the time. The app collects
    # again once its reading screen is there.
    gc.disable()
    from reader.ingest.desk import Desk
    from reader.ui.app import ParleyApp

    desk = Desk(library)
    try:
        app = ParleyApp(desk, article)
        app.run()
    finally:
        desk.stop()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
