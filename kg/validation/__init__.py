"""Whether a written graph is sound, and what of its articles is not."""

from kg.validation.finding import Finding
from kg.validation.findings import validate
from kg.validation.soundness import Sound, require_sound, sound

__all__ = ["Finding", "Sound", "require_sound", "sound", "validate"]
