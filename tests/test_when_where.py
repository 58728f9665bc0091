"""When and where acts happened: whose a date is, what is told on from a meeting, which town a seat or a visit means."""

from __future__ import annotations

import pytest

from dateline.extract import extract

DAY = "2023-05-10"  # a Wednesday


def last(lang: str, text: str, type_: str, mode: str | None = None) -> dict[str, str | None]:
    """The last event of a type (and mode) that a short text tells."""
    events = extract(text, DAY, lang=lang).to_json()["events"]
    found = [event for event in events if event["type"] == type_ and mode in (None, event["mode"])]
    assert found, [(event["type"], event["source"], event["target"]) for event in events]
    return found[-1]


#: a date beside another verb or noun of the sentence is that one's
ELSEWHERE = [
    ("tr", "Slovenya, dün yapılan seçimler nedeniyle Sırbistan'ı eleştirdi.", "ACCUSE"),
    ("tr", "Slovenya, pazartesi günü yaşananlar nedeniyle Sırbistan'ı eleştirdi.", "ACCUSE"),
    ("tr", "Kenya'nın dün imzaladığı anlaşmayı Uganda eleştirdi.", "ACCUSE"),
    ("en", "Slovenia criticised Serbia over the election held on Sunday.", "ACCUSE"),
    ("en", "Chile's minister, who arrived in the town on Tuesday, accused Peru of spying.", "ACCUSE"),
    ("en", "Kenya denied on Monday that it had sent soldiers to Juba.", "MOBILIZE"),
    ("en", "Kenya denied on Monday reports of talks with Chad.", "CONSULT"),
    ("it", "Il Kenya ha smentito lunedì i colloqui con il Ciad.", "CONSULT"),
    ("en", "Kenya condemned Monday's attack by Chad on Lamu.", "ACCUSE"),
    ("it", "Il Kenya ha condannato l'attacco del Ciad di lunedì a Lamu.", "ACCUSE"),
    ("tr", "Kenya, Çad'ın dünkü Lamu saldırısını kınadı.", "ACCUSE"),
    ("en", "Kenya denied last week that it intended to send soldiers to Juba.", "MOBILIZE"),
    ("en", "Chile had recalled its ambassador on Monday and accuses Peru of spying.", "ACCUSE"),
    ("en", "Peru's president was in Lima on Tuesday; Chile expelled two Bolivian diplomats.", "SANCTION"),
    ("it", "La Slovenia ha criticato la Serbia per le elezioni tenute domenica.", "ACCUSE"),
    ("it", "Il Kenya, che a maggio aveva evacuato il personale da Nyala, ha accusato il Ciad.", "ACCUSE"),
    ("en", "Kenya summoned Chad's ambassador over shells that landed in Lamu on Monday.", "ACCUSE"),
    ("it", "Il Kenya ha convocato l'ambasciatore del Ciad per le bombe cadute a Lamu lunedì.", "ACCUSE"),
    ("tr", "Kenya, 5 Mayıs'ta Lamu'ya düşen toplar nedeniyle Çad'ı suçladı.", "ACCUSE"),
    ("it", "La Slovenia invierà al Mali gli aiuti sospesi a marzo.", "AID"),
    ("it", "Il Kenya ha smentito lunedì di aver inviato soldati a Juba.", "MOBILIZE"),
    ("it", "La Russia ha consegnato al Mali dieci elicotteri, ha riferito martedì il ministero della Difesa.", "AID"),
]


@pytest.mark.parametrize(("lang", "text", "type_"), ELSEWHERE)
def test_a_date_beside_another_act_is_not_this_ones(lang: str, text: str, type_: str) -> None:
    assert last(lang, text, type_)["date"] is None


#: the beginning or end of a time, and no day of the act
BOUNDS = [
    ("tr", "Şili ve Peru heyetleri şubattan bu yana Kito'da dört kez görüştü.", "CONSULT"),
    ("it", "Da febbraio le delegazioni di Cile e Perù si sono incontrate quattro volte a Quito.", "CONSULT"),
    ("it", "Il Burkina Faso ha chiuso la frontiera con il Benin fino a lunedì.", "SANCTION"),
    ("en", "Chile and Peru have met four times in Quito since February.", "CONSULT"),
    ("en", "Chile has banned all imports from Peru until Friday.", "SANCTION"),
    ("fa", "هیئت‌های شیلی و پرو از فوریه تاکنون چهار بار در کیتو دیدار کرده‌اند.", "CONSULT"),
    ("fa", "شیلی هشدار داد اگر پرو تا جمعه سربازانش را خارج نکند مرز را می‌بندد.", "THREATEN"),
]


@pytest.mark.parametrize(("lang", "text", "type_"), BOUNDS)
def test_since_and_until_are_no_day_of_what_has_happened(lang: str, text: str, type_: str) -> None:
    assert last(lang, text, type_)["date"] is None


def test_by_a_date_is_the_date_of_what_is_planned() -> None:
    assert last("it", "L'Ungheria invierà cento soldati in Kosovo entro giugno.", "MOBILIZE")["date"] == "2023-06"


def test_what_is_done_in_a_statement_or_operation_has_its_day() -> None:
    text = "Kenya Dışişleri Bakanlığı, dün yapılan açıklamada Uganda'yı kınadı."
    assert last("tr", text, "ACCUSE")["date"] == "2023-05-09"
    text = "Kenya polisi, dün düzenlenen operasyonda avukat Amos Kip'i gözaltına aldı."
    assert last("tr", text, "COERCE")["date"] == "2023-05-09"


#: a day shared by two verbs of one doer, or by a clause of the same time
SHARED = [
    ("tr", "Şili pazartesi günü iki Bolivyalı diplomatı sınır dışı etti ve Peru'yu kınadı.", "ACCUSE"),
    ("it", "Lunedì il Cile ha espulso due diplomatici boliviani e ha condannato il Perù.", "ACCUSE"),
    ("en", "On Monday Chile expelled two Bolivian diplomats and condemned Peru.", "ACCUSE"),
    ("en", "Chile expelled two Bolivian diplomats on Monday and accused Peru of spying.", "ACCUSE"),
    ("en", "Chile on Monday broke off relations with Bolivia and, within hours, established formal ties with Kosovo.",
     "COOPERATE"),
    ("en", "Ten soldiers died on Monday when Ethiopia attacked a convoy in Kenya.", "ASSAULT"),
    ("fa", "شیلی دوشنبه دو دیپلمات بولیوی را اخراج کرد و پرو را محکوم کرد.", "ACCUSE"),
    ("fa", "شیلی دوشنبه نظر خود را تغییر داد و از پرو خواست مذاکرات را آغاز کند.", "REQUEST"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "type_"), SHARED)
def test_joined_verbs_share_their_day(lang: str, text: str, type_: str) -> None:
    assert last(lang, text, type_)["date"] == "2023-05-08"


#: days by their words, past and coming
DAYS = [
    ("fa", "وزیر خارجه قطر شب گذشته بیست دقیقه با نخست وزیر نروژ تلفنی گفت‌وگو کرد.", "CONSULT", "2023-05-09"),
    ("fa", "ازبکستان شنبه سفیر خود را فراخواند. دو روز پیش از آن (۱۴ اردیبهشت) مرزبانان تاجیکستان به یک پاسگاه"
     " ازبکستان شلیک کردند.", "ASSAULT", "2023-05-04"),
    ("it", "Nella notte tra domenica e lunedì l'esercito sudanese ha bombardato Nyala.", "ASSAULT", "2023-05-08"),
    ("tr", "Sudan ordusu pazarı pazartesiye bağlayan gece Nyala'yı bombaladı.", "ASSAULT", "2023-05-08"),
    ("en", "Sudan's army bombed Nyala in the night between Sunday and Monday.", "ASSAULT", "2023-05-08"),
    ("it", "La Norvegia ha rinviato la visita del ministro danese prevista a Oslo per il 23 giugno.", "CONSULT",
     "2023-06-23"),
    ("it", "La Norvegia ha annullato l'incontro con il ministro danese previsto per il 23 giugno.", "CONSULT",
     "2023-06-23"),
    ("en", "Norway postponed the Danish minister's visit to Oslo planned for 23 June.", "CONSULT", "2023-06-23"),
    ("en", "Chile and Peru will meet in Quito on Wednesday.", "CONSULT", DAY),
    ("en", "Chile and Peru will meet in Quito on Tuesday.", "CONSULT", "2023-05-16"),
    ("tr", "Danimarka Başbakanı 23 Haziran'da Oslo'ya yapacağı ziyareti erteledi.", "CONSULT", "2023-06-23"),
    ("en", "Taiwan, which had recalled its ambassador, Vivia Chang, on Sunday, criticised Honduras. Chile expelled two"
     " envoys on Monday. The next day Peru expelled two Chilean diplomats.", "SANCTION", "2023-05-09"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "type_", "day"), DAYS)
def test_days_are_worked_out(lang: str, text: str, type_: str, day: str) -> None:
    assert last(lang, text, type_)["date"] == day


def test_an_undated_article_counts_its_weekdays_from_the_full_date_that_names_one() -> None:
    text = (
        "سخنگوی وزارت خارجه ژاپن روز جمعه اعلام کرد که وزیر خارجه ژاپن امروز با وزیر خارجه پرو دیدار کرد. "
        "وزیر خارجه ژاپن همچنین با وزیر خارجه شیلی دیدار کرد. نشست شورا در ۲۰ ژوئن ۲۰۲۳ برگزار می‌شود. "
        "نخست‌وزیر ژاپن و نخست‌وزیر مصر روز پنج‌شنبه ۸ ژوئن ۲۰۲۳ تلفنی گفت‌وگو کردند."
    )
    events = extract(text, lang="fa").to_json()["events"]
    days = [event["date"] for event in events if event["type"] == "CONSULT" and event["mode"] == "meeting"]
    assert days == ["2023-06-09", "2023-06-09"]


#: the town of a mission, a house or a body, wherever the marker stands
SEATS = [
    ("tr", "Norveç ve İsveç heyetleri Norveç'in Tallinn Büyükelçiliği'nde bir araya geldi.", "CONSULT", "Tallinn"),
    ("tr", "Fas ve Cezayir heyetleri Fas'ın Marsilya Başkonsolosluğu rezidansında görüştü.", "CONSULT", "Marseille"),
    ("tr", "Fas ve Cezayir heyetleri dün Fas'ın Marsilya Başkonsolosluğu'nda görüştü.", "CONSULT", "Marseille"),
    ("tr", "Küba, yazar Ana Belén Quirós'a Varşova'daki büyükelçiliğinde sığınma hakkı tanıdı.", "AID", "Warsaw"),
    ("en", "On Monday some 2,000 Bulgarian teachers marched on the Serbian consulate in Plovdiv.", "PROTEST",
     "Plovdiv"),
    ("en", "Peru granted asylum to the opposition leader Tomás Arquiza at its embassy in Lisbon.", "AID", "Lisbon"),
    ("it", "Le delegazioni di Cile e Perù si sono incontrate martedì all'ambasciata svizzera di Montevideo.",
     "CONSULT", "Montevideo"),
    ("it", "La Namibia ha presentato ieri un ricorso contro la Germania alla Corte internazionale di giustizia"
     " dell'Aia.", "ACCUSE", "The Hague"),
    ("fa", "هیئت‌های شیلی و پرو دیروز در سفارت سوئیس در مونته‌ویدئو دیدار کردند.", "CONSULT", "Montevideo"),
    ("fa", "ده‌ها معلم روز دوشنبه مقابل کنسولگری هند در تبریز تجمع اعتراضی کردند.", "PROTEST", "Tabriz"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "type_", "place"), SEATS)
def test_what_happens_at_a_seat_is_in_its_town(lang: str, text: str, type_: str, place: str) -> None:
    assert last(lang, text, type_)["place"] == place


#: envoys are summoned in the capital, where the words name it
SUMMONS = [
    ("tr", "Yunanistan, Türkiye'nin Atina Büyükelçisi Kerem Sayman'ı dün bakanlığa çağırdı.", "Athens"),
    ("tr", "Rusya Dışişleri Bakanlığı, Moldova'nın Moskova Büyükelçisi'ni dün bakanlığa çağırdı.", "Moscow"),
    ("en", "Greece summoned the Turkish ambassador in Athens on Tuesday.", "Athens"),
    ("en", "Greece summoned the Turkish ambassador on Tuesday.", None),
    ("it", "La Grecia ha convocato martedì l'ambasciatore turco ad Atene.", "Athens"),
    ("it", "Atene ha convocato martedì l'ambasciatore turco.", None),
    ("fa", "سریلانکا دیروز سفیر هند در کلمبو را احضار کرد.", "Colombo"),
]


@pytest.mark.parametrize(("lang", "text", "place"), SUMMONS)
def test_an_envoy_is_summoned_in_the_capital_that_is_named(lang: str, text: str, place: str | None) -> None:
    assert last(lang, text, "ACCUSE")["place"] == place


#: who hosts is at home; a visited capital is a place and no government
HOSTS = [
    ("tr", "Katar, salı günü Çad ile Sudan arasındaki görüşmelere ev sahipliği yaptı.", "Qatar"),
    ("en", "Qatar hosted talks between Chad and Sudan on Tuesday.", "Qatar"),
    ("it", "Il Qatar ha ospitato martedì i colloqui tra Ciad e Sudan.", "Qatar"),
    ("tr", "Estonya Başbakanı salı günü Tokyo'yu ziyaret etti.", "Tokyo"),
    ("tr", "Estonya Başbakanı'nın cuma günü Bakü'yü ziyaret etmesi bekleniyor.", "Baku"),
    ("tr", "Estonya Başbakanı salı günü Japonya'yı ziyaret etti.", None),
    ("en", "Estonia's prime minister visited Tokyo on Tuesday.", "Tokyo"),
    ("en", "Estonia's prime minister flew to Osaka on Tuesday.", "Osaka"),
    ("it", "Il primo ministro estone ha visitato Tokyo martedì.", "Tokyo"),
    ("fa", "نخست وزیر استونی سه‌شنبه وارد توکیو شد.", "Tokyo"),
    ("fa", "نخست وزیر استونی سه‌شنبه به توکیو سفر کرد.", "Tokyo"),
]


@pytest.mark.parametrize(("lang", "text", "place"), HOSTS)
def test_hosts_are_at_home_and_guests_in_the_capital_they_visit(lang: str, text: str, place: str | None) -> None:
    assert last(lang, text, "CONSULT")["place"] == place


#: where forces go, come from or strike
FORCES = [
    ("tr", "Hollanda salı günü Litvanya'ya 200 asker gönderdi.", "MOBILIZE", "Lithuania"),
    ("tr", "Sudan ordusu salı günü Nyala'yı bombaladı.", "ASSAULT", "Nyala"),
    ("tr", "Eritre askerleri Adwa karakolunu havan topuyla vurdu.", "ASSAULT", "Adwa"),
    ("en", "The Netherlands sent 200 troops to Lithuania on Tuesday.", "MOBILIZE", "Lithuania"),
    ("en", "Paris sends 1,000 more soldiers to Martinique, points finger at Caracas.", "MOBILIZE", "Martinique"),
    ("en", "Rwandan troops shelled Kibumbaro on Tuesday.", "ASSAULT", "Kibumbaro"),
    ("en", "Ethiopia attacked a convoy in northern Kenya on Tuesday.", "ASSAULT", "Northern Kenya"),
    ("en", "The Israeli army will pull out of southern Syria by June.", "RETREAT", "Southern Syria"),
    ("it", "Israele ha ritirato martedì le truppe dal sud della Siria.", "RETREAT", "Southern Syria"),
    ("it", "I Paesi Bassi hanno inviato martedì 200 soldati in Lituania.", "MOBILIZE", "Lithuania"),
    ("it", "Le truppe ruandesi hanno bombardato Kibumbaro martedì.", "ASSAULT", "Kibumbaro"),
    ("fa", "هلند سه‌شنبه ۲۰۰ سرباز به لیتوانی اعزام کرد.", "MOBILIZE", "Lithuania"),
    ("fa", "ارتش سودان سه‌شنبه نیالا را بمباران کرد.", "ASSAULT", "Nyala"),
    ("en", "Spain sent 200 tonnes of food to Lithuania on Tuesday.", "AID", None),
]


@pytest.mark.parametrize(("lang", "text", "type_", "place"), FORCES)
def test_forces_are_where_they_go_or_strike(lang: str, text: str, type_: str, place: str | None) -> None:
    assert last(lang, text, type_)["place"] == place


#: a meeting told behind a journey is where the journey led; a call is nowhere; what two sides agree, where they met
CONTINUED = [
    ("en", "Estonia's foreign minister, Liisa Kaarel, arrived in Baku on Tuesday. She met her Azerbaijani counterpart,"
     " Orkhan Mehdizade.", "CONSULT", "meeting", "Baku"),
    ("it", "La ministra degli Esteri estone, Liisa Kaarel, è arrivata martedì a Baku. Kaarel ha incontrato il collega"
     " azero Orkhan Mehdizade.", "CONSULT", "meeting", "Baku"),
    ("tr", "Estonya Dışişleri Bakanı Liisa Kaarel salı günü Bakü'ye geldi. Kaarel, Azerbaycanlı mevkidaşı Orhan"
     " Mehdizade ile görüştü.", "CONSULT", "meeting", "Baku"),
    ("fa", "نخست وزیر ژاپن سه‌شنبه وارد باکو شد. نخست وزیر ژاپن با نخست وزیر مصر دیدار کرد.", "CONSULT", "meeting",
     "Baku"),
    ("en", "Estonia's foreign minister, Liisa Kaarel, arrived in Baku on Tuesday. Kaarel spoke by phone with Finland's"
     " foreign minister.", "CONSULT", "phone", None),
    ("en", "Estonia and Latvia met in Tartu on Tuesday. They signed an agreement on fishing.", "AGREE", None, "Tartu"),
    ("tr", "Estonya ve Letonya heyetleri salı günü Tartu'da bir araya geldi. Taraflar balıkçılık anlaşması imzaladı.",
     "AGREE", None, "Tartu"),
    ("it", "Estonia e Lettonia si sono incontrate martedì a Tartu. Le parti hanno firmato un accordo sulla pesca.",
     "AGREE", None, "Tartu"),
    ("tr", "Fransa Dışişleri Bakanı, pazar günü Erivan'da Ermenistan Başbakanı ile görüştü. İki ülke, savunma alanında"
     " bir anlaşma imzaladı.", "AGREE", None, "Yerevan"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "type_", "mode", "place"), CONTINUED)
def test_what_is_told_on_stays_where_it_was(
    lang: str, text: str, type_: str, mode: str | None, place: str | None
) -> None:
    assert last(lang, text, type_, mode)["place"] == place


#: what police do at a protest that was told just before
PROTESTS = [
    ("en", "Thousands of workers rallied in Mombasa on Monday. Kenyan police arrested the lawyer Amos Kip."),
    ("it", "Lunedì migliaia di operai hanno manifestato a Mombasa contro il governo keniano. La polizia keniana ha"
     " arrestato l'avvocato Amos Kip."),
    ("tr", "Binlerce işçi pazartesi günü Mombasa'da hükümeti protesto etti. Kenya polisi avukat Amos Kip'i tutukladı."),
    ("fa", "هزاران کارگر دوشنبه در مومباسا تظاهرات کردند. پلیس کنیا آموس کیپ را بازداشت کرد."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), PROTESTS)
def test_arrests_at_a_protest_are_there_and_then(lang: str, text: str) -> None:
    told = last(lang, text, "COERCE")
    assert (told["place"], told["date"]) == ("Mombasa", "2023-05-08")


def test_an_arrest_with_a_day_of_its_own_is_elsewhere() -> None:
    text = "Workers rallied in Mombasa on Monday. Kenyan police arrested the lawyer Amos Kip on Tuesday."
    assert last("en", text, "COERCE")["place"] is None


#: a place of another clause, a government or somebody's address is not where the act was
NOT_THERE = [
    ("en", "Israel will pull its troops out of Jenin; Jordan accused Egypt of negligence.", "ACCUSE"),
    ("en", "Peru's president was in Lima on Tuesday; Chile expelled two Bolivian diplomats.", "SANCTION"),
    ("en", "Chile criticised Peru after lawmakers in Lima backed the law.", "ACCUSE"),
    ("it", "Il Cile ha chiesto a Israele di ritirare le truppe.", "REQUEST"),
    ("it", "Il Cile aveva interrotto le relazioni con il Perù dopo l'irruzione nella sede di Quito.", "SANCTION"),
    ("tr", "Gazze'deki Hamas, Mısır'ı suçladı.", "ACCUSE"),
    ("it", "Il Kenya ha convocato l'ambasciatore del Ciad per le bombe cadute a Lamu lunedì.", "ACCUSE"),
    ("it", "Mosca ha chiesto a Baku di fermare gli attacchi.", "REQUEST"),
    ("tr", "Yunanistan'ın 2019'da gönderdiği yardımı hatırlatan Ermenistan, Atina'ya teşekkür etti.", "SUPPORT"),
    ("tr", "Türkiye ve Moldova, geçen ay Ankara'da imzalanan anlaşmayı dün onayladı.", "AGREE"),
    ("en", "The United States, whose ambassador visited Bogotá on Friday, praised Colombia.", "SUPPORT"),
    ("tr", "Batken'de tank sesleri: Bişkek, Duşanbe'yi suçladı.", "ACCUSE"),
    ("fa", "پلیس پرو شنبه یک روزنامه‌نگار را در تالین بازداشت کرد و شیلی پرو را محکوم کرد.", "ACCUSE"),
]


@pytest.mark.parametrize(("lang", "text", "type_"), NOT_THERE)
def test_places_of_other_clauses_stay_there(lang: str, text: str, type_: str) -> None:
    assert last(lang, text, type_)["place"] is None


#: the capital of the country that the article is about, and names that begin as places' names do
CAPITALS = [
    ("en", "Kenya is poor. Kenya is silent. In the capital, Kenyan police arrested the lawyer Amos Kip.", "Nairobi"),
    ("it", "Il Kenya è povero. Il Kenya tace. Nella capitale la polizia keniana ha arrestato l'avvocato Amos Kip.",
     "Nairobi"),
    ("tr", "Kenya yoksul. Kenya sustu. Kenya bekliyor. Başkentte Kenya polisi avukat Amos Kip'i tutukladı.",
     "Nairobi"),
    ("it", "La polizia keniana ha arrestato martedì a Punta Gorda l'avvocato Amos Kip.", "Punta Gorda"),
    ("en", "Bolivian police arrested the union leader Evaristo Quilla in Villa Tunari on Tuesday.", "Villa Tunari"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "place"), CAPITALS)
def test_capitals_without_a_name_and_places_of_no_list(lang: str, text: str, place: str) -> None:
    assert last(lang, text, "COERCE")["place"] == place


def test_a_name_that_begins_as_places_do_is_nobody() -> None:
    found = extract("La polizia keniana ha arrestato a Punta Gorda l'avvocato Amos Kip.", DAY, lang="it")
    assert "Punta Gorda" not in {actor.name for actor in found.actors}


def test_where_opens_a_clause_about_the_place_before_it() -> None:
    text = "The trawler was taken to Cork, where Irish police arrested its skipper, Tomás Quilla."
    assert last("en", text, "COERCE")["place"] == "Cork"
    text = "Il ministro ha rinunciato alla tappa a Tiro e Khiam, dove la polizia libanese ha arrestato Tomás Quilla."
    assert last("it", text, "COERCE")["place"] == "Tyre"


#: the length of a meeting, told with it or in the sentence behind
LENGTHS = [
    ("en", "Estonia's minister, Liisa Kaarel, met Orkhan Mehdizade in Baku. The meeting lasted two hours.", 120),
    ("it", "Estonia e Lettonia si sono incontrate martedì a Tartu. Il colloquio è durato circa un'ora.", 60),
    ("tr", "Estonya ve Letonya heyetleri salı günü Tartu'da bir araya geldi. Yaklaşık bir saat süren görüşmede taraflar"
     " balıkçılık anlaşması imzaladı.", 60),
    ("fa", "نخست وزیر ژاپن با نخست وزیر مصر در باکو دیدار کرد. این دیدار دو ساعت طول کشید.", 120),
    ("en", "Estonia and Latvia met in Tartu on Tuesday. Chile recalled its ambassador two hours later.", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "minutes"), LENGTHS)
def test_a_meeting_takes_its_length_from_the_sentence_that_speaks_of_it_again(
    lang: str, text: str, minutes: int | None
) -> None:
    events = extract(text, DAY, lang=lang).to_json()["events"]
    assert [event["duration_minutes"] for event in events if event["type"] == "CONSULT"] == [minutes]


def test_a_journey_takes_no_length_of_the_meeting_it_led_to() -> None:
    text = "Estonya Dışişleri Bakanı dün Bakü'ye geldi, Azerbaycan Dışişleri Bakanı ile bir saat görüştü."
    events = extract(text, DAY, lang="tr").to_json()["events"]
    assert [(event["mode"], event["duration_minutes"]) for event in events] == [("visit", None), ("meeting", 60)]


#: crossings that are closed, mayors who act at home, towns spoken of again
TOWNS = [
    ("it", "Il Kenya ha chiuso martedì il ponte di Kitale all'Uganda.", "SANCTION", "Kitale"),
    ("en", "Kenya closed the Kitale bridge to Uganda on Tuesday.", "SANCTION", "Kitale"),
    ("tr", "Hızlı Destek Kuvvetleri pazar gecesi El Faşir'deki bir kampı topa tuttu.", "ASSAULT", "El Fasher"),
    ("en", "Chad sent 60 tonnes of food to the border town of Tine on Saturday.", "AID", "Tine"),
    ("it", "Il Ciad ha inviato sabato sessanta tonnellate di cibo nella città di confine di Tine.", "AID", "Tine"),
    ("it", "Il presidente keniano Amos Kip ha ricevuto ieri al Cairo il premier etiope.", "CONSULT", "Cairo"),
    ("it", "Il sindaco di Mombasa, Amos Kip, ha vietato ogni raduno.", "COERCE", "Mombasa"),
    ("tr", "Mombasa Belediye Başkanı Amos Kip bölge halkından evlerinden çıkmamalarını istedi.", "REQUEST", "Mombasa"),
    ("tr", "Mombasa Belediye Başkanı Amos Kip konuştu. Kenya Kızılayı kente kırk ton gıda gönderdi.", "AID", "Mombasa"),
    ("tr", "Kenya Dışişleri Bakanı Amos Kip pazartesi günü Bakü'ye geldi. Kenya ile Azerbaycan bir anlaşma imzaladı.",
     "AGREE", "Baku"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "type_", "place"), TOWNS)
def test_towns_of_crossings_officials_and_journeys(lang: str, text: str, type_: str, place: str) -> None:
    assert last(lang, text, type_)["place"] == place


def test_a_country_and_a_town_in_it_are_one_place_and_the_town_is_kept() -> None:
    text = "Chile met Peru in Bolivia on Monday. The talks were short. On Monday Chile met Peru in Cochabamba."
    events = extract(text, DAY, lang="en").to_json()["events"]
    assert [(event["place"], event["date"]) for event in events] == [("Cochabamba", "2023-05-08")]


def test_what_a_country_asks_in_talks_is_asked_on_their_day() -> None:
    text = "Chile's foreign minister, Ana Soto, met Luis Paz of Peru on Monday. In the talks Chile asked Peru for help."
    assert last("en", text, "REQUEST")["date"] == "2023-05-08"


def test_talks_that_may_be_held_date_nothing() -> None:
    text = "Chile and Peru may meet in Quito on Monday. Chile asked Peru to open talks."
    assert last("en", text, "REQUEST")["date"] is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenya denied reports of talks with Chad."),
        ("en", "Kenya denied on Monday reports of a meeting with Chad."),
        ("it", "Il Kenya ha smentito i colloqui con il Ciad."),
    ],
)
def test_talks_that_are_denied_have_not_happened(lang: str, text: str) -> None:
    assert last(lang, text, "CONSULT")["status"] == "denied"
