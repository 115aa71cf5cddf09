from __future__ import annotations

import re

import pytest

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Body, Law, Place


@pytest.fixture(scope="module")
def laws(lexicon: Lexicon) -> FormIndex[Law]:
    return FormIndex((law, form) for law in lexicon.entries(Law).values() for form in law.forms())


def test_laws_have_known_issuers_and_targets(lexicon: Lexicon) -> None:
    states = {place.id for place in lexicon.entries(Place).values() if place.kind == "country"}
    issuers = states | {body.code for body in lexicon.entries(Body).values() if body.sender}
    for law in lexicon.entries(Law).values():
        assert law.issuer in issuers, law.id
        assert set(law.targets) <= states, law.id
        for values in (law.targets, law.measures, law.reasons):
            assert len(set(values)) == len(values), law.id


def test_laws_without_a_sanction_resting_on_them_have_no_programme_and_no_measure(lexicon: Lexicon) -> None:
    beside = [law for law in lexicon.entries(Law).values() if not law.basis]
    assert beside
    assert [law.id for law in beside if law.programme or law.measures] == []


def test_laws_keep_the_programmes_keys(lexicon: Lexicon) -> None:
    every = lexicon.entries(Law)
    for law in every.values():
        assert re.fullmatch(r"([A-Z]{2,5}-[A-Z0-9-]+)?", law.programme), law.id
        # A law named by a programme's key is that programme's.
        assert law.programme in {law.id, ""} or law.id not in {other.programme for other in every.values()}, law.id


def test_laws_of_the_security_council_bear_their_number_and_year(lexicon: Lexicon) -> None:
    for law in lexicon.entries(Law).values():
        if number := re.fullmatch(r"Resolution (\d+) \((\d{4})\)", law.name):
            assert law.issuer == "UN", law.id
            assert f"resolution {number[1]}" in law.aliases, law.id
            assert law.id in {f"UN-SC{number[1]}", "UN-SCISIL"}, law.id
            assert 1946 <= int(number[2]) <= 2026, law.id


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("Executive Order 13818", "US-GLOMAG"), ("EO 13818", "US-GLOMAG"), ("E.O. 13818", "US-GLOMAG"),
        ("executive order 13818", "US-GLOMAG"), ("Global Magnitsky Act", "US-GLOMAG"),
        ("Global Magnitsky Human Rights Accountability Act", "US-GLOMAG"),
        ("Sergei Magnitsky Rule of Law Accountability Act", "US-MAGNITSKY"), ("Executive Order 13694", "US-CYB"),
        ("Justice for Victims of Corrupt Foreign Officials Act", "CA-JVCFOA"), ("Sergei Magnitsky Law", "CA-JVCFOA"),
        ("Special Economic Measures Act", "CA-SEMA"), ("Special Economic Measures (Russia) Regulations", "CA-SEMA-RUS"),
        ("Regulation (EU) 2020/1998", "EU-HR"), ("Council Regulation (EU) 2020/1998", "EU-HR"),
        ("Council Decision (CFSP) 2020/1999", "EU-HR"), ("EU Global Human Rights Sanctions Regime", "EU-HR"),
        ("Regulation (EU) No 833/2014", "EU-RUS"), ("Regulation 833/2014", "EU-RUS"),
        ("Common Position 2001/931/CFSP", "EU-TERR"), ("EU Blocking Statute", "EU-US-LEG"),
        ("Global Human Rights Sanctions Regulations 2020", "GB-HR"), ("SAMLA", "GB-SAMLA"),
        ("Sanctions and Anti-Money Laundering Act", "GB-SAMLA"), ("Autonomous Sanctions Act", "AU-AUTONOMOUS"),
        ("Russia Sanctions Act", "NZ-RSA2022"), ("Embargo Act", "CH-EMBARGO-ACT"),
        ("Resolution 1718", "UN-SC1718"), ("resolution 1718", "UN-SC1718"), ("RESOLUTION 1718", "UN-SC1718"),
        ("Resolution 1718 (2006)", "UN-SC1718"), ("UNSCR 1718", "UN-SC1718"), ("S/RES/1718 (2006)", "UN-SC1718"),
        ("Resolution 661", "UN-SC661"), ("resolution 687", "UN-SC687"), ("Resolution 748", "UN-SC748"),
        ("Resolution 757", "UN-SC757"), ("Resolution 841", "UN-SC841"), ("Resolution 883", "UN-SC883"),
        ("Resolution 986", "UN-SC986"), ("Resolution 1267", "UN-SC1267"), ("Resolution 1483", "UN-SC1483"),
        ("Resolution 1591", "UN-SC1591"), ("Resolution 1695", "UN-SC1695"), ("Resolution 1737", "UN-SC1737"),
        ("Resolution 1747", "UN-SC1747"), ("Resolution 1803", "UN-SC1803"), ("Resolution 1874", "UN-SC1874"),
        ("Resolution 1929", "UN-SC1929"), ("Resolution 1970", "UN-SC1970"), ("Resolution 1973", "UN-SC1973"),
        ("Resolution 2087", "UN-SC2087"), ("Resolution 2094", "UN-SC2094"), ("Resolution 2231", "UN-SC2231"),
        ("Resolution 2270", "UN-SC2270"), ("Resolution 2321", "UN-SC2321"), ("Resolution 2371", "UN-SC2371"),
        ("Resolution 2375", "UN-SC2375"), ("Resolution 2397", "UN-SC2397"),
        ("Chapter VII of the UN Charter", "UN-CHAPTER-VII"), ("Chapter 7 of the UN charter", "UN-CHAPTER-VII"),
        ("Helms-Burton Act", "US-HELMS-BURTON"), ("Helms-Burton law", "US-HELMS-BURTON"),
        ("LIBERTAD Act", "US-HELMS-BURTON"), ("Iran and Libya Sanctions Act", "US-ISA"), ("ILSA", "US-ISA"),
        ("D’Amato law", "US-ISA"), ("CAATSA", "US-CAATSA"),
        ("Countering America’s Adversaries Through Sanctions Act", "US-CAATSA"),
        ("Jackson-Vanik amendment", "US-JACKSON-VANIK"), ("Trading with the Enemy Act", "US-TWEA"),
        ("International Emergency Economic Powers Act", "US-IEEPA"), ("IEEPA", "US-IEEPA"), ("JCPOA", "JCPOA"),
        ("Iran nuclear deal", "JCPOA"), ("Comprehensive Anti-Apartheid Act", "US-CAAA"), ("Caesar Act", "US-CAESAR"),
        ("Hong Kong Autonomy Act", "US-HONGKONG"), ("Uyghur Human Rights Policy Act", "US-UHRPA"),
        ("Burma JADE Act", "US-JADE"), ("Leahy law", "US-LEAHY"), ("Export Administration Act", "US-EAA"),
        ("Entity List", "US-BIS-EL"), ("SDN list", "US-SDN"), ("Kingpin Act", "US-NARCO"), ("NICA Act", "US-NICA"),
        ("RENACER Act", "US-RENACER"), ("VERDAD Act", "US-VERDAD"), ("PEESA", "US-PEESA"),
        ("Article 7 of the Treaty on European Union", "EU-ARTICLE-7"), ("Cotonou Agreement", "EU-COTONOU"),
        ("Criminal Finances Act", "GB-CRIMINAL-FINANCES"), ("Dima Yakovlev law", "RU-DIMA-YAKOVLEV"),
        ("Anti-Foreign Sanctions Law", "CN-AFSL"), ("unreliable entity list", "CN-UEL"),
        ("state sponsors of terrorism list", "US-STATE-SPONSORS"),
    ],
)  # fmt: skip
def test_laws_strong_forms(laws: FormIndex[Law], form: str, key: str) -> None:
    match = laws.find(form)[0]
    assert match.entry.id == key
    assert match.form.strong


@pytest.mark.parametrize(
    ("form", "issuers"),
    [
        ("Magnitsky law", {"USA", "CAN", "GBR", "EU", "AUS", "EST", "LVA", "LTU"}),
        ("Magnitsky Act", {"USA", "CAN", "GBR", "EU", "AUS", "EST", "LVA", "LTU"}),
        ("terror list", {"USA", "CAN", "GBR", "EU", "AUS"}),
        ("Sanctions Act", {"GBR", "NLD", "NOR"}),
        ("nuclear deal", {"UN"}),
        ("Chapter 7", {"UN"}),
        ("blocking statute", {"EU"}),
        ("Article 96", {"EU"}),
    ],
)
def test_laws_weak_forms_are_for_the_sender_to_decide(laws: FormIndex[Law], form: str, issuers: set[str]) -> None:
    matches = laws.find(form)
    assert not any(match.form.strong for match in matches)
    assert {match.entry.issuer for match in matches} == issuers


@pytest.mark.parametrize("key", ["JCPOA", "MINSK", "NPT", "DAYTON", "CN-NSL-HK", "UN-SC1441", "UN-SC1172"])
def test_laws_that_are_no_ground_of_sanctions(lexicon: Lexicon, key: str) -> None:
    assert not lexicon.entries(Law)[key].basis


@pytest.mark.parametrize(
    "text",
    ["Magnitsky", "Sergei Magnitsky", "Executive Order", "Executive Order 1381", "Resolution", "Resolution 171",
     "resolution", "blacklist", "sema", "Sanctions", "act", "Regulation", "Security Council Resolution 1718", "list"],
)  # fmt: skip
def test_laws_near_misses(laws: FormIndex[Law], text: str) -> None:
    assert laws.find(text) == []


def test_laws_tell_what_they_provide_for(lexicon: Lexicon) -> None:
    law = lexicon.entries(Law)["CA-JVCFOA"]
    assert (law.issuer, law.programme, law.targets) == ("CAN", "CA-JVCFOA", ())
    assert set(law.measures) == {"asset_freeze", "travel_ban", "financial_restrictions"}
    assert set(law.reasons) == {"human_rights", "corruption"}
