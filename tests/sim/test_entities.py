"""Registry: births and deaths wait for `flush`; ids are never reused."""

import pytest

from game.sim.components import Block, Body
from game.sim.entities import Registry


def body(x: float = 0.0) -> Body:
    return Body(x, 300.0)


def test_a_birth_waits_for_the_flush() -> None:
    registry = Registry()
    entity = registry.spawn(body())
    assert registry.count(Body) == 0
    registry.flush()
    assert [found for found, _ in registry.each(Body)] == [entity]


def test_a_death_waits_for_the_flush() -> None:
    registry = Registry()
    entity = registry.spawn(body())
    registry.flush()
    registry.despawn(entity)
    assert registry.count(Body) == 1
    registry.flush()
    assert registry.count(Body) == 0


def test_births_and_deaths_inside_a_loop_leave_the_loop_as_it_was() -> None:
    registry = Registry()
    for x in (1.0, 2.0, 3.0):
        registry.spawn(body(x))
    registry.flush()
    seen = []
    for entity, found in registry.each(Body):
        registry.despawn(entity + 1)
        registry.spawn(body(9.0))
        seen.append(found.x)
    assert seen == [1.0, 2.0, 3.0]


def test_entities_come_in_the_order_of_their_births() -> None:
    registry = Registry()
    born = [registry.spawn(body()) for _ in range(3)]
    registry.flush()
    registry.despawn(born[1])
    last = registry.spawn(body())
    registry.flush()
    assert [entity for entity, _ in registry.each(Body)] == [born[0], born[2], last]


def test_only_entities_with_every_kind_are_found() -> None:
    registry = Registry()
    registry.spawn(body())
    house = registry.spawn(body(), Block("house", 0, 90.0))
    registry.flush()
    assert [entity for entity, _, _ in registry.each(Body, Block)] == [house]


def test_an_id_is_never_given_twice() -> None:
    registry = Registry()
    first = registry.spawn(body())
    registry.flush()
    registry.despawn(first)
    registry.flush()
    assert registry.spawn(body()) > first


def test_despawning_twice_is_no_error() -> None:
    registry = Registry()
    entity = registry.spawn(body())
    registry.flush()
    registry.despawn(entity)
    registry.despawn(entity)
    registry.flush()
    assert registry.count(Body) == 0


def test_an_entity_that_dies_before_its_birth_is_never_seen() -> None:
    registry = Registry()
    registry.despawn(registry.spawn(body()))
    registry.flush()
    assert registry.count(Body) == 0


def test_a_component_that_is_not_there_is_a_key_error() -> None:
    registry = Registry()
    entity = registry.spawn(body())
    registry.flush()
    with pytest.raises(KeyError):
        registry.get(Block, entity)
