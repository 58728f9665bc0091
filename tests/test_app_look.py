"""How it looks: colours and their contrast, state without colour, every size of screen."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem, ColorType
from rich.style import Style

from dashboard import Dashboard, dashboard
from dateline.actors.search import Hit
from dateline.db.rows import ActorRow, ArticleRow, Fact
from dateline.model import Mention
from dateline_tui.draw.article import Marks, Page
from dateline_tui.draw.layout import Runs
from dateline_tui.draw.lists import actor_lines, article_lines, fact_lines
from dateline_tui.draw.signs import ASCII, UNICODE, Signs
from dateline_tui.panes.bars import Notice
from dateline_tui.panes.pane import Look
from dateline_tui.piping import Piped
from dateline_tui.screens.choose import ChooseScreen, Option
from dateline_tui.screens.copied import CopiedScreen
from dateline_tui.screens.main import welcome
from dateline_tui.screens.output import OutputScreen
from dateline_tui.screens.over import Over
from dateline_tui.screens.prompt import PromptScreen
from dateline_tui.screens.why import WhyScreen
from dateline_tui.theme import DARK, GROUNDS, LIGHT, TERMINAL, THEMES, Theme, next_theme, theme_for
from demo import make_store
from drawn import page_lines

LOUD = [theme for theme in THEMES.values() if theme is not TERMINAL]  # those that bring colours of their own
NO_TEXT = frozenset(("edge", *GROUNDS))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store.db")


# -- themes


def luminance(color: Color) -> float:
    """By WCAG 2, from 0 to 1."""
    parts = [part / 255 for part in color.get_truecolor()]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: Color, ground: Color) -> float:
    """From 1 to 21."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=["all", "256"])
@pytest.mark.parametrize("theme", LOUD, ids=lambda theme: theme.name)
def test_text_stands_out_from_every_ground(theme: Theme, colours: ColorSystem) -> None:
    roles = [role for role in theme.roles if role not in NO_TEXT]
    low = []
    texts = ("", *roles, "name chosen", "date quiet", "words quote name")
    for ground, (before, after), role in itertools.product(
        GROUNDS, (("", ""), ("words ", ""), ("", " selected")), texts
    ):
        style = theme.style(before + role + after, ground)
        assert style.color is not None
        assert style.bgcolor is not None
        found = contrast(style.color.downgrade(colours), style.bgcolor.downgrade(colours))
        if found < 4.5:
            low.append((ground, before + role + after, round(found, 2)))
    assert low == []


def test_grounds_can_be_told_apart() -> None:
    for theme in LOUD:
        cursor, shadow, page, words = (theme.style(role).bgcolor for role in ("cursor", "shadow", "", "words"))
        assert len({cursor, shadow, page, words}) == 4


def test_every_theme_knows_every_role() -> None:
    for theme in THEMES.values():
        assert theme.roles.keys() == DARK.roles.keys(), theme.name


def test_the_terminals_own_theme_has_no_colours_of_its_own() -> None:
    for role, ground in itertools.product(("", *TERMINAL.roles), GROUNDS):
        style = TERMINAL.style(role, ground)
        for color in (style.color, style.bgcolor):
            assert color is not None
            assert color.is_default or (color.type is ColorType.STANDARD)
        assert style.bgcolor is not None
        assert style.bgcolor.is_default


def test_marks_hold_without_colour() -> None:
    """What a reader must see at once differs by weight, line or reversal in the terminal's own theme."""

    def bare(role: str, ground: str = "") -> Style:
        return TERMINAL.style(role, ground).without_color

    assert bare("", "cursor").reverse
    assert bare("", "shadow") != bare("")
    assert bare("caret").reverse
    assert not bare("caret", "cursor").reverse  # seen on a reversed row too
    assert bare("words selected caret").reverse != bare("words selected").reverse
    for role in ("words", "sign", "state", "denied", "key", "title", "noise", "bad"):
        assert bare(role) != bare(""), role
    assert bare("name chosen") != bare("name")
    assert bare("active") != bare("title")
    assert TERMINAL.style("name", "cursor").color == TERMINAL.style("", "cursor").color


@pytest.mark.parametrize(
    ("asked", "environ", "theme"),
    [
        (None, {"TERM": "xterm-256color"}, DARK),
        (None, {"TERM": "xterm-kitty"}, DARK),
        (None, {"TERM": "xterm", "COLORTERM": "truecolor"}, DARK),
        (None, {"TERM": "linux"}, TERMINAL),
        (None, {"TERM": "xterm"}, TERMINAL),
        ("light", {"TERM": "linux"}, LIGHT),
        ("terminal", {"TERM": "xterm-256color"}, TERMINAL),
        ("light", {"TERM": "xterm-256color", "NO_COLOR": "1"}, TERMINAL),
    ],
)
def test_the_theme_to_start_with(asked: str | None, environ: dict[str, str], theme: Theme) -> None:
    assert theme_for(asked, environ) is theme


def test_themes_go_round() -> None:
    assert [next_theme(theme) for theme in (DARK, LIGHT, TERMINAL)] == [LIGHT, TERMINAL, DARK]


def grounds(ui: Dashboard) -> set[Color | None]:
    """Every ground on the screen."""
    strips = ui.app.screen._compositor.render_strips()
    return {segment.style.bgcolor if segment.style else None for strip in strips for segment in strip}


async def test_t_goes_round_the_themes_and_no_other_colours_are_seen(store: Path) -> None:
    async with dashboard(store) as ui:
        await ui.press("escape", "enter")
        for theme, says in ((LIGHT, "light"), (TERMINAL, "the terminal's own"), (DARK, "dark")):
            await ui.press("T")
            assert f"Colours: {says}. T changes them." in ui.text
            own = {theme.style("", ground).bgcolor for ground in GROUNDS} | {theme.style("words").bgcolor}
            assert grounds(ui) <= own
            await ui.press("Y")
            assert isinstance(ui.app.screen, Over)
            assert grounds(ui) <= own, theme.name
            assert "dateline" in ui.text  # what is below stays in view
            await ui.press("q")


@pytest.mark.parametrize("keys", ["y", "e", "Y", "t", "r", "rt", "?"])
async def test_t_works_over_the_dashboard_and_what_is_below_takes_the_colours_too(store: Path, keys: str) -> None:
    async with dashboard(store) as ui:
        await ui.type("blinken")
        await ui.press("enter", *keys)
        top = ui.app.screen
        assert top is not ui.app.main
        before, words = grounds(ui), ui.text
        await ui.press("T")
        own = {LIGHT.style("", ground).bgcolor for ground in GROUNDS} | {LIGHT.style("words").bgcolor}
        assert ui.app.screen is top
        assert grounds(ui) <= own
        assert before.isdisjoint(grounds(ui))
        assert ui.lines[0].rstrip() == words.split("\n")[0], "the same is to be seen"
        while ui.app.screen is not ui.app.main:
            assert grounds(ui) <= own
            await ui.press("q")
        assert grounds(ui) <= own
        assert ui.app.main.session.theme == "light"


async def test_without_colours_there_is_nothing_to_choose(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with dashboard(store, theme=TERMINAL) as ui:
        await ui.press("escape", "T")
        assert "NO_COLOR is set" in ui.text
        assert ui.app.main.look.theme is TERMINAL


# -- state is never shown by colour alone

BASE = Fact(
    "f1", "event", "h", "t", None, None, None, "en", 0, 3, "abc", "by hand", sure=True, type="CONSULT", mode="meeting",
    source=("Antony Blinken",), target=("Sergey Lavrov",), status="occurred", date="2022-01-21",
)  # fmt: skip
STATES = {
    "sure": BASE,
    "unsure": replace(BASE, sure=False),
    "planned": replace(BASE, status="planned"),
    "planned, unsure": replace(BASE, status="planned", sure=False),
    "denied": replace(BASE, status="denied"),
    "conditional": replace(BASE, status="conditional"),
    "ongoing": replace(BASE, status="ongoing"),
    "inferred": replace(BASE, inferred=("Sergey Lavrov",)),
    "undated": replace(BASE, date=None),
    "undated, told": replace(BASE, date=None, date_text="Friday"),
    "a month": replace(BASE, date="2022-01"),
}


def plain(lines: tuple[Runs, ...]) -> str:
    """What is left without any style."""
    return "\n".join("".join(run.text for run in line).rstrip() for line in lines)


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_facts_in_every_state_differ_as_text(signs: Signs) -> None:
    texts = {state: plain(fact_lines(fact, 60, "app", signs)) for state, fact in STATES.items()}
    assert len(set(texts.values())) == len(texts), texts
    said = replace(
        BASE, kind="statement", type=None, status=None, date=None, speaker="Blinken", quote="No", verb="said"
    )
    assert plain(fact_lines(said, 60, "app", signs)) != plain(fact_lines(replace(said, sure=False), 60, "app", signs))


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_actors_and_articles_in_every_state_differ_as_text(signs: Signs) -> None:
    kinds = ("person", "organization", "country")
    rows = [ActorRow("a", "Geneva", kind, 3) for kind in kinds]
    hit = Hit("a", "Geneva", "person", 90.0, "Genf", "Genf, f as v", 3)
    texts = [plain(actor_lines(row, None, 40, "app", signs)) for row in rows]
    texts.append(plain(actor_lines(rows[0], hit, 40, "app", signs)))
    article = ArticleRow("h", "Title", "en", "2022-01-03", None, None, 9, 2)
    others = (article, replace(article, published=None), replace(article, lang=None), replace(article, facts=0))
    texts += [plain(article_lines(row, 40, "app", signs)) for row in (*others, replace(article, outlet="voa"))]
    assert len(set(texts)) == 9


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_what_is_marked_in_an_article_differs_as_text(signs: Signs) -> None:
    text = "Share this.\nBlinken met Lavrov."
    bare = Page("h", "t", (), None, text)
    named = replace(bare, mentions=(Mention("b", 12, 19),))
    shapes = [
        (bare, Marks(signs=signs)),
        (named, Marks(signs=signs)),
        (bare, Marks(words=((12, 23),), signs=signs)),
        (replace(bare, noise=((0, 11),)), Marks(signs=signs)),
        (replace(bare, noise=((0, 5),)), Marks(signs=signs)),
    ]
    texts = ["\n".join(line.text for line in page_lines(page, marks, 40, "app")) for page, marks in shapes]
    assert len(set(texts)) == len(texts)
    for theme in THEMES.values():  # which of the names is the chosen one: by weight
        assert theme.style("name chosen").without_color != theme.style("name").without_color


# -- sizes

SIZES = [(40, 12), (60, 20)]
MORE_SIZES = [(59, 15), (80, 24), (99, 30), (100, 30), (140, 45)]


def whole(ui: Dashboard, size: tuple[int, int]) -> None:
    """Every line is as wide as the screen, and the last one is the footer."""
    assert len(ui.lines) == size[1]
    assert {len(line) for line in ui.lines} == {size[0]}, ui.text


def titled(ui: Dashboard) -> list[str]:
    """The nouns of the panes that are shown, each with its position beside it."""
    row = ui.lines[1]
    return [noun for noun in ("Actors", "Articles", "Facts", "Article") if f" {noun} " in row]


@pytest.mark.parametrize(
    "size",
    [*SIZES, *(pytest.param(size, marks=pytest.mark.slow) for size in MORE_SIZES)],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
async def test_every_screen_can_be_read_at_every_size(store: Path, size: tuple[int, int]) -> None:
    panes = 3 if size[0] >= 100 else 2 if size[0] >= 60 else 1
    async with dashboard(store, size=size, first_start=True, mode="none") as ui:
        whole(ui, size)
        assert "Esc leaves this box." in " ".join(ui.text.split())
        assert "dateline   3 articles · 7 facts" in ui.lines[0]
        assert "…" not in ui.lines[0]
        assert ui.footer.endswith("? keys")
        await ui.type("blin")
        for key in ("enter", "enter", "T", "A"):  # facts, article, with a notice, articles
            await ui.press(key)
            whole(ui, size)
            assert len(titled(ui)) == panes, ui.lines[1]
            assert ui.footer.endswith("? keys  q quit")
            assert ui.footer.startswith(("Enter", "Esc"))
        await ui.press("tab")
        for screen in overlays(ui):
            ui.app.push_screen(screen)
            await ui.settled()
            whole(ui, size)
            heading = next(line for line in ui.lines if line.startswith(f" {screen.heading}"))
            assert "…" not in heading
            assert "Esc" in ui.footer
            await ui.press("escape")


def overlays(ui: Dashboard) -> list[Over]:
    """Every screen that is laid over the dashboard, filled."""
    from dateline_tui.screens.add import AddScreen
    from dateline_tui.screens.help import HelpScreen

    look, main = ui.app.main.look, ui.app.main
    return [
        HelpScreen(look),
        AddScreen(main.store, look, main.post_message),
        CopiedScreen("“words”\n  meaning of them\n", look),
        WhyScreen(("rule   met", "words  " + "some of them " * 9), look),
        ChooseScreen("Copy as", [Option("text", "the citation"), Option("id")], print, look),
        PromptScreen("Give the article to", print, look, hint="as in a shell: wc -w, grep -n Geneva"),
        OutputScreen(Piped("echo a", "", {}), look),
    ]


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_long_notice_leaves_the_panes_their_room(store: Path, size: tuple[int, int]) -> None:
    async with dashboard(store, size=size) as ui:
        await ui.press("escape", "enter", "G")
        ui.app.main.notice.say("What is said here goes on and on. " * 20, "bad")
        await ui.settled()
        whole(ui, size)
        rows = ui.pane("facts").split("\n")
        assert len(rows) >= size[1] - 2 - Notice.MOST
        assert "Facts" in rows[0]
        assert any("▸" in row for row in rows)  # the row under the cursor is still to be seen
        assert ui.lines[-2].rstrip().endswith("…")
        assert ui.footer.endswith("? keys  q quit")


def test_the_welcome_can_be_read_whole_on_the_smallest_screen() -> None:
    assert len(welcome(Look(DARK, UNICODE, "app"))) < 4 * 38
