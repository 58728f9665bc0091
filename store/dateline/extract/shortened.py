"""Shortened names: "the party", "the agency", "the ministry" for the body of that kind that the article named last.

Where names take no endings and adjectives stand before their nouns: an article stands before the bare noun, nothing
that would make it another's behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import Item, Lexicon, Meaning
from dateline.extract.names import Reading
from dateline.extract.phrase import Phrase
from dateline.text.fold import fold

BODIES = ("organization", "unknown_organization", "ministry")
SHORT = "short"  # the kind of such a name; its ref is where the full one stands


def with_short_names(
    phrases: Sequence[Sequence[Phrase]], readings: Sequence[Reading], lexicon: Lexicon
) -> list[list[Phrase]]:
    """The phrases of all sentences with those that are only the noun of a body named before."""
    language = lexicon.pack.language
    if language.modifies != "before" or language.order != "verb-middle" or language.inflects:
        return [list(own) for own in phrases]
    named: dict[str, Item] = {}
    found: list[list[Phrase]] = []
    for own, reading in zip(phrases, readings, strict=True):
        bodies = [phrase.name for phrase in own if phrase.office is None and phrase.name and phrase.name.kind in BODIES]
        short: list[Phrase] = []
        for item in reading.items:
            while bodies and bodies[0].last <= item.first:
                body = bodies.pop(0)
                named |= dict.fromkeys(_heads(body, reading, lexicon), body)
            if phrase := _short(item, own, named, reading, lexicon):
                short.append(phrase)
        own = [_owned(phrase, named, reading) for phrase in own]
        for body in bodies:
            named |= dict.fromkeys(_heads(body, reading, lexicon), body)
        found.append(sorted([*own, *short], key=lambda phrase: phrase.first))
    return found


def _short(
    item: Item, own: Sequence[Phrase], named: dict[str, Item], reading: Reading, lexicon: Lexicon
) -> Phrase | None:
    """The phrase for an item that is nothing but the noun of a body."""
    keys, key = reading.keys, " ".join(reading.keys[item.first : item.last])
    if item.meaning("head", "ministry") is None or key not in named or item.first == 0:
        return None
    if any(phrase.first < item.last and item.first < phrase.last and not _bare(phrase) for phrase in own):
        return None
    counts = {fold(word) for word in lexicon.pack.dates.numbers}
    definite = keys[item.first - 1] in lexicon.articles - counts
    if not definite or not _closes(item.last, reading, lexicon):
        return None
    full = named[key]
    meaning = Meaning(SHORT, f"{full.start} {full.end}")
    return Phrase(item.first, item.last, name=item._replace(meanings=(meaning,)), labels=item.labels)


def _owned(phrase: Phrase, named: dict[str, Item], reading: Reading) -> Phrase:
    """ "The commission's trade spokesman": the office is that of the body named last."""
    if phrase.office is None or not any(item.kind == "head" for item in phrase.owners):
        return phrase
    heads = [named.get(reading.tokens[item.last - 1].stem_key) for item in phrase.owners if item.kind == "head"]
    others = [item for item in phrase.owners if item.kind != "head"]
    return phrase._replace(owners=(*others, *(item for item in heads if item is not None)))


def _bare(phrase: Phrase) -> bool:
    """A ministry without its country."""
    return phrase.name is not None and phrase.name.kind == "ministry" and not phrase.owners


def _closes(at: int, reading: Reading, lexicon: Lexicon) -> bool:
    """The noun phrase ends: no noun, name or owner goes on."""
    if at >= len(reading.tokens) or reading.tokens[at].kind == "mark":
        return True
    key = reading.keys[at].rstrip("'")
    if "of" in lexicon.before.get(key, ()):
        return False
    verb = any(trigger.first <= at < trigger.last for trigger in reading.triggers)
    return verb or key in lexicon.small or key in lexicon.before


def _heads(item: Item, reading: Reading, lexicon: Lexicon) -> list[str]:
    """The nouns of a body: those in its name, or in small letters right before it; the word for any ministry."""
    nouns = {fold(head) for head in lexicon.pack.offices_more.organisation_heads}
    keys = [key.rstrip("'") for key in reading.keys]
    return [key for key in (*keys[max(0, item.first - 1) : item.first], *keys[item.first : item.last]) if key in nouns]
