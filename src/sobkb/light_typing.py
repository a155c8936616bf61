"""What is needed of `typing` when the program runs, without importing it.

Importing `typing` takes a third of the time in which Python itself starts. All that `sobkb.load`, `sobkb show` and
`sobkb search` import therefore takes these names from here, and further ones from `typing` only under
`if TYPE_CHECKING:`, since annotations are not evaluated. Type checkers see the originals.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["TYPE_CHECKING", "Any", "NamedTuple"]

TYPE_CHECKING = False
"""False when the program runs; type checkers take a variable of this name to be true."""

if TYPE_CHECKING:
    from typing import Any, NamedTuple
else:
    Any = object  # whoever evaluates annotations is told the same: anything goes

    class _Maker(type):
        """Turns the body of a class into a named tuple, as `typing` does."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.pop("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])  # noqa: PYI024 - see above
            # They stay text. `typing` compiles each into a ForwardRef, which takes as long as all the rest together.
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """Base of values that never change: the annotated names of a class body become its fields."""
