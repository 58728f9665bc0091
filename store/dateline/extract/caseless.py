"""Names that no list holds, in scripts without capitals: organisations by their head word, people by their title.

«مرکز امنیت سایبری نروژ» is one name from its head word to the country that closes it; later the same words without
the country («کنگره کار» after «کنگره کار نیجریه») are it again. Two to five unknown words beside a title or a word of
respect are a person; a known surname among them is part of the longer name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.extract.lexicon import NO_LABELS, Item, Lexicon, Meaning
from dateline.extract.triggers import Phrasebook
from dateline.packs import Office, knowledge
from dateline.text.fold import fold
from dateline.text.tokens import Token

#: how many plain words may stand between a head word and the country that closes the name
LONGEST_BODY = 3
LONGEST_ADJECTIVES = 2
LONGEST_NAME = 5  # words of a person's name
SHORTEST_SURNAME = 3  # letters
CLOSING = ("country", "capital", "town")
#: what may stand between a title and the name on either side of it
OWNING = ("country", "organization", "unknown_organization", "demonym", "capital", "ministry")
ABOUT = ("former", "deputy", "acting")
SEATS = ("capital", "town", "country", "organization")
SOFT = ("surname", "town")


class Row:
    """A sentence while its names are sought."""

    def __init__(self, tokens: Sequence[Token], keys: Sequence[str], items: list[Item]) -> None:
        self.tokens = tokens
        self.keys = keys
        self.items = items


def name_rows(rows: Sequence[Row], lexicon: Lexicon, phrasebook: Phrasebook) -> None:
    """Adds to the items of every row the organisations and people that no list holds."""
    bodies: dict[tuple[str, ...], Meaning] = {}
    for row in rows:
        places = {item.last for item in row.items if item.kind == "place"}  # «بندر کوپر» is no Cooper
        row.items = [item for item in row.items if item.kind != "surname" or item.first not in places]
        row.items = _bodies(row, lexicon, phrasebook)
        for item in row.items:
            short = tuple(row.keys[item.first : item.last - 1])
            if item.kind == "unknown_organization" and len(short) > 1:
                bodies.setdefault(short, item.meanings[0])
    for row in rows:
        row.items = _again(row, bodies)
        row.items = _people(row, lexicon, phrasebook)
    surnames = {row.keys[item.last - 1] for row in rows for item in row.items if _is_full_name(item)}
    for row in rows:
        row.items = _later(row, surnames, lexicon, phrasebook)


# -- organisations


def _bodies(row: Row, lexicon: Lexicon, phrasebook: Phrasebook) -> list[Item]:
    """The items with head word, plain words and country joined into one organisation."""
    first_at = {item.first: item for item in row.items}
    found: list[Item] = []
    until = 0
    for item in row.items:
        if item.first < until:
            continue
        if item.kind in ("ministry", "people") and item.last not in first_at:
            item = _described(row, item, first_at, lexicon, phrasebook)
        if item.kind == "head":
            at = item.last
            while at - item.last < LONGEST_BODY and at not in first_at and _plain(row, at, lexicon, phrasebook):
                at += 1
            last = first_at.get(at)
            if at > item.last and last is not None and last.kind in CLOSING:
                item = _body(row, item, last)
        found.append(item)
        until = item.last
    return found


def _described(row: Row, item: Item, first_at: dict[int, Item], lexicon: Lexicon, phrasebook: Phrasebook) -> Item:
    """The item with what stands between it and its country: «پلیس فدرال برزیل», «مقام‌های مرزی اسپانیا»."""
    at = item.last
    while at - item.last < LONGEST_ADJECTIVES and at not in first_at and _plain(row, at, lexicon, phrasebook):
        at += 1
    owner = first_at.get(at)
    closes = owner is not None and owner.kind in ("country", "demonym")
    return item._replace(last=at, end=row.tokens[at - 1].end) if closes else item


def _plain(row: Row, at: int, lexicon: Lexicon, phrasebook: Phrasebook) -> bool:
    """A word that may stand inside the name of an organisation: no mark, no small word, no verb."""
    word = at < len(row.tokens) and row.tokens[at].kind == "word"
    return word and row.keys[at] not in lexicon.small and not phrasebook.forms(row.keys, at)


def _body(row: Row, head: Item, last: Item) -> Item:
    words = " ".join(token.text for token in row.tokens[head.first : last.last])
    return Item(head.first, last.last, head.start, last.end, (Meaning("unknown_organization", words),))


def _again(row: Row, bodies: dict[tuple[str, ...], Meaning]) -> list[Item]:
    """The items with the short forms of organisations named in full elsewhere in the article."""
    taken = {at for item in row.items if item.kind != "head" for at in range(item.first, item.last)}
    found = list(row.items)
    longest = max(map(len, bodies), default=0)
    at = 0
    while at < len(row.tokens):
        size = min(longest, len(row.tokens) - at)
        while size > 1 and (tuple(row.keys[at : at + size]) not in bodies or taken & set(range(at, at + size))):
            size -= 1
        if size > 1:
            meaning = bodies[tuple(row.keys[at : at + size])]
            found = [item for item in found if not at <= item.first < at + size]
            found.append(Item(at, at + size, row.tokens[at].start, row.tokens[at + size - 1].end, (meaning,)))
        at += max(size, 1)
    return sorted(found, key=lambda item: item.first)


# -- people


def _people(row: Row, lexicon: Lexicon, phrasebook: Phrasebook) -> list[Item]:
    """The items with the runs of unknown words beside titles and words of respect as names."""
    months = {fold(word) for word in lexicon.pack.dates.jalali_months}
    soft = {at for item in row.items if item.kind in SOFT or _is_agency(item) for at in range(item.first, item.last)}
    taken = {at for item in row.items for at in range(item.first, item.last)} - soft

    def free(at: int) -> bool:
        key = row.keys[at]
        if row.tokens[at].kind != "word" or at in taken or len(key) < 2:
            return False
        given = key in months and not (at and row.tokens[at - 1].kind == "number")  # بهمن, مهر are first names too
        known = key in lexicon.small or key in lexicon.never or phrasebook.is_known(row.keys, at)
        return at in soft or given or not known

    items = list(row.items)
    for item in row.items:
        if item.kind not in ("office", "prefix"):
            continue
        sides = [_right_run(row, item, lexicon, free)]
        if item.kind == "office":
            sides.insert(0, _left_run(row, item, free))
        for first, last in sides:
            inside = [other for other in items if first <= other.first < last]
            whole = len(inside) == 1 and (inside[0].first, inside[0].last) == (first, last)
            office = item.meanings[0].office
            if not 2 <= last - first <= LONGEST_NAME or whole or any(_holds(other, office) for other in inside):
                continue
            words = " ".join(token.text for token in row.tokens[first:last])
            end = row.tokens[last - 1].end
            named = Item(first, last, row.tokens[first].start, end, (Meaning("unknown", words),), NO_LABELS)
            items = [other for other in items if other not in inside] + [named]
            taken |= set(range(first, last))
            break
    return sorted(items, key=lambda item: item.first)


def _is_agency(item: Item) -> bool:
    """A medium whose name of one word may be somebody's first: «آنسا»."""
    known = knowledge.organisations().get(item.ref) if item.kind == "organization" else None
    return known is not None and known.media and item.last - item.first == 1


def _is_full_name(item: Item) -> bool:
    return item.kind == "unknown" and item.last - item.first > 1


def _later(row: Row, surnames: set[str], lexicon: Lexicon, phrasebook: Phrasebook) -> list[Item]:
    """The items with the last names of people named in full elsewhere in the article: «نورزی» after «حبیب نورزی»."""
    taken = {at for item in row.items for at in range(item.first, item.last)}
    found = list(row.items)
    for at, key in enumerate(row.keys):
        known = key in lexicon.small or key in lexicon.never or phrasebook.is_known(row.keys, at)
        if key in surnames and at not in taken and not known and len(key) >= SHORTEST_SURNAME:
            token = row.tokens[at]
            found.append(Item(at, at + 1, token.start, token.end, (Meaning("unknown", token.text),), NO_LABELS))
    return sorted(found, key=lambda item: item.first)


def _holds(item: Item, office: Office | None) -> bool:
    """A surname of somebody whom the registry knows in this very office: what stands before it is no first name."""
    people = [knowledge.people()[meaning.ref] for meaning in item.meanings if meaning.kind == "surname"]
    return office is not None and any(term.post == office.post for person in people for term in person.terms)


def _left_run(row: Row, office: Item, free: Callable[[int], bool]) -> tuple[int, int]:
    last = office.first
    ends = {item.last: item for item in row.items}
    while last in ends and ends[last].kind in ABOUT:
        last = ends[last].first
    if last and row.tokens[last - 1].text in ("،", ","):
        last -= 1
    first = last
    while first > 0 and free(first - 1):
        first -= 1
    return (first, last)


def _right_run(row: Row, office: Item, lexicon: Lexicon, free: Callable[[int], bool]) -> tuple[int, int]:
    first = office.last
    starts = {item.first: item for item in row.items}
    while first in starts and (
        starts[first].kind in (*OWNING, *ABOUT, "prefix") or starts[first].meaning("own_country")
    ):
        first = starts[first].last  # «وزیر خارجه این کشور، …»
    seat = starts.get(first + 1)
    if seat is not None and seat.kind in SEATS and first > office.last and row.keys[first] in lexicon.before:
        first = seat.last  # «سفیر ایران در لندن، بهروز کیانی»
    if first < len(row.tokens) and row.tokens[first].text in ("،", ",") and office.kind == "office":
        first += 1
    last = first
    while last < len(row.tokens) and free(last):
        last += 1
    return (first, last)
