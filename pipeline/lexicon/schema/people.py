"""Roles, parties and the make-up of personal names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.lexicon.schema.base import Code, Entry, Form, Iso3, NamedEntry, Text
from pipeline.vocabularies import Status


class Role(NamedEntry):
    """An office, title, rank or profession (``roles/*.toml``, table ``role``).

    Attributes:
        name: standard name of the annotation guidelines; a form itself, in any case.
        aliases: other spellings, singular; matched in any case.
        plurals: plural forms; "-s" on the head word is formed by rule and need not be listed.
        abbreviations: forms matched as written ("Sen.", "MP", "PM"); their plurals too.
        weak_aliases: words that are a role only beside a name, party or body ("member", "head", "leader").
        group: what sort of role; decides which organisation or country it goes with.
        country: ISO alpha-3 when the title belongs to one state ("Secretary of State": USA).
        body: id of the Body that the title implies ("MEP": the European Parliament).
        within: ids or groups of roles beside which this one says nothing new ("minister" beside a cabinet post).
        fields: a field behind "for" belongs to the title ("assistant secretary of state for the Near East").
        absorbs: words before it do not change the standard name ("defence analyst" is Analyst).
        title: stands directly before a name ("President Biden").
    """

    group: Literal[
        "state", "candidacy", "cabinet", "legislature", "party", "diplomacy", "local", "judiciary", "military",
        "organisation", "profession", "religion", "royalty",
    ]  # fmt: skip
    plurals: tuple[Text, ...] = ()
    abbreviations: tuple[Text, ...] = ()
    country: Iso3 | Literal[""] = ""
    body: str = ""
    within: tuple[str, ...] = ()
    absorbs: bool = False
    fields: bool = False
    title: bool = True

    def forms(self) -> Iterator[Form]:
        """Yield the forms: names in any case, abbreviations as written, weak ones marked."""
        for text in dict.fromkeys((self.name, *self.aliases, *self.plurals)):
            yield Form(text, cased=False)
        for text in self.abbreviations:
            yield Form(text)
        for text in self.weak_aliases:
            yield Form(text, strong=False, cased=False)

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield the implied body."""
        if self.body:
            yield "body", self.body


class Portfolio(Entry):
    """A cabinet portfolio (``roles/portfolios.toml``, table ``portfolio``).

    Attributes:
        name: its standard wording after "Minister of".
        words: how titles phrase it ("foreign", "foreign affairs", "global affairs").
    """

    name: Text
    words: tuple[Text, ...]


class RoleTemplate(Entry):
    """A title that takes a portfolio (table ``role_template``).

    Attributes:
        name: standard name, ``{name}`` standing for the portfolio's ("Minister of {name}"), ``{words}`` for the
            portfolio as the article phrases it ("{words} Secretary").
        patterns: spellings, ``{words}`` standing for one of the portfolio's ("{words} minister").
        portfolios: ids it applies to; empty for all.
        country: as for ``Role``.
    """

    name: Text
    patterns: tuple[Text, ...]
    portfolios: tuple[str, ...] = ()
    country: Iso3 | Literal[""] = ""

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield the portfolios."""
        for portfolio in self.portfolios:
            yield "portfolio", portfolio


class RoleRule(Entry):
    """What a word means in company, as a role (table ``role_rule``); the first matching row decides.

    "His deputy" is the Deputy Prime Minister where "he" is the Prime Minister; who "led" a party is its leader.

    Attributes:
        use: whether ``words`` are nouns that head a description, or verbs whose subject holds the role.
        words: heads in lower case and singular, or verbs with their irregular forms.
        of: ids of roles of the one it is tied to ("his"); empty for any, or for nobody.
        company: what the word goes with: ``person`` (its possessor), ``party``, ``country``, ``organisation``
            (no party), ``legislature``, or empty for any.
        codes: ISO alpha-3 or body codes ("UN") of the state or organisation it goes with; empty for any.
        role: id of the resulting role; empty for the role of the one it is tied to ("his predecessor").
        status: ``former`` where the word says so; empty leaves it.
        abroad: the office is another state's ("his counterpart"); otherwise it is the same one's.
    """

    use: Literal["noun", "verb"]
    words: tuple[Text, ...]
    of: tuple[str, ...] = ()
    company: Literal["person", "party", "country", "organisation", "legislature", ""] = ""
    codes: tuple[Code, ...] = ()
    role: str = ""
    status: Status | Literal[""] = ""
    abroad: bool = False

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield the roles."""
        for role in (*self.of, *((self.role,) if self.role else ())):
            yield "role", role


class Party(NamedEntry):
    """A political party or parliamentary group (``parties/<ISO alpha-3>.toml``, table ``party``).

    Attributes:
        name: common name, as the tables print it ("Conservative", "NDP"). Not a form: list what is written.
        aliases: forms that name it anywhere ("Bloc Québécois", "Conservative Party of Canada").
        weak_aliases: capitalised forms that many countries or other things share ("Conservative", "Green
            Party", "Labour"); the country of the context decides.
        members: nouns for its members ("Tories", "New Democrats", "Republican", "Republicans"); weak like weak_aliases.
        codes: letters in brackets after a legislator's name ("D", "R").
        famous: meant by its weak forms where no state of the article has such a party ("Republican", "Tories").
        country: ISO alpha-3; ``EUR`` for groups of the European Parliament; empty for what every country has
            ("Independent").
    """

    country: Iso3 | Literal[""]
    members: tuple[Text, ...] = ()
    codes: tuple[Text, ...] = ()
    famous: bool = False

    def forms(self) -> Iterator[Form]:
        """Yield aliases as strong, weak aliases and member nouns as weak forms."""
        for text in self.aliases:
            yield Form(text)
        for text in dict.fromkeys((*self.weak_aliases, *self.members)):
            yield Form(text, strong=False)


class NameWords(Entry):
    """A class of words in and round personal names (``names.toml``, table ``name_words``).

    Attributes:
        kind: ``honorific`` stands before a name and is no role ("Mr."), ``suffix`` after it ("Jr."),
            ``particle`` inside ("bin", "van"), ``family_first`` a family name that stands first ("Kim", "Xi"),
            ``given`` a common given name, ``nickname`` rows are "short = full".
    """

    kind: Literal["honorific", "suffix", "particle", "family_first", "given", "nickname"]
    words: tuple[Text, ...]
