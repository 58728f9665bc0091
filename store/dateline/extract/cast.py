"""The cast of an article: who is named in it, under which forms, and who holds which office there.

Identity inside one article: a full name first, then its surname; a capitalised single name that sounds like a surname
of the cast is that person; a name no list holds becomes an actor where a title or a second word vouches for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dateline.extract.alike import Echoes, alike, skeleton, sound, sounds_alike
from dateline.extract.lexicon import Item, Lexicon, surname_of
from dateline.model import Actor, Kind, Mention, Span
from dateline.packs import knowledge
from dateline.packs.tables import once
from dateline.text.fold import fold
from dateline.text.romanise import latin
from dateline.text.script import script_of

#: a surname this short stands for nobody whom the article does not name in full
SHORTEST_ALONE = 4


class Member:
    """One actor of the article while it is read."""

    __slots__ = ("forms", "id", "kind", "name", "spans")

    def __init__(self, id: str, name: str, kind: Kind) -> None:
        self.id = id
        self.name = name
        self.kind: Kind = kind
        self.forms: dict[str, int] = {}
        self.spans: list[Span] = []


class Holding(NamedTuple):
    """An office as the article gives it: ``of`` is an actor id, ``post`` the registry's word for the office."""

    person: str
    office: str
    post: str | None
    of: str | None
    place: int  # offset where the article says so


class Cast:
    """Who is in the article. Members are made on first sight and keep the order in which they were met."""

    def __init__(self, text: str, lexicon: Lexicon, published: str | None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.published = published
        self.members: dict[str, Member] = {}
        self.named: set[Span] = set()  # wherever somebody is named
        self._seen: set[tuple[str, int, int]] = set()
        self.holdings: list[Holding] = []
        self._held: dict[str, list[Holding]] = {}  # by person
        self.homes: dict[str, str] = {}  # the countries of ministries, and of people whose office stands without one
        self._names: dict[str, str] = {}  # folded full name or surname -> actor id
        self._surnames: dict[str, list[str]] = {}
        self._echoes = Echoes()  # of the surnames

    # -- making members

    def country(self, code: str) -> str:
        known = knowledge.countries().get(code)
        return self._member(f"country-{code.lower()}", known.name if known else code, "country")

    def organisation(self, ref: str) -> str:
        known = knowledge.organisations()[ref]
        return self._member(known.id, known.name, "organization")

    def ministry(self, english: str, owner: str | None) -> str | None:
        """A ministry of a country; None where the article does not say whose."""
        known = knowledge.ministry(english, owner.removeprefix("country-").upper()) if owner else None
        if known and owner:
            self.homes.setdefault(known, self.country(owner.removeprefix("country-").upper()))
            return self.organisation(known)
        if owner and owner not in self.members and owner.startswith("country-"):
            owner = self.country(owner.removeprefix("country-").upper())  # known, though not named yet
        name = f"{english} of {self.members[owner].name}" if owner in self.members else english
        found = self._member(f"org-{slug(name)}", name, "organization")
        if owner and owner.startswith("country-"):
            self.homes.setdefault(found, owner)
        return found

    def person(self, ref: str) -> str:
        known = knowledge.people()[ref]
        for form in known.names.get(self.lexicon.pack.language.code, ()):
            self._person(ref, known.name, form)
        return self._person(ref, known.name, known.name)

    def stranger(self, words: str, kind: Kind = "person") -> str:
        """A person or organisation that no list holds, named by the words of the article in Latin letters."""
        key = fold(words)
        if key in self._names:
            return self._names[key]
        name = latin(words, self.lexicon.pack.language.code)
        if kind != "person":
            found = self._member(f"org-{slug(name)}", name, kind)
            self._names.setdefault(key, found)
            return found
        return self._person(f"person-{slug(name)}", name, words)

    def unseen_body(self, words: str) -> str:
        """An organisation that is one only if it turns out to act: it is named nowhere until ``see`` says so."""
        name = latin(words, self.lexicon.pack.language.code)
        return self._member(f"org-{slug(name)}", name, "organization")

    def _person(self, ref: str, name: str, words: str) -> str:
        found = self._member(ref, name, "person")
        known = knowledge.people().get(ref)
        for form in {name, words}:
            self._names.setdefault(fold(form), found)
            surname = fold(surname_of(form, known is not None and known.surname_first))
            if surname not in self._surnames:
                self._surnames[surname] = []
                self._echoes.add(surname)
            if found not in self._surnames[surname]:
                self._surnames[surname].append(found)
        return found

    def _member(self, ref: str, name: str, kind: Kind) -> str:
        self.members.setdefault(ref, Member(ref, name, kind))
        return ref

    def see(self, actor: str, start: int, end: int) -> None:
        """The actor is named at ``[start, end)``."""
        member = self.members[actor]
        if (actor, start, end) not in self._seen:
            self._seen.add((actor, start, end))
            self.named.add((start, end))
            form = self.text[start:end]
            member.forms[form] = member.forms.get(form, 0) + 1
            member.spans.append((start, end))

    def hold(self, holding: Holding) -> None:
        """The article gives somebody an office."""
        self.holdings.append(holding)
        self._held.setdefault(holding.person, []).append(holding)

    def held_by(self, person: str) -> Sequence[Holding]:
        """The offices that the article gives to a person."""
        return self._held.get(person, ())

    # -- recognising names

    def full_name(self, item: Item) -> str | None:
        """The actor of an item that names one by itself, whatever else the article says."""
        meaning = item.meanings[0]
        if meaning.kind == "person":
            return self.person(self._in_office([each.ref for each in item.meanings if each.kind == "person"]))
        if meaning.kind in ("country", "capital"):
            return self.country(meaning.ref)
        if meaning.kind == "organization":
            found = self.organisation(meaning.ref)
            if self.members[found].name.endswith("Ministry"):
                self._settle(found, item)
            return found
        if meaning.kind == "unknown_organization":
            return self.stranger(meaning.ref, "organization")
        return None

    def _in_office(self, people: list[str]) -> str:
        """Of several people of one name the one whose term holds the article's date."""
        if self.published and len(people) > 1:
            for ref in people:
                if any(_covers(term.start, term.end, self.published) for term in knowledge.people()[ref].terms):
                    return ref
        return people[0]

    def _settle(self, ministry: str, item: Item) -> None:
        """A listed ministry is of the country that its words name: "ministero degli Esteri turco"."""
        for word in self.text[item.start : item.end].replace("’", "'").split():
            for meaning in self.lexicon.of(word.removesuffix("'s")):
                if meaning.kind in ("demonym", "country"):
                    self.homes.setdefault(ministry, self.country(meaning.ref))

    def surname(self, item: Item) -> str | None:
        """The person a surname of the registry stands for: one of the article's, else the only likely one."""
        key = fold(self.text[item.start : item.end])
        if own := self._surnames.get(key):
            return own[-1]
        if len(key) < SHORTEST_ALONE:
            return None  # "Son", "May": an ordinary word unless the article gives the full name
        people = [meaning.ref for meaning in item.meanings if meaning.kind == "surname"]
        if len(people) == 1:
            return self.person(people[0]) if self._timely(people[0]) else None
        likely = [ref for ref in people if self.published and self._timely(ref, years=0)]
        if len(likely) != 1:  # of several people of one name the one who held one of the registry's posts
            likely = [ref for ref in likely or people if knowledge.people()[ref].terms]
        return self.person(likely[0]) if len(likely) == 1 else None

    def _timely(self, ref: str, years: int = 4) -> bool:
        """The person was about in the year of the article, as far as the registry and the article say."""
        terms = knowledge.people()[ref].terms
        if not self.published or not terms:
            return True
        year = int(self.published[:4])
        return any(int(term.start[:4]) - years <= year <= int((term.end or "9999")[:4]) + years for term in terms)

    def known(self, words: str) -> str | None:
        """A person of the article by full name, surname, or (one word) a surname that sounds like it."""
        key = fold(words)
        if found := self._names.get(key):
            return found
        if own := self._surnames.get(key):
            return own[-1]
        if " " not in words.strip() and (first := self._by_first_name(key)):
            return first
        if " " in words.strip():
            same = self._same_person(words)
            return self._person(same, self.members[same].name, words) if same else None
        for cut in range(len(key) - 1, 3, -1):
            if (
                self.lexicon.pack.language.inflects
                and key[cut:] in self.lexicon.endings
                and key[:cut] in self._surnames
            ):
                return self._surnames[key[:cut]][-1]
        return self._sounding(words)

    def _by_first_name(self, key: str) -> str | None:
        """The one person of the article whose full name begins so: "Ms Paetongtarn" of Paetongtarn Shinawatra."""
        found = {
            actor
            for name, actor in self._names.items()
            if name.startswith(f"{key} ") and self.members[actor].kind == "person"
        }
        return found.pop() if len(found) == 1 else None

    def _sounding(self, words: str) -> str | None:
        if script_of(words) != self.lexicon.pack.language.script:
            wanted = skeleton(latin(words, None))
            near = self._echoes.with_consonants(wanted) if len(wanted) > 1 else []
        else:
            near = [surname for surname in self._echoes.of(words) if " " not in surname]
        found = {self._surnames[surname][-1] for surname in near}
        return found.pop() if len(found) == 1 else None

    def _same_person(self, words: str) -> str | None:
        """A known person under another spelling of the full name: first and last names sound alike."""
        if script_of(words) not in ("Latin", "Common"):
            return self._romanised(words)
        first, last = words.split()[0], fold(surname_of(words))
        candidates = [ref for key in self._echoes.of(last) for ref in self._surnames[key]]
        for ref in candidates:
            own = self.members[ref].name.split()
            if len(own) > 1 and _first_names(own[0], first):
                return ref
        for ref in self._registered(last):
            if _first_names(knowledge.people()[ref].name.split()[0], first) and self._timely(ref):
                return self.person(ref)
        return None

    def _romanised(self, words: str) -> str | None:
        """The same in a script that writes few vowels: the consonants of both names agree."""
        name = latin(words, self.lexicon.pack.language.code)
        wanted = (skeleton(name.split()[0]), skeleton(surname_of(name)))
        if min(map(len, wanted)) < 2:
            return None
        found = [ref for ref in _by_skeleton().get(wanted, ()) if self._timely(ref)]
        return self.person(found[0]) if len(found) == 1 else None

    def _registered(self, surname: str) -> Iterable[str]:
        wanted = sound(surname)
        for own, its_sound, ref in _by_sound().get(wanted[:1], ()):
            if own == surname or sounds_alike(its_sound, wanted):
                yield ref

    # -- what comes out

    def actors(self, parties: AbstractSet[str] = frozenset()) -> tuple[Actor, ...]:
        """Whoever is named, and the ``parties`` of facts though only an adjective or an office names them."""
        found = (member for member in self.members.values() if member.spans or member.id in parties)
        return tuple(Actor(m.id, m.name, m.kind, tuple(m.forms)) for m in found)

    def mentions(self) -> tuple[Mention, ...]:
        found = [Mention(m.id, *span) for m in self.members.values() for span in m.spans]
        return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


@once
def _by_sound() -> Mapping[str, Sequence[tuple[str, str, str]]]:
    """The people of the registry by the first sound of their surnames: (folded surname, its sound, id)."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for person in knowledge.people().values():
        surname = fold(surname_of(person.name, person.surname_first))
        found.setdefault(sound(surname)[:1], []).append((surname, sound(surname), person.id))
    return found


@once
def _by_skeleton() -> Mapping[tuple[str, str], Sequence[str]]:
    """The ids of people of the registry by the consonants of their first and last names."""
    found: dict[tuple[str, str], list[str]] = {}
    for person in knowledge.people().values():
        if " " in person.name:
            surname = surname_of(person.name, person.surname_first)
            found.setdefault((skeleton(person.name.split()[0]), skeleton(surname)), []).append(person.id)
    return found


def _first_names(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return a == b or alike(a, b) or (len(a) > 2 and a[:3] == b[:3])


def _covers(start: str, end: str | None, day: str) -> bool:
    return start[: len(day)] <= day[:7] and (end is None or day[:7] <= end)


def slug(name: str) -> str:
    """Lower-case words of a name joined by hyphens: the readable half of an id."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-") or "unnamed"
