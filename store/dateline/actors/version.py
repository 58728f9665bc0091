"""How names sound to this version of dateline: a store has it beside its index, so that a writer renews an old one."""

from __future__ import annotations

#: tells the tables and rules that make what the index stores of names from any others; ``tests/test_behind.py`` works
#: it out, and says the new one when they change
SOUNDS = "0ad8d77dcd2e"
