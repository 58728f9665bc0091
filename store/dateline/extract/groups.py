"""Groups: the parties of a sentence that are named together, "A, B as well as C", with the marker they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.extract.labels import LONGEST_MARKER
from dateline.extract.lexicon import NO_LABELS, Labels, Lexicon
from dateline.extract.names import Reading
from dateline.extract.pairs import is_pair
from dateline.extract.resolve import Party
from dateline.extract.triggers import Carrier, Trigger
from dateline.packs import Pack, Say
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

FINITE = frozenset({"past", "present", "future", "would"})
AUXILIARY = 1  # tokens between a subject and its verb: "Berlino | ha | annullato"
PAIR: Labels = frozenset({"whose"})


#: labels of those upon whom somebody acts
UPON = frozenset({"with", "to", "object", "from", "against"})
#: the label of a mediator: "with the mediation of"
THROUGH = "through"


class Group(NamedTuple):
    """Parties joined into one: "A, B and C". ``labels`` is empty for an unmarked group."""

    parties: tuple[Party, ...]
    labels: Labels

    @property
    def first(self) -> int:
        return self.parties[0].first

    @property
    def last(self) -> int:
        return self.parties[-1].last

    @property
    def actors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor for party in self.parties for actor in party.actors))

    @property
    def inferred(self) -> tuple[str, ...]:
        named = {actor for party in self.parties if not party.inferred for actor in party.actors}
        return tuple(actor for actor in self.actors if actor not in named)


def is_told(group: Group) -> bool:
    """Somebody in the group is named, or told by title and country: «نخست‌وزیر عراق»."""
    return group.actors != group.inferred or any(party.phrase.office and party.phrase.owners for party in group.parties)


class Words(NamedTuple):
    """The words of a pack that part clauses or join parties, folded."""

    breaks: frozenset[str]
    if_: frozenset[str]
    that: frozenset[str]
    joins: frozenset[str]
    opens: frozenset[str]
    infinitive: frozenset[str]  # what an infinitive follows: "to"
    it: frozenset[str]  # stands for whoever acted in the clause before


@once_per_pack
def words_of(pack: Pack) -> Words:
    clauses = pack.grammar.clauses
    return Words(
        frozenset(fold(word) for word in (*clauses.breaks, *clauses.if_)),
        frozenset(fold(word) for word in clauses.if_),
        frozenset(fold(word) for word in (*clauses.that, *clauses.who)),
        frozenset(fold(word) for word in pack.grammar.joins),
        frozenset(fold(word) for word in pack.grammar.opens),
        frozenset(
            fold(word)
            for item in pack.conjugation.auxiliary
            if item.gives == "infinitive"
            for word in item.forms
            if word in pack.grammar.before.get("to", ())
        ),
        frozenset(fold(word) for word in pack.grammar.pronouns.get("it", ())),
    )


def join_groups(parties: Sequence[Party], reading: Reading, lexicon: Lexicon) -> list[Group]:
    """Parties with "and" between them, or commas and a last "and", become one group that shares its marker."""
    of_pack = words_of(lexicon.pack)
    joins, opens = of_pack.joins | of_pack.opens, of_pack.opens
    wary = opens | of_pack.that  # "hem A hem B", "sia A che B": they join only what one of them has opened
    suffixed = lexicon.pack.language.order == "verb-last" and lexicon.pack.language.inflects
    groups: list[list[Party]] = []
    pending: list[Party] = []
    for party in parties:
        if not pending:
            pending = [party]
            continue
        words = [
            word.rstrip("'")
            for word in reading.keys[pending[-1].last : party.first]
            if word.rstrip("'") not in lexicon.articles
        ]
        words = _unbracketed(words)
        if party.labels and party.labels == pending[-1].labels:
            words = _unmarked(words, lexicon)  # "dal consigliere X e dal portavoce Y"
        opened = any(key in opens for key in reading.keys[max(0, pending[-1].first - 2) : pending[-1].first])
        fits = [word in (",", "،") or (word in joins and (opened or word not in wary)) for word in words]
        phrase = _phrase_of(words)
        joined = bool(words) and (all(fits) or phrase in joins or _paired(pending[-1], party, reading))
        compatible = _compatible(pending[-1], party, suffixed, phrase or [word for word in words if word in joins])
        if joined and compatible and not _opens_clause(pending, party, reading, lexicon):
            pending.append(party)
        else:
            groups += _closed(pending, reading, joins)
            pending = [party]
    if pending:
        groups += _closed(pending, reading, joins)
    found = [Group(tuple(group), _shared(group, suffixed) or _owning(group, reading)) for group in groups]
    return _with_subject(found, reading) if suffixed else found


def _with_subject(groups: list[Group], reading: Reading) -> list[Group]:
    """ "A, B ve C ile görüştü": where nobody else could act, the comma parts who acts from those he acts upon."""
    if not groups or len(groups[0].parties) < 3 or not groups[0].labels & UPON:
        return groups
    if any(not group.labels for group in groups):
        return groups
    doer, *others = groups[0].parties
    if doer.labels or reading.keys[doer.last : others[0].first] != [","]:
        return groups
    return [Group((doer,), NO_LABELS), Group(tuple(others), groups[0].labels), *groups[1:]]


def _opens_clause(run: Sequence[Party], party: Party, reading: Reading, lexicon: Lexicon) -> bool:
    """ "Iran attacked Israel and | Jordan closed …": right before another verb stands who does that, not one more.

    Unless the first verb tells what both did: "said Israel and Jordan closed …".
    """
    if lexicon.pack.language.order == "verb-last":
        return False
    verbs = [trigger for trigger in reading.triggers if trigger.reading & FINITE]
    if not any(_right_behind(party, verb, reading) for verb in verbs):
        return False
    before = [verb for verb in verbs if verb.head < run[0].first]
    if "," in reading.keys[run[-1].last : party.first]:
        return bool(before)
    that = words_of(lexicon.pack).that
    between = reading.keys[before[-1].last : run[0].first] if before else ()
    same = [verb for verb in before if verb.head == before[-1].head]
    telling = all(isinstance(verb.entry, Say | Carrier) for verb in same)
    return not telling and not any(key in that or not key[:1].isalnum() for key in between)


def _right_behind(party: Party, verb: Trigger, reading: Reading) -> bool:
    """The verb follows the party at once, but for an auxiliary or an adverb."""
    between = reading.keys[party.last : verb.first]
    return len(between) <= AUXILIARY and verb.first >= party.last and all(key[:1].isalpha() for key in between)


def _owning(group: Sequence[Party], reading: Reading) -> Labels:
    """A pair without a marker says whose something is: "Erdoğan-Putin görüşmesi"."""
    return PAIR if len(group) == 2 and _paired(group[0], group[1], reading) else NO_LABELS


def _paired(one: Party, other: Party, reading: Reading) -> bool:
    """A hyphen makes one word of both: "US-Russia"."""
    return other.first == one.last + 1 and is_pair(reading.tokens, one.last)


def _unbracketed(words: list[str]) -> list[str]:
    """The words between two parties without a short name in brackets: "Fronte Polisario (Polisario) e il Marocco"."""
    if words[:1] == ["("] and ")" in words:
        return words[words.index(")") + 1 :]
    return words


def _unmarked(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words between two parties without the marker of the second, where a word that joins stands before it."""
    for size in range(min(LONGEST_MARKER, len(words) - 1), 0, -1):
        if " ".join(words[-size:]) in lexicon.before:
            return words[:-size]
    return words


def _phrase_of(words: Sequence[str]) -> str:
    """What joins two parties in several words: "as well as"; "" where one word or none does."""
    kept = [word for word in words if word not in (",", "،")]
    return " ".join(kept) if len(kept) > 1 else ""


def _is_joined(words: Sequence[str], joins: frozenset[str]) -> bool:
    """A word or a whole phrase that joins stands among the words."""
    phrase = " " + " ".join(word.rstrip("'") for word in words) + " "
    return any(f" {join} " in phrase for join in joins)


def _compatible(one: Party, other: Party, suffixed: bool, joins: Sequence[str]) -> bool:
    if one.labels == other.labels:
        return True
    if one.phrase.adjective and not (other.phrase.adjective or other.phrase.people):
        return False  # "il passaporto kosovaro, e Belgrado …"
    if suffixed:  # "A ve B'yle": the last one carries the ending; "A ile B" is one party too
        either = not other.labels or "between" in other.labels
        return not one.labels or (bool(joins) and "with" in one.labels and either)
    if not one.labels and other.labels == {"object"}:
        return bool(joins)  # «A و B را»: the mark of the object stands once, at the end
    if THROUGH in one.labels and not joins:
        return False  # "with the mediation of Qatar, | Israel …"
    return not other.labels  # "con A e B": the first one carries the preposition


def _closed(run: list[Party], reading: Reading, joins: frozenset[str]) -> list[list[Party]]:
    """A run of parties is a list up to its last "and"; a bare comma parts what follows it."""
    if _heads_line(run, reading):
        return [run]
    ands = [
        at
        for at in range(1, len(run))
        if _is_joined(reading.keys[run[at - 1].last : run[at].first], joins) or _paired(run[at - 1], run[at], reading)
    ]
    for at in ands:
        couple = "with" in run[at - 1].labels and not run[at - 2].labels
        if at > 1 and at - 1 not in ands and (couple or _paired(run[at - 1], run[at], reading)):
            before, pair, rest = run[: at - 1], run[at - 1 : at + 1], run[at + 1 :]
            closed = [*_closed(before, reading, joins), pair]
            return closed + (_closed(rest, reading, joins) if rest else [])  # "Umman, | ABD ile İran arasında"
    apart = max((at for at in range(1, len(run)) if at not in ands), default=0)
    if apart and THROUGH in run[-1].labels:
        return [*_closed(run[:apart], reading, joins), run[apart:]]  # "A ve B, | C ve D'nin arabuluculuğunda"
    end = ands[-1] + 1 if ands else 0
    return ([run[:end]] if end else []) + [[party] for party in run[end:]]


def _heads_line(run: list[Party], reading: Reading) -> bool:
    """A comma for "and" in a headline: "Australia, Fiji | sign policing pact", one plural verb right behind the two."""
    if len(run) != 2 or run[0].first != 0 or run[0].labels or run[1].labels or reading.tokens[-1].text == ".":
        return False
    verbs = [trigger for trigger in reading.triggers if trigger.first == trigger.head == run[1].last]
    return reading.keys[run[0].last : run[1].first] == [","] and any({"present", "base"} <= t.reading for t in verbs)


def _shared(group: Sequence[Party], suffixed: bool) -> Labels:
    if suffixed and len(group) > 1 and group[0].labels & {"with"} and not group[-1].labels:
        return group[-1].labels  # "Blinken ile Lavrov görüştü"
    if suffixed or group[-1].labels == {"object"}:
        return group[-1].labels
    return group[0].labels
