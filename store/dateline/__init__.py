"""dateline: cited facts from news in several languages.

``from dateline import extract`` is the whole public interface of the text core; everything else is reached through
the ``dateline`` command or by importing the module that does it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.extract import extract as extract

__all__ = ["__version__", "extract"]
__version__ = "0.1.0"


class _Package(ModuleType):
    """``dateline.extract`` is the function, though the subpackage that holds its parts has the same name.

    It is loaded when asked for: ``dateline find`` needs none of it.
    """

    @property
    def extract(self) -> Any:
        return import_module("dateline.extract").extract

    @extract.setter
    def extract(self, module: ModuleType) -> None:
        """Importing the subpackage would put it here; the function stays."""


sys.modules[__name__].__class__ = _Package
