"""Verb forms: which dictionary verb a word is a form of, and how it reads (past, planned, a nominal, negated …).

A form is stem plus pattern; both come from the pack. Packs whose spacing varies (``loose_spaces``) are matched on
words written together, so that «می گوید», «می‌گوید» and «میگوید» are one form.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.packs import Auxiliary, ConjugationClass, Pack
from dateline.text.fold import fold

Reading = frozenset[str]
#: a stem shorter than this matches only when the whole form is listed
LONGEST_FORM = 3  # words


class Form(NamedTuple):
    """``words`` tokens from the place asked for are a form of ``verb`` (folded dictionary form)."""

    words: int
    verb: str
    reading: Reading


class _Stem(NamedTuple):
    verb: str
    patterns: Mapping[tuple[str, str], tuple[Reading, ...]]
    prefixes: tuple[str, ...]
    starred: tuple[tuple[str, str, Reading], ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    exact: dict[tuple[str, str], tuple[Reading, ...]]
    starred: tuple[tuple[str, str, Reading], ...]
    prefixes: tuple[str, ...]


class Conjugator:
    """All forms of the verbs that one pack uses."""

    def __init__(self, pack: Pack, verbs: Iterable[str]) -> None:
        self._loose = pack.language.loose_spaces
        self._stems: dict[str, list[_Stem]] = {}
        self._listed: dict[str, list[tuple[str, Reading]]] = {}
        self._patterns = [(_compile(item, "~"), _compile(item, "^")) for item in pack.conjugation.class_]
        present = {_key(verb): _key(stem) for verb, stem in pack.conjugation.present_stems.items()}
        for verb in sorted(set(verbs)):
            self._add(_key(verb), pack.conjugation.class_, present)
        for verb, forms in pack.conjugation.irregular.items():
            for reading, words in forms.items():
                for word in words:
                    self._listed.setdefault(_key(word), []).append((_key(verb), frozenset(reading.split())))
        self._longest = max((len(form) for form in self._listed), default=0)
        self._auxiliaries = _Auxiliaries(pack.conjugation.auxiliary)

    def _add(self, verb: str, classes: Sequence[ConjugationClass], present: Mapping[str, str]) -> None:
        for item, (past, now) in zip(classes, self._patterns, strict=True):
            endings = [_key(ending) for ending in item.dictionary if verb.endswith(_key(ending))]
            if not endings:
                continue
            stem = verb[: len(verb) - len(max(endings, key=len))]
            soft = {_key(hard): _key(changed) for hard, changed in item.soften.items()}
            for form in {stem, soft.get(stem, stem)}:
                self._stems.setdefault(form, []).append(_Stem(verb, past.exact, past.prefixes, past.starred))
            if verb in present:
                self._stems.setdefault(present[verb], []).append(_Stem(verb, now.exact, now.prefixes, now.starred))
            return  # the first class whose ending fits is the verb's

    def forms(self, keys: Sequence[str], at: int) -> list[Form]:
        """The readings of the word at ``at`` (and, where spaces vary, of the words from there), longest first."""
        found: list[Form] = []
        reach = LONGEST_FORM if self._loose else 1
        for words in range(min(reach, len(keys) - at), 0, -1):
            joined = "".join(keys[at : at + words])
            for verb, reading in dict.fromkeys(self._read(joined)):
                found.append(Form(words, verb, reading))
            if found:
                break
        return [self._auxiliaries.apply(form, keys, at) for form in found]

    def _read(self, key: str) -> Iterable[tuple[str, Reading]]:
        yield from self._listed.get(key, ())
        for cut in range(len(key)):
            for end in range(cut + 1, len(key) + 1):
                for stem in self._stems.get(key[cut:end], ()):
                    prefix, ending = key[:cut], key[end:]
                    if prefix and prefix not in stem.prefixes:
                        continue
                    for reading in stem.patterns.get((prefix, ending), ()):
                        yield stem.verb, reading
                    for head, start, reading in stem.starred:
                        if head == prefix and ending.startswith(start) and (prefix, ending) not in stem.patterns:
                            yield stem.verb, reading
            if cut >= 8 or not self._loose:  # only such languages put syllables before the stem
                break


class _Auxiliaries:
    """Words beside a form that change its reading; the longest listed words win."""

    def __init__(self, items: Sequence[Auxiliary]) -> None:
        self._before = [
            (tuple(_words(form)), item.before.split(), frozenset(item.gives.split()))
            for item in items
            if item.before
            for form in item.forms
        ]
        self._after = [
            (tuple(_words(form)), item.after.split(), frozenset(item.gives.split()))
            for item in items
            if item.after
            for form in item.forms
        ]
        self._before.sort(key=lambda item: -len(item[0]))
        self._after.sort(key=lambda item: -len(item[0]))

    def apply(self, form: Form, keys: Sequence[str], at: int) -> Form:
        for words, wanted, gives in self._before:
            if set(wanted) <= form.reading and _stands_before(words, keys, at):
                return form._replace(reading=_combine(form.reading, wanted, gives))
        for words, wanted, gives in self._after:
            start = at + form.words
            if set(wanted) <= form.reading and tuple(keys[start : start + len(words)]) == words:
                return form._replace(reading=_combine(form.reading, wanted, gives))
        return form


def _stands_before(words: tuple[str, ...], keys: Sequence[str], at: int, gap: int = 2) -> bool:
    """The auxiliary stands right before the form, or up to ``gap`` adverbs earlier ("ha già incontrato")."""
    for skip in range(gap + 1):
        end = at - skip
        if end - len(words) >= 0 and tuple(keys[end - len(words) : end]) == words:
            return True
    return False


def _combine(reading: Reading, wanted: Sequence[str], gives: Reading) -> Reading:
    return (reading - set(wanted)) | gives


def _compile(item: ConjugationClass, mark: str) -> _Patterns:
    exact: dict[tuple[str, str], tuple[Reading, ...]] = {}
    starred = []
    for name, patterns in item.readings.items():
        reading = frozenset(name.split())
        for pattern in patterns:
            if mark not in pattern:
                continue
            for written in _harmonise(pattern.rstrip("*"), item.harmony):
                head, _, tail = written.partition(mark)
                place = (_key(head), _key(tail))
                if pattern.endswith("*"):
                    starred.append((*place, reading))
                elif reading not in exact.get(place, ()):
                    exact[place] = (*exact.get(place, ()), reading)
    prefixes = {head for head, _ in exact} | {head for head, _, _ in starred}
    return _Patterns(exact, tuple(dict.fromkeys(starred)), tuple(sorted(prefixes - {""})))


def _harmonise(pattern: str, harmony: Mapping[str, str]) -> set[str]:
    """Every spelling of a pattern whose capital letters stand for several letters."""
    choices = [dict.fromkeys(fold(letter) for letter in harmony.get(char, char)) for char in pattern]
    return {"".join(letters) for letters in itertools.product(*choices)}


def _words(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


def _key(text: str) -> str:
    """A folded key without spaces; an empty string stays empty."""
    return "".join(_words(text))
