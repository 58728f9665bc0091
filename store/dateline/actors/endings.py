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


def _ends(text: str) -> tuple[tuple[str, str], ...]:
    """Endings with what the dictionary form has in their place, the longest first: ``ending>form``, or no more."""
    pairs = [ending.partition(">") for ending in text.split()]
    return tuple(sorted(((ending, form) for ending, _, form in pairs), key=lambda pair: -len(pair[0])))


#: by the table that reads their letters, endings of any word that count where the words as written find nobody
CASES: dict[str, tuple[tuple[str, str], ...]] = {
    # Polish, Czech, Serbian and Croatian; Finnish and Estonian; Hungarian; Lithuanian, Latvian, Latin;
    # Basque, Romanian, Albanian, Uzbek, Azerbaijani
    "latin": _ends(
        """
        em iem owi ego>y iego>i emu>y iemu>i ą>a y>a ze>a skiego>ski skim>ski skiemu>ski ckiego>cki ckim>cki ovi ou>a
        ovou ové ovom ského>ský skému>ský ským>ský a u om ov ova ovo
        in n lle lta ltä lla llä sta stä ssa ssä iin ä ia iä ksi ille illa illä ilta iltä ista istä iga ile ga le lt st
        nak nek val vel nal nel tal tel lal lel sal sel kal kel ral rel zal zel bal bel mal mel cal cel t ot et tól től
        ról ről hoz hez höz ban ben ba be ra re ból ből nál nél ért
        ui iui o io ą ai>a os>a ės>ė am im um i is ek en ekin ri rekin ren k ei ului it ut ës>a ën>a ning dan da ni lə
        la də dən ın yə
        """
    ),
    "cyrillic": _ends(
        """
        ский ского ская ским ские ът ов ова ово ның нің дың дің тың тің ға ге қа ке дан ден тан тен мен бен пен ды ді
        ты ті ны ні нинг га дин дын тын тин нин нын га го ка ко
        """
    ),
    "devanagari": _ends(
        """
        ंनी ंच्या ंना ंची ंचा ंचे ंशी ंवर नी च्या चा ची चे ला ने शी वर ले लाई को का की मा बाट सँग ের কে র তে
        """
    ),
    "tamil": _ends(
        """
        ுக்கு>் ுடன்>் ின்>் ை>் ால்>் ிடம்>் ில்>் யின் யுடன் க்கு யை யால் யிடம் வின் வுக்கு வுடன் வை ும்>் யும்
        """
    ),
    "hangul": _ends(
        """
        은 는 이 가 을 를 의 에게 와 과 도 로 으로 에 만 부터 까지 께서 한테 보다 측 씨 대통령 총리
        장관 의원 위원장 주석
        국무장관 외무장관 대변인 대표
        """
    ),
    "kana": _ends(
        """
        は が を に の と も で へ や から まで より ら さん 氏 様 大統領 首相 総理 長官 国務長官
        外相 議員 報道官 前大統領 元首相
        """
    ),
    "chinese": _ends(
        """
        的 在 和 与 與 对 對 说 說 称 稱 夫人 先生 女士 总统 總統 总理 總理 主席 部长 部長 国务卿 國務卿 首相 外长 外長
        议员 議員
        """
    ),
    "georgian": _ends("მა ს ის ით ად თან ზე თვის ში დან მ ისთვის ისგან ისა"),
    "armenian": _ends("ը ն ի ին ից ով ում ների ները"),
}
#: likewise what stands before the first word: Arabic and, so, in, for, as with and without the article; Hebrew
HEADS: dict[str, tuple[tuple[str, str], ...]] = {
    "arabic": _ends("ب ل ف ک و بال>ال لل>ال فال>ال کال>ال وال>ال وب ول"),
    "hebrew": _ends("וש כש וב ול ומ שב של שה מה וה ושב וכש ו ב ל מ ש ה"),
}

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
    ने को का के से में पर तक और ही भी जी
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
    president presidente präsident präsidentin président présidente kanzler bundeskanzler bundeskanzlerin chancellor
    premier ministre ministro ministra secretary başkan başkanı cumhurbaşkanı başbakan bakan bakanı prezydent prezident
    presidentti президент премьер министр президента министра канцлер президентка прем'єр الرئیس رئیس وزیر الوزیر جمهور
    राष्ट्रपति प्रधानमंत्री मंत्री ஜனாதிபதி பிரதமர் הנשיא נשיא השר
        """
    )
)
