"""Gathers everything a value rests on, so that nothing unreviewed hides inside a plan."""

from collections.abc import Iterator

from msgspec import Struct

from adamas.knowledge.reason import Ground


def grounds_in(*values: object) -> tuple[Ground, ...]:
    """Every ground anywhere within plan values, each once, by kind and id."""
    found = {(ground.kind, ground.id): ground for value in values for ground in _walk(value)}
    return tuple(found[key] for key in sorted(found))


def _walk(value: object) -> Iterator[Ground]:
    if isinstance(value, Ground):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
