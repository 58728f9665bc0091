"""Plain text: the characters of a file exactly as they are, or one sentence that says why it is no article."""

from __future__ import annotations

import codecs
import re

from dateline.errors import InputError
from dateline.text.safe import harmless

MOST = 16 * 1024 * 1024  # bytes; a longer file is no article

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a zip or office file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
)

_PAGE = r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
_TAG = (
    r"(?i)</?(?:a|article|b|blockquote|br|div|em|figure|h[1-6]|i|iframe|img|li|link|meta|nav|ol|p|script|section|span"
    r"|strong|style|table|td|title|tr|ul)(?:\s[^<>]*)?/?>"
)
_TAGS = 2  # one may be a slip of the pen; two are a page


def plain_text(data: bytes, name: str) -> str:
    """The text of a file named ``name``: UTF-8 (or UTF-16 with its mark), newlines and spaces untouched.

    Only the byte order mark is left out. Raises InputError for anything that is no plain text.
    """
    name = harmless(name)
    if len(data) > MOST:
        raise InputError(f"{name} is longer than {MOST // 1024 // 1024} MB: give one article a file.")
    for start, what in _MAGIC:
        if data.startswith(start):
            raise InputError(f"{name} is {what}, not text: save the article as plain text (UTF-8) and add that.")
    return checked(_decoded(data, name), name)


def checked(text: str, name: str) -> str:
    """``text`` itself if it can be an article: not empty, no NUL, no half of a surrogate pair, no web page.

    Pasted text comes here directly. Raises InputError.
    """
    name = harmless(name)
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b\u200c\u200d\u200e\u200f\u2028\u2029"):
        raise InputError(f"{name} is empty: nothing to add.")
    if "\0" in text:
        raise InputError(
            f"{name} holds NUL bytes, so it is no text: save the article as plain text (UTF-8) and add that."
        )
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise InputError(f"{name} holds halves of characters (lone surrogates): save it again as UTF-8 and add that.")
    if is_html(text):
        raise InputError(f"{name} is HTML, which dateline does not read yet: copy the article's text into a .txt file.")
    return text


def _decoded(data: bytes, name: str) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data and not wide:
            raise InputError(
                f"{name} is a binary file: save the article as plain text (UTF-8) and add that."
            ) from error
        raise InputError(
            f"{name} is not UTF-8 (byte {error.start + 1}): convert it, for example with "
            f"'iconv -f WINDOWS-1254 -t UTF-8', and add the result."
        ) from error


def is_html(text: str) -> bool:
    """Whether the text is a web page or a piece of one. A lone tag or a tag that HTML does not have is none."""
    if "<" not in text:
        return False
    if re.match(_PAGE, text):
        return True
    found = re.finditer(_TAG, text)
    return sum(1 for _, _ in zip(range(_TAGS), found, strict=False)) >= _TAGS
