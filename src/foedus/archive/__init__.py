"""The archive: many pages, their findings, and the index by which a new fact finds the sentences that it makes untrue.

At any time an archive is judged by one record on one day. :class:`~foedus.archive.store.Archive` keeps it; adding pages, bringing it up to date and
listing what went stale are modules of their own.
"""
