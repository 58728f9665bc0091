"""What sentences glue to names, as data: endings, beginnings and small words by the table that reads their letters.

Only the query is ever stripped of them; stored names stay as they are.
"""

from __future__ import annotations


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


#: after an apostrophe: Turkish cases and plurals, the English genitive
AFTER_APOSTROPHE = frozenset(
    _list(
        """
    i ı u ü yi yı yu yü e a ye ya in ın un ün nin nın nun nün de da te ta den dan ten tan le la yle yla ler lar
    leri ları lere lara lerin ların ki deki daki teki taki dır dir dur dür tır tir tur tür ydı ydi ce ca ne na nde nda
    nden ndan ni nı nu nü s
        """
    )
)
#: before an apostrophe: Italian and French elisions
BEFORE_APOSTROPHE = frozenset(_list("l d un c s dell all dall nell sull quell quest coll qu"))
#: endings that may be glued to the last word of a name, the longest first: Turkish cases without their apostrophe;
#: Persian plural, ezafe, possessives and object marker, also after a zero-width non-joiner; titles of the Far East
GLUED: dict[str, tuple[str, ...]] = {
    "latin": _list(
        """
        deki daki teki taki nden ndan den dan ten tan nin nın nun nün yle yla ler lar de da te ta le la in ın un ün
        yi yı yu yü ye ya
        """
    ),
    "arabic": ("هایی", "های", "ها", "ای", "یی", "اش", "ام", "ات", "را", "ی"),
    "chinese": ("夫人", "先生", "女士", "总统", "總統", "总理", "總理"),
    "hangul": ("대통령", "총리", "씨"),
    "kana": ("さん",),
}
#: particles glued to the head of a name: Persian to and and, Hebrew prepositions
BEGINNINGS: dict[str, tuple[str, ...]] = {"arabic": ("به", "و"), "hebrew": tuple("והבלמש")}
#: first names that Persian writes together with what follows, be it another first name or the surname
FIRST_NAMES: dict[str, tuple[str, ...]] = {"arabic": ("امیر", "محمد", "سید")}
#: ends of surnames, which often stand as words of their own
ENDS_OF_SURNAMES = frozenset(_list("اوغلو اوغلی نژاد زاده پور oglu oğlu ogly oghlu zade zadeh nejad nezhad pour"))

#: Russian, Ukrainian, Bulgarian cases: the ending as it stands and what the dictionary form has in its place
CYRILLIC_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ового", ("овий",)), ("овой", ("овая", "ова")), ("ього", ("ій",)), ("ьому", ("ій",)),
    ("ого", ("ый", "ий", "ой")), ("ому", ("ый", "ий", "ой")), ("его", ("ий",)), ("ему", ("ий",)),
    ("ові", ("",)), ("еві", ("",)), ("єві", ("й",)), ("ами", ("",)), ("ыми", ("ый",)), ("ими", ("ий",)),
    ("ом", ("",)), ("ем", ("", "й", "ь")), ("ём", ("й", "ь")), ("єм", ("й",)), ("ым", ("", "ый")),
    ("им", ("", "ий", "ій")),
    ("ой", ("а", "")), ("ою", ("а",)), ("ей", ("я", "а")), ("ею", ("я",)), ("ую", ("ая",)), ("ов", ("",)),
    ("ам", ("",)),
    ("ій", ("ия", "ія")), ("ії", ("ія",)), ("ии", ("ия",)), ("ию", ("ия", "ий")), ("ія", ("ій",)), ("ия", ("ий",)),
    ("а", ("",)), ("у", ("", "а")), ("е", ("", "а", "я")), ("і", ("а", "")), ("ы", ("а", "")), ("и", ("а", "я", "")),
    ("ю", ("й", "ь", "я")), ("я", ("й", "ь")),
)  # fmt: skip

#: what Latvian, Lithuanian and Latin add to foreign names in the nominative
NOMINATIVES = ("us", "as", "is", "s")

#: words that stand beside names and say little about which name it is
SMALL_WORDS = frozenset(
    _list(
        """
    di a da in con su per tra fra il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle
    dal dallo dalla dai dagli dalle nel nello nella nei negli nelle col coi sul sullo sulla sui sugli sulle e ed
    ve ile için gibi the of and by with to from for et y und von und de du des dos das van der den ter ten
    bin ben ibn bint abu abou umm el ul al ad as az
    и в во на с со от к ко о об по за для і й та з до від про
    به از با در را و که برای تا بن ابن ابو ال آل
    και του της τον την ο η
        """
    )
)
#: forms of address and ranks, shorter than a name and known to fewer sources
TITLES = frozenset(
    _list(
        """
    mr mrs ms miss dr sir lord lady dame prof president minister senator sen rep gen general col colonel capt hon rt
    baron baroness king queen prince princess doctor doktor haji hajji hadji mullah mulla maulvi maulavi mawlawi qari
    sheikh shaikh shaykh sayyid syed seyyed sayed dato datuk seri tun tan sri pehin shri smt sr jr father imam ayatollah
    सर श्री मा डॉ сэр господин г-н доктор князь سر شیخ سید دکتر آیت آقای خانم حاج ד"ר מר סר
        """
    )
)
