"""dateline: cited facts from news in several languages.

``from dateline import extract`` is the whole public interface of the text core; everything else is reached through
the ``dateline`` command or by importing the module that does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.extract import extract as extract

__all__ = ["__version__", "extract"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the extractor only when it is asked for: ``dateline find`` needs none of it."""
    if name == "extract":
        from dateline.extract import extract

        return extract
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
