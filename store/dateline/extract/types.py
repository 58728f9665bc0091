"""What each event type asks of a sentence and what it allows: the tables that the event reader looks types up in."""

from __future__ import annotations

#: types that may stand with one side alone: who acted, or whom it befell
SOURCE_ALONE = frozenset(
    ("PROTEST", "MOBILIZE", "RETREAT", "CONCEDE", "REQUEST", "REJECT", "AID", "ACCUSE", "SANCTION", "THREATEN",
     "SUPPORT", "ASSAULT", "AGREE", "COERCE")
)  # fmt: skip
TARGET_ALONE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
#: types whose passive may leave out who acted
UNDERGONE = TARGET_ALONE | {"ACCUSE", "CONCEDE"}
#: types whose object may be an act: what is condemned in "condemned Russia's attack" is Russia
ABOUT_ACTS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
#: acts upon one's own forces: whose soldiers "were deployed" deployed them
OWN_FORCES = frozenset({"MOBILIZE", "RETREAT"})
#: acts of which a noun tells with nobody but who acts: "Kuzey Kore'nin füze testi gerçekleşti"
OWN_ACTS = frozenset({"MOBILIZE", "PROTEST", "CONCEDE", "RETREAT"})
#: acts that only speak of somebody: who refuses to condemn Russia does not turn Russia down
VOICED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
#: acts whose own words hold what an infinitive after them tells
GOVERNING = VOICED
#: acts that are done, not said or agreed on
DEEDS = frozenset({"ASSAULT", "COERCE", "CONCEDE", "SANCTION"})
#: kinds of reading, by type and the sides that are named, of which at least .83 were right on the annotated articles
#: under tests/ when they were last counted (tests/benchmarks/sure_kinds.py counts them)
SURE = frozenset(
    {(type_, "both") for type_ in "ACCUSE|AGREE|AID|ASSAULT|CONCEDE|CONSULT|COOPERATE|REQUEST|THREATEN".split("|")}  # noqa: SIM905
    | {(type_, "source") for type_ in ("ACCUSE", "AID", "ASSAULT", "CONSULT", "REJECT")}
    | {("COERCE", "target"), ("ASSAULT", "target")}
)
