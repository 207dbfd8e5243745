"""Immutable values with named fields: what frozen dataclasses are, without the code that they generate for each class.

Type checkers take a :class:`Value` for a frozen dataclass. The methods are written once, here: a question to Foedus is answered in less time
than the standard decorator (and :mod:`inspect`, which it imports) takes to define the classes that the answer passes through.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A value that equals another of its class with the same fields, can be hashed if they can, and never changes.

    Subclasses list their fields as annotations, those of their bases first; class attributes of the same name are defaults.
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, kw_only: bool = False) -> None:
        # *kw_only* speaks to type checkers: bases may then have defaults where their subclasses have none.
        super().__init_subclass__()
        annotations = vars(cls).get("__annotations__", {})  # inspect.get_annotations would bring in what this module is there to avoid
        own = tuple(name for name, annotation in annotations.items() if not str(annotation).startswith("ClassVar"))
        cls._fields = (*(name for name in cls._fields if name not in own), *own)

    def __init__(self, *values: Any, **named: Any) -> None:
        fields = self.__dict__
        if len(values) > len(self._fields):
            raise TypeError(f"{type(self).__name__} has {len(self._fields)} fields, not {len(values)}")
        fields.update(zip(self._fields, values, strict=False))
        for name in self._fields[len(values) :]:
            if name in named:
                fields[name] = named.pop(name)
            elif hasattr(type(self), name):
                fields[name] = getattr(type(self), name)
            else:
                raise TypeError(f"{type(self).__name__} needs '{name}'")
        if named:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}, or was given it twice")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} does not change: make another with but({name}=…)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def but(self, **changes: Any) -> Self:
        """The same value, but for some fields."""
        return type(self)(**{name: getattr(self, name) for name in self._fields} | changes)

    def _key(self) -> tuple[Any, ...]:
        fields = self.__dict__
        return tuple([fields[name] for name in self._fields])

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self._key() == other._key())

    def __hash__(self) -> int:
        return hash((type(self), self._key()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)})"
