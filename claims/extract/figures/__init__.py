"""Figures in words: what a newsroom disputes."""

from claims.extract.figures.find import find_figures

__all__ = ["find_figures"]
