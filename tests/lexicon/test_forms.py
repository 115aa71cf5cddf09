from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import FormIndex, fold
from pipeline.lexicon.schema import Form, People

US = People(id="us", name="United States")
THEM = People(id="them", name="Them")
QUDS = People(id="quds", name="Quds Force")


def index(*forms: tuple[People, Form]) -> FormIndex[People]:
    return FormIndex(forms)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Cox’s  Bazar", "Cox's Bazar"),
        ("‘Ndrangheta", "'Ndrangheta"),
        ("Bosnia–Herzegovina", "Bosnia-Herzegovina"),
        ("non‑breaking", "non-breaking"),
        ("hy\u00adphen", "hyphen"),
        (" New\n York\t", "New York"),
        ("New\u00a0York", "New York"),
        ("ﬁnance", "finance"),
        ("Malé", "Malé"),
        ("Male\u0301", "Malé"),
    ],
)
def test_fold_writes_plain(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form("US"), "US"),
        (Form("al-Qaeda"), "al-Qaeda"),
        (Form("al-Qaeda"), "Al-Qaeda"),
        (Form("al-Qaeda"), "AL-QAEDA"),
        (Form("sanctions committee"), "Sanctions committee"),
        (Form("Xi'an"), "Xi’an"),
        (Form("Republika Srpska"), "Republika  Srpska"),
        (Form("G7"), "G7"),
        (Form("foreign ministry", cased=False), "Foreign Ministry"),
        (Form("foreign ministry", cased=False), "FOREIGN ministry"),
        (Form("Foreign Ministry", cased=False), "foreign ministry"),
    ],
)
def test_forms_find_as_written(form: Form, text: str) -> None:
    (match,) = index((US, form)).find(text)
    assert match.entry is US
    assert match.form is form


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form("US"), "us"),
        (Form("US"), "Us"),
        (Form("Chad"), "chad"),
        (Form("al-Qaeda"), "al-qaeda"),
        (Form("sanctions committee"), "Sanctions Committee"),
        (Form("G7"), "g7"),
        (Form("Niger"), "Nigeria"),
        (Form("Guinea"), "Equatorial Guinea"),
        (Form("Curaçao"), "Curacao"),
        (Form("U.S."), "US"),
        (Form("foreign ministry", cased=False), "foreign-ministry"),
    ],
)
def test_forms_keep_near_misses_apart(form: Form, text: str) -> None:
    assert index((US, form)).find(text) == []


def test_forms_put_strong_before_weak_and_keep_the_order_of_entries() -> None:
    found = index(
        (THEM, Form("Georgia", strong=False)), (QUDS, Form("Georgia", strong=False)), (US, Form("Georgia"))
    ).find("Georgia")
    assert [match.entry.id for match in found] == ["us", "them", "quds"]
    assert [match.form.strong for match in found] == [True, False, False]


def test_forms_name_an_entry_once_by_its_strongest_form() -> None:
    found = index(
        (THEM, Form("magnitsky law", strong=False)),
        (US, Form("Magnitsky law", strong=False)),
        (US, Form("Magnitsky Law")),
        (THEM, Form("Magnitsky Law", strong=False)),
    ).find("MAGNITSKY LAW")
    assert [(match.entry.id, match.form.strong) for match in found] == [("us", True), ("them", False)]


def test_forms_find_nothing_in_an_empty_index() -> None:
    assert index().find("Geneva") == []
    assert index((US, Form("Geneva"))).find("") == []


@given(st.text(min_size=1).filter(fold))
def test_forms_find_every_form_as_it_is_written(text: str) -> None:
    assert [match.entry for match in index((US, Form(text))).find(text)] == [US]
    assert [match.entry for match in index((US, Form(text, cased=False))).find(text.upper())] in ([US], [])
