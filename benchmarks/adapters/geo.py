"""Places with their country in the shape of the geographic gold."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc


def prediction(doc: Doc, document: dict[str, Any]) -> dict[str, Any]:
    """Write the mentions by name of countries and of places that lie in one country."""
    places = []
    for mention in doc._.mentions:
        entity = doc._.entities[mention.entity_id]
        named = mention.form not in ("pronoun", "description")
        if named and entity.kind in ("country", "place") and entity.country:
            places.append(
                {"start": mention.start, "end": mention.end, "country_iso3": entity.country}
            )
    return {"places": places}
