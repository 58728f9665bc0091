"""The command line: every action by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.errors import InputError
from dateline.query import Completion
from dateline.query.fields import nearest
from dateline_tui.keys import Action, Pressed, actions_in
from dateline_tui.screens.prompt import PromptScreen
from dateline_tui.screens.reading import ReadingScreen


class Commanding(ReadingScreen):
    """``:`` asks for an action of the place one is in; what follows its name goes to actions that take words."""

    @property
    def takers(self) -> Mapping[str, Callable[[str], object]]:
        """What is done with the words behind the name of an action, for actions that take some."""
        return {}

    def do_command(self) -> None:
        self._prompt_for_command = PromptScreen(
            "Do: the name of an action, or the number of a row",
            self._command,
            self.look,
            hint=f"{self.look.key('complete', 'prompt')} completes",
            history=self.typed_before("command"),
            check=self._asked_for,
            complete=self._complete_command,
            about={name: action.help for name, action in self._actions_here().items()},
        )
        self.app.push_screen(self._prompt_for_command)

    def _command(self, line: str) -> None:
        self.remember("command", line.strip())
        pressed, words = self._asked_for(line)
        if pressed is None:
            return
        if words and not pressed.letter:
            self.takers[pressed.action.name](words)
        else:
            self.perform(pressed)
        self.caught_up()

    def _asked_for(self, line: str) -> tuple[Pressed | None, str]:
        """The action that a line names, and the words behind its name; InputError where there is none of that name."""
        name, _, words = line.strip().partition(" ")
        words = words.strip()
        if not name:
            return None, ""
        known = self._actions_here()
        if name.isdecimal() and name.isascii() and not words:
            return Pressed(known["bottom"], int(name[:9])), ""
        action = known.get(name.replace("-", "_").lower())
        if action is None:
            raise InputError(f"There is no action {name!r} here: the nearest is '{nearest(name, known)}'.")
        by_letter = any(key.endswith(" *") for key in action.keys)
        if by_letter and not (len(words) == 1 and words.isalnum()):
            raise InputError(f"'{name}' needs one letter behind it.")
        if words and not by_letter and action.name not in self.takers:
            raise InputError(f"'{name}' takes nothing behind its name.")
        return Pressed(action, letter=words if by_letter else ""), words

    def _actions_here(self) -> dict[str, Action]:
        return {action.name: action for action in actions_in(self.where, self.look.actions)}

    def _complete_command(self, line: str, cursor: int) -> None:
        typed = line[:cursor].lstrip()
        if " " not in typed:
            begins = typed.replace("-", "_").lower()
            names = tuple(name for name in self._actions_here() if name.startswith(begins))
            self._prompt_for_command.offer(line, Completion(cursor - len(typed), cursor, names))
