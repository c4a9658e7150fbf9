"""Values in and out of one SQLite file. All SQL of the project is in this folder."""

from claims.store.connection import Store, configure, is_current, is_ours, open_store

__all__ = ["Store", "configure", "is_current", "is_ours", "open_store"]
