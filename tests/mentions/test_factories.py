from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.mentions import FINDERS

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FACTORIES = PROJECT["entry-points"]["spacy_factories"]


@pytest.mark.parametrize("name", FACTORIES)
def test_factories_that_an_installed_package_offers_are_those_that_it_registers(name: str) -> None:
    module, _, function = FACTORIES[name].partition(":")
    assert Language.get_factory_meta(name).factory == name
    assert callable(getattr(import_module(module), function))


def test_factories_offered_are_all_finders() -> None:
    """The overlap policy is a plain function over what they found, which needs the import of its package."""
    assert set(FINDERS) - set(FACTORIES) == {"mention_overlap"}
