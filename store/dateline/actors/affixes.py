"""The words of a query, with what a sentence may have glued to a name taken off again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.actors import endings, sounds
from dateline.actors.keys import bones, consonants
from dateline.actors.letters import LONGEST_TEXT, folded, joined, surname_first, words

#: how far a form is trusted from which something was taken that the script marks, or that is only likely
_MARKED, _RECUT, _LIKELY, _POSSIBLE, _FOREIGN, _CASED = 0.995, 0.94, 0.96, 0.93, 0.9, 0.85
#: what a small word or a title says
LIGHT = 0.15
_SHORTEST_STEM = 3
_MOST_FORMS = 5
#: likewise of a word by the tables of cases, and how many stems of one word are looked up
_SHORTEST_CASED, _MOST_STEMS = 4, 4
_TITLED = ("hangul", "kana", "chinese")
_SHORTEST_BY_SCRIPT = dict.fromkeys(_TITLED, 2) | {"arabic": 3, "hebrew": 3}
#: letters of the longest word that may be part of a Chinese or Korean name
_SYLLABLES = 7


#: endings or beginnings by script, and what stands in the place of each
Cases = Mapping[str, Sequence[tuple[str, str]]]


class Word:
    """One form that a word of the query may stand for. ``trust`` is below 1 where an affix was taken off.

    Equal only to itself, as a key of what was compared. (No dataclass here nor in what else a search loads: importing
    ``dataclasses`` costs a third of what starting Python does.)
    """

    __slots__ = ("bones", "folded", "readings", "rough", "script", "text", "trust")

    def __init__(self, text: str, trust: float) -> None:
        self.text = text
        self.folded = folded(text)
        self.script = sounds.script_of(text)
        self.readings = sounds.readings(text)
        self.bones = bones(self.readings[0])
        self.rough = consonants(self.bones)
        self.trust = trust


class Slot:
    """One word of the query: its forms, as written first, and how much it says (1 is a short name).

    ``open``: the last word of what is being typed, which may go on.
    """

    __slots__ = ("forms", "open", "weight")

    def __init__(self, forms: tuple[Word, ...], weight: float, open_end: bool) -> None:
        self.forms = forms
        self.weight = weight
        self.open = open_end


def parses(query: str) -> list[tuple[Slot, ...]]:
    """The ways to cut a query into words, as written first; [] where it has no letter or digit.

    The others join words that may be one (``Mc Cain``, the syllables of a Korean or Chinese name, a name spelt letter
    by letter), or cut one word of characters into surname and given name.
    """
    text = query.lstrip()[:LONGEST_TEXT]
    found = [forms for chunk in text.split() for forms in _forms(chunk)][:10]
    distinct = {forms[0][0]: forms for forms in found}
    if not distinct:
        return []
    open_end = not query[-1:].isspace()
    written = _slots(list(distinct.values()), open_end)
    known = {slot.forms[0].text: slot for slot in written}
    letters = [forms[0][0] for forms in found]
    spelt = len(letters) > 2 and max(map(len, letters)) == 1  # letter by letter: N.A.T.O.
    cuts = [["".join(letters)]] if spelt else [*_hyphened(text), *_capitals(text), *_recut(list(distinct))]
    recut = [_recut_slots(texts, known, open_end) for texts in dict.fromkeys(map(tuple, cuts))]
    stems = _without_cases(written)
    return [written, *recut, *([stems] if stems != written else [])]


def _without_cases(written: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The words of a query, the last one without what sentences of many languages end it with, the first one without
    what they begin it with."""
    first, last = written[0].forms[0].text, written[-1].forms[0].text
    cut = [*written[:-1], _stemmed(written[-1], _by(endings.CASES, last, str.endswith))]
    return (_stemmed(cut[0], _by(endings.HEADS, first, str.startswith)), *cut[1:])


def _stemmed(slot: Slot, stems: list[str]) -> Slot:
    if not stems or slot.weight <= LIGHT:
        return slot
    return Slot((*(Word(text, _CASED) for text in stems), slot.forms[0]), slot.weight, False)


def _by(cases: Cases, text: str, has: Callable[[str, str], bool]) -> list[str]:
    """What a word may be by a table of cases, the longest ending first."""
    script = sounds.script_of(text)
    shortest = max(_SHORTEST_BY_SCRIPT.get(script, _SHORTEST_CASED), len(text) // 2)
    found: dict[str, None] = {}
    whole = text
    for _ in range(2 if script in _TITLED else 1):  # an ending may stand after a title that is glued to the name
        for ending, form in cases.get(script, ()):
            stem = whole[: -len(ending)] + form if has is str.endswith else form + whole[len(ending) :]
            if has(whole, ending) and len(stem) >= shortest:
                found.setdefault(stem)
        whole = next(iter(found), "")
    return list(found)[:_MOST_STEMS]


def _slots(found: list[list[tuple[str, float]]], open_end: bool) -> tuple[Slot, ...]:
    small = [is_light(forms[0][0]) for forms in found]
    if all(small):
        small = [False] * len(found)
    last = len(found) - 1
    return tuple(
        _slot([*forms, *_glued(forms[0][0])] if at == last else forms, small[at], open_end and at == last)
        for at, forms in enumerate(found)
    )


def _recut_slots(texts: tuple[str, ...], known: dict[str, Slot], open_end: bool) -> tuple[Slot, ...]:
    """The words of another cut; those that are as they were are the same objects, so that they are looked up once."""
    last = len(texts) - 1
    return tuple(
        known.get(text) or _slot([(text, _RECUT)], is_light(text), open_end and at == last)
        for at, text in enumerate(texts)
    )


def _slot(forms: list[tuple[str, float]], small: bool, open_end: bool) -> Slot:
    trusted: dict[str, float] = {}
    for text, trust in forms:
        trusted.setdefault(text, trust)
    readable = tuple(Word(text, trust) for text, trust in list(trusted.items())[:_MOST_FORMS])
    return Slot(readable, LIGHT if small else weight(readable[0].folded), open_end)


def _hyphened(text: str) -> Iterator[list[str]]:
    """The words with those that a hyphen makes of two as one."""
    chunks = [joined(chunk) or words(chunk) for chunk in text.split()]
    if "-" in text:
        yield list(dict.fromkeys(word for chunk in chunks for word in chunk))[:10]


def _capitals(text: str) -> Iterator[list[str]]:
    """The words with those apart that were written without a blank, each with its capital: SergeyLavrov."""
    apart = "".join(
        f" {char}" if char.isupper() and text[at - 1 : at].islower() else char for at, char in enumerate(text)
    )
    if apart != text:
        yield list(dict.fromkeys(words(apart)))


def _recut(texts: list[str]) -> Iterator[list[str]]:
    """Other cuts of the same words."""
    if len(texts) == 1:
        surname, given = surname_first(texts[0])
        if given:
            yield [surname, given]
        return
    # the shorter a piece, the likelier it was torn off
    torn = [0 if pair[1] in endings.ENDS_OF_SURNAMES else min(map(len, pair)) for pair in pairwise(texts)]
    joins = [at for at, length in enumerate(torn) if length <= 3]
    for at in sorted(joins, key=torn.__getitem__)[:2]:
        yield [*texts[:at], texts[at] + texts[at + 1], *texts[at + 2 :]]
    if len(texts) <= 3 and all(text.isascii() and len(text) <= _SYLLABLES for text in texts):
        # a name of Chinese or Korean syllables may be stored in its own script, where it is one word, surname first
        yield ["".join(texts)]
        yield [texts[-1] + "".join(texts[:-1])]


def parted(slot: Slot, texts: tuple[str, str]) -> tuple[Slot, ...]:
    """A word of a query as two that were written without a blank."""
    return _recut_slots(texts, {}, slot.open)


def weight(folded_word: str) -> float:
    """How much a word says about whose name it is: more the longer it is, up to eight letters."""
    return 0.4 + 0.2 * min(8, len(folded_word))


def is_light(text: str) -> bool:
    """Whether a word is a preposition, an article, a particle or a title: it says little about which name it is."""
    return text in endings.SMALL_WORDS or text in endings.TITLES


def _forms(chunk: str) -> list[list[tuple[str, float]]]:
    """For each word of a chunk between spaces its forms with their trust."""
    plain = words(chunk)
    if not plain:
        return []
    found = [[(word, 1.0)] for word in plain]
    found[-1] += [(word, trust) for word, trust in _marked(chunk) if word != plain[-1]]
    for forms in found:
        forms += _inflected(forms[0][0])
    return found


def _marked(chunk: str) -> Iterator[tuple[str, float]]:
    """Forms that a mark in the word sets apart from its ending or its article."""
    for mark in "'’‘ʼ`´":
        head, found, tail = chunk.rpartition(mark)
        if found:
            before, after = words(head), words(tail)
            if before and after and after[0] in endings.AFTER_APOSTROPHE:
                yield before[-1], _MARKED
            if before and after and len(after[0]) <= len(before[-1]) > _SHORTEST_STEM:
                yield before[-1], _POSSIBLE
        head, found, tail = chunk.partition(mark)
        if found:
            before, after = words(head), words(tail)
            if before and after and before[-1] in endings.BEFORE_APOSTROPHE:
                yield after[-1], _MARKED
    head, found, tail = chunk.partition("\u200c")
    if found:
        before, after = words(head), words(tail)
        if before and after and after[0] in endings.GLUED["arabic"]:
            yield before[-1], _MARKED
        if before and after and before[-1] in endings.BEGINNINGS["arabic"]:
            yield after[-1], _MARKED


def _inflected(text: str) -> list[tuple[str, float]]:
    """Forms of a word whose cases change its end, or that has a particle at its head, wherever it stands."""
    script = sounds.script_of(text)
    if script == "cyrillic":
        return [(stem, _LIKELY) for stem in _cyrillic(text)]
    if script == "latin":
        stems = (text[: -len(ending)] for ending in endings.NOMINATIVES if text.endswith(ending))
        found = [(stem, _FOREIGN) for stem in stems if len(stem) > _SHORTEST_STEM and stem[-1] != "s"][:1]
        return found + ([(text.replace("w", "v"), _FOREIGN)] if "w" in text else [])  # German and Polish: Lawrow
    heads = dict.fromkeys(endings.BEGINNINGS.get(script, ()), 2)
    heads |= dict.fromkeys(endings.FIRST_NAMES.get(script, ()), _SHORTEST_STEM)
    cut = [(text[len(head) :], least) for head, least in heads.items() if text.startswith(head)]
    return [(stem, _POSSIBLE) for stem, least in cut if len(stem) >= least]


def _cyrillic(text: str) -> Iterator[str]:
    for ending, originals in endings.CYRILLIC_ENDINGS:
        if text.endswith(ending) and len(text) - len(ending) >= 2:
            for original in originals:
                yield text[: -len(ending)] + original


def _glued(text: str) -> list[tuple[str, float]]:
    """Forms of the last word without an ending that may be glued to it."""
    known = endings.GLUED.get(sounds.script_of(text), ())
    stems = [text[: -len(ending)] for ending in known if text.endswith(ending)]
    return [(stem, _POSSIBLE) for stem in stems if len(stem) >= _SHORTEST_STEM][:2]
