"""Turkish sentences whose construction, not a word, decides what they state."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from told import in_short

SENTENCES = [
    # a nominal in -mA, -mAyA has the main verb's doer
    ("Etiyopya ordusu, Tigray'daki güçlerini geri çekmeye başladı.", "RETREAT: Ethiopia > -"),
    ("ECOWAS, Nijer'e yönelik yaptırımları kaldırma kararı aldı.", "CONCEDE: ECOWAS > Niger (planned)"),
    # adverbs, numbers and words of time may part a set phrase
    ("Avrupa Birliği, Belarus'a yönelik yaptırımları bir yıl daha uzattı.", "SANCTION: European Union > Belarus"),
    ("Şili, Peru sınırını 10 Mayıs'ta süresiz olarak kapattı.", "SANCTION: Chile > Peru"),
    # a headline: from whom, to whom, and the noun at its end
    ("İsrail'den Lübnan'a hava saldırısı: 7 ölü", "ASSAULT: Israel > Lebanon"),
    ("Çin'den Tayvan'a sert uyarı", "THREATEN: China > Taiwan"),
    # a verb before its noun
    ("Ürdün ordusu tarafından Suriye'ye düzenlenen hava saldırısında 20 kişi öldü.", "ASSAULT: Jordan > Syria"),
    ("Şili'nin düzenlediği hava saldırısında 20 kişi öldü.", "ASSAULT: Chile > -"),
    # a bare name before a visit is where it goes
    ("Marek Wolniak'ın Pekin ziyareti ertelendi.", "CONSULT: Marek Wolniak > China (denied)"),
    # two names in one word are both parties
    ("Peru-Bolivya görüşmesi Lima'da yapıldı.", "CONSULT: Peru > Bolivia"),
    # who stands behind "belirten" acts, not who stands inside what he says
    (
        "Rusya'nın kaybedeceğini belirten Ukraynalı danışman Taras Melnik, Şili'den silah talep etti.",
        "REQUEST: Taras Melnik > Chile",
    ),
    # "A ile B" are two, whoever stands before them
    ("Umman, Kenya ile Uganda arasında arabuluculuk yaptı.", "CONSULT: Oman > Kenya, Uganda"),
    # people in the plural, whose ending tells no case
    ("Moldova, Rus diplomatları sınır dışı etti.", "SANCTION: Moldova > Russia"),
    # of two entries for one verb the first that fits tells
    ("Mali, Afrika Birliği'nden çekildi.", "REJECT: Mali > African Union"),
    ("Etiyopya, Somali'den çekildi.", "RETREAT: Ethiopia > Somalia"),
    # what for somebody came has not happened yet; what is condemned has
    ("Marek Wolniak, Ana Rusnac ile görüşmek üzere Berlin'e geldi.", "CONSULT: Marek Wolniak > Germany"),
    ("Kenya, Ruanda'nın Uganda'ya saldırmasını kınadı.", "ASSAULT: Rwanda > Uganda ; ACCUSE: Kenya > Rwanda"),
    # whom a relative clause is about
    (
        "Arnavutluk, saldırıdan sorumlu tuttuğu İran ile ilişkilerini kesti.",
        "ACCUSE: Albania > Iran ; SANCTION: Albania > Iran",
    ),
    # the noun of an act already told
    ("Kenya, Uganda ile imzaladığı mutabakattan memnun.", "AGREE: Kenya > Uganda"),
    # the case of what a body owns
    ("Lübnan'da UNIFIL devriyesine ateş açıldı.", "ASSAULT: - > UNIFIL"),
    # who announces what will be done does it; whose forces report what befell another country did it
    ("Norveç, Ukrayna'ya iki hava savunma bataryası verileceğini duyurdu.", "AID: Norway > Ukraine (planned)"),
    (
        "Ürdün Savunma Bakanlığından yapılan açıklamada, Suriye'ye ait iki uçağın düşürüldüğü belirtildi.",
        "ASSAULT: Defence Ministry of Jordan > Syria",
    ),
    ("Sağlık Bakanlığı, saldırıda üç Kırgız vatandaşının öldürüldüğünü bildirdi.", "ASSAULT: - > Kyrgyzstan"),
    # "the five countries": all who have met so far, or those last named together
    (
        "Şili, Peru ve Bolivya temsilcileri Lima'da buluştu. Üç ülke bir anlaşma imzaladı.",
        "CONSULT: Chile > Peru, Bolivia ; AGREE: Chile > Peru, Bolivia",
    ),
    # the case of the last place is that of all
    ("Lusaka ve Kitwe'de binlerce kişi Ana Rusnac'a karşı yürüdü.", "PROTEST: - > Ana Rusnac"),
    # what belongs to a country acts for it
    ("Rusya'ya ait bir savaş uçağı, Estonya hava sahasını ihlal etti.", "MOBILIZE: Russia > Estonia"),
    # a converb and its main verb are one complaint
    ("Estonya, Rusya'nın maslahatgüzarını bakanlığa çağırarak nota verdi.", "ACCUSE: Estonia > Russia"),
    # what is called off is the noun's, not what the clause before it tells
    ("Etiyopya, Kenya ile imzaladığı mutabakattan vazgeçmedi.", "AGREE: Ethiopia > Kenya"),
    # "bir lider" is somebody new
    ("Kanada Başbakanı, Hindistan'ı bir Sih liderin öldürülmesiyle suçladı.", "ACCUSE: Justin Trudeau > India"),
    # a summit somebody came for is no act of its own
    ("Marek Wolniak, zirve için Kazakistan'ın Aktau kentine geldi.", "CONSULT: Marek Wolniak > Kazakhstan"),
    # whose soldiers are moved moves them
    ("Sınıra iki bin Rus askeri yerleştirilecek.", "MOBILIZE: Russia > - (planned)"),
    # what something happened in has happened
    ("Kenya'nın Uganda'ya saldırısında 5 kişi öldü.", "ASSAULT: Kenya > Uganda"),
    # the companion of a relative clause's verb stands behind it
    ("Norveç'in Ukrayna'ya göndereceği tanklar yola çıktı.", "AID: Norway > Ukraine (planned)"),
    # a noun and the verb that it goes with are one act
    ("Kenya ve Uganda'nın gelecek ay anlaşma imzalaması planlanıyor.", "AGREE: Kenya > Uganda (planned)"),
    # bodies before a person are whose he is
    ("İsrail Savaş Kabinesi üyesi Dov Halperin, Şili'den özür diledi.", "SUPPORT: Dov Halperin > Chile"),
    # a word between a relative clause and its noun
    ("Marek Wolniak'ın Şili'ye yapacağı transit ziyaret tepki gördü.", "CONSULT: Marek Wolniak > Chile (planned)"),
    # what a genitive owns is not the compound's between
    ("Hırvatistan, Karadağ'ın AB üyeliğine desteğini yineledi.", "SUPPORT: Croatia > Montenegro"),
    # forces that belong to somebody act for him
    ("Ruanda'ya bağlı birlikler Burundi'ye saldırdı.", "ASSAULT: Rwanda > Burundi"),
    # where an embassy is does not say whose it is
    ("Kenya, İrlanda'daki büyükelçiliğini kapattı.", "SANCTION: Kenya > Ireland"),
    # what is agreed on is told with the accord, what has been admitted is not planned
    ("Kenya ve Uganda, müzakereleri başlatma konusunda anlaştı.", "AGREE: Kenya > Uganda"),
    ("Marek Wolniak, Ana Rusnac ile görüştüğünü kabul etti.", "CONSULT: Marek Wolniak > Ana Rusnac"),
    # "ülkeyi" asks for nothing itself
    (
        "Ukrayna, Gürcistan Büyükelçisini çağırdı ve 48 saat içinde ülkeyi terk etmesini istedi.",
        "ACCUSE: Ukraine > Georgia ; REQUEST: Ukraine > Georgia",
    ),
    ("İsrail Savaş Kabinesi üyesi Dov Halperin, hükümetten çekildiğini açıkladı.", "CONCEDE: Dov Halperin > -"),
    # the subject of a noun's verb does what the noun tells, or calls it off
    ("Marek Wolniak, sağlık gerekçesiyle Japonya ziyaretini erteledi.", "CONSULT: Marek Wolniak > Japan (denied)"),
    # a passive act of speech is the announcer's
    (
        "Norveç Dışişleri Bakanlığından yapılan açıklamada, Ruanda'nın saldırısının kınandığı belirtildi.",
        "ACCUSE: Foreign Ministry of Norway > Rwanda",
    ),
    # "iki ülke" are the two just named
    (
        "Moldova Cumhurbaşkanı Ana Rusnac'ın Şili ziyaretinde iki ülke anlaşma imzaladı.",
        "CONSULT: Ana Rusnac > Chile ; AGREE: Moldova > Chile",
    ),
    # a sea named after a country is nobody
    ("Kuzey Kore, Japon Denizi'ne doğru balistik füze ateşledi.", "MOBILIZE: North Korea > -"),
    # a capital at the sentence's beginning and an ending without an apostrophe: no name
    (
        "Kazada Savunma Bakanı Marek Wolniak öldürüldü. Kazada Kenya suçlandı.",
        "ASSAULT: - > Marek Wolniak ; ACCUSE: - > Kenya",
    ),
    # the words of a far-spread phrase stand in one clause
    ("Kenya, sınırdaki köyleri geri aldı; karar protestolara yol açtı.", ""),
    # a genitive owns the noun behind it and does not do what comes later
    ("Kenya ordusunun Uganda'ya yönelik saldırısında 14 kişinin yaralandığı açıklandı.", "ASSAULT: Kenya > Uganda"),
    (
        "Lübnanlı milletvekili Elias Khalaf, Fransa'nın arabuluculuk girişimini desteklediğini söyledi.",
        "SUPPORT: Elias Khalaf > France",
    ),
    # whatever stands behind a noun in a case is no party to it
    ("Sudan'da savaşın başlamasından bu yana Çad'a sığınanların sayısı arttı.", ""),
    # a government is its country's, also beside the name of whoever leads it
    ("Biden yönetimi İran’a yaptırım uyguladı.", "SANCTION: United States > Iran"),
    ("Sergey Lavrov, Biden yönetimini suçladı.", "ACCUSE: Sergey Lavrov > United States"),
    # of "each other" one side has no name
    ("Ukrayna konulu oturumda Rusya ve Batılı ülkeler birbirini suçladı.", ""),
]


@pytest.mark.parametrize(("sentence", "reading"), SENTENCES)
def test_sentence_is_read(sentence: str, reading: str) -> None:
    assert in_short(extract(sentence, "2024-05-15", lang="tr")) == reading


#: sentences that state no act
NOTHING = [
    "Rusya'nın Ukrayna'ya saldırıp saldırmayacağı bilinmiyor.",
    "İran'ın ABD'ye saldırı düzenleyebileceği endişesi artıyor.",
    "Fransa, Mali'den çekilmiş olsaydı durum farklı olurdu.",
    "Polonya ile Almanya arasındaki savaş tazminatı tartışması sürüyor.",
    "Kenya'nın Uganda'yı işgal etmesi halinde bölge karışır.",
    "Türkiye, Gürcistan'ı 3-1 mağlup ederek çeyrek finale yükseldi.",
    "Hindistan'da sıcak hava dalgası 40 kişinin ölümüne yol açtı.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_act_is_stated(sentence: str) -> None:
    assert extract(sentence, "2024-05-15", lang="tr").events == ()


SAYINGS = [
    # the mark that closes the quotation is missing
    (
        'Baiba Ozola "Bu karar yanlış ve bedeli ağırdır dedi.',
        "Baiba Ozola",
        "Bu karar yanlış ve bedeli ağırdır",
    ),
    # a semicolon inside the quotation parts nothing
    (
        'Hugo Salcedo, "Tekne açıktaydı; bu korsanlıktır" dedi.',
        "Hugo Salcedo",
        "Tekne açıktaydı; bu korsanlıktır",
    ),
    # an announcement says whose it is
    (
        "Ürdün Savunma Bakanlığından yapılan açıklamada, sınırda sakin bir gece geçirildiği belirtildi.",
        "Defence Ministry of Jordan",
        None,
    ),
]


@pytest.mark.parametrize(("sentence", "speaker", "quote"), SAYINGS)
def test_saying_isin_short(sentence: str, speaker: str, quote: str | None) -> None:
    found = extract(sentence, "2024-05-15", lang="tr")
    names = {actor.id: actor.name for actor in found.actors}
    assert [(names[said.speaker or ""], said.quote) for said in found.statements] == [(speaker, quote)]


def test_what_is_agreed_to_is_not_admitted() -> None:
    found = extract("Şili Parlamentosu, adalete ilişkin iki yeni yasayı kabul etti.", "2024-05-15", lang="tr")
    assert found.statements == ()


def test_what_somebody_is_said_to_claim_is_an_aside() -> None:
    found = extract("Kenya, avlandığını öne sürdüğü iki tekneye Mombasa'da el koydu.", "2024-05-15", lang="tr")
    assert found.statements == ()
