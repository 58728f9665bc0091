"""Stand-ins: whom words mean that name nobody: "he", "both leaders", "the two countries", "the government".

Each looks back at what the article told or at the countries that it is about; who is found so is inferred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.extract.cast import Cast, Holding
from dateline.extract.home import home_of
from dateline.extract.lexicon import Item, Lexicon
from dateline.extract.memory import Memory, Party
from dateline.model import MUTUAL_TYPES, Event
from dateline.packs import Office, Pack, knowledge
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

#: a country named less often is not what an article is about
LEAST_NAMED = 3
#: acts that make two sides
SIDED = frozenset({"ASSAULT", "RETREAT", "AGREE"})
#: acts of one of two sides against the other
AT_ODDS = frozenset({"ASSAULT", "SANCTION", "COERCE", "ACCUSE", "THREATEN"})
HEADS = ("head_of_state", "head_of_government", "supreme_leader")
RECENT = 4  # sentences after which two who met are no longer "both sides"
FAR_BACK = 40  # events back to two people who met
RANKS = ("General", "Colonel", "Admiral", "Major", "Captain", "Commander", "Brigadier", "Marshal", "Lieutenant")


@once_per_pack
def _two_people(pack: Pack) -> frozenset[str]:
    return frozenset(fold(words) for words in pack.grammar.both_people)


def _number(item: Item, pack: Pack) -> int:
    """How many a phrase such as "beş ülke" counts; 2 where it does not say."""
    numbers = {fold(word): int(value) for word, value in pack.dates.numbers.items()}
    return next((numbers[word] for word in fold(item.ref).split() if word in numbers), 2)


class StandIns:
    """Who is meant, by what one article says; ``weights``: how often it names each country, as actor ids."""

    def __init__(self, cast: Cast, lexicon: Lexicon, memory: Memory, dateline: str | None) -> None:
        self.cast = cast
        self.lexicon = lexicon
        self.memory = memory
        self.dateline = dateline
        self.weights: Counter[str] = Counter()
        self.named: list[tuple[int, str]] = []  # where countries and capitals stand
        self.towns: list[tuple[int, str]] = []  # where other towns stand, with their countries
        self._often: list[tuple[int, str]] | None = None  # of ``named`` the countries that are named most

    # -- countries

    def home(self, place: int) -> str | None:
        """The country of what stands at a place of the text without one."""
        return home_of(self.cast, self.weights, self.named, self.towns, self.dateline, place)

    def state(self, place: int) -> str | None:
        """Whose a government is that stands alone: of those that an article is mostly about the one named last."""
        if self._often is None:
            most = max(self.weights.values(), default=0)
            self._often = [(start, ref) for start, ref in self.named if self.weights[ref] * 2 > most]
        found = home_of(self.cast, self.weights, self._often, self.towns, self.dateline, place)
        return found or self.home(place)

    def main(self, leading: bool = False) -> str | None:
        """The one country that an article is about: named twice as often as any other, or first where it is dated from.

        ``leading``: it is enough that it is named most, where no two countries stand out.
        """
        ranked = self.weights.most_common(2)
        if not ranked or ranked[0][1] < LEAST_NAMED or ranked[0][0] not in self.cast.members:
            return None
        (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
        alone = most > second and not self.foremost() and (leading or first == self.dateline)
        return first if most >= 2 * second or alone else None

    def opponent(self, actor: str) -> str | None:
        """The other of the two countries an article is about, where these stand out and the actor is of one of them."""
        pair, own = self.foremost(), self.nation_of(actor)
        if own not in pair:
            return None
        other = pair[1 - pair.index(own)]
        return other if other in self.cast.members else None

    def country_of(self, actor: str) -> str | None:
        """The country whose office a person holds, by the article."""
        return next((holding.of for holding in self.cast.held_by(actor) if holding.of), None)

    def is_soldier(self, actor: str) -> bool:
        """All that the article says of a person's office is a rank: whom he acts for is another matter."""
        held = [holding.office for holding in self.cast.held_by(actor)]
        return bool(held) and all(office.split()[-1] in RANKS for office in held)

    def nation_of(self, actor: str) -> str | None:
        """The country that an actor is, whose office the person holds or whose ministry the organisation is."""
        if self.cast.members[actor].kind == "country":
            return actor
        if ministry := knowledge.ministries().get(actor):
            return self.country_of(actor) or self.cast.homes.get(actor) or self.cast.country(ministry)
        return self.country_of(actor) or self.cast.homes.get(actor)

    def state_of_army(self, actor: str, item: Item) -> str | None:
        """The country for which its army stands where the words say whose it is: "the Israeli army", not "the IDF"."""
        known = knowledge.organisations().get(actor)
        if known is None or not known.army:
            return None
        words = self.cast.text[item.start : item.end].replace("’", "'").split()
        owners = [meaning for word in words for meaning in self.lexicon.of(word.removesuffix("'s"))]
        owned = any(meaning.kind in ("demonym", "country") and meaning.ref == known.army for meaning in owners)
        return self.cast.country(known.army) if owned else None

    def foremost(self) -> tuple[str, ...]:
        """The two countries that stand out in the article, if two do."""
        ranked = self.weights.most_common(3)
        if len(ranked) < 2 or ranked[1][1] < LEAST_NAMED or (len(ranked) > 2 and ranked[2][1] * 2 > ranked[1][1]):
            return ()
        return ranked[0][0], ranked[1][0]

    # -- two

    def pair(self, item: Item, before: Sequence[Party] = ()) -> tuple[str, ...]:
        """The two sides, people or countries last spoken of, or the two countries that the article is about."""
        number = _number(item, self.lexicon.pack)
        if number > 2:
            return self._several(number, item.kind == "both_countries")
        if item.kind == "both" and fold(item.ref) in _two_people(self.lexicon.pack):
            people = self._two_who_met() or self._two_heads()
            if people:
                return people
        pair = self._lately()
        if item.kind == "both_countries" and not pair and self.lexicon.pack.language.inflects:
            nations = (self.nation_of(actor) for party in before for actor in party.actors)
            pair = tuple(nation for nation in nations if nation)  # "Şi'nin Macaristan ziyaretinde iki ülke"
        if item.kind == "both_countries":
            pair = tuple(dict.fromkeys(self.nation_of(actor) or actor for actor in pair))
        return pair if len(pair) == 2 else self._known_foremost()

    def two_sides(self) -> tuple[str, ...]:
        """Those between whom something was agreed or fought last, else the two countries that the article is about."""
        if len(pair := self._lately()) == 2:
            return pair
        for event in reversed(self.memory.events[-FAR_BACK:]):
            both = (*event.source, *event.target)
            if event.type in SIDED and len(both) == 2:
                return both
        return self._known_foremost()

    def _lately(self) -> tuple[str, ...]:
        """The two who did something together, where that was told only just before."""
        return self.memory.pair if self.memory.since_pair < RECENT else ()

    def _known_foremost(self) -> tuple[str, ...]:
        """The two countries that the article is about, else those of which it last told what one did to the other."""
        return tuple(actor for actor in self.foremost() if actor in self.cast.members) or self._at_odds()

    def _at_odds(self) -> tuple[str, ...]:
        for event in reversed(self.memory.events[-FAR_BACK:]):
            both = [self.nation_of(actor) for actor in (*event.source, *event.target)]
            if (
                event.type in AT_ODDS
                and not event.inferred
                and len(both) == 2
                and both[0]
                and both[1]
                and both[0] != both[1]
            ):
                return both[0], both[1]
        return ()

    def _several(self, number: int, nations: bool) -> tuple[str, ...]:
        """ "The five countries": those last named together, else all who did something together so far, if so many."""
        together = [event for event in self.memory.events if event.type in MUTUAL_TYPES]
        met = [actor for event in together for actor in (*event.source, *event.target)]
        for group in (self.memory.several.get(number, ()), met):
            whole = map(self.nation_of, group) if nations else group
            members = tuple(dict.fromkeys(actor for actor in whole if actor))
            if len(members) == number and (nations or all(map(self.is_person, members))):
                return members
        return ()

    def _two_who_met(self) -> tuple[str, ...]:
        """The two people who last did something together, or one of them to the other."""
        told = [event for event in reversed(self.memory.events[-FAR_BACK:]) if self._between_two(event)]
        told.sort(key=lambda event: event.type not in MUTUAL_TYPES)
        return (*told[0].source, *told[0].target) if told else ()

    def _two_heads(self) -> tuple[str, ...]:
        """The heads of two countries that did something together, where the article names both."""
        together = [event for event in reversed(self.memory.events[-FAR_BACK:]) if event.type in MUTUAL_TYPES]
        pairs = [(*event.source, *event.target) for event in together]
        head_of = {held.of: held.person for held in reversed(self.cast.holdings) if held.post in HEADS}
        for pair in [*pairs, self.foremost()]:
            heads = tuple(head_of[country] for country in pair if country in head_of)
            if len(heads) == len(pair) == 2:
                return heads
        return ()

    def _between_two(self, event: Event) -> bool:
        both = (*event.source, *event.target)
        return len(both) == 2 and all(self.is_person(actor) for actor in both)

    def office_beside(self, before: Sequence[Party]) -> Office | Holding | None:
        """The office of who stands before a counterpart: "Mexico's foreign minister spoke with his counterpart"."""
        for party in reversed(before):
            held = [held for actor in party.actors for held in self.cast.held_by(actor)]
            if party.phrase.office is not None and party.phrase.name is None:
                return party.phrase.office.meanings[0].office
            if held:
                return held[0]
        return None

    # -- one person

    def is_person(self, actor: str) -> bool:
        return self.cast.members[actor].kind == "person"

    def he(self, before: Sequence[Party]) -> str | None:
        """Whom "he" means: the subject of this sentence so far, of the one before, else the person last named."""
        first = self.lexicon.pack.language.order != "verb-last"  # elsewhere the subject stands first
        for party in before if first else ():
            if not party.labels and len(party.actors) == 1 and self.is_person(party.actors[0]):
                return party.actors[0]
        subject = self.memory.subject
        return subject[0] if len(subject) == 1 and self.is_person(subject[0]) else self.memory.person
