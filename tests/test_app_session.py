"""The next start is where one was; what was kept may be anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import dashboard
from dateline_tui.session import Session, keep_session, read_session, session_file
from dateline_tui.trail import Visit
from demo import make_store


async def test_the_next_start_is_where_one_was(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db")
    file = tmp_path / "state" / "session.json"
    async with dashboard(store) as ui:
        await ui.type("lavrov")
        await ui.press("ctrl+t", "enter", "m", "l", "j", "enter", "w", "w")
        here = ui.app.main.here
        assert here.cursor is not None and here.scope == "exact"
        keep_session(file, ui.app.main.session)
    async with dashboard(store, session=read_session(file)) as ui:
        assert ui.app.main.here == here and " exact" in ui.pane("actors").split("\n")[0]
        await ui.press("'", "l")
        assert ui.app.main.state.place == "facts"
        assert "Sergey Lavrov" in ui.pane("facts").split("\n")[0]
    assert file.stat().st_mode & 0o077 == 0


async def test_what_one_saw_last_may_be_gone(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store.db")
    session = Session(Visit("actors", "article", "", None, "type:AID", "gone", "gone", 99999))
    async with dashboard(store, session=session) as ui:
        assert "Actors" in ui.text


NO_SUCH_SEARCH = '{"here": {"scope": "best"}, "marks": {}, "lines": {}, "only_sure": false, "theme": null}'


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"here": 3, "marks": 1}', "nonsense", '{"here": {"x": 1}}', NO_SUCH_SEARCH]
)
def test_nonsense_is_no_session(tmp_path: Path, kept: str) -> None:
    (tmp_path / "s.json").write_text(kept)
    assert read_session(tmp_path / "s.json") is None


def test_every_store_has_a_file_of_its_own(tmp_path: Path) -> None:
    environment = {"XDG_STATE_HOME": str(tmp_path)}
    one, other = (session_file(tmp_path / name, environment) for name in ("a.db", "b.db"))
    assert one != other
    assert one == session_file(tmp_path / "x" / ".." / "a.db", environment)
    keep_session(Path("/dev/null/not/there"), Session())  # nowhere to keep it: nothing happens
