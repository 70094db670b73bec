"""What every section of the settings has in common: nothing unknown, nothing converted, nothing changed later.

Values from TOML have types of their own, so they are taken strictly: a bool is no port, a number no host. (Values
from the environment are text; `environment.py` has converted them before.)

A section can also be read leniently, with `context={"lenient": True}`: then whatever is missing or wrong is None. So
the rules between settings (`rules.py`) can look at all that is right, and every mistake shows in one go. No lenient
section ever leaves this package.
"""

from typing import Any, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
    model_validator,
)


class Section(BaseModel):
    """A table of the configuration file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @model_validator(mode="before")
    @classmethod
    def _leniently(cls, data: Any, info: ValidationInfo) -> Any:
        if not _lenient(info):
            return data
        given = data if isinstance(data, dict) else {}
        required = {name: None for name, field in cls.model_fields.items() if field.is_required()}
        return required | {name: value for name, value in given.items() if name in cls.model_fields}

    @field_validator("*", mode="wrap")
    @classmethod
    def _none_where_wrong(cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        try:
            return handler(value)
        except ValidationError:
            if _lenient(info):
                return None
            raise


def _lenient(info: ValidationInfo) -> bool:
    return bool(info.context and info.context.get("lenient"))


def section_in(annotation: Any) -> type[Section] | None:
    """The section that a field of this type holds, also as `Section | None` or in a list; None for other fields."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    return next((found for part in get_args(annotation) if (found := section_in(part))), None)


def is_list(annotation: Any) -> bool:
    """Whether a field of this type holds a list, also as `... | None`."""
    return get_origin(annotation) is tuple or any(is_list(part) for part in get_args(annotation))
