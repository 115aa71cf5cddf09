from __future__ import annotations

import pytest

from pipeline.evaluate.wording import content_words, dice, function_words, name_tokens, phrase_tokens, same_name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orsolya Brandt", "Orsolya Brandt"),
        ("Orsolya Brandt", "Brandt"),
        ("Orsolya Brandt", "ORSOLYA BRANDT"),
        ("Zoë Łukasik", "Zoe Lukasik"),
        ("Jean-Luc Moreau", "Jean Luc Moreau"),
        ("Siobhan O'Dea", "Siobhan O’Dea"),
        ("O. Brandt", "Orsolya Brandt"),
        ("O.P. Brandt", "Orsolya Petra Brandt"),
        ("Brandt's", "Orsolya Brandt"),
        # The family name may stand first.
        ("Pham", "Pham Thi Lien"),
        ("Lien Pham", "Pham Lien"),
        # A second surname or a middle name of one alone contradicts nothing.
        ("Rafael Ibarra", "Rafael Ibarra Soto"),
        ("Rafael Tomas Ibarra", "Rafael Ibarra"),
    ],
)
def test_wording_same_name_matches(first: str, second: str) -> None:
    assert same_name(first, second)
    assert same_name(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orsolya Brandt", "Petra Brandt"),
        ("P. Brandt", "Orsolya Brandt"),
        ("Orsolya Brandt", "Orsolya Keller"),
        ("Orsolya Brandt", "Brandtner"),
        ("Pham Thi Lien", "Pham Thi Mai"),
        ("Rafael Tomas Ibarra", "Rafael Luis Ibarra"),
        ("Lien Pham", "Pham Mai"),
        ("", "Orsolya Brandt"),
        ("...", "..."),
    ],
)
def test_wording_same_name_differs(first: str, second: str) -> None:
    assert not same_name(first, second)
    assert not same_name(second, first)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the government of Canada", {"government", "canada"}),
        ("U.S. administration", {"us", "administration"}),
        ("US administration", {"us", "administration"}),
        ("Norway's officials", {"norway", "officials"}),
        ("ministers' families", {"ministers", "families"}),
        ("1,250 companies", {"1250", "companies"}),
        ("anti-corruption officers", {"anti", "corruption", "officers"}),
        # Nothing but function words: they are all there is to compare.
        ("those who are", {"those", "who", "are"}),
        ("", set()),
    ],
)
def test_wording_content_words(text: str, words: set[str]) -> None:
    assert content_words(text) == words


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [("a b", "a b", 1.0), ("a b", "b c", 0.5), ("a b c", "c d", 0.4), ("a", "b", 0.0), ("", "", 0.0), ("", "a", 0.0)],
)
def test_wording_dice(first: str, second: str, value: float) -> None:
    assert dice(set(first.split()), set(second.split())) == pytest.approx(value)


def test_wording_initials_stand_alone_in_names_only() -> None:
    assert name_tokens("J.P. Moreau") == ("j", "p", "moreau")
    assert phrase_tokens("J.P. Moreau") == ("jp", "moreau")


def test_wording_function_words_are_words() -> None:
    assert "the" in function_words()
    assert "us" not in function_words()
    assert all(word.isalpha() and word.islower() for word in function_words())
