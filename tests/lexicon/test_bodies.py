from __future__ import annotations

import pytest

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Body, GenericBody, Place

CODES = """
    ADB AFDB AIIB ALBA ANDEAN_COMMUNITY APEC ARAB_LEAGUE ASEAN AU AUSTRALIA_GROUP BIS CARICOM CELAC CEMAC CIS COCOM
    COMESA COMMONWEALTH COUNCIL_OF_EUROPE CSTO CTBTO EAC EAEU EBRD ECCAS ECOWAS EFTA EGMONT EU FATF FRANCOPHONIE G20
    G7 G77 G8 GCC IADB IAEA ICAO ICC IEA IGAD ILO IMF IMO INTERPOL IPAC IPU ITU KEDO KIMBERLEY_PROCESS LIMA_GROUP
    LONDON_CLUB MERCOSUR MSMT MTCR NATO NON_ALIGNED NSG OAPEC OAS OECD OHR OIC OPCW OPEC OSCE PACIFIC_ISLANDS_FORUM
    PARIS_CLUB RIO_GROUP SAARC SADC SCO SICA SWIFT UEMOA UN UNASUR WARSAW_PACT WASSENAAR WCO WEU WORLD_BANK WTO
"""
"""Codes of bodies that the column ``senders`` may print beside ISO codes."""


@pytest.fixture(scope="module")
def states(lexicon: Lexicon) -> dict[str, Place]:
    return {place.id: place for place in lexicon.entries(Place).values() if place.kind == "country"}


@pytest.fixture(scope="module")
def bodies(lexicon: Lexicon) -> FormIndex[Body]:
    return FormIndex((body, form) for body in lexicon.entries(Body).values() for form in body.forms())


@pytest.fixture(scope="module")
def generics(lexicon: Lexicon) -> FormIndex[GenericBody]:
    return FormIndex((body, form) for body in lexicon.entries(GenericBody).values() for form in body.forms())


def test_bodies_act_for_known_codes(lexicon: Lexicon, states: dict[str, Place]) -> None:
    every = lexicon.entries(Body).values()
    assert {body.code for body in every if body.code and body.code not in states} == set(CODES.split())
    for body in every:
        assert not body.sender or body.code, body.id
        assert not (body.code and body.country), body.id
        assert body.country in states or not body.country, body.id
    for generic in lexicon.entries(GenericBody).values():
        assert set(generic.countries) <= set(states), generic.id
        assert len(set(generic.countries)) == len(generic.countries), generic.id


@pytest.mark.parametrize("kind", ["armed_group", "media", "ngo", "company", "court"])
def test_bodies_that_decide_no_sanctions_are_no_senders(lexicon: Lexicon, kind: str) -> None:
    assert [body.id for body in lexicon.entries(Body).values() if body.kind == kind and body.sender] == []


def test_bodies_leave_the_state_before_them_to_a_mention_of_its_own(
    lexicon: Lexicon, states: dict[str, Place], generics: FormIndex[GenericBody]
) -> None:
    before = {form.text for state in states.values() for form in (*state.forms(), *state.peoples())}
    split = []
    for body in lexicon.entries(Body).values():
        own = {form.text.casefold() for form in body.forms()}
        for form in (*body.aliases, *body.weak_aliases):
            for state, rest in _splits(form):
                if state in before and (rest.casefold() in own or generics.find(rest)):
                    split.append(form)
    # These are proper names as a whole.
    assert sorted(split) == [
        "Chinese Coast Guard", "Eritrean Defense Forces", "Haiti National Police", "Iran Space Agency",
        "Israel Defence Forces", "Israel Security Agency", "Israeli Defense Forces", "North Atlantic alliance",
        "Rwanda Defense Force", "Saudi Arabian Monetary Authority", "Sudan Armed Forces", "Sudan Liberation Army",
        "Sudanese Liberation Army", "Syrian National Army",
    ]  # fmt: skip


def _splits(form: str) -> list[tuple[str, str]]:
    words = form.split(" ")
    return [(" ".join(words[:i]).removesuffix("'s"), " ".join(words[i:])) for i in range(1, len(words))]


@pytest.mark.parametrize(
    ("form", "code", "sender"),
    [
        ("European Union", "EU", True), ("EU", "EU", True), ("E.U.", "EU", True), ("European Community", "EU", True),
        ("European Commission", "EU", True), ("European Council", "EU", True), ("European Parliament", "EU", True),
        ("Council of the European Union", "EU", True), ("European Court of Justice", "EU", False),
        ("United Nations", "UN", True), ("UN", "UN", True), ("U.N.", "UN", True), ("Security Council", "UN", True),
        ("UN Security Council", "UN", True), ("U.N. Security Council", "UN", True), ("UNSC", "UN", True),
        ("U.N. General Assembly", "UN", True), ("1718 Committee", "UN", True), ("UN sanctions committee", "UN", True),
        ("UNHCR", "UN", False), ("UNESCO", "UN", False), ("World Health Organization", "UN", False),
        ("African Union", "AU", True), ("ECOWAS", "ECOWAS", True), ("Ecowas", "ECOWAS", True),
        ("Organisation of African Unity", "AU", True), ("Arab League", "ARAB_LEAGUE", True),
        ("Organization of American States", "OAS", True), ("World Bank", "WORLD_BANK", True),
        ("International Monetary Fund", "IMF", True), ("IMF", "IMF", True), ("NATO", "NATO", True),
        ("Nato", "NATO", True), ("OSCE", "OSCE", True), ("ASEAN", "ASEAN", True), ("Asean", "ASEAN", True),
        ("Gulf Cooperation Council", "GCC", True), ("Southern African Development Community", "SADC", True),
        ("Commonwealth Ministerial Action Group", "COMMONWEALTH", True), ("G7", "G7", True), ("G-7", "G7", True),
        ("Group of Seven", "G7", True), ("G8", "G8", True), ("G20", "G20", True), ("Mercosur", "MERCOSUR", True),
        ("IAEA", "IAEA", False), ("OPCW", "OPCW", False), ("International Criminal Court", "ICC", False),
        ("Financial Action Task Force", "FATF", True), ("Interpol", "INTERPOL", True),
        ("White House", "USA", True), ("Treasury Department", "USA", True), ("OFAC", "USA", True),
        ("Department of the Treasury", "USA", True), ("Office of Foreign Assets Control", "USA", True),
        ("State Department", "USA", True), ("Department of State", "USA", True), ("Commerce Department", "USA", True),
        ("Bureau of Industry and Security", "USA", True), ("Pentagon", "USA", True),
        ("Justice Department", "USA", True),
        ("Federal Reserve", "USA", False), ("CIA", "USA", False), ("FBI", "USA", False),
        ("House Foreign Affairs Committee", "USA", True), ("Senate Foreign Relations Committee", "USA", True),
        ("Downing Street", "GBR", True), ("Foreign Office", "GBR", True), ("FCDO", "GBR", True), ("OFSI", "GBR", True),
        ("HM Treasury", "GBR", True), ("House of Lords", "GBR", True), ("Whitehall", "GBR", True),
        ("MI6", "GBR", False),
        ("Global Affairs Canada", "CAN", True), ("Privy Council Office", "CAN", True), ("RCMP", "CAN", False),
        ("DFAT", "AUS", True), ("Department of Foreign Affairs and Trade", "AUS", True), ("Beehive", "NZL", True),
        ("Bundestag", "DEU", True), ("Bundesrat", "DEU", True), ("Élysée Palace", "FRA", True), ("Elysee", "FRA", True),
        ("Quai d’Orsay", "FRA", True), ("SECO", "CHE", True), ("Storting", "NOR", True), ("Riksdag", "SWE", True),
        ("Dáil", "IRL", True), ("Sejm", "POL", True), ("Verkhovna Rada", "UKR", True), ("Kremlin", "RUS", True),
        ("Duma", "RUS", True), ("State Duma", "RUS", True), ("Federation Council", "RUS", True), ("FSB", "RUS", False),
        ("GRU", "RUS", False), ("Central Bank of Russia", "RUS", False), ("Zhongnanhai", "CHN", True),
        ("National People’s Congress", "CHN", True), ("Taiwan Affairs Office", "CHN", True), ("Diet", "JPN", True),
        ("METI", "JPN", True), ("Blue House", "KOR", True), ("Lok Sabha", "IND", True), ("Knesset", "ISR", True),
        ("IDF", "ISR", False), ("Islamic Revolutionary Guard Corps", "IRN", False), ("IRGC", "IRN", False),
        ("Revolutionary Guards", "IRN", False), ("Quds Force", "IRN", False), ("Majlis", "IRN", True),
        ("Palestinian Authority", "PSE", False), ("State Law and Order Restoration Council", "MMR", False),
        ("Hezbollah", "LBN", False), ("Hizbollah", "LBN", False), ("Hamas", "PSE", False), ("Taliban", "AFG", False),
        ("Taleban", "AFG", False), ("Al-Qaeda", "", False), ("al-Qaida", "", False), ("ISIS", "", False),
        ("Houthis", "YEM", False), ("Houthi", "YEM", False), ("Wagner Group", "RUS", False), ("UNITA", "AGO", False),
        ("Khmer Rouge", "KHM", False), ("RUF", "SLE", False), ("M23", "COD", False), ("FARC", "COL", False),
        ("Janjaweed", "SDN", False), ("Rapid Support Forces", "SDN", False), ("PKK", "TUR", False),
        ("Sberbank", "RUS", False), ("VTB", "RUS", False), ("Rosneft", "RUS", False), ("Gazprom", "RUS", False),
        ("Huawei", "CHN", False), ("Bank Melli", "IRN", False), ("IRISL", "IRN", False), ("PDVSA", "VEN", False),
        ("Banco Delta Asia", "MAC", False), ("Myanma Oil and Gas Enterprise", "MMR", False),
        ("Xinhua", "CHN", False), ("KCNA", "PRK", False), ("Reuters", "", False), ("Amnesty International", "", False),
        ("Human Rights Watch", "", False),
    ],
)  # fmt: skip
def test_bodies_strong_forms(bodies: FormIndex[Body], form: str, code: str, sender: bool) -> None:
    match = bodies.find(form)[0]
    assert match.entry.code == code
    assert match.entry.sender is sender
    assert match.form.strong or form == "Diet"


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("Brussels", ["EU"]),
        ("Congress", ["us-congress"]),
        ("House", ["us-house-of-representatives"]),
        ("Treasury", ["us-treasury"]),
        ("Department of Justice", ["us-justice-department"]),
        ("Commonwealth", ["COMMONWEALTH"]),
        ("Council", ["council-of-the-eu", "un-security-council"]),
        ("Wagner", ["wagner-group"]),
        ("AU", ["AU"]),
        ("IS", ["islamic-state"]),
        ("ICC", ["ICC"]),
        ("Westminster", ["uk-parliament"]),
        ("Diet", ["diet-japan"]),
        ("The Independent", ["the-independent"]),
        ("Apple", ["apple"]),
    ],
)
def test_bodies_weak_forms(bodies: FormIndex[Body], form: str, ids: list[str]) -> None:
    matches = bodies.find(form)
    assert [match.entry.id for match in matches] == ids
    assert not any(match.form.strong for match in matches)


@pytest.mark.parametrize(
    "text",
    ["un", "Un", "eu", "is", "congress", "house", "apple", "independent", "total", "who", "pentagon", "U.S. Treasury",
     "British Foreign Office", "Iranian parliament", "the Kremlin", "Kremlinology", "Geneva"],
)  # fmt: skip
def test_bodies_near_misses(bodies: FormIndex[Body], text: str) -> None:
    assert bodies.find(text) == []


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("government", "government", ""), ("Government", "government", ""),
        ("foreign ministry", "foreign ministry", ""),
        ("Foreign Ministry", "foreign ministry", ""), ("Ministry of Foreign Affairs", "foreign ministry", ""),
        ("FOREIGN MINISTRY", "foreign ministry", ""), ("Parliament", "parliament", ""),
        ("parliament", "parliament", ""),
        ("central bank", "central bank", ""), ("administration", "administration", ""), ("cabinet", "cabinet", ""),
        ("treasury", "treasury", "USA"), ("Senate", "senate", "USA"), ("congress", "congress", "USA"),
        ("House of Commons", "house of commons", "CAN"), ("Commons", "house of commons", "CAN"),
        ("defence ministry", "defence ministry", ""), ("Defense Ministry", "defence ministry", ""),
        ("National Assembly", "national assembly", ""), ("lower house", "lower house", ""), ("junta", "junta", ""),
        ("Supreme Court", "supreme court", ""), ("election commission", "central election commission", ""),
    ],
)  # fmt: skip
def test_bodies_generic_forms(generics: FormIndex[GenericBody], text: str, name: str, first: str) -> None:
    (match,) = generics.find(text)
    assert match.entry.name == name
    assert not match.form.strong
    assert (*match.entry.countries, "")[0] == first


@pytest.mark.parametrize(
    "text", ["Security Council", "Kremlin", "parliamentary", "bank", "Bundestag", "council", "party"]
)
def test_bodies_generic_near_misses(generics: FormIndex[GenericBody], text: str) -> None:
    assert generics.find(text) == []
