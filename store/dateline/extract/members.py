"""Members of a list of happenings: "talks of A on Monday, a summit of B on Friday and a council of C are planned".

Each has its own parties, date and words, though one verb tells of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.groups import words_of
from dateline.extract.triggers import Trigger
from dateline.model import Span
from dateline.packs import Noun

if TYPE_CHECKING:
    from dateline.extract.context import Sentence


def member(sentence: Sentence, trigger: Trigger) -> Span:
    """The tokens of the list's member that a noun of happening opens, or those of the whole sentence.

    Where nouns take endings the parties stand before them: no list is told apart there.
    """
    first, last = 0, len(sentence.reading.tokens)
    held = isinstance(trigger.entry, Noun) or "passive" in trigger.reading  # "… and a summit is held"
    if sentence.lexicon.pack.language.inflects or not held:
        return first, last
    level = sentence.quote_of(trigger.head)
    nouns = [
        t
        for t in sentence.triggers
        if (t is trigger or isinstance(t.entry, Noun)) and sentence.quote_of(t.head) == level
    ]
    if trigger not in nouns:
        return first, last
    at = nouns.index(trigger)
    if at and _listed(sentence, nouns[at - 1], trigger):
        first = trigger.first
    if at + 1 < len(nouns) and _listed(sentence, trigger, nouns[at + 1]):
        first, last = trigger.first, nouns[at + 1].first - 1
    return first, last


def member_words(sentence: Sentence, trigger: Trigger) -> Span | None:
    """The words of a member, the last one with the verb of all; None where there is no list."""
    tokens = sentence.reading.tokens
    first, last = member(sentence, trigger)
    if (first, last) == (0, len(tokens)):
        return None
    verbs = [t.last for t in sentence.triggers if not isinstance(t.entry, Noun) and t.head >= trigger.last]
    last = max(trigger.last, min([last, *verbs]))
    while last > trigger.last and tokens[last - 1].kind == "mark" and tokens[last - 1].text not in ")»":
        last -= 1
    return tokens[first].start, tokens[last - 1].end


def _listed(sentence: Sentence, one: Trigger, other: Trigger) -> bool:
    """A word that joins stands between two nouns, and parties of the first behind it, but no verb."""
    keys = sentence.reading.keys
    at = other.first - 1
    while at > one.last and keys[at].rstrip("'") in sentence.lexicon.articles:
        at -= 1
    between = range(one.last, at)
    return (
        keys[at] in words_of(sentence.lexicon.pack).joins | {",", "،"}
        and any(group.actors and group.first in between for group in sentence.groups)
        and not any(verb.head in between and not isinstance(verb.entry, Noun) for verb in sentence.triggers)
    )
