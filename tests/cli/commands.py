"""The commands as their application has them, and how tests call them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from pipeline.cli import app, main


def commands(command: Any = None, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its whole name."""
    command = command or typer.main.get_command(app)
    if not hasattr(command, "commands"):
        yield name, command
        return
    for part, other in command.commands.items():
        yield from commands(other, f"{name} {part}".strip())


COMMANDS = dict(commands())


def call(*arguments: object) -> int:
    """Call the command line as the console does and return its exit code."""
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    code = end.value.code
    return code if isinstance(code, int) else 0
