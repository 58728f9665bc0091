"""Version 5 of the store, as SQL: three views for other programs, one row a fact, an actor, an article.

What they are called, their columns and what these mean is public: it stands in ``help/store.md`` and changes only with
the CHANGELOG. The tables behind them are not public. Every name is looked up for the rows that are read, and only where
the column is asked for, so that a condition on ``id``, ``hash`` or ``article`` costs the same in a store of any size.
"""

from __future__ import annotations

BETWEEN = "; "  # stands between two names of one column

#: the actor that the one of a party is shown as
_SHOWN = "coalesce((SELECT actor FROM shown_as WHERE local = p.actor), p.actor)"
#: the words of the columns that hold several names
_PARTY = (
    f"(SELECT group_concat(name, '{BETWEEN}') FROM (SELECT n.name FROM parties p "
    f"JOIN stored_actors n ON n.id = {_SHOWN} "
    "WHERE p.finding = f.id AND p.part = '{0}' GROUP BY n.id ORDER BY min(p.position)))"
)
_INFERRED = (
    f"(SELECT group_concat(name, '{BETWEEN}') FROM (SELECT DISTINCT n.name FROM parties p "
    f"JOIN stored_actors n ON n.id = {_SHOWN} WHERE p.finding = f.id AND p.inferred))"
)
_PER = f"(SELECT group_concat(value, '{BETWEEN}') FROM json_each(f.according_to))"

FACTS = f"""
CREATE VIEW facts AS
SELECT f.fact AS id, f.kind, e.type, e.mode, e.status, f.date, e.date_text, e.place, e.duration_minutes,
       {_PARTY.format("source")} AS source, {_PARTY.format("target")} AS target, {_INFERRED} AS inferred,
       {_PARTY.format("speaker")} AS speaker, s.verb, s.quote,
       {_PARTY.format("holder")} AS person, r.office, r."of",
       f.words, {_PER} AS according_to, f.sure, f.rejected, f.corrected, f.flagged, f.note, f.rule, f.start, f."end",
       a.hash AS article, a.title, a.outlet, a.url, a.lang, a.published
FROM findings f JOIN stored_articles a ON a.id = f.article
LEFT JOIN events e ON e.finding = f.id LEFT JOIN statements s ON s.finding = f.id LEFT JOIN roles r ON r.finding = f.id
"""

ACTORS = f"""
CREATE VIEW actors AS
SELECT n.id, n.name, n.kind, n.mentions, n.facts,
       (SELECT group_concat(spelling, '{BETWEEN}') FROM
         (SELECT spelling FROM names
          WHERE count > 0 AND actor IN (SELECT n.id UNION ALL SELECT local FROM shown_as WHERE actor = n.id)
          GROUP BY spelling ORDER BY sum(count) DESC, spelling)) AS spellings,
       n.registry AS imported
FROM stored_actors n WHERE n.id NOT IN (SELECT local FROM shown_as)
"""

ARTICLES = """
CREATE VIEW articles AS
SELECT a.hash, a.title, a.lang, a.published, a.outlet, a.url, a.length,
       (SELECT count(*) FROM findings WHERE article = a.id AND NOT rejected) AS facts,
       (SELECT count(*) FROM findings WHERE article = a.id AND NOT rejected AND NOT sure AND kind <> 'role') AS unsure,
       (SELECT count(*) FROM findings WHERE article = a.id AND rejected) AS rejected,
       a.read, a.sample, a.source, a.added, a.extractor, a.text
FROM stored_articles a
"""

#: in the order in which they have to run; a later version that changes their tables drops and makes them again
FIFTH: tuple[str, ...] = (FACTS, ACTORS, ARTICLES)
VIEWS = ("facts", "actors", "articles")
