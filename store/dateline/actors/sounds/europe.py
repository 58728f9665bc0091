"""Cyrillic of several languages, Greek, Armenian and Georgian."""

from __future__ import annotations

import unicodedata

from dateline.actors.sounds.spell import pairs, reader

CYRILLIC = pairs(
    """
    а a б b в υ г γ ґ g ѓ ĝ д d ђ đ е e ё yo є ye ж Z з z и i і i ї yi й y ј y к k ќ Ч л l љ ly м m н n њ ny о o
    п p р r с s т t ћ C у ů ў w ф Ф х χ ц c ч C џ J ш S щ S ъ @ ы I ь _ э e ю yu я ya қ q ғ Γ ү U ұ u ө O ә a
    һ h ң N җ J ҳ h ҷ J ӣ i ӯ u ҡ q ҙ D ҫ T ѣ e ѳ f ѵ i ѡ o ѕ ž ҝ g ҹ J ҕ Γ ҟ k ҥ Nğ ҧ p ҭ t ҵ c
    ҽ C ҿ C ӄ k ӆ l ӈ N ӊ n ӌ C ӎ m ӏ _ ӕ a ӡ ž ӷ Γ ӻ Γ ӽ x ӿ x ԛ q
    ԝ w ԥ p ѫ u ѧ ya дж J дз ž кс ks нг Nğ тч C тш C тц c тс c хью yu ью yu ие ye ый i
    ий i ^е ye ае aye ое oye уе uye ия iya ья ya ье ye ьо yo ^х χ
    """
)

GREEK = pairs(
    """
    α a β ʙ γ g δ δ ε e ζ ζ η i θ T ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ σ ς σ τ t υ и φ f χ χ ψ ps ω o ϊ i
    ϋ и μπ μb ^μπ b ντ νɗ ^ντ d γκ Nğ ^γκ g γγ Nğ γχ nχ τζ Ч ντζ νJ νγκ Nğ ^ντζ J τσ ш τς ш ου ů αι e ει i οι i
    υι i αυ aΥ ευ eΥ γι y γε ϒe γιο yo για ya γιου yu ιου yu ιο yo ια ya λλ l σσ s
    """
)

ARMENIAN = pairs(
    """
    ա a բ b գ g դ d ե e զ z է e ը @ թ t ժ Z ի i լ l խ χ ծ c կ k հ h ձ J ղ л ճ Ч մ m յ y ն n շ S ո o չ C պ p ջ J
    ռ r ս s վ υ տ t ր r ց c ւ υ ու ů փ p ք k օ o ֆ f և ev ^ե ye ^ո vo նգ Nğ յու yu յա ya
    """
)

GEORGIAN = pairs(
    """
    ა a ბ b გ g დ d ე e ვ υ ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ Z რ r ს s ტ t უ ů ფ π ქ k ღ Γ ყ ĸ შ S ჩ C ც c
    ძ ž წ c ჭ C ხ χ ჯ J ჰ h ი$ @ ჱ e ჲ y ჳ w ჴ q ჵ o ჶ f ჷ @ ჸ ?
    ნგ Nğ იუ yu ია ya იო yo
    """
)

cyrillic, greek, armenian, georgian = reader(CYRILLIC), reader(GREEK), reader(ARMENIAN), reader(GEORGIAN)


def _untoned(word: str) -> str:
    """Greek without its tonos; where it stood on the first of two vowels, they are not read as one."""
    apart = unicodedata.normalize("NFD", word)
    for vowel in "αεο":
        apart = apart.replace(f"{vowel}\u0301ι", f"{vowel}ι\u0308").replace(f"{vowel}\u0301υ", f"{vowel}υ\u0308")
    return unicodedata.normalize("NFC", apart.replace("\u0301", ""))


def readings(word: str) -> tuple[str, ...]:
    first = word[0]
    if first < "\u0400":
        return (greek(_untoned(word)),)
    if first < "\u0530":
        return (cyrillic(word),)
    return (armenian(word),) if first < "\u0590" else (georgian(word),)
