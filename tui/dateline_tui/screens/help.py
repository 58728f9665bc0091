"""All keys and signs, from the one table."""

from __future__ import annotations

from dateline_tui.draw.layout import Mode, Piece, Run, Runs, cut, lay_out
from dateline_tui.draw.widths import width
from dateline_tui.keys import Action, Where, help_groups, shown
from dateline_tui.screens.over import Over

_KEY_CELLS = 20
_FEW_KEY_CELLS = 9  # on a narrow screen, where longer rows of keys stand on a line of their own
_NARROW = 50


class HelpScreen(Over):
    """The key table by groups, then what the signs mean."""

    @property
    def where(self) -> Where:
        return "help"

    @property
    def heading(self) -> str:
        return "Keys and signs"

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        lines: list[Runs] = []
        for group, actions in help_groups(self.look.actions).items():
            lines += [(), (Run(group, "strong"),)]
            for action in actions:
                lines += _entry(", ".join(shown(key) for key in action.keys), _text(action), cells)
        lines += [(), (Run("Signs", "strong"),)]
        for sign, meaning in self._signs():
            lines += _entry(sign, meaning, cells)
        return lines[1:]

    def _signs(self) -> list[tuple[str, str]]:
        signs = self.look.signs
        ascii_only = signs.ascii
        from dateline.export.words import UNSURE, WORDS

        state = {status: words.ascii_sign if ascii_only else words.sign for (_t, _m, status), words in WORDS.items()}
        return [
            (f"{signs.person} {signs.organization} {signs.country}", "person, organisation, country"),
            (f"{signs.name_opens}Name{signs.name_closes}", "an actor named in the article; the chosen one stands out"),
            (f"{signs.words_open}words{signs.words_close}", "the words that say the chosen fact"),
            (
                f"{signs.quote_opens}words{signs.quote_closes}",
                "words that a statement quotes, where the text has no marks",
            ),
            (signs.fact, "another fact begins here: ] and [ go from fact to fact"),
            (f"{signs.selected_open}words{signs.selected_close}", "what v selects"),
            (f"{signs.outward} {signs.inward} {signs.mutual}", "of two actors: does it, has it done to it, both do it"),
            ("[Name]", "a party that the sentence itself does not name"),
            (signs.noise, "text of the page that is no article: nothing is taken from it"),
            (state["planned"], "planned: announced or expected, not done"),
            (state["conditional"], "conditional: only if something else happens, or unverified"),
            (state["denied"], "denied, called off, postponed or failed"),
            (state["ongoing"], "going on when the article was written"),
            (UNSURE, "found by a rule that is often but not nearly always right"),
            ("no date", "the text gives no day; the date of the article is never taken for it"),
        ]


def _text(action: Action) -> str:
    places = {"articles": " (in the list of articles)", "help": "", "copied": "", "why": ""}
    only = action.where[0] if len(action.where) == 1 else ""
    return action.help + places.get(only, "")


def _entry(label: str, text: str, cells: int) -> list[Runs]:
    """A key or sign and what it means, wrapped under itself."""
    column = _FEW_KEY_CELLS if cells < _NARROW else _KEY_CELLS
    head = cut((Piece("  " + label, "key"),), cells)
    gap = column - sum(width(run.text) for run in head)
    lines = [line.runs() for line in lay_out((Piece(text),), max(cells - column, 10), "none", 0)]
    indented: list[Runs] = [(Run(" " * column), *line) for line in lines]
    return [head, *indented] if gap < 1 else [(*head, Run(" " * gap), *lines[0]), *indented[1:]]
