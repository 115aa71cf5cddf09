"""The command line: thin commands over ``run``, ``evaluate``, the lexicon and the model, with help that teaches.

Exit codes: 0 all well; 1 the command could not do its work; 2 wrong usage; 3 the run is complete but some input
could not be used (it is listed in ``errors.csv``); 130 stopped by Ctrl-C.

What a command works with is imported when it runs, so that help and wrong usage are answered at once.
"""

from __future__ import annotations

from pipeline.cli.main import app, main

__all__ = ["app", "main"]
