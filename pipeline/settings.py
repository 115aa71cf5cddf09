"""The settings of a run: frozen, from a file, the environment and the command line, in that order of strength."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as UnreadError

from pipeline.errors import SettingsError

PREFIX = "SANCTION_EVENTS_"
FILE = "sanction-events.toml"


class Settings(BaseSettings):
    """Everything a user can set.

    Attributes:
        model: empty for the shipped model, a folder with one of ours, or the name of an installed spaCy pipeline.
        lexicon: folder of TOML files laid over the package's lexicon.
        published: publication date for articles that state none.
        date_order: how to read ``7/9/2020`` where the article does not tell.
        workers: number of processes; 0 for one per core, fewer where there is little to do.
        engine: ``local`` (processes of this machine) or ``ray`` (a cluster).
        address: of the Ray cluster; empty for a new one on this machine.
        storage: folder or URL for the results of units, which all machines reach; empty for the run folder.
        unit_size: input files per unit of work.
        max_bytes: largest article, in bytes of text, that is read.
        fields: field names of JSON and CSV dumps, ``title=headline`` and the like.
        archives: read ``.gz`` files too.
        formats: exporters to run, by name.
        raw_csv: write CSV cells as they are, also those that a spreadsheet would run as a formula.
        watchlist: list of sanctioned or watched persons and bodies to look people and targets up in.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_prefix=PREFIX)

    model: str = ""
    lexicon: Path | None = None
    published: date | None = None
    date_order: Literal["auto", "dmy", "mdy"] = "auto"
    workers: int = Field(default=0, ge=0)
    engine: Literal["local", "ray"] = "local"
    address: str = ""
    storage: str = ""
    unit_size: int = Field(default=16, ge=1)
    max_bytes: int = Field(default=1_000_000, ge=1)
    fields: dict[str, str] = Field(default_factory=dict)
    archives: bool = False
    formats: tuple[str, ...] = ("csv", "parquet", "jsonl")
    raw_csv: bool = False
    watchlist: Path | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: arguments over environment over file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(file: Path | None = None, **given: Any) -> Settings:
    """Return the settings of file, environment and arguments; arguments that are None count as not given.

    Args:
        file: TOML file; by default ``sanction-events.toml`` in the working folder where there is one.
        given: values from the command line.

    Raises:
        SettingsError: naming the setting at fault and those that exist.
    """
    if file is not None and not file.is_file():
        raise SettingsError(f"{file}: no such settings file")
    source = file or Path(FILE)

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=source)

    try:
        found = FromFile(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(str(part) for part in fault["loc"])
        known = ", ".join(Settings.model_fields)
        raise SettingsError(f"setting {name!r}: {fault['msg']} (settings are {known})") from error
    except UnreadError as error:
        raise SettingsError(
            f"environment: {error}; write lists and tables as JSON there, as in {PREFIX}FORMATS='[\"csv\"]'"
        ) from error
    except ValueError as error:
        raise SettingsError(f"{source}: not a TOML file in UTF-8: {error}; mend it") from error
    except OSError as error:
        raise SettingsError(f"{source}: cannot be read: {error.strerror}; name another with --config") from error
    # A class made in a function cannot be sent to other processes; its values are checked already.
    return Settings.model_construct(**dict(found))
