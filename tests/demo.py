"""A small store from the sample articles with facts marked by hand: the dashboard is tested without extraction."""

from __future__ import annotations

from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.db.write import add_article, open_for_writing
from dateline.model import Actor, Article, Event, Extraction, Mention, Noise, Role, Span, Statement, short_hash
from dateline.paths import seed_documents

BLINKEN = Actor("antony-blinken", "Antony Blinken", "person", ("Antony Blinken", "Blinken", "Blingen", "بلینکن"))
LAVROV = Actor("sergey-lavrov", "Sergey Lavrov", "person", ("Sergey Lavrov", "Sergei Lavrov", "Lavrov"))
PUTIN = Actor("vladimir-putin", "Vladimir Putin", "person", ("ولادیمیر پوتین", "پوتین"))
BIDEN = Actor("joe-biden", "Joe Biden", "person", ("جو بایدن", "Joe Biden", "بایدن", "பிடன்"))
PRICE = Actor("ned-price", "Ned Price", "person", ("Ned Price", "Price", "ند پرایس"))
RUSSIA = Actor("country-ru", "Russia", "country", ("Russia", "Rusya", "روسیه"))
NATO = Actor("nato", "NATO", "organization", ("NATO", "ناتو"))
ACTORS = (BLINKEN, LAVROV, PUTIN, BIDEN, PRICE, RUSSIA, NATO)


def span(text: str, words: str) -> Span:
    """Where ``words`` stand first."""
    start = text.index(words)
    return start, start + len(words)


def mentions(text: str, actors: tuple[Actor, ...]) -> tuple[Mention, ...]:
    """Every place where a form of an actor stands, the longest form first."""
    found: list[Mention] = []
    forms = sorted(((form, actor.id) for actor in actors for form in actor.forms), key=lambda pair: -len(pair[0]))
    for form, actor in forms:
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if not any(m.start < end and at < m.end for m in found):
                found.append(Mention(actor, at, end))
            at = text.find(form, end)
    return tuple(sorted(found, key=lambda mention: mention.start))


def extraction(
    article: Article,
    *,
    events: tuple[Event, ...] = (),
    statements: tuple[Statement, ...] = (),
    roles: tuple[Role, ...] = (),
    noise: tuple[str, ...] = (),
    actors: tuple[Actor, ...] = ACTORS,
) -> Extraction:
    """An extraction whose mentions and noise are looked up in the text."""
    text = article.text
    named = mentions(text, actors)
    here = {mention.actor for mention in named}
    for event in events:
        here.update((*event.source, *event.target))
    return Extraction(
        article,
        tuple(Noise(*span(text, words), "demo") for words in noise),
        tuple(actor for actor in actors if actor.id in here),
        named,
        events,
        statements,
        roles,
    )


def _id(article: Article, name: str) -> str:
    return short_hash(article.hash, name)


def turkish() -> Extraction:
    """Article 001: a phone call, a planned answer, two statements, a role; undated."""
    text = seed_documents()[1].read_text(encoding="utf-8")
    article = Article(text, text.split("\n")[0], "tr", None, "https://www.example.org/blinken-lavrov")
    call = Event(
        _id(article, "call"), "CONSULT", (BLINKEN.id,), (LAVROV.id,),
        *span(text, "Rus mevkidaşı Sergey Lavrov'la yaptığı telefon görüşmesinde"), "demo", mode="phone", sure=True,
        spans=(span(text, "Blinken ile Lavrov arasındaki telefon görüşmesine"),),
    )  # fmt: skip
    urged = Event(
        _id(article, "urged"), "REQUEST", (BLINKEN.id,), (RUSSIA.id,), *span(text, "Rus tarafını gerilimi azaltmaya"),
        "demo", sure=True, according_to=("Ned Price",),
    )  # fmt: skip
    planned = Event(
        _id(article, "more"), "CONSULT", (BLINKEN.id,), (LAVROV.id,),
        *span(text, "müzakerelere devam etmeye hazır olduğunu"), "demo", status="planned", inferred=(LAVROV.id,),
    )  # fmt: skip
    said = Statement(
        _id(article, "said"), PRICE.id, "said", *span(text, "tam koordinasyon içinde gerçekleştirme niyetindeyiz"),
        "demo", quote="tam koordinasyon içinde gerçekleştirme niyetindeyiz", sure=True,
    )  # fmt: skip
    role = Role(
        _id(article, "role"), PRICE.id, "Spokesperson", "US State Department",
        *span(text, "ABD Dışişleri Bakanlığı Sözcüsü Ned Price"), "demo",
    )  # fmt: skip
    return extraction(article, events=(call, urged, planned), statements=(said,), roles=(role,))


def persian() -> Extraction:
    """Article 003: a dated call of 50 minutes and a statement in Persian."""
    text = seed_documents()[3].read_text(encoding="utf-8")
    article = Article(text, "رایزنی بلینکن با دبیرکل ناتو", "fa")
    words = span(text, "جو بایدن رئیس جمهوری آمریکا و ولادیمیر پوتین رئیس جمهوری روسیه")
    call = Event(
        _id(article, "call"), "CONSULT", (BIDEN.id,), (PUTIN.id,), *words, "demo", mode="phone", sure=True,
        date="2021-12-30", date_text="۳۰ دسامبر ۲۰۲۱", duration_minutes=50, spans=(words,),
    )  # fmt: skip
    talks = Event(
        _id(article, "talks"), "CONSULT", (BLINKEN.id,), (NATO.id,), *span(text, "بلینکن امروز با دبیرکل ناتو"),
        "demo", sure=True, date_text="روز جمعه",
    )  # fmt: skip
    return extraction(article, events=(call, talks), noise=("نظر شما",))


def italian() -> Extraction:
    """Article 004: the misspelt name, noise, a word of Tamil, no facts."""
    text = seed_documents()[4].read_text(encoding="utf-8")
    noise = ("Will Smith risponde al divieto degli Oscar dopo lo schiaffo di Chris Rock", "Lascia un commento")
    return extraction(Article(text, "Dopo l’incontro di Lavrov", "it"), noise=noise)


HOSTILE_NAME = "Ann [sic] \x1b[31m[/nope]\x1b]52;c;cHduZWQ=\x07\u202eevil"
HOSTILE_TEXT = "Ann [sic] met [/nope] Bob.\x1b[2J\x9b31m \x1b]52;c;cHduZWQ=\x07 [red]Not red[/red] end \u202eabc"


def hostile() -> Extraction:
    """Brackets that look like markup, escapes, C1, an order to set the clipboard, overrides."""
    article = Article(
        HOSTILE_TEXT, "[/nope] \x1b]0;owned\x07[bold]title[/bold]", "en", None, "https://x/\x1b[31m[link]"
    )
    ann = Actor("ann", HOSTILE_NAME, "person", ("Ann [sic]",))
    bob = Actor("bob", "[red]Bob[/red]", "person", ("Bob",))
    met = Event(
        _id(article, "met"), "CONSULT", ("ann",), ("bob",), *span(HOSTILE_TEXT, "Ann [sic] met [/nope] Bob."),
        "demo", mode="meeting", place="[/x]\x1b[5m", sure=True,
    )  # fmt: skip
    said = Statement(
        _id(article, "said"), "ann", "said", *span(HOSTILE_TEXT, "[red]Not red[/red] end"), "demo",
        quote="[red]Not red[/red]\x1b[31m", sure=True,
    )  # fmt: skip
    return extraction(article, events=(met,), statements=(said,), actors=(ann, bob))


def make_store(path: Path, *extractions: Extraction) -> Path:
    """A store at ``path`` with these articles, by default the three sample ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made(extractions or (turkish(), persian(), italian())))
    return path


@cache
def _made(extractions: tuple[Extraction, ...]) -> bytes:
    """A store with these articles, made once and copied for every test that wants one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with closing(open_for_writing(path)) as connection:
            for one in extractions:
                assert add_article(connection, one)
        assert [file.name for file in path.parent.iterdir()] == [path.name], "all of it is in one file"
        return path.read_bytes()
