"""The config file: which theme, and other keys. What is wrong in it is told and left out; the rest holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline_tui.keys import ACTIONS, Action
from dateline_tui.remap import KeyFault, remapped
from dateline_tui.theme import THEMES


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file asks for. ``trouble`` has a sentence for everything in it that could not be used."""

    theme: str | None = None
    actions: tuple[Action, ...] = ACTIONS
    trouble: tuple[str, ...] = ()

    def without(self, sentence: str) -> Settings:
        """The same, with one more thing told that was left out."""
        return replace(self, trouble=(*self.trouble, sentence))


def read_settings(path: str | None) -> Settings:
    """What the file at ``path`` asks for; where there is none, nothing."""
    if path is None:
        return Settings()
    try:
        text = Path(path).read_bytes().decode()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings().without(f"{path} cannot be read ({error.strerror}): the dashboard goes by its own settings.")
    except UnicodeDecodeError:
        return Settings().without(f"{path} is not UTF-8: the dashboard goes by its own settings.")
    return settings(text, path)


def settings(text: str, name: str = "config.toml") -> Settings:
    """What a config file says that is called ``name``."""
    import tomllib  # most people have no such file
    from difflib import get_close_matches

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings().without(f"{name} is not TOML ({error}): the dashboard goes by its own settings.")
    found = Settings()
    for key, value in values.items():
        if key in _READ:
            found = _READ[key](found, value)
        else:
            near = get_close_matches(key, _READ, 1, 0.5)
            nearest = f"; the nearest is {near[0]}" if near else f"; there are {', '.join(_READ)}"
            found = found.without(f"There is no setting {key!r}{nearest}.")
    return replace(found, trouble=tuple(f"{name}: {sentence}" for sentence in found.trouble))


def _theme(found: Settings, value: Any) -> Settings:
    if isinstance(value, str) and value in THEMES:
        return replace(found, theme=value)
    return found.without(f"theme must be one of {', '.join(map(repr, THEMES))}, not {value!r}.")


def _keys(found: Settings, value: Any) -> Settings:
    if not isinstance(value, Mapping):
        return found.without('keys must be a table: [keys] and below it lines such as copy = "y".')
    wanted: dict[str, list[str]] = {}
    for action, keys in value.items():
        texts = keys if isinstance(keys, list) else [keys]
        if all(isinstance(text, str) for text in texts):
            wanted[action] = texts
        else:
            found = found.without(f'The keys of {action} must be text: write {action} = "x" or {action} = ["x", "^x"].')
    while True:  # an entry that cannot hold is left out, and the others are tried without it
        try:
            return replace(found, actions=remapped(ACTIONS, wanted))
        except KeyFault as fault:
            del wanted[fault.action]
            found = found.without(str(fault))


_READ: Mapping[str, Callable[[Settings, Any], Settings]] = {"theme": _theme, "keys": _keys}
