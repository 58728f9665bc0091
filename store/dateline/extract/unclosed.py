"""Quotations whose closing mark is missing: the verb of saying at the end of the sentence stands outside of them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.lexicon import Lexicon
from dateline.extract.triggers import Trigger
from dateline.packs import Say
from dateline.text.quotes import Quote
from dateline.text.tokens import Token

FINITE = frozenset({"past", "present"})


def closed(quotes: list[Quote], triggers: Sequence[Trigger], tokens: Sequence[Token], lexicon: Lexicon) -> list[Quote]:
    """The quotations, an unclosed last one cut before the verb that says it: "X, “Sokakları boş bırakmayız dedi."."""
    if lexicon.pack.language.order != "verb-last" or not quotes or quotes[-1].closed:
        return quotes
    end = len(tokens)
    while end and tokens[end - 1].kind == "mark":
        end -= 1
    last = quotes[-1]
    saying = [t for t in triggers if isinstance(t.entry, Say) and t.last == end and t.reading & FINITE]
    if not saying or tokens[saying[0].first].start <= last.inner_start:
        return quotes
    at = saying[0].first
    while at and tokens[at - 1].key in lexicon.small:
        at -= 1  # "diye konuştu"
    if at == 0 or tokens[at - 1].start < last.inner_start:
        return quotes
    stop = tokens[at - 1].end
    return [*quotes[:-1], last._replace(end=stop, inner_end=stop)]
