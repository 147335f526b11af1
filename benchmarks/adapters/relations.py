"""Relations in the shape of PLOVER's and ConfliBERT's gold: countries only."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Write the relations between countries with their quad class (gold writes it with _)."""
    return {
        "events": [
            {
                "source": relation.source,
                "target": relation.target,
                "quad": relation.quad.replace("-", "_"),
            }
            for relation in doc._.relations
            if ":" not in relation.source + relation.target
        ]
    }
