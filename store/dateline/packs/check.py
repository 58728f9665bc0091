"""What a pack must keep to beyond its tables and keys: event types, labels, codes, words that are words.

``check`` is for packs that come from elsewhere and for the tests; the shipped packs have passed it and are not checked
again at each start.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from dateline.model import EVENT_TYPES, KINDS, MODES, STATUSES
from dateline.packs import LABELS, Conjugation, Noun, Pack, Verb, knowledge
from dateline.packs.shape import PackError

#: what a verb form may say; a reading may use other words where an auxiliary turns them into these
READINGS = (
    "past", "present", "future", "would", "must", "imperative", "infinitive", "noun", "that", "who", "while", "if",
    "aim", "not", "passive", "participle", "base", "finite", "own", "we", "I",
)  # fmt: skip
MARKED = (*LABELS, "at")  # "at" only marks a place
NO_WORD = re.compile(r"[\\^*+?\[\]{}|()]")
#: tables in which such characters may stand: marks of a page, quotation marks, forms with "^" and "*"
ANYTHING = ("sentences", "noise", "conjugation")
READ = re.compile(
    r"(?P<type>[A-Z]+)(?: (?P<mode>[a-z]+))?: (?P<who>[^>]+) > (?P<whom>[^>(]+?)(?: \((?P<status>\w+)\))?"
)
CHOICES = {"order": ("verb-last", "verb-middle"), "modifies": ("before", "after"), "present": ("occurred", "planned")}


def check(pack: Pack, name: str) -> None:
    """Raises PackError where the pack says something that the engine does not know; ``name`` is the file's."""
    for problem in _problems(pack):
        raise PackError(f"{name} {problem}")


def _problems(pack: Pack) -> Iterator[str]:
    for key, known in CHOICES.items():
        yield from _unknown("[language]", key, [getattr(pack.language, key)], known)
    yield from _unknown("[dates]", "numeric_order", [pack.dates.numeric_order], ("dmy", "mdy", ""))
    for side in ("after", "before"):
        yield from _unknown(f"[grammar.{side}]", "label", getattr(pack.grammar, side), MARKED)
    yield from _unknown("[grammar.acts]", "event type", pack.grammar.acts, (*EVENT_TYPES, "any"))
    countries, bodies = knowledge.countries(), knowledge.organisations()
    yield from _unknown("[demonyms]", "country code", pack.demonyms, countries, "those of ISO 3166, like FR")
    places = {*countries, *bodies}
    yield from _unknown("[capitals_extra]", "code", pack.capitals_extra.values(), places, "those of countries, like FR")
    for office in pack.office:
        codes = [office.of] if office.of else []
        yield from _unknown(f"[[office]] {office.office!r}", "of", codes, places, "those of countries, like FR")
    yield from _readings(pack.conjugation)
    for verb in pack.verb:
        yield from _entry(verb)
    for noun in pack.noun:
        yield from _entry(noun)
    for table in pack._fields:
        if table not in ANYTHING:
            yield from _no_words(getattr(pack, table), f"[{table}]")


def _entry(entry: Verb | Noun) -> Iterator[str]:
    noun = isinstance(entry, Noun)
    where = f"[[noun]] {entry.noun!r}" if isinstance(entry, Noun) else f"[[verb]] {entry.verb!r}"
    yield from _unknown(where, "event type", [entry.type], EVENT_TYPES)
    yield from _unknown(where, "mode", [entry.mode] if entry.mode else [], MODES)
    yield from _unknown(where, "status", [entry.status] if entry.status else [], STATUSES)
    yield from _unknown(where, "label in source", entry.source, LABELS)
    yield from _unknown(where, "label in target", entry.target, LABELS)
    yield from _unknown(where, "side in needs", entry.needs, ("source", "target"))
    if isinstance(entry, Verb):
        yield from _unknown(where, "event type in negated", [entry.negated] if entry.negated else [], EVENT_TYPES)
        yield from _unknown(where, "kind in source_is", entry.source_is, KINDS)
        yield from _unknown(where, "kind in target_is", entry.target_is, KINDS)
    if not entry.example.strip():
        yield f"{where}: the example is empty; {'a noun' if noun else 'a verb'} needs a sentence that shows it."
    yield from _reads(entry.reads, where)


def _reads(reads: str, where: str) -> Iterator[str]:
    for part in reads.split(" ; "):
        read = READ.fullmatch(part.strip())
        if read is None:
            yield f'{where}: reads = {part!r} is not of the form "CONSULT phone: Iran > Oman (planned)".'
            return
        yield from _unknown(where, "event type in reads", [read["type"]], EVENT_TYPES)
        yield from _unknown(where, "mode in reads", [read["mode"]] if read["mode"] else [], MODES)
        yield from _unknown(where, "status in reads", [read["status"]] if read["status"] else [], STATUSES)


def _readings(conjugation: Conjugation) -> Iterator[str]:
    """Every word of a reading is known, or an auxiliary asks for it; every form has one place for the stem."""
    turned = {word for item in conjugation.auxiliary for word in f"{item.before or ''} {item.after or ''}".split()}
    for item in conjugation.auxiliary:
        yield from _unknown("[[conjugation.auxiliary]]", "reading in gives", item.gives.split(), READINGS)
    known = {*READINGS, *turned}
    for table in conjugation.class_:
        where = f"[[conjugation.class]] {', '.join(table.dictionary)!r}"
        for name, forms in table.readings.items():
            yield from _unknown(where, "reading", name.split(), known, ", ".join(READINGS))
            for form in forms:
                if form.count("~") + form.count("^") != 1:
                    yield f"{where}: the form {form!r} needs one ~ (or ^, the present stem) where the stem stands."
    for verb, own in conjugation.irregular.items():
        for name in own:
            yield from _unknown(
                f"[conjugation.irregular] {verb!r}", "reading", name.split(), known, ", ".join(READINGS)
            )


def _no_words(value: Any, where: str) -> Iterator[str]:
    """Characters of patterns, and whatever else is no word, anywhere in a table."""
    if isinstance(value, str):
        if NO_WORD.search(value):
            yield f"{where}: {value!r} is no word; write words as a dictionary has them, without patterns."
    elif isinstance(value, Mapping):
        yield from _no_words(tuple(value), where)
        yield from _no_words(tuple(value.values()), where)
    elif isinstance(value, Verb | Noun):
        yield from _no_words(tuple(value._replace(reads="")), where)
    elif isinstance(value, tuple):
        for item in value:
            yield from _no_words(item, where)


def _unknown(
    where: str, what: str, values: Iterable[str], known: Collection[str], shown: str | None = None
) -> Iterator[str]:
    for value in values:
        if value not in known:
            listed = shown or ", ".join(word if word else repr(word) for word in known)
            yield f"{where}: unknown {what} {value!r}; known: {listed}."
