"""Values are named tuples as `typing` makes them, though `typing` is not imported for them."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing

import pytest

from sobkb import light_typing
from sobkb.model import values
from sobkb.text import LangText


class Light(light_typing.NamedTuple):
    """Two things."""

    name: str
    texts: tuple[LangText, ...] = ()

    def first(self) -> str:
        """Return the first text, or the name."""
        return self.texts[0].text if self.texts else self.name

    @property
    def is_named(self) -> bool:
        """Whether it has a name."""
        return bool(self.name)

    def __repr__(self) -> str:
        return f"<{self.name}>"


class Full(typing.NamedTuple):
    """Two things."""

    name: str
    texts: tuple[LangText, ...] = ()

    def first(self) -> str:
        """Return the first text, or the name."""
        return self.texts[0].text if self.texts else self.name

    @property
    def is_named(self) -> bool:
        """Whether it has a name."""
        return bool(self.name)

    def __repr__(self) -> str:
        return f"<{self.name}>"


OF_CLASS = [
    "__bases__", "__doc__", "__match_args__", "__module__", "__slots__", "_field_defaults", "_fields"
]  # fmt: skip
VALUES = [v for v in vars(values).values() if inspect.isclass(v) and v.__module__ == values.__name__]


def test_a_light_value_is_made_as_typing_makes_it() -> None:
    for attribute in OF_CLASS:
        assert getattr(Light, attribute) == getattr(Full, attribute), attribute
    assert typing.get_type_hints(Light) == typing.get_type_hints(Full)
    assert vars(Light).keys() >= vars(Full).keys() - {"__orig_bases__"}
    assert list(inspect.signature(Light).parameters) == list(inspect.signature(Full).parameters)
    assert (Light.__qualname__, Light.__name__) == ("Light", "Light")


def test_a_light_value_behaves_as_typing_makes_it() -> None:
    texts = (LangText("tuin", "nl"),)
    light, full = Light("a", texts), Full("a", texts)

    assert (tuple(light), hash(light), repr(light), light.first(), light.is_named) == (
        *(tuple(full), hash(full), repr(full), full.first(), full.is_named),
    )
    assert light == tuple(full)
    assert light._replace(name="b") == tuple(full._replace(name="b")) != light
    assert light._asdict() == full._asdict()
    assert Light("a").texts == ()
    for wrong in ((), ("a", texts, "c")):
        with pytest.raises(TypeError):
            Light(*wrong)
    with pytest.raises(AttributeError):
        light.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        light.other = "b"  # type: ignore[attr-defined]


def test_a_light_value_is_pickled_copied_and_matched() -> None:
    light = Light("a", (LangText("tuin", "nl"),))

    assert pickle.loads(pickle.dumps(light)) == copy.copy(light) == copy.deepcopy(light) == light
    assert type(pickle.loads(pickle.dumps(light))) is Light
    match light:
        case Light(name, texts=(LangText(lang=lang),)):
            assert (name, lang) == ("a", "nl")
        case _:
            pytest.fail("not matched")


@pytest.mark.parametrize("value", VALUES, ids=lambda v: v.__name__)
def test_the_values_of_the_model_keep_their_types_in_the_signature(value: type) -> None:
    written = {name: p.annotation for name, p in inspect.signature(value).parameters.items()}

    assert written == value.__annotations__
    assert all(isinstance(text, str) and text for text in written.values())


@pytest.mark.parametrize("value", [values.Term, values.Section, values.Scheme, values.Match, LangText])
def test_the_types_of_values_can_be_evaluated(value: type) -> None:
    assert typing.get_type_hints(value).keys() == set(value._fields)  # type: ignore[attr-defined]
