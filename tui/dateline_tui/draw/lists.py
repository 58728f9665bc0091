"""Rows of the three lists as lines: actors, articles, facts. All run left to right, whatever script stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.actors.search import Hit
from dateline.db.rows import ActorRow, ArticleRow, Fact, Form
from dateline.export.words import fact_line, sign, when
from dateline.text.safe import one_line
from dateline_tui.draw.layout import Glyph, Mode, Piece, Run, Runs, cut, in_row, lay_out
from dateline_tui.draw.signs import Signs
from dateline_tui.draw.widths import width

FACT_LINES = 3  # at most for one fact; the article shows the rest
WHY_LINES, SPELLING_LINES = 2, 3  # at most for why an actor is found, and how articles spell it
_HANG = 2  # columns that a fact's further lines stand in


def spread(left: tuple[Piece, ...], right: str, cells: int, mode: Mode) -> Runs:
    """One line: pieces on the left, a short quiet text at the right edge."""
    room = cells - width(right) - 1
    if room < 4:
        return fit(cut(left, cells, mode), cells)
    return (*fit(cut(left, room, mode), room), Run(" " + right, "quiet"))


def fit(runs: Runs, cells: int) -> Runs:
    """Runs filled up with blanks to ``cells``."""
    used = sum(width(run.text) for run in runs)
    return (*runs, Run(" " * (cells - used))) if used < cells else runs


def actor_lines(row: ActorRow, hit: Hit | None, cells: int, mode: Mode, signs: Signs) -> tuple[Runs, ...]:
    """An actor: kind, name and number of mentions; for a hit also why it was found and how the articles spell it."""
    lines = [spread(named(row, signs, "strong" if hit else ""), str(row.mentions), cells, mode)]
    if hit is None:
        return tuple(lines)
    for line in lay_out((Piece(why_found(row, hit), "found"),), max(cells - 2, 1), mode, 0)[:WHY_LINES]:
        lines.append((Run("  "), *line.runs()))
    forms = [form for form in row.forms if form.count]
    if forms:
        lines.extend(spelt_lines(hit.seen, forms, cells, mode))
    return tuple(lines)


def named(row: ActorRow, signs: Signs, role: str = "") -> tuple[Piece, ...]:
    """Kind and name of an actor; a "?" stands before a name of one word that may be anybody's."""
    doubt = () if row.sure else (Piece("? ", "unsure"),)
    return Piece(signs.kind(row.kind) + " ", row.kind), *doubt, Piece(row.name, role)


def why_found(row: ActorRow, hit: Hit) -> str:
    """How the stored spelling matched; that spelling too where neither the reason nor the shown name tells it."""
    if hit.why == "exact":
        return f"{hit.matched}: exact"
    if hit.matched in hit.why or hit.matched == row.name:
        return hit.why
    return f"{hit.why}, in {hit.matched}"  # Latin letters between two words that may run from right to left


def spelt_lines(seen: str, forms: Sequence[Form], cells: int, mode: Mode) -> list[Runs]:
    """In how many articles a name is seen and how they spell it, each spelling with its number, on a few lines."""
    lines: list[list[Run]] = [
        [Run(" "), *in_row((Piece(f" {seen}:", "quiet"),), cells - 1, mode)] if seen else [Run(" ")]
    ]
    for form in forms:
        word = in_row((Piece(" "), Piece(form.spelling, "spelling"), Piece(f" {form.count}", "quiet")), cells - 1, mode)
        used, more = (sum(width(run.text) for run in runs) for runs in (lines[-1], word))
        if used > 1 and used + more > cells:
            if len(lines) == SPELLING_LINES:
                lines[-1].append(Run(" …"[: cells - used], "quiet"))
                break
            lines.append([Run(" ")])
        lines[-1].extend(word)
    return [tuple(line) for line in lines]


def article_data(row: ArticleRow) -> list[str]:
    """What is known about an article: date as precise as it is, language, outlet."""
    return [row.published or "no date", row.lang or "language unknown", *([row.outlet] if row.outlet else [])]


def article_lines(row: ArticleRow, cells: int, mode: Mode, signs: Signs) -> tuple[Runs, ...]:
    """An article: its title, then date, language, outlet, whether somebody has read it, and number of facts."""
    dot = " - " if signs.ascii else " · "
    title = cut((Piece(row.title or "(no title)", ""),), cells, mode, None)
    facts = f"{row.facts} fact" + ("" if row.facts == 1 else "s")
    right = f"{'read, ' if row.read else ''}{facts}"
    return title, spread((Piece(dot.join(article_data(row)), "quiet"),), right, cells, mode)


def fact_lines(fact: Fact, cells: int, mode: Mode, signs: Signs) -> tuple[Runs, ...]:
    """The fact's line wrapped, at most ``FACT_LINES`` lines, its date and state standing out."""
    lines = list(lay_out(_fact_pieces(fact, signs), cells, mode, 0, _HANG))
    if len(lines) > FACT_LINES:
        glyphs = list(lines[FACT_LINES - 1].glyphs)
        while glyphs and sum(glyph.width for glyph in glyphs) >= cells - _HANG:
            glyphs.pop()
        lines[FACT_LINES - 1 :] = [lines[0]._replace(glyphs=(*glyphs, Glyph("…", 1, "quiet", -1, -1)))]
    return tuple((Run(" " * _HANG), *line.runs()) if i else line.runs() for i, line in enumerate(lines))


def _fact_pieces(fact: Fact, signs: Signs) -> tuple[Piece, ...]:
    """``fact_line`` cut where its date and its signs stand; the words of an unsure one are dimmed."""
    words = "" if fact.sure or fact.kind == "role" else "quiet"
    line = fact_line(fact, ascii=signs.ascii)
    pieces = []
    if fact.kind == "event":
        date = one_line(when(fact))
        if line.startswith(date):
            pieces.append(Piece(date, "date" if fact.date else "date quiet"))
            line = line[len(date) :]
    state = sign(fact, ascii=signs.ascii)
    before, found, after = line.partition(state) if state else (line, "", "")
    if found:
        pieces += [Piece(before, "quiet"), Piece(found, _state_role(fact)), Piece(after, words)]
    else:
        pieces.append(Piece(line, words))
    return tuple(pieces)


def _state_role(fact: Fact) -> str:
    if fact.status == "denied":
        return "denied"
    return "state" if fact.status not in (None, "occurred") else "unsure"
