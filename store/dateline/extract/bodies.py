"""Bodies: organisations that no list holds, in a language whose names take no endings and say first what they are.

Capitalised words around a word like "party" are one organisation. Where owners follow, its name runs on in small
letters: "Lega tunisina dei diritti umani", "Consiglio di salvezza militare". Later in the article its bare head stands
for it ("la Lega"), or the letters that a bracket behind it gives ("Ugtt").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.extract.lexicon import Item, Lexicon, Meaning
from dateline.extract.scopes import applies
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.tokens import Token

#: what may stand in the name of a body besides its head
INSIDE = ("unknown", "country", "demonym", "surname", "town", "people", "capital", "head")
BODIES = ("organization", "unknown_organization", "ministry")
LONGEST_KIND = 5  # words behind a comma up to the noun that tells what a name is
LONGEST_TAIL = 6  # words in small letters that belong to a name
LONGEST_ADJECTIVES = 2
SOFT = ("head", "people", "unknown", "place")  # what gives way to the bare head of a body


@once_per_pack
def _bare_of(pack: Pack) -> frozenset[str]:
    """Prepositions that hold an article in their other forms: an infinitive follows only their bare form."""
    return frozenset(fold(word) for word in pack.grammar.melted)


@once_per_pack
def _infinitives(pack: Pack) -> tuple[str, ...]:
    return tuple(fold(end) for item in pack.conjugation.class_ for end in item.dictionary)


class Joiner:
    """Joins the items of one sentence."""

    def __init__(
        self, items: Sequence[Item], tokens: Sequence[Token], keys: Sequence[str], lexicon: Lexicon,
        heads: Collection[int],
    ) -> None:  # fmt: skip
        self.items, self.tokens, self.keys, self.lexicon, self.heads = items, tokens, keys, lexicon, heads
        self.follows = lexicon.pack.language.modifies == "after"
        self.runs_on = applies(lexicon)
        self.of = lexicon.owning

    def joined(self) -> list[Item]:
        """The items with the words around a head made into one organisation."""
        joined: list[Item] = []
        done = 0
        for place, item in enumerate(self.items):
            if place < done or (joined and item.first < joined[-1].last):
                continue
            headed = item.kind == "head" or self._is_court(place) or (self.runs_on and self._is_headed(item))
            found = self._headed(place) if headed else None
            if found is not None:
                named, right = found
                joined = [*(other for other in joined if other.last <= named.first), named]
                done = right + 1
            else:
                joined.append(self._apposed(self._told(joined[-1], item) if joined else item))
        return joined

    def _apposed(self, item: Item) -> Item:
        """A name that the words behind its comma call a body: "Litio del Sur, a Bolivian state company, has …"."""
        at = item.last + 1
        if self.follows or item.kind != "unknown" or item.labels or self.keys[item.last : at] != [","]:
            return item
        counts = {fold(word) for word in self.lexicon.pack.dates.numbers} & self.lexicon.articles  # "a", "an"
        if at >= len(self.keys) or self.keys[at] not in counts:
            return item
        heads = {other.first: other for other in self.items if other.kind == "head"}
        others = {other.first for other in self.items if other.kind in ("office", "people")}
        for place in range(at + 1, min(at + 1 + LONGEST_KIND, len(self.keys))):
            if place in others or self.keys[place] in self.lexicon.before or self.tokens[place].kind != "word":
                return item
            head = heads.get(place)
            if head is not None and self.tokens[place].text[0].islower():
                ends = (
                    head.last >= len(self.keys)
                    or self._closed(head.last)
                    or self.keys[head.last] in self.lexicon.before
                )
                return item._replace(meanings=(Meaning("unknown_organization", item.ref),)) if ends else item
        return item

    def _told(self, head: Item, item: Item) -> Item:
        """A name right behind a small noun that tells what it is: "the airline Belavia", "the rights group Viasna"."""
        if head.kind == "demonym" and self.runs_on:  # "il gruppo energetico tedesco | Rwe"
            before = [other for other in self.items if other.kind == "head" and 0 <= head.first - other.last <= 1]
            head = before[-1]._replace(last=head.last) if before and head.last == item.first else head
        beside = head.kind == "head" and head.last == item.first and self.tokens[head.first].text[0].islower()
        if not beside or item.kind != "unknown":
            return item
        return item._replace(meanings=(Meaning("unknown_organization", item.ref),))

    def _is_court(self, place: int) -> bool:
        """Capitals that are no nation's before a noun that beside a nation means it: "Constitutional Court"."""
        item = self.items[place]
        if self.follows or item.kind != "people" or not item.meaning("head"):
            return False
        left = self._neighbour(place, -1)
        return left is not None and self.items[left].kind == "unknown"

    def _is_headed(self, item: Item) -> bool:
        """A listed name whose last word alone is a head: it may begin a longer one, "La Lega | per i diritti umani"."""
        last = self.tokens[item.last - 1]
        return item.kind == "organization" and any(meaning.kind == "head" for meaning in self.lexicon.of(last.text))

    def _headed(self, place: int) -> tuple[Item, int] | None:
        """The organisation around a head, and the place of its last item."""
        item = self.items[place]
        caseless = self.lexicon.pack.language.loose_spaces
        if not caseless and not self.tokens[item.first].text[0].isupper():
            return None
        left, right = place, place
        while not caseless and (other := self._neighbour(left, -1)) is not None and self._leads_on(other):
            left = other
        glue = ("", "of") if self.follows else ("of",)
        middle = self.lexicon.pack.language.order == "verb-middle"
        while middle and (other := self._neighbour(right, 1, glue)) is not None:
            if not self._fits(right, other):
                break
            right = other
        last = self._tail(self.items[right].last) if self.runs_on else self.items[right].last
        if left == right and last == self.items[right].last:
            return None
        whole = self.items[left : right + 1]
        final = self.tokens[last - 1]
        end = whole[-1].end if last == whole[-1].last else final.end
        text = " ".join(token.text for token in self.tokens[whole[0].first : last - 1])
        text = text.replace(" '", "'").replace(" ’", "’")
        text = f"{text} {final.text[: len(final.text) - (final.end - end)]}".strip()
        meanings = (Meaning("unknown_organization", text),)
        return Item(whole[0].first, last, whole[0].start, end, meanings, whole[-1].labels), right

    def _leads_on(self, place: int) -> bool:
        """The item may stand in a name: it has no mark, or is no name by itself, "Fishermen's Association"."""
        item = self.items[place]
        if self.follows:
            return not item.labels
        owning = item.kind == "unknown" and "whose" in item.labels
        return (owning or not item.labels) and self.tokens[item.first].text[0].isupper()

    def _fits(self, right: int, other: int) -> bool:
        """Capitals go on, or an adjective of a country does; a person's name right behind an adjective is nobody's."""
        item = self.items[other]
        return self.tokens[item.first].text[0].isupper() or item.kind == "demonym"

    def _neighbour(self, place: int, step: int, glue: Collection[str] = ("",)) -> int | None:
        other = place + step
        if not 0 <= other < len(self.items) or self.items[other].kind not in INSIDE:
            return None
        left, right = sorted((place, other))
        words = self.keys[self.items[left].last : self.items[right].first]
        plain = [word for word in words if word not in self.lexicon.articles]
        if plain == [""] and not self.follows:
            plain = []  # "Farmers' Union"
        owned = bool(words) and (" ".join(words) in self.of or " ".join(plain) in self.of)
        between = "of" if owned else None if plain else ""
        return other if between in glue else None

    def _tail(self, begin: int) -> int:
        """Where the words in small letters end: an adjective, then what the body is for, "per i diritti umani"."""
        known = {at for item in self.items for at in range(item.first, item.last) if item.kind in ("country", "person")}
        demonyms = {item.first for item in self.items if item.kind == "demonym"}
        at, end = begin, begin
        while at - begin < LONGEST_ADJECTIVES and (self._plain(at) or at in demonyms):
            at += 1  # "Unione | generale tunisina | del lavoro"
        while at - begin < LONGEST_TAIL and (size := self._leads(at)) and self._plain(at + size):
            at += size + 1
            if self._plain(at) and (at + 1 >= len(self.keys) or self._closed(at + 1)):
                at += 1
            end = at
        return begin if known & set(range(begin, end)) else end

    def _leads(self, at: int) -> int:
        """The length of a word like "of" or "for" with its article at a token, 0 where none stands."""
        for size in (2, 1):
            if self.lexicon.before.get(" ".join(self.keys[at : at + size]), frozenset()) & {"of", "for"}:
                return size
        return 0

    def _plain(self, at: int) -> bool:
        """A noun or adjective in small letters that is no verb, no title and no small word."""
        if at >= len(self.tokens) or at in self.heads or self.tokens[at].kind != "word":
            return False
        titled = any(item.first == at and item.kind in ("office", "counterpart") for item in self.items)
        small = self.keys[at] in self.lexicon.small or self.keys[at] in self.lexicon.before
        act = (
            at > 0
            and self.keys[at - 1] in _bare_of(self.lexicon.pack)
            and self.keys[at].endswith(_infinitives(self.lexicon.pack))
        )
        return self.tokens[at].text[0].islower() and not small and not titled and not act and len(self.keys[at]) > 3

    def _closed(self, at: int) -> bool:
        """The noun phrase ends here: a mark, a verb or a small word stands."""
        return self.tokens[at].kind == "mark" or at in self.heads or self.keys[at] in self.lexicon.small


def named_again(
    sentences: Sequence[Sequence[Token]], items: Sequence[Sequence[Item]], lexicon: Lexicon
) -> list[list[Item]]:
    """The items of all sentences, where a bare capitalised head, or letters in brackets, stand for a body."""
    named: dict[str, Meaning] = {}
    result = []
    for tokens, own in zip(sentences, items, strict=True):
        taken = {at for item in own if not _is_soft(item) for at in _range(item)}
        again: dict[int, Item] = {}
        bodies = {item.last: item for item in own if item.kind in BODIES}
        for at, token in enumerate(tokens):
            letters = bodies.get(at - 1) if at and tokens[at - 1].text == "(" else None
            if letters and token.text[0].isupper() and at + 1 < len(tokens) and tokens[at + 1].text == ")":
                named[token.key] = letters.meanings[0]
            if at in taken or token.key not in named or not token.text[0].isupper() or _goes_on(tokens, at + 1, own):
                continue
            again[at] = Item(at, at + 1, token.start, token.end, (named[token.key],))
        result.append(sorted([*(i for i in own if i.first not in again), *again.values()], key=lambda item: item.first))
        for item in own:
            if item.kind in BODIES and item.last - item.first > 1 and _is_head(tokens[item.first], lexicon):
                named[tokens[item.first].key] = item.meanings[0]
    return result


def _is_soft(item: Item) -> bool:
    """One word that is no name by itself, or a name that is a head too: "la Commissione" of another body."""
    return item.last - item.first == 1 and (item.kind in SOFT or item.meaning("head") is not None)


def _range(item: Item) -> range:
    return range(item.first, item.last)


def _is_head(token: Token, lexicon: Lexicon) -> bool:
    return token.text[0].isupper() and any(meaning.kind == "head" for meaning in lexicon.of(token.text))


def _goes_on(tokens: Sequence[Token], at: int, items: Sequence[Item]) -> bool:
    """Another name or an adjective of a country stands right behind: a longer name."""
    if at < len(tokens) and tokens[at].kind == "word" and tokens[at].text[0].isupper():
        return True
    return any(item.first == at and item.kind == "demonym" for item in items)


def without_things(items: Sequence[Item], tokens: Sequence[Token], lexicon: Lexicon) -> list[Item]:
    """The items without unknown names whose last word is a listed thing, "Barents Sea": they are nobody.

    Where the name of a body goes on behind it, "Lake Chad Basin Commission", it stays.
    """
    heads = {item.first for item in items if item.kind in ("head", "people") and tokens[item.first].text[0].isupper()}
    return [
        item
        for item in items
        if item.kind != "unknown" or item.last in heads or tokens[item.last - 1].stem_key not in lexicon.things
    ]
