"""The bill of materials names every package of the lock file, with its hashes and licence."""

from __future__ import annotations

from scripts.licences import ROOT, locked
from scripts.sbom import bill


def test_every_locked_package_stands_in_the_bill() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    made = bill(lock)
    held = {part["name"]: part for part in made["components"]}
    assert {name: part["version"] for name, part in held.items()} == locked("requirements.lock")
    assert all(part["properties"] and part["licenses"] for part in held.values())
    hashes = sum(len(part["properties"]) for part in held.values())
    assert hashes == lock.count("--hash=sha256:")
    assert bill(lock) == made
