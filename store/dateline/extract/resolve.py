"""Resolution: which actor a phrase stands for, by what the article says, then by the dated registry.

A name is itself. A title without a name is the person whom the article gives that office, else the registry's holder
on the article's date, else the country or ministry. Pronouns, "the two leaders" and "his counterpart" look back. What
a phrase does not name is marked inferred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.extract.cast import Cast, Holding
from dateline.extract.home import country_of_place, of_a_state
from dateline.extract.lexicon import Item, Lexicon
from dateline.extract.memory import Memory as Memory
from dateline.extract.memory import Party as Party
from dateline.extract.names import Reading
from dateline.extract.nounphrases import is_some
from dateline.extract.phrase import Phrase
from dateline.extract.phrases import read_phrases
from dateline.extract.possessors import with_possessors
from dateline.extract.scopes import is_likely_body
from dateline.extract.shortened import SHORT, with_short_names
from dateline.extract.standins import HEADS, StandIns
from dateline.extract.states import STATES
from dateline.model import Role, short_hash
from dateline.packs import Office, knowledge
from dateline.packs.knowledge import Person
from dateline.text.fold import fold


class Resolver:
    """Reads the phrases of all sentences, first the names, then sentence by sentence what stands for them."""

    def __init__(self, cast: Cast, lexicon: Lexicon, published: str | None, dateline: str | None = None) -> None:
        self.cast = cast
        self.lexicon = lexicon
        self.published = published
        self.dateline = dateline  # the country whose capital the article is dated from
        self.days: tuple[str, ...] = ()  # full dates that an undated article names, if they lie close together
        self.memory = Memory()
        self.roles: list[Role] = []
        self._told: set[tuple[str, str, str | None]] = set()  # who has which office of what
        self._phrases: list[list[Phrase]] = []
        self._ministries: dict[str, str] = {}  # by their English names, as last named
        self._actors: dict[tuple[int, int], str] = {}
        self.stand_ins = StandIns(cast, lexicon, self.memory, dateline)

    def survey(self, readings: Sequence[Reading]) -> None:
        """Meet everybody the article names, so that a surname finds a full name that stands later."""
        found = [read_phrases(reading, self.lexicon) for reading in readings]
        self._phrases = with_short_names(with_possessors(found, readings, self.lexicon), readings, self.lexicon)
        self.stand_ins.weights = Counter(
            f"country-{item.ref.lower()}"
            for reading in readings
            for item in reading.items
            if item.kind in ("country", "capital", "demonym")
        )
        self.stand_ins.named = [
            (item.start, f"country-{item.ref.lower()}")
            for reading in readings
            for item in reading.items
            if item.kind in ("country", "capital")
        ]
        self.stand_ins.towns = [
            (item.start, f"country-{code.lower()}")
            for reading in readings
            for item in reading.items
            if (code := country_of_place(item, reading, self.lexicon))
        ]
        pairs = [
            (reading, phrase) for reading, phrases in zip(readings, self._phrases, strict=True) for phrase in phrases
        ]
        singles = Counter(
            fold(phrase.name.meanings[0].ref)
            for _, phrase in pairs
            if phrase.name and phrase.kind in ("unknown", "surname")
        )
        for sure in (True, False):
            for reading, phrase in pairs:
                self._meet_full(reading, phrase, sure, singles)
        for reading, phrase in pairs:
            self._meet_rest(reading, phrase)
        for reading, phrase in pairs:
            self._hold(reading, phrase)

    # -- names

    def _meet_full(self, reading: Reading, phrase: Phrase, sure: bool, singles: Counter[str]) -> None:
        """First whoever is named in full beyond doubt, then (``sure`` False) likely full names."""
        for item in () if phrase.adjective else phrase.owners:
            if actor := self.cast.full_name(item):
                self._seen(item, actor)
            elif item.kind == "demonym" and phrase.people:
                self._seen(item, self.cast.country(item.ref))
        for item in phrase.owners:
            if item.kind == "ministry":
                self._meet_ministry(item, phrase)
        name = phrase.name
        if name is None or (name.start, name.end) in self._actors:
            return
        if name.kind == "ministry":
            self._meet_ministry(name, phrase)
        elif actor := self.cast.full_name(name):
            self._seen(name, actor)
        elif name.kind == "unknown":
            words = name.ref.split()
            vouched = phrase.office is not None or phrase.counterpart or phrase.first < name.first
            if not vouched and (sure or len(words) < 2 or not self._likely(reading, phrase)):
                return
            if len(words) < 2 and sure:
                return
            self._seen(name, self.cast.known(name.ref) or self.cast.stranger(name.ref))

    def _meet_ministry(self, item: Item, phrase: Phrase) -> None:
        """A ministry with the country beside it: "ministero degli Esteri giapponese"."""
        owner = self._owner(phrase)
        if owner is None and item.last - item.first == 1 and item.ref in self._ministries:
            actor: str | None = self._ministries[item.ref]  # "Bakanlık": the one named before
        else:
            actor = self.cast.ministry(item.ref, owner or self.stand_ins.home(item.start))
        if actor is not None:
            self._ministries[item.ref] = actor
        if actor is None or (item.start, item.end) in self._actors:
            return
        self._actors[item.start, item.end] = actor
        beside = [
            other for other in phrase.owners if other.first in (item.last, item.last + 1) and other.kind != "ministry"
        ]
        before = [other for other in phrase.owners if other.last == item.first]
        self.cast.see(actor, min([item.start, *(o.start for o in before)]), max([item.end, *(o.end for o in beside)]))

    def _likely(self, reading: Reading, phrase: Phrase) -> bool:
        """Two capitalised words that do not say where something is and do not lead on to a thing."""
        return "in" not in phrase.labels and not any(
            item.kind in ("place", "head") and item.first in (phrase.last, phrase.first - 1) for item in reading.items
        )

    def _meet_rest(self, reading: Reading, phrase: Phrase) -> None:
        """Surnames and single names, now that the full ones are known."""
        name = phrase.name
        if name is None or (name.start, name.end) in self._actors:
            return
        actor = None
        if name.kind == "surname":
            actor = self._by_office(phrase) or self.cast.surname(name)
        elif name.kind == "unknown":
            actor = self.cast.known(name.ref)
            if actor is None and is_likely_body(name, phrase.labels, reading.keys, self.lexicon):
                self._actors[name.start, name.end] = self.cast.unseen_body(name.ref)
        if actor:
            self._seen(name, actor)

    def _by_office(self, phrase: Phrase) -> str | None:
        """Of several people of one surname the one who held the office that stands beside it."""
        office = phrase.office.meanings[0].office if phrase.office else None
        if phrase.name is None or office is None or office.post is None:
            return None
        owner = self._owner(phrase)
        code = owner.removeprefix("country-").upper() if owner and owner.startswith("country-") else None
        refs = [meaning.ref for meaning in phrase.name.meanings if meaning.kind == "surname"]
        fitting = [
            ref
            for ref in refs
            if any(term.post == office.post and code in (None, term.of) for term in knowledge.people()[ref].terms)
        ]
        return self.cast.person(fitting[0]) if len(fitting) == 1 else None

    def _seen(self, item: Item, actor: str) -> None:
        self._actors[item.start, item.end] = actor
        self.cast.see(actor, item.start, item.end)

    # -- offices

    def _owner(self, phrase: Phrase) -> str | None:
        """The country or organisation an office belongs to, as an actor id."""
        # "Japonya'nın Pekin Büyükelçisi", "ABD'nin Belarus Büyükelçisi": the genitive is whose he is
        marked = self.lexicon.pack.language.inflects
        owners = sorted(phrase.owners, key=lambda i: (i.kind == "capital", marked and "of" not in i.labels))
        for item in owners:
            if item.kind == "demonym":
                return self.cast.country(item.ref)
            if item.kind in ("country", "capital", "organization", "unknown_organization"):
                return self.cast.full_name(item)
        office = self._office(phrase)
        if office and office.of:
            return self.cast.country(office.of) if office.of.isupper() else self.cast.organisation(office.of)
        return None

    def _office(self, phrase: Phrase) -> Office | None:
        return phrase.office.meanings[0].office if phrase.office else None

    def _hold(self, reading: Reading, phrase: Phrase) -> None:
        """Write down the office that a phrase gives to a person it names."""
        if phrase.name is None:
            return
        person = self._actors.get((phrase.name.start, phrase.name.end))
        if person is None or self.cast.members[person].kind != "person":
            return
        office = self._office(phrase)
        owner = self._owner(phrase)
        title, post = (office.office, office.post) if office else (None, None)
        if phrase.counterpart and office is None:
            other = self._other_office(phrase.name.start, person)
            title, post = (other.office, other.post) if other else (None, None)
        if title is None:
            return
        place = next((item.ref for item in phrase.owners if item.kind in ("town", "unknown")), None)
        seat = next((item.ref for item in phrase.owners if item.kind == "capital"), None)
        if office and office.local and seat:
            place = knowledge.countries()[seat].capital  # the mayor of Paris is not France's
        body = next((item for item in phrase.owners if item.kind == "ministry"), None)
        if body is not None and (body.start, body.end) in self._actors:
            place = self.cast.members[self._actors[body.start, body.end]].name
        guessed = False
        town = place and knowledge.country_of(place)
        if owner is None and town:
            self.cast.homes.setdefault(person, self.cast.country(town))  # the prefect of a town is of its country
        if owner is None and place is None:
            owner = self._registered_owner(person, post)
            if owner is None:
                owner, guessed = self.stand_ins.home(phrase.name.start), True
                if owner is not None and (owner == self.stand_ins.main() or of_a_state(office, post)):
                    self.cast.homes.setdefault(person, owner)
                if not of_a_state(office, post):
                    owner = None  # whose director or spokesman he is, the text says in words not understood here
        start, end = reading.tokens[phrase.first].start, max(phrase.name.end, reading.tokens[phrase.last - 1].start)
        end = max(end, *(item.end for item in (phrase.name, phrase.office, *phrase.owners) if item))
        self._note(person, title, post, owner, place, phrase.extras, (start, end), guessed)

    def _note(
        self,
        person: str,
        title: str,
        post: str | None,
        owner: str | None,
        place: str | None,
        extras: frozenset[str],
        span: tuple[int, int],
        guessed: bool = False,
    ) -> None:
        """A role, and the holding by which the office is found again; a guessed country is no part of the latter."""
        code = owner.removeprefix("country-").upper() if owner and owner.startswith("country-") else owner
        if post == "leader":
            post = self._post_of(person, code)
        named = knowledge.office_name(post, code) if post and code else title
        for extra, words in (("deputy", "Deputy "), ("acting", "Acting "), ("former", "former ")):
            if extra in extras:
                named = words + named
        of = place or (self.cast.members[owner].name if owner else None)
        if not extras & {"former", "deputy"}:
            self.cast.hold(Holding(person, title, post, None if guessed else owner, span[0]))
        if of is not None and (person, named, of) not in self._told:
            self._told.add((person, named, of))
            ref = short_hash("role", person, named, of, self.cast.text[span[0] : span[1]])
            self.roles.append(Role(ref, person, named, of, *span, rule=f"office: {title}"))

    def _post_of(self, person: str, code: str | None) -> str | None:
        """The post of "the leader of Russia", where the registry knows the person as its head."""
        known = knowledge.people().get(person)
        terms = [term for term in known.terms if term.of == code and term.post in HEADS] if known else []
        return terms[-1].post if terms else None

    def _registered_owner(self, person: str, post: str | None) -> str | None:
        known = knowledge.people().get(person)
        terms = [term for term in known.terms if post in (None, term.post)] if known else []
        owners = list(dict.fromkeys(term.of for term in terms))
        if len(owners) != 1:
            return None
        return self.cast.country(owners[0]) if owners[0].isupper() else self.cast.organisation(owners[0])

    def _other_office(self, place: int, person: str) -> Holding | None:
        """The office of whoever was named before: what a counterpart holds elsewhere."""
        before = [holding for holding in self.cast.holdings if holding.place < place and holding.person != person]
        return before[-1] if before else None

    # -- one sentence

    def parties(self, number: int, reading: Reading) -> list[Party]:
        """The phrases of a sentence with the actors they stand for, given what was read before."""
        found: list[Party] = []
        for phrase in self._phrases[number]:
            actors, inferred = self._stands_for(phrase, reading, found)
            if (
                found
                and actors
                and actors[-1:] == found[-1].actors[-1:]
                and _bracketed(phrase, found[-1].last, reading)
            ):
                continue  # "Fronte popolare di liberazione del Tigrai (Tplf)"
            found.append(Party(phrase, tuple(dict.fromkeys(actors)), inferred))
            if len(actors) == 1 and self.cast.members[actors[0]].kind == "person":
                self.memory.person = actors[0]
        return found

    def _stands_for(self, phrase: Phrase, reading: Reading, before: Sequence[Party]) -> tuple[tuple[str, ...], bool]:
        if phrase.name is not None:
            if phrase.name.kind in ("both", "both_countries", "pronouns"):
                return self.stand_ins.pair(phrase.name, before), True
            if phrase.name.kind in STATES:
                state = self.stand_ins.state(phrase.name.start)
                return ((state,) if state else ()), True
            if phrase.name.kind == SHORT:
                body = self._actors.get(tuple(map(int, phrase.name.ref.split())))  # type: ignore[arg-type]
                return ((body,) if body else ()), True
            if phrase.name.kind == "pronoun":
                person = self.stand_ins.he(before)
                return ((person,) if person else ()), True
            if phrase.name.kind == "speaker":  # "this official": who spoke last
                return ((self.memory.speaker,) if self.memory.speaker else ()), True
            actor = self._actors.get((phrase.name.start, phrase.name.end))
            if actor and phrase.people:  # "the Castro government"
                country = self.stand_ins.country_of(actor) or self._registered_owner(actor, None)
                return ((country or actor,), country is not None)
            if actor and (country := self.stand_ins.state_of_army(actor, phrase.name)):
                return (country,), False
            return ((actor,), False) if actor else ((), False)
        if phrase.adjective:
            return (self.cast.country(phrase.owners[0].ref),), False
        if phrase.people or (phrase.office is None and not phrase.counterpart):
            actor = self._actors.get((phrase.owners[0].start, phrase.owners[0].end))
            return ((actor,), False) if actor else ((), False)
        if body := self._body(phrase):
            return (body,), False
        holder = self._holder(phrase, reading, before)
        named = phrase.owners and holder == self._owner(phrase)  # "two Libyan diplomats": Libya itself
        return ((holder,), not named) if holder else ((), True)

    def _body(self, phrase: Phrase) -> str | None:
        """The ministry for which an unnamed spokesperson or official speaks."""
        for item in phrase.owners:
            if item.kind == "ministry":
                return self._actors.get((item.start, item.end))
        office, owner = self._office(phrase), self._owner(phrase)
        if office is None or owner is None or " of the " not in office.office:
            return None
        body = office.office.rsplit(" of the ", 1)[1]
        if body not in self.lexicon.pack.ministries.values() or not owner.startswith("country-"):
            return None
        actor = self.cast.ministry(body, owner)
        if actor and not self.cast.members[actor].spans:
            items = [item for item in (phrase.office, *phrase.owners) if item]
            self.cast.see(actor, min(item.start for item in items), max(item.end for item in items))
        return actor

    def _in_office(self, post: str, code: str) -> Person | None:
        """Who holds a post on the article's date; where it has none, whoever of those it names held it on its days."""
        if self.published or not self.days:
            return knowledge.holder(post, code, self.published)
        first = knowledge.holder(post, code, min(self.days))
        named = first is not None and first.id in self.cast.members and bool(self.cast.members[first.id].spans)
        return first if named and first == knowledge.holder(post, code, max(self.days)) else None

    def _holder(self, phrase: Phrase, reading: Reading, before: Sequence[Party]) -> str | None:
        office, owner = self._office(phrase), self._owner(phrase)
        place = reading.tokens[phrase.first].start
        title, post = (office.office, office.post) if office else (None, None)
        if phrase.counterpart and office is None:
            other = self.stand_ins.office_beside(before) or self._other_office(place, "")
            title, post = (other.office, other.post) if other else (None, None)
        if title is None or phrase.extras & {"former", "deputy"}:
            return owner
        if owner is None and is_some(phrase.first, reading, self.lexicon):
            return None
        fitting = [
            held
            for held in self.cast.holdings
            if (held.office.endswith(title) or held.office.startswith(f"{title} of ") or (post and held.post == post))
            and owner in (None, held.of)
        ]
        if post == "leader" and owner is None:  # "the leader": whoever leads a country or was called its leader
            here = {actor for party in before for actor in party.actors}
            fitting += [held for held in self.cast.holdings if held.post in HEADS and held.person not in here]
            fitting.sort(key=lambda held: held.place)
        if owner is None:
            fitting = [held for held in fitting if held.place < place][-1:]
        if fitting:
            return fitting[0].person
        code = owner.removeprefix("country-").upper() if owner and owner.startswith("country-") else owner
        known = self._in_office(post, code) if post and code else None
        if known is None:
            return owner
        person = self.cast.person(known.id)
        end = max(item.end for item in (phrase.office, *phrase.owners) if item)
        if not self.cast.members[person].forms:
            self.cast.see(person, place, end)
        self._note(person, title, post, owner, None, phrase.extras, (place, end))
        return person


def _bracketed(phrase: Phrase, after: int, reading: Reading) -> bool:
    """The phrase stands alone in brackets, right behind another."""
    keys = reading.keys
    return phrase.first == after + 1 and keys[after] == "(" and keys[phrase.last : phrase.last + 1] == [")"]
