"""What Italian news asks of the extractor: titles with what they are for, bodies, headlines, who said it after all."""

from __future__ import annotations

import pytest

from dateline.extract import extract
from dateline.model import Extraction

PUBLISHED = "2024-05-15"


def read(text: str) -> Extraction:
    return extract(text, PUBLISHED, lang="it")


def names(found: Extraction) -> dict[str, str]:
    return {actor.id: actor.name for actor in found.actors}


def told(text: str) -> list[str]:
    """The events of a text as "TYPE: who > whom (status)"."""
    found = read(text)
    who = names(found)
    return [
        f"{event.type}: {', '.join(who[a] for a in event.source) or '-'} > "
        f"{', '.join(who[a] for a in event.target) or '-'} ({event.status})"
        for event in found.events
    ]


def roles(text: str) -> set[tuple[str, str, str | None]]:
    found = read(text)
    return {(names(found)[role.person], role.office, role.of) for role in found.roles}


def said(text: str) -> list[tuple[str | None, str | None]]:
    found = read(text)
    return [(names(found).get(one.speaker or ""), one.quote) for one in found.statements]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "La viceministra georgiana per gli Argini, Nana Beridze, è a Roma.",
            ("Nana Beridze", "Deputy Minister", "Georgia"),
        ),
        ("Il coordinatore dei portuali dell'Ugtt Moncef Trabzi è a Roma.", ("Moncef Trabzi", "Coordinator", "Ugtt")),
        ("La delegata governativa keniana ai Salari, Wanja Otieno, è a Roma.", ("Wanja Otieno", "Delegate", "Kenya")),
        (
            "L'inviato americano per il bacino del Ciad Dwight Pellerin è a Roma.",
            ("Dwight Pellerin", "Envoy", "United States"),
        ),
        (
            "Il comandante dell'esercito kosovaro, il generale Arben Krasniqi, è a Roma.",
            ("Arben Krasniqi", "Army Commander", "Kosovo"),
        ),
    ],
)
def test_what_a_title_is_for_stands_between_it_and_the_name(text: str, role: tuple[str, str, str]) -> None:
    assert role in roles(text)


def test_whom_an_adviser_advises_is_no_adviser() -> None:
    text = "Il colonnello Faraj Bumtari, consigliere marittimo del generale Ugo Neri, ha visitato la Norvegia."
    assert "Ugo Neri" not in {person for person, _, _ in roles(text)}


def test_a_body_runs_on_in_small_letters_and_is_named_again_by_its_letters() -> None:
    text = "L'Unione generale tunisina del lavoro (Ugtt) è in sciopero. L'Ugtt ha accusato il Marocco."
    assert "ACCUSE: Unione generale tunisina del lavoro > Morocco (occurred)" in told(text)


def test_an_infinitive_belongs_to_no_body() -> None:
    found = read("Il Kenya ha chiesto alla Corte africana di intervenire subito.")
    assert not [actor.name for actor in found.actors if "intervenire" in actor.name]


def test_police_without_an_article_is_only_of_which_kind() -> None:
    assert "Police of Kenya" in names(read("La polizia keniana ha arrestato due uomini.")).values()
    generic = names(read("Due agenti di polizia hanno visto il Kenya."))
    assert not [name for name in generic.values() if "Police" in name]


def test_a_headline_opens_with_a_noun_or_a_participle() -> None:
    assert told("Raid israeliano su Damasco, due morti") == ["ASSAULT: Israel > Syria (occurred)"]
    assert told("Arrestato a Lahore l'oppositore Imran Batur") == ["COERCE: - > Imran Batur (occurred)"]


def test_a_word_that_only_an_accent_makes_a_verb() -> None:
    assert told("La Corea del Nord guarda verso il Giappone.") == []
    assert told("La Corea del Nord versò due milioni al Giappone.") == ["AID: North Korea > Japan (occurred)"]


def test_what_stands_before_of_lends_its_place() -> None:
    assert told("La Russia ha aperto il fuoco contro una postazione dell'Unifil.") == [
        "ASSAULT: Russia > UNIFIL (occurred)"
    ]
    met = told("La Russia ha incontrato a Londra i rappresentanti del governo britannico.")
    assert met == ["CONSULT: Russia > United Kingdom (occurred)"]


def test_numbers_hide_no_preposition() -> None:
    assert told("Il Canada ha negato il visto a cinque funzionari georgiani.") == [
        "REJECT: Canada > Georgia (occurred)"
    ]


def test_a_persons_nation_stands_before_the_name() -> None:
    met = told("Anna Verdi ha incontrato a Roma il giordano Omar Nassar.")
    assert met == ["CONSULT: Anna Verdi > Omar Nassar (occurred)"]


def test_lo_ha_detto_tells_whose_the_sentence_before_was() -> None:
    quote = "Il piano è pronto e sarà presentato la prossima settimana a tutti"
    assert said(f"«{quote}». Lo ha detto il ministro lituano Jonas Petraitis.") == [("Jonas Petraitis", quote)]
    [(speaker, _)] = said("Il numero delle vittime è salito a trenta. Lo riferisce la Guardia costiera turca.")
    assert speaker == "Coast Guard of Turkey"


def test_a_verb_of_saying_without_a_subject_looks_back_over_the_sentence() -> None:
    text = (
        "Il ministro lituano Jonas Petraitis ha ringraziato la Polonia. "
        "«Non ci sono più dubbi su questo», ha commentato, ricordando l'accordo che la Svezia ha respinto."
    )
    assert said(text)[-1][0] == "Jonas Petraitis"


def test_a_gerund_shares_the_object_and_a_visit_its_purpose() -> None:
    accused = told("La Svezia ha espulso l'attivista Darya Lukina, accusandola di spionaggio.")
    assert "ACCUSE: Sweden > Darya Lukina (occurred)" in accused
    met = told("Anna Verdi si recherà a Oslo per incontrare il giurista Omar Nassar.")
    assert "CONSULT: Anna Verdi > Omar Nassar (planned)" in met


def test_a_word_behind_an_article_is_a_body_once_it_acts() -> None:
    assert told("La Cgil ha proclamato uno sciopero contro il governo keniano.") == ["PROTEST: Cgil > Kenya (occurred)"]
    assert "Quadrante" not in names(read("La nave è arrivata nel Quadrante dopo il Kenya.")).values()


def test_who_said_the_sentence_before_may_stand_behind_an_infinitive() -> None:
    text = "Il piano è stato ritirato dopo una lunga notte. Ad annunciarlo è stato il ministro lituano Jonas Petraitis."
    assert [speaker for speaker, _ in said(text)] == ["Jonas Petraitis"]


def test_a_verb_that_opens_its_sentence_has_its_subject_behind() -> None:
    assert told("Si è dimesso ieri il premier lettone Janis Berzins.") == ["CONCEDE: Janis Berzins > - (occurred)"]


def test_behind_a_preposition_no_verb_stands_in_the_present() -> None:
    assert told("La Polonia e la Corte di giustizia dell'Ue restano lontane.") == []


def test_a_clause_between_commas_has_its_own_subject() -> None:
    text = "La Svezia, qualora la Polonia lo chiedesse, invierebbe aiuti alla Moldova."
    assert told(text) == ["AID: Sweden > Moldova (conditional)"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Non è accettabile che i civili paghino», così il ministro lituano Jonas Petraitis.", "Jonas Petraitis"),
        ("Per il ministro lituano Jonas Petraitis, «è un segnale di debolezza».", "Jonas Petraitis"),
        ("La replica della Svezia non si è fatta attendere: «Risponderemo a ogni accusa».", "Sweden"),
        ("In una nota la Svezia precisa che «la situazione resta molto difficile».", "Sweden"),
    ],
)
def test_quoted_words_have_a_speaker_without_a_verb(text: str, speaker: str) -> None:
    assert [one for one, _ in said(text)] == [speaker]


def test_what_came_of_an_act_is_no_act_of_its_own() -> None:
    assert told("La Svezia ha bombardato la Polonia, uccidendo due soldati polacchi.") == [
        "ASSAULT: Sweden > Poland (occurred)"
    ]


def test_a_body_behind_its_nations_adjective() -> None:
    assert told("Il gruppo energetico tedesco Rwe ha accusato la russa Gazprom.") == [
        "ACCUSE: Rwe > Gazprom (occurred)"
    ]


def test_who_claims_behind_the_comma_backs_nobody() -> None:
    assert [
        event for event in told("La Svezia ha ignorato ogni avviso, sostiene la Polonia.") if "SUPPORT" in event
    ] == []


def test_whose_weapon_strikes_and_whose_company_acts() -> None:
    assert "ASSAULT: Houthis > Israel (occurred)" in told(
        "Un drone lanciato dagli Houthi ha colpito un palazzo israeliano."
    )
    assert told(
        "Il Canada, seguito dall'Australia, ha annunciato il congelamento dei beni di sei ufficiali birmani."
    ) == ["SANCTION: Canada > Myanmar (occurred)"]


def test_whose_founder_without_an_article() -> None:
    assert ("Ugo Neri", "Founder", "Quadrante") in roles("Il fondatore di Quadrante Ugo Neri è a Roma.")


def test_what_befalls_a_nations_things_befalls_it() -> None:
    assert told("Le milizie hanno lanciato razzi contro la base americana.")[0].endswith("> United States (occurred)")
    assert told("La Svezia ha lanciato missili contro obiettivi russi.") == ["ASSAULT: Sweden > Russia (occurred)"]


def test_sarebbe_arrivato_is_hearsay_of_what_was_done() -> None:
    [arrived] = told("Il ministro turco Cemal Aydin sarebbe arrivato in Libia.")
    assert arrived == "CONSULT: Cemal Aydin > Libya (conditional)"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("È stata la Svezia a mediare tra Ciad e Sudan.", "CONSULT: Sweden > Chad, Sudan (occurred)"),
        ("Sarebbero stati i servizi russi ad avvelenare Ugo Neri.", "ASSAULT: Russia > Ugo Neri (conditional)"),
        ("Le sanzioni americane contro Cuba sono state inasprite.", "SANCTION: United States > Cuba (occurred)"),
        ("Ritirato l'ambasciatore spagnolo da Buenos Aires.", "SANCTION: Spain > Argentina (occurred)"),
        ("Londra starebbe per inviare truppe in Moldova.", "MOBILIZE: United Kingdom > Moldova (planned)"),
    ],
)
def test_who_acts_in_clefts_and_passives(text: str, event: str) -> None:
    assert event in told(text)


def test_a_party_is_no_verb_in_a_title() -> None:
    text = "Mahamadou Issa, leader del principale partito di opposizione nigerino, è stato scarcerato."
    assert roles(text) == {("Mahamadou Issa", "Leader", "Niger")}
    assert told(text) == ["CONCEDE: - > Mahamadou Issa (occurred)"]


def test_one_who_strikes_nobody_plays() -> None:
    assert told("L'attaccante Dusan Perin ha colpito due volte nel primo tempo.") == []


def test_a_nations_lorry_is_not_the_nation() -> None:
    assert told("Un camion polacco ha invaso la corsia opposta.") == []


def test_an_aside_parts_no_object() -> None:
    text = "Anna Verdi ha sentito al telefono, per venti minuti, il giurista Omar Nassar."
    assert told(text) == ["CONSULT: Anna Verdi > Omar Nassar (occurred)"]
