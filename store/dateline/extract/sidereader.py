"""The reader of sides: who stands where an entry of the pack says that those who act and those acted upon stand.

A verb's clause and its voice tell, a noun's neighbours and the verb that carries it. ``aims`` works out a side that
stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract import hanging
from dateline.extract.alongside import sides_alongside
from dateline.extract.cast import Cast
from dateline.extract.clauses import Frame
from dateline.extract.companions import with_companions
from dateline.extract.context import Sentence
from dateline.extract.demands import demander
from dateline.extract.described import is_undergone
from dateline.extract.ezafe import complements, owns
from dateline.extract.fitting import cut_off
from dateline.extract.groups import Group, is_told
from dateline.extract.headlines import goal, sender
from dateline.extract.nominals import head_of, is_undertaken
from dateline.extract.nounphrases import bare_object
from dateline.extract.pressed import pressed, presser
from dateline.extract.pronouns import is_pronoun, other_than
from dateline.extract.sides import Sides
from dateline.extract.triggers import Carrier, Trigger
from dateline.extract.types import ABOUT_ACTS, DEEDS, GOVERNING, VOICED
from dateline.extract.unnamed import doer_within, owner_of_head, owner_of_object
from dateline.packs import Noun, Pack, Verb

DIRECT = 2  # tokens between a verb and an infinitive that tells what it is about
OBJECT = frozenset({"object"})


class SideReader:
    """Finds the sides of the acts of one article."""

    def __init__(self, cast: Cast, pack: Pack) -> None:
        self.cast = cast
        self.pack = pack

    def of(self, trigger: Trigger, entry: Verb | Noun, frame: Frame, sentence: Sentence) -> list[Sides]:
        """The sides of the acts that a trigger states: none, one, or two where each did it to the other."""
        if (beside := sides_alongside(trigger, sentence)) is not None:
            return self._arranged(entry, *beside, sentence)
        if isinstance(entry, Noun):
            return self._noun_sides(trigger, entry, frame, sentence)
        if self.pack.language.order == "verb-middle" and "passive" not in trigger.reading:
            frame = frame._replace(groups=tuple(g for g in frame.groups if not self._of_the_subject(g, trigger)))
            frame = with_companions(frame, trigger, entry, sentence)
        subject = self._subject(trigger, frame, sentence)
        source = self._pick(entry.source, subject, frame) or doer_within(trigger, frame.groups)
        target = self._target(trigger, entry, subject, frame, sentence)
        if "passive" in trigger.reading and entry.source == ("object",):
            source = subject or source  # "l'inviato è atteso": whom others await comes
        if "passive" in trigger.reading and "subject" in entry.source:
            return self._passive_sides(trigger, entry, subject, target, frame, sentence)
        return self._arranged(entry, source, target, sentence)

    def _target(
        self, trigger: Trigger, entry: Verb, subject: Group | None, frame: Frame, sentence: Sentence
    ) -> Group | None:
        """Whom the act concerns: where the entry says, or by the noun that stands there."""
        active = "passive" not in trigger.reading
        target = self._pick(entry.target, subject if "subject" not in entry.source else None, frame)
        if entry.type in ABOUT_ACTS and entry.target[:1] == ("object",) and active:
            target = owner_of_object(trigger, frame, sentence.reading, sentence.lexicon) or target
        target = head_of(trigger, sentence) if target is None else target
        target = bare_object(entry, trigger, frame, sentence) if target is None else target
        target = demander(trigger, frame, sentence) or target
        if target is None and entry.type in ABOUT_ACTS and "object" in entry.target:
            target = sentence.owner_of_act(trigger, frame, subject)
        if target is None and entry.type in (*GOVERNING, "AGREE") and active:
            target = self._through(trigger, subject, sentence)
        return target

    def _passive_sides(
        self,
        trigger: Trigger,
        entry: Verb,
        subject: Group | None,
        target: Group | None,
        frame: Frame,
        sentence: Sentence,
    ) -> list[Sides]:
        """A passive's sides: its doer stands behind "by", whom it befell is its subject."""
        source = frame.group("by")
        if source and "from" in source.labels and "from" in entry.target and "object" not in entry.target:
            doer = subject or frame.group("object")  # "ritirati dal Niger": whence, not by whom
            return self._arranged(entry, doer, source, sentence)
        if "object" in entry.target and not hanging.is_own_noun(trigger, subject, sentence):
            target = subject or target
            if subject is None and target and target.last <= trigger.first and target.labels <= OBJECT:
                target = None  # "rebels accused of attacking Mali were arrested": the object of another verb
            lone = subject is None and target is not None  # "Arrestato l'ex premier X"
            borrowed = frame.borrowed and subject is frame.subject and not lone
            told = (source and not cut_off(trigger, sentence)) or sentence.shares_subject(trigger)
            return [] if borrowed and not told else self._arranged(entry, source, target, sentence)
        # "a ceasefire between A and B was announced"
        doers = [group for group in (*frame.groups, subject) if group and group is not target]
        source = source or self._pick(("between", "of", "whose"), None, frame._replace(groups=tuple(doers)))
        source = source or (frame.group("object") if subject is None else None)  # "Ritirati i soldati russi"
        if source is None and "object" in entry.source and not frame.borrowed:
            source = subject  # "Kenyalı polisler konuşlandırılacak": their country moves them
        if source is None and entry.mutual and target and "between" in target.labels:
            source, target = target, None  # "the meeting between A and B was postponed"
        return self._arranged(entry, source, target, sentence)

    def _of_the_subject(self, group: Group, trigger: Trigger) -> bool:
        """ "Iran, Hezbollah's patron, welcomed …": an owner before the verb belongs to who acts."""
        return group.last <= trigger.first and bool(group.labels) and group.labels <= {"of", "whose", "by"}

    def _through(self, trigger: Trigger, subject: Group | None, sentence: Sentence) -> Group | None:
        """Whom the infinitive behind a threat, a refusal or a demand concerns: "threatened to invade Lebanon"."""
        for verb in sentence.triggers:
            entry = verb.entry
            between = sentence.reading.keys[trigger.last : verb.first]
            if verb.first < trigger.last or len(between) > DIRECT or not isinstance(entry, Verb):
                continue
            if any(key not in sentence.lexicon.small for key in between):
                continue
            if "infinitive" in verb.reading and "past" not in verb.reading and entry.type not in VOICED:
                frame = sentence.clauses(verb).frame(verb)
                return self._pick([label for label in entry.target if label != "subject"], subject, frame)
        return None

    def _arranged(
        self, entry: Verb | Noun, source: Group | None, target: Group | None, sentence: Sentence
    ) -> list[Sides]:
        for group in (source, target):
            self._name(group, sentence)
        doers = source.actors if source else ()
        others = tuple(actor for actor in (target.actors if target else ()) if actor not in doers)
        inferred = frozenset((source.inferred if source else ()) + (target.inferred if target else ()))
        inferred |= sentence.borrowed_actors(source)
        if target is not None and not others and doers and is_pronoun(target):
            others = other_than(doers, target, sentence)
            inferred |= frozenset(others)
        if source and target and doers and not others and doers == target.actors == source.inferred:
            return [Sides((), target.actors)]  # "the government accused Greece": another one's
        if entry.mutual and not others and len(doers) > 1:
            return [Sides(doers[:1], doers[1:], inferred)]
        both = entry.type == "SANCTION" and {*doers} <= inferred  # "both countries recalled their envoys"
        if not others and len(doers) == 2 and (sentence.each_other or both):
            return [Sides(doers[:1], doers[1:], inferred), Sides(doers[1:], doers[:1], inferred)]
        return [Sides(doers, others, inferred)]

    def _name(self, group: Group | None, sentence: Sentence) -> None:
        """A country that stands only as an adjective is named by it once it is a party."""
        for party in group.parties if group else ():
            for actor in party.actors:
                if not self.cast.members[actor].spans:
                    tokens = sentence.reading.tokens
                    self.cast.see(actor, tokens[party.first].start, tokens[party.last - 1].end)

    def _noun_sides(self, trigger: Trigger, entry: Noun, frame: Frame, sentence: Sentence) -> list[Sides]:
        carrier = sentence.carrier_of(trigger)
        near = sentence.around(trigger)
        doers = [g for g in near if owns(g, trigger, sentence) and not hanging.is_not_by(g, entry, sentence)]
        source = next((group for label in entry.source for group in doers if label in group.labels), None)
        beside = next((group for group in near if group.first == trigger.last and "whose" in group.labels), None)
        if source is None and "of" in entry.source and not self.pack.language.inflects:
            source = beside  # «استقرار نیروهای آمریکایی»
        acting = carrier if carrier is not None and isinstance(carrier.entry, Carrier) else None
        doing = acting is not None and acting.entry.says in ("do", "deny")  # type: ignore[union-attr]
        if source is None and acting is not None and (doing or is_undertaken(trigger, acting, sentence)):
            frame = sentence.clauses(acting).frame(acting)
            source = frame.group("by") if is_undergone(acting, trigger) else frame.subject
        source = sender(sentence, trigger, near) if source is None else source
        aimed = entry.type not in DEEDS or any(group.labels & set(entry.target) for group in near)
        if source is None and entry.mutual and aimed and sentence.after_word(trigger):
            source = sentence.main_group()
        rest = [group for group in complements(near, trigger, acting, sentence) if group is not source]
        target = next((group for label in entry.target for group in rest if label in group.labels), None)
        target = goal(entry, trigger, rest, self.pack) if target is None else target
        if target is None and source is not None and source is presser(trigger, sentence, near):
            target = pressed(trigger, sentence, source)
        denied = acting is not None and acting.entry.says == "deny"  # type: ignore[union-attr]
        if denied and any(group.first == trigger.last and not group.actors for group in sentence.groups):
            return []  # of somebody whom the article does not tell
        if not denied and not any(is_told(group) for group in (source, target) if group):
            return []  # a bare noun names nobody
        if entry.mutual and source and not target and len(source.actors) < 2:
            second = next((group for group in rest if group.labels & set(entry.source)), None)
            target = second
        return self._arranged(entry, source, target, sentence)

    def _subject(self, trigger: Trigger, frame: Frame, sentence: Sentence) -> Group | None:
        """The subject; of a noun that something befalls, whoever owns it: «سفارت آمریکا هدف حمله قرار گرفت»."""
        wanted: tuple[str, ...] = getattr(trigger.entry, "target", ())
        befalls = ("passive" in trigger.reading and "object" in wanted) or wanted == ("subject",)
        if not frame.unnamed or not befalls:
            behind = frame.subject or hanging.subject_behind(trigger, frame, sentence)
            return behind or hanging.sender_before(trigger, frame, sentence)
        return owner_of_head(frame.first, trigger.first, frame.groups, sentence.reading, sentence.lexicon)

    def _pick(self, labels: Sequence[str], subject: Group | None, frame: Frame) -> Group | None:
        for label in labels:
            if label == "subject" and subject is not None:
                return subject
            fitting = [g for g in frame.groups if label in g.labels and g is not subject and g.actors]
            if label == "object" and self.pack.language.order == "verb-last":
                fitting.reverse()  # what stands nearest to the verb
            aside = {"per", "about"} if label == "of" else {"per"}  # who only tells of it is no party
            found = next((g for g in fitting if not aside & g.labels), None)
            if found:
                return found
        return None
