"""The registry of the few and varied: entity ids and their components."""

from collections.abc import Iterable
from typing import TypeVar, overload

import msgspec

from game.sim.components import AnyComponent, Component

A = TypeVar("A", bound=Component)
B = TypeVar("B", bound=Component)


class Registry(msgspec.Struct):
    """Ids are never reused. Births and deaths wait for `flush`, so a loop over entities sees one fixed set.

    Iteration is always in ascending id, the order in which entities were born: a dictionary keeps the order in which it
    was filled, and nobody is given a component after birth.
    """

    next_id: int = 1
    stores: dict[str, dict[int, AnyComponent]] = {}
    newborn: list[tuple[int, list[AnyComponent]]] = []
    doomed: list[int] = []

    def spawn(self, *components: AnyComponent) -> int:
        """A new entity, alive from the next flush on."""
        entity = self.next_id
        self.next_id += 1
        self.newborn.append((entity, list(components)))
        return entity

    def despawn(self, entity: int) -> None:
        """Removes the entity at the next flush. Saying so twice is no error."""
        self.doomed.append(entity)

    def flush(self) -> None:
        """Lets the waiting births and deaths happen."""
        if not self.newborn and not self.doomed:
            return
        for entity, components in self.newborn:
            for component in components:
                self.stores.setdefault(type(component).__name__, {})[entity] = component
        for entity in self.doomed:
            for store in self.stores.values():
                store.pop(entity, None)
        self.newborn.clear()
        self.doomed.clear()

    def get(self, kind: type[A], entity: int) -> A:
        """The component of a living entity. KeyError if it has none."""
        return self.stores[kind.__name__][entity]  # type: ignore[return-value]

    @overload
    def each(self, first: type[A], /) -> Iterable[tuple[int, A]]: ...
    @overload
    def each(self, first: type[A], second: type[B], /) -> Iterable[tuple[int, A, B]]: ...
    def each(self, first: type[Component], second: type[Component] | None = None, /) -> Iterable[tuple[object, ...]]:
        """(id, component) of every entity that has a `first`, or with its `second` if it has both, in ascending id."""
        rows = self.stores.get(first.__name__)
        if not rows:
            return ()
        if second is None:
            return rows.items()
        others = self.stores.get(second.__name__, {})
        return [(entity, component, others[entity]) for entity, component in rows.items() if entity in others]

    def count(self, kind: type[Component]) -> int:
        return len(self.stores.get(kind.__name__, {}))
