"""The spinning shell, written as a drawing for each frame: plates, jets and streaks placed by azimuth on a dome.

The frames of one strip cover half a turn: the shell is the same after it, so the loop closes.
"""

import math
from collections.abc import Sequence

CENTRE_X, CENTRE_Y = 100, 58  # the disc's centre and the drawing's ground point
RADIUS = 46
TILT = 0.36  # how flat the disc is seen: its height over its width
DOME = 22  # height of the shell's crown
HALF_TURN = math.pi
JETS = 4
FLAME_STEPS = 9
ARC_STEPS = 10

Point = tuple[float, float]


def _place(radius: float, azimuth: float, height: float = 0.0) -> Point:
    """A point on the disc: radius in disc radii, azimuth from the viewer, height in drawing units."""
    x = CENTRE_X + RADIUS * radius * math.sin(azimuth)
    return x, CENTRE_Y + RADIUS * radius * math.cos(azimuth) * TILT - height


def _path(points: Sequence[Point]) -> str:
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _part(name: str, depth: float, drawing: str) -> str:
    pivot = f'data-parent="root" data-pivot="{CENTRE_X} {CENTRE_Y}"'
    return f'<g id="{name}" {pivot} data-z="{depth}">{drawing}</g>'


def _flame(azimuth: float, length: float) -> str:
    """A jet that leaves the rim and is swept back by the turning."""
    sweep, root_width = 0.8, 17.0
    spine = [
        _place(0.86 + length * step / FLAME_STEPS, azimuth - sweep * (step / FLAME_STEPS) ** 1.2, -4)
        for step in range(FLAME_STEPS + 1)
    ]
    foreshortened = 1 if math.cos(azimuth) > 0 else 0.72
    near_edge, far_edge = [], []
    for step, (x, y) in enumerate(spine):
        (x0, y0), (x1, y1) = spine[max(0, step - 1)], spine[min(FLAME_STEPS, step + 1)]
        along = step / FLAME_STEPS
        half = root_width * (0.12 + 2.6 * along) ** 0.5 * (1 - along) ** 0.85 * 0.475 * foreshortened
        span = math.hypot(x1 - x0, y1 - y0)
        aside_x, aside_y = -(y1 - y0) / span * half, (x1 - x0) / span * half
        near_edge.append((x + aside_x, y + aside_y))
        far_edge.append((x - aside_x, y - aside_y))
    return f'<path class="fire" data-bevel="3.6" d="{_path(near_edge + far_edge[::-1])}Z"/>'


def _ring(
    radius: float,
    height: float,
    first: float,
    length: float,
    width: float,
    pitch: float,
    behind: float,
    lift: float = 0.0,
    count: int = 12,
) -> str:
    """A ring of plates from the back to the front; those with a cosine below `behind` are out of sight.

    `pitch` is how far a plate's tip stands above its root, so inner rings stand up.
    """
    plates = []
    for index in range(count):
        azimuth = first + 2 * math.pi * index / count
        toward = math.cos(azimuth)
        if toward < behind:
            continue
        x, y = _place(radius, azimuth, height)
        tip_x, tip_y = _place(radius + 0.2, azimuth, height - pitch)
        seen = min(1.0, math.hypot(tip_x - x, tip_y - y) / (RADIUS * 0.2))
        angle = math.degrees(math.atan2(tip_y - y, tip_x - x))
        size = f"{length * (0.55 + 0.45 * seen):.1f},{width * (0.62 + 0.38 * abs(toward)):.1f}"
        plates.append((toward, f"{x:.1f},{y:.1f},{angle:.0f},{size}"))
    bevel = 5 if radius < 0.9 else 3.5
    listed = ";".join(plate for _, plate in sorted(plates))
    return f'<scutes class="shell" data-bevel="{bevel}" data-lift="{lift}" at="{listed}"/>'


def _streak(radius: float, height: float, start: float, end: float, material: str, options: str) -> str:
    points = [_place(radius, start + (end - start) * step / ARC_STEPS, height) for step in range(ARC_STEPS + 1)]
    return f'<path class="{material}" data-bevel=".6" {options} d="{_path(points)}" stroke-width="1"/>'


def _jets(turn: float) -> list[str]:
    jets = []
    for index in range(JETS):
        azimuth = turn + index * math.pi / 2 + 0.2
        length = 0.95 * (1 + 0.1 * math.sin(turn * 6 + index * 1.7))
        behind = math.cos(azimuth - 0.45) < -0.1
        jets.append(_part(f"jet{index}", 4 if behind else 40, _flame(azimuth, length)))
    return jets


def _shell(turn: float) -> list[str]:
    crown = CENTRE_Y - DOME
    belly = '<path class="plastron" data-bevel="7" d="M60 62 C72 80 128 80 140 62 C132 86 68 86 60 62Z"/>'
    dome = (
        f'<path class="shell" data-bevel="18" data-edge="1" d="M54 58 C56 42 76 {crown - 3} 100 {crown - 3} '
        f'C124 {crown - 3} 144 42 146 58 C138 80 62 80 54 58Z"/>'
    )
    cap = (
        f'<ellipse class="shell" data-bevel="5" data-lift=".06" cx="100" cy="{crown - 1}" '
        f'rx="{14 + math.cos(8 * turn):.2f}" ry="6"/>'
    )
    outer = _ring(0.80, 5, turn + 0.26, 19, 19, 6, -0.3)
    middle = _ring(0.52, 13, turn, 19, 19, 5, -0.6, 0.05, count=8)
    inner = _ring(0.24, 19, turn + 0.3, 18, 18, 3, -1.1, 0.1, count=4)
    return [
        _part("belly", 10, belly),
        _part("rim", 12, _ring(1.0, -2, turn, 20, 16, 0, -1.1)),
        _part("dome", 20, dome + outer + middle + cap + inner),
        _part("near_rim", 24, _ring(1.0, -2, turn, 17, 15, -1, 0.3)),
    ]


def _streaks(turn: float) -> list[str]:
    """Lines that ride with the shell, and lines in the air around it."""
    riding = []
    for radius, height, lead in ((0.93, 4, 0.0), (0.66, 11, 1.3), (0.4, 18, 0.5), (0.8, 8, 2.2)):
        end = (turn + lead) % math.pi - math.pi / 2
        options = 'data-weight="1.5" data-shadow="0"'
        riding.append(_streak(radius, height, max(-1.5, end - 0.8), end, "shell_streak", options))
    airy = []
    for radius, height, lead in ((1.34, -1, -1.25), (1.40, 3, 0.95), (1.3, -3, -0.1)):
        end = lead + (turn % (math.pi / 4)) * 0.8
        airy.append(_streak(radius, height, end - 0.62, end, "streak", 'data-weight="1.6"'))
    return [_part("riding", 30, "".join(riding)), _part("air", 42, "".join(airy))]


def spinning_shell(frame: int, frames: int) -> str:
    """The drawing of one frame of a half-turn strip, as SVG; its ground point is the disc's centre."""
    turn = HALF_TURN * frame / frames
    anchors = {
        "chest": (CENTRE_X, CENTRE_Y),
        "eye": (CENTRE_X, CENTRE_Y),
        "muzzle": (CENTRE_X + RADIUS, CENTRE_Y),
        "claw": (CENTRE_X + RADIUS, CENTRE_Y),
        "far_claw": (CENTRE_X + RADIUS, CENTRE_Y),
        "back": (CENTRE_X - RADIUS, CENTRE_Y),
        "head_top": (CENTRE_X, CENTRE_Y - DOME),
    }
    points = "".join(f'<circle class="anchor" id="{name}" cx="{x}" cy="{y}"/>' for name, (x, y) in anchors.items())
    root = f'<g id="root" data-pivot="{CENTRE_X} {CENTRE_Y}">{points}</g>'
    parts = "".join([*_jets(turn), *_shell(turn), *_streaks(turn)])
    opening = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120" data-scale=".87"'
    return f'{opening} data-ground="{CENTRE_X} {CENTRE_Y}">{root}{parts}</svg>'
