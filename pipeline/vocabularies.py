"""The closed vocabularies, each value with its definition.

``member.definition`` is the sentence that the table of columns, ``explain`` and the documentation print.
Values are those of the annotation guidelines; measures follow OpenSanctions' vocabulary in snake case.
"""

from __future__ import annotations

from enum import StrEnum


class Vocabulary(StrEnum):
    """An enumeration whose members carry a written definition."""

    definition: str

    def __new__(cls, value: str, definition: str) -> Vocabulary:
        """Make a member from its value and definition."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.definition = definition
        return member


class Label(Vocabulary):
    """Kinds of mention."""

    PERSON = "PERSON", "a real individual's name, without title"
    ROLE = "ROLE", "an office, title, rank or profession that a person can hold"
    PARTY = "PARTY", "a political party or parliamentary group, noun or adjective"
    ORG = "ORG", "every other organisation, and seats of power that stand for one"
    GPE = "GPE", "country, state, province or city, as place or as government"
    LOC = "LOC", "other places: regions, seas, continents, buildings and bases"
    NORP = "NORP", "nationality, ethnic or religious group, adjective or noun"
    LAW = "LAW", "a named legal instrument: act, treaty, resolution, executive order, list"
    DATE = "DATE", "a time expression as TimeML annotates it"
    MEASURE = "MEASURE", "the noun phrase core that names a restrictive measure"
    EVENT = "EVENT", "a named event: election, summit, war, games"
    MISC = "MISC", "another proper name: work, product, award, ship, weapon"
    GROUP = "GROUP", "an unnamed set of people or organisations, often counted"
    ACTION = "ACTION", "the words that carry a sanction action"


class Action(Vocabulary):
    """What is done with a sanction."""

    CALL_FOR = "call_for", "somebody asks or urges that an authority impose sanctions"
    PROPOSE = "propose", "a formal step short of imposition: motion or bill tabled, draft circulated"
    THREATEN = "threaten", "the possible sender warns of, considers, prepares or announces an intention to impose"
    IMPOSE = "impose", "new sanctions decided, announced, adopted, signed or in force"
    EXTEND = "extend", "existing sanctions renewed or prolonged"
    OFFER = "offer", "the sender says it may, will or is ready to ease or lift: not yet done"
    EASE = "ease", "relaxed, suspended, waived or exempted in part or for a time"
    LIFT = "lift", "ended, or a target removed from the list"
    OPPOSE = "oppose", "somebody publicly rejects or condemns sanctions or calls for their easing or lifting"
    UPHOLD = "uphold", "somebody with a say refuses to ease or lift: sanctions are to stay"
    ENACT = "enact", "a law or legal power that makes sanctions possible is passed, no target in it"
    VIOLATE = "violate", "a sanction is broken, evaded or said to be"
    ENFORCE = "enforce", "penalties, seizures, prosecutions or inspections under an existing sanction"


class Measure(Vocabulary):
    """What a sanction restricts."""

    ASSET_FREEZE = "asset_freeze", "property and accounts of the target are blocked"
    TRAVEL_BAN = "travel_ban", "the target may not enter, or is denied visas"
    FINANCIAL_RESTRICTIONS = "financial_restrictions", "transactions, banking, credit or capital markets are closed"
    INVESTMENT_BAN = "investment_ban", "investment in or by the target is forbidden"
    EXPORT_CONTROL = "export_control", "sales of goods or technology to the target are forbidden or licensed"
    IMPORT_RESTRICTIONS = "import_restrictions", "purchases from the target are forbidden or limited"
    ARMS_EMBARGO = "arms_embargo", "no arms or military equipment may be supplied"
    SECTORAL_SANCTIONS = "sectoral_sanctions", "a whole sector of the target's economy is restricted"
    SERVICES_BAN = "services_ban", "services such as insurance, consulting or broadcasting are forbidden"
    TRANSPORTATION_RESTRICTIONS = "transportation_restrictions", "flights, ships or ports are closed to the target"
    AID_SUSPENSION = "aid_suspension", "aid or military assistance is cut or withheld"
    DEBARMENT = "debarment", "the target is excluded from public contracts or programmes"
    TRADE_EMBARGO = "trade_embargo", "a general embargo or trade ban, both ways"
    DIPLOMATIC_MEASURES = "diplomatic_measures", "expulsions, downgraded ties, suspended membership"
    OTHER_MEASURE = "other_measure", "a named measure that no other value covers"


class Reason(Vocabulary):
    """Why a sanction is imposed or asked for."""

    HUMAN_RIGHTS = "human_rights", "abuses of human rights, repression, persecution"
    DEMOCRACY = "democracy", "coups, stolen elections, attacks on the rule of law"
    AGGRESSION = "aggression", "war, invasion, annexation, destabilising a neighbour"
    PROLIFERATION = "proliferation", "nuclear, missile, chemical or biological weapons"
    TERRORISM = "terrorism", "terrorism and its support"
    CORRUPTION = "corruption", "corruption and theft of public funds"
    CYBER = "cyber", "hacking and other malicious cyber activity"
    INTERFERENCE = "interference", "interference in elections or politics abroad"
    NARCOTICS = "narcotics", "drugs and organised crime"
    EVASION = "evasion", "evading or helping to evade other sanctions"
    DETENTION = "detention", "detention of the sender's citizens"
    OTHER = "other", "a stated reason that no other value covers"


class TimexType(Vocabulary):
    """TIMEX3 types (TimeML)."""

    DATE = "DATE", "a calendar date or a reference to one"
    TIME = "TIME", "a time of day"
    DURATION = "DURATION", "a length of time"
    SET = "SET", "a repetition"


class TimexMod(Vocabulary):
    """TIMEX3 modifiers (TimeML)."""

    BEFORE = "BEFORE", "earlier than the value"
    AFTER = "AFTER", "later than the value"
    ON_OR_BEFORE = "ON_OR_BEFORE", "the value or earlier"
    ON_OR_AFTER = "ON_OR_AFTER", "the value or later"
    LESS_THAN = "LESS_THAN", "shorter than the value"
    MORE_THAN = "MORE_THAN", "longer than the value"
    EQUAL_OR_LESS = "EQUAL_OR_LESS", "the value or shorter"
    EQUAL_OR_MORE = "EQUAL_OR_MORE", "the value or longer"
    START = "START", "the first part of the value"
    MID = "MID", "the middle of the value"
    END = "END", "the last part of the value"
    APPROX = "APPROX", "about the value"


class Status(Vocabulary):
    """Whether an affiliation holds at the time of the event told."""

    CURRENT = "current", "holds as of the event the article tells"
    FORMER = "former", "held earlier"


class PublishedBasis(Vocabulary):
    """How an article's publication date was found."""

    METADATA = "metadata", "a field or tag of the input states it"
    DATELINE = "dateline", "a date line at the head of the text"
    FILENAME = "filename", "the file's name holds it"
    OPTION = "option", "the user gave it with --published"
    NONE = "none", "the article has no known publication date"


class Slot(Vocabulary):
    """Slots of a sanction event that hold words or codes."""

    ACTORS = "actors", "who performs the action"
    SENDERS = "senders", "whose sanctions they are: ISO alpha-3 or a body's code"
    TARGETS = "targets", "who is or would be sanctioned"
    TARGET_COUNTRIES = "target_countries", "ISO alpha-3 of the states the targets are, belong to or act for"
    TARGET_COUNT = "target_count", "stated number of sanctioned persons or entities"
    ADDRESSEES = "addressees", "whom a call asks"
    MEASURES = "measures", "what is restricted"
    LAW = "law", "the legal basis, by its best name in the article"
    REASONS = "reasons", "why"
    DATE = "date", "when the action happened or takes effect"


class Tense(Vocabulary):
    """Where a clause places its happening, for the direction of relative dates."""

    PAST = "past", "past or perfect"
    PRESENT = "present", "present"
    FUTURE = "future", "future, planned or possible"
    NONE = "none", "no finite verb governs the words"
