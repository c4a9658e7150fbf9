"""From records to the formats that readers of the result take."""

from claims.export.json import to_json

__all__ = ["to_json"]
