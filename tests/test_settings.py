from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.errors import SettingsError
from pipeline.settings import PREFIX, Settings, load


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder, with none of the settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    return tmp_path


def write(folder: Path, text: str, name: str = "sanction-events.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_have_defaults() -> None:
    settings = load()
    assert settings == Settings()
    assert (settings.workers, settings.unit_size, settings.formats) == (0, 16, ("csv", "parquet", "jsonl"))


def test_settings_of_arguments_win_over_environment_and_that_over_the_file(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(elsewhere, "workers = 2\nunit_size = 2\nmax_bytes = 2\n")
    monkeypatch.setenv(f"{PREFIX}UNIT_SIZE", "3")
    monkeypatch.setenv(f"{PREFIX}MAX_BYTES", "3")
    settings = load(max_bytes=4)
    assert (settings.workers, settings.unit_size, settings.max_bytes) == (2, 3, 4)


def test_settings_given_as_none_are_not_given(elsewhere: Path) -> None:
    write(elsewhere, 'model = "en_x"\n')
    assert load(model=None, workers=None) == Settings(model="en_x")


def test_settings_of_a_named_file_replace_that_of_the_folder(elsewhere: Path) -> None:
    write(elsewhere, "workers = 2\n")
    other = write(elsewhere, "unit_size = 5\n", "other.toml")
    settings = load(other)
    assert (settings.workers, settings.unit_size) == (0, 5)


def test_settings_of_every_kind_come_from_a_file(elsewhere: Path) -> None:
    write(
        elsewhere,
        'model = "en_x"\nlexicon = "mine"\npublished = 2020-07-14\ndate_order = "dmy"\narchives = true\n'
        'formats = ["csv"]\nfields = { title = "kop" }\n',
    )
    assert load() == Settings(
        model="en_x", lexicon=Path("mine"), published=date(2020, 7, 14), date_order="dmy", archives=True,
        formats=("csv",), fields={"title": "kop"},
    )  # fmt: skip


def test_settings_of_every_kind_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PUBLISHED": "2020-07-14", "ARCHIVES": "1", "FORMATS": '["csv"]', "LEXICON": "mine"}.items():
        monkeypatch.setenv(PREFIX + name, value)
    assert load() == Settings(published=date(2020, 7, 14), archives=True, formats=("csv",), lexicon=Path("mine"))


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        load().workers = 4


def test_settings_can_be_sent_to_another_process(elsewhere: Path) -> None:
    write(elsewhere, 'workers = 2\nfields = { title = "kop" }\n')
    settings = load(published="2020-07-14")
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert settings.published == date(2020, 7, 14)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"workers": -1}, "setting 'workers': Input should be greater than or equal to 0"),
        ({"date_order": "ydm"}, "setting 'date_order': Input should be 'auto', 'dmy' or 'mdy'"),
        ({"published": "July"}, "setting 'published': "),
        ({"colour": "red"}, "setting 'colour': Extra inputs are not permitted"),
    ],
)
def test_settings_that_are_wrong_are_named(given: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as error:
        load(**given)
    assert str(error.value).startswith(said)
    assert "(settings are model, lexicon, published," in str(error.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("workers = \n", "sanction-events.toml: not a TOML file in UTF-8: "),
        ('workers = "many"\n', "setting 'workers': "),
        ("wrokers = 2\n", "setting 'wrokers': Extra inputs are not permitted"),
    ],
)
def test_settings_of_a_wrong_file_are_refused(elsewhere: Path, text: str, said: str) -> None:
    write(elsewhere, text)
    with pytest.raises(SettingsError) as error:
        load()
    assert str(error.value).startswith(said)


def test_settings_of_a_file_in_another_encoding_are_refused(elsewhere: Path) -> None:
    (elsewhere / "sanction-events.toml").write_bytes(b'model = "\xe9"\n')
    with pytest.raises(SettingsError, match="not a TOML file in UTF-8"):
        load()


def test_settings_of_a_file_that_is_missing_are_refused(elsewhere: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: no such settings file"):
        load(elsewhere / "none.toml")


def test_settings_of_the_environment_that_cannot_be_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}FORMATS", "csv")
    with pytest.raises(SettingsError, match=r"environment: .*formats.*; write lists and tables as JSON there"):
        load()
