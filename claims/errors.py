"""The one tree of errors. Library code raises these; only the command line turns them into text.

    ClaimsError
    ├── InputError         what was given cannot be read or used
    │   └── UnknownEncoding
    ├── ModelMissing       the trained tagger cannot be run
    ├── NotFound           an id, a start of one or a name that fits nothing
    ├── Ambiguous          a start of an id or a name that fits several things
    ├── StoreError         the database file itself
    │   ├── NotOurDatabase
    │   ├── NewerDatabase
    │   └── DatabaseBusy
    └── Refused            the act is understood and not allowed
        ├── RefusedByFile      a trigger's fixed code; ``desk`` words it
        ├── NotAllowedNow      no such step from the claim's status
        ├── PolicyUnmet        the policy in force asks for more
        └── StaleVersion       somebody else was faster

A message says what is wrong and where; ``hint`` says what to try.
"""

from __future__ import annotations


class ClaimsError(Exception):
    """Anything that Claimdesk refuses or cannot do, worded for the person at the keyboard."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class InputError(ClaimsError):
    """A file, an option or a text that cannot be used as it is."""


class UnknownEncoding(InputError):
    """Bytes that are not text in the encoding that was expected."""


class ModelMissing(ClaimsError):
    """There is no model to find claims with, or nothing to run it with."""


class NotFound(ClaimsError):
    """Nothing in the database fits the id or the name."""


class Ambiguous(ClaimsError):
    """Several things fit the start of an id or the name."""


class StoreError(ClaimsError):
    """The database file cannot be used."""


class NotOurDatabase(StoreError):
    """The file is no SQLite database, or a database of something else."""


class NewerDatabase(StoreError):
    """The file was written by a later version of Claimdesk."""


class DatabaseBusy(StoreError):
    """Another process held the file for longer than we wait."""


class Refused(ClaimsError):
    """The act is understood, and the rules of the desk do not allow it."""


class RefusedByFile(Refused):
    """A trigger of the file refused a row; ``code`` is its fixed name, such as ``stale``."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The database refused the change ({code}).")
        self.code = code


class NotAllowedNow(Refused):
    """The life of a claim has no such step from where the claim stands."""


class PolicyUnmet(Refused):
    """The policy in force asks for something that the claim does not have yet."""


class StaleVersion(Refused):
    """Somebody changed the claim after it was read; both versions are in the message."""

    def __init__(self, message: str, *, expected: int, found: int, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.expected = expected
        self.found = found
