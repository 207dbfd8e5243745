"""Immutable values with named fields: what frozen dataclasses are, without the code that they generate for each class.

Type checkers take a :class:`Value` for a frozen dataclass. The methods are written once, here: a question to Foedus is answered in less time
than the standard decorator (and :mod:`inspect`, which it imports) takes to define the classes that the answer passes through.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A value that equals another of its class with the same fields, can be hashed if they can, and never changes.

    Subclasses list their fields as annotations, those of their bases first; class attributes of the same name are defaults.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls, kw_only: bool = False) -> None:
        # *kw_only* speaks to type checkers: bases may then have defaults where their subclasses have none.
        super().__init_subclass__()
        own = _own_fields(cls)
        cls._fields = (*(name for name in cls._fields if name not in own), *own)
        cls._defaults = {name: getattr(cls, name) for name in cls._fields if hasattr(cls, name)}

    def __init__(self, *values: Any, **named: Any) -> None:
        fields, names = self.__dict__, self._fields
        fields.update(self._defaults)
        fields.update(zip(names, values, strict=False))
        fields.update(named)
        if (
            len(fields) != len(names)
            or len(values) > len(names)
            or (values and named and not named.keys().isdisjoint(names[: len(values)]))
        ):
            raise TypeError(self._fault(values, named))

    @classmethod
    def _fault(cls, values: tuple[Any, ...], named: dict[str, Any]) -> str:
        if len(values) > len(cls._fields):
            return f"{cls.__name__} has {len(cls._fields)} fields, not {len(values)}"
        given = {*cls._fields[: len(values)], *named, *cls._defaults}
        missing = [name for name in cls._fields if name not in given]
        if missing:
            return f"{cls.__name__} needs '{missing[0]}'"
        return f"{cls.__name__} has no field {', '.join(name for name in named)}, or was given it twice"

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


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Packed(tuple[Any, ...]):
    """A value with named fields that is a tuple of them underneath, made with keywords only.

    Tens of thousands are restored from plain tuples in hundredths of a second. Fields are listed as those of a :class:`Value` are.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = _own_fields(cls)
        cls._defaults = cls._defaults | {name: vars(cls)[name] for name in own if name in vars(cls)}
        cls._fields = (*cls._fields, *own)
        for name in own:
            setattr(cls, name, property(itemgetter(cls._fields.index(name))))

    if not TYPE_CHECKING:  # type checkers know the fields as keywords

        def __new__(cls, **named: Any) -> Self:  # noqa: D102
            values = cls._defaults | named
            if len(values) != len(cls._fields) or values.keys() != set(cls._fields):
                missing = [name for name in cls._fields if name not in values]
                unknown = ", ".join(name for name in named if name not in cls._fields)
                raise TypeError(f"{cls.__name__} needs '{missing[0]}'" if missing else f"{cls.__name__} has no field {unknown}")
            return tuple.__new__(cls, [values[name] for name in cls._fields])

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple.__new__, (type(self), tuple(self))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} does not change: make another with but({name}=…)")

    def but(self, **changes: Any) -> Self:
        """The same value, but for some fields."""
        return type(self)(**dict(zip(self._fields, self, strict=True)) | changes)


def _own_fields(cls: type) -> tuple[str, ...]:
    """The fields that a class itself lists, by its annotations."""
    annotations = vars(cls).get("__annotations__", {})  # inspect.get_annotations would bring in what this module is there to avoid
    return tuple(name for name, annotation in annotations.items() if not str(annotation).startswith("ClassVar"))
