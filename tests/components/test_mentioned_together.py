from __future__ import annotations

import pandas as pd

from components.mentioned_together import in_both


def mentions(*places: tuple[str, int], name: str) -> pd.DataFrame:
    rows = [
        {"article_id": article, "sentence": sentence, "text": name} for article, sentence in places
    ]
    return pd.DataFrame(rows)


def test_sentences_of_a_pair_are_those_that_name_both() -> None:
    chile = mentions(("a", 1), ("a", 2), ("b", 2), name="Chile")
    peru = mentions(("a", 2), ("a", 2), ("b", 1), name="Peru")
    both = in_both(chile, peru)
    assert both["text"].tolist() == ["Chile", "Peru", "Peru"]
    assert set(zip(both["article_id"], both["sentence"], strict=True)) == {("a", 2)}
