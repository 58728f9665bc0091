"""Date phrases that name the same day side by side, made one: "۱۰ ژانویه ۲۰۲۲ (۲۰ دی)", "Tuesday, 12 March"."""

from __future__ import annotations

from dateline.text.anchor import NOTHING, Anchor, Reading, parse_day
from dateline.text.daterow import Phrase, Row

_BETWEEN = frozenset({"", ",", "،", "(", ",(", "،(", "|", "-", "–", "—", "/", "["})


def joined_phrases(row: Row, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases that name one day side by side, made one."""
    joined: list[Phrase] = []
    for phrase in phrases:
        joined.append(phrase)
        while len(joined) > 1 and (one := _one_of_two(row, joined[-2], joined[-1])):
            joined[-2:] = [one]
    return joined


def _one_of_two(row: Row, one: Phrase, two: Phrase) -> Phrase | None:
    between = row.text[row.tokens[one.after - 1].end : row.tokens[two.first].start]
    between = "".join(between.split())
    if between not in _BETWEEN or {one.kind, two.kind} & {"vague", "year"}:
        return None
    bracket = between.endswith(("(", "["))
    after = two.after
    if bracket:
        after = row.skip(after, 1)
        if after >= len(row.tokens) or row.tokens[after].text not in ")]":
            return None
        after += 1
    reading = _agreed(row, one, two, beside=between in ("", ",", "،") or bracket)
    if reading is None:
        return None
    kind = "date" if "date" in (one.kind, two.kind) else one.kind
    yearless = None if reading.value else one.yearless or two.yearless
    return Phrase(one.first, after, reading, kind, yearless)


def _agreed(row: Row, one: Phrase, two: Phrase, *, beside: bool) -> Reading | None:
    """The reading that both phrases share, None where they name two days."""
    first, second = _by_each_other(row, one, two), _by_each_other(row, two, one)
    if first.value is not None and first.value == second.value:
        return Reading(first.value)
    if (one.kind == "date") == (two.kind == "date"):
        known = [reading for reading in (first, second) if reading.value]
        calendars = {bool(phrase.yearless and phrase.yearless[2]) for phrase in (one, two)}
        same_kind = one.kind == "date" and len(calendars) < 2
        return None if same_kind or len(known) == 2 or not beside else (known[0] if known else NOTHING)
    if not beside:
        return None
    dated = first if one.kind == "date" else second  # a stated date outweighs a weekday or a relative word
    other = second if one.kind == "date" else first
    if dated.value is not None and len(dated.value) < 10:
        return None
    return Reading(dated.value) if dated.value else other


def _by_each_other(row: Row, phrase: Phrase, other: Phrase) -> Reading:
    """A yearless phrase worked out from the day that the other one names."""
    told = parse_day(other.reading.value)
    if phrase.yearless is None or told is None:
        return phrase.reading
    month, day, solar = phrase.yearless
    return Anchor(None, told).yearless(month, day, solar=solar)
