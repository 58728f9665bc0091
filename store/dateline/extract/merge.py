"""One happening told several times is one event with several spans."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from dateline.model import MUTUAL_TYPES, Event, Span
from dateline.packs import knowledge


def merge_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events of the same type, parties and status whose dates, places and modes do not contradict, as one each."""
    merged: list[Event] = []
    told: list[set[Span]] = []  # where each is told, kept apart: that may be a thousand times
    kinds: dict[Hashable, list[int]] = {}
    for event in events:
        alike = kinds.setdefault(_kind(event), [])
        at = next((at for at in alike if _same(merged[at], event)), None)
        if at is None:
            alike.append(len(merged))
            merged.append(event)
            told.append(set(event.spans))
        else:
            merged[at] = _joined(merged[at], event)
            told[at].update(event.spans)
    return tuple(event._replace(spans=tuple(sorted(spans))) for event, spans in zip(merged, told, strict=True))


def _kind(event: Event) -> Hashable:
    """What all tellings of one happening share."""
    source, target = frozenset(event.source), frozenset(event.target)
    return event.type, event.status, source | target if event.type in MUTUAL_TYPES else (source, target)


def _same(one: Event, other: Event) -> bool:
    """Whether two events of one kind are one."""
    told = {one.rule, other.rule}
    gathering = one.type in MUTUAL_TYPES or one.type == "PROTEST"  # they met and spoke, they marched and chanted
    if not gathering and len(told) > 1 and all(rule.startswith("verb") for rule in told):
        return False  # "bombed" and "looted" are two acts; a noun tells again what a verb told
    return all(_agree(getattr(one, name), getattr(other, name)) for name in ("date", "mode")) and bool(
        _place(one, other)
    )


def _place(one: Event, other: Event) -> tuple[str | None] | None:
    """The narrower of two places, "Istanbul" and "Turkey", in a tuple of one; None where they are two."""
    first, second = one.place, other.place
    if _agree(first, second):
        return (max(first or "", second or "", key=len) or None,)
    for narrow, wide in ((first, second), (second, first)):
        if narrow and wide and (narrow.endswith(f" {wide}") or _country(narrow) == wide):
            return (narrow,)
    return None


def _country(place: str) -> str | None:
    """The English name of the country that a town, region or capital lies in."""
    code = knowledge.country_of(place)
    countries = knowledge.countries()
    if code is not None:
        return countries[code].name if code in countries else None
    return next((country.name for country in countries.values() if country.capital == place), None)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _joined(one: Event, other: Event) -> Event:
    """The telling that knows more leads; what it lacks comes from the other, but for where it is told."""
    lead, rest = (other, one) if _knows(other) > _knows(one) else (one, other)
    return lead._replace(
        mode=lead.mode or rest.mode,
        date=lead.date or rest.date,
        date_text=lead.date_text or rest.date_text,
        place=(_place(lead, rest) or (lead.place,))[0],
        duration_minutes=lead.duration_minutes or rest.duration_minutes,
        sure=lead.sure or rest.sure,
        inferred=tuple(actor for actor in lead.inferred if actor in rest.inferred),
    )


def _knows(event: Event) -> int:
    return (
        4 * (not event.inferred)
        + 2 * bool(event.date)
        + bool(event.place)
        + bool(event.mode)
        + bool(event.duration_minutes)
    )
