"""What a terminal can do for the dashboard: findings for ``dateline doctor``, from what it says of itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.db.finding import Finding
from dateline.paths import config_file

LEAST = (40, 12)  # columns and rows in which the dashboard can be used
_SSH = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")
_TRUE_COLOUR = ("truecolor", "24bit")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command runs. ``clipboard`` is tmux's setting "set-clipboard", empty outside tmux or where unknown."""

    environ: Mapping[str, str]
    size: tuple[int, int] | None  # columns, rows; None where there is no terminal
    encoding: str  # as the shell set it, before we changed it
    clipboard: str = ""


def this_terminal() -> Terminal:
    """The terminal that this process was started in."""
    environ = dict(os.environ)
    clipboard = _tmux_setting("set-clipboard") if "TMUX" in environ else ""
    return Terminal(environ, _size(), _encoding(environ), clipboard)


def _size() -> tuple[int, int] | None:
    for number in (2, 0, 1):
        try:
            columns, rows = os.get_terminal_size(number)
        except OSError:
            continue
        return columns or 80, rows or 24  # a serial line does not say; these are taken then
    return None


def _encoding(environ: Mapping[str, str]) -> str:
    """What the locale's variables name, in the order in which they count; empty where they name none."""
    named = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    return named.partition(".")[2].partition("@")[0]


def _tmux_setting(name: str) -> str:
    call = ["tmux", "show-options", "-sv", name]
    try:
        return subprocess.run(call, capture_output=True, text=True, timeout=2, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def terminal(here: Terminal) -> Iterator[Finding]:
    """Findings about it; where there is none, that is the only one."""
    if here.size is None:
        yield Finding("terminal", "ok", "there is no terminal here: only the store was looked at")
        return
    yield _name(here)
    yield _window(here)
    yield _letters(here)
    yield _colours(here)
    yield _direction(here)
    yield _copying(here)
    if any(variable in here.environ for variable in _SSH):
        yield Finding("ssh", "ok", "over a slow line 'ssh -C' makes every screen smaller")


def settings() -> Iterator[Finding]:
    """Findings about the config file: what in it could not be used."""
    path = config_file()
    if path is None or not os.path.exists(path):
        yield Finding("config", "ok", "there is no config file, and none is needed")
        return
    from dateline_tui.settings import read_settings

    trouble = read_settings(path).trouble
    for sentence in trouble:
        yield Finding("config", "look", sentence, f"mend {path}: 'dateline help keys' shows how it looks")
    if not trouble:
        yield Finding("config", "ok", f"{path} holds")


def _name(here: Terminal) -> Finding:
    name = here.environ.get("TERM", "")
    if name in ("", "dumb"):
        says = f"TERM is {name!r}, which names no terminal that can be drawn on"
        return Finding("terminal", "look", says, "export TERM=xterm-256color, or what your terminal's manual says")
    return Finding("terminal", "ok", f"TERM is {name}")


def _window(here: Terminal) -> Finding:
    assert here.size is not None
    columns, rows = here.size
    says = f"{columns} columns, {rows} rows"
    if columns < LEAST[0] or rows < LEAST[1]:
        return Finding("window", "look", says, f"make the window at least {LEAST[0]} columns and {LEAST[1]} rows big")
    panes = "three panes" if columns >= 100 else "two panes" if columns >= 60 else "one pane"
    return Finding("window", "ok", f"{says}: {panes}")


def _letters(here: Terminal) -> Finding:
    if here.environ.get("TERM") in ("linux", "vt100", "vt220"):
        return Finding("letters", "ok", "signs are drawn in ASCII; this terminal has no letters of most scripts")
    if here.encoding.lower().replace("-", "") == "utf8":
        return Finding("letters", "ok", "the locale is UTF-8")
    if not here.encoding:
        return Finding("letters", "ok", "the locale names no encoding: UTF-8 is taken for granted")
    says = f"the locale is {here.encoding}, which has no letters of most scripts"
    return Finding("letters", "look", says, "export LC_ALL=C.UTF-8, in a terminal set to UTF-8")


def _colours(here: Terminal) -> Finding:
    name, depth = here.environ.get("TERM", ""), here.environ.get("COLORTERM", "").lower()
    if here.environ.get("NO_COLOR"):
        return Finding("colours", "ok", "none, as NO_COLOR asks: signs, bold and reverse say it all")
    if depth in _TRUE_COLOUR or name.endswith("-direct"):
        return Finding("colours", "ok", "all")
    return Finding("colours", "ok", "256" if name.endswith("-256color") else "16")


def _direction(here: Terminal) -> Finding:
    from dateline_tui.terminal import bidi_mode

    mode = bidi_mode(None, here.environ)
    who = "dateline turns it round" if mode == "app" else "left to the terminal"
    return Finding("bidi", "ok", f"right-to-left text: {who}; if Persian reads backwards, press B or use --bidi")


def _copying(here: Terminal) -> Finding:
    if "TMUX" in here.environ:
        if here.clipboard in ("on", ""):
            return Finding("copying", "ok", "through tmux to the terminal's clipboard")
        says = f"tmux keeps copies from the terminal's clipboard (set-clipboard {here.clipboard})"
        return Finding("copying", "look", says, "tmux set -s set-clipboard on, and the same line in ~/.tmux.conf")
    if here.environ.get("TERM", "").startswith("screen") or "STY" in here.environ:
        return Finding("copying", "ok", "GNU screen may keep copies: y shows the citation, select it there")
    if here.environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return Finding("copying", "ok", "this terminal takes no copies: y shows the citation, select it there")
    return Finding("copying", "ok", "by OSC 52; where a terminal does not take it, select the citation that y shows")
