"""Phrases: names, titles and the words around them joined into one party each, with the place they hold in the clause.

"Rusya Dışişleri Bakanı Sergey Lavrov'la" is one phrase: a person, his office, its country, label ``with``. The label
comes from the pack: an ending, a word before, a word after. A phrase without a marker is ``bare``: subject or object.
"""

from __future__ import annotations

from dateline.extract.bodies import Joiner
from dateline.extract.labels import labels_of
from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon
from dateline.extract.names import Reading
from dateline.extract.neighbours import Neighbours
from dateline.extract.nounphrases import delegations, is_plural, is_unowned, share_behind, share_nouns
from dateline.extract.phrase import Phrase
from dateline.extract.purposes import purposes_of
from dateline.extract.scopes import applies, as_body, described, is_kind, is_nobody, parted, scope_of
from dateline.extract.seated import seated_bodies
from dateline.extract.states import lone_states
from dateline.packs import Noun

OWNERS = ("country", "demonym", "organization", "unknown_organization", "ministry", "capital", "town")
NAMES = ("person", "unknown", "surname")
PARTIES = (
    *NAMES, "country", "capital", "organization", "unknown_organization", "ministry", "office", "both",
    "both_countries", "pronoun", "pronouns", "speaker",
)  # fmt: skip
EXTRAS = ("former", "deputy", "acting", "prefix")
LONGEST_SCOPE = 7  # words that say what a title is for
FAR_OWNER = 3  # words between a genitive and the title it owns
WHOSE: Labels = frozenset({"whose"})


def read_phrases(reading: Reading, lexicon: Lexicon) -> list[Phrase]:
    """The phrases of a sentence in order, not overlapping, each with its labels."""
    chunker = _Chunker(reading, lexicon)
    found = chunker.phrases()
    if lexicon.pack.language.inflects:
        found = share_nouns(found, reading, lexicon)
    found += (*seated_bodies(found, reading, lexicon), *lone_states(found, reading, lexicon))
    found.sort(key=lambda phrase: phrase.first)
    found = [
        phrase._replace(
            labels=labels_of(phrase.first, phrase.last, _marked(phrase, lexicon), reading, lexicon)
            or (phrase.labels | WHOSE if phrase.adjective else phrase.labels),  # "ai russi" is marked
        )
        for phrase in found
    ]
    return share_behind(found, reading, lexicon) if lexicon.pack.language.modifies == "after" else found


def _marked(phrase: Phrase, lexicon: Lexicon) -> Item | None:
    """The item whose ending marks the phrase: the name before "who leads Kenya's navy" has no mark."""
    named = phrase.name is not None and not lexicon.pack.language.inflects
    return phrase.name if named else _last_item(phrase)


def _last_item(phrase: Phrase) -> Item | None:
    parts = [item for item in (phrase.name, phrase.office, *phrase.owners) if item]
    return max(parts, key=lambda item: item.last, default=None)


class _Chunker(Neighbours):
    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.tokens = reading.tokens
        self.keys = [key.rstrip("'") for key in reading.keys]
        self.items = reading.items
        if lexicon.pack.language.inflects:
            self.items = delegations(reading.items, reading, lexicon)
        self.lexicon = lexicon
        self.follows = lexicon.pack.language.modifies == "after"
        self.of = lexicon.owning
        self.heads = {trigger.head for trigger in reading.triggers}
        verbs = (trigger for trigger in reading.triggers if not isinstance(trigger.entry, Noun))
        self.verbs = {trigger.head for trigger in verbs if trigger.reading != {"participle"}}  # "il partito": gone
        self.caseless = lexicon.pack.language.loose_spaces
        self.used: set[int] = set()
        if not lexicon.pack.language.inflects:
            self.items = Joiner(self.items, self.tokens, self.keys, lexicon, self.verbs).joined()
        self.scoped = applies(lexicon)
        if self.scoped:
            self.items = parted(self.items, self.tokens, self.keys, lexicon)
        self.purposes = purposes_of(self.items, reading, lexicon)

    def phrases(self) -> list[Phrase]:
        found = [
            self._titled(place) for place, item in enumerate(self.items) if self._free(place, "office", "counterpart")
        ]
        found += [self._people(place) for place in range(len(self.items)) if self._free(place, "people", "speaker")]
        found += [self._ministry(place) for place in range(len(self.items)) if self._free(place, "ministry")]
        for place, item in enumerate(self.items):
            if self._free(place, *PARTIES) and not (self._owns_next(place) and place + 1 not in self.used):
                self.used.add(place)
                found.append(self._plain(place, item))
            elif self._free(place, "demonym") and not self._of_named(place):
                key = self.tokens[item.last - 1].stem_key
                many = is_plural(item, key, self.lexicon)  # "Ruslar" are their country, "Rus" is an adjective
                labels = item.labels if many else NO_LABELS
                found.append(
                    Phrase(item.first, item.last, owners=(item,), people=many, adjective=not many, labels=labels)
                )
        return sorted((phrase for phrase in found if phrase), key=lambda phrase: phrase.first)

    def _owners(self, place: int) -> tuple[list[int], list[int], int, int]:
        """Owners and words like "former" on both sides of a title: (owners, extras, leftmost, rightmost)."""
        owners: list[int] = []
        extras: list[int] = []
        left, right = place, place
        kinds = (*OWNERS, *EXTRAS)
        while (other := self._neighbour(left, -1, *kinds)) is not None:
            item = self.items[other]
            owning = item.kind in OWNERS
            bare = self.lexicon.pack.language.inflects and is_unowned(self.items[place], self.tokens)
            if owning and item.labels and ("of" not in item.labels or bare):
                break
            if owning and self.follows and item.kind != "demonym":
                break
            (owners if owning else extras).append(other)
            left = other
        if not owners and not self.follows:
            left = self._scoped(left, owners, extras)
        glue = ("", "of") if self.follows else ("of",)
        scope = self._neighbour(right, 1, "unknown", "town", "country", "organization", glue=("for",))
        if scope is not None and self._neighbour(scope, 1, *OWNERS, glue=("of",)) is not None:
            extras.append(scope)  # "direttore generale per l'Asia del ministero degli Esteri"
            right = scope
        while (other := self._neighbour(right, 1, *kinds, glue=glue)) is not None:
            if self.items[right].labels and self.items[right].kind != "demonym":
                break
            named = [
                owner for owner in owners if owner > place and self.items[owner].kind not in ("ministry", "demonym")
            ]
            if named and self.items[other].kind in OWNERS and self._glue(right, other) == "":
                break  # «رئیس‌جمهور آمریکا | ایران»: the second country is another party
            (owners if self.items[other].kind in OWNERS else extras).append(other)
            right = other
        return owners, extras, left, right

    def _scoped(self, left: int, owners: list[int], extras: list[int]) -> int:
        """What an office is for, between its owner and the title: "Bakanlığın | Denizcilik | Genel Müdürü"."""
        scope = self._neighbour(left, -1, "unknown")
        if scope is None or self.items[scope].labels:
            return self._far_owner(left, owners)
        owner = self._neighbour(scope, -1, *OWNERS)
        if owner is None or (self.items[owner].labels and "of" not in self.items[owner].labels):
            return left
        extras.append(scope)
        owners.append(owner)
        if (
            self.items[owner].kind == "ministry"
            and (more := self._neighbour(owner, -1, "country", "demonym")) is not None
        ):
            owners.append(more)
        return min(owners)

    def _far_owner(self, left: int, owners: list[int]) -> int:
        """A genitive a few small words before the title: "Ermenistan'ın bölgesel ulaşım özel temsilcisi"."""
        item, inflects = self.items[left - 1], self.lexicon.pack.language.inflects
        between = self.tokens[item.last : self.items[left].first]
        plain = all(token.kind == "word" and token.text[0].islower() for token in between)
        owning = item.kind in OWNERS and "of" in item.labels and plain and len(between) <= FAR_OWNER
        if not (left and inflects and owning) or left - 1 in self.used:
            return left
        owners.append(left - 1)
        return left - 1

    def _titled(self, place: int) -> Phrase | None:
        if place in self.used:
            return None
        item = self.items[place]
        owners, extras, left, right = self._owners(place)
        name = self._name_beside(place, left, right)
        if self.scoped and (name is None or name < left):
            name, owners = self._scope(right, name, owners)
        if self.purposes is not None:
            if name is not None and not owners and self.purposes.outranked(place, name, self._owners, self.used):
                return None
            name, owners = self.purposes.completed(place, left, name, owners, self.used)
        if not owners and name is not None and name < left and (far := self._owner_beyond(right)) is not None:
            owners.append(far)
            right = far
        if not owners and name is not None and name >= right and self.lexicon.pack.language.order == "verb-middle":
            seat = self._neighbour(name, 1, "town", "unknown", "country", "capital", glue=("of",))
            owners += [seat] if seat is not None else []  # "Mayor Sonia Lagarde | of Nouméa"
        if not owners and name is not None and not self.follows:
            town = self._neighbour(left, -1, "unknown", "surname")
            if town is not None and not self.items[town].labels and town != name:
                owners.append(town)
        named = self.purposes.apposed(place, left, self.used) if self.purposes is not None and name is None else name
        parts = [place, *owners, *extras, *([name] if name is not None else [])]
        if name is not None and name > right:
            parts += range(right + 1, name)  # a rank, an honorific or a post between
        self.used.update(parts)
        return Phrase(
            first=min(self.items[part].first for part in parts),
            last=max(self.items[part].last for part in parts),
            name=self.items[named] if named is not None else None,
            office=item if item.kind == "office" else None,
            owners=tuple(self.items[owner] for owner in owners),
            extras=frozenset(self.items[extra].kind for extra in extras),
            counterpart=item.kind == "counterpart",
            labels=item.labels if item.kind == "counterpart" and name is None else NO_LABELS,
        )

    def _scope(self, right: int, name: int | None, owners: list[int]) -> tuple[int | None, list[int]]:
        """The name and the owners of a title, with those that its scope has or parts from it."""
        found = scope_of(right, self.items, self.tokens, self.keys, self.lexicon, self.verbs)
        if name is None and found.name is not None and found.name not in self.used:
            name = found.name
        if not owners and found.owner is not None and found.owner not in self.used:
            owners = [found.owner]
            self.items[found.owner] = as_body(self.items[found.owner])
        return name, owners

    def _name_beside(self, place: int, left: int, right: int) -> int | None:
        """The name a title belongs to: right beside it, else before it, else across one comma."""
        if self.items[right].labels and self.lexicon.pack.language.inflects:
            return None  # "Bakanı'na" has its own ending: the next name is somebody else
        near = self._neighbour(right, 1, *NAMES, "prefix", "office")
        while near is not None and self.items[near].kind in ("prefix", "office"):  # "Valisi Albay X"
            near = None if self.items[near].labels else self._neighbour(near, 1, *NAMES, "prefix")
        if self.scoped and near is not None and is_nobody(self.items[near], self.lexicon):
            return None  # "presidente della Commissione | Esteri"
        near = self._described(right) if near is None else near
        before = self._neighbour(left, -1, *NAMES)
        if near is not None:  # «استیو ویتکاف نماینده ترامپ»: the second name owns the title
            return before if before is not None and self.caseless else near
        if (
            before is not None
            and not self.items[before].labels
            and (self.follows or self.lexicon.pack.language.order == "verb-middle")
        ):
            return before
        after = self._neighbour(self._posted(right), 1, *NAMES, glue=("comma",))
        if after is not None and (
            self._closes(self.items[after].last) or (self.caseless and not self.items[left].first)
        ):
            return after
        before = self._neighbour(left, -1, *NAMES, glue=("comma",))
        closed = self.caseless or self._closes(self.items[right].last) or self._closes(self._detailed(right))
        if before is not None and not self.lexicon.pack.language.inflects and closed:
            return before
        return None

    def _described(self, right: int) -> int | None:
        """The name one adjective further on, where adjectives follow: "portavoce | tigrino | Getachew Reda"."""
        if self.lexicon.pack.language.order == "verb-last" or not self.follows or right + 1 >= len(self.items):
            return None
        at, item = self.items[right].last, self.items[right + 1]
        plain = self.tokens[at].kind == "word" and self.tokens[at].text[0].islower() and at not in self.heads
        described = item.first == at + 1 and plain and self.keys[at] not in self.lexicon.small
        return right + 1 if described and self._free(right + 1, *NAMES) else None

    def _owner_beyond(self, right: int) -> int | None:
        """«هماهنگ‌کننده امور بشردوستانه سازمان ملل»: whose a title is, behind up to three plain words."""
        ezafe = "" in self.lexicon.pack.grammar.before.get("of", ())
        if not self.follows or right + 1 >= len(self.items) or right + 1 in self.used:
            return None
        between = range(self.items[right].last, self.items[right + 1].first)
        if not ezafe:  # "il governo | federale | etiope"
            adjective = len(between) == 1 and between[0] not in self.heads and self.keys[between[0]].isalpha()
            adjective = adjective and self.keys[between[0]] not in self.lexicon.small
            return right + 1 if adjective and self.items[right + 1].kind == "demonym" else None
        plain = all(self.tokens[at].kind == "word" and self.keys[at] not in self.lexicon.small for at in between)
        kinds = ("organization", "unknown_organization", "ministry", "country")
        return right + 1 if plain and 0 < len(between) <= 3 and self.items[right + 1].kind in kinds else None

    def _detailed(self, right: int) -> int:
        """The token after what a title is for: "portavoce | della Commissione", "envoy | for the Sahel"."""
        end = self.items[right].last
        if self.scoped:
            end, _ = described(end, self.items, self.tokens, self.keys, self.lexicon, self.heads)
        at = end
        limit = min(len(self.tokens), end + LONGEST_SCOPE)
        while at < limit and self.tokens[at].kind == "word" and at not in self.verbs:
            at += 1
        led = end < len(self.tokens) and bool(self.lexicon.before.get(self.keys[end], NO_LABELS) & {"of", "for", "to"})
        return at if led else end

    def _people(self, place: int) -> Phrase | None:
        """Russian troops, the government of Italy: the country itself."""
        item = self.items[place]
        inner = self._neighbour(place, 1, "people", glue=("of",)) if self.scoped else None
        if inner is not None and (found := self._people(inner)) is not None:
            self.used.add(place)  # "i rappresentanti | del governo britannico"
            return found._replace(first=item.first)
        left = self._neighbour(place, -1, *OWNERS)
        right = self._neighbour(place, 1, *OWNERS, glue=("", "of") if self.follows else ("of",))
        both = self._neighbour(place, -1, "both_countries")
        if both is not None and "of" in self.items[both].labels:  # "iki ülkenin heyetleri"
            self.used.update([place, both])
            return Phrase(self.items[both].first, item.last, name=self.items[both], labels=item.labels)
        owner = right if left is None or (self.follows and right is not None) else left
        if owner is not None and owner == left:
            owner = None if self.items[owner].labels - {"of", "whose"} or self._apart(owner, place) else owner
        owner = self._located(place) if owner is None else owner
        if owner is None:
            headed = any(meaning.kind == "head" for meaning in item.meanings)  # «ناوگان پنجم آمریکا»: its own name
            owner = None if headed else self._owner_beyond(place)  # «هیئت‌های فنی ازبکستان»
        if owner is None:
            return self._of_person(place)
        chosen = [owner]
        if owner == left and self.items[owner].kind in ("capital", "town"):
            whose = self._neighbour(owner, -1, *OWNERS)
            if whose is not None and "of" in self.items[whose].labels:
                chosen = [whose, owner]  # "Meksika'nın Kito Büyükelçiliği"
        while (
            owner == left
            and (more := self._neighbour(chosen[-1], -1, *OWNERS)) is not None
            and self.items[more].kind == "demonym"
        ):
            chosen.append(more)
        whose = self._neighbour(owner, 1, "demonym") if self.items[owner].kind == "ministry" else None
        if whose is not None:
            chosen.append(whose)  # "unità della guardia costiera | cinese"
        self.used.update([place, *chosen])
        parts = [self.items[part] for part in (place, *chosen)]
        first, last = min(part.first for part in parts), max(part.last for part in parts)
        final = item if item.last == last else self.items[chosen[0]]
        owners = tuple(self.items[part] for part in (chosen if whose is not None else chosen[:1]))
        return Phrase(first, last, owners=owners, people=True, labels=final.labels)

    def _located(self, place: int) -> int | None:
        """ "Niamey'deki | askeri | yönetim": the country or capital in which a government sits, as an adjective."""
        before = place - 1
        if not self.lexicon.pack.language.inflects or before < 0 or not self._free(before, "capital", "country"):
            return None
        if not self.items[place].meaning("government"):
            return None  # "İrlanda'daki | büyükelçiliğini kapattı": whose embassy it is stands elsewhere
        between = range(self.items[before].last, self.items[place].first)
        plain = len(between) <= 2 and all(self.tokens[at].kind == "word" for at in between)
        return before if plain and self.keys[self.items[before].last - 1].endswith("ki") else None

    def _apart(self, body: int, place: int) -> bool:
        """An organisation before a government that is not its own: "Afrika Birliği | hükümeti kınadı"."""
        item, key = self.items[body], self.tokens[self.items[body].last - 1].key
        if self.scoped and self.items[place].first > item.last:
            return True  # "a Londra | i rappresentanti"
        if set(self.keys[item.last : self.items[place].first]) & {*self.lexicon.pack.grammar.theirs}:
            return True  # "a claim by Al-Mayadeen | that its tanks"
        if item.kind not in ("organization", "unknown_organization") or not self.items[place].meaning("government"):
            return False
        possessed = any(key.endswith(ending) for ending in self.lexicon.possessives)
        return self.follows or self.items[place].first > item.last or possessed

    def _of_person(self, place: int) -> Phrase | None:
        """The Castro government, "il governo Meloni": the country of whoever leads it."""
        step, glue = (1, ("", "of")) if self.follows else (-1, ("",))
        name = None if self.items[place].kind != "people" else self._neighbour(place, step, *NAMES, glue=glue)
        if name is None or self.items[name].labels:
            return None
        if self.items[name].kind == "unknown" and self._glue(*sorted((place, name))) == "of":
            return None  # "ministri degli Esteri"
        first, last = sorted((self.items[place], self.items[name]), key=lambda item: item.first)
        if self.lexicon.pack.language.order == "verb-last":
            done_to = any("object" in self.lexicon.after.get(key, ()) for key in self.keys[last.last : last.last + 1])
            if done_to or self.items[name].kind == "unknown" or not self.items[place].meaning("government"):
                return None  # «دولت بایدن را …»: the object alone
        self.used.update([place, name])
        return Phrase(first.first, last.last, name=self.items[name], people=True, labels=self.items[place].labels)

    def _ministry(self, place: int) -> Phrase | None:
        owners, _, _, _ = self._owners(place)
        bodies = [at for at in owners if self.items[at].kind == "organization"] if self.caseless else []
        owners = [owner for owner in owners if self.items[owner].kind in ("country", "demonym", "capital")] or bodies
        if not owners and is_kind(self.items[place].first, self.tokens, self.keys, self.lexicon):
            self.used.add(place)
            return None
        parts = [place, *owners]
        self.used.update(parts)
        first = min(self.items[part].first for part in parts)
        last = max(self.items[part].last for part in parts)
        return Phrase(first, last, name=self.items[place], owners=tuple(self.items[owner] for owner in owners))

    def _plain(self, place: int, item: Item) -> Phrase:
        first, before = item.first, place - 1
        if before >= 0 and self._free(before, "prefix") and self._glue(before, place) == "":
            self.used.add(before)
            first = self.items[before].first
        if item.kind in ("country", "capital"):
            return Phrase(first, item.last, owners=(item,))
        if self.scoped and before >= 0 and self._nations(before, place):  # "il giordano Ayman Safadi"
            self.used.add(before)
            return Phrase(self.items[before].first, item.last, name=item)
        if before >= 0 and self._owns_next(before):  # "Poland's Andrzej Duda"
            self.used.add(before)
            return Phrase(self.items[before].first, item.last, name=item, owners=(self.items[before],))
        return Phrase(first, item.last, name=item)

    def _owns_next(self, place: int) -> bool:
        """A country with a mark of possession right before a person's full name."""
        owner = self.items[place]
        if place + 1 >= len(self.items) or place in self.used:
            return False
        item = self.items[place + 1]
        person = item.kind == "person" or (item.kind == "unknown" and item.last - item.first > 1)
        owning = owner.kind == "country" and "whose" in owner.labels
        return person and owning and self._glue(place, place + 1) == ""
