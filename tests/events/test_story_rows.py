from __future__ import annotations

from datetime import date

import pytest

from pipeline.events.story_rows import source_of

from .tellings import article, gathered, rows


def test_story_rows_tell_what_the_articles_tell_together() -> None:
    results = [
        article("a", "impose; USA; BLR; Ida Berg; 2021-03", published="2021-03-23", path="north/a.txt"),
        article("b", "impose; EU, USA; BLR; Ida Berg, the judge; 2021-03-22", published="2021-03-22", path="b.txt"),
        article("c", "lift; EU; MMR", path="north/c.txt"),
        article("d", "impose; USA; ; Ms Berg; 2021", published="2021-06-01", path="north/d.txt"),
    ]
    found = gathered(results)
    assert [[story.story_id for story in result.stories] for result in found] == [[], [], ["c1"], ["b1"]]
    story = found[3].stories[0]
    assert (story.date, story.senders, story.target_countries) == ("2021-03-22", ("EU", "USA"), ("BLR",))
    assert (story.targets, story.articles, story.sources) == (("Ida Berg", "the judge"), 3, 2)
    assert (story.first_published, story.last_published) == (date(2021, 3, 22), date(2021, 6, 1))
    assert story.article_ids == ("a", "b", "d")
    assert found[2].stories[0].first_published is None


@pytest.mark.parametrize(("repeats", "sources"), [((), 2), ((1,), 1), ((0, 1), 1)])
def test_story_rows_count_repeated_articles_but_not_as_sources(repeats: tuple[int, ...], sources: int) -> None:
    row = "impose; USA; BLR; ; 2021-03-22"
    results = [article("a", row, path="north/a.txt"), article("b", row, path="south/b.txt")]
    (story,) = rows(results, repeats=repeats)
    assert (story.articles, story.sources) == (2, sources)


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("a.txt", "", "."),
        ("north/2021/a.txt", "", "north/2021"),
        ("dumps/all.jsonl#12", "", "dumps/all.jsonl"),
        ("dumps/all.jsonl#12", "Lunden Post", "lunden post"),
        ("north/#12.txt", "", "north"),
        ("#12", "", "."),
    ],
)
def test_story_rows_take_the_source_from_dump_or_folder(path: str, source: str, expected: str) -> None:
    assert source_of(article("a", path=path, source=source).article) == expected
