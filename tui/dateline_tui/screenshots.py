"""Pictures of the dashboard for README and documentation: ``python -m dateline_tui.screenshots DIR``.

Drives the real app by keys over the five sample articles and draws what stands on its screen, cell by cell: SVG by
itself, PNG with Pillow and a monospaced font that has Arabic letters. A picture is drawn in visual order, as the
terminal gets it; every right-to-left glyph is placed on its own, so that no viewer turns the order round again.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.pilot import Pilot

from dateline.db.write import open_for_writing
from dateline.paths import seed_documents
from dateline_tui.adding import Request, add
from dateline_tui.app import DatelineApp
from dateline_tui.draw.layout import Mode
from dateline_tui.draw.widths import char_width
from dateline_tui.inside import strips
from dateline_tui.messages import Added
from dateline_tui.screens.keyed import KeyedScreen
from dateline_tui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_CELL = (10, 20)  # pixels of a cell in a picture
_FONTS = (  # monospaced, with Arabic presentation forms; bold second; the last are asked for what the first lack
    ("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("DejaVuMathTeXGyre.ttf", "DejaVuMathTeXGyre.ttf"),
)
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/Library/Fonts", "~/.fonts")


@dataclass(frozen=True, slots=True)
class Scene:
    """What to type and what the picture is called. Keys are Textual's names; a word in quotes is typed."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    mode: Mode = "app"
    theme: Theme = DARK
    added: tuple[Request, ...] = ()  # articles that are added before; the scenes after it have them, too


#: one man in two scripts, of whom no list of names knows
_TWO_SCRIPTS = (
    Request(
        pasted="Talks in Brussels\n\nWendy Sherman met Alexander Grushko in Brussels on Wednesday. Grushko said that "
        "relations with NATO were at a critically low level.\n",
        date="2022-01-12",
        url="https://www.example.org/brussels",
    ),
    Request(
        pasted="نشست بروکسل\n\nالکساندر گروشکو معاون وزیر خارجه روسیه روز پنجشنبه با ینس استولتنبرگ در بروکسل دیدار "
        "کرد.\n",
        date="2022-01-13",
        url="https://fa.example.org/brussels",
    ),
)
SCENES: tuple[Scene, ...] = (
    Scene("dashboard", (140, 40), ("'blinken", "enter", "j", "j", "j", "j", "j", "enter")),
    Scene("search", (120, 30), ("'zelenski",)),
    Scene("persian", (120, 36), ("'بایدن", "enter", "enter")),
    Scene("citation", (120, 30), ("'putin", "enter", "enter", "y")),
    Scene("articles", (120, 30), ("escape", "A", "j", "j")),
    Scene("narrow", (80, 24), ("'lavrov", "enter", "j")),
    Scene("filter", (120, 30), ("'putin", "enter", "f", "'type:CONSULT st")),
    Scene("mending", (120, 30), ("'macron", "enter", "enter", "c", "'CONS")),
    Scene("timeline", (120, 24), ("escape", "f", "'type:event", "enter", "t")),
    Scene("relations", (120, 24), ("'blinken", "enter", "r")),
    Scene("light", (140, 40), ("'blinken", "enter", "j", "enter", ")", ")"), theme=LIGHT),
    Scene("help", (100, 60), ("question_mark",)),
    Scene("duplicates", (120, 20), ("escape", "d"), added=_TWO_SCRIPTS),
)
PNG = "dashboard"  # the scene that becomes a PNG too


@dataclass(frozen=True, slots=True)
class Cell:
    """One cluster on the screen."""

    x: int
    y: int
    text: str
    width: int
    ink: str
    ground: str
    bold: bool


def screen_cells(app: DatelineApp, theme: Theme) -> Iterator[Cell]:
    """What stands on the screen now, from left to right and top to bottom."""
    for y, strip in enumerate(strips(app.screen)):
        x = 0
        for segment in strip:
            style = segment.style
            ink, ground = theme.ink, theme.ground
            if style is not None:
                ink = style.color.get_truecolor().hex if style.color else ink
                ground = style.bgcolor.get_truecolor(foreground=False).hex if style.bgcolor else ground
                if style.reverse:
                    ink, ground = ground, ink
            for cluster in _clusters(segment.text):
                wide = sum(map(char_width, cluster))
                yield Cell(x, y, cluster, wide, ink, ground, bool(style and style.bold))
                x += wide


def _clusters(text: str) -> list[str]:
    out: list[str] = []
    for char in text:
        if out and unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf"):
            out[-1] += char
        else:
            out.append(char)
    return out


def as_svg(cells: Sequence[Cell], size: tuple[int, int], ground: str, title: str) -> str:
    """The screen as a picture that needs nothing from outside."""
    width, height = _CELL
    columns, rows = size
    pens = {pen: f"p{i}" for i, pen in enumerate(sorted({(cell.ink, cell.bold) for cell in cells}))}
    looks = "".join(f".{name}{{fill:{ink}{';font-weight:bold' if bold else ''}}}" for (ink, bold), name in pens.items())
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns * width} {rows * height}" role="img">'
        f"<title>{escape(title)}</title><style>text{{font:16px 'DejaVu Sans Mono',Menlo,Consolas,monospace;"
        f"white-space:pre}}{looks}</style>"
        f'<rect width="100%" height="100%" fill="{ground}"/>'
    )
    grounds = (
        f'<rect x="{run[0].x * width}" y="{run[0].y * height}" width="{_span(run) * width + 0.2:.1f}" '
        f'height="{height + 0.2:.1f}" fill="{run[0].ground}"/>'
        for run in _runs(cells, lambda a, b: a.ground == b.ground)
        if run[0].ground != ground
    )
    words = (_svg_text(run, pens) for run in _runs(cells, _same_pen) if any(cell.text.strip() for cell in run))
    return head + "".join((*grounds, *words)) + "</svg>\n"


def _svg_text(run: Sequence[Cell], pens: Mapping[tuple[str, bool], str]) -> str:
    width, height = _CELL
    text = escape("".join(cell.text for cell in run), quote=False)
    length = f' textLength="{_span(run) * width}"' if len(run) > 1 else ""
    pen = pens[run[0].ink, run[0].bold]
    return f'<text class="{pen}" x="{run[0].x * width}" y="{run[0].y * height + 15}"{length}>{text}</text>'


def _runs(cells: Sequence[Cell], alike: Callable[[Cell, Cell], bool]) -> Iterator[list[Cell]]:
    """Neighbouring cells of one line that ``alike`` lets stand together."""
    run: list[Cell] = []
    for cell in cells:
        if run and (run[-1].y != cell.y or not alike(run[-1], cell)):
            yield run
            run = []
        run.append(cell)
    if run:
        yield run


def _same_pen(a: Cell, b: Cell) -> bool:
    same = (a.ink, a.bold) == (b.ink, b.bold)
    return same and not _alone(a.text) and not _alone(b.text)


def _alone(text: str) -> bool:
    """Whether a glyph must be placed by itself: it runs from right to left or its width differs between fonts."""
    kind = unicodedata.bidirectional(text[0])
    return not text.isascii() and (kind in ("R", "AL", "AN", "EN") or text[0] > "\u2190")


def _span(run: Sequence[Cell]) -> int:
    return sum(cell.width for cell in run)


def draw_png(cells: Sequence[Cell], size: tuple[int, int], ground: str, path: Path) -> str | None:
    """Draws the screen with Pillow; returns a sentence where it cannot."""
    try:
        from PIL import Image, ImageDraw
    except ImportError:
        return "No PNG was made: install Pillow (pip install pillow)."
    fonts = _fonts()
    if not fonts:
        return "No PNG was made: install the DejaVu fonts (fonts-dejavu on Debian)."
    width, height = _CELL
    picture = Image.new("RGB", (size[0] * width, size[1] * height), ground)
    pen = ImageDraw.Draw(picture)
    for cell in cells:
        x, y = cell.x * width, cell.y * height
        if cell.ground != ground:
            pen.rectangle((x, y, x + cell.width * width - 1, y + height - 1), fill=cell.ground)
    for cell in cells:
        if cell.text.strip():
            font = _font_for(cell, fonts)
            pen.text((cell.x * width, cell.y * height + 15), cell.text, fill=cell.ink, font=font, anchor="ls")
    picture.quantize(128).save(path, optimize=True)
    return None


def _fonts() -> list[tuple[FreeTypeFont, FreeTypeFont]]:
    """The fonts of ``_FONTS`` that are installed: (regular, bold)."""
    from PIL import ImageFont

    found = {file.name: file for folder in _FONT_FOLDERS for file in Path(folder).expanduser().rglob("DejaVu*.ttf")}

    def font(name: str) -> FreeTypeFont:
        return ImageFont.truetype(found[name], 16, layout_engine=ImageFont.Layout.BASIC)  # nothing is reordered

    return [(font(plain), font(bold)) for plain, bold in _FONTS if plain in found and bold in found]


def _font_for(cell: Cell, fonts: Sequence[tuple[FreeTypeFont, FreeTypeFont]]) -> FreeTypeFont:
    """The first font that has the letter; every font draws what it lacks as it draws U+FFFF."""
    for pair in fonts:
        font = pair[cell.bold]
        if bytes(font.getmask(cell.text[0])) != bytes(font.getmask("\uffff")):
            return font
    return fonts[0][cell.bold]


async def _at_rest(app: DatelineApp, pilot: Pilot[Any]) -> None:
    """Waits until everything asked for has been read and drawn."""
    await pilot.pause()
    while not app.main.idle:
        await pilot.pause(0.01)
    await pilot.pause()


async def _play(scene: Scene, store: Path, folder: Path) -> str | None:
    """Types a scene's keys and draws what comes of it."""
    app = DatelineApp(store, mode=scene.mode, theme=scene.theme)
    async with app.run_test(size=scene.size) as pilot:
        await _at_rest(app, pilot)
        for key in scene.keys:
            if key.startswith("'"):
                assert isinstance(app.screen, KeyedScreen)
                app.screen.typed(key[1:])
            else:
                await pilot.press(key)
            await _at_rest(app, pilot)
        cells = list(screen_cells(app, scene.theme))
    ground = scene.theme.ground
    picture = as_svg(cells, scene.size, ground, f"dateline: {scene.name}")
    (folder / f"{scene.name}.svg").write_text(picture, encoding="utf-8")
    return draw_png(cells, scene.size, ground, folder / f"{scene.name}.png") if scene.name == PNG else None


def make(folder: Path) -> list[str]:
    """Draws every scene into ``folder``; returns sentences about what could not be drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    trouble = []
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "store.db"
        open_for_writing(store).close()
        done = add(store, Request(path=str(seed_documents()[0].parent)))
        if not isinstance(done, Added):
            return [str(getattr(done, "sentence", done))]
        for scene in SCENES:
            for article in scene.added:
                add(store, article)
            if (why := asyncio.run(_play(scene, store, folder))) is not None:
                trouble.append(why)
    return trouble


def main() -> int:
    """``python -m dateline_tui.screenshots DIR``"""
    if len(sys.argv) != 2:
        print("usage: python -m dateline_tui.screenshots DIR", file=sys.stderr)
        return 2
    trouble = make(Path(sys.argv[1]))
    for sentence in trouble:
        print(sentence, file=sys.stderr)
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
