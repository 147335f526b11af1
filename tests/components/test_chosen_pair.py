from __future__ import annotations

import pytest

from components.chosen_pair import as_address, from_address
from components.map.selection import Selection


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("KOR", Selection("KOR")),
        ("KOR.RUS", Selection("KOR", "RUS")),
        ("KOR.alliance:nato", Selection("KOR", "alliance:nato")),
        ("KOR.RUS.verbal-conflict", Selection("KOR", "RUS", "verbal-conflict")),
        ("KOR.RUS.verbal-conflict.both", Selection("KOR", "RUS", "verbal-conflict", both=True)),
    ],
)
def test_address_holds_a_choice_whole(address, chosen) -> None:
    assert from_address(address) == chosen
    assert as_address(chosen) == address


@pytest.mark.parametrize("address", ["", ".", "KOR.", ".RUS", "KOR.RUS.anger", "A.B.C.D.E"])
def test_address_that_is_no_choice_is_none(address) -> None:
    assert from_address(address) is None
