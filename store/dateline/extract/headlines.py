"""Nouns of happening without a verb of their own, where nouns take endings and the verb stands last.

"İsrail'den Lübnan'a hava saldırısı: 7 ölü" is a headline: who acts stands in the "from", whom it concerns in the "to",
and nothing follows. "Macron'un düzenlediği zirvede", "ertelenen ziyaret": the verb stands before its noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.extract.status import is_supposed
from dateline.extract.triggers import Carrier, Trigger
from dateline.model import Status
from dateline.packs import Noun, Pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence
    from dateline.extract.groups import Group

#: acts that come "from" somebody in a headline
FROM = frozenset({"ASSAULT", "SANCTION", "AID", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "CONSULT", "REJECT"})
#: of these, acts that may leave out to whom
ALONE = frozenset({"REQUEST", "ACCUSE", "REJECT"})
SAYS: dict[str, Status] = {"happen": "occurred", "do": "occurred", "plan": "planned", "cancel": "denied"}
UNREAL = frozenset({"future", "would", "if", "not", "must", "infinitive"})
BESIDE = 1  # tokens from a relative clause's verb to its noun
FUTURE = frozenset({"future"})
OPEN_ENDS = (":", "!", "|", "…", ";")


def is_headline(sentence: Sentence, trigger: Trigger) -> bool:
    """The noun closes a line without a verb, or all that stands before a colon."""
    language = sentence.lexicon.pack.language
    tokens = sentence.reading.tokens
    if not isinstance(trigger.entry, Noun) or language.order != "verb-last" or not language.inflects:
        return False
    ends = trigger.last >= len(tokens) or tokens[trigger.last].text in OPEN_ENDS
    return ends and all(isinstance(other.entry, Noun) for other in sentence.triggers if other.head < trigger.first)


def sender(sentence: Sentence, trigger: Trigger, near: Sequence[Group]) -> Group | None:
    """Who acts in a headline: "Rusya'dan Ukrayna'ya saldırı"; None where the words are none."""
    entry = trigger.entry
    if not isinstance(entry, Noun) or entry.type not in FROM or not is_headline(sentence, trigger):
        return None
    source = next((group for group in near if "from" in group.labels and group.last <= trigger.first), None)
    aimed = any(group.labels & set(entry.target) for group in near if group is not source)
    return source if source is not None and (aimed or entry.type in ALONE) else None


def told_before(sentence: Sentence, trigger: Trigger, carrier: Trigger | None) -> Status | None:
    """The status that a verb right before the noun gives it: "düzenlenen saldırıda", "ertelenen ziyaret"."""
    if carrier is None or carrier.head >= trigger.head or not isinstance(carrier.entry, Carrier):
        return None
    if is_supposed(carrier, sentence.reading, sentence.triggers, sentence.lexicon.pack):
        return None  # "non è chiaro se abbia firmato l'accordo"
    if (
        "past" in carrier.reading
        and "not" not in carrier.reading
        and carrier.entry.says not in ("plan", "cancel", "deny", "ask", "ready")
    ):
        return "occurred"  # "Lavrov'la yaptığı görüşmede"
    if trigger.first - carrier.last > BESIDE:
        return None
    real = not carrier.reading & (UNREAL - FUTURE)
    if carrier.entry.says in ("happen", "do") and "future" in carrier.reading and real:
        return "planned"  # "yapacağı ziyaret"
    if "who" not in carrier.reading or carrier.reading & UNREAL:
        return None
    return SAYS.get(carrier.entry.says)


def goal(entry: Noun, trigger: Trigger, near: Sequence[Group], pack: Pack) -> Group | None:
    """Where a visit goes, by the bare name right before its noun: "Scholz'un Pekin ziyareti"."""
    if entry.mode != "visit" or pack.language.order != "verb-last" or not pack.language.inflects:
        return None
    return next((group for group in near if group.last == trigger.first and not group.labels), None)
