"""Resumed subjects: whose a verb is that ", and" joins to a sentence, where verbs stand in the middle.

"Latvia accused a crew of the attack that shut its hospitals, and expelled two diplomats": Latvia did, whoever acted in
the clauses between.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dateline.extract.groups import Group


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
