"""Names in a sentence: what the lexicon knows, and runs of capitals (or words beside a title) that no list holds."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.bodies import Joiner, named_again, without_things
from dateline.extract.caseless import Row, name_rows
from dateline.extract.described import without_described
from dateline.extract.institutions import join_institutions, name_again
from dateline.extract.lexicon import NO_LABELS, PARTICLES, Item, Lexicon, Meaning
from dateline.extract.metonyms import as_towns
from dateline.extract.negated import with_negations
from dateline.extract.pairs import parted
from dateline.extract.scopes import applies
from dateline.extract.toponyms import as_place
from dateline.extract.triggers import Phrasebook, Trigger
from dateline.extract.verbless import completed
from dateline.packs import Noun
from dateline.text.fold import fold
from dateline.text.script import script_of
from dateline.text.sentences import Sentence
from dateline.text.tokens import Token

LONGEST_NAME = 5  # words
#: items that a run of capitals may take in: a surname or a town may be part of a longer unknown name
SOFT = {"surname", "town"}
#: kinds of items that are names beyond doubt, and kinds that are common nouns
NAMED = {"country", "person", "organization", "unknown_organization", "capital"}
COMMON = {"office", "people", "place", "head"}


class Reading:
    """A sentence while it is read: its tokens, what they are, and whether it shouts in capitals."""

    def __init__(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        items: list[Item],
        shouting: bool,
        keys: list[str],
        triggers: list[Trigger],
        ends: frozenset[int],
    ) -> None:
        """``ends``: the tokens of finite verbs, known or not, where words are loosely spaced."""
        self.sentence = sentence
        self.tokens = tokens
        self.items = items
        self.shouting = shouting
        self.keys = keys
        self.triggers = triggers
        self.ends = ends


def read_names(sentences: Sequence[Sentence], lexicon: Lexicon, phrasebook: Phrasebook) -> list[Reading]:
    """Every sentence with its items: known words, and unknown names as items of kind "unknown"."""
    plain = _seen_small(sentences)
    cased = lexicon.pack.language.script in ("Latin", "Cyrillic", "Greek", "Armenian")
    inflects = lexicon.pack.language.inflects
    rows: list[Row] = []
    early: dict[int, list[Trigger]] = {}  # what has been found already
    for sentence in sentences:
        tokens = parted(sentence.tokens, lexicon)
        keys = [token.key if token.kind == "word" else token.text for token in tokens]
        items = as_towns(lexicon.scan(tokens, _shouts(tokens)), tokens, lexicon)
        strays = _strays(tokens, items, lexicon.pack.language.script)
        items = sorted([*items, *strays], key=lambda item: item.first)
        if cased and not _shouts(tokens):
            items = _with_runs(tokens, items, lexicon, phrasebook, plain)
            if lexicon.things and not inflects:
                items = without_things(items, tokens, lexicon)
            if inflects:
                items = join_institutions(tokens, items, lexicon)
            elif applies(lexicon):
                early[len(rows)] = phrasebook.find(tokens)
                heads = {found.head for found in early[len(rows)] if not isinstance(found.entry, Noun)}
                items = Joiner(items, tokens, [key.rstrip("'") for key in keys], lexicon, heads).joined()
        rows.append(Row(tokens, keys, items))
    if not cased:
        name_rows(rows, lexicon, phrasebook)
    if cased and (inflects or applies(lexicon)):
        name_later = name_again if inflects else named_again
        again = name_later([row.tokens for row in rows], [row.items for row in rows], lexicon)
        rows = [Row(row.tokens, row.keys, items) for row, items in zip(rows, again, strict=True)]
    readings = []
    for number, (sentence, row) in enumerate(zip(sentences, rows, strict=True)):
        told = early[number] if number in early else phrasebook.find(row.tokens)
        triggers = without_described(_outside_names(told, row.items), row.tokens, lexicon)
        if cased and lexicon.pack.language.order == "verb-middle" and not _shouts(row.tokens):
            triggers = [trigger for trigger in triggers if not _is_title(trigger, row.tokens)]
            triggers = completed(triggers, row.tokens, lexicon.pack)
        triggers = with_negations(triggers, row.keys, lexicon.pack)
        items = _unsaid(row.items, triggers)
        ends = _finite(row.keys, phrasebook) if lexicon.pack.language.loose_spaces else frozenset()
        readings.append(Reading(sentence, row.tokens, items, _shouts(row.tokens), list(row.keys), triggers, ends))
    if inflects:
        _part_endings(readings, lexicon)
    return readings


def _outside_names(triggers: Sequence[Trigger], items: Sequence[Item]) -> list[Trigger]:
    """The triggers whose verb or noun is no part of a name, nor of a longer word for people.

    Neither the "States" of "United States" nor the war of "savaş uçakları" is one.
    """
    taken = {place for item in items if item.kind in NAMED for place in range(item.first, item.last)}
    taken |= {at for item in items if item.kind == "office" for at in range(item.first + 1, item.last)}  # "who heads"
    wide = {at for item in items if item.kind == "people" for at in range(item.first, item.last - 1)}
    return [
        trigger
        for trigger in triggers
        if not {trigger.first, trigger.head} & taken and not (isinstance(trigger.entry, Noun) and trigger.head in wide)
    ]


def _is_title(trigger: Trigger, tokens: Sequence[Token]) -> bool:
    """A verb form with a capital inside a sentence is no verb: "il Consiglio" never gave advice."""
    capital = tokens[trigger.head].text[0].isupper()
    return not isinstance(trigger.entry, Noun) and capital and trigger.head > 0 and not _opens(tokens, trigger.head)


def _unsaid(items: Sequence[Item], triggers: Sequence[Trigger]) -> list[Item]:
    """The items without nouns that a trigger uses up: "ha inviato" holds no envoy, "military drills" no troops."""
    verbs = [trigger for trigger in triggers if not isinstance(trigger.entry, Noun)]
    taken = {verb.head for verb in verbs if verb.head > verb.first or verb.last > verb.head + 1}  # «فرستاده بود»
    for trigger in triggers:
        if isinstance(trigger.entry, Noun):
            taken |= set(range(trigger.first, trigger.last))
    wide = {
        place
        for trigger in triggers
        if isinstance(trigger.entry, Noun) and trigger.last - trigger.first > 1
        for place in range(trigger.first, trigger.last)
    }
    return [
        item
        for item in items
        if not (item.kind in COMMON and taken & set(range(item.first, item.last)))
        and not (item.kind == "unknown" and wide >= set(range(item.first, item.last)))  # the State of "colpo di Stato"
    ]


def _part_endings(readings: Sequence[Reading], lexicon: Lexicon) -> None:
    """Unknown names without an apostrophe lose the ending that another mention of them shows ("Mirzoyana")."""
    names = {
        fold(item.meanings[0].ref.split()[-1])
        for reading in readings
        for item in reading.items
        if item.kind == "unknown" and (item.labels or item.last - item.first > 1)
    }
    for reading in readings:
        for place, item in enumerate(reading.items):
            last = reading.tokens[item.last - 1]
            if item.kind != "unknown" or last.ending:
                continue
            for cut in range(len(last.key) - 1, 3, -1):
                labels = lexicon.endings.get(last.key[cut:], NO_LABELS)
                if labels and last.key[:cut] in names:
                    words = item.meanings[0].ref[: cut - len(last.key)]
                    meanings = (Meaning("unknown", words),)
                    reading.items[place] = item._replace(
                        end=item.end + cut - len(last.key), meanings=meanings, labels=labels
                    )
                    break


def _finite(keys: Sequence[str], phrasebook: Phrasebook) -> frozenset[int]:
    """The last tokens of finite verbs; a bare participle («آزاد شده») is none."""
    found = set()
    for at in range(len(keys)):
        for form in phrasebook.forms(keys, at):
            last = at + form.words - 1
            if form.reading & {"past", "present", "future", "finite"} and not keys[last].endswith("ه"):
                found.add(last)
    return frozenset(found)


def _seen_small(sentences: Sequence[Sentence]) -> set[str]:
    """Words that the article also writes small: at the start of a sentence their capital says nothing."""
    return {
        token.key
        for sentence in sentences
        for token in sentence.tokens
        if token.kind == "word" and token.text[0].islower()
    }


def _shouts(tokens: Sequence[Token]) -> bool:
    """Most words in capitals, or most of them capitalised as in an English headline."""
    words = [token.text for token in tokens if token.kind == "word" and len(token.text) > 2]
    return len(words) > 2 and sum(word[:2].isupper() for word in words) > 0.6 * len(words)


def _strays(tokens: Sequence[Token], items: Sequence[Item], script: str) -> list[Item]:
    """Words in a script that is not the article's: names, as they came from another page."""
    taken = {place for item in items for place in range(item.first, item.last)}
    found = []
    for at, token in enumerate(tokens):
        if token.kind == "word" and at not in taken and len(token.text) > 2:
            own = script_of(token.text)
            if own not in (script, "Common", "Latin"):
                found.append(_unknown(tokens, at, at + 1, NO_LABELS, 0))
    return found


def _unknown(tokens: Sequence[Token], first: int, last: int, labels: frozenset[str], cut: int) -> Item:
    words = " ".join([*(token.text for token in tokens[first : last - 1]), tokens[last - 1].stem.rstrip("'’")])
    return Item(first, last, tokens[first].start, tokens[last - 1].end - cut, (Meaning("unknown", words),), labels)


def _with_runs(
    tokens: Sequence[Token], items: list[Item], lexicon: Lexicon, phrasebook: Phrasebook, plain: set[str]
) -> list[Item]:
    """The items with runs of capitalised words joined into unknown names; soft items inside a run give way."""
    covered = {place: item for item in items for place in range(item.first, item.last)}
    kept = list(items)
    language = lexicon.pack.language
    titles = ("prefix",) if language.inflects else ("prefix", "office")
    inner = () if language.inflects or language.modifies == "after" else ("place",)  # "Karvan Free Port"
    at = 0
    while at < len(tokens):
        last = _run_end(tokens, at, covered, titles, inner)
        if last == at:
            at += 1
            continue
        first = at
        if _opens(tokens, first) and _is_plain(tokens[first], lexicon, phrasebook, plain, last - first):
            first += 1
        while first < last and lexicon.is_time(tokens[first]):
            first += 1
        inside = {id(covered[place]) for place in range(first, last) if place in covered}
        whole = len(inside) == 1 and covered.get(first) is covered.get(last - 1) and first in covered
        whole = whole or (language.inflects and _surnames_apart(tokens, first, last, covered))
        if first < last and not whole and last - first <= LONGEST_NAME:
            final = tokens[last - 1]
            labels = lexicon.endings.get(fold(final.ending), NO_LABELS) if final.ending else NO_LABELS
            if final.ending in ("s", "S"):
                labels = labels | {"of"}
            cut = len(final.text) - len(final.stem) if final.ending else len(final.text) - len(final.text.rstrip("'’"))
            kept = [item for item in kept if id(item) not in inside]
            kept.append(as_place(_unknown(tokens, first, last, labels, cut)))
        at = max(last, at + 1)
    return sorted(kept, key=lambda item: item.first)


def _run_end(
    tokens: Sequence[Token], at: int, covered: dict[int, Item], titles: Sequence[str], inner: Sequence[str]
) -> int:
    """Where the run of capitalised words from ``at`` ends, going on with ``inner`` kinds; ``at`` where none starts."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        soft = (
            end not in covered
            or covered[end].kind in SOFT
            or (end > at and (covered[end].kind in inner or _inside_name(tokens, end, covered, titles)))
            or _is_he(tokens, end, covered)
        )
        if token.kind == "word" and soft and _capital(token):
            end += 1
            if token.ending:
                break
        elif (
            end > at
            and end not in covered
            and token.key in PARTICLES
            and end + 1 < len(tokens)
            and _capital(tokens[end + 1])
        ):
            end += 1
        else:
            break
    while end > at and tokens[end - 1].key in PARTICLES and not _capital(tokens[end - 1]):
        end -= 1
    return end


def _surnames_apart(tokens: Sequence[Token], first: int, last: int, covered: dict[int, Item]) -> bool:
    """Two known surnames side by side, the second one inflected: who acts and upon whom, "Erdoğan Putin'i aradı"."""
    known = [covered.get(place) for place in range(first, last)]
    one_each = len({id(item) for item in known}) == len(known) == 2
    return (
        one_each
        and all(item is not None and item.kind == "surname" for item in known)
        and bool(tokens[last - 1].ending)
    )


def _inside_name(tokens: Sequence[Token], at: int, covered: dict[int, Item], titles: Sequence[str]) -> bool:
    """A one-word title between two words of a name: the Sheikh of "Hassan Sheikh Mohamud"."""
    item = covered[at]
    following = at + 1 < len(tokens) and at + 1 not in covered and _capital(tokens[at + 1])
    return item.kind in titles and item.last - item.first == 1 and at - 1 not in covered and following


def _is_he(tokens: Sequence[Token], at: int, covered: dict[int, Item]) -> bool:
    """A surname that is a pronoun in small letters: "its spokesman, He Yadong, said"."""
    alone = covered[at].kind == "pronoun" and covered[at].last - covered[at].first == 1
    following = at + 1 < len(tokens) and at + 1 not in covered and tokens[at + 1].kind == "word"
    return alone and following and not _opens(tokens, at) and _capital(tokens[at]) and _capital(tokens[at + 1])


def _capital(token: Token) -> bool:
    text = token.text
    particle, hyphen, rest = text.partition("-")
    if hyphen and particle in PARTICLES and rest[:1].isupper():
        return True  # "el-Rumeysi"
    if hyphen and rest.endswith("ed") and rest.islower():
        return False  # "Panama-flagged", "Iran-backed"
    return text[0].isupper() and (len(text) > 1 or token.key.endswith(".")) and not (len(text) > 3 and text.isupper())


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """The word opens a sentence, a quotation or what follows a colon."""
    return at == 0 or (tokens[at - 1].kind == "mark" and tokens[at - 1].text not in ",()-–/")


def _is_plain(token: Token, lexicon: Lexicon, phrasebook: Phrasebook, plain: set[str], size: int) -> bool:
    if token.ending:
        return token.stem_key in lexicon.small
    if lexicon.is_common(token) or (size == 1 and lexicon.is_placed(token)):
        return True
    known = token.key.rstrip("'") in lexicon.small or token.key in plain
    if not known and size > 1 and applies(lexicon):  # "Colloquio | Meloni"
        return any(isinstance(trigger.entry, Noun) for trigger in phrasebook.find([token]))
    return known or (size == 1 and phrasebook.is_known([token.key], 0))
