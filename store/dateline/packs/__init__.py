"""Language packs and shipped knowledge: data that people who do not program can read.

A pack is one TOML file, ``packs/<code>.toml``. ``load`` reads it into the named tuples below and refuses a missing
section, a missing key or an unknown one with a sentence that names it. Words stand as a dictionary has them; how they
change in a text is the pack's ``[conjugation]`` and ``[grammar]``. Nothing here knows any language. ADDING.md, beside
this file, says for those who write packs what every table and key means.
"""

# no postponed annotations here: a named tuple would compile each of them, which is felt in every command

from collections.abc import Mapping
from functools import cache
from os import listdir, path
from typing import Any, NamedTuple

from dateline.packs.shape import PackError, frozen, table_of, tables_of
from dateline.packs.tables import once

FOLDER = path.dirname(__file__)  # importlib.resources would cost more to import than a pack to read
Words = tuple[str, ...]

#: where a party stands: the labels that verb and noun entries may use
LABELS = (
    "subject", "object", "to", "with", "from", "in", "of", "whose", "by", "against", "between", "about", "for", "per",
    "through", "speaker",
)  # fmt: skip


class Language(NamedTuple):
    """What tells the language of a text, and the two facts of its grammar that the engine asks for."""

    code: str  # ISO 639-1
    name: str
    script: str  # as text.script.script_of names it
    order: str  # "verb-last" or "verb-middle"
    letters: str = ""
    words: Words = ()
    inflects: bool = False  # nouns and names take endings
    loose_spaces: bool = False  # the same word is written together, apart or with a joiner
    modifies: str = "before"  # a country stands "before" its title (Rus Bakan) or "after" it (ministro russo)
    drops_subject: bool = True  # a sentence may leave its subject to the one before
    home: str = ""  # the country whose press leaves its own name out: "the minister" is its minister
    present: str = "occurred"  # "planned" where the present tense of a single act announces it («سفر می‌کند»)


class Sentences(NamedTuple):
    """What splits sentences and quotations."""

    abbreviations: Words
    quotes: Words  # pairs of marks, opening and closing, two characters each
    elision: Words = ()  # words that end in an apostrophe and stay apart from the next one


class NoiseWords(NamedTuple):
    """Words by which a page's own furniture is known."""

    line_starts: Words = ()
    line_has: Words = ()
    line_is: Words = ()
    list_starts: Words = ()
    rest_starts: Words = ()
    enclosed: tuple[Words, ...] = ()


class Dates(NamedTuple):
    """Words of time. Offsets count from the article's date: days, weeks, months, years."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # 1 = Monday
    numbers: Mapping[str, float]
    jalali_months: Mapping[str, int] = {}
    days: Mapping[str, int] = {}
    weeks: Mapping[str, int] = {}
    month_words: Mapping[str, int] = {}
    years: Mapping[str, int] = {}
    vague: Words = ()
    last: Words = ()
    next: Words = ()
    this: Words = ()
    day_words: Words = ()
    parts: Words = ()
    minutes: Words = ()
    hours: Words = ()
    days_long: Words = ()
    half_after: Words = ()
    and_: Words = ()
    ago: Words = ()  # "three days ago": after a number of days
    lasting: Words = ()  # forms of the verb for how long a meeting took: "lasted", "süren"
    bounds: Words = ()  # words before a date that begins or ends a time: "since", "fino a"
    bounds_behind: Words = ()  # such words behind it: "bu yana", «تاکنون»
    later: Mapping[str, int] = {}  # days from the date told last: "the same day" = 0
    feasts: Mapping[str, str] = {}  # days with a name: "New Year's Day" = "01-01"
    first_weekday: int = 1  # of the week that "this week" means: 1 = Monday, 6 = Saturday
    numeric_order: str = "dmy"  # of 3/4/2022; "" where readers would not know


class Clauses(NamedTuple):
    """Words that open, condition or turn round a clause."""

    breaks: Words = ()
    if_: Words = ()
    not_: Words = ()
    none: Words = ()  # before what was not done, behind its verb: "signed no deal"
    if_after: Words = ()  # words that close a condition: "halinde", "sürece"
    hearsay: Words = ()
    within: Words = ()  # before a noun of talks that the subject has: "در"
    along: Words = ()  # before a noun of speech: said beside what the sentence tells: "ضمن"
    after: Words = ()  # words that say an act was done or is under way: "ardından", "dopo", "during", "پس از"
    also: Words = ()  # words that add an act to one told before: "also", "inoltre"
    apart: Words = ()  # prepositions before what was at another time: "dopo"
    where: Words = ()  # words that open a clause about the place before them: "where", "dove"
    at_once: Words = ()  # words that open a clause of the same time: "when", "minutes after"
    that: Words = ()  # words that open a content clause: "che", "that", "که"
    who: Words = ()  # words that open a relative clause: "che", "who", "که"


class Grammar(NamedTuple):
    """Who stands where: label -> markers before or after a name; ``-x`` is an ending, ``x`` a word."""

    after: Mapping[str, Words] = {}
    before: Mapping[str, Words] = {}
    articles: Words = ()
    melted: Mapping[str, Words] = {}  # preposition -> its forms with an article melted in
    joins: Words = ()
    opens: Words = ()  # words that open a list and stand again inside it: "hem", "sia", "both"
    people: Words = ()
    governments: Words = ()  # those of them that stand for their country also alone: "the government"
    own_country: Words = ()  # "il Paese", "the country": the one that the article is about
    theirs: Words = ()  # "its": what follows belongs to a country or body named before
    seated: Words = ()  # those of ``people`` who are of the country they are in: "a court in Kenya"
    acts: Mapping[str, Words] = {}  # event type, or "any" -> nouns by which an act told before is spoken of again
    pronouns: Mapping[str, Words] = {}
    both_sides: Words = ()
    both_people: Words = ()  # "the two leaders": people rather than sides
    both_countries: Words = ()  # "iki ülke", "i due Paesi": the countries of the two sides
    possessives: Words = ()  # endings of a possessed noun that case endings follow: "askerleri-nin"
    each_other: Words = ()
    among: Words = ()  # before one of several whom an act befell: "including", "tra cui", "aralarında"
    partitives: Words = ()  # "one of", "a number of": what follows them stands as if they were not there
    counterpart: Words = ()
    nouns_of_place: Words = ()
    capital_words: Words = ()  # those that beside a country name its capital: "پایتخت", "the capital of"
    things: Words = ()  # last words of capitalised names that are nobody: summits, declarations, agreements
    there: Words = ()  # of the nouns of place those that take up a town or region told before: "kent", "bölge"
    compass: Mapping[str, str] = {}  # words for a part of a country, with the English one: "kuzeyi" = "Northern"
    seats: Words = ()  # missions and houses whose town is where an act at them was: "consulate", "büyükelçiliği"
    embassies: Words = ()  # words for an embassy that may be spoken of without its country
    participles: Words = ()  # how a verb ends that tells of the noun beside it: "düzenlenen", "held", "tenute"
    other_names: Words = ()  # after a country they make another name of it: "Japon Denizi", "Persian Gulf"
    particles: Words = ()  # may part a set phrase from its verb: "da", "bile"
    never_names: Words = ()  # words that are part of no name, for scripts without capitals
    noun_endings: Words = ()  # where nouns take only a closed list of endings: "ها", "های"
    clauses: Clauses = Clauses()


class Office(NamedTuple):
    """A title that makes a person of the name beside it."""

    title: Words
    office: str  # English
    plural: Words = ()  # "وزرای خارجه": the holders of several countries
    post: str | None = None  # post of the dated registry
    of: str | None = None  # country code or organisation id, where the title alone settles it
    local: bool = False  # of a town or region: the mayor of a capital holds no office of the country
    portfolio: bool = False  # what follows "of" is what the office is for, not whose it is: "minister of Ports"


class OfficesMore(NamedTuple):
    """Words around titles and organisations."""

    former: Words = ()
    deputy: Words = ()
    acting: Words = ()
    prefixes: Words = ()
    deputy_after: Words = ()  # after a title without its possessive: "Bakan Yardımcısı"
    acting_after: Words = ()
    organisation_heads: Words = ()  # "-x": an ending that makes one of capitalised words


class ConjugationClass(NamedTuple):
    """The endings of one kind of verb: ``readings`` maps reading words to patterns in which ``~`` is the stem."""

    dictionary: Words
    readings: Mapping[str, Words]
    soften: Mapping[str, str] = {}
    harmony: Mapping[str, str] = {}


class Auxiliary(NamedTuple):
    """Words before or after a verb form that change its reading."""

    forms: Words
    gives: str
    before: str | None = None  # the reading of the form that it stands before
    after: str | None = None


class Conjugation(NamedTuple):
    """How verbs change."""

    class_: tuple[ConjugationClass, ...] = ()
    present_stems: Mapping[str, str] = {}
    irregular: Mapping[str, Mapping[str, Words]] = {}
    auxiliary: tuple[Auxiliary, ...] = ()
    active_be: Words = ()  # verbs whose active past is made with "be": "arrivare"


class Verb(NamedTuple):
    """One event verb or set phrase and who stands where beside it."""

    verb: str
    type: str
    example: str
    reads: str
    also: Words = ()  # other words with the same frame
    mode: str | None = None
    source: Words = ("subject",)
    target: Words = ("object",)
    source_is: Words = ()  # kinds of party that fit: person, organization, country
    target_is: Words = ()
    negated: str | None = None  # the type where the verb is negated ("izin vermedi" refuses)
    mutual: bool = False
    status: str | None = None
    needs: Words = ()
    not_with: Words = ()
    only_with: Words = ()
    at: str | None = None  # "home": in the country of whoever does it; "ministry": in its capital
    far: bool = False  # its words enclose their complement and may stand far apart («خواستار … شدن»)


class Noun(NamedTuple):
    """A noun of happening: an event only with parties and a carrier."""

    noun: str
    type: str
    example: str
    reads: str
    also: Words = ()  # other words with the same frame
    mode: str | None = None
    source: Words = ("of", "between")
    target: Words = ("with", "to", "against")
    mutual: bool = False
    status: str | None = None
    carriers: Words = ()
    needs: Words = ()
    not_with: Words = ()


class Carriers(NamedTuple):
    """Verbs that carry a noun or a clause: it happens, is planned, is denied or cancelled."""

    happen: Words = ()
    plan: Words = ()
    deny: Words = ()
    cancel: Words = ()
    ask: Words = ()  # the act was only asked for, offered or wished
    ongoing: Words = ()  # the act goes on
    ready: Words = ()  # the act is only possible: "hazır olmak", "be ready"
    achieve: Words = ()  # before an infinitive: it was done, or with "not" failed: «توانستن»


class Say(NamedTuple):
    """A verb or phrase of saying; ``english`` is its past tense for readers."""

    verb: str
    english: str
    claim: bool = False
    also: Words = ()


class SayMore(NamedTuple):
    """Words that name who says so without a verb of saying, or with one that stands oddly."""

    it_is: Words = ()  # behind an infinitive of saying: "ad annunciarlo è stato X"
    nouns: Words = ()  # nouns of speech: "the answer of X: “…”"
    so: Words = ()  # between a quotation and who speaks it: "“…”, così X"
    said_it: Words = ()  # "lo": what stands before the verb where the sentence before was said, "Lo ha detto X"


class Pack(NamedTuple):
    """One language, whole."""

    language: Language
    sentences: Sentences
    noise: NoiseWords
    dates: Dates
    grammar: Grammar
    demonyms: Mapping[str, Words]
    capitals_extra: Mapping[str, str]
    office: tuple[Office, ...]
    offices_more: OfficesMore
    ministries: Mapping[str, str]
    conjugation: Conjugation
    verb: tuple[Verb, ...]
    noun: tuple[Noun, ...]
    carriers: Carriers
    say: tuple[Say, ...]
    say_more: SayMore


def codes() -> tuple[str, ...]:
    """The languages that have a pack, sorted."""
    return tuple(sorted(name[:-5] for name in listdir(FOLDER) if name.endswith(".toml")))


@once
def heads() -> Mapping[str, Language]:
    """The [language] table of every pack, read alone: finding a language does not load the packs."""
    found = {}
    for code in codes():
        text = _source(code)
        head, mark, _ = text.partition("\n[sentences]")
        if not mark:
            raise PackError(f"packs/{code}.toml: [language] must be the first table and [sentences] the second.")
        found[code] = table_of(Language, _parse(head, code).get("language"), f"packs/{code}.toml [language]")
    return found


@cache
def load(code: str) -> Pack:
    """The pack of a language. Raises PackError where the file is missing or not in the format."""
    if code not in codes():
        raise PackError(f"There is no pack for the language {code!r}; packs: {', '.join(codes())}.")
    return _pack(_source(code), f"packs/{code}.toml")


def read_pack(text: str, name: str) -> Pack:
    """A pack from its TOML text, checked throughout; ``name`` stands in the messages of PackError."""
    from dateline.packs.check import check  # it stands on this module, and the shipped packs have passed it

    pack = _pack(text, name)
    check(pack, name)
    return pack


def _pack(text: str, name: str) -> Pack:
    data = _parse(text, name)
    conjugation = dict(_section(data, "conjugation", name))
    classes = tuple(_conjugation_class(item, name) for item in conjugation.pop("class", ()))
    auxiliary = tables_of(Auxiliary, conjugation.pop("auxiliary", ()), f"{name} [[conjugation.auxiliary]]")
    grammar = dict(_section(data, "grammar", name))
    clauses = table_of(Clauses, grammar.pop("clauses", {}), f"{name} [grammar.clauses]")
    tables: dict[str, Any] = {
        "language": table_of(Language, data.get("language"), f"{name} [language]"),
        "sentences": table_of(Sentences, data.get("sentences"), f"{name} [sentences]"),
        "noise": table_of(NoiseWords, data.get("noise"), f"{name} [noise]"),
        "dates": table_of(Dates, data.get("dates"), f"{name} [dates]"),
        "grammar": table_of(Grammar, grammar | {"clauses": clauses}, f"{name} [grammar]"),
        "demonyms": frozen(_section(data, "demonyms", name)),
        "capitals_extra": frozen(data.get("capitals_extra", {})),
        "office": tables_of(Office, data.get("office"), f"{name} [[office]]"),
        "offices_more": table_of(OfficesMore, data.get("offices_more"), f"{name} [offices_more]"),
        "ministries": frozen(data.get("ministries", {})),
        "conjugation": table_of(
            Conjugation, conjugation | {"class": classes, "auxiliary": auxiliary}, f"{name} [conjugation]"
        ),
        "verb": tables_of(Verb, data.get("verb"), f"{name} [[verb]]"),
        "noun": tables_of(Noun, data.get("noun"), f"{name} [[noun]]"),
        "carriers": table_of(Carriers, data.get("carriers"), f"{name} [carriers]"),
        "say": tables_of(Say, data.get("say"), f"{name} [[say]]"),
        "say_more": table_of(SayMore, data.get("say_more", {}), f"{name} [say_more]"),
    }
    unknown = sorted(set(data) - set(tables))
    if unknown:
        raise PackError(f"{name}: unknown table [{unknown[0]}].")
    return Pack(**tables)


def _source(code: str) -> str:
    with open(path.join(FOLDER, f"{code}.toml"), encoding="utf-8") as file:
        return file.read()


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomllib  # not needed where a pack is ready

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name} is not TOML: {error}.") from error


def _section(data: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    if not isinstance(data.get(key), dict):
        raise PackError(f"{name}: the table [{key}] is missing.")
    section: Mapping[str, Any] = data[key]
    return section


def _conjugation_class(item: Mapping[str, Any], name: str) -> ConjugationClass:
    known = {key: frozen(item[key]) for key in ("dictionary", "soften", "harmony") if key in item}
    readings = {key: frozen(value) for key, value in item.items() if key not in known}
    if "dictionary" not in known:
        raise PackError(f"{name} [[conjugation.class]]: the key 'dictionary' is missing.")
    return ConjugationClass(readings=readings, **known)
