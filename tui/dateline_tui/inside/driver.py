"""What the terminal sends, as keys: whatever bytes come, and also when nobody is there any more."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

_ESC = "\x1b"
#: what follows Esc in sequences that terminals send, and keys that they send with an Esc before them
_SEQUENCES = "[OPX]^_\\" + _ESC + "\t\x7f"


class Parser(XTermParser):
    """Esc and a key that come together, as over a slow line, are two keys: none of ours is typed with Alt."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if alt or (len(sequence) == 2 and sequence[0] == _ESC and sequence[1] not in _SEQUENCES):
            yield events.Key("escape", _ESC)
            sequence = sequence[-1]
        yield from super()._sequence_to_key_events(sequence)


class Driver(LinuxDriver):
    """Textual's, but bytes that are no text end nothing, a terminal that has gone ends the dashboard, and of many sizes
    the last one counts."""

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._loop.add_signal_handler(signal.SIGWINCH, self._resized)

    def _resized(self) -> None:
        """Textual reads the size in the signal's handler; the next signal may interrupt that one, and the older size is
        then told last and stays. Between two events nothing interrupts us."""
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def run_input_thread(self) -> None:
        parser = Parser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    if not (data := self._read()):
                        self._loop.call_soon_threadsafe(self._gone)
                        break
                    for event in parser.feed(text) if (text := decode(data)) else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        try:
            for _event in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def _read(self) -> bytes:
        """What has been typed; nothing where the terminal was closed, which not every process is told by a signal."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _gone(self) -> None:
        self._app.exit(return_code=128 + signal.SIGHUP)
