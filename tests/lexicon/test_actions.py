"""Sentences and the sanction actions they tell: rows for the verbs, nouns and stances of ``actions.toml``."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.records import Article
from pipeline.stages import Stages

TOLD = [
    # impose
    ("Norway imposed sanctions on three Belarusian judges on Tuesday.", "impose"),
    ("Three Belarusian judges were sanctioned by Norway for jailing protesters.", "impose"),
    ("The European Union has slapped an arms embargo on Zimbabwe.", "impose"),
    ("Tokyo hit Pyongyang with new economic sanctions after the missile test.", "impose"),
    ("Canada blacklisted two Iranian generals.", "impose"),
    ("The United States designated two Serbian generals.", "impose"),
    ("Washington designated the brigade as a terrorist organization.", "impose"),
    ("The United States froze the assets of a Sudanese militia leader.", "impose"),
    ("Australia barred 12 Russian officials from entering the country.", "impose"),
    ("Switzerland announced sanctions against Myanmar's army chiefs.", "impose"),
    ("The U.N. Security Council adopted a resolution imposing an arms embargo on Liberia.", "impose"),
    ("Britain expanded its sanctions on Belarus.", "impose"),
    ("The imposition of sanctions on Mali by ECOWAS came a day after the coup.", "impose"),
    ("Iran has been under U.S. sanctions since 1979.", "impose"),
    ("Moscow imposed retaliatory sanctions on Canada.", "impose"),
    ("Norway announced that it would freeze the assets of three Serbian generals.", "impose"),
    ("The Security Council approved a resolution on sanctions against Liberia.", "impose"),
    ("Full blocking sanctions on four Belarusian banks that finance the army", "impose"),
    ("The United States revoked a sanctions waiver for Iraq.", "impose"),
    ("Canada sanctioned two Turkish firms accused of evading the embargo on Iran.", "impose"),
    ("Estonia barred a Russian singer from Estonia.", "impose"),
    # threaten
    ("The Security Council demanded that Eritrea leave the town or face sanctions.", "threaten"),
    ("Britain has threatened to seek United Nations sanctions against Sudan.", "threaten"),
    ("European Union ministers will meet on Friday to discuss sanctions on Georgia.", "threaten"),
    ("Washington threatened to impose sanctions on Nicaragua.", "threaten"),
    ("The European Union is considering sanctions against Georgia.", "threaten"),
    ("Germany did not rule out sanctions on Azerbaijan.", "threaten"),
    ("Burundi could face European Union sanctions.", "threaten"),
    ("The United States will impose sanctions on Uganda, the White House said.", "threaten"),
    ("Britain plans to freeze the assets of Russian banks.", "threaten"),
    ("France warned that it would impose sanctions on Lebanon's leaders.", "threaten"),
    # call_for
    ("Lithuania's opposition urged the European Union to impose sanctions on Belarus.", "call_for"),
    ("Ukraine called for sanctions against Iran.", "call_for"),
    ("Human rights groups called on Canada to sanction Chinese officials.", "call_for"),
    ("Forty lawmakers signed a letter asking Japan to impose sanctions on Myanmar's generals.", "call_for"),
    ("Poland wants the EU to ban imports of Russian gas.", "call_for"),
    ("Thousands of marchers across Norway called on the government to sanction Serbia.", "call_for"),
    ("Refugee groups are trying to persuade the European Union to impose sanctions on Eritrea.", "call_for"),
    # propose
    ("The U.S. House of Representatives voted to sanction Cambodian generals.", "propose"),
    ("The agency's board referred Syria to the Security Council for possible sanctions.", "propose"),
    ("Two senators tabled a motion calling for Canada to sanction Iranian judges.", "propose"),
    ("France circulated a draft resolution that would impose an arms embargo on South Sudan.", "propose"),
    ("The European Commission proposed sanctions against Chinese companies.", "propose"),
    # extend
    ("The European Union extended its sanctions against Russia by six months.", "extend"),
    ("The Security Council renewed the arms embargo on Somalia for a year.", "extend"),
    ("EU ministers agreed on Monday to prolong sanctions on Zimbabwe.", "extend"),
    # offer
    ("Washington offered to lift its sanctions on Sudan.", "offer"),
    ("The United States is ready to ease sanctions on Venezuela.", "offer"),
    ("The European Union said it would lift sanctions on Burundi if talks began.", "offer"),
    # ease
    ("The United States eased its sanctions on Myanmar.", "ease"),
    ("The European Union suspended its sanctions on Guinea for six months.", "ease"),
    ("President Herrera waived sanctions on Pakistan.", "ease"),
    # lift
    ("Canada lifted its sanctions against Eritrea on Friday.", "lift"),
    ("The European Union removed two Tunisian businessmen from its sanctions list.", "lift"),
    ("The arms embargo on Sierra Leone was lifted by the Security Council.", "lift"),
    ("The lifting of U.N. sanctions on Libya was announced in New York.", "lift"),
    ("Japan will lift its sanctions on Myanmar, the foreign minister said.", "lift"),
    ("Washington removed Sudan from its list of state sponsors of terrorism.", "lift"),
    # oppose
    ("Tehran described the U.N. sanctions as illegal.", "oppose"),
    ("Sudan hopes to end the U.S. embargo.", "oppose"),
    ("Pyongyang said it would return to the talks if Washington drops its sanctions.", "oppose"),
    ("China opposes sanctions against North Korea.", "oppose"),
    ("Hungary vetoed European Union sanctions on Patriarch Kirill.", "oppose"),
    ("Belarus condemned the sanctions imposed by Canada.", "oppose"),
    ("South Africa called on the United States to lift its sanctions on Zimbabwe.", "oppose"),
    # uphold
    ("The United States refused to lift its embargo on Cuba.", "uphold"),
    ("Washington will not ease sanctions on Iran, a State Department spokesman said.", "uphold"),
    ("The European Union decided to keep its sanctions on Belarus.", "uphold"),
    # enact
    ("Parliament passed the Magnitsky Act in 2017.", "enact"),
    # violate
    ("Rwanda violated the arms embargo on Congo, the United Nations said.", "violate"),
    ("A Greek shipping company was accused of evading sanctions on Iran.", "violate"),
    # enforce
    ("Britain fined a bank for violating sanctions on Russia.", "enforce"),
    ("The French navy seized an EU-sanctioned Russian tanker off Brest.", "enforce"),
]  # fmt: skip

UNTOLD = [
    "FIFA imposed sanctions on the Ruritanian football association.",
    "The judge imposed sanctions on two lawyers for filing false papers.",
    "The city council sanctioned the plan for a new harbour.",
    "Sanctions are an important tool of foreign policy.",
    "Despite sanctions, trade between the neighbours grew last year.",
    "Canada imposed tariffs on American steel.",
    "The professor studies the effects of sanctions on trade.",
    "If sanctions were imposed on Norway, prices would rise.",
    "The seminar dealt with the history of embargoes.",
    "The company froze wages for two years.",
    "Argentina designated the port of Rosario as a duty-free zone.",
    "Havana cut off relations with Panama.",
    "The Security Council can impose sanctions.",
    "The agency's board accused Tehran of violating the Non-Proliferation Treaty.",
    "Tehran called the U.N. mediator on Tuesday.",
    "The minister removed two chapters from the list of sponsors of the festival.",
]


def actions(stages: Stages, text: str) -> list[str]:
    article = Article(article_id="row", path="row.txt", text=text, published=date(2021, 8, 11))
    return [event.action.value for event in stages.extract(article).events]


@pytest.mark.parametrize(("text", "action"), TOLD)
def test_actions_are_told_apart(stages: Stages, text: str, action: str) -> None:
    assert actions(stages, text) == [action]


@pytest.mark.parametrize("text", UNTOLD)
def test_actions_leave_near_misses(stages: Stages, text: str) -> None:
    assert actions(stages, text) == []
