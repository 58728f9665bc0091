"""Status: whether an act happened, is planned, was denied, goes on, or hangs on a condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.clauses import Frame
from dateline.extract.names import Reading as SentenceReading
from dateline.extract.triggers import Carrier, Trigger, entry_type
from dateline.model import Status
from dateline.packs import Noun, Pack, Say, Verb
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

#: tokens between an act and the verb that carries it
SHORT_REACH = 8
LONG_REACH = 16
#: acts of speech: done once uttered, whatever they are about
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: readings of a verb that a clause of its own has
FINITE = frozenset({"past", "present", "future", "would"})
#: what carriers say that stand before the act where the verb stands last
BEFORE = ("plan", "achieve")
#: acts that go on while the present tense tells them
LASTING = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})


@once_per_pack
def _ifs(pack: Pack) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    clauses = pack.grammar.clauses
    return tuple(frozenset(fold(word) for word in words) for words in (clauses.if_, clauses.if_after, clauses.not_))  # type: ignore[return-value]


@once_per_pack
def _none(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.grammar.clauses.none)


def status_of(
    trigger: Trigger, frame: Frame, sentence: SentenceReading, triggers: Sequence[Trigger], pack: Pack
) -> Status | None:
    """The status of the act a trigger states; None where the words state no act at all (asked for, only possible)."""
    reading = trigger.reading
    type_ = getattr(trigger.entry, "type", "")
    carrier = None if _is_relative(trigger, sentence, pack) else _carrier(trigger, triggers, pack)
    carried = carrier.entry.says if carrier is not None and isinstance(carrier.entry, Carrier) else None
    if _opened_by("deny", trigger, triggers, sentence, pack):
        return "denied"
    if _opened_by("ask", trigger, triggers, sentence, pack):
        return None
    if is_supposed(trigger, sentence, triggers, pack):
        return None
    if {"infinitive", "past"} <= reading and carried != "deny":
        carried = None  # "dopo aver incontrato": done, whatever was asked for or planned beside it
    if {"that", "past"} <= reading and carried == "plan":
        carried = None  # "görüştüğünü kabul etti": nobody plans what he has done
    if carried in ("deny", "cancel"):
        undenied = carrier is not None and "not" in carrier.reading  # "did not rule out"
        return None if undenied or (carried == "deny" and _asked_for(trigger, triggers)) else "denied"
    if carried == "plan" and carrier is not None and "not" in carrier.reading:
        return None  # "is not expected to meet": nothing is planned, and nothing denied
    if carried == "achieve" and carrier is not None:  # «نتوانستند به توافق برسند»
        return "denied" if "not" in carrier.reading else "occurred" if "past" in carrier.reading else None
    if carried in ("ask", "ready"):
        return None if carried == "ask" else "conditional"
    if reading & {"must", "imperative", "aim"}:
        return None
    if is_negated(trigger, sentence, pack) or _is_of_none(trigger, frame, sentence, pack):
        return "denied" if reading & {"past", "future", "that", "present"} else None
    if "if" in reading:
        return "conditional"
    done = _is_done(reading)
    conditional = is_conditional(trigger, frame, sentence, pack)
    if carried == "plan":
        return "conditional" if conditional else "planned"
    if "would" in reading:
        return "conditional" if "past" in reading or conditional else "planned"
    if "future" in reading:
        return "conditional" if conditional else "planned"
    if conditional and type_ not in SPOKEN:
        return "conditional"
    if carried == "ongoing":
        return "ongoing"
    if done:
        return "occurred"
    if "present" in reading:
        return _present(type_, pack)
    if "while" in reading and pack.language.inflects and (main := _main_of(trigger, triggers)) is not None:
        return status_of(main, frame, sentence, triggers, pack)  # "giderek görüşecek": both are to come
    if reading & {"who", "while", "that"}:
        return "occurred"
    if carrier is None or carried not in ("happen", "do"):
        return None
    return _as_nominal(carrier, triggers) if _is_nominal(carrier, pack) else _as_carried(carrier.reading)


@once_per_pack
def _tellings(pack: Pack) -> tuple[str, ...]:
    """Words behind an act that say it was told of: "çekildiği iddiası", "yolundaki haberler", "dair"."""
    clauses, about = pack.grammar.clauses, pack.grammar.after.get("about", ())
    return tuple(fold(word).split()[0] for word in (*clauses.hearsay, *about) if not word.startswith("-"))


def _is_relative(trigger: Trigger, sentence: SentenceReading, pack: Pack) -> bool:
    """A bare "-DIğI" before a noun: what is denied or called off is the noun's, "imzaladığı anlaşmadan vazgeçti"."""
    reading = trigger.reading
    if not pack.language.inflects or isinstance(trigger.entry, Noun) or not {"that", "past"} <= reading:
        return False
    key = sentence.keys[trigger.last - 1]
    behind = sentence.keys[trigger.last : trigger.last + 1]
    told = any(word.startswith(_tellings(pack)) for word in behind)
    return "passive" not in reading and key.endswith(("gi", "gu")) and bool(behind) and not told


def _opened_by(says: str, trigger: Trigger, triggers: Sequence[Trigger], sentence: SentenceReading, pack: Pack) -> bool:
    """The act stands in a clause that a denial, a wish or a doubt opens: "denied reports that it had attacked"."""
    if pack.language.order == "verb-last" or isinstance(trigger.entry, Noun):
        return False
    opening = {fold(word) for word in pack.grammar.clauses.that}
    openers = [other for other in triggers if _is(other, says) and 0 < trigger.first - other.last <= 10]
    return any(key.rstrip("'") in opening for other in openers for key in sentence.keys[other.last : trigger.first])


def _main_of(converb: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """The verb that a converb leans on: the next one, if it tells an act."""
    following = (other for other in triggers if other.head > converb.head and not isinstance(other.entry, Noun | Say))
    verb = next(following, None)
    return verb if verb is not None and isinstance(verb.entry, Verb) else None


def _asked_for(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """What a demand that is turned down was about never came to be: "rejected calls for a withdrawal"."""
    before = [other for other in triggers if other.head < trigger.first]
    return bool(before) and isinstance(before[-1].entry, Noun) and before[-1].entry.type == "REQUEST"


def is_supposed(trigger: Trigger, sentence: SentenceReading, triggers: Sequence[Trigger], pack: Pack) -> bool:
    """The act is itself the condition, "if Russia invades …": of that nobody says that it happens."""
    opening, closing, _ = _ifs(pack)
    keys = sentence.keys
    if pack.language.inflects:
        behind = keys[trigger.last : trigger.last + 2]
        return "if" in trigger.reading or any(" ".join(behind).startswith(words) for words in closing)
    if pack.language.order == "verb-last" and "past" in trigger.reading:
        return False  # «در صورت …» hangs on the noun behind it; a condition takes the subjunctive
    at = max((end for words in opening for end in _ends_of(words.split(), keys, trigger.first)), default=None)
    if at is None or any(not key[:1].isalnum() for key in keys[at : trigger.first]):
        return False
    return not any(at <= other.head < trigger.first and other.reading & FINITE for other in triggers)


def _ends_of(words: Sequence[str], keys: Sequence[str], before: int) -> Iterator[int]:
    """Where some words end that stand before a token, as token numbers."""
    for end in range(len(words), before + 1):
        if keys[end - 1] == words[-1] and list(keys[end - len(words) : end]) == list(words):
            yield end


def _is_nominal(carrier: Trigger, pack: Pack) -> bool:
    """The carrier is itself a nominal that another verb carries: "görüşme yapması bekleniyor"."""
    return pack.language.inflects and "noun" in carrier.reading and not carrier.reading & {"past", "future"}


def _as_nominal(carrier: Trigger, triggers: Sequence[Trigger]) -> Status | None:
    """The status of an act by what carries its nominal carrier; where nothing near does, what began has happened.

    What two sides agree on is told with their accord.
    """
    stated = {verb.head for verb in triggers if isinstance(verb.entry, Verb)}
    outer = [t for t in triggers if isinstance(t.entry, Carrier) and 0 < t.head - carrier.head <= SHORT_REACH]
    says = {other.entry.says for other in outer[:1] if isinstance(other.entry, Carrier)}
    if not outer or outer[0].head in stated:
        return "occurred" if not outer and _is(carrier, "happen") else None
    if says & {"happen", "do"}:
        return _as_carried(outer[0].reading)
    return "planned" if "plan" in says else "denied" if says & {"deny", "cancel"} else None


def _as_carried(reading: frozenset[str]) -> Status | None:
    """The status of a noun's act by its verb: "invierà una lettera" announces one."""
    if reading & {"must", "imperative", "aim"} or ("infinitive" in reading and "past" not in reading):
        return None
    if "not" in reading:
        return "denied"
    if "if" in reading or {"would", "past"} <= reading:
        return "conditional"
    return "planned" if reading & {"would", "future"} else "occurred"


def _present(type_: str, pack: Pack) -> Status:
    """The present tense: what lasts goes on, what is said is said, a single act is as the language has it."""
    if type_ in LASTING:
        return "ongoing"
    return "planned" if pack.language.present == "planned" and type_ not in SPOKEN else "occurred"


def _carrier(trigger: Trigger, triggers: Sequence[Trigger], pack: Pack) -> Trigger | None:
    """The carrier near the trigger: the next verb in verb-last languages, the one before elsewhere."""
    loose = isinstance(trigger.entry, Noun) or bool(trigger.reading & {"noun", "infinitive", "that", "future"})
    if not loose:
        return None
    carriers = [other for other in triggers if isinstance(other.entry, Carrier) and other.head != trigger.head]
    if isinstance(trigger.entry, Noun) and pack.language.inflects:  # "durdurma emri verdi": no carrier of its own
        own = trigger.entry.carriers
        carriers = [other for other in carriers if not _is(other, "do") or getattr(other.entry, "verb", "") in own]
    if pack.language.order == "verb-last":
        after = [
            other
            for other in carriers
            if 0 <= other.first - trigger.last <= _reach(trigger, other, triggers, pack)
            or other.first <= trigger.head < other.head
        ]
        planned = next((o for o in reversed(carriers) if o.head < trigger.first and o.entry.says in BEFORE), None)  # type: ignore[union-attr]
        chosen = after[0] if after else planned
        if planned and chosen and _is(chosen, "happen") and not chosen.reading & {"past", "present", "future"}:
            chosen = planned  # «قرار است گفت‌وگوها … برگزار شود»
    else:
        if not isinstance(trigger.entry, Noun):  # "asked the court to order a halt": not done yet
            carriers = [other for other in carriers if not (_is(other, "do") or _is(other, "happen"))]
        before = [other for other in carriers if 0 < trigger.head - other.head <= 10]
        after = [other for other in carriers if 0 < other.head - trigger.head <= 12]
        chosen = before[-1] if before else (after[0] if after and isinstance(trigger.entry, Noun) else None)
    return chosen


def _reach(trigger: Trigger, carrier: Trigger, triggers: Sequence[Trigger], pack: Pack) -> int:
    """How far a carrier may stand: a noun's parties stand behind it where owners do, up to the next verb."""
    between = [t for t in triggers if trigger.last <= t.head < carrier.first and not isinstance(t.entry, Noun)]
    free = isinstance(trigger.entry, Noun) and not pack.language.inflects and not between and _is(carrier, "happen")
    return LONG_REACH if free else SHORT_REACH


def _is(trigger: Trigger, says: str) -> bool:
    return isinstance(trigger.entry, Carrier) and trigger.entry.says == says


def _is_of_none(trigger: Trigger, frame: Frame, sentence: SentenceReading, pack: Pack) -> bool:
    """The clause opens with a word like "no": "No agreement between A and B was signed"."""
    if (
        not isinstance(trigger.entry, Verb)
        or frame.first >= trigger.first
        or sentence.keys[frame.first] not in _none(pack)
    ):
        return False
    return frame.first == 0 or sentence.tokens[frame.first - 1].kind == "mark"


def is_negated(trigger: Trigger, sentence: SentenceReading, pack: Pack) -> bool:
    """The form itself says no, a word like "not" stands beside it, or one like "no" behind it: "signed no deal"."""
    if "not" in trigger.reading:
        return True
    opens = trigger.head + 1 if trigger.first == trigger.head else max(0, trigger.first - 1)  # "no deal was signed"
    behind = sentence.keys[opens : max(trigger.last, trigger.head + 2)]
    if isinstance(trigger.entry, Verb) and not _none(pack).isdisjoint(behind):
        return True
    words = _ifs(pack)[2]
    if pack.language.order == "verb-last":
        near = sentence.keys[trigger.last : trigger.last + 2]
    else:
        near = sentence.keys[max(0, trigger.first - 3) : trigger.head]
        aside = sentence.keys[trigger.first - 1 : trigger.first] == [","]  # "Norway, not Denmark, signed"
        near = sentence.keys[trigger.first : trigger.head] if aside else near
    return any(word in words for word in near)


def _is_done(reading: frozenset[str]) -> bool:
    return "past" in reading and "would" not in reading


def is_conditional(trigger: Trigger, frame: Frame, sentence: SentenceReading, pack: Pack) -> bool:
    """The act hangs on a condition; one told in the past does only where the condition opens its own clause."""
    opening, closing, _ = _ifs(pack)
    keys = sentence.keys
    if _is_done(trigger.reading):
        clause = " " + " ".join(keys[max(0, frame.first - 1) : trigger.head]) + " "
        return any(clause.lstrip(" ,").startswith(f"{words} ") for words in opening)
    if any("if" in other.reading and other.head < trigger.head for other in sentence.triggers):
        return True  # "sürerse": the condition stands in the verb's own ending
    joined = " " + " ".join(keys) + " "
    return any(f" {words} " in joined for words in (*opening, *closing))


def with_victims(trigger: Trigger, triggers: Sequence[Trigger], pack: Pack) -> bool:
    """An attack in which somebody was killed has happened: «در حمله اسرائیل به رفح ۳۰ نفر کشته شدند»."""
    if pack.language.order != "verb-last" or pack.language.inflects or entry_type(trigger.entry) != "ASSAULT":
        return False
    following = [other for other in triggers if other.head > trigger.head and not isinstance(other.entry, Noun)]
    return bool(following) and entry_type(following[0].entry) == "ASSAULT" and "passive" in following[0].reading


def is_denied(carrier: Trigger | None, triggers: Sequence[Trigger]) -> bool:
    """The noun's verb denies it; whoever turns a ceasefire down denies none."""
    if carrier is None or not _is(carrier, "deny"):
        return False
    return not any(isinstance(other.entry, Verb) and other.head == carrier.head for other in triggers)


def carried_by(trigger: Trigger, triggers: Sequence[Trigger], pack: Pack) -> Trigger | None:
    """The verb behind a noun that tells its act to have happened or denies it, where owners stand behind nouns."""
    if not isinstance(trigger.entry, Noun) or pack.language.inflects or pack.language.order != "verb-last":
        return None
    carrier = _carrier(trigger, triggers, pack)
    known = carrier is not None and carrier.head > trigger.head and (_is(carrier, "happen") or _is(carrier, "deny"))
    return carrier if known else None
