"""A command of the user's own that reads an article, and what it printed."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from dateline.errors import InputError
from dateline.text.safe import harmless
from dateline_tui.outside import ended

MOST = 100_000  # bytes of output that are kept
LIMIT = 60.0  # seconds a command may take
_TICK = 0.1  # seconds between two looks at whether it has ended
_LINGER = 0.3  # seconds for what is still in the pipe when it has ended


@dataclass(frozen=True, slots=True)
class Output:
    """What a command printed, made harmless, and a sentence where it did not end well."""

    text: str
    trouble: str = ""


class Piped:
    """One run of a command. ``run`` blocks, so it belongs into a thread; ``stop`` may be called from any other."""

    def __init__(self, command: str, text: str, environ: Mapping[str, str]) -> None:
        self.command = command
        self._text = text
        self._shell = environ.get("SHELL") or "sh"
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._stopped = False

    def run(self) -> Output:
        """Starts the command with the article on its standard input and waits for it. Raises InputError where it cannot
        be started."""
        with tempfile.TemporaryFile() as article:  # a file, so that a command that reads nothing blocks nobody
            article.write(self._text.encode("utf-8", "replace"))
            article.seek(0)
            with self._starting:
                if self._stopped:
                    return Output("", "It was stopped.")
                try:
                    self._process = subprocess.Popen(
                        [self._shell, "-c", self.command],
                        stdin=article,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.STDOUT,
                        start_new_session=True,  # without our terminal, and to be ended with all that it starts
                    )
                except (OSError, ValueError) as error:
                    why = getattr(error, "strerror", None) or str(error)
                    raise InputError(f"{harmless(self._shell)} cannot be started ({why}): set SHELL.") from error
            return self._read(self._process)

    def stop(self) -> None:
        """Ends the command and all that it started."""
        with self._starting:
            self._stopped = True
            process = self._process
        if process is not None and process.returncode is None:
            self._end(process)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.2)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)

    def _read(self, process: subprocess.Popen[bytes]) -> Output:
        assert process.stdout is not None
        taken = bytearray()
        trouble = ""
        end = time.monotonic() + LIMIT
        with process.stdout:
            while True:
                if process.poll() is not None:  # what it left in the background may hold the pipe open for long
                    end = min(end, time.monotonic() + _LINGER)
                left = end - time.monotonic()
                if left <= 0:
                    trouble = (
                        "" if process.returncode is not None else f"It took more than {LIMIT:.0f} s and was ended."
                    )
                    break
                if select.select([process.stdout], [], [], min(left, _TICK))[0]:
                    data = os.read(process.stdout.fileno(), 65536)
                    taken += data
                    if not data:
                        break
                    if len(taken) > MOST:
                        trouble = f"It printed more than {MOST // 1000} kB; here is the beginning."
                        break
            if trouble:
                self._end(process)
            code = process.wait()
        if self._stopped:
            trouble = "It was stopped."
        elif not trouble and code:
            trouble = f"It {ended(code)}."
        return Output(_readable(bytes(taken[:MOST])), trouble)


def _readable(data: bytes) -> str:
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").expandtabs(8)
    return harmless(text).rstrip("\n")
