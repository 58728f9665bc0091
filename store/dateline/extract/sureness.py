"""Sureness: why an event is not marked sure; one without any doubt is.

What an act is matters less than how it stands. Measured on 49 annotated articles (41 that rules were written with, 8
that nobody had read by then), of the events whose parties the sentence names .87 were right: with both sides named
.90, with one side .80, by a noun with one side .57; where somebody is named only by an adjective ("a Faroese
trawler") .33, by a verb in the present tense .67, in lines of fewer than ten words .75. Without those that are
doubted here .91 and .92 were right on the two sets of the 41 (.40 and .48 of all their events), and .90 on the 8 (.35
of all). A table of types and sides that stood here before gave .89, .92 and .77 (.29, .33, .24).
``tests/benchmarks/sure_kinds.py`` measures it.
"""

from __future__ import annotations

from dateline.extract.cast import Cast, Member
from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.lexicon import surname_of
from dateline.extract.memory import Party
from dateline.extract.sides import Sides
from dateline.extract.triggers import Trigger
from dateline.packs import Noun, knowledge
from dateline.text.damage import damage_of
from dateline.text.fold import fold
from dateline.text.script import script_of

#: readings of a verb inside another clause, which may lend it a party
_NESTED = frozenset({"noun", "that"})
#: readings that say when, or what for, beside "present"
_TIMED = frozenset({"past", "future", "finite", "noun", "passive"})
_HEADLINE = 9  # tokens: what is told so shortly in the present tense is a headline


def doubt_of(trigger: Trigger, sides: Sides, frame: Frame, sentence: Sentence, cast: Cast) -> str | None:
    """Why an event is not sure, in words for a person; None where nothing speaks against it."""
    parties = [(part, actor) for part, actors in zip(("source", "target"), sides[:2], strict=True) for actor in actors]
    found = [(phrase_of(part, actor, frame, sentence), actor) for part, actor in parties]
    if sides.inferred or any(phrase is None for phrase, _ in found):
        return "the words do not name everybody"
    if sentence.quoted(trigger):
        return "it stands inside a quotation"
    if damage := damage_of(sentence.reading.tokens, sentence.quotes):
        return f"its sentence is damaged: {damage}"
    if any(phrase is not None and _is_weak(phrase[0], cast.members[actor], cast.text) for phrase, actor in found):
        return "somebody is named only by an adjective, as a counterpart or by a word that sounds alike"
    reading = trigger.reading
    if "if" in reading:
        return "it stands inside a condition"
    if "present" in reading and not reading & _TIMED and len(sentence.reading.tokens) < _HEADLINE:
        return "so short a line in the present tense may be a headline"
    if sides.source and sides.target:
        return None
    return _doubt_of_one_side(trigger, frame)


def _doubt_of_one_side(trigger: Trigger, frame: Frame) -> str | None:
    """Where one side alone is named, the verb of a clause of its own must tell it, and need no other."""
    if isinstance(trigger.entry, Noun):
        return "one side alone is named, by a noun"
    if trigger.reading & _NESTED:
        return "one side alone is named, inside another clause"
    if frame.unnamed:
        return "one side alone is named, and somebody stands there who is not known"
    if {"source", "target"} <= {*getattr(trigger.entry, "needs", ())}:
        return "one side alone is named, where such words ask for both"
    return None


def phrase_of(part: str, actor: str, frame: Frame | None, sentence: Sentence) -> tuple[Party, bool] | None:
    """The phrase that stands for an actor: the subject for who acts, then those of the clause, then any.

    With it comes whether it is the subject of another clause. None where no words of the sentence stand for the actor.
    """
    subject = frame.subject if frame is not None else None
    groups = [*([subject] if subject and part == "source" else []), *(frame.groups if frame else ())]
    for group in (*groups, *sentence.groups):
        for party in group.parties:
            if actor in party.actors:
                return party, group is subject and frame is not None and frame.borrowed
    return None


def how_named(member: Member, form: str) -> tuple[str, str]:
    """How a word names an actor, as a key of ``export.explain.HOW``, and what that speaks of.

    In full, in another spelling, or by a surname: then whom else the article or only the registry names.
    """
    if fold(form) == fold(member.name) or member.kind != "person":
        return "named", ""
    if len(form.split()) > 1:
        return "spelling", ""
    fuller = [other for other in member.forms if len(other.split()) > 1]
    known = knowledge.people().get(member.id)
    spelled = [name for names in known.names.values() for name in names] if known is not None else []
    first = known is not None and known.surname_first
    surnames = {fold(surname_of(name, first)) for name in (member.name, *spelled)} | {
        *map(fold, map(surname_of, fuller))
    }
    if script_of(form) == script_of(member.name) and fold(form) not in surnames:
        return "sounds like", ""
    return ("surname", fuller[0]) if fuller else ("surname of the registry", "")


def _is_weak(party: Party, member: Member, text: str) -> bool:
    """An adjective, a counterpart, a word that sounds alike, or no words at all stand for somebody."""
    phrase = party.phrase
    if phrase.first == phrase.last:
        return True
    if phrase.name is not None:
        if phrase.name.kind in ("both", "both_countries", "pronouns", "pronoun", "speaker"):
            return phrase.name.kind != "pronoun"
        return how_named(member, text[phrase.name.start : phrase.name.end])[0] == "sounds like"
    return phrase.adjective or (phrase.counterpart and phrase.office is None)
