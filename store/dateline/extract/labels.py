"""Labels: the place a name holds in its clause, by the words before and after it and by its ending."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon
from dateline.extract.names import Reading
from dateline.extract.partitives import before_partitive
from dateline.packs import Noun
from dateline.text.fold import fold
from dateline.text.tokens import Token

#: how many words a marker may have
LONGEST_MARKER = 4
#: the labels of a word that says whose something is, wherever that stands: "ait"
BELONGING: Labels = frozenset({"to", "object", "of"})
PLURAL = ("lar", "ler")
LONGEST_OWNED = 9  # tokens from such a word to the comma behind what it owns
LONGEST_NOUN = 2  # a noun and its adjective
#: items of countries and bodies: what belongs to them may stand for them
OWNING = ("country", "capital", "demonym", "organization", "unknown_organization", "ministry", "people", "government")
NOUNS = ("people", "place", "head")
YEAR = 4  # digits
BEFALLS: Labels = frozenset({"to", "against", "about"})


def labels_of(first: int, last: int, final: Item | None, reading: Reading, lexicon: Lexicon) -> Labels:
    """The labels of tokens ``[first, last)``: a word after, a word before, an ending, in this order.

    A mark of the object after a name that has a word before it belongs to the whole phrase, not to the name.
    """
    following = _bare(reading.keys[last : last + LONGEST_MARKER])
    behind = next(
        (found for size in range(len(following), 0, -1) if (found := lexicon.after.get(" ".join(following[:size])))),
        NO_LABELS,
    )
    if behind and "object" not in behind:
        return behind
    if behind >= BELONGING and _owner_acts(last, reading):
        return NO_LABELS
    at = first
    while at > 0 and (key := reading.keys[at - 1].rstrip("'")) in lexicon.articles and key not in lexicon.before:
        at -= 1
    while at > 1 and _is_count(reading.tokens[at - 1]) and reading.keys[at - 2].rstrip("'") in lexicon.before:
        at -= 1  # "a 5 funzionari georgiani", but "In 2022 | Albania"
    at = before_partitive(at, reading.keys, lexicon.pack)
    leading = _bare(reading.keys[max(at - LONGEST_MARKER, 0) : at])
    for start in range(len(leading)):
        if found := lexicon.before.get(" ".join(leading[start:])):
            return found | _of_noun(at - len(leading) + start, final, reading, lexicon) if "of" in found else found
    articled = reading.keys[first].rstrip("'") in lexicon.articles  # "In una nota | il Pentagono"
    second = reading.keys[first - 2].rstrip("'") if first >= 2 and not articled else ""
    if final is not None and final.kind == "demonym" and (shared := _of_described(first, second, reading, lexicon)):
        return shared
    if second in lexicon.articles and _common(reading, first - 1, lexicon):
        return labels_of(first - 2, last, None, reading, lexicon)  # "by the lawyer X", "con il collega X"
    if "of" in lexicon.before.get(second, NO_LABELS) and _common(reading, first - 1, lexicon):
        return lexicon.before[second]  # "della missione X"
    return behind or final.labels if final and final.last == last else NO_LABELS


def _is_count(token: Token) -> bool:
    """A number that counts what follows, not a year."""
    return token.kind == "number" and not (len(token.text) == YEAR and token.text.isdigit())


def _of_described(first: int, second: str, reading: Reading, lexicon: Lexicon) -> Labels:
    """What befalls somebody's things befalls him: "contro la base | americana", "contro obiettivi | russi"."""
    if lexicon.pack.language.modifies != "after" or lexicon.pack.language.order != "verb-middle" or first < 2:
        return NO_LABELS
    things = {at for item in reading.items if item.kind in NOUNS for at in range(item.first, item.last)}
    if not (first - 1 in things or _common(reading, first - 1, lexicon)):
        return NO_LABELS
    at = first - 2 if second in lexicon.articles and second not in lexicon.before else first - 1
    leading = _bare(reading.keys[max(at - LONGEST_MARKER, 0) : at])
    found = (lexicon.before.get(" ".join(leading[start:])) for start in range(len(leading)))
    labels = next((labels for labels in found if labels), NO_LABELS)
    befalls = BEFALLS - {"to"} if first - 1 in things else BEFALLS  # "al confine ucraino" only says where
    return labels | {"whose"} if labels & befalls and not labels & {"of", "at"} else NO_LABELS


def _of_noun(at: int, final: Item | None, reading: Reading, lexicon: Lexicon) -> Labels:
    """The labels of the noun that a name behind "of" owns: "contro una postazione | dell'Unifil", "ai vertici | di X".

    People and places share all of their labels with whose they are, other nouns only those of what befalls them; and
    what befalls somebody's belongings does not befall him.
    """
    if lexicon.pack.language.order != "verb-middle" or final is None or final.kind not in OWNING:
        return NO_LABELS
    nouns = {place: item for item in reading.items if item.kind in NOUNS for place in range(item.first, item.last)}
    begin, acts = at, {trigger.head for trigger in reading.triggers if isinstance(trigger.entry, Noun)}
    while begin > 0 and at - begin < LONGEST_NOUN:
        if not (begin - 1 in nouns or begin - 1 in acts or _common(reading, begin - 1, lexicon)):
            break
        begin -= 1
    articled = begin > 0 and reading.keys[begin - 1].rstrip("'") in lexicon.articles
    bare = {fold(word) for word in lexicon.pack.grammar.melted}
    while begin < at and begin > 0 and reading.keys[begin - 1].rstrip("'") in lexicon.articles - set(lexicon.before):
        begin -= 1
    leading = _bare(reading.keys[max(begin - LONGEST_MARKER, 0) : begin])
    for start in range(len(leading) if begin < at else 0):
        if found := lexicon.before.get(" ".join(leading[start:])):
            if not articled and leading[-1] in bare:
                return NO_LABELS  # "in nome | dell'Ue", "a causa | della Russia"
            shared = nouns.keys() & range(begin, at)
            return found - {"at", "of"} if shared else found & BEFALLS
    return NO_LABELS


def _bare(keys: Sequence[str]) -> list[str]:
    """Words without the apostrophe of an elision."""
    return [key.rstrip("'") for key in keys]


def _owner_acts(last: int, reading: Reading) -> bool:
    """What belongs to a name is the subject: small words up to a comma, "Çin'e ait iki gemi, …"."""
    at = last + 1
    while at < len(reading.tokens) and at - last < LONGEST_OWNED and reading.tokens[at].text[0] != ",":
        token = reading.tokens[at]
        if token.text[0].isupper():
            break
        if token.kind == "mark" or any(trigger.head == at for trigger in reading.triggers):
            return False
        at += 1
    if at < len(reading.tokens) and at > last + 1 and reading.tokens[at].text[0].isupper():
        return reading.keys[at - 1].endswith(PLURAL)  # "Wagner'e bağlı birlikler | Mali'de …"
    return last + 1 < at < len(reading.tokens) and reading.tokens[at].text == ","


def _common(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """A noun that says what the person after it is, in a language whose names have capitals."""
    token = reading.tokens[at]
    if lexicon.pack.language.order != "verb-middle" or token.kind != "word" or not token.text[0].islower():
        return False
    if any(trigger.first <= at < trigger.last for trigger in reading.triggers):
        return False
    named = any(item.first <= at < item.last and item.kind != "head" for item in reading.items)
    return token.key not in lexicon.small and not named
