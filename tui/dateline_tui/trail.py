"""Everywhere one has been, as values: places to come back to, steps back and forward."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from dateline.actors.search import SCOPES, Scope
from dateline_tui.state import PaneName, Place, Side, Subject

LONGEST = 100  # places kept in each direction


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in the dashboard: what was listed, which fact was chosen and who had the keys."""

    side: Side = "actors"
    place: Place = "search"
    query: str = ""
    subject: Subject | None = None
    filter: str = ""
    fact: str | None = None  # id
    article: str | None = None  # hash of the article on the right
    cursor: int | None = None  # code points into its text
    scope: Scope = "all"  # which spellings the query may find

    def like(self, other: Visit) -> bool:
        """Whether going from one to the other would show nothing new but who has the keys."""
        mine = (self.subject, self.filter, self.fact, self.article, _pane(self))
        return mine == (other.subject, other.filter, other.fact, other.article, _pane(other))

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_json(kept: dict[str, Any]) -> Visit:
        """The visit that was kept; TypeError or ValueError where it is none."""
        subject = kept.get("subject")
        if kept.get("scope", "all") not in SCOPES:
            raise ValueError(f"no search is called {kept['scope']}")
        return Visit(**kept | {"subject": None if subject is None else Subject(**subject)})


def _pane(visit: Visit) -> PaneName:
    return "actors" if visit.place == "search" else visit.place


class Trail(NamedTuple):
    """Places behind and before, the nearest last."""

    behind: tuple[Visit, ...] = ()
    ahead: tuple[Visit, ...] = ()

    def left(self, here: Visit) -> Trail:
        """After going on from ``here`` to somewhere new."""
        if self.behind and self.behind[-1].like(here):
            return Trail(self.behind)
        return Trail((*self.behind, here)[-LONGEST:])

    def back(self, here: Visit) -> tuple[Trail, Visit | None]:
        """One step back from ``here``: the trail then, and where it leads; None at its beginning."""
        behind = self.behind
        while behind and behind[-1].like(here):
            behind = behind[:-1]
        if not behind:
            return self, None
        return Trail(behind[:-1], (*self.ahead, here)[-LONGEST:]), behind[-1]

    def forward(self, here: Visit) -> tuple[Trail, Visit | None]:
        """One step forward again; None at the end."""
        if not self.ahead:
            return self, None
        return Trail((*self.behind, here)[-LONGEST:], self.ahead[:-1]), self.ahead[-1]
