"""What a person typed into a form, kept so that a refusal loses nothing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Typed:
    """The fields of a form that was refused, for filling it again; empty on a page that was only asked for.

    ``act`` names the act, such as ``decide``; ``typed.of("decide", "rationale", claim.rationale)`` is what was typed
    there, or the value that stands where another form, or none, was refused.
    """

    def __init__(self, act: str | None = None, fields: Mapping[str, Sequence[str]] | None = None) -> None:
        self.act = act
        self.fields = dict(fields or {})

    def of(self, act: str, name: str, standing: object = None) -> str:
        """What was typed in a field of an act, or else what stands."""
        if act == self.act:
            return next(iter(self.fields.get(name, ())), "")
        return "" if standing is None else str(standing)

    def chosen(self, act: str, name: str, value: object, standing: object = None) -> bool:
        """Say whether an option of a field is to be shown as chosen."""
        if act == self.act:
            return str(value) in self.fields.get(name, ())
        return value == standing
