"""Labels: the place a name holds in its clause, by the words before and after it and by its ending."""

from __future__ import annotations

from dateline.extract.lexicon import NO_LABELS, Item, Labels, Lexicon
from dateline.extract.names import Reading

#: how many words a marker may have
LONGEST_MARKER = 4


def labels_of(first: int, last: int, final: Item | None, reading: Reading, lexicon: Lexicon) -> Labels:
    """The labels of tokens ``[first, last)``: a word after, a word before, an ending, in this order.

    A mark of the object after a name that has a word before it belongs to the whole phrase, not to the name.
    """
    keys = [key.rstrip("'") for key in reading.keys]
    behind = next(
        (
            found
            for size in range(LONGEST_MARKER, 0, -1)
            if (found := lexicon.after.get(" ".join(keys[last : last + size])))
        ),
        NO_LABELS,
    )
    if behind and "object" not in behind:
        return behind
    at = first
    while at > 0 and (keys[at - 1] in lexicon.articles and keys[at - 1] not in lexicon.before):
        at -= 1
    for size in range(LONGEST_MARKER, 0, -1):
        if at - size >= 0 and (found := lexicon.before.get(" ".join(keys[at - size : at]))):
            return found
    if first >= 2 and keys[first - 2] in lexicon.articles and _common(reading, first - 1, lexicon):
        return labels_of(first - 2, last, None, reading, lexicon)  # "by the lawyer X", "con il collega X"
    if first >= 2 and "of" in lexicon.before.get(keys[first - 2], NO_LABELS) and _common(reading, first - 1, lexicon):
        return lexicon.before[keys[first - 2]]  # "della missione X"
    return behind or final.labels if final and final.last == last else NO_LABELS


def _common(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """A noun that says what the person after it is, in a language whose names have capitals."""
    token = reading.tokens[at]
    if lexicon.pack.language.order != "verb-middle" or token.kind != "word" or not token.text[0].islower():
        return False
    if any(trigger.first <= at < trigger.last for trigger in reading.triggers):
        return False
    return token.key not in lexicon.small and not any(item.first <= at < item.last for item in reading.items)
