"""Verb forms: which dictionary verb a word is a form of, and how it reads (past, planned, a nominal, negated …).

A form is stem plus pattern; both come from the pack. Packs whose spacing varies (``loose_spaces``) are matched on
words written together, so that «می گوید», «می‌گوید» and «میگوید» are one form.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.packs import Auxiliary, ConjugationClass, Pack
from dateline.text.fold import fold

Reading = frozenset[str]
LONGEST_FORM = 3  # words
LONGEST_PREFIX = 8  # letters before the stem
WIDEST_ASIDE = 6  # words of a phrase between an auxiliary and its verb
PLAIN = (frozenset({"present", "base"}), frozenset({"base"}))  # forms that an auxiliary further off may change
WIDEST_GAP = 2  # adverbs between an auxiliary and its verb
LONGEST = 60  # letters: no verb form is longer
REMEMBERED = 20_000  # words whose readings are kept at a time


class Form(NamedTuple):
    """``words`` tokens from the place asked for are a form of ``verb`` (folded dictionary form).

    ``led`` counts the tokens back to the form's first auxiliary, 0 where it has none.
    """

    words: int
    verb: str
    reading: Reading
    led: int = 0
    accent: bool = False  # the form ends in an accent, which alone parts it from another word: "verso", "versò"


class Led(NamedTuple):
    """A reading and the words that must stand right before the form ("si" in "si incontra")."""

    reading: Reading
    lead: tuple[str, ...] = ()
    accent: bool = False


class _Stem(NamedTuple):
    verb: str
    patterns: _Patterns


class _Patterns(NamedTuple):
    """Patterns of one class. Letters that vary by harmony are looked up as the first letter of their group."""

    exact: Mapping[tuple[str, str], tuple[Led, ...]]
    starred: tuple[tuple[str, str, Led], ...]
    prefixes: frozenset[str]
    harmony: Mapping[int, str]

    def readings(self, prefix: str, ending: str) -> Iterable[Led]:
        place = (prefix.translate(self.harmony), ending.translate(self.harmony))
        exact = self.exact.get(place, ())
        yield from exact
        if not exact:
            for head, start, reading in self.starred:
                if head == place[0] and place[1].startswith(start):
                    yield reading


class Conjugator:
    """All forms of the verbs that one pack uses."""

    def __init__(self, pack: Pack, verbs: Iterable[str]) -> None:
        self._loose = pack.language.loose_spaces
        self._stems: dict[str, list[_Stem]] = {}
        self._listed: dict[str, list[tuple[str, Led]]] = {}
        self._own: dict[str, set[Reading]] = {}  # readings that a verb's listed forms replace
        self._active_be = {_key(verb) for verb in pack.conjugation.active_be}
        patterns = [
            (_compile(item, "~", self._loose), _compile(item, "^", self._loose)) for item in pack.conjugation.class_
        ]
        prefixed = [pattern for both in patterns for pattern in both if pattern.prefixes]
        self._prefixes = {prefix for pattern in prefixed if not pattern.harmony for prefix in pattern.prefixes}
        self._prefixed = [pattern for pattern in prefixed if pattern.harmony]
        self._known: dict[str, tuple[tuple[str, Led], ...]] = {}  # what was read already
        present = {_key(verb): _key(stem) for verb, stem in pack.conjugation.present_stems.items()}
        for verb in sorted(set(verbs)):
            self._add(verb, pack.conjugation.class_, patterns, present)
        self._openings = {stem[:2] for stem in self._stems}
        for verb, forms in pack.conjugation.irregular.items():
            for name, words in forms.items():
                reading = frozenset(name.split())
                if not self._loose:
                    self._own.setdefault(_key(verb), set()).add(reading)
                for word in words:
                    head, lead = _parted(word, self._loose)
                    self._listed.setdefault(head, []).append((_key(verb), Led(reading, lead, ends_accented(word))))
        self._auxiliaries = _Auxiliaries(pack.conjugation.auxiliary)
        self._shut = _no_adverbs(pack)
        leading = (pack.grammar.before.get(label, ()) for label in ("in", "at", "for", "about"))
        self._leads = {fold(word) for words in leading for word in words if " " not in word}

    def _add(
        self,
        verb: str,
        classes: Sequence[ConjugationClass],
        patterns: Sequence[tuple[_Patterns, _Patterns]],
        present: Mapping[str, str],
    ) -> None:
        """The stems of a verb, by the class with the longest dictionary ending that fits.

        A class without forms is for the very verb it names, whose forms are all listed: "demek", not "ödemek".
        """
        fitting = [
            (len(_key(ending)), place)
            for place, item in enumerate(classes)
            for ending in item.dictionary
            if verb.endswith(_key(ending)) and (verb == _key(ending) or any(item.readings.values()))
        ]
        if not fitting:
            return
        size, place = max(fitting, key=lambda fit: (fit[0], -fit[1]))
        stem = verb[: len(verb) - size]
        past, now = patterns[place]
        soft = {_key(hard): _key(changed) for hard, changed in classes[place].soften.items()}
        for form in {stem, soft.get(stem, stem)}:
            self._stems.setdefault(form, []).append(_Stem(verb, past))
        if verb in present:
            self._stems.setdefault(present[verb], []).append(_Stem(verb, now))

    def forms(self, keys: Sequence[str], at: int) -> list[Form]:
        """The readings of the word at ``at`` (and, where spaces vary, of the words from there), longest first."""
        found: list[Form] = []
        reach = LONGEST_FORM if self._loose else 1
        for words in range(min(reach, len(keys) - at), 0, -1):
            read = self._read("".join(keys[at : at + words]) if words > 1 else keys[at])
            if not read:
                continue
            found = [
                Form(words, verb, led.reading, accent=led.accent)
                for verb, led in read
                if not led.lead or tuple(keys[max(0, at - len(led.lead)) : at]) == led.lead
            ]
            if found:
                break
        return [self._finished(form, keys, at) for form in found]

    def _finished(self, form: Form, keys: Sequence[str], at: int) -> Form:
        form = self._auxiliaries.apply(form, keys, at, self._gap(keys, at))
        if form.reading in PLAIN and not form.led:
            form = self._auxiliaries.apply(form, keys, at, self._aside(keys, at))
        if form.verb in self._active_be and "passive" in form.reading:
            done = {"past"} if "would" in form.reading else set()  # "sarebbe arrivato": is said to have arrived
            return form._replace(reading=form.reading - {"passive"} | done)
        return form

    def _aside(self, keys: Sequence[str], at: int) -> int:
        """How many words of time stand between an auxiliary and a plain form: "will | for the first time | deploy"."""
        for back in range(2, WIDEST_ASIDE + 1):
            place = at - back - 1
            if place < 0 or not keys[place + 1][:1].isalnum() or self._read(keys[place + 1]):
                return 0
            if keys[place] in self._auxiliaries.ends and keys[place + 1] in self._leads:
                return back
        return 0

    def _gap(self, keys: Sequence[str], at: int) -> int:
        """How many words before the form may part it from its auxiliary: no articles, prepositions or verb forms.

        "ha già incontrato", but not "ha firmato un trattato" nor "ha criticato gli Stati".
        """
        gap = 0
        while gap < WIDEST_GAP and at - gap > 0:
            word = keys[at - gap - 1].rstrip("'")
            if word in self._shut or not word[:1].isalpha() or self._read(word):
                break
            gap += 1
        return gap

    def _read(self, key: str) -> tuple[tuple[str, Led], ...]:
        """The verbs a word may be a form of and how it reads, each once."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[key] = tuple(dict.fromkeys(self._parse(key))) if len(key) <= LONGEST else ()
        return found

    def _cuts(self, key: str) -> Iterable[int]:
        """Where a stem may begin: at the start, or behind something that is a prefix of some class."""
        yield 0
        for cut in range(1, min(len(key), LONGEST_PREFIX) if self._loose else 1):
            head = key[:cut]
            if key[cut : cut + 2] not in self._openings and key[cut] not in self._openings:
                continue
            if head in self._prefixes or any(head.translate(p.harmony) in p.prefixes for p in self._prefixed):
                yield cut

    def _parse(self, key: str) -> Iterable[tuple[str, Led]]:
        yield from self._listed.get(key, ())
        shortest = 1 if self._loose else 0  # a class may be one verb whole: "porre"
        for cut in self._cuts(key):
            for end in range(cut + shortest, len(key) + 1):
                for verb, patterns in self._stems.get(key[cut:end], ()):
                    if cut and key[:cut].translate(patterns.harmony) not in patterns.prefixes:
                        continue
                    own = self._own.get(verb, ())
                    for led in patterns.readings(key[:cut], key[end:]):
                        if led.reading not in own:
                            yield verb, led


class _Auxiliaries:
    """Words beside a form that change its reading; the longest listed words win."""

    def __init__(self, items: Sequence[Auxiliary]) -> None:
        self._before = [
            (tuple(_words(form)), frozenset(item.before.split()), frozenset(item.gives.split()))
            for item in items
            if item.before
            for form in item.forms
        ]
        self._after = [
            (tuple(_words(form)), frozenset(item.after.split()), frozenset(item.gives.split()))
            for item in items
            if item.after
            for form in item.forms
        ]
        self._before.sort(key=lambda item: -len(item[0]))
        self._after.sort(key=lambda item: -len(item[0]))
        self.ends = {words[-1] for words, _, _ in self._before if len(words) == 1}
        self._ends = {words[-1] for words, _, _ in self._before}
        self._starts = {words[0] for words, _, _ in self._after}

    def apply(self, form: Form, keys: Sequence[str], at: int, gap: int) -> Form:
        beside = self._ends.intersection(keys[max(0, at - gap - 1) : at])
        for words, wanted, gives in self._before if beside else ():
            led = _stands_before(words, keys, at, gap) if words[-1] in beside and wanted <= form.reading else 0
            if led:
                return form._replace(reading=_combine(form.reading, wanted, gives), led=led)
        start = at + form.words
        for words, wanted, gives in self._after if self._starts.intersection(keys[start : start + 1]) else ():
            if wanted <= form.reading and tuple(keys[start : start + len(words)]) == words:
                return form._replace(reading=_combine(form.reading, wanted, gives))
        return form


def ends_accented(word: str) -> bool:
    """The last letter bears a grave or an acute accent: "annunciò"."""
    return unicodedata.normalize("NFD", word)[-1:] in ("\u0300", "\u0301")


def _stands_before(words: tuple[str, ...], keys: Sequence[str], at: int, gap: int) -> int:
    """How many tokens before the form its auxiliary starts; up to ``gap`` adverbs between ("ha già incontrato")."""
    for skip in range(gap + 1):
        end = at - skip
        if end - len(words) >= 0 and tuple(keys[end - len(words) : end]) == words:
            return skip + len(words)
    return 0


def _no_adverbs(pack: Pack) -> frozenset[str]:
    """Small words that never stand between an auxiliary and its verb."""
    grammar = pack.grammar
    markers = [word for words in grammar.before.values() for word in words if " " not in word]
    melted = [form for forms in grammar.melted.values() for form in forms]
    return frozenset(fold(word).rstrip("'") for word in (*grammar.articles, *markers, *melted, *grammar.joins))


def _combine(reading: Reading, wanted: Reading, gives: Reading) -> Reading:
    return (reading - wanted) | gives


def _compile(item: ConjugationClass, mark: str, loose: bool) -> _Patterns:
    first = {group: _key(letters[0]) for group, letters in item.harmony.items()}
    same = {
        ord(folded): first[group]
        for group, letters in item.harmony.items()
        for letter in letters
        for folded in _key(letter)
    }
    exact: dict[tuple[str, str], tuple[Led, ...]] = {}
    starred: list[tuple[str, str, Led]] = []
    for name, patterns in item.readings.items():
        reading = frozenset(name.split())
        for pattern in patterns:
            if mark not in pattern:
                continue
            written = "".join(first.get(char, char) for char in pattern.rstrip("*"))
            before, _, tail = written.partition(mark)
            head, lead = ("", tuple(_words(before))) if before.endswith(" ") and not loose else (before, ())
            place = (_key(head).translate(same), _key(tail).translate(same))
            led = Led(reading, lead, ends_accented(pattern))
            if pattern.endswith("*"):
                starred.append((*place, led))
            elif led not in exact.get(place, ()):
                exact[place] = (*exact.get(place, ()), led)
    prefixes = {head for head, _ in exact} | {head for head, _, _ in starred}
    return _Patterns(exact, tuple(dict.fromkeys(starred)), frozenset(prefixes - {""}), same)


def _parted(form: str, loose: bool) -> tuple[str, tuple[str, ...]]:
    """A listed form of several words: its last word and the words before it, or all of it where spaces vary."""
    words = _words(form)
    return ("".join(words), ()) if loose else (words[-1], tuple(words[:-1]))


def _words(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


def _key(text: str) -> str:
    """A folded key without spaces; an empty string stays empty."""
    return "".join(_words(text))
