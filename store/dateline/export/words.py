"""The line that cannot lie: one short English sentence for a fact, made from one table.

``WORDS`` holds the words for every (type, mode, status). Only what has occurred is told in the past tense; planned,
conditional, denied and ongoing acts have other words and a sign of their own. Parties that the sentence does not name
stand in [brackets]; the date is the event's own, never the article's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.db.rows import Fact
from dateline.model import EVENT_TYPES, MODES, STATUSES, Mode, Status
from dateline.text.safe import one_line


@dataclass(frozen=True, slots=True)
class Act:
    """A verb in three forms, with its preposition, and what is said where nobody is named as the other side."""

    done: str  # "met"
    bare: str  # "meet"
    going: str  # "meeting"
    alone: tuple[str, str, str]  # the same three without an object: "held a meeting" …


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the parties: ``sign source verb target tail``."""

    verb: str
    alone: str  # the verb where there is no target
    tail: str  # after the target: how and with which reservation
    sign: str
    ascii_sign: str


def _alone(done: str, bare: str, going: str) -> tuple[str, str, str]:
    return done, bare, going


#: an event of a type, whatever its mode
_ACTS: dict[str, Act] = {
    "AGREE": Act("agreed with", "agree with", "agreeing with", _alone("agreed", "agree", "agreeing")),
    "CONSULT": Act(
        "held talks with", "hold talks with", "holding talks with",
        _alone("held talks", "hold talks", "holding talks"),
    ),
    "SUPPORT": Act("backed", "back", "backing", _alone("gave support", "give support", "giving support")),
    "CONCEDE": Act("gave way to", "give way to", "giving way to", _alone("gave way", "give way", "giving way")),
    "COOPERATE": Act(
        "worked together with", "work together with", "working together with",
        _alone("worked together", "work together", "working together"),
    ),
    "AID": Act("aided", "aid", "aiding", _alone("gave aid", "give aid", "giving aid")),
    "RETREAT": Act(
        "pulled back from", "pull back from", "pulling back from",
        _alone("pulled back", "pull back", "pulling back"),
    ),
    "REQUEST": Act(
        "called on", "call on", "calling on", _alone("made an appeal", "make an appeal", "making an appeal")
    ),
    "ACCUSE": Act("criticised", "criticise", "criticising", _alone("complained", "complain", "complaining")),
    "REJECT": Act("said no to", "say no to", "saying no to", _alone("refused", "refuse", "refusing")),
    "THREATEN": Act("warned", "warn", "warning", _alone("gave a warning", "give a warning", "giving a warning")),
    "PROTEST": Act(
        "protested against", "protest against", "protesting against", _alone("protested", "protest", "protesting")
    ),
    "SANCTION": Act(
        "penalised", "penalise", "penalising",
        _alone("imposed penalties", "impose penalties", "imposing penalties"),
    ),
    "MOBILIZE": Act(
        "mobilised against", "mobilise against", "mobilising against",
        _alone("mobilised", "mobilise", "mobilising"),
    ),
    "COERCE": Act("coerced", "coerce", "coercing", _alone("used coercion", "use coercion", "using coercion")),
    "ASSAULT": Act(
        "attacked", "attack", "attacking", _alone("made an attack", "make an attack", "making an attack")
    ),
}  # fmt: skip

#: talks have a verb for each mode
_TALKS: dict[Mode, Act] = {
    "phone": Act("phoned", "phone", "phoning", _alone("spoke by phone", "speak by phone", "speaking by phone")),
    "meeting": Act("met", "meet", "meeting", _alone("held a meeting", "hold a meeting", "holding a meeting")),
    "visit": Act("visited", "visit", "visiting", _alone("paid a visit", "pay a visit", "paying a visit")),
    "video": Act(
        "spoke by video with", "speak by video with", "speaking by video with",
        _alone("spoke by video", "speak by video", "speaking by video"),
    ),
    "letter": Act("wrote to", "write to", "writing to", _alone("sent a letter", "send a letter", "sending a letter")),
    "multilateral": Act(
        "conferred with", "confer with", "conferring with",
        _alone("held a conference", "hold a conference", "holding a conference"),
    ),
}  # fmt: skip

#: how any other act was done
_HOW: dict[Mode, str] = {
    "phone": " by phone",
    "meeting": " at a meeting",
    "visit": " on a visit",
    "video": " by video",
    "letter": " by letter",
    "multilateral": " at a conference",
}

#: status -> (which form of the verb, before it, after the target, sign, sign in ASCII)
_STATUS: dict[Status, tuple[int, str, str, str, str]] = {
    "occurred": (0, "", "", "", ""),
    "planned": (1, "to ", "", "◷", "(planned)"),
    "conditional": (1, "may ", ", conditional", "◇", "(if)"),
    "denied": (2, "", ": denied or called off", "✗", "(x)"),
    "ongoing": (2, "now ", "", "…", "(now)"),
}

#: what a line calls those whose whole name is long
_SHORT: dict[str, str] = {
    "United States": "US",
    "United Kingdom": "UK",
    "United Arab Emirates": "UAE",
    "European Union": "EU",
    "United Nations": "UN",
}
#: what takes an article after "of"
_WITH_ARTICLE = frozenset(
    {*_SHORT, *_SHORT.values(), "Netherlands", "Philippines", "Maldives", "Bahamas", "Vatican", "Kremlin"}
)

BY_HAND = "by hand"  # the rule of a fact that a user made
UNSURE = "?"  # before a fact whose rule was not measured to be right nearly always


def _words(type: str, mode: Mode | None, status: Status) -> Words:
    act = _TALKS[mode] if type == "CONSULT" and mode else _ACTS[type]
    how = _HOW[mode] if mode and type != "CONSULT" else ""
    form, before, after, sign, ascii_sign = _STATUS[status]
    verb = (act.done, act.bare, act.going)[form]
    return Words(before + verb, before + act.alone[form], how + after, sign, ascii_sign)


#: the one table: what is said of an event of this type, in this mode, of this status
WORDS: dict[tuple[str, Mode | None, Status], Words] = {
    (type, mode, status): _words(type, mode, status)
    for type in EVENT_TYPES
    for mode in (None, *MODES)
    for status in STATUSES
}


def fact_line(fact: Fact, *, ascii: bool = False) -> str:
    """The fact as one line: ``2021-12-30 · Biden phoned Putin · 50 min``; ``ascii`` replaces signs and the separator.

    What users decided about it stands at its end in words: ``· corrected``.

    Made harmless for a screen; square brackets in it are literal.
    """
    parts = _LINES[fact.kind](fact, ascii)
    separator = " - " if ascii else " · "
    line = separator.join(part for part in parts if part)
    if fact.according_to:
        line += (" -- " if ascii else " — ") + "per " + listed(fact.according_to)
    line = separator.join([line, *decided(fact)])
    return one_line(line)


def decided(fact: Fact) -> list[str]:
    """What users decided about a fact, a word or two each."""
    marks = {
        BY_HAND: fact.rule == BY_HAND,
        "corrected": fact.corrected,
        "rejected": fact.rejected,
        "flagged": fact.flagged,
        "noted": fact.note is not None,
    }
    return [word for word, holds in marks.items() if holds]


def brief(fact: Fact, width: int = 60) -> str:
    """Who did or said what, without date, place and signs, in at most ``width`` characters: "Biden phoned Putin"."""
    told = {"event": _told, "statement": _said, "role": _role_told}[fact.kind](fact)
    told = one_line(told)
    return told if len(told) <= width else told[: width - 1].rstrip() + "…"


def when(fact: Fact) -> str:
    """The event's date, else its date as the article words it, else "no date"."""
    return fact.date or fact.date_text or "no date"


def sign(fact: Fact, *, ascii: bool = False) -> str:
    """The signs before a fact: ``?`` if unsure, then its status; empty for a sure fact that has occurred."""
    signs = [] if fact.sure or fact.kind == "role" else [UNSURE]
    if fact.type and fact.status:
        words = WORDS[fact.type, fact.mode, fact.status]
        signs.append(words.ascii_sign if ascii else words.sign)
    return " ".join(filter(None, signs))


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _parties(fact: Fact, names: Sequence[str]) -> str:
    """The names of one side, by surname where that is enough, in brackets where the sentence does not name them."""
    called = [(fact.short.get(name) or _SHORT.get(name, name), name in fact.inferred) for name in names]
    return listed([f"[{name}]" if inferred else name for name, inferred in called])


def _told(fact: Fact) -> str:
    assert fact.type is not None and fact.status is not None
    words = WORDS[fact.type, fact.mode, fact.status]
    target = _parties(fact, fact.target)
    verb = f"{words.verb} {target}" if target else words.alone
    return f"{_parties(fact, fact.source) or 'someone'} {verb}{words.tail}"


def _event(fact: Fact, ascii: bool) -> list[str]:
    lasted = f"{fact.duration_minutes} min" if fact.duration_minutes else ""
    return [when(fact), f"{sign(fact, ascii=ascii)} {_told(fact)}".strip(), fact.place or "", lasted]


def _said(fact: Fact) -> str:
    speaker = _parties(fact, [fact.speaker]) if fact.speaker else "someone"
    said = f'{fact.verb}: "{fact.quote}"' if fact.quote else f"{fact.verb}, as reported: {fact.text}"
    return f"{speaker} {said}"


def _statement(fact: Fact, ascii: bool) -> list[str]:
    return [f"{sign(fact, ascii=ascii)} {_said(fact)}".strip()]


def _role_told(fact: Fact) -> str:
    person = _parties(fact, [fact.person]) if fact.person else "someone"
    return f"{person}: {office_of(fact)}"


def _role(fact: Fact, ascii: bool) -> list[str]:
    return [_role_told(fact)]


def office_of(fact: Fact) -> str:
    """The office of a role with what it is an office of: "Secretary of State of the US"."""
    if not fact.of:
        return fact.office or ""
    return f"{fact.office} of {'the ' if fact.of in _WITH_ARTICLE else ''}{_SHORT.get(fact.of, fact.of)}"


_LINES = {"event": _event, "statement": _statement, "role": _role}
