"""Voices: whose quoted words are where no verb of saying stands.

"«…», così il ministro X"; "per il premier Y, «…»"; "la replica di Teheran: «…»"; "«…», è il monito di Z".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.context import Sentence
from dateline.extract.groups import Group
from dateline.packs import Pack
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.quotes import Quote

NEAR = 3  # tokens from a word that introduces a speaker to his name, and from a noun of speech to its owner
OPENING = 4  # tokens from the start of a sentence to a name that opens it
#: a quotation shorter than this (code points) is a word held with tongs
SHORT = 12


@once_per_pack
def _introducing(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.say_more.so)


@once_per_pack
def _nouns(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.say_more.nouns)


def voices(sentence: Sentence, pack: Pack) -> Iterator[tuple[str, Quote]]:
    """Who speaks a quotation of the sentence without a verb, each with the quotation."""
    for quote in sentence.quotes:
        if quote.inner_end - quote.inner_start < SHORT:
            continue
        group = _behind(quote, sentence, pack) or _of_noun(quote, sentence, pack) or _opinion(quote, sentence, pack)
        if group is not None:
            yield group.actors[0], quote
            return


def _outside(sentence: Sentence) -> list[Group]:
    return [group for group in sentence.groups if group.actors and not sentence.quote_of(group.first)]


def _behind(quote: Quote, sentence: Sentence, pack: Pack) -> Group | None:
    """Whoever a word like "so" names right behind the quotation."""
    tokens, keys = sentence.reading.tokens, sentence.reading.keys
    at = next((at for at, token in enumerate(tokens) if token.start >= quote.end), len(tokens))
    while at < len(tokens) and tokens[at].kind == "mark":
        at += 1
    if at >= len(tokens) or keys[at] not in _introducing(pack):
        return None
    return next((group for group in _outside(sentence) if 0 < group.first - at <= NEAR), None)


def _of_noun(quote: Quote, sentence: Sentence, pack: Pack) -> Group | None:
    """Whose answer, comment or warning the words are."""
    for at, key in enumerate(sentence.reading.keys):
        if key in _nouns(pack) and not sentence.quote_of(at):
            for group in _outside(sentence):
                if group.labels & {"of", "whose"} and 0 < group.first - at <= NEAR:
                    return group
    return None


def _opinion(quote: Quote, sentence: Sentence, pack: Pack) -> Group | None:
    """ "For the premier, “it is a mistake”": whose view it is, at the sentence's start and before a comma."""
    if pack.language.order != "verb-middle":
        return None
    keys = sentence.reading.keys
    first = next(iter(_outside(sentence)), None)
    opens = first is not None and first.first <= OPENING and "for" in first.labels
    near = opens and first is not None and keys[first.last : first.last + 1] == [","]
    return first if near and sentence.reading.tokens[first.last].end <= quote.start else None  # type: ignore[union-attr]
