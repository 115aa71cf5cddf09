from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

import pipeline.stages
from pipeline import lexicon
from pipeline.errors import ArticleError, SettingsError
from pipeline.settings import Settings
from pipeline.stages import Plan, Stages, model_identity, read_options
from pipeline.vocabularies import Action, PublishedBasis

TEXT = "Norway has imposed an arms embargo on Belarus. Minister Ida Berg spoke on Monday."


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the lexicon, which takes half a second, once."""
    read = lexicon.shared()
    monkeypatch.setattr(pipeline.stages.lexicon_module, "load", lambda overlay=None: read)


def test_stages_plan_knows_a_code_for_every_action() -> None:
    codes = Plan(Settings()).codes
    assert set(codes) == set(Action)
    assert all(codes[Action.IMPOSE])


@pytest.mark.parametrize(
    ("settings", "same"),
    [
        ({"workers": 4}, True),
        ({"unit_size": 2}, True),
        ({"formats": ("csv",)}, True),
        ({"published": "2020-07-14"}, False),
        ({"date_order": "dmy"}, False),
        ({"max_bytes": 9}, False),
        ({"fields": {"title": "kop"}}, False),
        ({"archives": True}, False),
        ({"model": "en_x"}, False),
    ],
)
def test_stages_plan_fingerprint_tells_what_results_depend_on(settings: dict[str, object], same: bool) -> None:
    usual, other = Plan(Settings()), Plan(Settings(**settings))  # type: ignore[arg-type]
    assert (usual.fingerprint == other.fingerprint) is same
    assert Plan(Settings()).fingerprint == usual.fingerprint


@pytest.mark.parametrize("part", ["package_version", "code_identity"])
def test_stages_plan_fingerprint_depends_on_the_package(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Plan(Settings()).fingerprint
    monkeypatch.setattr(pipeline.stages, part, lambda: "another")
    assert Plan(Settings()).fingerprint != before


def test_stages_plan_reads_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway acted.\r\n", newline="")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.jsonl").write_text('{"text": "Chile acted."}\n')
    assert Plan(Settings()).texts(tmp_path) == {"a": "Norway acted.\n", "c-1": "Chile acted."}
    with pytest.raises(ArticleError, match="no such file or folder"):
        Plan(Settings()).texts(tmp_path / "none")


def test_stages_model_identity_is_that_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "en_x").mkdir()
    (tmp_path / "en_x" / "meta.json").write_text("{}")
    first = model_identity(str(tmp_path / "en_x"))
    assert first.startswith("en_x-")
    (tmp_path / "en_x" / "meta.json").write_text("{ }")
    assert model_identity(str(tmp_path / "en_x")) != first
    assert model_identity("no_such_package") == "no_such_package"
    assert model_identity("pydantic").startswith("pydantic-2.")


def test_stages_options_refuse_fields_that_articles_lack() -> None:
    assert read_options(Settings(fields={"title": "kop"})).fields.title == ("kop",)
    with pytest.raises(
        SettingsError, match=r"setting 'fields': articles have no 'titel'; their fields are title, text"
    ):
        read_options(Settings(fields={"titel": "kop"}))


def test_stages_extract_what_an_article_says(stages: Stages) -> None:
    result = stages.extract_text(TEXT, published=date(2021, 5, 4))
    assert [person.name for person in result.people] == ["Ida Berg"]
    assert [(event.action, event.values("senders")) for event in result.events] == [(Action.IMPOSE, ("NOR",))]
    assert [time.value for time in result.times] == ["2021-05-03"]
    assert [sentence.text for sentence in result.sentences] == [TEXT[:46], TEXT[47:]]
    assert result.article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert result.article.published_basis is PublishedBasis.OPTION


def test_stages_extract_the_same_again(stages: Stages) -> None:
    first = stages.extract_text(TEXT)
    stages.extract_text("Chile waited. " * 40)
    assert stages.extract_text(TEXT) == first


@pytest.mark.parametrize(("kept", "known"), [(0, False), (10**9, True)])
def test_stages_extract_keeps_the_words_of_the_first_texts_alone(
    stages: Stages, monkeypatch: pytest.MonkeyPatch, kept: int, known: bool
) -> None:
    word = f"Quorlith{kept}"
    text = f"{TEXT} {word} Berg agreed."
    monkeypatch.setattr(pipeline.stages, "_WORDS_KEPT", kept)
    first = stages.extract_text(text)
    assert (word in stages.nlp.vocab.strings) is known
    monkeypatch.setattr(pipeline.stages, "_WORDS_KEPT", 0)
    assert stages.extract_text(text) == first


def test_stages_are_the_same_after_tidying(stages: Stages) -> None:
    first = stages.extract_text(TEXT)
    known = set(stages.nlp.vocab.strings)
    stages.tidy()
    assert set(stages.nlp.vocab.strings) == known
    assert stages.extract_text(TEXT) == first


def test_stages_extract_tells_time_by_stage(stages: Stages) -> None:
    stages.extract_text(TEXT)
    assert list(stages.seconds) == ["language", "mentions", "links", "normalise", "events"]
    assert all(seconds > 0 for seconds in stages.seconds.values())


def test_stages_extract_text_with_a_title(stages: Stages) -> None:
    article = stages.extract_text(TEXT, title=" Norway \n acts ").article
    assert article.text == f"Norway acts\n\n{TEXT}"
    assert article.title is not None
    assert (article.title.start, article.title.end, article.title.text) == (0, 11, "Norway acts")
    assert article.published_basis is PublishedBasis.NONE


def test_stages_read_what_plan_discovers(stages: Stages, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway acted.")
    (tmp_path / "b.txt").write_text("")
    found = [item for source in Plan(Settings()).discover(tmp_path) for item in stages.read(source)]
    assert [type(item).__name__ for item in found] == ["Article", "Failure"]


def test_stages_finders_lack_nothing_that_they_require(stages: Stages) -> None:
    problems = stages.nlp.analyze_pipes()["problems"]
    assert problems
    assert not any(problems.values()), problems
