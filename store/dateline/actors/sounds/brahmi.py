"""Devanagari and the scripts whose Unicode blocks lie parallel to it, and Tamil: a consonant carries a weak vowel."""

from __future__ import annotations

from dateline.actors.sounds.spell import pairs, reader

_CONSONANTS = pairs(
    """
    क k ख κ ग g घ g ङ N च C छ C ज ж झ ж ञ n ट t ठ Τ ड d ढ d ण n त t थ Τ द d ध d न n ऩ n प p फ ƒ ब b भ b म m य y
    र r ऱ r ल l ळ l ऴ l व υ श S ष S स s ह h क़ q ख़ x ग़ g ज़ z ड़ Ρ ढ़ Ρ फ़ f य़ y ॹ ĵ ज्ञ gЫ
    """
)
_SIGNS = pairs("ा a ि i ी i ु u ू u ृ ri े e ै ay ो o ौ au ॉ o ॅ e ॆ e ॊ o ् _")
_VOWELS = pairs(
    """
    ंग Nğ@ ङ्ग Nğ@ अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ay ओ o औ au ऑ o ऍ e ऎ e ऒ o ं Ν ँ ν ः _ ऽ _ ़ _ ॲ e
    ॠ ri ऌ l ऄ a ॵ o
    """
)

_TAMIL_CONSONANTS = pairs(
    """
    க Ϗ ங N ச С ஞ n ட τ ண n த θ ந n ப Π ம m ய y ர r ல l வ υ ழ l ள l ற Λ ன n ஜ ж ஷ ş ஸ s ஹ h ஶ S
    """
)
_TAMIL_SIGNS = pairs("ா a ி i ீ i ு u ூ u ெ e ே e ை ay ொ o ோ o ௌ au ் _")
_TAMIL_VOWELS = pairs(
    """
    அ a ஆ a இ i ஈ i உ u ஊ u எ e ஏ e ஐ ay ஒ o ஓ o ஔ au ஃ _ ^இ @ ^உ @ ு$ @ க்க் k க்க k@ ட்ட் t ட்ட t@ த்த் Τ
    த்த Τ@ ப்ப் p ப்ப p@ ச்ச் ч ச்ச ч@ ற்ற் tr ற்ற tr@ ஃப் f ஃப f@ ஃ _
    """
)


def _syllables(consonants: dict[str, str], signs: dict[str, str]) -> dict[str, str]:
    table = {letter: f"{sound}@" for letter, sound in consonants.items()}
    table |= {f"{letter}$": sound for letter, sound in consonants.items()}
    table |= {letter + sign: sound + vowel for letter, sound in consonants.items() for sign, vowel in signs.items()}
    return table


def _tamil_table() -> dict[str, str]:
    table = _syllables(_TAMIL_CONSONANTS, _TAMIL_SIGNS) | _TAMIL_VOWELS
    for double, sound in [("க்க", "k"), ("ட்ட", "t"), ("த்த", "Τ"), ("ப்ப", "p"), ("ச்ச", "ч"), ("ற்ற", "tr"), ("ஃப", "f")]:
        table |= {double + sign: sound + vowel for sign, vowel in _TAMIL_SIGNS.items()}
    for letter, sound in _TAMIL_CONSONANTS.items():
        table[f"{letter}ு$"] = f"{sound}@"
    return table


devanagari = reader(_syllables(_CONSONANTS, _SIGNS) | _VOWELS)
tamil = reader(_tamil_table())

#: first code points of the blocks in Devanagari's order: Bengali, Gurmukhi, Gujarati, Oriya, Telugu, Kannada, Malayalam
_PARALLEL = (0x980, 0xA00, 0xA80, 0xB00, 0xC00, 0xC80, 0xD00)


#: letters that stand elsewhere in their own block, or sound otherwise: Bengali, Assamese, Gurmukhi, Malayalam
_OWN = str.maketrans(
    {
        "ৎ": "त्",
        "ৰ": "र",
        "ৱ": "व",
        "য": "ॹ",
        "ੰ": "ं",
        "ੱ": "",
        "ୱ": "व",
        "ൺ": "ण्",
        "ൻ": "न्",
        "ർ": "र्",
        "ൽ": "ल्",
        "ൾ": "ल्",
        "ൿ": "क्",
        "ൔ": "म्",
        "ൎ": "र्",
    }
)


def _as_devanagari(word: str) -> str:
    word = word.replace("റ്റ", "ട്ട").replace("য\u09bc", "य").translate(_OWN)
    return "".join(chr(0x900 + (ord(char) & 0x7F)) if (ord(char) & ~0x7F) in _PARALLEL else char for char in word)


def readings(word: str) -> tuple[str, ...]:
    if "\u0b80" <= word[0] < "\u0c00":
        return (tamil(word),)
    return (devanagari(_as_devanagari(word)),)
