"""People of all articles as one list: who is named most, with roles and parties.

Who is one person in several articles is what the run's table says: those of one ``person_id``.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from pipeline.tables import Frames

Entry = dict[str, Any]


def people(frames: Frames) -> list[Entry]:
    """Return the people of a run, most mentioned first.

    Returns:
        dicts of ``name``, ``mentions``, ``roles`` (lists of role, organisation, country, status), ``parties``, and
        ``places`` (pairs of article id and person id, in run order).
    """
    found: dict[str, Entry] = {}
    names: dict[str, Counter[str]] = {}
    for row in frames["people"].to_dict("records"):
        key = row["person_id"]
        entry = found.setdefault(key, {"name": "", "mentions": 0, "roles": [], "parties": [], "places": []})
        entry["mentions"] += int(row["mentions"])
        entry["places"].append([row["article_id"], key])
        names.setdefault(key, Counter())[row["name"]] += int(row["mentions"])
    for key, forms in names.items():
        found[key]["name"] = forms.most_common(1)[0][0]
    _add_affiliations(found, frames["affiliations"])
    return sorted(found.values(), key=lambda entry: (-entry["mentions"], entry["name"], entry["places"]))


def _add_affiliations(found: dict[str, Entry], affiliations: pd.DataFrame) -> None:
    for row in affiliations.to_dict("records"):
        entry = found[row["person_id"]]
        role = [row["role"], row["organization"], row["country"], row["status"]]
        if (row["role"] or row["organization"]) and role not in entry["roles"]:
            entry["roles"].append(role)
        if row["party"] and row["party"] not in entry["parties"]:
            entry["parties"].append(row["party"])
