"""Resumed subjects: whose a verb is that ", and" joins to a sentence, where verbs stand in the middle.

"Latvia accused a crew of the attack that shut its hospitals, and expelled two diplomats": Latvia did, whoever acted in
the clauses between.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.extract.groups import Group
from dateline.extract.triggers import Trigger
from dateline.packs import Noun, Say

if TYPE_CHECKING:
    from dateline.extract.clauses import Frame
    from dateline.extract.context import Sentence

#: readings of verbs that hang on another one: "of spying"
HANGING = frozenset({"aim", "infinitive", "noun"})
#: readings of verbs inside the clause of another one
INSIDE = frozenset({"noun", "infinitive", "that", "who"})
FINITE = frozenset({"past", "present", "future"})
NEAR_VERB = 1  # tokens from a doer to its verb
NEAR_SAYING = 4  # tokens from a verb of saying to the pronoun


def resumed(
    at: int,
    keys: Sequence[str],
    subjects: Mapping[int, Group | None],
    skipped: Collection[int],
    joins: Collection[str],
    opening: Collection[str],
) -> Group | None:
    """The doer of the main clause for a verb whose form starts at ``at``, or None where no ", and" stands before it.

    ``subjects`` are those of the verbs before, by their heads, ``skipped`` the heads of relative clauses; a clause that
    one of the ``opening`` words opens is no main clause.
    """
    if at < 2 or keys[at - 1] not in joins or keys[at - 2] != ",":
        return None
    for head in sorted(subjects):
        group = subjects[head]
        if head >= at or head in skipped or group is None or not group.actors or group.last > head:
            continue
        before = [key.rstrip("'") for key in keys[max(0, group.first - 2) : group.first]]
        if not any(key in opening for key in before):
            return group
    return None


def told_of(trigger: Trigger, subject: Group, triggers: Sequence[Trigger], frame: Callable[[Trigger], Frame]) -> Group:
    """Whom "they" means behind a verb of saying: the body or the several that say what they do.

    "The Houthis said they had targeted a ship": ``frame`` tells who stands around the verb of saying.
    """
    if not all(party.phrase.kind == "pronouns" for party in subject.parties):
        return subject
    before = [
        verb for verb in triggers if isinstance(verb.entry, Say) and 0 <= subject.first - verb.last <= NEAR_SAYING
    ]
    speaker = frame(before[-1]).subject if before and before[-1].head != trigger.head else None
    fits = speaker is not None and (len(speaker.actors) > 1 or (bool(speaker.actors) and _is_body(speaker)))
    return speaker if speaker is not None and fits else subject


def _is_body(group: Group) -> bool:
    return all(party.phrase.kind not in ("person", "unknown", "surname", "office") for party in group.parties)


def past_aside(
    trigger: Trigger, verbs: Sequence[Trigger], keys: Sequence[str], subjects: Mapping[int, Group | None]
) -> Group | None:
    """Whose a verb is behind an aside: of "Norway, accusing Iceland of spying, closed the border" Norway's again.

    ``verbs`` are those of the sentence, ``subjects`` theirs by their heads.
    """
    if trigger.first == 0 or keys[trigger.first - 1] != ",":
        return None
    before = [verb for verb in verbs if verb.head < trigger.first - 1 and not verb.reading & HANGING]
    aside = before[-1] if before else None
    if aside is None or "while" not in aside.reading or aside.first < 2 or keys[aside.first - 1] != ",":
        return None
    return subjects.get(aside.head) if "," not in keys[aside.last : trigger.first - 1] else None


def without_next_doer(
    after: Sequence[Group], trigger: Trigger, verbs: Sequence[Trigger], keys: Sequence[str], joins: Collection[str]
) -> list[Group]:
    """The groups behind a verb without who does the next one: "the EU pledged ten million and | Japan | sent tents"."""
    verb = next((verb for verb in verbs if verb.head > trigger.head), None)
    if verb is None or "passive" in verb.reading or not verb.reading & FINITE:
        return list(after)
    return [
        group
        for group in after
        if group.labels or verb.first - group.last > NEAR_VERB or group.first == 0 or keys[group.first - 1] not in joins
    ]


def next_doers(trigger: Trigger, sentence: Sentence) -> set[int]:
    """Where those stand in a sentence who do what the next verb tells, by ``without_next_doer``."""
    verbs = [verb for verb in sentence.triggers if not isinstance(verb.entry, Noun)]
    behind = [group for group in sentence.groups if group.first >= trigger.last]
    kept = without_next_doer(behind, trigger, verbs, sentence.reading.keys, sentence.lexicon.joins)
    return {group.first for group in behind} - {group.first for group in kept}


def follows(trigger: Trigger, verbs: Sequence[Trigger], keys: Sequence[str], prepositions: Container[str]) -> bool:
    """Whether a form such as "accusing" hangs on a verb before it, behind a mark or a preposition.

    "Expelled a diplomat, accusing him", "joined Denmark in accusing him": whoever expelled or joined accuses.
    """
    own = [verb for verb in verbs if "finite" in verb.reading or not verb.reading & INSIDE]
    before = [verb.head for verb in own if verb.head < trigger.first]
    if not before:
        return False
    led = before[-1] < trigger.first - 1 and keys[trigger.first - 1] in prepositions
    return led or "," in keys[before[-1] : trigger.first]


def clause_end(trigger: Trigger, sentence: Sentence) -> int:
    """The token of the next verb that stands for itself."""
    later = [
        verb.head
        for verb in sentence.triggers
        if not isinstance(verb.entry, Noun) and verb.head > trigger.head and verb.reading & FINITE
    ]
    return min(later, default=len(sentence.reading.tokens))
