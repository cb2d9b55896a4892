"""Makes the environments known as soon as anybody imports Gymnasium, so that nobody has to import this project.

Gymnasium 1.0 dropped the entry points by which packages announced their environments, without a successor. So the
wheel carries a path file, `gamera_legion_gymnasium.pth`, whose one line imports this module when Python starts. All it
does then is to put a watcher in front of the import machinery; that steps aside when Gymnasium is imported, lets it
load, and registers. It runs in every Python of the environment, so it must be silent and cheap: a few milliseconds,
which is why everything that is not needed every time is imported late.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import ModuleType

WATCHED = "gymnasium"


class _Watcher:
    """A finder for `sys.meta_path` that finds nothing itself."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != WATCHED:
            return None
        from importlib.util import find_spec

        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _RegisteringLoader(fullname, spec.loader.path)
        return spec


class _RegisteringLoader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        from game.agents.gym.registration import register_environments

        register_environments()


def watch() -> None:
    """Called by the path file. Gymnasium that is loaded already is left alone."""
    if WATCHED not in sys.modules:
        sys.meta_path.insert(0, _Watcher())
