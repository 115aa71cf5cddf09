from __future__ import annotations

import pytest

from pipeline.lexicon import FormIndex, Lexicon
from pipeline.lexicon.schema import Bloc, People, Place


def codes(text: str) -> list[str]:
    return text.split()


STATES = codes("""
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF
CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI
FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT
MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT
ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON
TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""")
"""Members of the United Nations."""

OTHERS = codes("""
ABW AIA ALA ASM BES BLM BMU CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG IMN IOT JEY MAC MAF MNP MSR
MTQ MYT NCL NFK NIU PCN PRI PSE PYF REU SHN SJM SPM SXM TCA TKL TWN VAT VGB VIR WLF XKX
""")
"""Other states and inhabited territories with a code. Without people: ATA, ATF, BVT, HMD, SGS, UMI."""

US_STATES = codes("""
AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
RI SC SD TN TX UT VT VA WA WV WI WY
""")


@pytest.fixture(scope="module")
def places(lexicon: Lexicon) -> FormIndex[Place]:
    return FormIndex((place, form) for place in lexicon.entries(Place).values() for form in place.forms())


@pytest.fixture(scope="module")
def peoples(lexicon: Lexicon) -> FormIndex[Place | People]:
    demonyms = [(place, form) for place in lexicon.entries(Place).values() for form in place.peoples()]
    groups = [(people, form) for people in lexicon.entries(People).values() for form in people.forms()]
    return FormIndex([*demonyms, *groups])


def test_places_hold_every_code_once_and_no_other(lexicon: Lexicon) -> None:
    countries = [place for place in lexicon.entries(Place).values() if place.kind == "country"]
    assert sorted(place.country for place in countries) == sorted([*STATES, *OTHERS])
    assert all(place.id == place.country for place in countries)


def test_places_name_only_codes_that_are_countries(lexicon: Lexicon) -> None:
    known = {*STATES, *OTHERS}
    for place in lexicon.entries(Place).values():
        assert (place.country == "") is (place.kind == "area"), place.id
        assert place.country in known | {""}, place.id
        assert place.kind == "country" or not (place.capitals or place.weak_capitals), place.id
    assert {people.country for people in lexicon.entries(People).values()} <= known | {""}
    for bloc in lexicon.entries(Bloc).values():
        assert set(bloc.members) <= known, bloc.id
        assert len(set(bloc.members)) == len(bloc.members), bloc.id


@pytest.mark.parametrize("code", STATES)
def test_places_of_states_have_demonyms_and_capitals(lexicon: Lexicon, code: str) -> None:
    state = lexicon.entries(Place)[code]
    assert state.demonyms or state.weak_demonyms
    # A city-state is its capital; Brussels and Victoria are other things first; Grenada's and Antigua's are two
    # cities of saints' names.
    if code not in {"ATG", "BEL", "MCO", "SGP", "SMR", "SYC"}:
        assert state.capitals or state.weak_capitals


@pytest.mark.parametrize("code", US_STATES)
def test_places_hold_every_us_state_by_its_weak_postal_code(lexicon: Lexicon, code: str) -> None:
    (state,) = [
        place
        for place in lexicon.entries(Place).values()
        if place.country == "USA" and place.kind == "region" and code in place.weak_aliases
    ]
    assert code not in state.aliases


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("U.S.", "USA"), ("US", "USA"), ("USA", "USA"), ("U.S.A.", "USA"), ("United States", "USA"),
        ("UNITED STATES", "USA"), ("Washington", "USA"), ("Washington, D.C.", "USA"), ("New York", "USA"),
        ("Britain", "GBR"), ("UK", "GBR"), ("U.K.", "GBR"), ("Great Britain", "GBR"), ("London", "GBR"),
        ("Scotland", "GBR"), ("Northern Ireland", "GBR"), ("Ireland", "IRL"),
        ("Burma", "MMR"), ("Myanmar", "MMR"), ("Rangoon", "MMR"), ("Naypyidaw", "MMR"), ("Rakhine", "MMR"),
        ("Ivory Coast", "CIV"), ("Côte d’Ivoire", "CIV"), ("Cote d'Ivoire", "CIV"), ("Abidjan", "CIV"),
        ("North Korea", "PRK"), ("DPRK", "PRK"), ("N. Korea", "PRK"), ("Pyongyang", "PRK"), ("Yongbyon", "PRK"),
        ("South Korea", "KOR"), ("Republic of Korea", "KOR"), ("Seoul", "KOR"),
        ("Zaire", "COD"), ("DR Congo", "COD"), ("Democratic Republic of Congo", "COD"), ("Goma", "COD"),
        ("Congo-Brazzaville", "COG"), ("Republic of Congo", "COG"), ("Equatorial Guinea", "GNQ"), ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"), ("Papua New Guinea", "PNG"), ("Niger", "NER"), ("Nigeria", "NGA"),
        ("Niger Delta", "NGA"), ("Rhodesia", "ZWE"), ("Swaziland", "SWZ"), ("Upper Volta", "BFA"),
        ("Soviet Union", "RUS"), ("USSR", "RUS"), ("Yugoslavia", "SRB"), ("Serbia and Montenegro", "SRB"),
        ("Czechoslovakia", "CZE"), ("Czechia", "CZE"), ("East Germany", "DEU"), ("Bonn", "DEU"),
        ("Macedonia", "MKD"), ("Kosovo", "XKX"), ("Bosnia", "BIH"), ("Republika Srpska", "BIH"),
        ("Crimea", "UKR"), ("Donbas", "UKR"), ("Donbass", "UKR"), ("Donetsk People's Republic", "UKR"),
        ("Kiev", "UKR"), ("Kyiv", "UKR"), ("Odessa", "UKR"), ("Transnistria", "MDA"), ("Abkhazia", "GEO"),
        ("South Ossetia", "GEO"), ("Nagorno-Karabakh", "AZE"), ("Chechnya", "RUS"), ("Kaliningrad", "RUS"),
        ("St. Petersburg", "RUS"), ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Northern Cyprus", "CYP"),
        ("Taiwan", "TWN"), ("Hong Kong", "HKG"), ("HKSAR", "HKG"), ("Macau", "MAC"), ("Macao", "MAC"),
        ("Xinjiang", "CHN"), ("East Turkestan", "CHN"), ("Tibet", "CHN"), ("PRC", "CHN"), ("Peking", "CHN"),
        ("Gaza", "PSE"), ("Gaza Strip", "PSE"), ("West Bank", "PSE"), ("East Jerusalem", "PSE"), ("Ramallah", "PSE"),
        ("Jerusalem", "ISR"), ("Tel Aviv", "ISR"), ("Golan Heights", "SYR"), ("UAE", "ARE"), ("Dubai", "ARE"),
        ("Iraqi Kurdistan", "IRQ"), ("Darfur", "SDN"), ("South Sudan", "SSD"), ("Tigray", "ETH"),
        ("Somaliland", "SOM"), ("Western Sahara", "ESH"), ("Zanzibar", "TZA"), ("Cabinda", "AGO"),
        ("Alberta", "CAN"), ("British Columbia", "CAN"), ("Quebec", "CAN"), ("Québec", "CAN"), ("Ottawa", "CAN"),
        ("Vatican", "VAT"), ("Holy See", "VAT"), ("The Hague", "NLD"), ("Brussels", "BEL"), ("Geneva", "CHE"),
        ("Guantánamo Bay", "USA"), ("Puerto Rico", "PRI"), ("Falklands", "FLK"), ("East Timor", "TLS"),
        ("Bombay", "IND"), ("Saigon", "VNM"), ("Cambodia", "KHM"), ("Kampuchea", "KHM"),
        ("Middle East", ""), ("Black Sea", ""), ("Balkans", ""), ("Europe", ""), ("Gulf", ""), ("Kashmir", ""),
        ("Kurdistan", ""), ("Strait of Hormuz", ""), ("Latin America", ""), ("Horn of Africa", ""),
    ],
)  # fmt: skip
def test_places_strong_forms(places: FormIndex[Place], form: str, code: str) -> None:
    match = places.find(form)[0]
    assert match.entry.country == code
    assert match.form.strong


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("Georgia", ["GEO", "georgia-us"]),
        ("Congo", ["COD", "COG"]),
        ("Korea", ["KOR", "PRK"]),
        ("North", ["PRK"]),
        ("Jordan", ["JOR"]),
        ("Chad", ["TCD"]),
        ("America", ["USA"]),
        ("Holland", ["NLD"]),
        ("Santiago", ["CHL"]),
        ("Victoria", ["victoria-australia"]),
        ("Punjab", ["punjab-india", "punjab-pakistan"]),
        ("Male", ["MDV"]),
        ("CA", ["california"]),
        ("Calif.", ["california"]),
        ("B.C.", ["british-columbia"]),
        ("IN", ["indiana"]),
        ("Emirates", ["ARE"]),
        ("Hague", ["the-hague"]),
        ("Split", ["split"]),
        ("Nice", ["nice"]),
        ("Lincoln", ["lincoln"]),
    ],
)
def test_places_weak_forms_in_order_of_what_they_mostly_mean(
    places: FormIndex[Place], form: str, ids: list[str]
) -> None:
    matches = places.find(form)
    assert [match.entry.id for match in matches] == ids
    assert not any(match.form.strong for match in matches)


@pytest.mark.parametrize(
    "text",
    ["us", "Us", "turkey", "china", "chad", "jordan", "male", "nice", "split", "in", "ca", "guinea", "the north",
     "states", "America's", "New", "Guinea pig", "polish", "Springfield", "U.N.", "Magnitsky", "South Block",
     "Brussels sprouts"],
)  # fmt: skip
def test_places_near_misses(places: FormIndex[Place], text: str) -> None:
    assert places.find(text) == []


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("American", "USA"), ("Americans", "USA"), ("Texan", "USA"), ("British", "GBR"), ("Briton", "GBR"),
        ("Britons", "GBR"), ("Scottish", "GBR"), ("Frenchman", "FRA"), ("French", "FRA"), ("Dutch", "NLD"),
        ("Dane", "DNK"), ("Danish", "DNK"), ("Swede", "SWE"), ("Spaniards", "ESP"), ("Turks", "TUR"), ("Poles", "POL"),
        ("Chinese", "CHN"), ("CHINESE", "CHN"), ("Taiwanese", "TWN"), ("Hong Kongers", "HKG"), ("North Korean", "PRK"),
        ("South Koreans", "KOR"), ("Burmese", "MMR"), ("Iraqi", "IRQ"), ("Iraqis", "IRQ"), ("Iranians", "IRN"),
        ("Saudi", "SAU"), ("Emirati", "ARE"), ("Israelis", "ISR"), ("Palestinian", "PSE"), ("Nigerien", "NER"),
        ("Nigerian", "NGA"), ("Ivorian", "CIV"), ("Zairean", "COD"), ("South Sudanese", "SSD"), ("Sudanese", "SDN"),
        ("Equatorial Guinean", "GNQ"), ("Guinean", "GIN"), ("Soviet", "RUS"), ("Yugoslav", "SRB"),
        ("East German", "DEU"), ("Rhodesian", "ZWE"), ("Kosovar", "XKX"), ("Belarusian", "BLR"),
        ("Belarussian", "BLR"), ("Kyrgyz", "KGZ"), ("Filipina", "PHL"), ("Philippine", "PHL"), ("Malagasy", "MDG"),
        ("Québécois", "CAN"), ("Crimean", "UKR"), ("European", ""), ("Latin American", ""), ("African", ""),
        ("Uighur", "CHN"), ("Uyghurs", "CHN"), ("Tibetan", "CHN"), ("Falun Gong", "CHN"), ("Rohingya", "MMR"),
        ("Chechens", "RUS"), ("Crimean Tatars", "UKR"), ("Bosnian Serb", "BIH"), ("Bosnian Serbs", "BIH"),
        ("Greek Cypriot", "CYP"), ("Turkish Cypriots", "CYP"), ("Kurds", ""), ("Kurdish", ""), ("Muslims", ""),
        ("Moslem", ""), ("Sunni", ""), ("Shi'ite", ""), ("Shi’ites", ""), ("Jewish", ""), ("Arab", ""),
        ("Native American", "USA"), ("Cuban-American", "USA"), ("Yazidis", "IRQ"), ("Baha'i", "IRN"),
    ],
)  # fmt: skip
def test_places_strong_demonyms_and_peoples(peoples: FormIndex[Place | People], form: str, code: str) -> None:
    (match,) = peoples.find(form)
    assert match.form.strong
    assert match.entry.country == code


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("Georgian", ["GEO", "georgia-us"]),
        ("Dominican", ["DOM", "DMA"]),
        ("Congolese", ["COD", "COG"]),
        ("Korean", ["KOR", "PRK"]),
        ("Finn", ["FIN"]),
        ("Serb", ["SRB"]),
        ("English", ["england"]),
        ("Western", ["west"]),
        ("Karen", ["karen"]),
        ("Victorian", ["victoria-australia"]),
    ],
)
def test_places_weak_demonyms(peoples: FormIndex[Place | People], form: str, ids: list[str]) -> None:
    matches = peoples.find(form)
    assert [match.entry.id for match in matches] == ids
    assert not any(match.form.strong for match in matches)


@pytest.mark.parametrize(
    "text", ["polish", "german", "Turkey", "jews", "America", "pole", "swiss", "Finnegan", "karen"]
)
def test_places_near_misses_of_demonyms(peoples: FormIndex[Place | People], text: str) -> None:
    assert peoples.find(text) == []


def test_places_forms_start_with_no_article_in_lower_case(lexicon: Lexicon) -> None:
    starts = [form.text for place in lexicon.entries(Place).values() for form in (*place.forms(), *place.peoples())]
    assert [text for text in starts if text.startswith(("the ", "The ")) and text[4:] not in {"Hague"}] == [
        "The Gambia", "The Bahamas",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "members"),
    [
        ("E3", {"FRA", "DEU", "GBR"}),
        ("Baltic states", {"EST", "LVA", "LTU"}),
        ("Five Eyes", {"AUS", "CAN", "NZL", "GBR", "USA"}),
        ("Nordic countries", {"DNK", "FIN", "ISL", "NOR", "SWE"}),
        ("P5+1", {"CHN", "FRA", "DEU", "RUS", "GBR", "USA"}),
    ],
)
def test_places_blocs(lexicon: Lexicon, form: str, members: set[str]) -> None:
    blocs = FormIndex((bloc, form) for bloc in lexicon.entries(Bloc).values() for form in bloc.forms())
    (match,) = blocs.find(form)
    assert set(match.entry.members) == members
