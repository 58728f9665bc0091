"""Pairs: two names that a hyphen joins into one word, "US-Russia talks", "Erdoğan-Putin görüşmesi", "accordo Usa-Cina".

They become two names and a mark, so that each is somebody; beside a noun of happening both are its parties.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.text.fold import fold
from dateline.text.tokens import Token

if TYPE_CHECKING:
    from dateline.extract.lexicon import Lexicon

HYPHENS = ("-", "\u2010", "\u2011", "–")
KINDS = frozenset({"country", "organization", "demonym", "person", "surname", "capital"})
BODIES = frozenset({"country", "organization"})


def parted(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens of a sentence with every pair of known names in three: name, hyphen, name."""
    found: list[Token] = []
    for token in tokens:
        found += _parts(token, lexicon) if token.kind == "word" and "-" in token.stem else [token]
    return found


def is_pair(tokens: Sequence[Token], mark: int) -> bool:
    """A hyphen with no space on either side stands between two words."""
    if not 0 < mark < len(tokens) - 1 or tokens[mark].text not in HYPHENS:
        return False
    return tokens[mark - 1].end == tokens[mark].start and tokens[mark].end == tokens[mark + 1].start


def _parts(token: Token, lexicon: Lexicon) -> list[Token]:
    one, _, other = token.stem.partition("-")
    if "-" in other or not (one[:1].isupper() and other[:1].isupper()) or lexicon.of(token.stem_key):
        return [token]
    kinds = [{meaning.kind for meaning in lexicon.of(fold(part))} & KINDS for part in (one, other)]
    if not all(kinds) or not (kinds[0] & kinds[1] or any(kind & BODIES for kind in kinds)):
        return [token]
    middle = token.start + len(one)
    return [
        Token(token.start, middle, one, fold(one), "word", one, "", fold(one)),
        Token(middle, middle + 1, "-", "-", "mark", "-", "", "-"),
        token._replace(
            start=middle + 1,
            text=token.text[len(one) + 1 :],
            key=fold(token.text[len(one) + 1 :]),
            stem=other,
            stem_key=fold(other),
        ),
    ]
