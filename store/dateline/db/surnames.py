"""Surnames: what a fact line calls a person where the article knows only one of that surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

#: small words that belong to the surname after them
_PARTICLES = """
al bin da de del della den der di do dos du el ibn la le ben bint lo mac san st ten ter van von zu zur
"""
#: names whose first word may be the surname (Chinese, Korean, Vietnamese, Khmer) or that have none (Burmese): called by
#: their whole name
_FAMILY_FIRST = """
Aung Hun Lai Min Prak Thein Tsai Win
Bui Cai Chen Cho Choe Choi Chung Dang Deng Dong Fan Fu Gao Geng Guo Han He Ho Hoang Hong Hu Hua Hwang Jang Jiang
Jin Jo Jong Kang Kim Le Lee Li Liang Lim Lin Liu Lu Luo Ma Mao Meng Moon Ngo Nguyen Oh Pak Park Peng Pham Qian
Qin Ri Roh Ryu Shen Shin Song Sun Tan Tang To Tran Truong Vo Wang Wei Wu Xi Xie Xu Yan Yang Yi Yoon Yu Yuan Yun
Zeng Zhang Zhao Zheng Zhou Zhu
"""

#: what stands before a name in the registry; such people are called by all of it
_TITLES = """
Ayatollah Emir Emperor Empress Grand King Pope Prince Princess Queen Sheikh Sultan
"""
#: surnames that a reader would take for a country
_COUNTRIES = """
Chad Cuba England France Georgia Germany Guinea Holland India Ireland Israel Jordan Kenya Malta Montenegro Niger Poland
Portugal Scotland Spain Sudan Wales
"""

PARTICLES = frozenset(_PARTICLES.split())
COUNTRIES = frozenset(_COUNTRIES.split())
WHOLE = frozenset((*_FAMILY_FIRST.split(), *_TITLES.split()))
_LATER = ("jr", "sr", "of")  # no surname stands at the end of a name with one of these


def surname(name: str) -> str:
    """The surname in an English name with its particles: "Le Drian", "von der Leyen"; the name itself if unsure.

    Never a country out of "Abdullah II of Jordan", never a number, never the given name of "Tsai Ing-wen".
    """
    words = name.split()
    if len(words) < 2 or words[0] in WHOLE or any(word.rstrip(".").lower() in _LATER for word in words):
        return name
    given_last = "-" in words[-1] and words[-1].partition("-")[2].islower()
    if given_last or words[-1] in COUNTRIES or any(not word.strip("IVX") for word in words[1:]):
        return name
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def short_names(names: Iterable[str]) -> dict[str, str]:
    """For each of the people one article names: the surname, where no other of them has it, else the whole name."""
    surnames = {name: surname(name) for name in names}
    shared = Counter(short.lower() for short in surnames.values())
    return {name: short if shared[short.lower()] == 1 else name for name, short in surnames.items()}
