"""Countries and regions of the world by their Chinese names.

The names are those of CLDR (Unicode's Common Locale Data Repository), which Babel carries, and the short
forms of `countries.toml`. Divisions of China are in kg.language.divisions.
"""

from __future__ import annotations

from babel import Locale

from kg.language.tables import read_word_lists

_LISTS = read_word_lists("kg.language", "countries")
_NAMES = {code: name for code, name in Locale("zh").territories.items() if name not in _LISTS["words"]}

# Territories that have a code of ISO 3166, overseas ones too.
COUNTRIES = frozenset(
    [name for code, name in _NAMES.items() if code.isalpha() and code not in _LISTS["no_countries"]]
    + _LISTS["countries"]
)
# Continents and their parts, which have a numeric code of the United Nations, and unions of states.
REGIONS = frozenset([name for code, name in _NAMES.items() if code.isdigit()] + _LISTS["regions"])


def leading_country(name: str) -> str | None:
    """The country that a longer name begins with: that of its ministry of defence."""
    return next((name[:end] for end in range(len(name) - 1, 1, -1) if name[:end] in COUNTRIES), None)
