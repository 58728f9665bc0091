"""Several programs on one store: what another one changed is told, and shown when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline_tui import queries
from dateline_tui.messages import CountsRead, StoreSeen
from dateline_tui.screens.travelling import Travelling

LOOK_EVERY = 1.0  # seconds; a look reads one number of the file's header


class KeepingUp(Travelling):
    """Looks from time to time whether the store has changed; nothing moves on the screen until ``.`` is pressed."""

    _known: CountsRead | None = None  # the store as it is shown

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self.look_for_changes)

    def look_for_changes(self) -> None:
        if self._known is not None and self.reader.idle:
            self.reader.ask("changes", queries.seen(self._known))

    def on_store_seen(self, message: StoreSeen) -> None:
        known, now = self._known, message.counts
        if known is not None and now.version != known.version and "decide" not in self.waiting_for:
            self.bar.news(_news(known, now))

    def on_counts_read(self, message: CountsRead) -> None:
        """The counts are read whenever all is read again: what comes after them is news."""
        self._known = message
        self.bar.news("")

    def refresh_store(self, fact: str | None = None, instead: Sequence[str] = ()) -> None:
        """Reads everything again and stays where one is; on that ``fact`` where it is listed.

        Where the actor is gone whose facts are listed, the first of the actors ``instead`` that is there takes its
        place.
        """
        here = self.here
        actor, article = self.actors.listing.current, self.articles.listing.current
        self.forget()
        self._ask_actors(actor.actor.id if actor else None, instead)
        self._ask_articles(article.hash if article else None)
        self.visit(replace(here, fact=fact or here.fact), self.facts.listing.at, instead)

    def do_bring_in(self) -> None:
        self.refresh_store()


def _news(before: CountsRead, now: CountsRead) -> str:
    new = now.facts - before.facts
    if new > 0:
        return f"{new:,} new fact" + ("" if new == 1 else "s")
    more = now.articles - before.articles
    return f"{more:,} new article" + ("" if more == 1 else "s") if more > 0 else "changed elsewhere"
