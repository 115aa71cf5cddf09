from __future__ import annotations

import pytest

from pipeline.articles.assembly import source_name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("", ""),
        (" Lunden Post ", "Lunden Post"),
        ("lunden.example", "lunden.example"),
        ("https://www.Lunden.example/2021/x?y#z", "lunden.example"),
        ("//news.lunden.example:8080/x", "news.lunden.example"),
        ("Lunden\ud800Post", "Lunden\ufffdPost"),
        ("A paragraph\nof an article", ""),
        ("long " * 40, ""),
    ],
)
def test_assembly_names_the_source(value: str, name: str) -> None:
    assert source_name(value) == name
