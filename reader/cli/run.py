"""Run the command line: every way it can end, with its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from reader.cli.output import complain, prepare_streams
from reader.cli.session import OpenApp, Session
from reader.domain.errors import ParleyError

FAILED = 1
INTERRUPTED = 130


def run(args: Sequence[str] | None, open_app: OpenApp) -> int:
    """Run ``parley`` with these arguments (those of the process where None). Gives the exit code.

    0 done; 1 failed, its reason on standard error, or nobody reads the output any more; 2 wrong usage; 130 interrupted.
    """
    from reader.cli.group import parley

    prepare_streams()
    try:
        result = parley.main(args, prog_name="parley", standalone_mode=False, obj=Session(open_app))
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.UsageError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except ParleyError as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:
        # What is left in the buffer has nowhere to go; without this Python complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return result if isinstance(result, int) else 0
