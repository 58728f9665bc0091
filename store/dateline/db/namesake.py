"""One local id as linking sees it: its names, its context, and what users decided about it, each looked up once."""

from __future__ import annotations

import sqlite3
from functools import cached_property

from dateline.actors.same import alike, closely, is_surname, telling
from dateline.db.about import About, about_locals
from dateline.db.evidence import OFFICE, Evidence, speaks_against, speaks_for
from dateline.db.hearing import SPLIT_OFF, lonely, names_of, surnames_of, usual_names
from dateline.db.posts import held
from dateline.packs import knowledge
from dateline.text.script import script_of

#: who is beside somebody whom more articles name says nothing: everybody is
_ARTICLES = 30


class Person:
    """A local id, there or not."""

    def __init__(self, connection: sqlite3.Connection, local: str) -> None:
        self.connection = connection
        self.local = local
        query = "SELECT kind, registry, coalesce(printed, name) FROM stored_actors WHERE id = ?"
        row: tuple[str, int, str] = connection.execute(query, (local,)).fetchone() or ("", 0, "")
        kind, registry, self.name = row
        self.imported = bool(registry)
        self._person = kind == "person"

    @property
    def linkable(self) -> bool:
        """Whether dateline may link it: an article names it, no user said that it stands alone or split it off."""
        if not self._person or SPLIT_OFF in self.local or self._merged_into(self.local) == self.local:
            return False
        return self.imported or self._named

    @cached_property
    def _named(self) -> bool:
        # a party of another kind that no article mentions is a user's: its coming and going has nobody linked anew
        query = """SELECT EXISTS (SELECT 1 FROM mentions WHERE actor = ?1)
                   OR EXISTS (SELECT 1 FROM parties WHERE actor = ?1 AND part = 'holder')"""
        return bool(self.connection.execute(query, (self.local,)).fetchone()[0])

    @property
    def listed(self) -> bool:
        """Whether the table of people that ships has it."""
        return self.local in knowledge.people()

    @cached_property
    def preference(self) -> tuple[object, ...]:
        """Who is shown where several are one: whom a user merged, listed people, Latin letters, the fuller name."""
        query = "SELECT 1 FROM names WHERE actor = ? AND count > 0 AND script = 'Latin'"
        printed = self.connection.execute(query, (self.local,)).fetchone() is not None
        known = (self.kept == self.local, not self.listed, not printed)
        return (*known, -len(telling(self.name)), -len(self.name), self.local)

    @cached_property
    def names(self) -> list[str]:
        return names_of(self.connection, self.local)

    @cached_property
    def registered(self) -> list[str]:
        """The spellings that registries have."""
        query = "SELECT spelling FROM names WHERE actor = ? AND registry"
        return [name for (name,) in self.connection.execute(query, (self.local,))]

    @cached_property
    def alike(self) -> list[str]:
        """Those whose full name is the same in other letters."""
        query = "SELECT other FROM alike WHERE local = ? ORDER BY other"
        return [other for (other,) in self.connection.execute(query, (self.local,))]

    @cached_property
    def about(self) -> About:
        return about_locals(self.connection, [self.local], _ARTICLES)

    @cached_property
    def common(self) -> bool:
        """Whether the one word by which an article names it says too little by itself: Ali, May."""
        query = (
            """SELECT DISTINCT a.lang FROM mentions m JOIN stored_articles a ON a.id = m.article WHERE m.actor = ?"""
        )
        langs = [lang for (lang,) in self.connection.execute(query, (self.local,)).fetchall() if lang]
        return any(name in knowledge.not_alone(lang) for lang in langs for name in self.names)

    # what users decided

    def _merged_into(self, local: str) -> str | None:
        row = self.connection.execute("SELECT kept FROM merges WHERE local = ?", (local,)).fetchone()
        return None if row is None else str(row[0])

    @cached_property
    def kept(self) -> str:
        """As whom users' merges show it; itself where there are none."""
        return self._path(links=False)[-1]

    @property
    def end(self) -> list[str]:
        """It and those to whom merges and links of full names lead from it, the last is whom it is shown as."""
        return self._path(links=True)

    def _path(self, *, links: bool) -> list[str]:
        path = [self.local]
        while True:
            step = self._merged_into(path[-1])
            if step is None and links and not lonely(path[-1]):
                row = self.connection.execute("SELECT actor FROM links WHERE local = ?", (path[-1],)).fetchone()
                step = None if row is None else str(row[0])
            if step is None or step in path:
                return path
            path.append(step)

    @cached_property
    def merged(self) -> frozenset[str]:
        """It and all that users merged with it, one after another."""
        found, new = {self.local}, [self.local]
        query = "SELECT kept FROM merges WHERE local = ?1 UNION SELECT local FROM merges WHERE kept = ?1"
        while new:
            there = {row[0] for row in self.connection.execute(query, (new.pop(),))}
            new += there - found
            found |= there
        return frozenset(found)

    @cached_property
    def _others(self) -> frozenset[str]:
        """Who users said are not it."""
        query = "SELECT other FROM apart WHERE one = ?1 UNION SELECT one FROM apart WHERE other = ?1"
        return frozenset(row[0] for local in self.merged for row in self.connection.execute(query, (local,)))

    # two of them

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The words that may stand for it."""
        return frozenset(word for name in self.names for word in surnames_of(self.local, name))

    @cached_property
    def only_words(self) -> tuple[str, ...]:
        """The words that articles have for it where they have no more than one."""
        return tuple(sorted({telling(name)[0] for name in self.names if len(telling(name)) == 1}))

    def may_be(self, other: Person) -> bool:
        """Whether the one word for it may be the other's surname."""
        return any(is_surname(word, surname) for word in self.only_words for surname in other.surnames)

    def speaks_for(self, other: Person) -> Evidence:
        """What speaks for both being one; nothing where their names are not one."""
        if other.local not in self.alike:
            return Evidence()
        pairs = [(one, two) for one in self.names for two in other.names if alike(one, two)]
        return speaks_for(self.about, other.about, near=any(closely(*pair) for pair in pairs))

    def surely(self, imported: Person) -> Evidence:
        """What leaves no doubt that a listed person is an imported one: an office of his; nothing where little does."""
        about = imported.about
        if not any(closely(*pair) for pair in self.called_alike(imported)):
            return Evidence()
        office = held(knowledge.people()[self.local], about.positions, about.countries, about.births)
        return Evidence(OFFICE, office) if office else Evidence()

    def called_alike(self, imported: Person) -> list[tuple[str, str]]:
        """The names by which a listed person and an imported one are alike, at least one of them the usual one.

        Where both have such names in one script, only those count: of two scripts very many names sound alike.
        """
        mine = usual_names(self.local)
        pairs = [(one, two) for one in mine for two in imported.registered if one == mine[0] or two == imported.name]
        same = [(one, two) for one, two in pairs if script_of(one) == script_of(two)]
        return [pair for pair in same or pairs if alike(*pair)]

    def is_not(self, other: Person) -> bool:
        """Whether both cannot be one: lists, users or their contexts say so, or an article names both."""
        if (self.listed and other.listed) or not self._others.isdisjoint(other.merged):
            return self.local != other.local
        decided = self.kept != self.local and other.kept != other.local and self.kept != other.kept
        if decided or other.local in self.about.beside or self.local in other.about.beside:
            return True
        return speaks_against(self.about, other.about)
