"""Arabic letters, as Arabic and Persian read them, and Hebrew. Short vowels are not written."""

from __future__ import annotations

from dateline.actors.sounds.spell import pairs, reader

ARABIC = pairs(
    """
    ا α آ a أ α إ α ٱ α ء ? ؤ ? ئ ? ع ? ب β پ p ت t ث ϑ ج Г چ C ح h خ x د d ذ Ζ ر r ز z ژ Z س s ش S ص s ض Ζ ط t
    ظ Ζ غ Γ ف φ ڤ v ق ĸ ک k ك k گ g ڭ N ل l م m ن n و ω ه h ة η ی ι ي ι ى ι ې ι ە e ٹ t ڈ d ڑ Ρ ں ν ے e ڵ l ێ e
    ۆ o ڕ r تش C تچ C دج J دژ J تس c تز c وو ω یی ι يي ι ه$ η عا a ^ال αĺ ^ای ι ^اي ι ^او ω ^أو ω ^إي ι ^أي ι
    نگ Nğ نغ Nğ یا ya يا ya ہ h ھ ĥ ۂ e ۃ η ہ$ η ھ$ η ۀ e ۀ$ e
    ټ t ډ d ړ Ρ ږ Г ښ ɧ ځ ž څ c ګ g ڼ n ۍ ι ۇ u ۈ U ۋ v ۉ u ۅ o ۊ u ڭ N ٻ b ڀ b ٺ t ٽ t ٿ t ڄ J ڃ ny ڇ C ڌ d ڍ d ڊ d
    ڏ d ڐ d ڙ Ρ ڪ k ڳ g ڱ N ڻ n ڦ ƒ ڨ g ݣ g ڥ v ڢ φ ڧ ĸ ڠ N
    ڽ ny ݢ g ۏ v ڬ g ݙ d ڕ r ڒ r ڷ l ݨ n ڡ φ ٯ ĸ ں$ ν ^عبد ?abd الله alah لله lah
    """
)

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
