"""Triggers: the words of a sentence that may state an event, a saying, or carry one.

A trigger is an entry of the pack found in the text: a verb or set phrase in one of its forms, or a noun of happening.
The longest phrase that fits a verb form wins over shorter ones ("rompere le relazioni" over "rompere").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.extract.conjugation import Conjugator, Form, ends_accented
from dateline.extract.entries import Carrier as Carrier
from dateline.extract.entries import Entry as Entry
from dateline.extract.entries import Trigger as Trigger
from dateline.extract.entries import entry_type as entry_type
from dateline.extract.entries import folded, time_words, verb_entries
from dateline.extract.loosewords import LooseWords
from dateline.packs import Noun, Pack, Say, Verb
from dateline.text.fold import fold
from dateline.text.tokens import Token, phrase_keys

#: how far the words of a set phrase may stand from its verb, in tokens
REACH = 6
BEHIND = 9  # of words before a passive in the middle
AHEAD = 8  # of words behind a verb in the middle
FAR = 20
#: how far back the first words of a loosely spaced phrase may stand: they enclose its complement
OPEN = 12
#: endings that may follow a noun in a loosely spaced language, and plurals elsewhere: at most this many letters
LONGEST_ENDING = 9
#: how far behind a relative clause's verb its companion may stand, in tokens
OWED = 2
#: how many words that say when or how may stand between a verb and its companion where both stand together
PARTING = 6
_ENDS = frozenset(".:;؛!?…")

#: readings of a verb that ends its clause, and of one that stands inside another's
FINITE = frozenset({"past", "present", "future"})
NESTED = frozenset({"that", "who", "noun", "while", "if", "infinitive"})

#: the reading of a form that states nothing until an auxiliary stands before it ("attack": noun or verb)
BARE = (frozenset({"base"}), frozenset({"reflexive"}))


class Phrasebook(LooseWords):
    """Every trigger of one pack, compiled once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._loose = pack.language.loose_spaces
        self._inflects = pack.language.inflects
        self._last = pack.language.order == "verb-last"
        self._particles = {fold(part) for word in pack.grammar.particles for part in word.split()}
        if self._particles:
            self._particles |= {fold(word) for phrase in time_words(pack) for word in phrase.split()}
        self._articles = {fold(word).rstrip("'") for word in pack.grammar.articles}
        self._melting = {fold(form).rstrip("'") for forms in pack.grammar.melted.values() for form in forms}
        self._articles |= self._melting
        before = pack.language.modifies == "before"
        self._adjectives = {fold(word) for words in pack.demonyms.values() for word in words} if before else set()
        self._owning = {ending.lstrip("-") for ending in pack.grammar.after.get("whose", ())}
        self._by = {fold(word) for word in pack.grammar.before.get("by", ())}
        self._governing = {fold(word) for words in pack.grammar.before.values() for word in words if " " not in word}
        self._who = {fold(word) for word in pack.grammar.clauses.who}
        self._auxiliaries = {fold(form) for auxiliary in pack.conjugation.auxiliary for form in auxiliary.forms}
        self._said_it = {fold(word) for word in pack.say_more.said_it}
        self._melted = {
            fold(word): {fold(form).rstrip("'") for form in (word, *forms)}
            for word, forms in pack.grammar.melted.items()
        }
        self._joins = {fold(word) for word in pack.grammar.joins}
        self._objects = {fold(word) for word in pack.grammar.after.get("object", ())}
        self._borders = {*_ENDS, ",", *(fold(word) for word in pack.grammar.clauses.breaks)} - {""}
        self._small = {fold(word) for word in pack.language.words} | {
            word for marker in pack.grammar.before.values() for word in map(fold, marker)
        }
        self._phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry, phrase in verb_entries(pack):
            words = phrase_keys(phrase, pack)
            head = words.pop() if self._last else words.pop(0)
            self._phrases.setdefault(head, []).append((tuple(words), entry))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda item: -len("".join(item[0])))
        self._conjugator = Conjugator(pack, self._phrases)
        self._vocabulary = {word for phrases in self._phrases.values() for words, _ in phrases for word in words}
        self._deeds = {fold(word) for noun in pack.noun for words in (noun.noun, *noun.also) for word in words.split()}
        self._vocabulary |= self._deeds
        self._vocabulary |= {fold(word) for phrase in time_words(pack) for word in phrase.split()}
        self._nouns: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
        for noun in pack.noun:
            for phrase in (noun.noun, *noun.also):
                words = phrase_keys(phrase, pack)
                key = "".join(words)[:3] if self._loose else words[0][:3]
                self._nouns.setdefault(key, []).append((tuple(words), noun))
        self._endings = {""} | {fold(ending) for ending in pack.grammar.noun_endings}
        self._longest_ending = max(map(len, self._endings))
        self._finites: tuple[Sequence[str], dict[int, bool]] = ((), {})  # what is known of the sentence being read
        for nouns in self._nouns.values():
            nouns.sort(key=lambda item: -len("".join(item[0])))

    def find(self, tokens: Sequence[Token]) -> list[Trigger]:
        """The triggers of a sentence in the order of their heads; nouns that belong to a set phrase are left out."""
        keys = [token.key if token.kind == "word" else token.text for token in tokens]
        nouns = self._find_nouns(tokens, keys)
        wide = {place for noun in nouns if noun.last - noun.first > 1 for place in range(noun.first, noun.last)}
        verbs = [verb for verb in self._verbs(tokens, keys) if verb.head not in wide]  # the verb in «گفت و گو» is none
        if not self._last:  # "sent aid", "shook hands": a word of a set phrase is no verb of its own
            verbs = [verb for verb in verbs if not any(other.head < verb.head < other.last for other in verbs)]
        taken = {place for trigger in verbs for place in self._own_places(trigger)}
        nouns = [noun for noun in nouns if not taken & set(range(noun.first, noun.last))]
        return sorted([*verbs, *nouns], key=lambda trigger: (trigger.head, trigger.first))

    def _own_places(self, trigger: Trigger) -> Iterable[int]:
        """The tokens of a set phrase; a saying or carrier may enclose what it is about («گزارش … را رد کرد»)."""
        places = range(trigger.first, trigger.last)
        if not self._loose or isinstance(trigger.entry, Verb | Noun):
            return places
        return [place for place in places if place == trigger.first or place >= trigger.head - 1]

    def forms(self, keys: Sequence[str], at: int) -> list[Form]:
        """The verb forms at a token, whether or not an entry fits: a name is none of them."""
        return self._conjugator.forms(keys, at)

    def is_known(self, keys: Sequence[str], at: int) -> bool:
        """The word is one of the pack's own: a verb form, a noun of happening or a word of a set phrase."""
        key = keys[at]
        return key in self._vocabulary or bool(self._conjugator.forms(keys, at))

    def _verbs(self, tokens: Sequence[Token], keys: Sequence[str]) -> list[Trigger]:
        found: list[Trigger] = []
        every = [self._forms_at(tokens, keys, at) for at in range(len(tokens))]
        helping = {at - k for at, forms in enumerate(every) for form in forms for k in range(1, form.led + 1)}
        at = 0
        while at < len(tokens):
            forms = every[at]
            possible = self._possible(keys, at) if forms else None
            best: dict[str, Trigger] = {}
            size = -1
            for form in sorted(forms, key=lambda form: "passive" in form.reading):  # «خارج شد» went, before was put
                undergone = self._undergone(form, keys, at)
                for words, entry in self._phrases.get(form.verb, ()):
                    far = isinstance(entry, Verb) and entry.far
                    helps = at in helping and not isinstance(entry, Say)  # "denied attacking": said all the same
                    if helps or (possible and words and not possible(words, far)):
                        continue
                    place = self._companions(words, keys, at, form.words, far, undergone)
                    if place is None and self._last and self._inflects and "who" in form.reading:
                        place = self._owned(words, keys, at + form.words)
                    if place is None or not self._fits(entry, keys, at):
                        continue
                    weight = len("".join(words))
                    if weight < size:
                        break  # phrases are sorted: a longer one has been found
                    if weight > size:
                        best, size = {}, weight
                    first = min(at - form.led, place[0])
                    trigger = Trigger(entry, first, max(at + form.words, place[1]), at, form.reading)
                    best.setdefault(f"{type(entry).__name__}{entry_type(entry)}", trigger)
            found += _active_first(best.values()) if self._loose else best.values()
            if self._loose and forms:
                found += self._sharing(keys, at, forms, found[-1] if best else None)
            at += max((form.words for form in forms), default=1) if best else 1
        return found

    def _sharing(self, keys: Sequence[str], at: int, forms: Sequence[Form], last: Trigger | None) -> Iterable[Trigger]:
        """Set phrases before "and" that share the verb behind it: «سند را امضا و بر دوستی تاکید کردند».

        A noun of happening does only as the object: «از حمله و کشتار انتقاد کرد» attacks nobody.
        """
        for end in range((last.first if last else at) - 1, max(0, at - FAR), -1):
            if keys[end] in _ENDS or self._finite(keys, end):
                return
            if keys[end] not in self._joins:
                continue
            beside = self._beside(keys, end)
            rows = ((form, *row) for form in forms for row in self._phrases.get(form.verb, ()))
            for form, words, entry in (row for row in rows if row[1] and row[1][-1] in beside):
                place = self._joined_before(words, keys, end, REACH) if isinstance(entry, Verb) else None
                start = self._word_before(words[-1], keys, end, 1)
                if place is None or start is None or not self._fits(entry, keys, end):
                    continue
                done_to = keys[start - 1] in self._objects
                active = done_to or (last is not None and "passive" not in last.reading)
                if done_to or words[-1] not in self._deeds:
                    reading = form.reading - {"passive"} if active else form.reading
                    yield Trigger(entry, place[0], end, end - 1, reading)
                    break

    def _forms_at(self, tokens: Sequence[Token], keys: Sequence[str], at: int) -> list[Form]:
        if tokens[at].kind != "word":
            return []
        forms = self._conjugator.forms(keys, at)
        if not self._last and any(form.led for form in forms):
            forms = [form for form in forms if form.led]  # "has been put": no present
        if not self._last and at and keys[at - 1].rstrip("'") in self._articles:
            said = at == 1 and keys[0] in self._said_it  # "Lo riferisce X"
            kept = {"present"} if said else {"infinitive"} if keys[at - 1].rstrip("'") in self._melting else set()
            forms = [form for form in forms if form.led or kept & form.reading]  # "i commenti": nouns
        governed = keys[at - 1].rstrip("'") in self._governing or keys[at - 1] in self._adjectives
        if not self._last and at and (governed or tokens[at - 1].ending in self._owning):
            forms = [form for form in forms if form.led or "present" not in form.reading]  # "Israeli strikes hit"
        bare = not (ends_accented(tokens[at].text) or tokens[at].text[-1] in "'’" or tokens[at].text.isupper())
        forms = [form for form in forms if not any("-" in word for word in form.reading)]  # no "si" turned it
        return [form for form in forms if form.reading not in BARE and not (bare and form.accent)]

    def _fits(self, entry: Entry, keys: Sequence[str], at: int) -> bool:
        if not isinstance(entry, Verb) or not (entry.not_with or entry.only_with):
            return True
        back = FAR if entry.far and (self._loose or self._last) else OPEN if self._loose else REACH
        near = keys[max(0, at - back) : at + REACH]
        if any(self._near(word, near) for word in entry.not_with):
            return False
        near = [*near, *keys[at + REACH : at + OPEN]] if entry.type == "THREATEN" else near  # what stands behind
        return not entry.only_with or any(self._near(word, near) for word in entry.only_with)

    def _near(self, phrase: str, keys: Sequence[str]) -> bool:
        words = folded(phrase)
        if self._loose:
            joined = "".join(words)
            return any(self._word_before(joined, keys, end, 1) is not None for end in range(1, len(keys) + 1))
        first = words[0]
        melts = first in self._melted
        return any(self._run(words, keys, at) for at, key in enumerate(keys) if melts or key[:1] == first[:1])

    def _run(self, words: tuple[str, ...], keys: Sequence[str], start: int) -> bool:
        return start + len(words) <= len(keys) and all(
            self._same(keys[start + k], word) for k, word in enumerate(words)
        )

    def _companions(
        self, words: tuple[str, ...], keys: Sequence[str], at: int, size: int, far: bool, undergone: bool
    ) -> tuple[int, int] | None:
        """Where the other words of a phrase stand, as a token range; None where they do not.

        Before a verb in the middle they stand only where they undergo it: "sanctions were imposed".
        """
        if not words:
            return (at, at)
        if self._loose:
            return self._joined_before(words, keys, at, FAR if far else REACH)
        if self._last:
            return self._before(words, keys, at, FAR if far else 1)
        after = self._after(words, keys, at + size)
        owed = at if undergone else self._owed(keys, at)
        if after or owed is None:
            return after
        before = self._before(words, keys, at, BEHIND, small=False)
        return before if before is not None and before[0] < owed else None  # "said that the treaty extends to"

    def _owned(self, words: tuple[str, ...], keys: Sequence[str], at: int) -> tuple[int, int] | None:
        """The one companion of a relative clause's verb, behind it: "gönderdiği tanklar", "gönderilen yeni tanklar"."""
        if len(words) != 1:
            return None
        place = next((k for k in range(at, min(len(keys), at + OWED)) if self._same(keys[k], words[0])), None)
        return None if place is None else (at - 1, place + 1)

    def _undergone(self, form: Form, keys: Sequence[str], at: int) -> bool:
        """A passive, or a participle that is no past tense: "imposed" is one before "by"."""
        if "participle" not in form.reading or "past" not in form.reading:
            return bool(form.reading & {"passive", "participle"})
        return any(key.rstrip("'") in self._by for key in keys[at + 1 : at + 2])

    def _owed(self, keys: Sequence[str], at: int) -> int | None:
        """Where a relative word stands before, with a doer behind it: "the deal that they signed", no "that ended"."""
        back = range(at - 1, max(0, at - REACH) - 1, -1)
        place = next((k for k in back if keys[k].rstrip("'") in self._who), None)
        return None if place is None or self._auxiliaries.issuperset(keys[place + 1 : at]) else place

    def _joined_before(
        self, words: tuple[str, ...], keys: Sequence[str], at: int, reach: int
    ) -> tuple[int, int] | None:
        """Each word, nearest first, written over one to three tokens with an ending or none.

        The last one stands right beside its verb, unless the phrase encloses its complement (``reach`` is far).
        """
        place = at
        for number, word in enumerate(reversed(words)):
            near = 1 if number == 0 else OPEN
            beside = keys[place - 1] if number and place else word
            ended = beside != word and self._finite(keys, place - 1)  # «تهدید کرد | به … حمله خواهد کرد»
            found = None if ended else self._word_before(word, keys, place, reach if reach == FAR else near)
            if found is None:
                return None
            place = found
        return (place, at)

    def _possible(self, keys: Sequence[str], at: int) -> Callable[[Sequence[str], bool], bool]:
        """A quick test of which phrases may stand around a verb form (``far``: far from it), by their first letters."""
        if self._loose:
            beside = self._beside(keys, at)
            before = {"".join(keys[place : place + 2])[:2] for place in range(max(0, at - FAR - 2), at)}
            return lambda words, far: words[-1][:2] in before or len(words[-1]) < 2 if far else words[-1] in beside
        if self._last:
            near = {keys[place].replace("'", "")[:2] for place in self._beside_verb(keys, at)}
            return lambda words, far: far or words[-1][:2] in near or words[-1] in self._melted
        after = {key[:2] for key in keys[at + 1 : at + AHEAD + 1]}
        before = {key[:2] for key in keys[max(0, at - BEHIND) : at]}
        melts = self._melted.keys()
        return lambda words, far: (
            far or words[0][:2] in after or words[-1][:2] in before or words[0] in melts or words[-1] in melts
        )

    def _before(
        self, words: tuple[str, ...], keys: Sequence[str], at: int, reach: int, small: bool = True
    ) -> tuple[int, int] | None:
        """The words stand one beside the other before the verb, parted by particles at most; or anywhere in reach."""
        place = at
        for word in reversed(words):
            near = self._beside_verb(keys, place)
            window = near if reach == 1 else range(place - 1, max(-1, place - 1 - reach), -1)
            close, place = place, next((k for k in window if self._same(keys[k], word)), -1)
            if place < 0 or (not small and word in self._small):
                return None
            if self._inflects and reach == FAR and self._parted(place, close, keys):
                return None
        return (place, at)

    def _parted(self, place: int, at: int, keys: Sequence[str]) -> bool:
        """A mark or a finite verb between two places ends a clause."""
        for between in range(place + 1, at):
            forms = self._conjugator.forms(keys, between) if keys[between] not in _ENDS else []
            if keys[between] in _ENDS or any(form.reading & FINITE and not form.reading & NESTED for form in forms):
                return True
        return False

    def _beside_verb(self, keys: Sequence[str], at: int) -> range:
        """The places back from a verb that particles, adverbs, numbers and words of time may part from it."""
        place, parting = at - 1, self._particles
        while place > 0 and at - place < PARTING and (keys[place] in parting or keys[place][:1].isdigit()):
            place -= 1
        return range(at - 1, place - 1, -1)

    def _after(self, words: tuple[str, ...], keys: Sequence[str], at: int) -> tuple[int, int] | None:
        place = at - 1
        for word in words:
            reach = 1 if word in self._small else AHEAD
            window = range(place + 1, min(len(keys), place + 1 + reach))
            border = next((k for k in window if keys[k] in self._borders), len(keys))
            place = next((k for k in window if k < border and self._same(keys[k], word)), -1)
            if place < 0:
                return None
        return (at, place + 1)

    def _find_nouns(self, tokens: Sequence[Token], keys: Sequence[str]) -> list[Trigger]:
        found: list[Trigger] = []
        for at, token in enumerate(tokens):
            if token.kind != "word" or (found and at < found[-1].last):
                continue
            starts = self._nouns.get("".join(keys[at : at + 2])[:3] if self._loose else keys[at][:3], ())
            for words, noun in starts:
                last = self._noun_ends(words, keys, at)
                if last and not any(self._near(word, keys[max(0, at - 3) : last + 3]) for word in noun.not_with):
                    found.append(Trigger(noun, at, last, last - 1, frozenset({"noun"})))
                    break
        return found

    def _noun_ends(self, words: tuple[str, ...], keys: Sequence[str], at: int) -> int:
        """The token after the noun's last, or 0."""
        if not self._loose:
            return at + len(words) if self._run(words, keys, at) else 0
        phrase, joined = "".join(words), ""
        for end in range(at, min(len(keys), at + len(words) + 2)):
            joined += keys[end]
            if joined.startswith(phrase) and joined[len(phrase) :] in self._endings:
                return end + 1
        return 0

    def _is_ending(self, ending: str, pieces: int = 5) -> bool:
        """The letters after a noun are endings of the pack's list, one after another."""
        if not ending or len(self._endings) == 1:
            return len(ending) <= LONGEST_ENDING
        return pieces > 0 and any(
            ending[:size] in self._endings and self._is_ending(ending[size:], pieces - 1)
            for size in range(1, min(4, len(ending)) + 1)
        )

    def _same(self, key: str, word: str) -> bool:
        """A dictionary word in the text: the same, with an ending, in the plural, its last letter softened."""
        if self._inflects:
            key = key.replace("'", "")  # "Anlaşması'ndan"
        if key == word or key.rstrip("'") in self._melted.get(word, ()):
            return True
        if word in self._small or len(word) < 3:
            return False
        if self._inflects:
            soft = word[:-1] + {"k": "g", "p": "b", "t": "d"}.get(word[-1], word[-1])
            return key.startswith((word, soft)) and self._is_ending(key[len(word) :])
        if len(key) == len(word):
            return len(word) > 3 and key[:-1] == word[:-1] and key[-1] in "aeio" and word[-1] in "aeio"
        return key in (f"{word}s", f"{word}es", f"{word[:-1]}i", f"{word[:-1]}hi", f"{word[:-1]}ies")


def _active_first(triggers: Iterable[Trigger]) -> list[Trigger]:
    """Where one form is the passive of one verb and the active of another, entries of the other win («خارج شد»)."""
    active = [trigger for trigger in triggers if "passive" not in trigger.reading]
    return active if any(isinstance(trigger.entry, Verb) for trigger in active) else list(triggers)
