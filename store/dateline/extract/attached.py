"""Whose a phrase is: dates and places that another verb, noun or clause of a sentence has.

"the election held on Sunday", "Monday's attack", "said on Monday that …", "the minister, who arrived on Tuesday, met".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.extract.clauses import STOPS
from dateline.extract.groups import words_of
from dateline.extract.triggers import Carrier, Trigger
from dateline.packs import Noun, Pack, Say, Verb
from dateline.text.dates import DatePhrase
from dateline.text.fold import fold
from dateline.text.perpack import once_per_pack

if TYPE_CHECKING:
    from dateline.extract.context import Sentence

#: forms whose act has a time of its own, whatever the clause before it tells
DEPENDENT = {"infinitive", "that", "who", "noun", "while"}
CARRIED = ("do", "happen")  # what a verb says that only carries a noun: "hold", "yapmak"
SPOTS = ("town", "capital", "country", "unknown")
SHORTEST_KI = 3  # letters of a Turkish word of time that "ki" makes an adjective
FROM_PARTICIPLE = 2  # small words between a participle and its date: "held on", "tenute nel"
TO_PARTICIPLE = 3  # words between a date and the participle it belongs to: "dün Ankara'da düzenlenen"


class _Words(NamedTuple):
    """The words of a pack that tell whose a date is, folded."""

    bounds: tuple[str, ...]
    bounds_behind: tuple[str, ...]
    at_once: frozenset[str]
    participles: frozenset[str]
    endings: tuple[str, ...]  # of participles


@once_per_pack
def _words(pack: Pack) -> _Words:
    clauses = pack.grammar.clauses
    return _Words(
        tuple(fold(word) for word in pack.dates.bounds),
        tuple(fold(word) for word in pack.dates.bounds_behind),
        frozenset(fold(word) for word in clauses.at_once),
        frozenset(fold(word) for word in pack.grammar.participles if word[:1] != "-"),
        tuple(fold(ending).lstrip("-") for ending in pack.grammar.participles if ending[:1] == "-"),
    )


def at_once(pack: Pack) -> frozenset[str]:
    """The words that open a clause of the same time as the one before."""
    return _words(pack).at_once


def bounds_a_time(sentence: Sentence, phrase: DatePhrase) -> bool:
    """ "have met four times since April", "banned rallies until Sunday": the act happened some time before or after."""
    words, keys = _words(sentence.lexicon.pack), [key.rstrip("'") for key in sentence.reading.keys]
    first, last = sentence.token_range(phrase.start, phrase.end)
    behind, before = " ".join(keys[last : last + 2]) + " ", " " + " ".join(keys[max(0, first - 2) : first])
    if any(behind.startswith(f"{word} ") for word in words.bounds_behind):
        return True
    to_another = "to" in sentence.lexicon.before.get(keys[last] if last < len(keys) else "", ())  # "dal 3 al 5"
    return not to_another and any(before.endswith(f" {word}") for word in words.bounds)


def of_another(sentence: Sentence, phrase: DatePhrase, trigger: Trigger) -> bool:
    first, last = sentence.token_range(phrase.start, phrase.end)
    if _of_a_noun(sentence, first, last, trigger):
        return True
    if sentence.lexicon.pack.language.order == "verb-last":
        return _before_participle(sentence, last, trigger) or _of_a_relative(sentence, last, trigger)
    if behind_participle(sentence, first, trigger) or _behind_relative(sentence, first, trigger):
        return True
    if _of_the_report(sentence, first, last, trigger):
        return True
    aside = last < trigger.first and in_an_aside(sentence, first, last)
    if aside or _beside_say(sentence, first, last, trigger):
        return True
    return ends_a_clause(sentence, first, last, trigger)


def _of_a_noun(sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    """ "Monday's attack", "l'attacco di lunedì", "pazartesi günkü saldırı", «حمله روز دوشنبه»: the noun's own date."""
    keys, lexicon, final = sentence.reading.keys, sentence.lexicon, sentence.reading.tokens[last - 1]
    if lexicon.pack.language.inflects:
        return final.key.endswith(("ki", "ku")) and len(final.key) > SHORTEST_KI
    if lexicon.pack.language.order == "verb-last":
        nouns = [other for other in sentence.triggers if isinstance(other.entry, Noun) and other.last == first]
        return bool(nouns) and trigger.first >= last
    owning = final.ending in ("s", "S") and last < len(keys) and not trigger.first <= last < trigger.last
    before = keys[first - 1].rstrip("'") if first > trigger.last else ""
    return owning or ("of" in lexicon.before.get(before, ()) and sentence.reading.tokens[first - 2].kind == "word")


def _is_participle(sentence: Sentence, at: int, trigger: Trigger) -> bool:
    """A word that looks like a participle and is no part of a trigger."""
    token, key = sentence.reading.tokens[at], sentence.reading.keys[at]
    words = _words(sentence.lexicon.pack)
    if token.kind != "word" or token.ending or token.text[0].isupper():
        return False
    if key not in words.participles and not (words.endings and key.endswith(words.endings)):
        return False
    taken = any(item.first <= at < item.last for item in sentence.reading.items)
    used = [other for other in (trigger, *sentence.triggers) if other.first <= at < other.last]
    if any(isinstance(other.entry, Carrier) and other.entry.says == "plan" for other in used):
        return False  # "the visit planned for 23 June": the visit's
    return not taken and trigger not in used and all(_carries(other) or _hangs(other) for other in used)


def _carries(verb: Trigger) -> bool:
    return isinstance(verb.entry, Carrier) and verb.entry.says in CARRIED


def _hangs(verb: Trigger) -> bool:
    """A bare participle: its clause hangs on a noun."""
    return "participle" in verb.reading and "past" not in verb.reading


def behind_participle(sentence: Sentence, first: int, trigger: Trigger) -> bool:
    """ "the election held on Sunday", "gli aiuti sospesi ad agosto", "le bombe cadute a Gao il 15 novembre"."""
    keys, places = sentence.reading.keys, {item.last: item for item in sentence.reading.items if item.kind in SPOTS}
    at = _back_over_small(sentence, first)
    if at + 1 in places:
        at = _back_over_small(sentence, places[at + 1].first)
    if at >= 0 and keys[at] in (",", ";"):
        return False
    return at >= trigger.last and _is_participle(sentence, at, trigger)


def _back_over_small(sentence: Sentence, first: int) -> int:
    """The token before a phrase and the small words that lead to it."""
    at = first - 1
    while (
        at >= 0 and first - 1 - at < FROM_PARTICIPLE and sentence.reading.keys[at].rstrip("'") in sentence.lexicon.small
    ):
        at -= 1
    return at


def _behind_relative(sentence: Sentence, first: int, trigger: Trigger) -> bool:
    """ "over shells that landed in Gao on Sunday": the phrase stands in a relative clause behind the act."""
    who = {fold(word) for word in sentence.lexicon.pack.grammar.clauses.who}
    keys = [key.rstrip("'") for key in sentence.reading.keys]
    opened = [
        at for at in range(trigger.last + 1, first) if keys[at] in who and keys[at - 1] not in sentence.lexicon.small
    ]
    return bool(opened) and not {",", *STOPS} & set(keys[opened[-1] : first])


def _before_participle(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """ "dün Ankara'da düzenlenen saldırıyı kınadı": what was condemned happened yesterday."""
    at = participle_behind(sentence, last, trigger)
    return at is not None and not holds_the_act(sentence, at + 1)


def holds_the_act(sentence: Sentence, at: int) -> bool:
    """A noun with an ending of where or with what: "düzenlenen operasyonda", "yaptığı açıklamada", "törenle"."""
    key, lexicon = sentence.reading.keys[at], sentence.lexicon
    if key in {fold(word) for word in lexicon.pack.grammar.clauses.after}:
        return False  # "yaşananlar nedeniyle": the participle is the noun
    wheres = (ending for ending, labels in lexicon.endings.items() if ending and labels & {"in", "with"})
    return lexicon.pack.language.inflects and key.endswith(tuple(wheres))


def participle_behind(sentence: Sentence, last: int, trigger: Trigger) -> int | None:
    """The participle of no entry right behind a date or place, before the noun it tells of."""
    keys = sentence.reading.keys
    for at in range(last, min(last + TO_PARTICIPLE, trigger.first - 1)):
        if _is_participle(sentence, at, trigger):
            return at
        if keys[at] == "," or any(other.first <= at < other.last for other in sentence.triggers):
            return None
    return None


def _of_a_relative(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """ "salı günü gelen bakanla görüştü", "dün imzaladığı anlaşmayı eleştirdi": relative verbs."""
    words, keys = _words(sentence.lexicon.pack), sentence.reading.keys
    near = range(last, last + TO_PARTICIPLE)
    heads = [other for other in sentence.triggers if other.first in near and other.last < trigger.first]
    for other in heads:
        if other.reading & {"past", "future", "present"} and not other.reading & DEPENDENT:
            return False
        noun = not any(found.first == other.last for found in sentence.triggers if not isinstance(found.entry, Noun))
        ends = bool(words.endings) and keys[other.last - 1].endswith(words.endings)
        if noun and ("who" in other.reading or ("that" in other.reading and ends)):
            return not holds_the_act(sentence, other.last)
    return False


def in_an_aside(sentence: Sentence, first: int, last: int) -> bool:
    """ "the minister, who arrived on Tuesday, met …": the tokens end a clause set between commas, but for a date."""
    keys = sentence.reading.keys
    for phrase in sentence.dates:
        begin, end = sentence.token_range(phrase.start, phrase.end)
        if last <= begin and all(key.rstrip("'") in sentence.lexicon.small for key in keys[last:begin]):
            last = end  # "met him in Bogotá on Friday,"
            break
    verbs = {other.head for other in sentence.triggers if not isinstance(other.entry, Noun)}
    while last < len(keys) and keys[last] != "," and last not in verbs:
        last += 1
    if last >= len(keys) or keys[last] != ",":
        return False
    who = {fold(word) for word in sentence.lexicon.pack.grammar.clauses.who}
    opened = next((at for at in range(first - 1, 0, -1) if keys[at] == "," and keys[at + 1].rstrip("'") in who), None)
    if opened is None or set(keys[opened:first]) & STOPS:
        return False
    return sum(opened < head < last for head in verbs) < 2


def _beside_say(sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    """ "…, the ministry said on Tuesday": the phrase right behind a verb of saying."""
    keys = sentence.reading.keys
    at = first
    while at > 0 and first - at < FROM_PARTICIPLE and keys[at - 1].rstrip("'") in sentence.lexicon.small:
        at -= 1
    says = [other for other in sentence.triggers if isinstance(other.entry, Say) and other.last in (at, first)]
    return any(say.head != trigger.head and say.reading & {"past", "present"} for say in says)


def _of_the_report(sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    """ "denied on Monday that it had sent", "ha smentito lunedì di aver inviato": when the verb of saying was said."""
    if trigger.first < last:
        return False
    before = [
        other
        for other in sentence.triggers
        if other.head < trigger.first and sentence.quote_of(other.head) == sentence.quote_of(trigger.head)
    ]
    said = [other for other in before if other.last <= first and _tells(other)]
    if not said or any(other.head > said[-1].head and other.last <= first for other in before):
        return False
    between = [key.rstrip("'") for key in sentence.reading.keys[last : trigger.first]]
    return "infinitive" in trigger.reading or any(key in words_of(sentence.lexicon.pack).that for key in between)


def ends_a_clause(sentence: Sentence, first: int, last: int, trigger: Trigger) -> bool:
    """ "had recalled its envoy on Monday and accuses Peru": tokens that close the clause of the verb before."""
    keys, words = sentence.reading.keys, words_of(sentence.lexicon.pack)
    behind = last + 1 if last < len(keys) and keys[last] == "," else last
    if behind >= trigger.first or keys[behind] not in words.joins:
        return False
    at = first - 1
    while at >= 0 and keys[at].rstrip("'") in sentence.lexicon.small - words.joins:
        at -= 1
    before = [other for other in sentence.triggers if other.last <= first and not isinstance(other.entry, Noun)]
    return bool(before) and at >= 0 and keys[at] not in words.joins | {","}


def of_the_verb(sentence: Sentence, phrase: DatePhrase, noun: Trigger) -> bool:
    """ "denied on Monday reports of talks", "condemned on Tuesday the attack": behind the verb of speech."""
    first, last = sentence.token_range(phrase.start, phrase.end)
    if sentence.lexicon.pack.language.order == "verb-last" or last > noun.first:
        return False
    at = _back_over_small(sentence, first) + 1
    finite = [other for other in sentence.triggers if other.last in (at, first) and other.reading & {"past", "present"}]
    return any(_tells(other) and other.head != noun.head for other in finite)


def _tells(trigger: Trigger) -> bool:
    entry = trigger.entry
    return isinstance(entry, Say | Verb) or (isinstance(entry, Carrier) and entry.says in ("deny", "cancel"))
