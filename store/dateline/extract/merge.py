"""One happening told several times is one event with several spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.model import MUTUAL_TYPES, Event, Status

#: when two tellings disagree, the more definite one wins
_DEFINITE: tuple[Status, ...] = ("occurred", "denied", "ongoing", "conditional", "planned")


def merge_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events of the same type, parties and status whose dates, places and modes do not contradict, as one each."""
    merged: list[Event] = []
    for event in events:
        for at, other in enumerate(merged):
            if _same(other, event):
                merged[at] = _joined(other, event)
                break
        else:
            merged.append(event)
    return tuple(merged)


def _same(one: Event, other: Event) -> bool:
    if one.type != other.type or one.status != other.status:
        return False
    told = {one.rule, other.rule}
    if one.type not in MUTUAL_TYPES and len(told) > 1 and all(rule.startswith("verb") for rule in told):
        return False  # "bombed" and "looted" are two acts; a noun tells again what a verb told
    if one.type in MUTUAL_TYPES:
        alike = {*one.source, *one.target} == {*other.source, *other.target}
    else:
        alike = set(one.source) == set(other.source) and set(one.target) == set(other.target)
    return alike and all(_agree(getattr(one, name), getattr(other, name)) for name in ("date", "place", "mode"))


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _joined(one: Event, other: Event) -> Event:
    """The telling that knows more leads; what it lacks comes from the other."""
    lead, rest = (other, one) if _knows(other) > _knows(one) else (one, other)
    return replace(
        lead,
        mode=lead.mode or rest.mode,
        date=lead.date or rest.date,
        date_text=lead.date_text or rest.date_text,
        place=lead.place or rest.place,
        duration_minutes=lead.duration_minutes or rest.duration_minutes,
        sure=lead.sure or rest.sure,
        inferred=tuple(actor for actor in lead.inferred if actor in rest.inferred),
        spans=tuple(sorted({*lead.spans, *rest.spans})),
    )


def _knows(event: Event) -> int:
    return (
        4 * (not event.inferred)
        + 2 * bool(event.date)
        + bool(event.place)
        + bool(event.mode)
        + bool(event.duration_minutes)
    )
