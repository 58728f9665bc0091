"""Demands answered: who turns a call or an offer down says no to whoever made it, not to whom it was about."""

from __future__ import annotations

import pytest

from dateline.extract import extract


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("Nijerya Senatosu, Bola Tinubu'nun asker gönderme talebini geri çevirdi.", "REJECT", ("bola-tinubu",)),
        ("Fransa, Ukraynalı yetkililerin Rusya'ya yaptırım uygulanması çağrısını reddetti.", "REJECT", ("country-ua",)),
        ("ABD, İran'ın müzakere teklifini kabul etti.", "AGREE", ("country-ir",)),
    ],
)
def test_a_demand_is_its_owners(text: str, type_: str, target: tuple[str, ...]) -> None:
    event = extract(text, "2024-05-15", lang="tr").events[-1]
    assert (event.type, event.target) == (type_, target)
