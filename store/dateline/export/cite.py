"""Citations: the original words, who says so, where and when they stand, and the address to look them up."""

from __future__ import annotations

from dateline.db.rows import Fact
from dateline.export.words import fact_line, listed
from dateline.text.safe import harmless

_PRECISION = {4: "year known", 7: "month known", 10: "day known"}


def dated(published: str | None) -> str:
    """The date of an article with its precision: ``2022-02 (month known)``; "undated" where nothing says one."""
    return f"{published} ({_PRECISION.get(len(published), 'as given')})" if published else "undated"


def said_by(fact: Fact) -> str:
    """Who says so, nearest first: the speaker, whom the article names as its source, else the article itself."""
    tellers = ([fact.speaker] if fact.kind == "statement" and fact.speaker else []) + list(fact.according_to)
    return listed(tellers) if tellers else "the article itself"


def as_text(fact: Fact) -> str:
    """The citation as plain lines: words, meaning, who says so, source, place in the text and id."""
    lines = [
        f"“{fact.text}”",
        f"  {fact_line(fact)}",
        f"  says: {said_by(fact)}",
        f"  in: {', '.join(_source(fact))}",
        f"  {_where(fact)}",
    ]
    return harmless("\n".join(lines))


def as_markdown(fact: Fact) -> str:
    """The same as a Markdown quotation; nothing in the article can act as markup."""
    quoted = "\n".join(f"> {escaped(line)}" for line in f"“{harmless(fact.text)}”".split("\n"))
    outlet, title, *rest = _source(fact)
    link = f"[{escaped(title)}](<{_address(fact.url)}>)" if fact.url else escaped(title)
    source = ", ".join([escaped(outlet), link, *(escaped(part) for part in rest if part != fact.url)])
    lines = [quoted, ">", f"> {escaped(fact_line(fact))}\\", f"> says: {escaped(said_by(fact))}\\"]
    return harmless("\n".join([*lines, f"> {source}\\", f"> {escaped(_where(fact))}"]))


FORMS = {"text": as_text, "md": as_markdown}


def _source(fact: Fact) -> list[str]:
    title = f"“{' '.join(fact.title.split())}”" if fact.title.strip() else "untitled"
    return [fact.outlet or "outlet unknown", title, dated(fact.published), fact.url or "no address"]


def _where(fact: Fact) -> str:
    return f"characters {fact.start}–{fact.end} of {fact.article[:12]} · fact {fact.id}"


def _address(url: str) -> str:
    """An address that cannot leave the angle brackets of a Markdown link."""
    return "".join(char if char.isprintable() and char not in "<> \\" else f"%{ord(char):02X}" for char in url)


def escaped(text: str) -> str:
    """Text in which Markdown finds nothing to interpret."""
    return "".join("\\" + char if char in "\\`*_{}[]<>#|~!&" else char for char in text)
