"""A terminal for tests: a program in a pseudo-terminal, its screen read back with pyte."""

from __future__ import annotations

import base64
import codecs
import os
import re
import select
import signal
import time
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte
from ptyprocess import PtyProcess

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "s-tab": "\x1b[Z", "down": "\x1b[B", "up": "\x1b[A", "pgdn": "\x1b[6~",
    "ctrl+c": "\x03", "ctrl+z": "\x1a", "ctrl+d": "\x04", "backspace": "\x7f",
}  # fmt: skip

#: what pyte would print instead of swallowing: private sequences, mode queries, strings
_UNKNOWN = re.compile(
    r"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]|\x1b[P_^X].*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)", re.S
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]][^\x07\x1b]*\x1b?)?$")
_CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


class Screen(pyte.Screen):
    """pyte's screen, but marks and joiners stay on the letter before them, and private modes are remembered."""

    def __init__(self, columns: int, rows: int) -> None:
        self.private: set[int] = set()
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        plain = ""
        for char in data:
            category = unicodedata.category(char)
            if category in ("Mn", "Me", "Mc", "Cf"):
                super().draw(plain + (" " if category == "Mc" else ""))  # spacing marks take a cell, as in glibc
                plain = ""
                self._put_on(char, new=category == "Mc")
            else:
                plain += char
        super().draw(plain)

    def _put_on(self, mark: str, *, new: bool) -> None:
        line = self.buffer[self.cursor.y]
        at = max(self.cursor.x - 1, 0)
        line[at] = line[at]._replace(data=mark if new else line[at].data + mark)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        if kwargs.get("private"):
            self.private.update(modes)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        if kwargs.get("private"):
            self.private.difference_update(modes)
        super().reset_mode(*modes, **kwargs)


class Terminal:
    """``with Terminal([...]) as t: t.wait_for("Actors"); t.type("blingen", "<enter>")``. Nothing in it sleeps."""

    LIMIT = 10.0  # seconds until a wait has failed

    def __init__(
        self,
        command: list[str],
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        columns, rows = size
        self.screen = Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.raw = bytearray()
        self.clipboard: list[str] = []
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._begun = ""
        unset = ("COLORTERM", "TMUX", "STY", "LINES", "COLUMNS", "NO_COLOR", "VTE_VERSION", "KONSOLE_VERSION",
                 "PYTHONUNBUFFERED")  # fmt: skip
        environment = {key: value for key, value in os.environ.items() if key not in unset}
        environment |= {"TERM": "xterm-256color", **(env or {})}
        self.process = PtyProcess.spawn(command, dimensions=(rows, columns), env=environment, cwd=cwd and str(cwd))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.isalive():
            self.process.kill(signal.SIGKILL)
        self.process.close(force=True)

    @property
    def lines(self) -> list[str]:
        """The screen as a user reads it."""
        return [
            "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns)) for y in range(self.screen.lines)
        ]

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines)

    def columns_of(self, sign: str, y: int) -> tuple[int, ...]:
        """The cells of a line in which ``sign`` stands."""
        line = self.screen.buffer[y]
        return tuple(x for x in range(self.screen.columns) if line[x].data == sign)

    def type(self, *keys: str) -> None:
        """Words are typed as they are, ``<enter>`` and the like are keys."""
        for key in keys:
            self.process.write((KEYS[key[1:-1]] if key[:1] == "<" and key[-1:] == ">" else key).encode())

    def paste(self, text: str) -> None:
        """What a terminal sends when text is pasted, if the program asked for it."""
        assert 2004 in self.screen.private
        self.process.write(f"\x1b[200~{text}\x1b[201~".encode())

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def wait(self, done: Callable[[], bool], limit: float = LIMIT) -> bool:
        """Reads what the program writes until ``done()``; False where the time or the program ends before."""
        end = time.monotonic() + limit
        while not done():
            left = end - time.monotonic()
            if left <= 0 or not self._read(left):
                return done()
        return True

    def wait_for(self, *words: str) -> None:
        """Waits until every one of ``words`` stands on the screen, each within one line."""
        assert self.wait(lambda: all(self.has(word) for word in words)), f"{words} never came:\n{self.text}"

    def has(self, words: str) -> bool:
        wanted = " ".join(words.split())
        return any(wanted in " ".join(line.split()) for line in self.lines)

    def bytes_within(self, seconds: float) -> int:
        """How many bytes the program writes in that time."""
        before = len(self.raw)
        self.wait(lambda: False, seconds)
        return len(self.raw) - before

    def end(self, limit: float = LIMIT) -> int:
        """Waits for the program to go; its exit status, 128 + signal where one killed it."""
        self.wait(lambda: False, limit)
        assert not self.process.isalive(), f"still there:\n{self.text}"
        return 128 + self.process.signalstatus if self.process.signalstatus else int(self.process.exitstatus or 0)

    def _read(self, seconds: float) -> bool:
        """Reads once; False where nothing more will come."""
        ready, _, _ = select.select([self.process.fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.process.fd, 65536)
        except OSError:
            data = b""
        if not data:
            self.process.wait()
            return False
        self.raw += data
        text = self._begun + self._decoder.decode(data)
        cut = _UNFINISHED.search(text)
        self._begun = text[cut.start() :] if cut else ""
        text = text[: cut.start()] if cut else text
        self.clipboard += [base64.b64decode(found).decode() for found in _CLIPBOARD.findall(text)]
        self.stream.feed(_UNKNOWN.sub("", text))
        return True
