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
#: acts of which a noun tells with nobody but who acts: "Kuzey Kore'nin füze testi gerçekleşti"
OWN_ACTS = frozenset({"MOBILIZE", "PROTEST", "CONCEDE", "RETREAT", "COERCE"})
#: acts that only speak of somebody: who refuses to condemn Russia does not turn Russia down
VOICED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
#: acts whose own words hold what an infinitive after them tells
GOVERNING = VOICED
#: acts that are done, not said or agreed on
DEEDS = frozenset({"ASSAULT", "COERCE", "CONCEDE", "SANCTION"})
