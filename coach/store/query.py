"""Queries as TinyDB has them: `where("commitment") == one.id`. Only the store knows where they come from."""

from tinydb import where

__all__ = ["where"]
