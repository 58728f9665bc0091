"""Who stands behind a party that its sentence does not name: small texts in four languages, whole events read back.

A case is a text, which may run on in the next line, and behind "=" events that it must tell: the order of several
parties is free, and those in brackets are not named by the sentence and must be listed as inferred.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.extract import extract

DAY = "2024-05-10"

TEXTS = """
# an act or a paper is spoken of by a noun: whoever did it, or whoever made it, is meant
en Rwandan troops attacked Burundi on Monday. Tanzania condemned the raid.
= ACCUSE: Tanzania > [Rwanda]
en Serbia and Kosovo signed a pact on Friday. Norway welcomed the accord.
= SUPPORT: Norway > [Serbia, Kosovo]
en Bolivia broke off ties with Israel on Tuesday. Chile praised the move.
= SUPPORT: Chile > [Bolivia]
en Kenya gave Somalia an ultimatum. Somalia rejected the terms.
= REJECT: Somalia > [Kenya]
en Greece expelled two Libyan diplomats. Malta criticised the decision.
= ACCUSE: Malta > [Greece]
en Iran and Oman agreed on a ceasefire at sea. Kuwait hailed the deal.
= SUPPORT: Kuwait > [Iran, Oman]
it Le truppe ruandesi hanno attaccato il Burundi. La Tanzania ha condannato il raid.
= ACCUSE: Tanzania > [Rwanda]
it Serbia e Kosovo hanno firmato un patto. La Norvegia ha accolto con favore l'intesa.
= SUPPORT: Norway > [Serbia, Kosovo]
it La Bolivia ha rotto le relazioni con Israele. Il Cile ha elogiato la mossa.
= SUPPORT: Chile > [Bolivia]
it Il Kenya ha minacciato la Somalia. La Somalia ha respinto l'ultimatum.
= REJECT: Somalia > [Kenya]
it La Grecia ha espulso due diplomatici libici. Malta ha criticato la decisione.
= ACCUSE: Malta > [Greece]
tr Ruanda askerleri pazartesi günü Burundi'ye saldırdı. Tanzanya baskını kınadı.
= ACCUSE: Tanzania > [Rwanda]
tr Sırbistan ile Kosova cuma günü bir anlaşma imzaladı. Norveç mutabakatı memnuniyetle karşıladı.
= SUPPORT: Norway > [Serbia, Kosovo]
tr Bolivya salı günü İsrail'le ilişkilerini kesti. Şili bu adımı övdü.
= SUPPORT: Chile > [Bolivia]
tr Kenya, Somali'ye ültimatom verdi. Somali ültimatomu reddetti.
= REJECT: Somalia > [Kenya]
tr Yunanistan iki Libyalı diplomatı sınır dışı etti. Malta kararı eleştirdi.
= ACCUSE: Malta > [Greece]
fa نیروهای رواندا روز دوشنبه به بوروندی حمله کردند. تانزانیا این حمله را محکوم کرد.
= ACCUSE: Tanzania > [Rwanda]
fa صربستان و کوزوو روز جمعه توافق‌نامه‌ای امضا کردند. نروژ از این توافق استقبال کرد.
= SUPPORT: Norway > [Serbia, Kosovo]
fa بولیوی روابط خود را با اسرائیل قطع کرد. شیلی از این اقدام استقبال کرد.
= SUPPORT: Chile > [Bolivia]
fa کنیا به سومالی اولتیماتوم داد. سومالی این پیشنهاد را رد کرد.
= REJECT: Somalia > [Kenya]
fa یونان دو دیپلمات لیبی را اخراج کرد. مالت از این تصمیم انتقاد کرد.
= ACCUSE: Malta > [Greece]

# "the government", "the country": of the country that the article is mostly about, or of the one named before
en Peru is on strike. In Peru's south the miners' leader, Tito Huamán, accused the government of lying.
= ACCUSE: Tito Huamán > [Peru]
en Chad holds an election in May. The African Union suspended the country.
= SANCTION: African Union > [Chad]
en Fiji has no doctors left. The authorities expelled two Australian diplomats.
= SANCTION: [Fiji] > Australia
it Il Perù è in sciopero. Nel sud del Perù il sindacalista Tito Huamán ha accusato il governo di mentire.
= ACCUSE: Tito Huamán > [Peru]
it In Ciad si vota a maggio. L'Unione africana ha condannato l'esecutivo.
= ACCUSE: African Union > [Chad]
it Le Figi non hanno più medici. Le autorità hanno espulso due diplomatici australiani.
= SANCTION: [Fiji] > Australia
tr Peru'da grev sürüyor. Peru Madenciler Sendikası hükümeti yalan söylemekle suçladı.
= ACCUSE: Peru Madenciler Sendikası > [Peru]
tr Çad'da seçim mayısta yapılacak. Afrika Birliği hükümeti kınadı.
= ACCUSE: African Union > [Chad]
tr Fiji'de doktor kalmadı. Hükümet Avustralya'nın iki diplomatını sınır dışı etti.
= SANCTION: [Fiji] > Australia
fa در پرو اعتصاب ادامه دارد. عفو بین‌الملل دولت را به دروغگویی متهم کرد.
= ACCUSE: Amnesty International > [Peru]
fa انتخابات چاد در ماه مه برگزار می‌شود. اتحادیه آفریقا دولت را محکوم کرد.
= ACCUSE: African Union > [Chad]
fa در فیجی پزشکی نمانده است. دولت دو دیپلمات استرالیایی را اخراج کرد.
= SANCTION: [Fiji] > Australia

# what is done to a town is done to the country in which it lies
en Sudan and Ethiopia quarrel over the border. Sudanese jets bombed Mekelle on Monday.
= ASSAULT: Sudan > [Ethiopia]
en Iran and Afghanistan quarrel again. Iranian soldiers opened fire on families near Herat.
= ASSAULT: Iran > [Afghanistan]
en Ukraine and Russia are at war. Russian troops withdrew from Kherson.
= RETREAT: Russia > [Ukraine]
it Sudan ed Etiopia litigano sul confine. I caccia sudanesi hanno bombardato Mekelle lunedì.
= ASSAULT: Sudan > [Ethiopia]
it Iran e Afghanistan litigano. I soldati iraniani hanno aperto il fuoco a Herat.
= ASSAULT: Iran > [Afghanistan]
tr Sudan ile Etiyopya arasında sınır sorunu var. Sudan uçakları pazartesi Mekelle'yi bombaladı.
= ASSAULT: Sudan > [Ethiopia]
tr İran ile Afganistan'ın arası açık. İran askerleri Herat'ta sivillere ateş açtı.
= ASSAULT: Iran > [Afghanistan]
fa ایران و افغانستان بر سر مرز اختلاف دارند. جنگنده‌های ایران روز دوشنبه هرات را بمباران کردند.
= ASSAULT: Iran > [Afghanistan]

# a passive whose doer stands beside the noun of the act or of the weapon
en Two Lebanese soldiers were killed by an Israeli drone near the border.
= ASSAULT: Israel > Lebanon
en Three Malian soldiers were killed in a Moroccan air strike on Sunday.
= ASSAULT: Morocco > Mali
en Four Armenian villagers were killed by Azerbaijani shelling.
= ASSAULT: Azerbaijan > Armenia
it Due soldati maliani sono stati uccisi dall'esplosione di un drone marocchino.
= ASSAULT: Morocco > Mali
it Tre militari armeni sono stati uccisi in un attacco azero.
= ASSAULT: Azerbaijan > Armenia
tr İki Mali askeri, bir Fas insansız hava aracının saldırısında öldürüldü.
= ASSAULT: Morocco > Mali
fa دو سرباز ارمنستان در حمله جمهوری آذربایجان کشته شدند.
= ASSAULT: Azerbaijan > Armenia

# "both leaders" are the two who met, "the two countries" are theirs
en Ghana's president, Kwabena Osei, met Togo's president, Essowé Kpatcha, in Lomé. Benin and Niger signed a pact.
   The EU urged both leaders to go on.
= REQUEST: European Union > [Kwabena Osei, Essowé Kpatcha]
en Ghana's president, Kwabena Osei, met Togo's president, Essowé Kpatcha, in Lomé. The EU urged the two countries to
   go on.
= REQUEST: European Union > [Ghana, Togo]
it Il presidente del Ghana Kwabena Osei ha incontrato il presidente del Togo Essowé Kpatcha. Benin e Niger hanno
   firmato un patto. L'Unione europea ha esortato i due leader a proseguire.
= REQUEST: European Union > [Kwabena Osei, Essowé Kpatcha]
tr Gana Cumhurbaşkanı Kwabena Osei, Lome'de Togo Cumhurbaşkanı Essowé Kpatcha ile görüştü. Benin ile Nijer anlaşma
   imzaladı. Avrupa Birliği iki lidere itidal çağrısında bulundu.
= REQUEST: European Union > [Kwabena Osei, Essowé Kpatcha]
fa محمد رضایی وزیر خارجه ایران با خالد الحمادی وزیر خارجه عمان دیدار کرد. بنین و نیجر توافق‌نامه‌ای امضا کردند.
   اتحادیه اروپا از دو وزیر خواست مذاکره را ادامه دهند.
= REQUEST: European Union > [Mohammad Razayi, Khaled al-Hamadi]

# help goes to the country that the article is about, and an answer to whoever spoke or acted before
en Floods in Georgia have driven thousands out. In Georgia's west Georgian villages lie under water. Armenia donated
   thirty tonnes of flour.
= AID: Armenia > [Georgia]
it Un'alluvione ha colpito la Georgia. Nella Georgia occidentale i villaggi georgiani sono sott'acqua. L'Armenia ha
   donato trenta tonnellate di farina.
= AID: Armenia > [Georgia]
tr Gürcistan'ı sel vurdu. Gürcistan'ın batısında Gürcü köyleri su altında. Ermenistan otuz ton un bağışladı.
= AID: Armenia > [Georgia]
fa سیل گرجستان را فراگرفت. در غرب گرجستان روستاهای گرجستان زیر آب است. ارمنستان سی تن آرد کمک کرد.
= AID: Armenia > [Georgia]

# "each other" is two acts
en Chile and Bolivia accused each other of stealing water.
= ACCUSE: Chile > Bolivia ; ACCUSE: Bolivia > Chile
it Cile e Bolivia si sono accusati a vicenda.
= ACCUSE: Chile > Bolivia ; ACCUSE: Bolivia > Chile
tr Şili ile Bolivya birbirini suçladı.
= ACCUSE: Chile > Bolivia ; ACCUSE: Bolivia > Chile
tr Şili ve Bolivya karşılıklı olarak diplomatlarını sınır dışı etti.
= SANCTION: Chile > Bolivia ; SANCTION: Bolivia > Chile
fa شیلی و بولیوی یکدیگر را متهم کردند.
= ACCUSE: Chile > Bolivia ; ACCUSE: Bolivia > Chile

# an arrest is the state's on whose ground it was made; what soldiers who took power do is not
en Belarus votes in May. The journalist Zofia Malecka was arrested in Minsk.
= COERCE: [Belarus] > Zofia Malecka
it In Bielorussia si vota a maggio. La giornalista Zofia Malecka è stata arrestata a Minsk.
= COERCE: [Belarus] > Zofia Malecka
tr Belarus'ta mayısta seçim var. Gazeteci Zofia Malecka Minsk'te tutuklandı.
= COERCE: [Belarus] > Zofia Malecka
en Soldiers seized power in Chad. Chad's president, Idriss Barka, was arrested at dawn.
= COERCE: - > Idriss Barka

# who travels to a town visits its country
en Georgia and Kazakhstan trade more. Georgia's prime minister, Levan Gelashvili, arrived in Almaty on Monday.
= CONSULT: Levan Gelashvili > [Kazakhstan]
it Georgia e Kazakistan commerciano di più. Il primo ministro georgiano Levan Gelashvili è arrivato ad Almaty
   lunedì.
= CONSULT: Levan Gelashvili > [Kazakhstan]
tr Gürcistan ile Kazakistan'ın ticareti artıyor. Gürcistan Başbakanı Levan Gelaşvili pazartesi günü Almatı'ya geldi.
= CONSULT: Levan Gelaşvili > [Kazakhstan]

# a second act against the same one, a second clause with somebody else
en Paraguay expelled the Uruguayan ambassador and threatened to suspend the treaty.
= THREATEN: Paraguay > [Uruguay]
it Il Paraguay ha espulso l'ambasciatore uruguaiano e ha minacciato di sospendere il trattato.
= THREATEN: Paraguay > [Uruguay]
en Estonia has sent engineers to Latvia, and Finland has pledged aid to Moldova.
= AID: Estonia > Latvia ; AID: Finland > Moldova
en Kenya has closed its border with Somalia, and Uganda condemned Rwanda.
= ACCUSE: Uganda > Rwanda

# of several whom an act befell one is named
en Belarus released five people, including the journalist Zofia Malecka.
= CONCEDE: Belarus > Zofia Malecka
it La Bielorussia ha rilasciato cinque persone, tra cui la giornalista Zofia Malecka.
= CONCEDE: Belarus > Zofia Malecka
tr Belarus, aralarında gazeteci Zofia Malecka'nın bulunduğu beş kişiyi serbest bıraktı.
= CONCEDE: Belarus > Zofia Malecka

# titles and governments with a word between
it Il governo federale tedesco e la Polonia hanno firmato un accordo.
= AGREE: Germany > Poland
it La premier giapponese Haruka Ishimori ha parlato lunedì. Il console cinese Wei Jun ha minacciato la leader.
= THREATEN: Wei Jun > [Haruka Ishimori]
en Japan's prime minister, Haruka Ishimori, spoke on Monday. China's consul, Wei Jun, threatened the leader.
= THREATEN: Wei Jun > [Haruka Ishimori]

# an army, units and a ministry: of a country, by a name of their own, by adjectives that share one noun
en The Israeli army bombed Lebanon on Monday.
= ASSAULT: Israel > Lebanon
it L'esercito russo ha attaccato la Georgia.
= ASSAULT: Russia > Georgia
tr Mısır ordusu Sudan'a saldırdı.
= ASSAULT: Egypt > Sudan
fa ارتش ترکیه به سوریه حمله کرد.
= ASSAULT: Turkey > Syria
it I soldati russi e bielorussi hanno attaccato la Georgia.
= ASSAULT: Belarus, Russia > Georgia
it Il Fronte Polisario (Polisario) e il Marocco hanno firmato un accordo.
= AGREE: Polisario Front > Morocco

# who summons or expels an envoy is told by where he is sent
en The Russian ambassador to Italy was summoned on Friday.
= ACCUSE: Italy > Russia
it L'ambasciatore russo a Roma è stato convocato venerdì.
= ACCUSE: Italy > Russia
tr Rusya'nın Roma Büyükelçisi cuma günü bakanlığa çağrıldı.
= ACCUSE: Italy > Russia
fa سفیر روسیه در رم به وزارت خارجه احضار شد.
= ACCUSE: Italy > Russia

# what somebody refuses, praises or strikes is told by a complement or by whose it is
en Ghana refused to send Mali troops.
= REJECT: Ghana > Mali
en Ghana has refused to lend Mali any money.
= REJECT: Ghana > Mali
en Norway praised Qatar's efforts. Chile criticised the stance of Bolivia.
= SUPPORT: Norway > Qatar ; ACCUSE: Chile > Bolivia
en The European Union imposed sanctions on three companies linked to Hezbollah.
= SANCTION: European Union > Hezbollah
it Il Ghana ha rifiutato di inviare truppe al Mali.
= REJECT: Ghana > Mali
it La Norvegia ha elogiato gli sforzi del Qatar. Il Cile ha criticato la posizione della Bolivia.
= SUPPORT: Norway > Qatar ; ACCUSE: Chile > Bolivia
it L'Unione europea ha sanzionato tre società legate a Hezbollah.
= SANCTION: European Union > Hezbollah
tr Gana, Mali'ye asker göndermeyi reddetti.
= REJECT: Ghana > Mali
tr Kenya, Sudan'ın rehineleri serbest bırakmasını istedi.
= REQUEST: Kenya > Sudan
tr Norveç, Katar'ın çabalarını övdü. Şili, Bolivya'nın tutumunu eleştirdi.
= SUPPORT: Norway > Qatar ; ACCUSE: Chile > Bolivia
tr Norveç, Katar'ın oynadığı rolü övdü.
= SUPPORT: Norway > Qatar
fa غنا از اعزام نیرو به سومالی خودداری کرد.
= REJECT: Ghana > Somalia
fa نروژ از تلاش‌های قطر قدردانی کرد. شیلی از موضع بولیوی انتقاد کرد.
= SUPPORT: Norway > Qatar ; ACCUSE: Chile > Bolivia
fa اتحادیه اروپا سه شرکت وابسته به حزب‌الله را تحریم کرد.
= SANCTION: European Union > Hezbollah

# the subject left out, told before a comma, or hidden behind "who"
en Amos Wetu, who leads Kenya's navy, condemned Sudan.
= ACCUSE: Amos Wetu > Sudan
en Kenya's foreign minister, Amos Wetu, flew to Nairobi. He accused Sudan of theft.
= ACCUSE: [Amos Wetu] > Sudan
it Il ministro degli Esteri keniano Amos Wetu ha parlato lunedì. Ha accusato il Sudan di furto.
= ACCUSE: [Amos Wetu] > Sudan
it Amos Wetu, che guida la marina keniana, ha condannato il Sudan.
= ACCUSE: Amos Wetu > Sudan
tr Kenya Dışişleri Bakanı Amos Wetu pazartesi konuştu. Sudan'ı hırsızlıkla suçladı.
= ACCUSE: [Amos Wetu] > Sudan
fa وزیر خارجه ایران محمد رضایی دوشنبه سخن گفت. وی سودان را به دزدی متهم کرد.
= ACCUSE: [Mohammad Razayi] > Sudan

# who approves, signs or turns down what was told does so with the other party to it
en Kenya and Somalia signed a pact on Friday. Kenya's cabinet approved the text on Monday.
= AGREE: Kenya > [Somalia]
it Kenya e Somalia hanno firmato un patto venerdì. Il governo keniano ha approvato il testo lunedì.
= AGREE: Kenya > [Somalia]

# a release is asked of whoever arrested; a reporter abroad is arrested by the state where he is
en Niger's police arrested Amadou Kane on Monday. The European Union demanded the release of Amadou Kane.
= REQUEST: European Union > [Niger]
it In Niger la polizia nigerina ha arrestato Amadou Kane. L'Unione europea ha chiesto il rilascio di Kane.
= REQUEST: European Union > [Niger]
tr Nijer polisi Amadou Kane'yi pazartesi tutukladı. Avrupa Birliği Kane'nin serbest bırakılmasını istedi.
= REQUEST: European Union > [Niger]
it Un giornalista marocchino è stato arrestato ad Algeri.
= COERCE: [Algeria] > Morocco

# whoever was the adversary before is it again; what is conceded is conceded to the other one
en Peru accused Bolivia of theft. Brazil kept silent. Peru's prime minister, Rosa Quispe, vowed to retaliate.
= THREATEN: Rosa Quispe > [Bolivia]
it Il Perù ha accusato la Bolivia di furto. Il Brasile tace. La premier peruviana Rosa Quispe ha minacciato
   ritorsioni.
= THREATEN: Rosa Quispe > [Bolivia]
fa پرو بولیوی را به دزدی متهم کرد. برزیل ساکت ماند. پرو تهدید کرد که مرز را می‌بندد.
= THREATEN: Peru > [Bolivia]
en Kenya and Somalia quarrel. Kenya talks to Somalia. Somalia hears Kenya. Kenya freed four prisoners.
= CONCEDE: Kenya > [Somalia]

# an agreement that nothing else tells is that of the two whom the article is about
fa ترکمنستان و ایران دو همسایه‌اند. ترکمنستان از ایران گاز نمی‌خرد. ایران و ترکمنستان مرز مشترک دارند. روسیه از
   این توافق استقبال کرد.
= SUPPORT: Russia > [Iran, Turkmenistan]

# what two countries do to their envoys each does to the other; help at home is nobody's abroad
en Canada accused Mexico of overfishing. Both countries recalled their ambassadors.
= SANCTION: [Canada] > [Mexico] ; SANCTION: [Mexico] > [Canada]
it Il Canada ha accusato il Messico di pesca illegale. I due Paesi hanno richiamato gli ambasciatori.
= SANCTION: [Canada] > [Mexico] ; SANCTION: [Mexico] > [Canada]
tr Kanada, Meksika'yı kaçak avcılıkla suçladı. İki ülke büyükelçilerini geri çağırdı.
= SANCTION: [Canada] > [Mexico] ; SANCTION: [Mexico] > [Canada]
fa کانادا مکزیک را به صید غیرقانونی متهم کرد. دو کشور سفیران خود را فراخواندند.
= SANCTION: [Canada] > [Mexico] ; SANCTION: [Mexico] > [Canada]
en Sweden expelled a diplomat of Iran. The government offered aid to steelworkers in Malmö.
= AID: [Sweden] > -
"""


def cases() -> Iterator[tuple[str, str, str]]:
    """Language, text and the events it must tell of every case."""
    text: list[str] = []
    for line in TEXTS.strip().splitlines():
        if line.startswith("= "):
            lang, _, words = " ".join(text).partition(" ")
            yield lang, words, line.removeprefix("= ")
            text = []
        elif line and not line.startswith("#"):
            text.append(line.strip())


def told(text: str, lang: str) -> set[str]:
    """The events of a text, each party that the sentence does not name in brackets."""
    found = extract(text, DAY, lang=lang)
    names = {actor.id: actor.name for actor in found.actors}
    return {
        f"{event.type}: {side(event.source, event.inferred, names)} > {side(event.target, event.inferred, names)}"
        for event in found.events
    }


def side(actors: tuple[str, ...], inferred: tuple[str, ...], names: dict[str, str]) -> str:
    """The parties of one side by name, those that were inferred in brackets; "-" where there are none."""
    shown = []
    for guessed in (False, True):
        part = ", ".join(sorted(names[actor] for actor in actors if (actor in inferred) is guessed))
        shown += [f"[{part}]" if guessed else part] if part else []
    return ", ".join(shown) or "-"


def ordered(event: str) -> str:
    """The event with the parties of each side in alphabetical order."""
    type_, _, sides = event.partition(": ")
    parts = []
    for one in sides.split(" > "):
        plain = ", ".join(sorted(one.strip("[]").split(", ")))
        parts.append(f"[{plain}]" if one.startswith("[") else plain)
    return f"{type_}: {' > '.join(parts)}"


@pytest.mark.parametrize(("lang", "text", "expected"), list(cases()))
def test_who_is_meant(lang: str, text: str, expected: str) -> None:
    found = told(text, lang)
    for event in expected.split(" ; "):
        assert ordered(event) in found


@pytest.mark.parametrize(
    ("lang", "text", "target"),
    [
        ("en", "Russia massed troops on its border with Ukraine.", "country-ua"),
        ("it", "La tensione cresce al confine ucraino, dove la Russia ha ammassato soldati.", "country-ua"),
        ("tr", "Türkiye, Suriye sınırına tank gönderdi.", "country-sy"),
        ("tr", "Venezuela Guyana sınırında asker konuşlandırdı.", "country-gy"),
    ],
)
def test_forces_at_a_border_are_moved_against_whoever_lies_behind_it(lang: str, text: str, target: str) -> None:
    (event,) = extract(text, "2024-05-15", lang=lang).events
    assert (event.type, event.target) == ("MOBILIZE", (target,))
