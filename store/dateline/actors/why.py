"""Why a stored spelling answers a query, in a few words: ``exact``, ``Smyth ~ Smith: i/y``, ``بلینکن: BLNKN``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from dateline.actors.affixes import Slot, Word
from dateline.actors.letters import words
from dateline.actors.ranking import Likeness, Stored
from dateline.actors.sounds.symbols import AMBIGUOUS, CLASSES

#: consonants as English writes them
_WRITTEN = {"S": "SH", "Z": "ZH", "C": "CH", "J": "J", "T": "TH", "D": "DH", "N": "NG", "x": "KH", "c": "TS"}
_MOST_EDITS = 3


def why(slots: Sequence[Slot], spelling: str, stored: Sequence[Stored], likeness: Likeness) -> str:
    """What is the same and what differs between the words of a query and a spelling; 'exact' where nothing does."""
    shown = _shown(spelling, len(stored))
    reasons: list[str] = []
    same = 0
    for slot in slots:
        place, form = _best(slot, stored, likeness)
        word = stored[place]
        if form.folded == word.letters and form is slot.forms[0]:
            same += 1
            continue
        reasons += _reasons(slot, form, word, shown[place])
    if not reasons:
        return "exact" if same == len(stored) else f"part of {spelling}"
    return "; ".join(dict.fromkeys(reasons))


def _best(slot: Slot, stored: Sequence[Stored], likeness: Likeness) -> tuple[int, Word]:
    scored = [
        (form.trust * likeness.known(form, word), -at, place, form)
        for at, form in enumerate(slot.forms)
        for place, word in enumerate(stored)
    ]
    _, _, place, form = max(scored, key=lambda entry: entry[:2])
    return place, form


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
            yield f"{shown} without -{written.text[len(form.text) :]}"
        else:
            yield f"{written.text} > {form.text}"
    if form.script != word.script:
        other, latin = (shown, form.readings[0]) if word.script != "latin" else (form.text, word.readings[0])
        yield f"{other}: {_consonants(latin)}"
    elif word.letters.startswith(form.folded) and slot.open and form.folded != word.letters:
        yield f"{shown}: begins so"
    elif form.folded != word.letters:
        yield f"{form.text.capitalize()} ~ {shown}: {_edits(form.folded, word.letters)}"


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
