from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ModelError
from pipeline.language.training.frames import ACTIONS, SLOTS, FrameMark, frame_marks, read_frames
from pipeline.language.training.passages import WRITTEN

TEXT = "Norway froze the accounts of two judges on Monday; Oslo said the judges jailed monks."
EVENT = "@event impose | trigger=froze | actor=Norway ;; Oslo | target=two judges | reason=jailed monks | date=Monday"


def read(folder: Path, content: str) -> list[tuple[str, tuple[FrameMark, ...]]]:
    path = folder / "frames.txt"
    path.write_text(content, encoding="utf-8")
    return list(read_frames(path))


def words(text: str, mark: FrameMark) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"trigger": [text[start:end] for start, end in mark.trigger]}
    for slot, start, end in mark.arguments:
        found.setdefault(SLOTS[slot], []).append(text[start:end])
    return found


def test_frames_blocks_comments_and_negatives(tmp_path: Path) -> None:
    items = read(tmp_path, f"# comment\n\n{TEXT}\n{EVENT}\n\n\nNobody acted.\n# another\n\n{TEXT}\n{EVENT}\n{EVENT}")
    assert [(text, len(frames)) for text, frames in items] == [(TEXT, 1), ("Nobody acted.", 0), (TEXT, 2)]
    mark = items[0][1][0]
    assert ACTIONS[mark.action] == "impose"
    assert words(TEXT, mark) == {
        "trigger": ["froze"],
        "actors": ["Norway", "Oslo"],
        "targets": ["two judges"],
        "reasons": ["jailed monks"],
        "date": ["Monday"],
    }


@pytest.mark.parametrize(("cell", "place", "others"), [("judges", 1, [2]), ("judges#2", 2, [1])])
def test_frames_second_place_of_words(tmp_path: Path, cell: str, place: int, others: list[int]) -> None:
    [(text, [mark])] = read(tmp_path, f"{TEXT}\n@event impose | trigger=froze | target={cell}")
    places = {1: text.index("judges"), 2: text.rindex("judges")}
    assert mark.arguments == ((SLOTS.index("targets"), places[place], places[place] + 6),)
    assert [start for _, start, _ in mark.doubtful] == [places[other] for other in others]


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ("@event impose | trigger=freezes", r"frames\.txt, line 2: 'freezes' is not in the text; copy"),
        ("@event impose | trigger=roze", r"'roze' is not in the text"),
        ("@event impose | trigger=froze#2", r"'froze#2' is not in the text"),
        ("@event impose | trigger=froze | target=", r"'' is not in the text"),
        ("@event punish | trigger=froze", r"line 2: 'punish' is no action; use one of call_for"),
        ("@event impose | victim=judges", r"'victim=judges' is no slot=words; the slots are trigger, actor"),
        ("@event impose | trigger", r"'trigger' is no slot=words"),
        ("@event impose | actor=Oslo", r"line 2: no trigger; add"),
    ],
)
def test_frames_faults_name_line_and_remedy(tmp_path: Path, event: str, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        read(tmp_path, f"{TEXT}\n{event}\n")


def test_frames_event_without_text(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="line 2: an event without a text"):
        read(tmp_path, f"\n{EVENT}\n")


def test_frames_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        list(read_frames(tmp_path / "none.txt"))


def test_frames_shipped_files_are_read_whole() -> None:
    paths = sorted(WRITTEN.glob("frames_*.txt"))
    assert paths
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        events = [line for line in lines if line.startswith("@event")]
        assert sum(len(frames) for _, frames in read_frames(path)) == len(events), path.name


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ({"trigger": ["froze"], "target": ["judges"]}, {"trigger": ["froze"], "targets": ["judges"]}),
        ({"trigger": ["froze"], "actor": ["norway"]}, {"trigger": ["froze"], "actors": ["Norway"]}),
        ({"trigger": ["froze"], "actor": ["Sweden"], "date": ["Monday"]}, {"trigger": ["froze"], "date": ["Monday"]}),
        ({"trigger": ["froze", "jailed"]}, {"trigger": ["froze", "jailed"]}),
    ],
)
def test_frames_of_in_domain_items(event: dict[str, object], expected: dict[str, list[str]]) -> None:
    [mark] = frame_marks(TEXT, [{"action": "impose", **event}])
    assert words(TEXT, mark) == expected


def test_frames_of_in_domain_items_take_the_nearest_place() -> None:
    text = "Oslo met. Sanctions bit. Oslo imposed sanctions on Minsk; envoys said sanctions hurt."
    [mark] = frame_marks(text, [{"action": "impose", "trigger": ["imposed"], "actor": ["Oslo"], "target": ["Minsk"]}])
    assert mark.arguments[0][1] == text.rindex("Oslo")
    assert mark.doubtful == ((SLOTS.index("actors"), 0, 4),)
    [mark] = frame_marks(text, [{"action": "impose", "trigger": ["sanctions"], "target": ["Minsk"]}])
    assert mark.trigger == ((text.index("sanctions on"), text.index("sanctions on") + 9),)
    assert frame_marks(text, [{"action": "impose", "trigger": ["levied"]}]) == ()
