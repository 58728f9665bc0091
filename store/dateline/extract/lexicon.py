"""The lexicon of a pack: every name, title and small word the engine knows, found in a sentence as it stands there.

``Lexicon.scan`` turns a sentence's tokens into items that do not overlap, longest first. An item says what the words
may mean (a country, a person of the registry, an office …), where the name itself ends, and which case ending or
possessive it carries. Names need a capital letter in scripts that have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.extract.index import Index
from dateline.extract.index import Meaning as Meaning
from dateline.extract.wordlists import PARTICLES as PARTICLES
from dateline.extract.wordlists import entries, shortened
from dateline.extract.wordlists import surname_of as surname_of
from dateline.packs import LABELS, Office, Pack
from dateline.packs.sealed import Sealed
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.tokens import Token, phrase_keys

Labels = frozenset[str]
NO_LABELS: Labels = frozenset()
#: what a word may be, in the order in which a reading is preferred
KINDS = (
    "person", "organization", "ministry", "office", "country", "capital", "demonym", "surname", "people", "government",
    "own_country", "head",
    "counterpart", "both", "both_countries", "each_other", "former", "deputy", "acting", "prefix", "pronoun",
    "pronouns", "speaker", "place", "town",
)  # fmt: skip
#: nouns that may be possessed: "askerleri"
COMMON = {"people", "government", "counterpart", "both", "both_countries", "office", "head", "ministry"}
PRONOUNS = ("pronoun", "pronouns")
CAPITALISED = {"person", "organization", "country", "capital", "surname", "town"}
#: a name this short takes an ending only after an apostrophe
SHORTEST_STEM = 4
LONGEST_ACRONYM = 3


class Item(NamedTuple):
    """Words at tokens ``[first, last)``; the name itself is the text ``[start, end)`` without its case ending."""

    first: int
    last: int
    start: int
    end: int
    meanings: tuple[Meaning, ...]
    labels: Labels = NO_LABELS

    @property
    def kind(self) -> str:
        return self.meanings[0].kind

    @property
    def ref(self) -> str:
        return self.meanings[0].ref

    def meaning(self, *kinds: str) -> Meaning | None:
        """The first meaning of one of the kinds."""
        return next((meaning for meaning in self.meanings if meaning.kind in kinds), None)


_PARTED = re.compile(r"[\s\u200c\u2010-\u2015-]+")

#: letters of an ending that says where or whence, and of the word before it
LONGEST_PLACED, LEAST_PLACED = 4, 2


class Lexicon:
    """What one pack and the shipped knowledge know, keyed by folded words."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._glue = "" if pack.language.loose_spaces else " "
        self._inflects = pack.language.inflects
        self._index = Index(self._glue, KINDS)
        self._acronyms: set[str] = set()
        self._words = 1
        dates = pack.dates
        self._times = {fold(word) for table in (dates.months, dates.weekdays, dates.days) for word in table}
        self.endings = _endings(pack.grammar.after)
        self.possessives = sorted({fold(ending) for ending in pack.grammar.possessives}, key=len, reverse=True)
        self._possessed: dict[str, Labels] = {}  # the endings of possessed nouns, the longest possessive first
        for possessive in self.possessives:
            for rest, labels in (("", self.endings.get("", NO_LABELS)), *self.endings.items()):
                self._possessed.setdefault(possessive + rest, labels)
        self.after = _markers(pack.grammar.after)
        self.before = _markers(pack.grammar.before)
        self.owning = {words for words, labels in self.before.items() if "of" in labels}
        self.articles = {fold(word).rstrip("'") for word in pack.grammar.articles}
        self.joins = {fold(word) for word in pack.grammar.joins}
        self.small = {fold(word).rstrip("'") for word in pack.language.words} | self.joins | self.articles
        # the nouns in Persian prepositions («با حمایت», «به دعوت») own names as other nouns do
        self.small |= {word for marker in self.before for word in marker.split() if self._glue or marker == word}
        self.things = {fold(word) for word in pack.grammar.things}
        heads = pack.offices_more.organisation_heads
        self.institutional = tuple(fold(head[1:]) for head in heads if head.startswith("-"))
        self.shortened = set(shortened(pack.language.code)) if self._inflects else set()
        self.never = {fold(word) for word in pack.grammar.never_names}
        written_small: set[str] = set()
        pieces: dict[str, int] = {}
        for kind, ref, words, office in entries(pack):
            key = self._add(kind, ref, words, office, written_small)
            if not self._glue:
                pieces[key] = max(pieces.get(key, 0), len(_PARTED.split(words.strip())))
        self._index.seal()
        self._pieces = Sealed({key: str(count) for key, count in pieces.items()})  # how many words each is written in
        self._acronyms -= written_small  # "Onu" is also written so

    def _add(self, kind: str, ref: str, phrase: str, office: Office | None, written_small: set[str]) -> str:
        """Files a meaning; returns the key under which it stands."""
        words = [word.rstrip(".").rstrip("'") or word for word in phrase_keys(phrase, self.pack)]
        key = self._glue.join(words)
        meaning = Meaning(kind, ref, office, phrase[:1].islower())
        if kind == "organization" and len(phrase) <= LONGEST_ACRONYM:
            (self._acronyms if phrase.isupper() else written_small).add(key)
        if self._index.add(words, meaning):
            self._words = max(self._words, len(words))
        return key

    def is_time(self, token: Token) -> bool:
        """A weekday or month: never part of a name at its beginning."""
        return token.key in self._times

    def is_placed(self, token: Token) -> bool:
        """ "Kazada", "Olaydan": a name would part such an ending by an apostrophe."""
        ends = range(len(token.key) - LONGEST_PLACED, len(token.key) - 1) if self._inflects else ()
        cases = [self.endings.get(token.key[cut:], NO_LABELS) for cut in ends if cut > LEAST_PLACED]
        return any(labels & {"in", "from"} for labels in cases)

    def is_common(self, token: Token) -> bool:
        """One of the nouns that begin sentences and no names, with any endings ("Bakanlığın")."""
        if not self._inflects:
            return token.key in self.never
        for cut in range(len(token.key), 2, -1):
            rest = token.key[cut:]
            ended = not rest or rest in self.endings or self.possessed(rest) is not None
            if ended and any(stem in self.never for stem in hardened(token.key[:cut])):
                return True
        return False

    def of(self, words: str) -> tuple[Meaning, ...]:
        """The meanings of words as they stand, without regard to capitals or endings."""
        return self._index.get(self._glue.join(key.rstrip("'") for key in phrase_keys(words, self.pack)))

    def scan(self, tokens: Sequence[Token], shouting: bool = False) -> list[Item]:
        """The items of a sentence. ``shouting``: all capitals, so that a capital letter tells nothing."""
        items: list[Item] = []
        at = 0
        while at < len(tokens):
            item = None
            if tokens[at].kind == "word" and not (self._inflects and tokens[at].key in self.after):
                item = self._best(tokens, at, shouting)
            if item:
                items.append(item)
            at = item.last if item else at + 1
        return items

    def _best(self, tokens: Sequence[Token], at: int, shouting: bool) -> Item | None:
        """The longest item, cut short where a title starts inside and reaches beyond ("Rusya | Dışişleri Bakanı")."""
        item = self._longest(tokens, at, shouting, len(tokens))
        if item is None or item.kind == "office":
            return item
        for inside in range(item.first + 1, item.last):
            title = self._longest(tokens, inside, shouting, len(tokens))
            led = inside == item.first + 1 and tokens[item.first].key.rstrip("'") in self.articles  # "La | Lega Araba"
            longer = title is not None and (
                title.kind == "office" or (led and title.kind in ("country", "organization"))
            )
            if title is not None and longer and title.last > item.last:
                return self._longest(tokens, at, shouting, inside)
        return item

    def _longest(self, tokens: Sequence[Token], at: int, shouting: bool, limit: int) -> Item | None:
        last = min(limit, at + self._words + (2 if not self._glue else 0))
        keys: list[str] = []
        for end in range(at, last):
            if (tokens[end].kind == "mark" and tokens[end].text not in "-–") or not self._goes_on(keys):
                break
            keys.append(tokens[end].key.rstrip("'") if self._glue else tokens[end].key)
        for size in range(len(keys), 0, -1):
            head = self._glue.join(keys[: size - 1])
            final = tokens[at + size - 1]
            for key, labels, cut, common in self._spellings(final, head):
                if key in self._acronyms and not final.stem.isupper():
                    continue
                if not self._glue and size > int(self._pieces.value(key) or size):
                    continue  # «مکزیک و» is not مکزیکو: one piece of the list is one word of the text
                meanings = self._allowed(self._index.get(key), tokens[at : at + size], shouting, common, bool(labels))
                if meanings and cut and self._is_name(final, at + size - 1, meanings, shouting):
                    continue  # "Kenta Morishima" comes from no "kent"
                plain = meanings and self._inflects and not labels and not common
                if plain and meanings[0].kind in ("both", "both_countries"):
                    marked = self._marked(tokens, at, size, head, shouting)
                    if marked is not None:
                        return marked
                if (
                    meanings and meanings[0].kind == "organization" and labels & {"in", "from"}
                ):  # "Brüksel'de": the town, not who sits there
                    meanings = tuple(sorted(meanings, key=lambda m: m.kind != "town"))
                if meanings and meanings[0].kind in PRONOUNS and meanings[0].ref in LABELS:
                    labels = frozenset({meanings[0].ref})
                if meanings:
                    return Item(at, at + size, tokens[at].start, final.end - cut, meanings, labels)
        return None

    def _is_name(self, token: Token, at: int, meanings: tuple[Meaning, ...], shouting: bool) -> bool:
        """A capital inside a sentence and an ending without an apostrophe: no common noun is written so."""
        inside = self._inflects and at > 0 and not shouting and not token.ending and token.text[0].isupper()
        return inside and meanings[0].kind in ("place", "people")

    def _goes_on(self, keys: Sequence[str]) -> bool:
        """Whether something longer than these words may begin with them."""
        return not keys or self._index.begins(self._glue.join(keys))

    def _marked(self, tokens: Sequence[Token], at: int, size: int, head: str, shouting: bool) -> Item | None:
        """A listed form that is itself a shorter listed word with a case ending: "taraflara" is "taraflar" + to."""
        final = tokens[at + size - 1]
        for key, labels, _cut, _common in self._spellings(final, head):
            meanings = self._allowed(self._index.get(key), tokens[at : at + size], shouting, True, bool(labels))
            if labels and meanings:
                return Item(at, at + size, tokens[at].start, final.end, meanings, labels)
        return None

    def _spellings(self, token: Token, head: str) -> Iterator[tuple[str, Labels, int, bool]]:
        """The ways to read the last word: as it stands, before its apostrophe, before a known ending.

        Each is a key, the labels of the ending, its length, and whether only a common noun may carry it.
        """
        start = f"{head}{self._glue}" if head else ""
        quoted = len(token.text) - len(token.text.rstrip("'’")) if head else 0
        yield start + token.key.rstrip("'"), NO_LABELS, quoted, False
        if token.ending:
            labels = self.endings.get(fold(token.ending), self._possessive(token.ending))
            yield start + token.stem_key, labels, len(token.text) - len(token.stem), False
            return
        if self._inflects:
            for cut in range(len(token.key) - 1, 1, -1):
                if len(start) + cut < SHORTEST_STEM:
                    break
                possessed = self.possessed(token.key[cut:])
                if possessed is not None:
                    for stem in hardened(token.key[:cut]):
                        yield start + stem, possessed, 0, True
                labels = self.endings.get(token.key[cut:], NO_LABELS)
                if labels:
                    yield start + token.key[:cut], labels, len(token.key) - cut, False
        elif not self._glue and len(token.key) > 3 and token.key[-1] == "ی" and token.key[-2] in "اوه":
            yield start + token.key[:-1], NO_LABELS, 1, False

    def possessed(self, ending: str) -> Labels | None:
        """The case of "-lerinin", "-ini", "-leri"; None where the ending is not that of a possessed noun."""
        return self._possessed.get(ending)

    def _possessive(self, ending: str) -> Labels:
        return frozenset({"of"}) if ending in ("s", "S") else NO_LABELS

    def _allowed(
        self, meanings: tuple[Meaning, ...], tokens: Sequence[Token], shouting: bool, common: bool, labelled: bool
    ) -> tuple[Meaning, ...]:
        if common:
            if self._inflects and tokens[0].text[0].islower():
                meanings = tuple(meaning for meaning in meanings if meaning.kind != "ministry")
            kinds = COMMON if labelled else COMMON - {"both", "both_countries"}
            return tuple(meaning for meaning in meanings if meaning.kind in kinds)
        if labelled and self._inflects:  # a pronoun's forms are listed whole: "önünde" holds no "onun"
            meanings = tuple(meaning for meaning in meanings if meaning.kind not in ("pronoun", "pronouns"))
        if not meanings:
            return ()
        joined = not self._glue and len(tokens) > 1 and any(token.key in self.small for token in tokens)
        if joined or (len(tokens) == 1 and tokens[0].stem_key in self._times):
            meanings = tuple(meaning for meaning in meanings if meaning.kind != "surname")
        first = tokens[0].text[0]
        capital = first.isupper() or first == first.upper() == first.lower()
        if shouting and len(tokens) == 1:
            meanings = tuple(meaning for meaning in meanings if meaning.kind != "town")
        if capital:
            return meanings
        named = CAPITALISED | {"ministry"} if self._inflects else CAPITALISED
        return tuple(meaning for meaning in meanings if meaning.small or meaning.kind not in named)


def hardened(stem: str) -> tuple[str, ...]:
    """A stem as it stands, and with the hard last letter that it softens before a vowel (birlig -> birlik)."""
    hard = {"g": "k", "b": "p", "d": "t"}.get(stem[-1:])
    return (stem, stem[:-1] + hard) if hard else (stem,)


@once_per_pack
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, compiled once."""
    return Lexicon(pack)


def _endings(after: Mapping[str, Sequence[str]]) -> dict[str, Labels]:
    found: dict[str, Labels] = {}
    for label, markers in after.items():
        for marker in markers:
            if marker.startswith("-") and " " not in marker:
                key = fold(marker[1:])
                found[key] = found.get(key, NO_LABELS) | {label}
    return found


def _markers(table: Mapping[str, Sequence[str]]) -> dict[str, Labels]:
    """Words before or after a name -> labels; endings are left to ``_endings``."""
    found: dict[str, Labels] = {}
    for label, markers in table.items():
        for marker in markers:
            words = [fold(word).rstrip("'") for word in marker.split() if not word.startswith("-")]
            if words:
                key = " ".join(words)
                found[key] = found.get(key, NO_LABELS) | {label}
    return found
