"""Intake: from files and bytes to articles with a canonical text.

It is the only floor that changes a text, once; whoever comes later counts in the text that it makes.
"""

from claims.intake.canonical import RECIPE, canonical
from claims.intake.particulars import Particulars
from claims.intake.reading import MAX_BYTES, read_bytes, read_path
from claims.intake.urls import normal_url, registrable_domain, same_site
from claims.intake.walking import STDIN, walk

__all__ = [
    "MAX_BYTES",
    "RECIPE",
    "STDIN",
    "Particulars",
    "canonical",
    "normal_url",
    "read_bytes",
    "read_path",
    "registrable_domain",
    "same_site",
    "walk",
]
