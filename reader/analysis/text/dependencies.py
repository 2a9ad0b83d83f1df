"""The labels of spaCy's English models (CLEAR style) turned into Universal Dependencies.

A tree goes in and a tree comes out: ``heads`` are indices into the same list.
"""

from __future__ import annotations

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "predet": "det:predet",
    "prt": "compound:prt",
    "npadvmod": "obl:npmod",
    "neg": "advmod",
    "preconj": "cc:preconj",
    "quantmod": "advmod",
    "nmod": "compound",
    "intj": "discourse",
    "meta": "dep",
    "oprd": "xcomp",
    "ROOT": "root",
}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM", "ADJ"}


def to_universal(labels: list[str], heads: list[int], pos: list[str]) -> tuple[list[str], list[int]]:
    """Labels and heads in Universal Dependencies: prepositions become ``case`` of the noun they govern."""
    deps = [_RENAMED.get(label, label) for label in labels]
    ups = list(heads)
    for i, label in enumerate(labels):
        if label not in ("prep", "agent", "dative") or pos[i] not in ("ADP", "SCONJ", "ADV", "PART", "VERB", "ADJ"):
            if label == "dative":
                deps[i] = "iobj"
            continue
        inner = next((j for j, h in enumerate(heads) if h == i and j != i and labels[j] in ("pobj", "pcomp")), None)
        if inner is None:
            deps[i] = "case" if label == "prep" else deps[i]
            continue
        _lower_preposition(i, inner, labels, heads, pos, deps, ups)
    return deps, ups


def _lower_preposition(
    i: int, inner: int, labels: list[str], heads: list[int], pos: list[str], deps: list[str], ups: list[int]
) -> None:
    above = ups[i]
    clausal = labels[inner] == "pcomp" and pos[inner] in ("VERB", "AUX")
    nominal_head = pos[heads[i]] in _NOMINAL
    if labels[i] == "agent":
        deps[inner] = "obl:agent"
    elif clausal:
        deps[inner] = "acl" if nominal_head else "advcl"
    elif nominal_head and labels[i] == "prep":
        deps[inner] = "nmod"
    else:
        deps[inner] = "obl"
    ups[inner] = above
    ups[i] = inner
    deps[i] = "mark" if clausal else "case"
    for j, head in enumerate(heads):
        if head == i and j not in (i, inner) and ups[j] == i:
            ups[j] = inner
