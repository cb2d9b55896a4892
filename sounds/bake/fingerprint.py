"""What a baked file was made from, as a short hash: stale files are found without rendering them."""

import ast
import hashlib
from functools import cache
from pathlib import Path

PACKAGE = "sounds.bake"
FOLDER = Path(__file__).parent


@cache
def imported(module: str) -> frozenset[str]:
    """The modules of this package that `module` ("recipes_city") leans on, itself included."""
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for node in ast.walk(ast.parse((FOLDER / f"{name}.py").read_text())):
            if isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
                waiting += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"{PACKAGE}."):
                waiting.append(node.module.removeprefix(f"{PACKAGE}."))
    return frozenset(seen)


def fingerprint(modules: list[str], *data: str) -> str:
    """Over the code of `modules` and what they lean on, and over `data`. Line ends do not count."""
    files = sorted(set().union(*(imported(module) for module in modules)))
    mark = hashlib.sha256()
    for name in files:
        mark.update((FOLDER / f"{name}.py").read_text().encode())
    for text in data:
        mark.update(text.encode() + b"\0")
    return mark.hexdigest()[:16]
