"""Who may import whom, read from the source: data flows one way and stages do not know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pipeline"

FLOOR = {"vocabularies", "records", "errors"}
LEXICON = FLOOR | {"lexicon"}
ALLOWED = {
    "vocabularies": set(),
    "errors": set(),
    "records": {"vocabularies"},
    "lexicon": FLOOR,
    "settings": FLOOR,
    "syntax": FLOOR,
    "timex": LEXICON,
    "articles": LEXICON,
    "language": LEXICON,
    "mentions": LEXICON | {"syntax", "timex"},
    "links": LEXICON | {"syntax"},
    "normalise": LEXICON | {"timex"},
    "events": LEXICON,
    "watchlist": LEXICON,
    "tables": FLOOR,
    "export": FLOOR | {"tables"},
    "report": FLOOR | {"tables"},
    "review": FLOOR | {"tables", "export", "evaluate"},
    "evaluate": FLOOR | {"tables"},
    "stages": LEXICON
    | {"settings", "articles", "language", "mentions", "links", "normalise", "events", "timex"}
    | {"watchlist"},
    "run": LEXICON | {"settings", "stages", "tables", "export"},
    "cli": LEXICON
    | {"settings", "stages", "run", "evaluate", "export", "report", "review", "tables", "language"}
    | {"timex"},
    "__main__": {"cli"},
    "extraction": LEXICON | {"settings", "stages", "tables", "report"},
    "__init__": {"extraction", "settings"},
}
"""What each part of the package may import of the others."""

WITH_SPACY = {"syntax", "language", "mentions", "links", "stages"}
WITH_TORCH = {"language"}
SPACY_FILES = {"doc_bin.py"}
"""Files that write spaCy's own format."""


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "pipeline" else (module,)


SOURCES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=[path.relative_to(PACKAGE).as_posix() for path in SOURCES])
def test_architecture_imports_only_what_the_house_allows(path: Path) -> None:
    part = part_of(path)
    assert part in ALLOWED, f"{part} has no place in the house: add it to ALLOWED and to the README's map"
    for name in imports(path):
        root, *rest = name.split(".")
        if root == "pipeline" and rest:
            assert rest[0] == part or rest[0] in ALLOWED[part], f"{part} may not import pipeline.{rest[0]}"
        if root == "spacy":
            assert part in WITH_SPACY or path.name in SPACY_FILES, f"{part} may not import spaCy"
        if root in {"torch", "transformers"}:
            assert part in WITH_TORCH and "training" in path.parts, f"{path.name} may not import {root}"


@pytest.mark.parametrize("path", SOURCES, ids=[path.relative_to(PACKAGE).as_posix() for path in SOURCES])
def test_architecture_prints_nowhere_but_in_the_cli(path: Path) -> None:
    if part_of(path) == "cli":
        pytest.skip("the command line prints")
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


def test_architecture_labels_of_dependencies_stand_in_syntax_alone() -> None:
    labels = {"nsubj", "nsubjpass", "nsubj:pass", "dobj", "pobj", "xcomp", "ccomp", "advcl", "acl", "relcl", "appos"}
    for path in SOURCES:
        if part_of(path) in {"syntax", "language"}:
            continue
        strings = {
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not strings & labels, f"{path.relative_to(PACKAGE)} asks about the tree itself; ask pipeline.syntax"
