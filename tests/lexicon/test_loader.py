from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest
from pydantic import ValidationError

from pipeline.errors import LexiconError
from pipeline.lexicon import load, loader
from pipeline.lexicon.schema import Body, Entry, Law, People, Place

PEOPLE = '[[people]]\nid = "kurd"\nname = "Kurd"\naliases = ["Kurds"]\n'
UYGHUR = '[[people]]\nid = "uyghur"\nname = "Uyghur"\n'
PLACE = '[[place]]\nid = "IRQ"\nkind = "country"\ncountry = "IRQ"\nname = "Iraq"\ndemonyms = ["Iraqi"]\n'
LAW = '[[law]]\nid = "CA-SEMA"\nname = "Special Economic Measures Act"\nissuer = "CAN"\n'


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that stands in for the package's data."""
    folder = tmp_path / "ours"
    folder.mkdir()
    monkeypatch.setattr(loader, "DATA", folder)
    return folder


def test_loader_reads_tables_and_inline_rows_in_file_order(ours: Path) -> None:
    write(
        ours, {"b.toml": UYGHUR, "a/places.toml": PLACE, "a/people.toml": 'people = [{ id = "sikh", name = "Sikh" }]'}
    )
    lexicon = load()
    assert list(lexicon.entries(People)) == ["sikh", "uyghur"]
    assert lexicon.entries(Place)["IRQ"].demonyms == ("Iraqi",)
    assert lexicon.entries(Body) == {}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({"a.toml": "[[poeple]]\n"}, r"a\.toml: unknown table 'poeple'; known are place", id="table"),
        pytest.param({"a.toml": "[people]\n"}, r"a\.toml: write \[\[people\]\] with double brackets", id="one bracket"),
        pytest.param({"a.toml": 'people = ["Kurd"]'}, r"a\.toml: write \[\[people\]\]", id="no rows"),
        pytest.param({"a.toml": "people = 1"}, r"a\.toml: write \[\[people\]\]", id="a number"),
        pytest.param(
            {"a.toml": PEOPLE + 'colour = "red"\n'}, r"a\.toml: people 'kurd': colour: .*its keys are id", id="key"
        ),
        pytest.param({"a.toml": '[[people]]\nname = "Kurd"\n'}, r"people '\(no id\)': id: Field required", id="no id"),
        pytest.param({"a.toml": '[[people]]\nid = "k k"\nname = "Kurd"\n'}, r"people 'k k': id: .*pattern", id="id"),
        pytest.param({"a.toml": '[[people]]\nid = "k"\nname = ""\n'}, r"people 'k': name: .*at least", id="empty"),
        pytest.param({"a.toml": '[[people]]\nid = "k"\nname = "K "\n'}, r"people 'k': name: .*blanks", id="blanks"),
        pytest.param({"a.toml": PEOPLE + 'country = "Iraq"\n'}, r"people 'kurd': country", id="bad code"),
        pytest.param({"a.toml": PLACE.replace("country", "planet")}, r"place 'IRQ': kind: .*'country'", id="bad kind"),
        pytest.param(
            {"a.toml": PEOPLE, "b/c.toml": PEOPLE}, r"b/c\.toml: people 'kurd' is already in a\.toml; rename or merge",
            id="id in two files",
        ),
        pytest.param({"a.toml": PEOPLE + PEOPLE}, r"a\.toml: people 'kurd' is already in a\.toml", id="id twice"),
        pytest.param(
            {"a.toml": PEOPLE, "b.toml": UYGHUR + 'aliases = ["Kurds"]\n'},
            r"b\.toml: people 'uyghur': form 'Kurds' is already one of 'kurd' in a\.toml; make it a weak form in both",
            id="shared strong form",
        ),
        pytest.param(
            {"a.toml": UYGHUR + 'aliases = ["Shi\'ite"]\n', "b.toml": PEOPLE.replace("Kurds", "Shi’ite")},
            r"form 'Shi’ite' is already one of 'uyghur'", id="shared but for the apostrophe",
        ),
        pytest.param(
            {"a.toml": PLACE, "b.toml": PEOPLE.replace("Kurds", "Iraqi")},
            r"b\.toml: people 'kurd': form 'Iraqi' is already one of 'IRQ' in a\.toml", id="demonym and people",
        ),
        pytest.param(
            {"a.toml": PLACE, "b.toml": PLACE.replace("IRQ", "IRN").replace('"Iraq"', '"Iran"')},
            r"place 'IRN': form 'Iraqi' is already one of 'IRQ'", id="shared demonym",
        ),
        pytest.param(
            {"a.toml": '[[measure]]\nid = "x"\nmeasure = "arms_embargo"\nnouns = ["arms ban"]\n'
             '[[measure]]\nid = "y"\nmeasure = "trade_embargo"\nnouns = ["Arms Ban"]\n'},
            r"measure 'y': form 'Arms Ban' is already one of 'x'", id="shared but for capitals",
        ),
        pytest.param(
            {"laws/sema.toml": LAW}, r"laws/sema\.toml: law 'CA-SEMA': .*rename the file to CA-SEMA", id="law file"
        ),
        pytest.param(
            {"parties/USA.toml": '[[party]]\nid = "NDP"\nname = "NDP"\ncountry = "CAN"\n'},
            r"parties/USA\.toml: party 'NDP': .*move it to CAN\.toml", id="party file",
        ),
        pytest.param(
            {"a.toml": '[[role]]\nid = "mep"\nname = "MEP"\ngroup = "legislature"\nbody = "european-parliament"\n'},
            r"a\.toml: role 'mep': there is no body 'european-parliament'; add it or correct the id", id="dangling",
        ),
        pytest.param({"a.toml": "[[people]\n"}, r"a\.toml: not a TOML file in UTF-8", id="bad TOML"),
    ],
)  # fmt: skip
def test_loader_names_file_entry_and_remedy(ours: Path, files: dict[str, str], message: str) -> None:
    write(ours, files)
    with pytest.raises(LexiconError, match=message):
        load()


def test_loader_says_when_a_file_is_no_utf8(ours: Path) -> None:
    (ours / "a.toml").write_bytes(PEOPLE.replace("Kurd", "Métis").encode("latin-1"))
    with pytest.raises(LexiconError, match=r"a\.toml: not a TOML file in UTF-8"):
        load()


def test_loader_says_when_a_file_cannot_be_read(ours: Path) -> None:
    (ours / "a.toml").mkdir()
    with pytest.raises(LexiconError, match=r"a\.toml: cannot be read: .*take it out of the folder"):
        load()


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.toml": UYGHUR + 'weak_aliases = ["Kurd"]\n', "b.toml": PEOPLE}, id="weak beside strong"),
        pytest.param({"a.toml": UYGHUR + 'aliases = ["Uyghur"]\n'}, id="alias repeats the name"),
        pytest.param({"a.toml": PLACE, "b.toml": PEOPLE.replace("Kurds", "Iraq")}, id="other tables"),
        pytest.param({"laws/CA-SEMA.toml": LAW}, id="law in its file"),
        pytest.param(
            {"none.toml": '[[party]]\nid = "Independent"\nname = "Independent"\ncountry = ""\n'}, id="party of all"
        ),
        pytest.param({}, id="nothing at all"),
    ],
)
def test_loader_accepts(ours: Path, files: dict[str, str]) -> None:
    write(ours, files)
    assert load().digest


def test_loader_lays_the_users_folder_over_ours(ours: Path, tmp_path: Path) -> None:
    write(ours, {"a.toml": PEOPLE + UYGHUR, "places.toml": PLACE})
    theirs = write(
        tmp_path / "theirs",
        {"my.toml": PEOPLE.replace('"Kurds"', '"Kurdish"') + '[[people]]\nid = "yazidi"\nname = "Yazidi"\n'},
    )
    lexicon = load(theirs)
    peoples = lexicon.entries(People)
    assert list(peoples) == ["kurd", "uyghur", "yazidi"]
    assert peoples["kurd"].aliases == ("Kurdish",)
    assert list(lexicon.entries(Place)) == ["IRQ"]
    assert lexicon.digest != load().digest


def test_loader_checks_the_users_folder_against_ours(ours: Path, tmp_path: Path) -> None:
    write(ours, {"a.toml": PEOPLE})
    theirs = write(tmp_path / "theirs", {"my.toml": UYGHUR + 'aliases = ["Kurds"]\n'})
    with pytest.raises(
        LexiconError, match=r"my\.toml: people 'uyghur': form 'Kurds' is already one of 'kurd' in a\.toml"
    ):
        load(theirs)


def test_loader_lets_the_user_take_a_form_away(ours: Path, tmp_path: Path) -> None:
    write(ours, {"a.toml": PEOPLE})
    mine = '[[people]]\nid = "kurd"\nname = "Kurd"\n' + UYGHUR + 'aliases = ["Kurds"]\n'
    assert load(write(tmp_path / "theirs", {"my.toml": mine})).entries(People)["uyghur"].aliases == ("Kurds",)


def test_loader_says_when_the_users_folder_is_missing(ours: Path, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere: no such folder; --lexicon takes a folder of TOML files"):
        load(tmp_path / "nowhere")


def test_loader_digest_follows_names_and_bytes(ours: Path) -> None:
    write(ours, {"a.toml": PEOPLE})
    first = load().digest
    assert load().digest == first
    (ours / "a.toml").rename(ours / "b.toml")
    renamed = load().digest
    write(ours, {"b.toml": PEOPLE + "# a comment\n"})
    assert len({first, renamed, load().digest}) == 3


def test_loader_gives_what_cannot_be_changed(ours: Path) -> None:
    write(ours, {"a.toml": PEOPLE})
    lexicon = load()
    peoples = lexicon.entries(People)
    with pytest.raises(TypeError):
        peoples["kurd"] = peoples["kurd"]  # type: ignore[index]
    with pytest.raises(ValidationError, match="frozen"):
        peoples["kurd"].name = "Curd"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        lexicon.digest = ""  # type: ignore[misc]


def test_loader_knows_its_tables(ours: Path) -> None:
    with pytest.raises(LexiconError, match="Entry is no entry type of the lexicon"):
        load().entries(Entry)


def test_loader_reads_the_packages_lexicon_quickly() -> None:
    start = time.process_time()
    assert len(load().entries(Law)) > 100
    assert time.process_time() - start < 1.5
