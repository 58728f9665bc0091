"""The documented command that draws the pictures of the README."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline_tui.screenshots import PNG, SCENES


@pytest.mark.slow
def test_the_command_draws_every_scene(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline_tui.screenshots", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    drawn = (tmp_path / f"{PNG}.png").exists()
    assert done.returncode == (0 if drawn else 1)
    assert drawn or "No PNG was made" in done.stderr  # says which package or font is missing
    for scene in SCENES:
        picture = (tmp_path / f"{scene.name}.svg").read_text(encoding="utf-8")
        words = " ".join("".join(text.itertext()) for text in ElementTree.fromstring(picture))
        assert "dateline" in words
        assert "http" not in picture.replace("http://www.w3.org/2000/svg", "").replace("https://…", "")
        assert scene.name in ("help", "timeline", "relations", "duplicates") or "5 articles" in words


def test_it_says_how_it_is_called() -> None:
    done = subprocess.run([sys.executable, "-m", "dateline_tui.screenshots"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "DIR" in done.stderr


def test_the_pictures_are_there() -> None:
    folder = Path(__file__).parent.parent / "screenshots"
    names = {file.name for file in folder.iterdir()}
    assert {f"{scene.name}.svg" for scene in SCENES} | {f"{PNG}.png"} <= names
