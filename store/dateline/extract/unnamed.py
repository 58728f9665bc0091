"""Unnamed doers: a clause that opens with a noun of its own ("a source in Damascus said") has no subject to borrow.

Where nothing stands between a noun and its owner (ezafe) and no capital tells a name, a plain word at the head of a
clause is its subject, unless a mark of the object follows or a preposition governs it. Where the verb stands in the
middle, an article tells the noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.lexicon import Item, Lexicon
from dateline.extract.names import Reading
from dateline.extract.partitives import after_partitive
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.clauses import Frame
    from dateline.extract.groups import Group
    from dateline.extract.triggers import Trigger

#: how many words a preposition may have
LONGEST_MARKER = 3
#: how many plain words may make a subject without an article, and how such a plural ends
LONGEST_PLURAL = 3
PLURAL = ("s", "men", "people", "police")
LONGEST_CASE = 4  # letters of an ending of one owner, with its hyphen: longer ones are plurals
POSSESSED = "in"  # behind a possessive the case is this, folded: "korsanlarının"
#: items that by themselves name nobody
NAMELESS = ("head", "place")


@once_per_pack
def _times(pack: Pack) -> frozenset[str]:
    """Words of time: they open a clause without being its subject."""
    dates = pack.dates
    tables = (
        dates.months,
        dates.jalali_months,
        dates.weekdays,
        dates.days,
        dates.weeks,
        dates.month_words,
        dates.years,
    )
    words = [*(word for table in tables for word in table), *dates.later, *dates.parts, *dates.day_words, *dates.vague]
    return frozenset(part for word in (*words, *dates.last, *dates.next) for part in fold(word).split())


@once_per_pack
def _counts(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.dates.numbers)


def is_unnamed(first: int, last: int, taken: Sequence[tuple[int, int]], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether tokens ``[first, last)`` open with a noun that is no party: ``taken`` are the token ranges of parties."""
    if "" not in lexicon.pack.grammar.before.get("of", ()):
        return False
    objects = {word for word, labels in lexicon.after.items() if "object" in labels}
    at, governed, counted = first, False, False
    while at < last:
        at = after_partitive(at, reading.keys, lexicon.pack)
        token, key = reading.tokens[at], reading.keys[at]
        party = next((end for start, end in taken if start <= at < end), None)
        size = _marker(at, last, reading, lexicon)
        if party is not None:
            at, governed = party, False
        elif size:
            at, governed = at + size, True
        elif token.kind != "word" or key in _counts(lexicon.pack):
            counted = counted or token.kind == "number" or key in _counts(lexicon.pack)
            at += 1
        elif key in lexicon.small or key in _times(lexicon.pack):
            at += 1
        elif governed:  # the noun of a preposition, with what describes it
            at, governed = _run(at, last, reading, lexicon), False
        else:  # a verb inside closes what was a relative clause («که نامش فاش نشد گفت»)
            end = _run(at, last, reading, lexicon)
            end = next((close for start, close in taken if start == end), end)  # «دو شهروند این کشور را»
            marked = any(other in objects for other in reading.keys[end : end + 1 if counted else last])
            return not marked and not any(at <= end < last for end in reading.ends)
    return False


@once_per_pack
def _plural_owners(pack: Pack) -> tuple[str, ...]:
    """The endings of owners in the plural: "-ların"."""
    if not pack.language.inflects:
        return ()
    endings = (ending for ending in pack.grammar.after.get("of", ()) if ending.startswith("-"))
    return tuple(fold(ending[1:]) for ending in endings if len(ending) > LONGEST_CASE)


def has_plural_owner(
    first: int, last: int, taken: Sequence[tuple[int, int]], reading: Reading, lexicon: Lexicon
) -> bool:
    """Whether a nominal's doers are a plain noun in the plural: "korsanların … saldırdığını" is nobody's act."""
    endings = _plural_owners(lexicon.pack)
    for at in range(first, last):
        key = reading.keys[at]
        owning = bool(endings) and (key.endswith(endings) or key.removesuffix(POSSESSED).endswith(endings))
        if owning and not any(start <= at < end for start, end in taken):
            after = reading.keys[at + 1] in {fold(word) for word in lexicon.pack.grammar.clauses.after}
            if not after:  # "saldırıların ardından" only tells when
                return True
    return False


def owner_of_head(first: int, last: int, groups: Sequence[Group], reading: Reading, lexicon: Lexicon) -> Group | None:
    """Whose the noun is that opens tokens ``[first, last)``: «دو سرباز فرانسه در حمله …», «کشتی یونانی …»."""
    at, headed = first, False
    while at < last:
        at = after_partitive(at, reading.keys, lexicon.pack)
        group = next((group for group in groups if group.first <= at < group.last), None)
        size = _marker(at, last, reading, lexicon)
        token, key = reading.tokens[at], reading.keys[at]
        if group is not None and headed:
            return group if group.labels <= {"of", "whose"} and group.actors else None
        if headed and (size or token.kind not in ("word", "number")):
            return None
        if group is not None:
            at = group.last
        elif size:  # «در پایتخت دو سرباز …»
            at = _run(at + size, last, reading, lexicon) if not _opens_group(at + size, groups) else at + size
        else:
            counted = token.kind != "word" or key in _counts(lexicon.pack)
            headed = headed or not (counted or key in lexicon.small or key in _times(lexicon.pack))
            at += 1
    return None


def owner_of_object(trigger: Trigger, frame: Frame, reading: Reading, lexicon: Lexicon) -> Group | None:
    """Whose the object is, before whatever else it holds: «پیشنهاد اتحادیه اروپا برای … با کوزوو را رد کرد»."""
    if "" not in lexicon.pack.grammar.before.get("of", ()) or frame.group("object") is not None:
        return None
    objects = {word for word, labels in lexicon.after.items() if "object" in labels}
    marks = [at for at in range(frame.first, trigger.first) if reading.keys[at] in objects]
    subject = frame.subject
    first = subject.last if subject is not None and frame.first <= subject.first else frame.first
    owners = [g for g in frame.groups if g.labels and g.labels <= {"of", "whose"} and g.actors and g.first > first]
    if not marks or not owners or owners[0].last > marks[-1] or subject is owners[0]:
        return None
    governed = any(_marker(at, owners[0].first, reading, lexicon) for at in range(first, owners[0].first))
    return None if governed else owners[0]


def doer_within(trigger: Trigger, groups: Sequence[Group]) -> Group | None:
    """Who acts, between the words of a set phrase that tells what befell its subject: «هدف حمله روسیه قرار گرفت»."""
    if getattr(trigger.entry, "target", ()) != ("subject",):
        return None
    inside = [group for group in groups if trigger.first < group.first and group.last <= trigger.head]
    return next((group for group in inside if group.labels <= {"of", "whose"} and group.actors), None)


def _opens_group(at: int, groups: Sequence[Group]) -> bool:
    return any(group.first == at for group in groups)


def has_own_noun(first: int, last: int, taken: Sequence[tuple[int, int]], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the words before a verb in the middle hold a noun of their own: "the unrest erupted", "il testo prevede".

    That is an article no preposition governs with a plain noun behind it, in the part the last mark opens.
    """
    if last <= first or reading.tokens[last - 1].kind != "word":
        return False
    while any(token.kind == "mark" for token in reading.tokens[first:last]):
        first += 1
    held = {at for start, end in taken for at in range(start, end)}
    named = {
        at
        for item in reading.items
        if item.kind not in NAMELESS and not (item.kind == "people" and item.first not in held)  # "a drone struck"
        for at in range(item.first, item.last)
    }
    if _is_plural(first, last, reading, lexicon):
        return True
    for at in range(first, last - 1):
        key, noun = reading.keys[at].rstrip("'"), reading.tokens[at + 1]
        if at + 1 not in named and noun.text[0].isupper() and at + 2 < last and at + 2 not in named:
            noun = reading.tokens[at + 2]  # "two Western diplomats"
        if key not in lexicon.articles or key in lexicon.before or at + 1 in named or not noun.text[0].islower():
            continue
        governed = at > first and reading.keys[at - 1].rstrip("'") in {*lexicon.before, *lexicon.articles}
        if (
            noun.kind == "word"
            and not governed
            and noun.key not in lexicon.small
            and noun.key not in _times(lexicon.pack)
        ):
            return True
    return False


def _is_plural(first: int, last: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Nothing but plain nouns between a word that opens a clause and its verb: "after | gangs | attacked".

    Where adjectives stand before their nouns: the noun is a plural without an article, and no time or manner.
    """
    pack = lexicon.pack
    if first == 0 or last - first > LONGEST_PLURAL or pack.language.modifies != "before":
        return False
    opening = {fold(word) for word in (*pack.grammar.clauses.breaks, *pack.grammar.clauses.that)}
    who = {fold(word) for word in pack.grammar.clauses.who}
    opener = reading.keys[first - 1]
    parties = {at for item in reading.items if item.kind not in (*NAMELESS, "people") for at in range(*_range(item))}
    return (
        opener in opening
        and opener not in who
        and reading.keys[last - 1].endswith(PLURAL)
        and all(
            reading.tokens[at].kind == "word"
            and reading.tokens[at].text[0].islower()
            and at not in parties
            and not (reading.keys[at] in lexicon.small or reading.keys[at] in _times(pack))
            for at in range(first, last)
        )
    )


def _range(item: Item) -> tuple[int, int]:
    return item.first, item.last


def _marker(at: int, last: int, reading: Reading, lexicon: Lexicon) -> int:
    """The length of the preposition at a token, 0 where none stands."""
    for size in range(LONGEST_MARKER, 0, -1):
        if at + size <= last and " ".join(reading.keys[at : at + size]) in lexicon.before:
            return size
    return 0


def _run(at: int, last: int, reading: Reading, lexicon: Lexicon) -> int:
    """The token after a run of plain words."""
    while at < last and reading.tokens[at].kind == "word" and reading.keys[at] not in lexicon.small:
        at += 1
    return at
