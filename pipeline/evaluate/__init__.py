"""Scores a run against gold: reading gold, alignment, scores with intervals, error listing, comparison of runs.

The scores are those that outputs.md defines. Where it leaves something open, this is how it is read:

* Every alignment is optimal, not greedy. People: most matches, then the most alike names, then shared roles and
  parties. Dates: most overlaps, then same spans, then same values. Events: most matching fills (which is the best
  alignment for the slot score), then fewest that do not match, then a common evidence sentence.
* A given name contradicts when one of the shorter name agrees with none of the longer; initials agree.
* Roles, parties and fills are sets: what is told twice counts once. The roles and parties of an unmatched person
  are missing or spurious.
* Precision or recall over nothing is 0 where the other side has items, undefined where neither has.
* Partial spans: same span 1, overlap with the same label a half (MUC); only labels that the span gold uses count.
* An article with gold and without any row is scored as empty; gold without its article is named and not scored.
"""

from __future__ import annotations

from pipeline.evaluate.compare import Changes, compare
from pipeline.evaluate.comparison import PlainResolver, Resolver
from pipeline.evaluate.evaluation import Evaluation, evaluate, write_evaluation
from pipeline.evaluate.gold import GoldCheck, GoldSet, check_gold, read_gold, read_gold_folder
from pipeline.evaluate.metrics import Metrics, metrics_json, read_metrics
from pipeline.evaluate.printing import change_text, score_text
from pipeline.evaluate.standoff import standoff, standoff_json

__all__ = [
    "Changes",
    "Evaluation",
    "GoldCheck",
    "GoldSet",
    "Metrics",
    "PlainResolver",
    "Resolver",
    "change_text",
    "check_gold",
    "compare",
    "evaluate",
    "metrics_json",
    "read_gold",
    "read_gold_folder",
    "read_metrics",
    "score_text",
    "standoff",
    "standoff_json",
    "write_evaluation",
]
