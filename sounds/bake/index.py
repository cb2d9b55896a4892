"""`sounds/out/`: the files, and `index.json`: how long and how loud each is, and where it belongs."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from sounds.bake.catalogue import CUES, EFFECTS, Effect
from sounds.bake.cues import cue_sources, render_cue
from sounds.bake.encode import decode_ogg
from sounds.bake.fidelity import encoded, peak
from sounds.bake.fingerprint import fingerprint
from sounds.bake.loudness import integrated, loudest
from sounds.bake.synthesis import RATE

FORMAT = 1
OUT = Path(__file__).parent.parent / "out"
INDEX = OUT / "index.json"
Record = dict[str, Any]


def read_index() -> Record:
    if INDEX.exists():
        record: Record = json.loads(INDEX.read_text())
        if record["format"] == FORMAT:
            return record
    return {"format": FORMAT, "effects": {}, "cues": {}}


def write_index(index: Record) -> None:
    INDEX.write_text(json.dumps(index, indent=1, sort_keys=True) + "\n")


def prune(index: Record) -> Record:
    """Forgets, and deletes, what the catalogue no longer names."""
    index["effects"] = {name: record for name, record in index["effects"].items() if name in EFFECTS}
    index["cues"] = {name: record for name, record in index["cues"].items() if name in CUES}
    kept = {f"{name}.ogg" for name in index["effects"]}
    kept |= {file for record in index["cues"].values() for file in record["files"].values()}
    for path in OUT.glob("*.ogg"):
        if path.name not in kept:
            path.unlink()
    return index


def effect_fingerprint(effect: Effect) -> str:
    facts = f"{effect.name} {effect.lufs} {effect.variant} {effect.loop}"
    module = effect.recipe.__module__.rpartition(".")[2]
    return fingerprint([module, "loudness", "fidelity"], effect.recipe.__name__, facts)


def cue_fingerprint(name: str) -> str:
    return fingerprint(["cues", "fidelity"], *cue_sources(name))


def stale(index: Record) -> list[str]:
    """The names whose files are missing or older than their sources."""
    effects = [
        name
        for name, effect in EFFECTS.items()
        if index["effects"].get(name, {}).get("fingerprint") != effect_fingerprint(effect)
    ]
    cues = [name for name in CUES if index["cues"].get(name, {}).get("fingerprint") != cue_fingerprint(name)]
    return effects + cues


def bake_effect(effect: Effect) -> Record:
    """Renders and writes one effect; its record says what came out of the codec, not what went in."""
    data = encoded(effect.render(), effect.loop)
    (OUT / f"{effect.name}.ogg").write_bytes(data)
    wave = decode_ogg(data)
    return {
        "bus": effect.bus,
        "loop": effect.loop,
        "seconds": round(len(wave) / RATE, 3),
        "lufs": round(integrated(np.tile(wave, 2)) if effect.loop else loudest(wave), 1),
        "peak": round(peak(wave), 1),
        "fingerprint": effect_fingerprint(effect),
    }


def bake_cue(name: str) -> Record:
    """Renders a cue: one file, or one a stem. `bars` are the seconds at which its bars begin."""
    cue = render_cue(name)
    files, peaks, heard = {}, {}, []
    for part, wave in cue.parts.items():
        file = f"music_{name}_{part}.ogg" if part else f"music_{name}.ogg"
        data = encoded(wave.T, cue.loop)
        (OUT / file).write_bytes(data)
        decoded = decode_ogg(data)
        files[part], peaks[part] = file, round(peak(decoded), 1)
        heard.append(decoded.T)
    mix = np.sum(heard, axis=0)
    return {
        "loop": cue.loop,
        "seconds": round(mix.shape[1] / RATE, 3),
        "lufs": round(integrated(np.tile(mix, 2) if cue.loop else mix), 1),
        "peak": max(peaks.values()),
        "files": files,
        "bars": [round(second, 3) for second in cue.bars],
        "fingerprint": cue_fingerprint(name),
    }
