"""Arabic letters, as Arabic and Persian read them, and Hebrew. Short vowels are not written."""

from __future__ import annotations

from dateline.actors.sounds.spell import pairs, reader

ARABIC = pairs(
    """
    ا α آ a أ α إ α ٱ α ء ? ؤ ? ئ ? ع ? ب β پ p ت t ث ϑ ج Г چ C ح h خ x د d ذ Ζ ر r ز z ژ Z س s ش S ص s ض Ζ ط t
    ظ Ζ غ Γ ف φ ڤ v ق ĸ ک k ك k گ g ڭ N ل l م m ن n و ω ه h ة η ی ι ي ι ى ι ې ι ە e ٹ t ڈ d ڑ Ρ ں ν ے e ڵ l ێ e
    ۆ o ڕ r تش C تچ C دج J دژ J تس c تز c وو ω یی ι يي ι ه$ η عا a ^ال αĺ ^ای ι ^اي ι ^او ω ^أو ω ^إي ι ^أي ι
    نگ Nğ نغ Nğ نج ng^ نج$ N یا ya يا ya ^عبد ?abd الله alah لله lah
    """
)
del ARABIC["نج"], ARABIC["نج$"]

HEBREW = pairs(
    """
    א α ב ϐ ג g ד d ה h ו ω ז z ח χ ט t י ι כ κ ך κ ל l מ m ם m נ n ן n ס s ע ? פ π ף π צ ц ץ ц ק k ר r ש ş ת t
    ג' J ז' Z צ' C ץ' C ת' T ד' D ח' x ר' r ט' D ו' w ס' s ש' S וו υ יי y ה$ η טש C דז J קס ks נג Nğ אי ι או ω
    יא ya
    """
)

arabic = reader(ARABIC)
hebrew = reader(HEBREW)


def readings(word: str) -> tuple[str, ...]:
    return (hebrew(word),) if "א" <= word[0] <= "ת" else (arabic(word),)
