"""Tables that are worked out once for each language pack and then kept with it."""

from __future__ import annotations

from dateline.packs.tables import once_per_pack as once_per_pack
