from __future__ import annotations

import pytest
from marked_text import found

from pipeline.lexicon import shared
from pipeline.links.reading import read_mentions, read_sentences
from pipeline.normalise.groups import Groups
from pipeline.normalise.parties import Parties
from pipeline.normalise.places import Codes
from pipeline.normalise.roles import Roles
from pipeline.records import Count
from pipeline.vocabularies import Label


@pytest.fixture(scope="module")
def groups() -> Groups:
    lexicon = shared()
    return Groups(Roles(lexicon), Parties(lexicon), Codes(lexicon))


@pytest.mark.parametrize(
    ("text", "group", "count", "expected"),
    [
        (
            "[Green|PARTY] [MPs|ROLE] left.",
            "Green MPs",
            Count(value=3),
            "count=3; role=Member of Parliament; party=Green; country=CAN",
        ),
        ("[Chilean|NORP] [senators|ROLE] left.", "Chilean senators", None, "role=Senator; country=CHL"),
        (
            "[Chilean|NORP] officials left.",
            "Chilean officials",
            Count(value=20, kind="at_least"),
            "count>=20; country=CHL",
        ),
        ("Officials met [Chilean|NORP] [senators|ROLE].", "Officials", None, ""),
    ],
)
def test_groups_tell_count_role_party_and_country(
    groups: Groups, text: str, group: str, count: Count | None, expected: str
) -> None:
    doc = found(text)
    mentions = read_mentions(doc, "mentions", read_sentences(doc))
    start = doc.text.index(group)
    whole = mentions[0].model_copy(
        update={"start": start, "end": start + len(group), "text": group, "label": Label.GROUP, "count": count}
    )
    assert groups.canonical(whole, mentions, ("CAN",)) == expected
