"""Described nouns: participles that tell of the noun behind them, and plurals that look like verbs.

"for detained citizens", "let injured civilians leave", "12 wounded soldiers", "to investigate abuses": where a past
tense looks like a participle, such a word would make an act of whoever stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.lexicon import Lexicon
from dateline.extract.triggers import Trigger, entry_type
from dateline.packs import Say, Verb
from dateline.text.fold import fold
from dateline.text.tokens import Token

if TYPE_CHECKING:
    from dateline.extract.clauses import Frame

PARTICIPLE = frozenset({"participle", "past"})
PRESENT = frozenset({"present"})
BEHIND = 2  # tokens from a participle to whoever did it
#: acts that a participle tells of a nameless group, by whoever is behind it
BACKING = frozenset({"SUPPORT", "AID"})
FAR_OBJECT = 4  # tokens from a verb to the noun that a participle describes


def without_described(triggers: Sequence[Trigger], tokens: Sequence[Token], lexicon: Lexicon) -> list[Trigger]:
    """The triggers without those that describe a noun or are one, where adjectives stand before their nouns."""
    language = lexicon.pack.language
    if language.order != "verb-middle" or language.modifies != "before":
        return list(triggers)
    numbers = {fold(word) for word in lexicon.pack.dates.numbers}
    verbs = {trigger.last for trigger in triggers if "noun" not in trigger.reading}
    acts = {found.head for found in triggers if isinstance(found.entry, Verb) and "noun" not in found.reading}
    acts -= {trigger.head for trigger in triggers if isinstance(trigger.entry, Say)}
    struck = min((trigger.last for trigger in triggers if entry_type(trigger.entry) == "ASSAULT"), default=len(tokens))
    return [
        trigger
        for trigger in triggers
        if not _describes(trigger, tokens, verbs, acts, numbers, lexicon) and not _tells_toll(trigger, tokens, struck)
    ]


def _tells_toll(trigger: Trigger, tokens: Sequence[Token], struck: int) -> bool:
    """ "…, killing 12" behind an attack tells what it did; ``struck`` is the token behind the sentence's first one."""
    toll = trigger.reading == frozenset({"while"}) and entry_type(trigger.entry) == "ASSAULT"
    return toll and struck < trigger.first and tokens[trigger.first - 1].text == ","


def _describes(
    trigger: Trigger, tokens: Sequence[Token], verbs: set[int], acts: set[int], numbers: set[str], lexicon: Lexicon
) -> bool:
    at = trigger.head
    if at == 0 or trigger.first != at:
        return False
    before = tokens[at - 1]
    if trigger.reading == PRESENT and tokens[at].text[0].islower():  # "investigate abuses", "amid threats"
        led = at > 1 and tokens[at - 2].key in lexicon.pack.grammar.before.get("to", ())
        led = led or (before.text[0].islower() and at + 1 < len(tokens) and tokens[at + 1].key.endswith("ed"))
        led = led or any(_describing(tokens[place], lexicon) for place in range(max(0, at - 2), at))
        return led or at in verbs or (before.kind == "word" and before.key in lexicon.before)
    if tokens[at].key in lexicon.articles and (at in verbs or before.key in lexicon.before):
        return True  # "told visiting Chancellor X"
    if not trigger.reading >= PARTICIPLE:
        return False
    if before.kind == "word" and before.key in lexicon.before and "by" not in lexicon.before[before.key]:
        return True
    if isinstance(trigger.entry, Verb) and _reduced(at, trigger.entry.type, tokens, acts, lexicon):
        return True
    if _accuses(trigger) and at + 1 < len(tokens) and "of" in lexicon.before.get(tokens[at + 1].key, ()):
        return True  # "nationals accused of running scams"
    counted = before.kind == "number" or before.key in numbers
    return (counted or at in verbs) and _plain(at + 1, tokens, lexicon)


def _reduced(at: int, type_: str, tokens: Sequence[Token], acts: set[int], lexicon: Lexicon) -> bool:
    """A participle right behind the object of a verb, before a preposition: "freed pupils kidnapped from a school"."""
    if at + 1 >= len(tokens) or not _plain(at - 1, tokens, lexicon):
        return False
    leads = lexicon.before.get(tokens[at + 1].key, frozenset())
    if "by" in leads and type_ in BACKING:
        return True  # "a group backed by Iran": whoever that is
    if not leads or "by" in leads:  # "a deal brokered by Qatar" tells who did it
        return False
    for place in range(at - 2, max(-1, at - 2 - FAR_OBJECT), -1):
        if place in acts:
            return True
        if tokens[place].kind == "mark" or tokens[place].key in lexicon.joins or tokens[place].text[0].isupper():
            return False
    return False


def _accuses(trigger: Trigger) -> bool:
    """A word that cannot do without whom it accuses: where nobody follows, somebody before it is accused."""
    entry = trigger.entry
    if isinstance(entry, Say):
        return entry.english == "accused"
    return isinstance(entry, Verb) and entry.type == "ACCUSE" and "object" in entry.target


def _describing(token: Token, lexicon: Lexicon) -> bool:
    """A participle before a noun: "ignoring distress calls", "repeated threats"."""
    ending = token.kind == "word" and token.key.endswith(("ing", "ed")) and token.text[0].islower()
    return ending and token.key not in lexicon.small


def _plain(at: int, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """A noun in small letters."""
    if at >= len(tokens) or tokens[at].kind != "word" or not tokens[at].text[0].islower():
        return False
    key = tokens[at].key
    return not (key in lexicon.small or key in lexicon.before or key in lexicon.articles or key.endswith("ly"))


def is_undergone(verb: Trigger, noun: Trigger) -> bool:
    """The verb of a noun is a passive, or a participle right behind it: "an attack claimed by the rebels"."""
    behind = verb.first == verb.head and 0 <= verb.first - noun.last <= 1
    return "passive" in verb.reading or (behind and "participle" in verb.reading)


def as_told(trigger: Trigger, frame: Frame, keys: Sequence[str], lexicon: Lexicon) -> Trigger | None:
    """A participle that may be a past tense as what it is: a passive where its doer stands right behind it.

    None where it is nobody's that the words name: "gettato a terra".
    """
    whole = trigger.head == trigger.last - 1  # the request of "rejected a request by Iceland" is Iceland's
    behind = [
        group
        for group in frame.groups
        if "by" in group.labels
        and 0 <= group.first - trigger.last <= BEHIND
        and all(
            key.rstrip("'") in lexicon.small for key in keys[trigger.last : group.first]
        )  # "condemned attacks by X"
    ]
    if "past" in trigger.reading and not (behind and whole):  # "attacked": the past tense too
        return trigger._replace(reading=trigger.reading - {"participle"})
    if not frame.group("by"):
        return None
    return trigger._replace(reading=trigger.reading - {"participle"} | {"past", "passive"})
