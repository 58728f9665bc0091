"""One annotated article beside what was found in it: what counts as the same actor, event, statement, role."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

Json = dict[str, Any]
Say = Callable[[str], object]

COUNTS = ("noise", "unsupported")
F_SCORES = ("actors", "events", "statements", "roles")
MUTUAL = ("CONSULT", "AGREE", "COOPERATE")

_LETTERS = str.maketrans(
    {"ي": "ی", "ك": "ک", "ى": "ی", "\u200c": " ", "’": "'", "‘": "'", "ʼ": "'", "ı": "i", "İ": "i"}
)
_SAME = {
    "turkiye": "turkey", "united states of america": "united states", "usa": "united states", "us": "united states",
    "uk": "united kingdom", "great britain": "united kingdom", "kiev": "kyiv", "czechia": "czech republic",
    "russian federation": "russia", "burma": "myanmar", "ivory coast": "cote d ivoire", "european union": "eu",
    "united nations": "un", "drc": "democratic republic of the congo", "zelensky": "zelenskyy",
    "dr congo": "democratic republic of the congo", "volodymyr zelensky": "volodymyr zelenskyy",
}  # fmt: skip


def fold(text: str) -> str:
    """Key of a name without case, accents, marks and letter forms."""
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", text)).strip()


def same_word(one: str | None, other: str | None) -> bool:
    one, other = fold(one or ""), fold(other or "")
    return _SAME.get(one, one) == _SAME.get(other, other)


def span_of(text: str, words: str) -> tuple[int, int]:
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 else (-1, -1)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Common length over the shorter one's."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    shorter = min(one[1] - one[0], other[1] - other[0])
    return common / shorter if shorter > 0 and common > 0 else 0.0


class Tally:
    """Counts behind the metrics: [right, found, in the gold]."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, metric: str, right: int, found: int = 0, gold: int = 0) -> None:
        for place, number in enumerate((right, found, gold)):
            self.counts[metric][place] += number

    def value(self, metric: str) -> float | None:
        """A count, a share, or P, R and F; None where the articles hold nothing to measure it on."""
        name, _, half = metric.partition("_")
        right, found, gold = self.counts[name]
        if name in COUNTS:
            return right
        if name not in F_SCORES:
            return right / gold if gold else None
        precision, recall = (right / found if found else 0.0), (right / gold if gold else 0.0)
        if half:
            return precision if half == "p" else recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Scored:
    """One annotated article beside what was found in it; ``score`` adds to a tally and says each miss and extra."""

    def __init__(self, gold: Json, found: Json, tally: Tally, say: Say | None = None) -> None:
        self.gold, self.found, self.tally = gold, found, tally
        self.text: str = gold["text"]
        self.say: Say = say or (lambda line: None)
        self.noise = [span_of(self.text, words) for words in gold.get("noise", [])]
        self.g_actors: list[Json] = gold.get("actors", [])
        self.f_actors: list[Json] = found.get("actors", [])
        self.gold_index = {fold(actor["name"]): number for number, actor in enumerate(self.g_actors)}
        self.pair = self._pair_actors()
        self.by_found_name = self._found_names()

    def score(self) -> None:
        self._actors()
        self._events()
        self._statements()
        self._roles()
        article = self.found.get("article") or {}
        for key in ("published", "lang"):
            if self.gold.get(key):
                self.tally.add(key, article.get(key) == self.gold[key], gold=1)

    # actors

    def _pair_actors(self) -> dict[int, int]:
        """Gold actor -> found actor, one to one, by name or form."""
        pair: dict[int, int] = {}
        for i, wanted in enumerate(self.g_actors):
            for j, actor in enumerate(self.f_actors):
                if j not in pair.values() and _same_actor(wanted, actor):
                    pair[i] = j
                    break
        return pair

    def _found_names(self) -> dict[str, int]:
        """Every name of a found actor that is in the gold -> the gold actor."""
        names = {fold(self.f_actors[j].get("name", "")): i for i, j in self.pair.items()}
        for i, j in self.pair.items():
            for name in _names_of(self.f_actors[j]):
                names.setdefault(name, i)
        return names

    def _actors(self) -> None:
        optional = {i for i, actor in enumerate(self.g_actors) if actor.get("adjective_only")}
        paired = set(self.pair)
        for i, j in self.pair.items():
            self.tally.add("kind", self.f_actors[j].get("kind") == self.g_actors[i].get("kind"), gold=1)
        found = len(self.f_actors) - len(paired & optional)
        self.tally.add("actors", len(paired - optional), found, len(self.g_actors) - len(optional))
        letters = [char for char in self.text if char.isalpha()]
        latin = sum(char.isascii() or "LATIN" in unicodedata.name(char, "") for char in letters)
        if letters and latin / len(letters) < 0.5:
            named = [j for j in self.pair.values() if re.search(r"[A-Za-z]", self.f_actors[j].get("name", ""))]
            self.tally.add("latin", len(named), gold=len(self.pair))
        for i, actor in enumerate(self.g_actors):
            if i not in paired and i not in optional:
                self.say(f"no actor {self.gold['id']} {actor['name']} {actor.get('forms')}")
        for j, actor in enumerate(self.f_actors):
            if j not in self.pair.values():
                self.say(f"odd actor {self.gold['id']} {actor.get('name')} {actor.get('forms')}")

    def _gold_ids(self, names: Iterable[str]) -> set[int | str]:
        return {self.gold_index[fold(name)] for name in names if fold(name) in self.gold_index}

    def _found_ids(self, names: Iterable[str]) -> set[int | str]:
        return {self.by_found_name.get(fold(name), f"?{fold(name)}") for name in names}

    def _gold_parties(self, event: Json) -> set[int | str]:
        return self._gold_ids([*event.get("source", []), *event.get("target", [])])

    def _found_parties(self, event: Json) -> set[int | str]:
        return self._found_ids([*event.get("source", []), *event.get("target", [])])

    # events

    def _span(self, fact: Json) -> tuple[int, int]:
        """Where a fact stands; counts it where it stands nowhere or in boilerplate."""
        start, end = fact.get("start", -1), fact.get("end", -1)
        told = fact.get("text")
        if not 0 <= start < end <= len(self.text) or (told and self.text[start:end] != told):
            self.tally.add("unsupported", 1)
        elif any(overlap((start, end), noise) > 0.5 for noise in self.noise):
            self.tally.add("noise", 1)
        return start, end

    def _told_there(self, wanted: tuple[int, int], event: Json, parties: Iterable[int | str]) -> float:
        """How well a telling covers the evidence; 0.01 for another telling, as short, that names a party."""
        best = 0.0
        for start, end in [(event.get("start", -1), event.get("end", -1)), *map(tuple, event.get("spans", []))]:
            if not 0 <= start < end <= len(self.text):
                continue
            common = min(wanted[1], end) - max(wanted[0], start)
            if common >= min(15, wanted[1] - wanted[0]) and common / (end - start) >= 0.3:
                best = max(best, overlap(wanted, (start, end)))
            elif 15 <= end - start <= 500 and self._names_one(fold(self.text[start:end]), parties):
                best = max(best, 0.01)
        return best

    def _names_one(self, words: str, parties: Iterable[int | str]) -> bool:
        forms = (fold(form) for i in parties if isinstance(i, int) for form in self.g_actors[i].get("forms", []))
        return any(form and form in words for form in forms)

    def _likeness(self, wanted: Json, event: Json) -> float:
        """How sure it is that the two are one happening; 0 where they are not."""
        if event.get("type") not in {wanted["type"], wanted.get("alt_type")}:
            return 0.0
        ours, theirs = self._gold_parties(wanted), self._found_parties(event)
        near = self._told_there(span_of(self.text, wanted.get("evidence", "")), event, ours)
        shared = len(ours & theirs) / len(ours | theirs) if ours | theirs else float(near > 0.01)
        if shared < 0.5 or not (near > 0.01 or (near and shared == 1.0)):
            return 0.0
        status = event.get("status", "occurred") == wanted.get("status", "occurred")
        return shared + near + status * 0.2 + (event.get("date") == wanted.get("date")) * 0.1

    def _match_events(self, wanted: list[Json], found: list[Json]) -> dict[int, int]:
        """Found event -> gold event, the likest pair first."""
        pairs = [(self._likeness(g, f), i, j) for i, g in enumerate(wanted) for j, f in enumerate(found)]
        match: dict[int, int] = {}
        for likeness, i, j in sorted(pairs, reverse=True):
            if likeness and i not in match.values() and j not in match:
                match[j] = i
        return match

    def _retold(self, event: Json, wanted: Json, matched: Json) -> bool:
        """A further telling of a matched event adds nothing but a span: it is no mistake."""
        parties = self._found_parties(event)
        return bool(
            matched.get("type") == event.get("type")
            and self._found_parties(matched) == parties
            and matched.get("status") == event.get("status")
            and all(event.get(key) in (None, matched.get(key)) for key in ("date", "place", "duration_minutes"))
            and self._told_there(span_of(self.text, wanted.get("evidence", "")), event, parties)
        )

    def _events(self) -> None:
        wanted, found = self.gold.get("events", []), self.found.get("events", [])
        for event in found:
            self._span(event)
        match = self._match_events(wanted, found)
        extra = [
            event
            for j, event in enumerate(found)
            if j not in match and not any(self._retold(event, wanted[i], found[k]) for k, i in match.items())
        ]
        core = {i for i, event in enumerate(wanted) if event.get("core")}
        self.tally.add("events", len(match), len(match) + len(extra), len(wanted))
        self.tally.add("core", len(core & set(match.values())), gold=len(core))
        for j, i in match.items():
            self._details(wanted[i], found[j])
        for i, event in enumerate(wanted):
            if i not in match.values():
                self.say(f"missed  {self._shown(event, event.get('evidence', ''))}")
        for event in extra:
            self.say(f"extra   {self._shown(event, self.text[event.get('start', 0) : event.get('end', 0)])}")

    def _shown(self, event: Json, words: str) -> str:
        parties = f"{event.get('source')}->{event.get('target')}"
        return f"{self.gold['id']} {event.get('type')} {parties} | {words[:140]!r}"

    def _details(self, wanted: Json, event: Json) -> None:
        """Parties, date, place, status, length and direction of a matched event."""
        add = self.tally.add
        add("parties", self._gold_parties(wanted) == self._found_parties(event), gold=1)
        if wanted.get("date"):
            add("date", event.get("date") == wanted["date"], gold=1)
        else:
            add("nodate", event.get("date") is None, gold=1)
        if wanted.get("place"):
            add("place", same_word(event.get("place"), wanted["place"]), gold=1)
        add("status", event.get("status", "occurred") == wanted.get("status", "occurred"), gold=1)
        if wanted.get("duration_minutes"):
            add("duration", event.get("duration_minutes") == wanted["duration_minutes"], gold=1)
        from_, to = self._gold_ids(wanted.get("source", [])), self._gold_ids(wanted.get("target", []))
        if from_ and to and wanted["type"] not in MUTUAL:
            ours, theirs = self._found_ids(event.get("source", [])), self._found_ids(event.get("target", []))
            add("direction", bool(from_ & ours) and bool(to & theirs) and not ours & theirs, gold=1)

    # statements and roles

    def _statements(self) -> None:
        wanted, found = self.gold.get("statements", []), self.found.get("statements", [])
        spans = [self._span(statement) for statement in found]
        taken: set[int] = set()
        right = 0
        for statement in wanted:
            speaker = self.gold_index.get(fold(statement["speaker"]), -1)
            evidence = span_of(self.text, statement.get("evidence", ""))
            words = span_of(self.text, statement.get("quote") or statement.get("evidence", ""))
            for j, other in enumerate(found):
                if j in taken or self.by_found_name.get(fold(other.get("speaker") or "")) != speaker:
                    continue
                short = spans[j][1] - spans[j][0] <= 2 * (evidence[1] - evidence[0]) + 200
                if short and (overlap(words, spans[j]) >= 0.6 or overlap(evidence, spans[j]) >= 0.6):
                    taken.add(j)
                    right += 1
                    break
            else:
                said = statement.get("quote") or statement.get("evidence", "")
                self.say(f"no statement {self.gold['id']} {statement['speaker']}: {said[:120]!r}")
        self.tally.add("statements", right, len(found), len(wanted))

    def _same_holder(self, wanted: str | None, found: str | None) -> bool:
        ours, theirs = self.gold_index.get(fold(wanted or "")), self.by_found_name.get(fold(found or ""))
        return same_word(wanted, found) or (ours is not None and ours == theirs)

    def _roles(self) -> None:
        wanted, found = self.gold.get("roles", []), self.found.get("roles", [])
        for role in found:
            self._span(role)
        taken: set[int] = set()
        for role in wanted:
            person = self.gold_index.get(fold(role["person"]), -1)
            for j, other in enumerate(found):
                same = self.by_found_name.get(fold(other.get("person") or ""), -2) == person
                if j not in taken and same and self._same_holder(role.get("of"), other.get("of")):
                    taken.add(j)
                    break
            else:
                self.say(f"no role {self.gold['id']} {role['person']} {role.get('office')} of {role.get('of')}")
        self.tally.add("roles", len(taken), len(found), len(wanted))


def _names_of(actor: Json) -> set[str]:
    return {fold(name) for name in [actor.get("name", ""), *actor.get("forms", []), *actor.get("aliases", [])] if name}


def _same_actor(wanted: Json, found: Json) -> bool:
    return same_word(wanted["name"], found.get("name", "")) or bool(_names_of(wanted) & _names_of(found))
