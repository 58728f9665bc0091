"""Demands answered: whose the call, offer or charge is that a verb turns down or takes up, where nouns take endings.

"Senato, Tinubu'nun asker gönderme talebini geri çevirdi": the owner of the noun right before the verb, however much
the noun holds between them.
"""

from __future__ import annotations

from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.groups import Group
from dateline.extract.triggers import Trigger, entry_type
from dateline.packs import Noun

ANSWERS = frozenset({"REJECT", "AGREE", "SUPPORT"})
DEMANDS = frozenset({"REQUEST", "ACCUSE", "THREATEN"})


def demander(trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
    """Whose demand an act answers; None where no such noun stands right before its verb or nobody owns it."""
    if not sentence.lexicon.pack.language.inflects or entry_type(trigger.entry) not in ANSWERS:
        return None
    beside = (noun for noun in sentence.triggers if isinstance(noun.entry, Noun) and noun.last == trigger.first)
    noun = next((noun for noun in beside if entry_type(noun.entry) in DEMANDS), None)
    if noun is None:
        return None
    first = frame.subject.last if frame.subject is not None and frame.first <= frame.subject.first else frame.first
    owners = [g for g in sentence.groups if "of" in g.labels and g.actors and first <= g.first and g.last <= noun.first]
    return owners[0] if owners else None
