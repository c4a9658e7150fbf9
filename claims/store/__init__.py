"""Values in and out of one SQLite file. All SQL of the project is in this folder."""

from claims.store.connection import Store, configure, open_store

__all__ = ["Store", "configure", "open_store"]
