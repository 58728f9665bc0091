"""Headlines without a verb of their own, where the verb stands in the middle: "Raid israeliano su Damasco".

A noun of happening that opens a line without its article tells what happened, unless a verb behind it says otherwise.
A participle that opens one leaves out its "was": "Arrestato a Lahore l'ex premier".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.negated import nots_of
from dateline.extract.triggers import Carrier, Trigger
from dateline.packs import Noun, Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.tokens import Token

OPENING = (":", "|", "•", "»")


@once_per_pack
def _arrivals(pack: Pack) -> frozenset[str]:
    return frozenset(fold(verb) for verb in pack.conjugation.active_be)


def opens_line(at: int, tokens: Sequence[Token]) -> bool:
    """The token is the first word of the line, or the first behind a colon."""
    return at == 0 or (tokens[at - 1].kind == "mark" and (tokens[at - 1].text in OPENING or _only_marks(at, tokens)))


def _only_marks(at: int, tokens: Sequence[Token]) -> bool:
    return all(token.kind == "mark" for token in tokens[:at])


def tells_by_itself(trigger: Trigger, carrier: Trigger | None, tokens: Sequence[Token], pack: Pack) -> bool:
    """A noun that opens a line and that no verb plans, asks for or denies."""
    if pack.language.order != "verb-middle" or not isinstance(trigger.entry, Noun):
        return False
    if carrier is None:
        carried = nots_of(pack).isdisjoint(token.key for token in tokens[trigger.last :])
    else:
        done = isinstance(carrier.entry, Carrier) and carrier.entry.says in ("do", "happen")
        carried = done and "not" not in carrier.reading  # "the talks have not started"
    return carried and opens_line(trigger.first, tokens)


def completed(triggers: Sequence[Trigger], tokens: Sequence[Token], pack: Pack) -> list[Trigger]:
    """The triggers, where a participle that opens a line is the past tense it stands for."""
    if pack.language.order != "verb-middle" or pack.language.modifies == "before":
        return list(triggers)  # "Wounded soldiers": before its noun a participle describes it
    return [_complete(trigger, tokens, pack) for trigger in triggers]


def _complete(trigger: Trigger, tokens: Sequence[Token], pack: Pack) -> Trigger:
    bare = "participle" in trigger.reading and "past" not in trigger.reading and trigger.first == trigger.head
    if not bare or not opens_line(trigger.head, tokens):
        return trigger
    verb = getattr(trigger.entry, "verb", "").split()[:1]
    active = bool(verb) and fold(verb[0]) in _arrivals(pack)
    return trigger._replace(reading=frozenset({"past"} if active else {"past", "passive"}))
