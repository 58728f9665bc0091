"""Exit codes and the one kind of error that a user is shown."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command (see ``dateline --help``)."""

    DONE = 0
    NOTHING = 1  # nothing found
    USAGE = 2  # usage or bad input
    BUSY = 3  # store busy or unusable: try again
    INTERRUPTED = 130


class DatelineError(Exception):
    """Something a user can mend. The message is one sentence that says what to do next."""

    code: Exit = Exit.USAGE


class InputError(DatelineError):
    """A file, a folder or an option that cannot be used as it is."""


class StoreError(DatelineError):
    """The store cannot be opened, read or written now."""

    code = Exit.BUSY
