"""What leaves the dashboard: copied, opened, piped."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from dashboard import Dashboard, dashboard
from dateline.db.read import connect, facts
from dateline.errors import InputError
from dateline.export.forms import FORMS, forms_of
from dateline_tui import piping
from dateline_tui.draw.article import Page
from dateline_tui.outside import address_command, opener, page_text, viewer
from dateline_tui.piping import Output, Piped
from dateline_tui.screens.choose import ChooseScreen
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.main import MainScreen
from dateline_tui.screens.output import OutputScreen
from dateline_tui.screens.prompt import PromptScreen
from demo import hostile, make_store
from terminal import Terminal


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


async def at_the_call(ui: Dashboard) -> None:
    """The cursor on the phone call of the Turkish article."""
    await ui.type("blingen")
    await ui.press("enter")


async def test_a_form_is_chosen_and_copied(store: Path) -> None:
    async with dashboard(store) as ui:
        await at_the_call(ui)
        fact = ui.app.main.state.fact
        assert fact is not None
        for keys, form in (("", FORMS[0]), ("jj", FORMS[2]), ("G", FORMS[-1])):
            await ui.press("Y")
            assert isinstance(ui.app.screen, ChooseScreen)
            assert all(form.name in ui.text for form in FORMS)
            await ui.press(*keys, "enter")
            assert isinstance(ui.app.screen, CopiedScreen)
            assert ui.clipboard == form.of(fact)
            await ui.press("q")


def test_every_form_says_which_fact_and_is_harmless(tmp_path: Path) -> None:
    connection = connect(make_store(tmp_path / "s.db", hostile()))
    rows = facts(connection)
    connection.close()
    for fact in rows:
        texts = {form.name: form.of(fact) for form in forms_of(fact)}
        assert texts["id"] == fact.id
        assert json.loads(texts["JSON"])["id"] == fact.id
        assert texts["CSV row"].startswith(fact.id)
        assert texts["CSV table"].endswith(texts["CSV row"])
        assert texts["words"].startswith(fact.text[:5])
        for text in texts.values():
            assert not any((char < " " and char != "\n") or "\x7f" <= char < "\xa0" for char in text)


async def test_a_fact_without_an_address_has_no_such_form(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("putin")
        await ui.press("enter", "Y")
        assert "Markdown" in ui.text
        assert not any("address" in line[:20] for line in ui.lines)


async def test_without_a_fact_there_is_nothing_to_copy(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.type("wxyzq")
        await ui.press("escape", "escape", "A", "G", "Y")
        assert "no fact to cite" in ui.text


# -- opening


def here(name: str) -> str | None:
    return f"/bin/{name}"


def nowhere(name: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("environ", "platform", "command"),
    [
        ({"DISPLAY": ":0"}, "linux", ["xdg-open"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ["xdg-open"]),
        ({}, "linux", None),
        ({"DISPLAY": ""}, "linux", None),
        ({}, "darwin", ["open"]),
        ({"BROWSER": "firefox --new-tab"}, "linux", ["firefox", "--new-tab"]),
        ({"BROWSER": "firefox:lynx", "DISPLAY": ":0"}, "linux", ["firefox"]),
    ],
)
def test_what_opens_an_address(environ: dict[str, str], platform: str, command: list[str] | None) -> None:
    assert opener(environ, here, platform) == command


def test_without_an_opener_there_is_none_and_a_wrong_one_is_a_sentence() -> None:
    assert opener({"DISPLAY": ":0"}, nowhere, "linux") is None
    assert opener({}, nowhere, "darwin") is None
    for wrong in ("firefox", "a 'b"):
        with pytest.raises(InputError, match="BROWSER names no program"):
            opener({"BROWSER": wrong}, nowhere, "linux")


def test_what_shows_a_text() -> None:
    assert viewer({"PAGER": "less -R"}, here) == ["less", "-R"]
    assert viewer({"EDITOR": "vi"}, here) == ["vi"]
    assert viewer({"PAGER": " "}, here) == ["less"]
    assert viewer({}, lambda name: here(name) if name == "more" else None) == ["more"]
    with pytest.raises(InputError, match="install less"):
        viewer({}, nowhere)
    with pytest.raises(InputError, match="PAGER names no program"):
        viewer({"PAGER": "none"}, nowhere)


def test_an_address_is_one_argument() -> None:
    address = "https://x.org/a?b='c;rm -rf ~'&$(d)".replace(" ", "%20")
    assert address_command(["f", "-x"], address) == ["f", "-x", address]
    assert address_command(["f", "%s", "-y"], address) == ["f", address, "-y"]


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x", "-help", "http://", "http://a b"]
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(InputError, match="Only addresses with http"):
        address_command(["f"], address)


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


async def test_o_opens_the_address_in_the_browser(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv(
        "BROWSER", str(script(tmp_path / "browse", f'printf "%s|" "$#" "$@" > {told}.new; mv {told}.new {told}'))
    )
    async with dashboard(store) as ui:
        await at_the_call(ui)
        await ui.press("o")
        assert "Opening https://www.example.org/blinken-lavrov with" in ui.text
        await ui.until(told.exists)
        assert told.read_text() == "1|https://www.example.org/blinken-lavrov|"


async def test_a_browser_that_fails_is_told(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", str(script(tmp_path / "browse", "exit 3")))
    async with dashboard(store, size=(160, 40)) as ui:
        await at_the_call(ui)
        await ui.press("o")
        await ui.until(lambda: "ended with code 3: set BROWSER to another program" in ui.text)
        monkeypatch.setenv("BROWSER", str(tmp_path / "none"))
        await ui.press("o")
        assert "BROWSER names no program that is here" in ui.text


async def test_only_web_addresses_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", str(script(tmp_path / "browse", f"touch {tmp_path}/opened")))
    async with dashboard(make_store(tmp_path / "s.db", hostile()), size=(160, 40)) as ui:
        await ui.press("escape", "enter", "o")
        assert "Only addresses with http:// or https:// are opened" in ui.text
    assert not (tmp_path / "opened").exists()


async def test_a_terminal_that_cannot_be_lent_is_a_sentence(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "PAGER", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    async with dashboard(store, size=(160, 40)) as ui:  # drawn on no terminal at all
        await at_the_call(ui)
        await ui.press("o")
        assert "cannot be given to another program" in ui.text
        monkeypatch.setenv("PATH", "/nowhere")
        await ui.press("o")
        assert "There is no program to show a text with" in ui.text


async def test_without_an_article_there_is_nothing_to_open_or_pipe(store: Path) -> None:
    async with dashboard(store) as ui:
        for key in ("o", "vertical_line"):
            await ui.press("s", "ctrl+u")
            await ui.type("wxyzq")
            await ui.press("tab", key)
            assert "There is no article here" in ui.text
            assert isinstance(ui.app.screen, MainScreen)


async def test_the_right_article_is_opened_however_fast_the_keys_come(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    async with dashboard(store) as ui:
        for key in (*"putin", "enter", "vertical_line", *"wc", "enter"):
            ui.app.main.press(key, key if len(key) == 1 else None)
        await ui.until(lambda: isinstance(ui.app.screen, OutputScreen))
        assert isinstance(ui.app.screen, OutputScreen)
        assert "پوتین" in ui.app.screen.piped._text


def test_the_text_for_a_pager_is_harmless() -> None:
    page = Page("h", "A\x1b]0;x\x07\ntitle", ("2022", "en"), None, "One.\x1b[2J\nTwo.\n\n")
    assert page_text(page) == "A\ufffd]0;x\ufffd title\n2022 · en\nno address\n\nOne.\ufffd[2J\nTwo.\n"


def reader(tmp_path: Path, first: str = "") -> dict[str, str]:
    """An environment whose pager says that it is there and what it was given."""
    tell = f'cd {tmp_path}; ls -l "$1" > mode; cat "$1" > text; echo "$1" > name'
    shown = script(tmp_path / "pager", f"{first}\n{tell}\necho pager here\nread line")
    return {"PAGER": str(shown), "DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": ""}


def running(store: Path, env: dict[str, str]) -> Terminal:
    return Terminal([sys.executable, "-m", "dateline", "--store", str(store)], (100, 24), env)


def test_the_text_opens_in_the_pager_and_nothing_of_it_stays(store: Path, tmp_path: Path) -> None:
    with running(store, reader(tmp_path)) as t:
        t.wait_for("Actors", "? keys")
        t.type("putin", "<enter>", "o")
        t.wait_for("pager here")
        assert 1049 not in t.screen.private
        assert (tmp_path / "mode").read_text().startswith("-rw-------")
        text = (tmp_path / "text").read_text()
        assert "جو بایدن" in text
        assert text.startswith("رایزنی بلینکن")
        t.type("<enter>")
        t.wait_for("This article has no address, so its text was shown with")
        assert 1049 in t.screen.private
        assert not Path((tmp_path / "name").read_text().strip()).exists()
        t.type("q", "q", "q")
        assert t.end() == 0


def test_ctrl_c_in_the_pager_ends_the_pager_alone(store: Path, tmp_path: Path) -> None:
    with running(store, reader(tmp_path, "trap 'exit 4' INT")) as t:
        t.wait_for("Actors", "? keys")
        t.type("putin", "<enter>", "o")
        t.wait_for("pager here")
        t.type("<ctrl+c>")
        t.wait_for("ended with code 4: set PAGER to another program")
        t.type("q", "q", "q")
        assert t.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_pager_and_us(store: Path, tmp_path: Path, number: int) -> None:
    with running(store, reader(tmp_path)) as t:
        t.wait_for("Actors", "? keys")
        t.type("putin", "<enter>", "o")
        t.wait_for("pager here")
        os.kill(t.process.pid, number)
        assert t.end(2) == 128 + number
        assert 1049 not in t.screen.private


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 0)])
def test_a_signal_that_comes_as_soon_as_the_pager_runs(
    store: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with running(store, reader(tmp_path, f"kill -{number.name[3:]} $PPID")) as t:
        t.wait_for("Actors", "? keys")
        t.type("putin", "<enter>", "o")
        if not code:
            t.wait_for("pager here")
            t.type("<enter>")
            t.wait_for("its text was shown with")
            t.type("q", "q", "q")
        assert t.end() == code


# -- piping


def piped(command: str, text: str = "one two\nthree\n") -> Output:
    return Piped(command, text, {"SHELL": "/bin/sh"}).run()


def test_a_command_reads_the_article_and_its_output_comes_back() -> None:
    assert piped("wc -w").text.strip() == "3"
    assert piped("grep -n t | tail -1") == Output("2:three")
    assert piped("printf 'a\\tb\\r\\n\\033[31mred'") == Output("a       b\n\ufffd[31mred")
    assert piped("cat >&2") == Output("one two\nthree")
    assert piped("true", "x" * 300_000) == Output("")


def test_how_it_ended_is_told() -> None:
    assert piped("echo a; exit 3") == Output("a", "It ended with code 3.")
    assert piped("kill -9 $$") == Output("", "It was ended by SIGKILL.")
    assert "code 127" in piped("nosuchcommand").trouble


def test_output_has_an_end() -> None:
    endless = piped("yes")
    assert len(endless.text) <= piping.MOST
    assert endless.trouble == "It printed more than 100 kB; here is the beginning."


def test_time_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piping, "LIMIT", 0.2)
    assert piped("echo begun; sleep 30") == Output("begun", "It took more than 0 s and was ended.")


def test_what_a_command_leaves_in_the_background_is_not_waited_for() -> None:
    assert piped("sleep 20 & echo $!").text.isdigit()


def test_a_shell_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(InputError, match="/no/shell cannot be started"):
        Piped("wc", "", {"SHELL": "/no/shell"}).run()
    assert Piped("echo $0", "", {}).run().text == "sh"
    with pytest.raises(InputError, match="cannot be started"):
        Piped("a\0b", "", {}).run()


def gone(pid: int) -> bool:
    """Whether a process is not running any more (a zombie that nobody waits for counts as gone)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_stopping_leaves_no_process(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    run = Piped(
        f"trap '' TERM; sleep 60 & echo $$ $! > {pids}.new; mv {pids}.new {pids}; wait", "", {"SHELL": "/bin/sh"}
    )
    found: list[Output] = []
    thread = threading.Thread(target=lambda: found.append(run.run()))
    thread.start()
    while not pids.exists():
        thread.join(0.005)
    run.stop()
    thread.join(10)
    assert found[0].trouble == "It was stopped."
    for pid in pids.read_text().split():
        while not gone(int(pid)):
            thread.join(0.005)


async def test_a_bar_gives_the_article_to_a_command(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    async with dashboard(store, size=(60, 20)) as ui:
        await at_the_call(ui)
        await ui.press("vertical_line", "enter")
        assert "Type a command" in ui.text
        await ui.paste("grep -o Lavrov | head -1; exit 2")
        await ui.press("enter")
        await ui.until(lambda: "It ended with code 2." in ui.text)
        assert "| grep -o Lavrov" in ui.text
        assert "\n Lavrov" in ui.text
        await ui.press("q", "vertical_line", "up")
        assert isinstance(ui.app.screen, PromptScreen)
        assert ui.app.screen.line.text == "grep -o Lavrov | head -1; exit 2"
        await ui.press("ctrl+u")
        await ui.type("true")
        await ui.press("enter")
        await ui.until(lambda: "It printed nothing." in ui.text)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_leaving_ends_the_command(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    pid = tmp_path / "pid"
    async with dashboard(store) as ui:
        await at_the_call(ui)
        await ui.press("vertical_line")
        await ui.paste(f"echo $$ > {pid}.new; mv {pid}.new {pid}; sleep 60; true")
        await ui.press("enter")
        await ui.until(pid.exists)
        assert "Running" in ui.text
        await ui.pilot.press(key)
    while not gone(int(pid.read_text())):
        await asyncio.sleep(0.005)
