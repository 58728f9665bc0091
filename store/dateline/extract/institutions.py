"""Institutions that no list holds, in a language whose titles and heads stand last and take endings.

"Sinop Su Ürünleri Kooperatifi": capitalised words up to a possessed noun of the pack's list are one organisation. Later
in the article its bare head stands for it ("Kooperatif"), inside a title too ("Heyet Başkanı").
Capitalised words that end in the name of a thing ("Aktau Bildirisi") are nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import NO_LABELS, Item, Lexicon, Meaning, hardened
from dateline.text.fold import fold
from dateline.text.tokens import Token

#: what may stand in an institution's name before its head
INSIDE = ("unknown", "country", "demonym", "surname", "town", "people", "capital", "head", "organization", "place")
#: an ending that makes an institution of capitalised words by itself is at least so far from the word's start
LEAST_STEM = 3
#: items that give way to the bare head of an institution
SOFT = ("unknown", "surname", "town", "people", "head", "place")


def join_institutions(tokens: Sequence[Token], items: Sequence[Item], lexicon: Lexicon) -> list[Item]:
    """The items with capitalised words before a head joined into one organisation, and without names of things."""
    found: list[Item] = []
    for item in items:
        if _is_thing(tokens, item, lexicon):
            while found and found[-1].last == item.first and found[-1].kind == "unknown":
                found.pop()
            if item.kind in ("unknown", "head"):
                continue
        if item.kind == "head" and tokens[item.first].text[0].isupper():
            first = len(found)
            while first and _leads(tokens, found[first - 1], found[first].first if first < len(found) else item.first):
                first -= 1
            while first and _paired(
                tokens, found[first - 1], found[first].first if first < len(found) else item.first, lexicon
            ):
                first -= 1
                while first and _leads(tokens, found[first - 1], found[first].first):
                    first -= 1
            if first < len(found):
                joined = _joined(tokens, found[first], item)
                found = [*found[:first], joined]
                continue
        if item.kind == "organization" and found and _is_national(tokens, found[-1], item, lexicon):
            found[-1] = _joined(tokens, found[-1], item)
            continue
        named = found and _names(tokens, found[-1], item)
        if item.kind == "unknown" and (named or _ends_as_institution(tokens, item, lexicon)):
            item = item._replace(meanings=(Meaning("unknown_organization", item.ref),))
        found.append(item)
    return found


def _names(tokens: Sequence[Token], head: Item, item: Item) -> bool:
    """A small head right before a name says what it is: "insan hakları örgütü Viasna"."""
    beside = head.kind == "head" and head.last == item.first and not head.labels
    return beside and tokens[head.first].text[0].islower()


def _leads(tokens: Sequence[Token], item: Item, at: int) -> bool:
    """The item stands right before a place, capitalised and without a case ending."""
    return item.last == at and item.kind in INSIDE and not item.labels and tokens[item.first].text[0].isupper()


def _paired(tokens: Sequence[Token], item: Item, at: int, lexicon: Lexicon) -> bool:
    """One unknown word and "and" before a place: the Göç of "Göç ve Uyum Bakanlığı"."""
    single = item.kind == "unknown" and item.last - item.first == 1 and not item.labels
    return single and item.last == at - 1 and tokens[at - 1].key in lexicon.joins


def _joined(tokens: Sequence[Token], first: Item, last: Item) -> Item:
    final = tokens[last.last - 1]
    words = [*(token.text for token in tokens[first.first : last.last - 1])]
    words.append(final.text[: len(final.text) - (final.end - last.end)])
    meaning = Meaning("unknown_organization", " ".join(words))
    return Item(first.first, last.last, first.start, last.end, (meaning,), last.labels)


def _is_thing(tokens: Sequence[Token], item: Item, lexicon: Lexicon) -> bool:
    """The item's last word is a listed thing: summit, declaration, agreement."""
    last = tokens[item.last - 1]
    if item.kind not in ("unknown", "head", "place") or not last.text[0].isupper():
        return False
    return (last.stem_key if last.ending else last.key) in lexicon.things


def _is_national(tokens: Sequence[Token], country: Item, item: Item, lexicon: Lexicon) -> bool:
    """ "Belarus Güvenlik Konseyi" is not the council whose longer name the short one ends."""
    if country.kind not in ("country", "demonym") or country.labels or country.last != item.first:
        return False
    short = " ".join(token.stem_key for token in tokens[item.first : item.last])
    return short in lexicon.shortened


def _ends_as_institution(tokens: Sequence[Token], item: Item, lexicon: Lexicon) -> bool:
    """Two capitalised words or more, the last with an ending that makes an institution: "Sahil Güvenliği"."""
    last = tokens[item.last - 1]
    key = last.stem_key if last.ending else last.key
    return item.last - item.first > 1 and any(
        key.endswith(ending) and len(key) - len(ending) >= LEAST_STEM for ending in lexicon.institutional
    )


def name_again(sentences: Sequence[Sequence[Token]], items: Sequence[list[Item]], lexicon: Lexicon) -> list[list[Item]]:
    """The items of all sentences, where the capitalised bare head of an institution named before stands for it."""
    named: dict[str, Meaning] = {}
    result = []
    for tokens, own in zip(sentences, items, strict=True):
        whole = [part for item in own for part in _parted(tokens, item, named, lexicon)]
        taken = {at for item in whole if item.kind not in SOFT or item.last - item.first > 1 for at in _range(item)}
        titles = {item.first for item in whole if item.kind == "office"}
        again = {}
        for at, token in enumerate(tokens):
            if at not in taken and token.kind == "word" and token.text[0].isupper():
                mention = _mention(tokens, at, named, lexicon)
                if mention and (mention.labels or at + 1 in titles or not _capital_at(tokens, at + 1)):
                    again[at] = mention
        result.append(sorted([*(i for i in whole if i.first not in again), *again.values()], key=_first))
        named |= {stem: item.meanings[0] for item in whole for stem in _heads(tokens, item, lexicon)}
    return result


def _range(item: Item) -> range:
    return range(item.first, item.last)


def _first(item: Item) -> int:
    return item.first


def _capital_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].text[0].isupper()


def _mention(tokens: Sequence[Token], at: int, named: dict[str, Meaning], lexicon: Lexicon) -> Item | None:
    """A token that is a bare head, with its case ending or none."""
    token = tokens[at]
    if token.ending:
        labels, cut = lexicon.endings.get(fold(token.ending), NO_LABELS), len(token.text) - len(token.stem)
        spelt = [(token.stem_key, labels, cut)]
    else:
        spelt = [(token.key, NO_LABELS, 0)]
        for size in range(len(token.key) - 1, 3, -1):
            labels = lexicon.endings.get(token.key[size:], NO_LABELS)
            spelt += [(stem, labels, len(token.key) - size) for stem in hardened(token.key[:size]) if labels]
    for stem, labels, cut in spelt:
        if stem in named:
            return Item(at, at + 1, token.start, token.end - cut, (named[stem],), labels)
    return None


def _parted(tokens: Sequence[Token], item: Item, named: dict[str, Meaning], lexicon: Lexicon) -> list[Item]:
    """ "Heyet Başkanı" after "… Gözlem Heyeti": whose chairman he is, and the title."""
    if item.kind != "office" or item.last - item.first < 2 or tokens[item.first].key not in named:
        return [item]
    if item.first and _capital_at(tokens, item.first - 1):
        return [item]  # "Birlik Konseyi Başkanı": a longer name
    rest = tokens[item.first + 1 : item.last]
    spelt = " ".join([*(token.key for token in rest[:-1]), rest[-1].stem_key])
    titles = tuple(meaning for meaning in lexicon.of(spelt) if meaning.kind == "office")
    if not titles:
        return [item]
    head = tokens[item.first]
    body = Item(item.first, item.first + 1, head.start, head.end, (named[head.key],))
    return [body, item._replace(first=item.first + 1, start=rest[0].start, meanings=titles)]


def _heads(tokens: Sequence[Token], item: Item, lexicon: Lexicon) -> list[str]:
    """The stems of an institution's last word without its possessive: "topluluk" of "Topluluğu"."""
    if item.kind not in ("unknown_organization", "organization", "ministry") or item.last - item.first < 2:
        return []
    last = tokens[item.last - 1]
    key = fold(last.text[: len(last.text) - (last.end - item.end)])
    return [
        stem
        for ending in lexicon.possessives
        if key.endswith(ending) and len(key) - len(ending) > LEAST_STEM
        for stem in hardened(key[: -len(ending)])
    ]
