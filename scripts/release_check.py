"""`make release-check`: what must hold before a version is given to anybody.

The wheel is built and installed into an environment of its own, which sees the packages of .venv;
then everything that the documents tell to type is typed, with a library of its own, and the two
commands that the README begins with are tried in an empty home (empty_home.py).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

from briefing.version import VERSION
from scripts import documented, empty_home, licences
from scripts.commands import CheckError, free_port, run, tell, wait_until_well

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120


def main() -> int:
    """Check everything; say what fails and return 1, or 0."""
    with tempfile.TemporaryDirectory(prefix="briefing-release-") as folder:
        try:
            check(Path(folder))
        except CheckError as error:
            sys.stderr.write(f"release check: {error}\n")
            return 1
    tell(f"version {VERSION} can be released")
    return 0


def check(folder: Path) -> None:
    """Check everything, with `folder` for what is made.

    Raises:
        CheckError: Something does not hold.
    """
    tell("changelog and licences")
    check_changelog((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), VERSION)
    if wrong := licences.refused():
        raise CheckError("; ".join(f"{name}: {reason}" for name, reason in wrong.items()))

    tell("the wheel: built, and installed where nothing of the project's folder is seen")
    python = install(build(folder / "wheel"), folder / "environment")
    desk = folder / "desk"
    desk.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "XDG_DATA_HOME": str(folder / "data"),
    }
    briefing = str(python.with_name("briefing"))
    run([briefing, "--help"], desk, environment)
    run([briefing, "status"], desk, environment)
    seen = run([str(python), "-P", "-c", "import briefing; print(briefing.__file__)"], desk)
    if not seen.startswith(str(folder)):
        raise CheckError(f"the environment imports {seen.strip()} and not what was installed")

    words = documented.filled_in(folder)
    for name in documented.DOCUMENTS:
        tell(name)
        text = (ROOT / name).read_text(encoding="utf-8")
        for arguments in documented.commands(text, words):
            if arguments[0] == "run" and "--help" not in arguments:
                check_app(briefing, desk, environment)
            elif arguments[0] != "watch" or "--once" in arguments:  # else it goes on for ever
                run([briefing, *arguments], desk, environment)
        for script in documented.scripts(text):
            run([str(python), "-P", "-c", script], ROOT, environment)
        for module in documented.modules(text):
            if not module.startswith("training"):  # needs packages of its own
                run([sys.executable, "-m", module, "--help"], ROOT)

    tell("the README's two commands, in an empty home")
    (folder / "empty").mkdir()
    empty_home.check(folder / "empty")


def check_changelog(text: str, version: str) -> None:
    """Check that the changelog has a section of the version, with its day.

    Raises:
        CheckError: It has none.
    """
    if not re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", text, re.MULTILINE):
        raise CheckError(f"CHANGELOG.md has no line “## [{version}] - YYYY-MM-DD”")


def build(folder: Path) -> Path:
    """Build the wheel with the pinned tools and return it."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    run([*pip, "--no-index", "--wheel-dir", str(folder), str(ROOT)], ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel into a new environment that sees the packages of this one.

    Returns:
        The environment's Python.
    """
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    run([*pip, str(wheel)], folder)
    return python


def check_app(briefing: str, desk: Path, environment: dict[str, str]) -> None:
    """Start the app and ask it whether it is well.

    Raises:
        CheckError: It does not answer.
    """
    port = free_port()
    log = desk / "server.log"
    with log.open("w", encoding="utf-8") as said:
        command = [briefing, "run", "--port", str(port)]
        app = subprocess.Popen(command, cwd=desk, env=environment, stdout=said, stderr=said)
    try:
        wait_until_well(port, app, log, START_SECONDS)
    finally:
        app.terminate()
        app.wait(timeout=30)


if __name__ == "__main__":
    raise SystemExit(main())
