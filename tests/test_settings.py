"""The config file: themes and other keys, and what is said about a broken one."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from dashboard import dashboard
from dateline.errors import InputError
from dateline.paths import config_file
from dateline_tui.keys import ACTIONS, Action, KeyReader, clashes, footer, help_groups, key_of, named, shown
from dateline_tui.remap import read_key, remapped
from dateline_tui.settings import Settings, read_settings, settings
from demo import make_store


def keys_of(name: str, where: str, table: tuple[Action, ...]) -> tuple[str, ...]:
    return next(action.keys for action in table if action.name == name and where in action.where)


# -- keys as people write them


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("^d", "ctrl+d"), ("ctrl+d", "ctrl+d"), ("C-d", "ctrl+d"), ("Ctrl+D", "ctrl+d"), ("Enter", "enter"),
        ("enter", "enter"), ("Esc", "escape"), ("gg", "g g"), ("g g", "g g"), ("S-Tab", "shift+tab"),
        ("shift+tab", "shift+tab"), ("?", "question_mark"), ("question_mark", "question_mark"), ("/", "slash"),
        ("|", "vertical_line"), ("PgDn", "pagedown"), ("Space", "space"), (" ", "space"), ("G", "G"), ("é", "é"),
        ("↓", "down"), ("F5", "f5"), ("f", "f"), ("^", "circumflex_accent"), ("^←", "ctrl+left"),
        ("]", "right_square_bracket"), ("g Enter", "g enter"),
    ],
)  # fmt: skip
def test_keys_are_read_as_the_help_writes_them_or_as_textual_names_them(written: str, key: str) -> None:
    assert read_key(written) == key


@pytest.mark.parametrize("written", ["", "Entre", "ctrl+enter", "alt+x", "S-x", "f99", "hello", "\x07"])
def test_what_is_no_key(written: str) -> None:
    assert read_key(written) is None


def test_every_key_of_the_table_is_read_back_as_the_help_shows_it() -> None:
    for action in ACTIONS:
        for key in action.keys:
            if key.endswith(" *"):  # and any letter
                continue
            assert read_key(key) == key, key
            assert read_key(shown(key)) == key, (key, shown(key))


def test_characters_are_named_as_textual_names_them() -> None:
    for char in string.punctuation + "aZé5":
        assert named(char) == _character_to_key(char)


# -- the table with other keys


def test_an_action_gets_other_keys_and_all_who_read_the_table_see_them() -> None:
    table = remapped(ACTIONS, {"copy": ["f6", "^y"], "explain": ["f5"]})
    assert keys_of("copy", "facts", table) == ("f6", "ctrl+y")
    assert ("F6", "cite") in footer("facts", (), table)
    assert any(action.keys == ("f5",) for action in help_groups(table)["Looking"])
    reader = KeyReader()
    found = reader.feed("facts", "f6", None, table)
    assert found is not None
    assert found.action.name == "copy"
    assert reader.feed("facts", "y", None, table) is None
    assert key_of("copy", table) == "f6"
    assert remapped(ACTIONS, {}) == ACTIONS


def test_keys_change_places() -> None:
    table = remapped(ACTIONS, {"copy": ["e"], "explain": ["y"]})
    assert (keys_of("copy", "facts", table), keys_of("explain", "facts", table)) == (("e",), ("y",))
    assert clashes(table) == []


def test_an_action_with_several_rows_changes_in_the_one_for_the_panes() -> None:
    table = remapped(ACTIONS, {"down": ["^j"]})
    assert keys_of("down", "facts", table) == ("ctrl+j",)
    assert keys_of("down", "search", table) == ("down", "ctrl+n")


def test_a_key_followed_by_any_letter_stays_so() -> None:
    table = remapped(ACTIONS, {"mark": ["f9", "^g"]})
    assert keys_of("mark", "facts", table) == ("f9 *", "ctrl+g *")
    assert remapped(ACTIONS, {"mark": ["f9 *"]}) == remapped(ACTIONS, {"mark": ["f9"]})


def test_an_action_without_a_row_for_the_panes_changes_everywhere() -> None:
    table = remapped(ACTIONS, {"close": ["f10"]})
    assert {action.keys for action in table if action.name == "close"} == {("f10",)}


@pytest.mark.parametrize(
    ("name", "keys", "says"),
    [
        ("coppy", ["w"], "There is no action 'coppy' to give a key to; the nearest is copy."),
        ("zzzzzzz", ["w"], "There is no action 'zzzzzzz' to give a key to."),
        ("copy", ["Entre"], "There is no key 'Entre' for copy; the nearest is Enter."),
        ("copy", ["ctrl+i"], "Most terminals send ^i as Tab: give copy another key."),
        ("copy", ["^m"], "Most terminals send ^m as Enter: give copy another key."),
        ("copy", ["5"], "The digit 5 begins a count such as 5j: give copy another key."),
        ("copy", [], "No key is left for copy: write at least one."),
        ("interrupt", ["f9"], "The key of interrupt cannot be changed, so that there is always a way out."),
        ("close", ["x"], "close also works where text is typed, and x is typed there: choose a key with ^."),
        ("help", ["K"], "help also works where text is typed, and K is typed there: choose a key with ^."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_a_sentence(name: str, keys: list[str], says: str) -> None:
    with pytest.raises(InputError) as raised:
        remapped(ACTIONS, {name: keys})
    assert str(raised.value) == says


@pytest.mark.parametrize("key", ["e", "g", "s"])
def test_a_clash_is_named_with_both_actions_and_the_key(key: str) -> None:
    other = {"e": "explain", "g": "top", "s": "search"}[key]
    with pytest.raises(InputError) as raised:
        remapped(ACTIONS, {"copy": [key]})
    sentence = str(raised.value)
    assert f"The key {key} would mean two things in" in sentence or "The key gg would" in sentence
    assert "copy (copy the citation of the fact)" in sentence
    assert f"{other} (" in sentence


# -- the file


def test_theme_and_keys_are_read() -> None:
    found = settings('theme = "light"\n[keys]\ncopy = "f6"\nhalf_down = ["^d", "J"]\n')
    assert (found.theme, found.trouble) == ("light", ())
    assert keys_of("copy", "facts", found.actions) == ("f6",)
    assert keys_of("half_down", "help", found.actions) == ("ctrl+d", "J")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("theme = ", "c.toml is not TOML"),
        ('thme = "dark"', "There is no setting 'thme'; the nearest is theme."),
        ("colours = 1", "There is no setting 'colours'; there are theme, keys."),
        ('theme = "blue"', "theme must be one of 'dark', 'light', 'terminal', not 'blue'."),
        ("theme = 5", "theme must be one of 'dark', 'light', 'terminal', not 5."),
        ("theme = []", "theme must be one of"),
        ("keys = 3", "keys must be a table"),
        ("[keys]\ncopy = 7", 'The keys of copy must be text: write copy = "x" or copy = ["x", "^x"].'),
        ('[keys]\ncopy = ["w", 7]', "The keys of copy must be text"),
        ('[keys]\ncopy = "e"', "The key e would mean two things"),
    ],
)
def test_what_is_wrong_in_it_is_told_and_left_out(text: str, says: str) -> None:
    found = settings(text, "c.toml")
    assert len(found.trouble) == 1
    assert says in found.trouble[0]
    assert found.trouble[0].startswith("c.toml")
    assert (found.theme, found.actions) == (None, ACTIONS)


def test_the_rest_of_a_broken_file_holds() -> None:
    found = settings(
        'theme = "terminal"\nthme = 1\n[keys]\nexplain = "y"\nopn = "z"\nadd = "f7"\ncopy = "f6"\nhelp = 1\n'
    )
    assert found.theme == "terminal"
    assert len(found.trouble) == 3  # thme, opn, help
    assert keys_of("add", "facts", found.actions) == ("f7",)
    assert keys_of("explain", "facts", found.actions) == ("y",)
    assert keys_of("copy", "facts", found.actions) == ("f6",)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert read_settings(None) == read_settings(str(tmp_path / "none.toml")) == Settings()
    assert "cannot be read" in read_settings(str(tmp_path)).trouble[0]
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe")
    assert "is not UTF-8" in read_settings(str(tmp_path / "c.toml")).trouble[0]


def test_where_the_file_is() -> None:
    assert config_file({"XDG_CONFIG_HOME": "/c"}) == "/c/dateline/config.toml"
    assert str(config_file({})).endswith("/.config/dateline/config.toml")


async def test_other_keys_work_and_the_footer_says_so(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s.db")
    asked = settings('[keys]\ncopy = "f6"\nhelp = "f1"\n')
    async with dashboard(store, settings=asked) as ui:
        await ui.type("blingen")
        await ui.press("enter")
        assert "F6 cite" in ui.footer
        assert "F1 keys" in ui.footer
        await ui.press("f6")
        assert "Rus mevkidaşı" in ui.clipboard
        await ui.press("escape", "f1")
        assert "copy the citation" in ui.text


async def test_a_broken_file_never_stops_the_dashboard(tmp_path: Path) -> None:
    store = make_store(tmp_path / "s.db")
    async with dashboard(store, settings=settings('thme = 1\n[keys]\ncopy = "e"\n', "/c/config.toml")) as ui:
        assert "/c/config.toml: There is no setting 'thme'; the nearest is theme. (And 1 more.)" in ui.text
        await ui.type("blingen")
        await ui.press("enter", "y")
        assert "Rus mevkidaşı" in ui.clipboard
