"""Purposes: what a title is for and whose it is, in a language whose owners and adjectives stand before it.

"Norway's mackerel envoy, X", "the envoy | for detainees, | X", "X, a spokeswoman for the Lake Union", "head of
Ukraine's Grid Agency": words stand between a title and its owner, or between a title and the name behind a comma.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from dateline.extract.labels import LONGEST_MARKER
from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon
from dateline.extract.names import Reading
from dateline.packs import Verb
from dateline.text.fold import fold

NAMES = ("person", "unknown", "surname")
NATIONS = ("country", "demonym", "capital")
BODIES = ("organization", "unknown_organization", "ministry")
#: owners that need no mark of possession before a title: "the EU trade commissioner"
UNMARKED = ("demonym", "organization", "unknown_organization")
#: nouns that may stand before what they name: "the rights group Viasna", "the Russian embassy's spokesman"
NOUNS = ("head", "people")
LEADING: Labels = frozenset({"of", "for"})
SCOPING: Labels = frozenset({"of", "for", "to", "in", "at", "with", "about"})
LONGEST = 9  # words from a title to the mark that closes its scope
LATER = 5  # items from a name to the office that tells more of it
BETWEEN = 3  # plain words between an owner and a title, or before the name of a body


class Purpose(NamedTuple):
    """Places of the owner and of the name across the comma among the items, and the token behind the scope."""

    owner: int | None
    name: int | None
    end: int


def applies(lexicon: Lexicon) -> bool:
    """Whether adjectives and owners of the language stand before a title and its scope behind it."""
    language = lexicon.pack.language
    return language.modifies == "before" and language.order == "verb-middle" and not language.inflects


class Purposes:
    """Reads around the titles of one sentence."""

    def __init__(self, items: Sequence[Item], reading: Reading, lexicon: Lexicon) -> None:
        self.items = items
        self.tokens = reading.tokens
        self.keys = [key.rstrip("'") for key in reading.keys]
        self.lexicon = lexicon
        self.breaks = {fold(word) for word in lexicon.pack.grammar.clauses.breaks}
        self.who = {fold(word) for word in lexicon.pack.grammar.clauses.who}
        self.starts = {item.first: place for place, item in enumerate(items)}
        verbs = [found for found in reading.triggers if isinstance(found.entry, Verb) or "noun" not in found.reading]
        self.verbs = {verb.head for verb in verbs}
        self.finite = {verb.head for verb in verbs if not verb.reading & {"participle", "base", "while"}}

    def completed(
        self, title: int, left: int, name: int | None, owners: Sequence[int], used: Container[int]
    ) -> tuple[int | None, list[int]]:
        """The name and the owners of a title, with those that stand further off; ``used`` are places taken already."""
        found = self.behind(title)
        body = found.owner if found.owner not in used else None
        held = list(owners)
        if not held and (ahead := self.ahead(left)) is not None and ahead not in used:
            held, left = [ahead], ahead
        elif body is not None and all(place > title and self.items[place].kind in NATIONS for place in held):
            held = [body]
        if name is None and self._closed(found.end):
            name = self._before(left)
            name = found.name if name is None or name in used else name
        return name if name not in used else None, held

    def apposed(self, title: int, left: int, used: Container[int]) -> int | None:
        """The name before a comma that has a title of its own: "Prime Minister X, | leader of the Forward Party"."""
        ahead = self.ahead(left)
        name = self._before(left if ahead is None else ahead)
        return name if name is not None and name in used and self._closed(self.behind(title).end) else None

    def outranked(
        self, title: int, name: int, owners_of: Callable[[int], tuple[list[int], list[int], int, int]],
        used: Container[int],
    ) -> bool:  # fmt: skip
        """A rank before a name that the office behind the comma tells more of: "Vice Admiral X, the head of Y"."""
        office = self.items[title].meanings[0].office
        if office is None or office.post or name < title:
            return False
        following = range(name + 1, min(name + LATER, len(self.items)))
        other = next((place for place in following if self.items[place].kind == "office"), None)
        if other is None:
            return False
        owners, _, left, _ = owners_of(other)
        found, held = self.completed(other, left, None, owners, used)
        return found == name and bool(held)

    def _before(self, left: int) -> int | None:
        """The name before a comma and the words that describe a title: "X, a senior spokeswoman"."""
        if left == 0 or self.items[left - 1].kind not in NAMES or self.items[left - 1].labels:
            return None
        first, *rest = range(self.items[left - 1].last, self.items[left].first) or (0,)
        words = [at for at in rest if self.keys[at] not in self.lexicon.articles]
        plain = len(words) <= BETWEEN and all(self._plain(at) and at not in self.verbs for at in words)
        return left - 1 if self.keys[first] == "," and plain else None

    def _closed(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens[at].kind == "mark"

    def ahead(self, left: int) -> int | None:
        """The owner before a title whose leftmost item is at ``left``, across up to three plain words."""
        if left == 0:
            return None
        item = self.items[left - 1]
        between = range(item.last, self.items[left].first)
        if len(between) > BETWEEN or not all(self._plain(at) and at not in self.verbs for at in between):
            return None
        if item.kind == "people" and left > 1 and self.items[left - 2].last == item.first:
            item, left = self.items[left - 2], left - 1  # "the Russian embassy's"
            return left - 1 if item.kind in ("country", "demonym", "organization") and not item.labels else None
        owning = "whose" in item.labels if item.kind not in UNMARKED else bool(between)
        return left - 1 if owning and item.kind in (*NATIONS, *BODIES, "town", "head") else None

    def behind(self, title: int) -> Purpose:
        """What stands behind a title: whose it is, and the name behind the comma that closes what it is for."""
        at = self.items[title].last
        labels, size = self._marker(at) if self.keys[self.items[title].first] not in self.who else (LEADING, 0)
        owner = self._body(at + size, title, labels) if labels & LEADING else None
        end = self._end(at) if labels & SCOPING else at
        return Purpose(owner, self._across(end), end)

    def _body(self, at: int, title: int, labels: Labels) -> int | None:
        """The organisation that follows "of" or "for", with what tells what it is before its name."""
        while at < len(self.keys) and self.keys[at] in self.lexicon.articles:
            at += 1
        nation = self.starts.get(at)
        if nation is not None and self.items[nation].kind in NATIONS:
            at = self.items[nation].last
        else:
            nation = None
        start = at
        while (
            at - start <= BETWEEN and at < len(self.keys) and (self._skipped(at) if self._plain(at) else self._owns(at))
        ):
            at += 1
        if at > start and self._is_place(at - 1) and self._marker(at)[0] & {"of"}:
            at += 1  # "mayor of the Hungarian town | of Kisvar"
        place = self.starts.get(at)
        item = self.items[place] if place is not None else None
        speaks = self._speaks(title)
        if item is not None and item.kind in BODIES and (at > start or nation is None or "whose" in self._of(nation)):
            return place
        named = item is not None and item.kind in ("unknown", "town") and not item.labels
        local = named and item is not None and self._is_place(at - 2) and self.keys[at - 1] not in self.lexicon.articles
        if named and item is not None and (local or (item.kind == "unknown" and at > start)):
            return place
        if named and item is not None and nation is None and self._is_body(item, title, labels):
            return place
        if named and nation is not None and at == start and self._of(nation):
            return place  # "governor of Russia's Belgorod region"
        own = nation is not None and (speaks or "of" in labels)
        forces = place is not None and self.items[place].kind in NOUNS  # "the Philippine navy's western command"
        return nation if own and (speaks or forces or self._of(nation)) else None

    def _of(self, place: int | None) -> Labels:
        return self.items[place].labels if place is not None else NO_LABELS

    def _is_body(self, item: Item, title: int, labels: Labels) -> bool:
        """Capitals right behind "director of" or "spokesman for"; two of them may be a person there."""
        office = self.items[title].meanings[0].office
        if office is None or office.local or office.portfolio or item.kind != "unknown":
            return False
        words = item.last - item.first
        return words > 2 or (words == 1 if self._speaks(title) else "of" in labels)

    def _speaks(self, title: int) -> bool:
        office = self.items[title].meanings[0].office
        return office is not None and "Spokes" in office.office

    def _skipped(self, at: int) -> bool:
        """A plain word that is no item, or a noun that says what follows is."""
        place = self.starts.get(at)
        return place is None or self.items[place].kind in (*NOUNS, "place")

    def _is_place(self, at: int) -> bool:
        place = self.starts.get(at)
        return place is not None and self.items[place].kind == "place"

    def _owns(self, at: int) -> bool:
        """The apostrophe of a plural: "the shipowners' union"."""
        return (
            self.keys[at] == "" and self.tokens[at].kind == "mark" and self.tokens[at - 1].end == self.tokens[at].start
        )

    def _end(self, at: int) -> int:
        """The token behind a scope that a mark closes, or ``at``."""
        end = at
        while end < min(len(self.tokens), at + LONGEST) and self.tokens[end].kind == "word" and end not in self.finite:
            place = self.starts.get(end)
            if self.keys[end] in self.breaks or (place is not None and self.items[place].kind == "office"):
                return at  # "ambassador to Peru | after Bolivia's president"
            end += 1
        return end if self._closed(end) else at

    def _across(self, end: int) -> int | None:
        """The name behind a comma, with a rank or a word of respect before it, that another mark closes."""
        if self.keys[end : end + 1] != [","]:
            return None
        place = self.starts.get(end + 1)
        while place is not None and self.items[place].kind in ("prefix", "office"):
            place = self.starts.get(self.items[place].last)
        if place is None or self.items[place].kind not in NAMES or self.items[place].labels:
            return None
        return place if self._closed(self.items[place].last) else None

    def _plain(self, at: int) -> bool:
        """A noun or adjective in small letters."""
        if at >= len(self.tokens) or self.tokens[at].kind != "word" or not self.tokens[at].text[0].islower():
            return False
        small = self.keys[at] in self.lexicon.small or self.keys[at] in self.lexicon.articles
        return not small and self.keys[at] not in self.lexicon.before

    def _marker(self, at: int) -> tuple[Labels, int]:
        for size in range(LONGEST_MARKER, 0, -1):
            if labels := self.lexicon.before.get(" ".join(self.keys[at : at + size])):
                return labels, size
        return NO_LABELS, 0


def purposes_of(items: Sequence[Item], reading: Reading, lexicon: Lexicon) -> Purposes | None:
    """The reader of a sentence's titles, in a language that asks for one."""
    return Purposes(items, reading, lexicon) if applies(lexicon) else None
