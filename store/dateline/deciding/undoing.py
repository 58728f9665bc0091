"""Taking decisions back, and doing them again."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dateline.db.decisions import ABOUT_OTHERS, Befores, Decision, before_of, decisions, standing_on
from dateline.db.write import transaction
from dateline.deciding.change import Change, Done, NothingThereError, record
from dateline.deciding.kinds import kind_of
from dateline.errors import InputError


def undo(connection: sqlite3.Connection, user: str, decision: int | None = None) -> Change | None:
    """Takes back the user's latest decision that is in force, or the one of that number; None where there is none.

    InputError where a later decision about the same thing stands on it.
    """
    with transaction(connection):
        log = decisions(connection)
        row = _latest(log, user) if decision is None else _numbered(log, decision)
        if row is None:
            return None
        _refuse_standing(log, row, "undo")
        before = Befores(connection, log).of(row.id)
        back = kind_of(row.what).back(connection, before, _moved_on(log, row)) or {}
        more = {"again": back["again"]} if back.get("again") else {}
        more |= {"actors": row.after["actors"]} if row.after.get("actors") else {}
        done = Done(_about("Undone", row), (), back.get("before"), *_things(row), more)
        return record(connection, user, "undo", None, done, row.id)


def redo(connection: sqlite3.Connection, user: str) -> Change | None:
    """Does again what the user undid last; None where that is nothing, or the user has decided something since."""
    with transaction(connection):
        log = decisions(connection)
        undone = _undone(log, user)
        if undone is None:
            return None
        row = next(row for row in log if row.id == undone.of)
        _refuse_standing(log, row, "redo")
        done = kind_of(row.what).do(connection, row.after["asked"], before_of(connection, undone.id))
        again = Done(_about("Done again", row), (), done.before, *_things(row), done.after)
        return record(connection, user, "redo", None, again, row.id)


def _about(how: str, row: Decision) -> str:
    return f"{how}: {row.sentence[:1].lower()}{row.sentence[1:]}"


def _things(row: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(row.after.get("facts", ())), tuple(row.after.get("articles", ()))


def _latest(log: Sequence[Decision], user: str) -> Decision | None:
    return next(
        (row for row in reversed(log) if row.user == user and not row.undone and row.what not in ABOUT_OTHERS), None
    )


def _numbered(log: Sequence[Decision], number: int) -> Decision:
    row = next((row for row in log if row.id == number), None)
    if row is None:
        raise NothingThereError(f"There is no decision {number}: 'dateline log' prints the numbers.")
    if row.what in ABOUT_OTHERS:
        raise InputError(f"Decision {number} is no more than {row.what} of others: name the one that you mean.")
    if row.undone:
        raise InputError(f"Decision {number} was undone already: 'dateline redo' does the last one again.")
    return row


def _undone(log: Sequence[Decision], user: str) -> Decision | None:
    """The user's undo that comes to be done again: those after the user's last decision, the latest first."""
    stack: list[Decision] = []
    for row in log:
        if row.user == user and row.what == "undo":
            stack.append(row)
        elif row.what == "redo":
            stack = [one for one in stack if one.of != row.of]
        elif row.user == user and row.what != "replay":
            stack = []
    return stack[-1] if stack else None


def _moved_on(log: Sequence[Decision], row: Decision) -> bool:
    """Whether other decisions about the same articles were made, taken back or done again since this one was made."""
    made = max([row.id, *(one.id for one in log if one.what == "redo" and one.of == row.id)])
    _, articles = _things(row)

    def counts(one: Decision) -> bool:
        if one.of == row.id or not set(articles) & set(_things(one)[1]):
            return False
        return not one.undone if one.of is None else one.of < made

    return any(one.id > made and counts(one) for one in log)


def _refuse_standing(log: Sequence[Decision], row: Decision, what: str) -> None:
    later = standing_on(log, row.scopes, row.id)
    if later is not None:
        told = later.sentence.rstrip(".")
        raise InputError(
            f"Decision {later.id} of {later.user} stands on that ({told}): undo {later.id} first."
            if what == "undo"
            else f"Decision {later.id} of {later.user} has come between ({told}): decide anew instead."
        )
