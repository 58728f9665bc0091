"""Actors of a text in a language without a pack: whom the shipped tables know by a spelling of the same script.

No facts are read: without the language's words nobody can tell who did what.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.cast import Cast
from dateline.extract.lexicon import lexicon
from dateline.extract.names import read_names
from dateline.extract.triggers import Phrasebook
from dateline.model import Actor, Article, Mention
from dateline.packs import Pack, compiled, heads
from dateline.text.script import script_of
from dateline.text.sentences import split

#: the pack whose spellings of names a script's other languages share most
LENDERS = ("en", "fa")
KNOWN = ("person", "organization", "country")


def known_actors(
    article: Article, phrasebook: Callable[[Pack], Phrasebook]
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Actors and mentions by full names, countries, organisations and the surnames of those named in full."""
    script = script_of(article.text)
    code = next((code for code in LENDERS if code in heads() and heads()[code].script == script), None)
    if code is None:
        return (), ()
    pack = compiled.ready(code)
    words = lexicon(pack)
    cast = Cast(article.text, words, article.published)
    readings = read_names(split(article.text, [(0, len(article.text))], pack), words, phrasebook(pack))
    items = [item for reading in readings for item in reading.items]
    for item in items:
        if item.kind in KNOWN and (actor := cast.full_name(item)):
            cast.see(actor, item.start, item.end)
    for item in items:
        if item.kind == "surname" and (actor := cast.surname(item)):
            cast.see(actor, item.start, item.end)
    return cast.actors(), cast.mentions()
