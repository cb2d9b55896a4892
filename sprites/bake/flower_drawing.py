"""The sheet of paper a flower is drawn on: parts with shapes, written as the SVG the puppets' rig reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sprites.bake.flower_geometry import Point, Points, beside, path, ribbon

CHARRED = {"carapace": "char", "shell": "char", "root": "char", "web": "char", "soil": "char", "seed": "char"}
LIGHTS = ("glow1", "glow2", "glow3", "glow4", "glow5")  # dim to bright


@dataclass(slots=True)
class PlantPart:
    """One part of the drawing; shapes are added in painting order."""

    name: str
    parent: str | None
    depth: float
    pivot: Point
    burnt: bool
    shapes: list[str] = field(default_factory=list)

    def solid(self, outline: Sequence[Point], material: str, bevel: float, **options: float | str) -> None:
        """A lit body. `options` are the rig's: lift, profile, edge, weight, cast, shadow, texture, lineless."""
        stated = "".join(f' data-{name}="{value}"' for name, value in options.items())
        material = CHARRED[material] if self.burnt else material
        self.shapes.append(f'<path class="{material}" data-bevel="{bevel:.2f}"{stated} d="{path(outline)}"/>')

    def stem(
        self,
        points: Sequence[Point],
        half_widths: Sequence[float],
        material: str,
        rings: int = 0,
        **options: float | str,
    ) -> None:
        """A body along a curve, with a groove across it every `rings` steps."""
        self.solid(ribbon(points, half_widths), material, max(1.2, max(half_widths) * 0.9), **options)
        left, right = beside(points, half_widths, 1), beside(points, half_widths, -1)
        for step in range(rings, len(points) - 1, rings) if rings else ():
            self.groove([left[step], right[step]], 0.7, 0.7)

    def groove(self, points: Sequence[Point], width: float, depth: float) -> None:
        self.shapes.append(
            f'<path class="cut" data-depth="{depth}" stroke-width="{width}" d="{path(points, closed=False)}"/>'
        )

    def ridge(self, points: Sequence[Point], width: float, depth: float) -> None:
        self.shapes.append(
            f'<path class="ridge" data-depth="{depth}" stroke-width="{width}" d="{path(points, closed=False)}"/>'
        )

    def strokes(self, lines: Iterable[Sequence[Point]], width: float, material: str) -> None:
        """Thin lines of one body, as veins are."""
        drawn = " ".join(path(line, closed=False) for line in lines)
        if drawn:
            material = CHARRED[material] if self.burnt else material
            options = f'data-bevel="{width / 2:.2f}" data-weight="1.7" data-shadow="0" data-lineless="1"'
            self.shapes.append(f'<path class="{material}" {options} stroke-width="{width}" d="{drawn}"/>')

    def shining(self, outlines: Iterable[Sequence[Point]], level: int, bevel: float, weight: float = 1.0) -> None:
        """Surfaces that give light, brightest far from their edges; a burnt flower has none."""
        drawn = " ".join(path(outline) for outline in outlines)
        if drawn and not self.burnt:
            options = f'data-bevel="{bevel}" data-shadow="0" data-weight="{weight}"'
            self.shapes.append(f'<path class="{LIGHTS[level]}" {options} d="{drawn}"/>')

    def shining_line(self, points: Sequence[Point], width: float, level: int) -> None:
        if not self.burnt:
            self._glowing_stroke(LIGHTS[level], points, width)

    def ember(self, points: Sequence[Point], width: float) -> None:
        """A seam that still burns."""
        self._glowing_stroke("ember", points, width)

    def _glowing_stroke(self, material: str, points: Sequence[Point], width: float) -> None:
        options = f'data-bevel="{width / 2:.2f}" data-shadow="0" data-weight="1.5"'
        drawn = path(points, closed=False)
        self.shapes.append(f'<path class="{material}" {options} stroke-width="{width:.2f}" d="{drawn}"/>')

    def anchor(self, name: str, point: Point) -> None:
        self.shapes.append(f'<circle class="anchor" id="{name}" cx="{point[0]:.2f}" cy="{point[1]:.2f}"/>')

    def written(self) -> str:
        parent = f' data-parent="{self.parent}"' if self.parent else ""
        place = f'data-pivot="{self.pivot[0]:.2f} {self.pivot[1]:.2f}" data-z="{self.depth}"'
        return f'<g id="{self.name}"{parent} {place}>{"".join(self.shapes)}</g>'


@dataclass(slots=True)
class PlantDrawing:
    """All parts. Those of the plant hang on `plant`, which turns about the roof; the rest stand still."""

    burnt: bool = False
    ground: Point = (0.0, 0.0)  # what becomes the frame's pivot
    clip: float | None = None  # px under the ground at which it is cut off
    parts: list[PlantPart] = field(default_factory=list)

    def part(self, name: str, depth: float, parent: str | None = "plant", pivot: Point = (0.0, 0.0)) -> PlantPart:
        part = PlantPart(name, parent, depth, pivot, self.burnt)
        self.parts.append(part)
        return part

    def written(self) -> str:
        """The SVG. Parts without shapes are kept: they are joints."""
        cut = "" if self.clip is None else f' data-clip="{self.clip}"'
        ground = f'data-ground="{self.ground[0]:.2f} {self.ground[1]:.2f}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {ground}{cut}>'
            + "".join(part.written() for part in self.parts)
            + "</svg>"
        )


def spurred(outline_side: Points, aside: Points, every: int, reach: float) -> Points:
    """One side of an outline with a spur at every n-th step."""
    return [
        (x + dx * reach, y + dy * reach) if step and step % every == 0 and step < len(outline_side) - 2 else (x, y)
        for step, ((x, y), (dx, dy)) in enumerate(zip(outline_side, aside, strict=True))
    ]
