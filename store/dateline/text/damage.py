"""Damage: what pages do to sentences, after which no reading of them is sure."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.text.quotes import Quote
from dateline.text.script import COMMON, script_of
from dateline.text.tokens import MARK, WORD, Token

#: marks that a space follows wherever somebody writes with care
_SPACED = frozenset(",;:!?؟،؛…")


def damage_of(tokens: Sequence[Token], quotes: Sequence[Quote]) -> str | None:
    """What is damaged in a sentence of these tokens and quotations, in words for a person; None if nothing is."""
    words = [token for token in tokens if token.kind == WORD]
    if len(words) > 1 and all(token.text.isupper() for token in words):
        return "it is all in capitals"
    if any(not quote.closed for quote in quotes):
        return "a quotation in it is never closed"
    if any(_glued(left, mark, right) for left, mark, right in zip(tokens, tokens[1:], tokens[2:], strict=False)):
        return "words in it run together"
    scripts = {script_of(token.text) for token in words} - {COMMON}
    if "Latin" in scripts and len(scripts) > 1 and script_of("".join(token.text for token in words)) == "Latin":
        return "a word of another script stands in it"  # Latin names in other scripts are daily bread
    return None


def _glued(left: Token, mark: Token, right: Token) -> bool:
    """Two words and a mark between them with no space: "geldi,Lavrov"."""
    return (
        mark.kind == MARK
        and mark.text in _SPACED
        and left.kind == right.kind == WORD
        and left.end == mark.start
        and mark.end == right.start
    )
