"""The dependency labels and tags of both label sets, by what they mean."""

from __future__ import annotations

SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubjpass"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "nsubj:pass", "csubj:pass", "csubjpass"})
PASSIVE_AUX = frozenset({"auxpass", "aux:pass"})
AUX = frozenset({"aux", "cop"}) | PASSIVE_AUX
OBJECTS = frozenset({"obj", "dobj"})
OBLIQUES = frozenset(
    {"obl", "nmod", "obl:agent", "obl:tmod", "obl:unmarked", "nmod:unmarked", "obl:npmod", "obl:arg", "npadvmod"}
)
POSSESSIVES = frozenset({"nmod:poss", "poss"})
RELATIVES = frozenset({"acl:relcl", "relcl"})
RECIPIENTS = frozenset({"iobj", "dative"})
PARTICIPLES = frozenset({"acl"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "pcomp"})
FLAT = frozenset({"compound", "flat", "flat:name", "goeswith", "fixed", "nmod:desc"})
MODIFIERS = frozenset({"amod", "nummod", "nmod", "det", "quantmod", "advmod"}) | FLAT | POSSESSIVES
NOT_OF_PHRASE = frozenset(
    {"case", "conj", "cc", "appos", "punct", "parataxis", "cop", "mark", "cc:preconj", "list", "dep"}
)
CLAUSAL = frozenset({"acl", "advcl", "ccomp", "xcomp", "advcl:relcl"}) | RELATIVES
ROOTS = frozenset({"ROOT", "root"})
VERBAL = frozenset({"VERB", "AUX"})
MODAL_TAG = "MD"
PAST_TAGS = frozenset({"VBD", "VBN"})
NEGATION_LABELS = frozenset({"neg"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
