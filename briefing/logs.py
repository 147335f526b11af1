"""How the program's log is written: plain lines, or a JSON object a line.

What is logged are ids, names of rules and lines of the program; words of an article never are.
"""

from __future__ import annotations

import logging
from typing import Literal

import structlog

_OURS = ("briefing", "components", "serving")


def set_up(form: Literal["plain", "json"]) -> None:
    """Write the log of this process to standard error.

    Args:
        form: plain, or json for a JSON object a line.
    """
    before: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.processors.KeyValueRenderer(
            key_order=["timestamp", "level", "logger", "event"], drop_missing=True
        )
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    for name in _OURS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.INFO)
        logger.propagate = False
