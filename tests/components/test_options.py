"""What a link may carry as a value of the filter."""

from __future__ import annotations

import pandas as pd
import pytest

from components.options import build_options, country_code

FRAME = pd.DataFrame(
    {
        "id": ["person:kim-1", "person:kim-2", "person:lee"],
        "name": ["Kim", "Kim", "Lee · 3"],
        "country": ["KOR", "PRK", None],
        "quotes": [1200, 3, 0],
    }
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("person:kim-2", "person:kim-2"),
        ("Kim · 1,200", "person:kim-1"),
        ("Kim · 7", "person:kim-1"),
        ("Kim (1,200 quotations)", "person:kim-1"),
        ("Kim (1 quotation)", "person:kim-1"),
        ("Kim (PRK) (3 quotations)", "person:kim-2"),
        ("Kim (PRK) · 3", "person:kim-2"),
        ("Lee · 3 · 0", "person:lee"),
        ("Lee · 3", "person:lee"),
        ("“Kim”: no match", "person:kim-1"),
        ("Park", None),
        ("", None),
    ],
)
def test_value_of_a_text(text: str, value: str | None) -> None:
    options = build_options(FRAME, value="id", name="name", count="quotes", more="country")
    assert options.value(text) == value


def test_labels_carry_counts_and_are_all_different() -> None:
    options = build_options(
        FRAME, value="id", name="name", count="quotes", more="country", noun="quotation"
    )
    labels = [options.label(value) for value in options.names]
    assert labels == [
        "Kim (1,200 quotations)",
        "Kim (PRK) (3 quotations)",
        "Lee · 3 (0 quotations)",
    ]


def test_label_of_what_is_not_offered_says_so() -> None:
    options = build_options(FRAME, value="id", name="name", count="quotes")
    assert options.label("Nobody") == "“Nobody”: no match"


@pytest.mark.parametrize(
    ("text", "code"),
    [("FRA", "FRA"), ("fra", "FRA"), ("France", "FRA"), ("XXX", None), ("Atlantis", None)],
)
def test_country_has_a_code_whether_the_library_names_it_or_not(
    text: str, code: str | None
) -> None:
    assert country_code(text) == code


def test_values_come_once_and_in_order() -> None:
    options = build_options(FRAME, value="id", name="name", count="quotes")
    assert options.values(["Lee · 3", "junk", "person:lee", "Kim"]) == [
        "person:lee",
        "person:kim-1",
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("dprk", "PRK"), ("north korea", "PRK"), ("PRK", "PRK"), ("Holland", None)]
)
def test_country_goes_by_any_of_its_names(text: str, value: str | None) -> None:
    frame = pd.DataFrame({"country": ["PRK"], "name": ["North Korea"], "facts": [4]})
    options = build_options(frame, value="country", name="name", count="facts")
    assert options.value(text) == value
