"""The alphabet of sounds: one character a sound, and how far two of them lie apart.

Plain sounds are ASCII letters. Capitals are sounds that English writes with two letters: ``S`` sh, ``Z`` zh, ``C`` ch,
``J`` j in John, ``T`` and ``D`` the two th, ``N`` ng; ``x`` is kh, ``c`` ts, ``?`` ayn and glottal stop; ``I`` is ı,
``O`` ö, ``U`` ü, ``@`` a vowel that may as well not be there. Every other character stands for a letter of some script
that can be any of several sounds; ``-`` among them says that it may be silent.
"""

from __future__ import annotations

VOWELS = "aeiouIOU@"

#: a letter with several sounds -> what it can be, the likeliest first
AMBIGUOUS: dict[str, str] = {
    # Arabic and Hebrew
    "ω": "ouvw",
    "ι": "iey",
    "η": "aeh-",
    "α": "aeoi-",
    "β": "bp",
    "φ": "fv",
    "Γ": "gx",
    "Г": "JZg",
    "ϑ": "tTs",
    "Ζ": "dzD",
    "κ": "kx",
    "π": "pf",
    "σ": "sS",
    "ц": "cs",
    # Cyrillic, Greek, Georgian, Armenian
    "υ": "vw",
    "γ": "gh",
    "χ": "hx",
    "Ф": "fT",
    "ϒ": "gy",
    "δ": "dD",
    "ζ": "zZJ",
    "Υ": "vwfu",
    "ϐ": "bv",
    "ʙ": "vb",
    "и": "iU",
    "μ": "m-",
    "ν": "n-",
    "τ": "td",
    "ш": "cC",
    "л": "gl",
    # Indic scripts and Thai
    "Π": "pbf",
    "Ϗ": "kghx",
    "θ": "tdTD",
    "Τ": "tT",
    "С": "sCSJz",
    "ƒ": "fp",
    "ж": "Jz",
    "Ρ": "rd",
    "Λ": "rt",
    "Ν": "nmN-",
    "Ж": "JZz",
    "ч": "CS",
    "Ч": "CJ",
    "Ы": "yn",
    # Korean and Japanese
    "Κ": "kg",
    "Β": "bvp",
    "ρ": "rl",
    "Σ": "sT",
    "ξ": "zD",
    "ф": "fh-",
    "Ц": "Ct",
    "ы": "ct",
    "щ": "sST",
    "н": "nNm",
    "Ё": "cz",
    "т": "tsT",
    "ɐ": "ae",
    "ǝ": "eoua",
    "ɾ": "nr-",
    "ɭ": "ln",
    "р": "lr-",
    # Chinese
    "ε": "eai",
    "ɔ": "oau",
    "ɟ": "JgZkz",
    "ɕ": "CJckg",
    "ʨ": "cCkgs",
    "ẅ": "whvx",
    "ỳ": "i-",
    "ɧ": "sShx",
    "ʐ": "JZzC",
    "ɹ": "rZl",
    "ɦ": "hxg",
    "ʦ": "csCz",
    "ʒ": "zcsTJ",
    "ʃ": "sTSz",
    "ɓ": "bpv",
    "ɗ": "dt",
    "ɠ": "gk",
    "ʋ": "vwuo-",
    "ɥ": "yieJ-",
    # Latin letters that languages read differently
    "Ç": "kcCJ",
    "ç": "scCTk",
    "ĵ": "JyZhx",
    "ĉ": "CSxk",
    "ĝ": "gJZx",
    "ğ": "g-",
    "ɣ": "gqx-",
    "ṙ": "r-",
    "ŷ": "iyu",
    "ẑ": "zcsZ",
    "ŝ": "szS",
    "ť": "tTdD",
    "λ": "lw",
    "ẋ": "sSzhxk",
    "ĸ": "kqg",
    "ş": "Ss",
    "ž": "ZJSz",
    "å": "oa",
    "ÿ": "ly",
    "ů": "uw",
    "ĥ": "h-",
    "ķ": "k-",
    "ŵ": "w-",
    "ȧ": "a-",
    "ȯ": "o-",
    "ụ": "u-",
    "ṕ": "p-",
    "ḋ": "dDz",
    "ĺ": "l-",
    "đ": "dJ",
    "ď": "d-",
    "ś": "s-",
    "ẗ": "t-",
    "ŕ": "rZ",
}

#: coarse class of a plain sound; sounds that are missing here leave no trace in a key
CLASSES: dict[str, str] = {
    **dict.fromkeys("pb", "P"),
    **dict.fromkeys("fv", "F"),
    **dict.fromkeys("tdTD", "T"),
    **dict.fromkeys("szSZCJc", "S"),
    **dict.fromkeys("kgqx", "K"),
    **dict.fromkeys("nN", "N"),
    "m": "M",
    "r": "R",
    "l": "L",
}

#: how far two plain consonants lie apart, where it is less than 1 (the whole way from one sound to another)
NEAR: dict[str, float] = {
    **dict.fromkeys(["pb", "td", "kg", "fv", "TD", "CJ", "SZ"], 0.3),
    **dict.fromkeys(["sz", "cs", "cz", "cC", "Cs", "SC", "Ss", "SZ", "Zz", "JZ", "Jz", "JC", "Jc", "Sc", "ZC"], 0.35),
    **dict.fromkeys(["kq", "vw", "Nn", "Tt", "Dd", "gq"], 0.15),
    **dict.fromkeys(["xh", "wu", "yi"], 0.2),
    **dict.fromkeys(["mn", "bv", "kx", "gx", "qx", "Jy", "ye"], 0.4),
    **dict.fromkeys(["wo", "vu", "uf", "Jg", "Zs", "ST", "sT", "zD", "fp", "mN", "tT", "dT", "gh", "fT", "wb"], 0.5),
    **dict.fromkeys(
        ["rl", "vo", "zT", "ct", "Ct", "Jd", "kC", "kc", "hk", "fh", "wf", "yZ", "fb", "gy", "wg", "xS"], 0.6
    ),
    **dict.fromkeys(["ln", "rn", "pf", "pv", "ks", "lw", "ly", "zd", "dz", "ts"], 0.75),
}

#: what leaving a sound out costs; other consonants 0.9
WEAK: dict[str, float] = {"h": 0.35, "?": 0.05, "y": 0.35, "w": 0.45, "@": 0.0, "r": 0.75, "n": 0.8, "N": 0.8}

#: how far two vowels lie apart, as a part of what the pair of scripts counts for a vowel changed, where it is not 1
VOWELS_APART: dict[str, float] = {
    **dict.fromkeys(["a@", "e@", "i@", "o@", "u@", "I@", "O@", "U@"], 0.3),
    **dict.fromkeys(["ei", "ou", "ae", "ao", "iI", "uU", "iU", "oO", "eO", "uI", "au"], 0.7),
    **dict.fromkeys(["iu", "io", "ia", "eu"], 1.3),
}
