"""What a database holds of what people write: everything but NUL and halves of surrogate pairs, which it refuses."""

import json
from typing import Any


def storable(value: Any) -> Any:
    """The same without what a database refuses in text."""
    if isinstance(value, str):
        plain = value.replace("\x00", "")
        return plain if plain.isascii() else plain.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    return value


def to_json(value: Any) -> str:
    """The text of a JSON column. Each value is looked at only where the whole in one piece shows that it must."""
    if value == []:
        return "[]"  # five of seven are, in a plain mail's rows
    text = json.dumps(value)
    return json.dumps(storable(value)) if "\\u0000" in text or "\\ud" in text else text
