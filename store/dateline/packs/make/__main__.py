"""Writes every generated table anew: ``python -m dateline.packs.make``."""

from __future__ import annotations

import sys

from dateline.packs.make import countries, lists, towns
from dateline.packs.make.compact import FOLDER


def main() -> int:
    """Writes the tables that changed and names them on stderr; 0 when done."""
    tables = {"countries.json": countries.table(), **towns.tables(), **lists.tables()}
    for name, text in tables.items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"{name} written", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
