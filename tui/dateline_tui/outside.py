"""Programs outside: which one opens an address or shows a text, and how it is started."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from dateline.errors import InputError
from dateline.readers.sources import checked_address
from dateline.text.safe import harmless
from dateline_tui.draw.article import Page

Find = Callable[[str], str | None]

_SOON = 5.0  # seconds within which an opener that fails has failed because of what it was given


def opener(environ: Mapping[str, str], find: Find = shutil.which, platform: str = sys.platform) -> list[str] | None:
    """The command that opens an address: BROWSER, or the system's own where there is a screen. None where neither is.

    Raises InputError, in a sentence, for a BROWSER that names no program.
    """
    named = environ.get("BROWSER", "").split(os.pathsep)[0]
    if named.strip():
        return _command("BROWSER", named, find)
    if platform == "darwin":
        return ["open"] if find("open") else None
    if not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        return None
    return ["xdg-open"] if find("xdg-open") else None


def viewer(environ: Mapping[str, str], find: Find = shutil.which) -> list[str]:
    """The command that shows a text file: PAGER, EDITOR, less or more. Raises InputError where there is none."""
    for variable in ("PAGER", "EDITOR"):
        if environ.get(variable, "").strip():
            return _command(variable, environ[variable], find)
    for name in ("less", "more"):
        if find(name):
            return [name]
    raise InputError("There is no program to show a text with: install less, or set PAGER to one.")


def _command(variable: str, line: str, find: Find) -> list[str]:
    """A variable's command line as arguments; no shell ever reads it."""
    try:
        words = shlex.split(line)
    except ValueError:
        words = []
    if not words or find(words[0]) is None:
        raise InputError(f"{variable} names no program that is here ({harmless(line)}): set it to another.")
    return words


def address_command(command: Sequence[str], address: str) -> list[str]:
    """The command with the address as one argument, in place of ``%s`` where it has that. Raises InputError for an
    address that is not http or https."""
    try:
        checked = checked_address(address)
    except InputError:
        checked = None
    if checked is None:
        raise InputError("Only addresses with http:// or https:// are opened, and this article's is another one.")
    if any("%s" in word for word in command):
        return [word.replace("%s", checked) for word in command]
    return [*command, checked]


def open_apart(command: Sequence[str], failed: Callable[[str], object]) -> None:
    """Starts a program that outlives us and writes nothing on our terminal. ``failed`` is called from another thread
    with a sentence where it ends soon and badly. Raises InputError where it cannot be started."""
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)
    except OSError as error:
        raise InputError(_not_started(command, error)) from error
    threading.Thread(
        target=_watch, args=(process, called(command), failed), name="dateline-opener", daemon=True
    ).start()


def _watch(process: subprocess.Popen[bytes], name: str, failed: Callable[[str], object]) -> None:
    with suppress(subprocess.TimeoutExpired):
        if process.wait(_SOON):
            failed(f"{name} {ended(process.returncode)}: set BROWSER to another program.")
        return
    process.wait()


def ended(code: int) -> str:
    """How a program ended, as a sentence goes on: ``ended with code 3``."""
    if code >= 0:
        return f"ended with code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"


def _not_started(command: Sequence[str], error: OSError) -> str:
    return f"{called(command)} cannot be started ({error.strerror}): set another program."


def called(command: Sequence[str]) -> str:
    """A program as a sentence names it: without its folder."""
    return harmless(os.path.basename(command[0]))


def page_text(page: Page) -> str:
    """An article as a text to read: title, what is known about it, address, an empty line, its own text. Nothing in it
    can act on a terminal."""
    head = [page.title or "(no title)", " · ".join(page.data), page.url or "no address", "", ""]
    return harmless("\n".join(" ".join(line.split()) for line in head) + page.text.rstrip("\n") + "\n")


def view(command: Sequence[str], text: str) -> int:
    """Shows a text in a program that has our terminal meanwhile; its exit code. The file it reads is only ours and goes
    afterwards. Raises InputError where the program cannot be started."""
    handle, name = tempfile.mkstemp(".txt", "dateline-")  # 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        with _lending() as lend:
            try:
                process = subprocess.Popen([*command, name])
            except OSError as error:
                raise InputError(_not_started(command, error)) from error
            lend(process)
            return process.wait()
    finally:
        with suppress(OSError):
            os.unlink(name)


@contextmanager
def _lending() -> Iterator[Callable[[subprocess.Popen[bytes]], None]]:
    """While another program has the terminal, ctrl+c is for that one, and what ends us ends it first; whoever starts it
    hands it in. Signals are caught before it starts, as who sees it may end it at once, and caught rather than ignored,
    as a program inherits what we ignore."""
    lent: list[subprocess.Popen[bytes]] = []
    asked: list[int] = []

    def lend(process: subprocess.Popen[bytes]) -> None:
        lent.append(process)
        if asked:
            process.terminate()

    def both(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        for process in lent:
            process.terminate()

    def not_ours(_number: int, _frame: FrameType | None) -> None:
        pass

    wakeup = signal.set_wakeup_fd(-1)  # asyncio's: it would hear of ctrl+c too
    before = {number: signal.signal(number, not_ours) for number in (signal.SIGINT, signal.SIGQUIT)}
    before |= {number: signal.signal(number, both) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield lend
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup, warn_on_full_buffer=False)
        if asked:
            signal.raise_signal(asked[0])
