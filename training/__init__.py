"""Makes the model that ``claims.extract.minilm`` runs; not part of the installed package."""
