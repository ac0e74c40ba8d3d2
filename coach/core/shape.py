"""Small frozen classes with named fields, read like dataclasses.

The standard ones import `inspect` and compile every class: together a fifth of a quick command's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Shape:
    """Fields are what is annotated, in the order of the classes; a value in the class is a default."""

    types: ClassVar[Mapping[str, str]] = {}
    """The annotation of each field, as it is written."""
    needed: ClassVar[frozenset[str]] = frozenset()
    """Those that have to be given."""

    def __init_subclass__(cls) -> None:
        own = {name: kind for name, kind in cls.__annotations__.items() if not kind.startswith("ClassVar")}
        cls.types = {**cls.types, **own}
        cls.needed = frozenset(name for name in cls.types if not hasattr(cls, name))

    def __init__(self, **values: Any) -> None:
        if wrong := (self.needed - values.keys()) | (values.keys() - self.types.keys()):
            raise TypeError(f"{type(self).__name__} and {', '.join(sorted(wrong))} do not fit")
        self.__dict__.update(values)

    def but(self, **values: Any) -> Self:
        """One like this, other in these fields."""
        return type(self)(**(self.__dict__ | values))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} stays as it is")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(tuple(self._values()))

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in zip(self.types, self._values(), strict=True))
        return f"{type(self).__name__}({', '.join(said)})"

    def _values(self) -> list[Any]:
        return [getattr(self, name) for name in self.types]
