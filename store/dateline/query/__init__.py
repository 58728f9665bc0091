"""The query language for facts, the same on the command line and in the dashboard.

``parse`` makes a frozen :class:`Query` of a text, :func:`where` SQL of that, ``complete`` tells what may stand at the
cursor. Nothing here knows a store: what its words mean there, ``dateline.db.ask`` looks up.
"""

from dateline.query.complete import Completion as Completion
from dateline.query.complete import complete as complete
from dateline.query.parse import Query as Query
from dateline.query.parse import Term as Term
from dateline.query.parse import parse as parse
from dateline.query.sql import Where as Where
from dateline.query.sql import where as where
from dateline.query.tokens import QueryError as QueryError
from dateline.query.tokens import typed as typed
