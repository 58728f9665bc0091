"""Latin letters as the languages of Europe, Turkish and romanised names read them; a second, French reading; pinyin."""

from __future__ import annotations

from dateline.actors.sounds.spell import pairs, reader

#: letters that languages read differently are symbols with several sounds, see ``symbols``
GENERAL = pairs(
    """
    a a e e i i o o u u y ŷ ı I ü U ö O ä e ø O æ e œ O å å ə e b b c Ç d d f f g g h ĥ j ĵ k k l l m m n n p p q ĸ r r
    s ŝ t t v v w υ x ks z ẑ ł λ ñ ny ç ç ć C č C š S ś S ş S ș S ż Z ź ž ž Z ð D þ T đ đ ğ ğ ģ ĝ ķ k ļ l ņ n ř ŕ ţ c
    ț c ġ ĝ ħ h ß s ŋ N ɓ b ɗ d ƙ k ce çe cé çe cè çe cê çe cě çe ci çi cí çi cî çi cy çŷ ch ĉ cz C ck k cc k cch k
    cci Çi cce Çe cs ç cq k ckx ks cqu k sch S tsch C tch C tsh C dsch J dzh J dž J dj đ dz ž dh ḋ dt t sh S sz ş ss s
    sce şe sci şi sj S skj S stsj S šč S ge ĝe gé ĝe gè ĝe gi ĝi gí ĝi gy ĝŷ gh ɣ ght t gn ğn gue gŵe gui gŵi gué gŵe
    guí gŵi gli ğli kh κ ng Nğ nj ny lj ly ph f qu kŵ rh rĥ rz ṙẑ ig$ iɣ prz pS krz kS trz tS brz bZ drz dZ grz gZ th ť
    ts c tz c zh ž zs Z xh J ^x ẋ ^wr ŵr ^kn ķn ^ps ṕs ^pf f ^mc mk ^mcc mk ^mck mk ^mcq mk ^hj y ^gj y ^tj C ^sz ş
    aa a ae ȧe eo eȯ woo ŵu wou ŵu wu ŵu ee ι ii i oo u uu u ou ů oe O ie i ei ey eu eụ au au aw au ow ou ew yu ay ey
    ij iy ij$ i ey$ i awa aυa awe aυe awi aυi owa oυa owe oυe owi oυi ewa eυa ewe eυe ewi eυi ewo eυo owo oυo awo aυo
    e$ @ wh υ tt t dd d pp p bb b ff f fv v gg g kk k ll l mm m nn n rr r vv v zz ẑ ds$ ďs
    """
)

FRENCH = GENERAL | pairs(
    """
    eau o eaux$ o eaud$ o eault$ o aux$ o au o auld$ o ault$ o aud$ o aut$ o aulx$ o oi wa oy wa oin wan oÿ wa
    ou u oux$ u oud$ u out$ u ous$ u aî e ai e ais$ e ait$ e aix$ e ei e eu O eux$ O oeu O œu O en an em am
    in an ain an ein an aim an im am un an ent$ an ant$ an and$ an ans$ an ang$ an in$ an ins$ an int$ an on$ on
    ont$ on ond$ on ons$ on ien$ ian iens$ ian er$ e ers$ er ert$ er ard$ ar art$ ar ort$ or ord$ or urt$ ur
    ours$ ur ourt$ ur eur$ Or et$ e ez$ e és$ e es$ @ e$ @ é$ e ée$ e ie$ i ies$ i ot$ o os$ o od$ o at$ a as$ a
    is$ i it$ i ix$ i ut$ u us$ u ud$ u id$ i ey$ e s$ _ t$ _ d$ _ x$ _ z$ _ p$ _ ts$ _ ds$ _ ps$ _ rs$ r cs$ _
    ch S sch sk j Z ge Ze gé Ze gè Ze gi Zi gea Za geo Zo gn ny qu k que$ k@ ques$ k@ cques$ k@ gue ge gui gi
    gu g h _ th t ph f ille iy@ ill iy eil ey eille ey@ ail ay aille ay@ euil Oy ouil uy c k ce se cé se cè se
    ci si cy si ç s y i z z w v u U û U s s ss s
    """
)

#: French nasals that a following vowel takes apart again
NASALS_OPENED = pairs("en en em em in in im im ain en ein en aim em un un um um")

#: beginnings and ends of a syllable of standard Chinese, as pinyin writes them and, last, as Wade and Giles do
STARTS = pairs(
    """
    b ɓ p π m m f φ d ɗ t Τ n n l ρ g ɠ k k h ɦ j ɟ q ɕ x ɧ zh ʐ ch Ч sh ş r ɹ z ʒ c ʦ s ʃ y ɥ w ʋ
    hs ɧ ts ʦ tz ʒ sz ʃ
    """
)
ENDS = pairs(
    """
    a a ai ε an aΝ ang aΝ ao ɔ e @ ei ε en @Ν eng @Ν er @р i i ia ia ian iεΝ iang iaΝ iao iɔ ie iε in iΝ ing iΝ
    iong ioΝ iu iu o o ong oΝ ou ɔ u u ua ua uai uε uan uaΝ uang uaΝ ui ui un uΝ uo o ue ue ü U üe Ue üan UaΝ
    ün UΝ ung oΝ ieh iε ien iεΝ ueh Ue uei ui ih @ eh @ iung ioΝ
    """
)
_SILENT_I = frozenset({"zh", "ch", "sh", "r", "z", "c", "s"})
#: beginnings after which an i before another vowel is but a way of writing them, as in xia
_PALATAL = frozenset({"j", "q", "x"})

general = reader(GENERAL)
french = reader(FRENCH, NASALS_OPENED)


def _syllable(text: str) -> str | None:
    for size in (2, 1, 0):
        start, end = text[:size], text[size:]
        if (size == 0 or start in STARTS) and end in ENDS:
            vowel = "@" if end == "i" and start in _SILENT_I else ENDS[end]
            if len(end) > 1 and end[0] == "i" and end[1] in "aeou":
                vowel = vowel[1:] if start in _PALATAL else f"ỳ{vowel[1:]}"
            return STARTS.get(start, "") + vowel
    return None


def pinyin(word: str) -> str | None:
    """The sounds of ``word`` read as pinyin without tones; None where it is not made of at most four syllables."""
    best: list[str | None] = [""] + [None] * len(word)
    count = [0] * (len(word) + 1)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            before = best[start]
            if before is None or count[start] > 3:
                continue
            sound = _syllable(word[start:end])
            # the earliest start wins: fang is one syllable, not fan and g
            if sound is not None and (best[end] is None or count[start] + 1 < count[end]):
                best[end] = before + sound
                count[end] = count[start] + 1
    return best[-1]


#: the numbers of the pinyin reading among the four, and of the one without what a language has added to the name
PINYIN, BARE = 2, 3
#: what Latvian, Lithuanian, Latin and Czech add to the names of foreigners, the longest first
ADDED = ("ius", "ová", "us", "as", "is", "s")
_SHORTEST_BARE = 4
_VOWELS = frozenset("aeiouyāēīūąęėįųáéíóúý")


def _bare(word: str) -> str:
    """A word without the ending that it may have by its language only; '' where there is none."""
    for ending in ADDED:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _SHORTEST_BARE and stem[-1] not in _VOWELS:
            return stem
    return ""


def readings(word: str) -> tuple[str, ...]:
    """General, French, pinyin and bare readings of a lower-case Latin word."""
    chinese = pinyin(word) if word.isascii() else None
    stem = _bare(word)
    return general(word), french(word), chinese or "", general(stem) if stem else ""
