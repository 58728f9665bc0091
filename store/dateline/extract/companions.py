"""Companions: "together with Mali, Niger left the bloc" is an act of both, where the verb stands in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.extract.clauses import Frame
from dateline.extract.groups import Group, words_of
from dateline.extract.triggers import Trigger
from dateline.packs import Verb

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

WITH = frozenset({"with"})


def with_companions(frame: Frame, trigger: Trigger, entry: Verb, sentence: Sentence) -> Frame:
    """The frame, with those named "with" the subject before the verb acting too, unless both sides do the same.

    Whoever stands so before "met" or "agreed" is whom the subject met or agreed with.
    """
    if entry.mutual or frame.subject is None or frame.borrowed:
        return frame
    joins = words_of(sentence.lexicon.pack).joins
    beside = [
        group
        for group in frame.groups
        if group.labels == WITH and group.last <= trigger.first and group.actors
        # "… its border with Somalia, and Uganda condemned": that clause is over
        if not joins & {*sentence.reading.keys[group.last : frame.subject.first]}
        if _opens(group, sentence)
    ]
    if not beside:
        return frame
    parties = tuple(party for group in (frame.subject, *beside) for party in group.parties)
    rest = tuple(group for group in frame.groups if group not in beside)
    return frame._replace(subject=Group(parties, frame.subject.labels), groups=rest)


def _opens(group: Group, sentence: Sentence) -> bool:
    """No noun stands before the "with" that it would belong to: "in a call with X, Y asked"."""
    keys, lexicon = sentence.reading.keys, sentence.lexicon
    at = group.first
    while at and keys[at - 1].rstrip("'") in lexicon.articles:
        at -= 1
    at -= next((size for size in (3, 2, 1) if " ".join(keys[max(0, at - size) : at]) in lexicon.before), 0)
    return at < 1 or sentence.reading.tokens[at - 1].kind == "mark" or keys[at - 1] in lexicon.small
