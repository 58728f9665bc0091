"""The ``dateline`` command. Each command loads only what it needs; see ``dateline --help``."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from dateline.cli.talk import tell, utf8_streams
from dateline.errors import DatelineError, Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code (see :class:`dateline.errors.Exit`).

    Without ``arguments`` this is the whole process: it ends here.
    """
    if arguments is None:
        gc.set_threshold(100_000, 20, 20)  # nearly all that a command makes it still needs at its end
    code = _guarded(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        _leave(code)
    return code


def _leave(code: int) -> None:
    """Ends the process without taking everything in it apart first, which would take a sixth of a command's time."""
    if "multiprocessing" in sys.modules:
        return  # it has things of the system's to give back
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            return  # Python itself ends a process whose output went wrong
    os._exit(code)


def _guarded(arguments: Sequence[str]) -> int:
    """Runs one command; what it complains about is told."""
    utf8_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except DatelineError as error:
        tell(str(error))
        return error.code
    except KeyboardInterrupt:
        tell("Interrupted: what was finished before is kept.")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has seen enough; nothing may complain when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except OSError as error:
        tell(f"{error.strerror or error}: {error.filename or 'the output could not be written'}.")
        return Exit.BUSY


def _run(arguments: Sequence[str]) -> int:
    from dateline.cli.parser import command, parser

    try:
        options = parser(arguments).parse_args(arguments)
    except SystemExit as done:  # --help, --version or a usage error: argparse has said it all
        return int(done.code or 0)
    return int(command(options)(options))
