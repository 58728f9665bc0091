"""The manual over the dashboard: all keys and signs, from the one table, then the topics of ``dateline help``."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.help import TOPICS, text
from dateline_tui.draw.layout import Mode, Run, Runs
from dateline_tui.draw.manual import Entry as Part
from dateline_tui.draw.manual import entries, having, lines
from dateline_tui.draw.typing import entry_runs
from dateline_tui.entry import Entry
from dateline_tui.keys import Action, Where, help_groups, shown
from dateline_tui.panes.pane import Look
from dateline_tui.screens.over import Over

_POSITION = 20  # columns that the words looked for and the place in the text may need behind the topics


class HelpScreen(Over):
    """A topic at a time; a line typed narrows it to what has those words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.topic = TOPICS[0]
        self.words = Entry()
        self.typing = False

    @property
    def where(self) -> Where:
        return "narrow" if self.typing else "help"

    @property
    def heading(self) -> str:
        """The topics, the one that is shown in brackets, and what it is narrowed to."""
        names = " ".join(f"[{topic}]" if topic == self.topic else topic for topic in TOPICS)
        if self.app.size.width < len(names) + _POSITION:
            names = f"[{self.topic}] {TOPICS.index(self.topic) + 1} of {len(TOPICS)}"
        narrow = self.look.key("narrow", "help")
        return f"{names}  {narrow}{self.words.text}" if self.words.text and not self.typing else names

    def lines(self, cells: int, mode: Mode) -> list[Runs]:
        page = self.about(self.topic)
        found: list[Runs] = []
        if self.typing:
            narrow = self.look.key("narrow", "help")
            line = entry_runs(self.words, True, cells - len(narrow), mode, "words to look for")
            found.append((Run(narrow, "key"), *line))
        if not self.words.text.strip():
            return found + lines(page, cells, mode)
        left = having(page, self.words.text)
        return found + lines((*left, Part(self._elsewhere(bool(left)))), cells, mode)

    def _elsewhere(self, here: bool) -> str:
        """Where else the words stand, and what to press."""
        others = [topic for topic in TOPICS if topic != self.topic and having(self.about(topic), self.words.text)]
        begin = "" if here else "Nothing here has these words. "
        also = f"Also in {', '.join(others)}: {self.look.key('next_topic', self.where)}. " if others else ""
        again = self.look.key("widen" if self.typing else "step_back")
        return f"{begin}{also}{again} shows everything again."

    def about(self, topic: str) -> tuple[Part, ...]:
        """What there is to read about a topic; keys and signs are those that hold now."""
        if topic == "keys":
            return (*keys(self.look.actions), Part("Signs", kind="heading"), *signs(self.look))
        return entries(text(topic))[1:]

    def do_narrow(self) -> None:
        self._at(typing=True)

    def do_read_on(self) -> None:
        self._at(typing=False)

    def do_widen(self) -> None:
        self.words = Entry()
        self._at(typing=False)

    def do_step_back(self) -> None:
        if self.words.text:
            self.do_widen()
        else:
            self.dismiss()

    def do_next_topic(self) -> None:
        self._turn(1)

    def do_previous_topic(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self.topic = TOPICS[(TOPICS.index(self.topic) + by) % len(TOPICS)]
        self._at(typing=self.typing)

    def _at(self, *, typing: bool) -> None:
        """Shows the topic from its first line."""
        self.typing = typing
        self.footer.at(self.where)
        self.lay_out()
        self.jump(to_end=False)

    @property
    def line(self) -> Entry:
        return self.words

    def edit(self, line: Entry) -> None:
        self.words = line
        self._at(typing=True)


def keys(actions: Iterable[Action]) -> list[Part]:
    """The key table by groups."""
    found = []
    for group, members in help_groups(actions).items():
        found.append(Part(group, kind="heading"))
        found += [Part(_text(action), ", ".join(shown(key) for key in action.keys)) for action in members]
    return found


def _text(action: Action) -> str:
    return action.help + (" (in the list of articles)" if action.where == ("articles",) else "")


def signs(look: Look) -> list[Part]:
    """What the signs on the screen mean."""
    from dateline.export.words import UNSURE, WORDS

    used, key = look.signs, look.key
    state = {status: words.ascii_sign if used.ascii else words.sign for (_t, _m, status), words in WORDS.items()}
    meanings = [
        (f"{used.person} {used.organization} {used.country}", "person, organisation, country"),
        (f"{used.name_opens}Name{used.name_closes}", "an actor named in the article; the chosen one stands out"),
        (f"{used.words_open}words{used.words_close}", "the words that say the chosen fact"),
        (
            f"{used.quote_opens}words{used.quote_closes}",
            "words that a statement quotes, where the text has no marks",
        ),
        (used.fact, f"another fact begins here: {key('next_fact')} and {key('previous_fact')} go from fact to fact"),
        (f"{used.selected_open}words{used.selected_close}", f"what {key('select')} selects"),
        (f"{used.outward} {used.inward} {used.mutual}", "of two actors: does it, has it done to it, both do it"),
        (used.marked, "an article that is to be split off, as it means somebody else by a name"),
        ("[Name]", "a party that the sentence itself does not name"),
        (used.noise, "text of the page that is no article: nothing is taken from it"),
        (state["planned"], "planned: announced or expected, not done"),
        (state["conditional"], "conditional: only if something else happens, or unverified"),
        (state["denied"], "denied, called off, postponed or failed"),
        (state["ongoing"], "going on when the article was written"),
        (UNSURE, "found by a rule that is often but not nearly always right"),
        ("no date", "the text gives no day; the date of the article is never taken for it"),
    ]
    return [Part(meaning, sign) for sign, meaning in meanings]
