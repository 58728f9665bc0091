"""Why a stored spelling answers a query, in a few words: ``exact``, ``Smyth ~ Smith: i/y``, ``بلینکن: BLNKN``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from dateline.actors.affixes import Slot, Word
from dateline.actors.keys import ASKED, filed
from dateline.actors.letters import words
from dateline.actors.ranking import FLOOR, Likeness, Stored, as_one
from dateline.actors.sounds.symbols import AMBIGUOUS, CLASSES

#: consonants as English writes them
_WRITTEN = {"S": "SH", "Z": "ZH", "C": "CH", "J": "J", "T": "TH", "D": "DH", "N": "NG", "x": "KH", "c": "TS"}
_MOST_EDITS = 3


def why(slots: Sequence[Slot], spelling: str, stored: Sequence[Stored], likeness: Likeness) -> str:
    """What is the same and what differs between the words of a query and a spelling; 'exact' where nothing does."""
    shown = _shown(spelling, len(stored))
    pairs = [as_one(*pair) for pair in pairwise(stored)]
    reasons: list[str] = []
    same = 0
    for slot in slots:
        alike, place, form = _best(slot, stored, likeness)
        word, name, written = stored[place], shown[place], slot.forms[0]
        two = _best(slot, pairs, likeness) if pairs and alike < 1.0 else None
        if two and two[0] > max(alike, FLOOR):
            alike, place, form = two
            word, name = pairs[place], " ".join(shown[place : place + 2])
        if form is written and form.folded == word.letters:
            same += 1 if word is stored[place] else 2
        elif alike > FLOOR:
            reasons += _reasons(slot, form, word, name)
        else:
            reasons.append(_initial(written, stored, shown) or f"nothing like {written.text.capitalize()}")
    if not reasons:
        return "exact" if same == len(stored) else f"part of {spelling}"
    return "; ".join(dict.fromkeys(reasons))


def _best(slot: Slot, stored: Sequence[Stored], likeness: Likeness) -> tuple[float, int, Word]:
    """How like a word of the query and a word of the name are that match best, which word, in which form."""
    scored = [
        (form.trust * likeness.known(form, word), -at, place, form)
        for at, form in enumerate(slot.forms)
        for place, word in enumerate(stored)
    ]
    alike, _, place, form = max(scored, key=lambda entry: entry[:2])
    return alike, place, form


def _initial(word: Word, stored: Sequence[Stored], shown: Sequence[str]) -> str:
    """Which word of the name a word of the query stands for with its first letter, or the other way round; else ''."""
    for other, name in zip(stored, shown, strict=True):
        if other.letters[0] == word.folded[0] and 1 in (len(other.letters), len(word.folded)):
            return f"{name} for {word.text.capitalize()}" if len(word.folded) > 1 else f"{word.text.upper()} for {name}"
    return ""


def _shown(spelling: str, count: int) -> list[str]:
    """The words of a spelling as it writes them, as far as spaces separate them; else as the index keeps them."""
    chunks = [chunk.strip(".,;:()\"'«»") for chunk in spelling.split()]
    if len(chunks) == count and all(len(words(chunk)) == 1 for chunk in chunks):
        return chunks
    return (words(spelling) + [""] * count)[:count]


def _reasons(slot: Slot, form: Word, word: Stored, shown: str) -> Iterator[str]:
    written = slot.forms[0]
    if form is not written:
        if written.text.startswith(form.text):
            stem = shown if form.folded == word.letters else form.text.capitalize()
            yield f"{stem} without -{written.text[len(form.text) :]}"
        else:
            yield f"{written.text} > {form.text}"
    if form.script != word.script:
        yield _sounds(form, word, shown, slot.open)
    elif word.letters.startswith(form.folded) and slot.open and form.folded != word.letters:
        yield f"{shown}: begins so"
    elif form.folded != word.letters:
        yield f"{form.text.capitalize()} ~ {shown}: {_edits(form.folded, word.letters)}"


def _sounds(form: Word, word: Stored, shown: str, open_end: bool) -> str:
    """The consonants that two words of different scripts share, as the one in Latin letters says them; both where they
    share them roughly; those of the beginning where the query may go on."""
    foreign, latin = (shown, form.readings) if word.script != "latin" else (form.text, word.readings)
    other = word.readings if latin is form.readings else form.readings
    known = {key for theirs in other for key in _keys(theirs)}
    for mine in filter(None, latin):
        if not known.isdisjoint(_keys(mine)):
            return f"{foreign}: {_consonants(mine)}"
    if open_end and form.rough and word.rough.startswith(form.rough):
        return f"{shown}: begins {_consonants(form.readings[0])}"
    return f"{foreign}: {_consonants(other[0])} ~ {_consonants(latin[0])}"


def _keys(reading: str) -> set[str]:
    return {way.key for way in filed(reading, ASKED)} if reading else set()


def _consonants(reading: str) -> str:
    plain = (AMBIGUOUS.get(sound, sound)[0] for sound in reading)
    return "".join(_WRITTEN.get(sound, sound.upper()) for sound in plain if sound in CLASSES) or "vowels"


def _edits(asked: str, stored: str) -> str:
    """The letters that differ, the stored one first: ``k/g``; ``+x`` and ``-x`` are letters too many and missing."""
    edits: list[str] = []
    for edit in Levenshtein.opcodes(asked, stored):
        mine, theirs = asked[edit.src_start : edit.src_end], stored[edit.dest_start : edit.dest_end]
        if edit.tag == "replace":
            edits.append(f"{theirs}/{mine}")
        elif edit.tag == "insert":
            edits.append(f"-{theirs}")
        elif edit.tag == "delete":
            edits.append(f"+{mine}")
    more = [] if len(edits) <= _MOST_EDITS else ["..."]
    return ", ".join(edits[:_MOST_EDITS] + more)
