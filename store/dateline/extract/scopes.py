"""Scopes: what a title is for, where that stands behind it, with the name still further on.

"La viceministra georgiana | per gli Argini, | Nato Gvelebiani", "il coordinatore | dei portuali dell'Ugtt | Moncef
Trabzi". In such a language no article stands before a person's name: capitals right behind one are something else's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon, Meaning
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.tokens import Token

LONGEST_MARKER = 4  # words
LONGEST = 10  # words from a title to the name behind its scope
ADJECTIVES = 3  # words that describe a title
LEADING: Labels = frozenset({"of", "for", "to", "in"})
NAMES = ("person", "unknown", "surname")
OWNERS = ("organization", "unknown_organization", "ministry", "country", "capital", "town")
BODIES = ("organization", "unknown_organization", "ministry")
#: labels of whoever acts or is acted upon
ACTING: Labels = frozenset({"by", "between", "with", "to", "against", "for"})
SHORTEST_BODY = 3  # letters
#: a person's name has at least so many words where something else stands right before it
NAME_WORDS = 2


class Scope(NamedTuple):
    """The places of the name behind a scope and of whose office it is, among the items; None where there is none."""

    name: int | None = None
    owner: int | None = None


def applies(lexicon: Lexicon) -> bool:
    """Whether titles of the language have their scope behind them and persons' names no article."""
    language = lexicon.pack.language
    return language.modifies == "after" and language.order == "verb-middle" and not language.loose_spaces


@once_per_pack
def _with_article(pack: Pack) -> frozenset[str]:
    """Articles, and prepositions that hold one: "della"."""
    forms = [form for melted in pack.grammar.melted.values() for form in melted]
    bare = {fold(word) for word in ("ad", "ed", "d", *pack.grammar.melted)}
    found = {fold(word).rstrip("'") for word in (*forms, *pack.grammar.articles)}
    return frozenset(found - bare)


def parted(items: Sequence[Item], tokens: Sequence[Token], keys: Sequence[str], lexicon: Lexicon) -> list[Item]:
    """The items, where capitals right behind an article and a title are parted: "dell'Ugtt | Moncef Trabzi"."""
    found: list[Item] = []
    for item in items:
        words = item.last - item.first
        led = item.first > 0 and keys[item.first - 1] in _with_article(lexicon.pack)
        owned = bool(found) and found[-1].kind == "office" and found[-1].last == item.first - 1
        led = led or (owned and "of" in lexicon.before.get(keys[item.first - 1], NO_LABELS))
        titled = led and any(other.kind == "office" and item.first - other.last <= LONGEST for other in found[-3:])
        if item.kind == "unknown" and words > NAME_WORDS and titled:
            found += _halves(item, tokens, item.last - NAME_WORDS, lexicon)
        else:
            found.append(item)
    return found


def _halves(item: Item, tokens: Sequence[Token], middle: int, lexicon: Lexicon) -> list[Item]:
    first = " ".join(token.text for token in tokens[item.first : middle])
    last = " ".join(item.ref.split()[middle - item.first :])
    known = tuple(meaning for meaning in lexicon.of(first) if meaning.kind in OWNERS)
    return [
        Item(item.first, middle, item.start, tokens[middle - 1].end, known or (Meaning("unknown", first),)),
        Item(middle, item.last, tokens[middle].start, item.end, (Meaning("unknown", last),), item.labels),
    ]


def scope_of(
    right: int, items: Sequence[Item], tokens: Sequence[Token], keys: Sequence[str], lexicon: Lexicon,
    heads: Collection[int],
) -> Scope:  # fmt: skip
    """What stands behind a title whose last item is at place ``right``."""
    starts = {item.first: place for place, item in enumerate(items)}
    at = begin = items[right].last
    if at < len(keys) and keys[at] == ",":
        return Scope(_across(at, items, starts, tokens, keys, lexicon))
    if at < len(keys) and keys[at] in lexicon.joins:
        at += 1  # "ministro degli Esteri | e della Cooperazione"
    while (beside := starts.get(at)) is not None and is_nobody(items[beside], lexicon):
        at = items[beside].last
    at, nation = described(at, items, tokens, keys, lexicon, heads)
    labels, size = _marker(keys, at, lexicon)
    if not labels & LEADING:
        beside = starts.get(at)
        if nation is None or beside is None or items[beside].kind not in NAMES:
            beside = _across(at, items, starts, tokens, keys, lexicon) if at > begin and at < len(keys) else None
        return Scope(beside, nation)
    owner, lead, of, at = None, True, "of" in labels, at + size
    owning = _owning(items[right])
    owner = nation
    purpose = not of  # what stands behind "for" is no owner, but for a body behind "of"
    while at < min(len(tokens), begin + LONGEST):
        if tokens[at].kind != "word":
            return Scope(_across(at, items, starts, tokens, keys, lexicon), owner)
        place = starts.get(at)
        if place is not None:
            item = items[place]
            if item.kind in NAMES and not lead:
                return Scope(place, owner)
            if item.kind in ("office", "counterpart", "pronoun"):
                return Scope(None, owner)
            if item.kind == "demonym" and owner is None and not lead:
                owner = place  # "il candidato dell'opposizione | tanzaniana | X"
            if item.kind == "prefix":
                at = item.last  # "consigliere del generale X"
                continue
            articled = keys[at - 1] in _with_article(lexicon.pack) or at == begin + 1
            body = item.kind == "unknown" and lead and owning and articled
            if nation is None and of and (body or item.kind in (BODIES if purpose else OWNERS)):
                owner = place
            lead, at = False, item.last
            continue
        labels, size = _marker(keys, at, lexicon)
        if labels & LEADING:
            lead, of, at = True, "of" in labels, at + size
        elif keys[at] in lexicon.joins or keys[at] in lexicon.articles:
            lead, at = True, at + 1
        elif at in heads or keys[at] in lexicon.small:
            return Scope(None, owner)
        else:
            lead, at = False, at + 1
    return Scope(None, owner)


def described(
    at: int, items: Sequence[Item], tokens: Sequence[Token], keys: Sequence[str], lexicon: Lexicon,
    heads: Collection[int],
) -> tuple[int, int | None]:  # fmt: skip
    """The token behind adjectives that describe a title, and the nation among them."""
    nation, end = None, at
    while end < min(len(tokens), at + ADJECTIVES) and tokens[end].kind == "word":
        place = next((place for place, item in enumerate(items) if item.first == end), None)
        if place is not None and items[place].kind == "demonym":
            nation, end = place, items[place].last
            break
        small = keys[end] in lexicon.small or keys[end] in lexicon.before or keys[end] in lexicon.joins
        if place is not None or small or end in heads or not tokens[end].text[0].islower():
            break
        end += 1
    return end, nation


def _owning(title: Item) -> bool:
    """A title whose "of" tells whose it is: of a body that no list holds, not of a field or a town."""
    office = title.meanings[0].office
    return office is None or not (office.portfolio or office.local)


def as_body(item: Item) -> Item:
    """The item; capitals that no list holds are a body where an office is theirs."""
    return item._replace(meanings=(Meaning("unknown_organization", item.ref),)) if item.kind == "unknown" else item


def _across(
    at: int, items: Sequence[Item], starts: dict[int, int], tokens: Sequence[Token], keys: Sequence[str],
    lexicon: Lexicon,
) -> int | None:  # fmt: skip
    """The name behind a comma that another mark closes: "il comandante dell'esercito, il generale X,"."""
    at += 1 if keys[at + 1 : at + 2] and keys[at + 1] in lexicon.articles else 0
    place = starts.get(at + 1) if "," in keys[at - 1 : at + 1] else None
    while place is not None and items[place].kind == "prefix":
        place = starts.get(items[place].last)
    if place is None or items[place].kind not in NAMES:
        return None
    last = items[place].last
    return place if last >= len(tokens) or tokens[last].kind == "mark" else None


def _marker(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[Labels, int]:
    for size in range(LONGEST_MARKER, 0, -1):
        if labels := lexicon.before.get(" ".join(keys[at : at + size])):
            return labels, size
    return NO_LABELS, 0


def is_nobody(item: Item, lexicon: Lexicon) -> bool:
    """One capitalised word that is part of no name: "Commissione | Esteri"."""
    return item.kind == "unknown" and item.last - item.first == 1 and fold(item.ref) in lexicon.never


def is_kind(at: int, tokens: Sequence[Token], keys: Sequence[str], lexicon: Lexicon) -> bool:
    """A body without its article after "of" only says of which kind something is: "agenti di polizia"."""
    bare = keys[at - 1] if at and tokens[at].text[0].islower() else ""
    led = "of" in lexicon.before.get(bare, NO_LABELS)
    return led and any(fold(word) == bare for word in lexicon.pack.grammar.melted)


def is_of(item: Item, nation: Item, keys: Sequence[str], lexicon: Lexicon) -> bool:
    """The name behind a nation's adjective is of it: a person, or a body behind an article, "la russa Gazprom"."""
    if item.kind in ("person", "surname") or (item.kind == "unknown" and item.last - item.first >= NAME_WORDS):
        return True
    led = nation.first > 0 and keys[nation.first - 1] in _with_article(lexicon.pack)
    return led and item.kind in ("organization", "unknown_organization")


def is_likely_body(item: Item, labels: Labels, keys: Sequence[str], lexicon: Lexicon) -> bool:
    """One unknown word behind an article that is not only a place or an owner: "la Cgil", "dall'Ugtt"."""
    if not applies(lexicon) or item.last - item.first != 1 or len(item.ref) < SHORTEST_BODY or not item.first:
        return False
    led = keys[item.first - 1].rstrip("'") in _with_article(lexicon.pack)
    return led and (not labels or bool(labels & ACTING)) and fold(item.ref) not in lexicon.never
