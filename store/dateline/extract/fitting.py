"""Fitting: whether the parties of an act are of the right kind and as many as its type and its entry need."""

from __future__ import annotations

from dateline.extract.aims import SPEECH, Aims
from dateline.extract.cast import Cast
from dateline.extract.clauses import Frame
from dateline.extract.context import Sentence
from dateline.extract.headlines import told_before
from dateline.extract.sides import Sides
from dateline.extract.status import is_denied, with_victims
from dateline.extract.triggers import Trigger
from dateline.extract.types import OWN_ACTS, SOURCE_ALONE, TARGET_ALONE, UNDERGONE
from dateline.model import MUTUAL_TYPES
from dateline.packs import Noun, Say, Verb

FINITE = frozenset({"past", "present", "future", "would"})


def fits(trigger: Trigger, type_: str, sides: Sides, sentence: Sentence, frame: Frame, aims: Aims) -> bool:
    """The parties are of the right kind and as many as the type needs."""
    entry = trigger.entry
    assert isinstance(entry, Verb | Noun)
    if not (sides.source or sides.target) or not _right_kinds(entry, sides, aims.cast):
        return False
    if _only_says(trigger, type_, sides, sentence) or _only_figures(type_, sides, aims.cast):
        return False
    guessed = {*sides.target} <= sides.inferred and not {*sides.source} <= sides.inferred
    if type_ == "ACCUSE" and sentence.each_other and guessed and len(sides.source) == 1:
        return False  # "Russia and the Western countries accused each other": whom they accuse is not one country
    if sides.source and sides.target:
        return type_ not in MUTUAL_TYPES or not aims.with_itself(sides)
    if entry.mode == "visit" and sides.source:
        return sentence.place(trigger, frame, entry.mode) is not None or entry.status == "denied"
    if sides.source and with_victims(trigger, sentence.triggers, sentence.lexicon.pack):
        return True
    if not _needs_met(trigger, type_, sides, frame, sentence):
        return False
    if sides.source and (not entry.target or entry.mode == "multilateral" or entry.status == "denied"):
        return True  # acts that have one side: a coup, a summit, a meeting called off
    if isinstance(entry, Noun):
        return _stands_alone(trigger, entry, type_, sides, sentence)
    undergone = "passive" in trigger.reading or entry.target == ("subject",)
    return type_ in (SOURCE_ALONE if sides.source else UNDERGONE if undergone else TARGET_ALONE)


def _only_says(trigger: Trigger, type_: str, sides: Sides, sentence: Sentence) -> bool:
    """A verb that may report words as well as back somebody, beside whom nobody is named: "savundu", claimed."""
    if type_ != "SUPPORT" or "target" not in getattr(trigger.entry, "needs", ()) or set(sides.target) - sides.inferred:
        return False
    claims = [other.head for other in sentence.triggers if isinstance(other.entry, Say) and other.entry.claim]
    return trigger.head in claims


def _only_figures(type_: str, sides: Sides, cast: Cast) -> bool:
    """One person who strikes or conquers nobody that the words name plays or sings: "ha colpito due volte"."""
    alone = type_ == "ASSAULT" and not sides.target
    return alone and all(cast.members[actor].kind == "person" for actor in sides.source)


def _right_kinds(entry: Verb | Noun, sides: Sides, cast: Cast) -> bool:
    for wanted, actors in (
        (getattr(entry, "source_is", ()), sides.source),
        (getattr(entry, "target_is", ()), sides.target),
    ):
        if wanted and actors and not all(cast.members[actor].kind in wanted for actor in actors):
            return False
    return True


def _stands_alone(trigger: Trigger, entry: Noun, type_: str, sides: Sides, sentence: Sentence) -> bool:
    """A noun with one party: what befell it, or what the noun's own verb says it did."""
    if sides.source and entry.needs == ("source",) and type_ in OWN_ACTS:
        return True
    carrier = sentence.carrier_of(trigger)
    carried = is_denied(carrier, sentence.triggers) or told_before(sentence, trigger, carrier) is not None
    return type_ in (SOURCE_ALONE if sides.source and carried else TARGET_ALONE if sides.target else ())


def _needs_met(trigger: Trigger, type_: str, sides: Sides, frame: Frame, sentence: Sentence) -> bool:
    """The parties the entry asks for; an act of speech stands without its object, a passive without its doer."""
    needs = getattr(trigger.entry, "needs", ())
    if "target" in needs and not sides.target:
        entry = trigger.entry
        leaving = (
            type_ == "REJECT" and isinstance(entry, Verb) and entry.target[:1] == ("from",) and bool(entry.target_is)
        )  # "left Chad"
        own = not frame.borrowed or _goes_on(trigger, sentence)
        return type_ in SPEECH and not leaving and bool(trigger.reading & FINITE) and own
    if "source" in needs and not sides.source:
        return "passive" in trigger.reading and type_ in UNDERGONE
    return True


def _goes_on(trigger: Trigger, sentence: Sentence) -> bool:
    """The verb is joined to the one before, whose subject it shares: "condemned the raid and called for talks"."""
    pack, keys = sentence.lexicon.pack, sentence.reading.keys
    joined = trigger.first > 0 and keys[trigger.first - 1] in sentence.lexicon.joins
    return joined and pack.language.order == "verb-middle" and not pack.language.drops_subject


def cut_off(trigger: Trigger, sentence: Sentence) -> bool:
    """A verb with nothing that joins it to the clause before: "citing a warrant issued by X" tells of no subject."""
    language, keys = sentence.lexicon.pack.language, sentence.reading.keys
    if language.order != "verb-middle" or language.drops_subject or not trigger.first:
        return False
    return keys[trigger.first - 1] not in sentence.lexicon.joins and keys[trigger.first - 1] != ","
