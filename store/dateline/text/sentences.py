"""Sentences: full stops that end one, told from those of abbreviations, initials, numbers and quoted speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack
from dateline.text.quotes import Quote, find_quotes
from dateline.text.tokens import MARK, NUMBER, WORD, Token, tokenize

if TYPE_CHECKING:
    from dateline.packs import Pack

Span = tuple[int, int]

_STOPS = frozenset(".!?؟۔।。！？…")
_CLOSING = frozenset("\"'”’»›)]}“")
_OPENING = frozenset("\"'“‘«‹„([{¿¡")
#: with fewer words before it an ellipsis belongs to what follows ("Breaking... Putin said")
_WORDS_BEFORE_ELLIPSIS = 4
#: tokens; what runs on longer than anybody writes is cut, so that reading it takes time in proportion to its length
LONGEST = 150


class Sentence(NamedTuple):
    """One sentence at ``[start, end)`` and its tokens; ``paragraph`` counts the lines of body text from 0."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


@once_per_pack
def _function_words(pack: Pack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.language.words)


def split(text: str, blocks: Sequence[Span], pack: Pack) -> list[Sentence]:
    """The sentences of the blocks in order. A line's end always ends a sentence; a quotation that closes within its
    line is never cut and stays with the words that carry it."""
    sentences: list[Sentence] = []
    paragraph = 0
    for start, end in blocks:
        for line_start, line_end in _lines(text, start, end):
            tokens = tokenize(text, line_start, line_end, pack)
            if not tokens:
                continue
            quotes = [quote for quote in find_quotes(text, line_start, line_end, pack) if quote.closed]
            for group in _groups(text, tokens, quotes, pack):
                for part in _parts(group):
                    sentences.append(Sentence(part[0].start, part[-1].end, paragraph, tuple(part)))
            paragraph += 1
    return sentences


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens themselves or, where there are more than a sentence has, so many at a time."""
    for first in range(0, len(tokens), LONGEST):
        yield tokens[first : first + LONGEST]


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = max(start, 0), min(end, len(text))
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end
        if line_end > start:
            yield start, line_end
        start = line_end + 1


def _groups(text: str, tokens: list[Token], quotes: list[Quote], pack: Pack) -> Iterator[list[Token]]:
    """The tokens of one line, sentence by sentence."""
    function_words = _function_words(pack)
    ordinals = pack.language.order == "verb-last"  # there a sentence does not end with a number: "2. Dünya Savaşı"
    first = words = number = 0
    for index, token in enumerate(tokens[:-1]):
        words += token.kind == WORD
        while number < len(quotes) and quotes[number].end < token.end:
            number += 1
        quote = quotes[number] if number < len(quotes) else None
        if quote is not None and quote.start <= token.start and token.end < quote.end:
            continue  # inside quoted words
        following = tokens[index + 1]
        if quote is not None and quote.start <= token.start:
            ends = _ends_with_quote(text, token, following, tokens[first], quote)
        elif token.kind == WORD:
            ends = token.text.endswith(".") and _ends_after_short(token, following, function_words)
        elif ordinals and token.text == "." and index > 0 and _is_ordinal(tokens[index - 1]):
            ends = False
        else:
            opens_quote = quote is not None and quote.start == following.start
            ends = token.kind == MARK and _ends(text, tokens, index, words, opens_quote)
        if ends:
            yield tokens[first : index + 1]
            first, words = index + 1, 0
    yield tokens[first:]


def _is_ordinal(token: Token) -> bool:
    return token.kind == NUMBER and token.stem.isdigit() and len(token.stem) <= 2


def _ends(text: str, tokens: list[Token], index: int, words: int, opens_quote: bool) -> bool:
    """Whether the sentence ends with this mark, which stands outside any quotation."""
    token, following = tokens[index], tokens[index + 1]
    glued = token.end == following.start
    if glued and not opens_quote and (following.text in _CLOSING or following.text[0] in _STOPS):
        return False
    at = _stop_before(tokens, index)
    if at is None:
        return False
    stop = tokens[at]
    if (stop.text == "…" or len(stop.text) > 1) and words < _WORDS_BEFORE_ELLIPSIS:
        return False
    if glued:
        return stop is token and _glued(tokens[at - 1], following)
    return _may_begin(tokens, index + 1)


def _stop_before(tokens: list[Token], index: int) -> int | None:
    """The index of the full stop that this mark is or, as a closing bracket or quotation mark, stands behind."""
    for at in range(index, max(index - 4, 0), -1):
        token = tokens[at]
        if token.kind == MARK and token.text[0] in _STOPS:
            return at
        if token.text not in _CLOSING or tokens[at - 1].end != token.start:
            return None
    return None


def _glued(before: Token, following: Token) -> bool:
    """Whether a stop without a space behind it ends a sentence: ``idi.Sonra``, ``است.به``, but no file name."""
    if before.kind == WORD and len(before.text) < 2:
        return False
    letter = following.text[0]
    if following.kind == WORD:
        return letter.isupper() or _caseless(letter)
    return following.text in _OPENING and before.kind == WORD


def _may_begin(tokens: list[Token], index: int) -> bool:
    """Whether a sentence can begin with this token: a capital, a number, a script without capitals, a mark."""
    token = tokens[index]
    if token.text in _OPENING and index + 1 < len(tokens):
        token = tokens[index + 1]
    letter = token.text[0]
    return token.kind != WORD or letter.isupper() or _caseless(letter)


def _ends_after_short(token: Token, following: Token, function_words: frozenset[str]) -> bool:
    """Whether an abbreviation's full stop ends the sentence too: "… in the U.S. The", "… ecc. La", never "Dr. Kaya"."""
    is_title = token.text[0].isupper() and token.text.count(".") == 1
    if is_title or following.start == token.end or following.kind != WORD:
        return False
    return following.text[0].isupper() and following.key in function_words


def _ends_with_quote(text: str, token: Token, following: Token, opening: Token, quote: Quote) -> bool:
    """Whether the sentence that begins with ``opening`` ends with the quotation that ``token`` closes."""
    if following.kind == MARK or token.end == following.start:
        return False  # its own stop or comma follows, or another quotation
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    if not inner or inner[-1] not in _STOPS:
        return False
    if following.text[0].isupper() or following.kind == NUMBER:
        return True
    # A script without capitals: what follows a quotation that opens the sentence says who speaks.
    return _caseless(following.text[0]) and opening.start < quote.start


def _caseless(letter: str) -> bool:
    return letter.isalpha() and not letter.isupper() and not letter.islower()
