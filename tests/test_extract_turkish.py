"""Turkish sentences whose construction, not a word, decides what they state."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Extraction

SENTENCES = [
    # a nominal in -mA, -mAyA has the main verb's doer
    ("Etiyopya ordusu, Tigray'daki güçlerini geri çekmeye başladı.", "RETREAT: Ethiopia > -"),
    ("ECOWAS, Nijer'e yönelik yaptırımları kaldırma kararı aldı.", "CONCEDE: ECOWAS > Niger (planned)"),
    # adverbs, numbers and words of time may part a set phrase
    ("Avrupa Birliği, Belarus'a yönelik yaptırımları bir yıl daha uzattı.", "SANCTION: European Union > Belarus"),
    ("Şili, Peru sınırını 10 Mayıs'ta süresiz olarak kapattı.", "SANCTION: Chile > Peru"),
]


def _told(found: Extraction) -> str:
    names = {actor.id: actor.name for actor in found.actors}
    told = []
    for event in found.events:
        sides = (", ".join(names[actor] for actor in side) or "-" for side in (event.source, event.target))
        status = "" if event.status == "occurred" else f" ({event.status})"
        told.append(f"{event.type}: {' > '.join(sides)}{status}")
    return " ; ".join(told)


@pytest.mark.parametrize(("sentence", "reading"), SENTENCES)
def test_sentence_is_read(sentence: str, reading: str) -> None:
    assert _told(extract(sentence, "2024-05-15", lang="tr")) == reading
