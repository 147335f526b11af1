"""The software bill of materials of the packages that the program runs with, as CycloneDX JSON.

`python -m scripts.sbom FILE` writes it from requirements.lock; the same lock file gives the same
bytes.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from briefing.version import VERSION
from scripts.licences import ROOT, licence

_NAMESPACE = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
_PACKAGE = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;\\]+)(?P<hashes>.*(?:\n\s+--hash=.*)*)", re.MULTILINE
)


def bill(lock: str) -> dict[str, Any]:
    """Return the bill of materials.

    Args:
        lock: The text of the lock file.
    """
    packages = [_component(found) for found in _PACKAGE.finditer(lock)]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(_NAMESPACE, f'briefing {VERSION} {lock}')}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "briefing",
                "name": "briefing",
                "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": packages,
        "dependencies": [
            {"ref": "briefing", "dependsOn": [package["bom-ref"] for package in packages]}
        ],
    }


def _component(found: re.Match[str]) -> dict[str, Any]:
    purl = f"pkg:pypi/{found['name']}@{found['version']}"
    told = licence(found["name"])
    return {
        "type": "library",
        "bom-ref": purl,
        "name": found["name"],
        "version": found["version"],
        "purl": purl,
        **({"licenses": [{"expression": told}]} if told else {}),
        # Of all its files, for every platform: those of the bundle are in SHA256SUMS.
        "properties": [
            {"name": "briefing:sha256", "value": each}
            for each in sorted(re.findall(r"sha256:([0-9a-f]{64})", found["hashes"]))
        ],
    }


def main() -> int:
    """Write the bill to the file that is named."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m scripts.sbom FILE\n")
        return 2
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    text = json.dumps(bill(lock), indent=1, ensure_ascii=False)
    Path(sys.argv[1]).write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
