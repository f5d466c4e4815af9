"""What is raised for an input that cannot be used, and what says that a value is left out."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from care_coverage.types import Diagnostic, DiagnosticCode


class _LeftOut(enum.Enum):
    LEFT_OUT = "LEFT_OUT"

    def __repr__(self) -> str:
        return "LEFT_OUT"

    def __bool__(self) -> bool:
        return False


LEFT_OUT: Final = _LeftOut.LEFT_OUT
"""The value of a field that is left out: for a dataclass, whose fields are always there. Of an act, a fact that is left out is
not known, while one that is None does not apply."""


class CoverageError(ValueError):
    """An input that cannot be used, with every problem found."""

    code: str
    """The code of the first error."""
    diagnostics: list[Diagnostic]
    """Every problem, sorted by pointer, then code."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        errors = [diagnostic for diagnostic in diagnostics if diagnostic["severity"] == "error"]
        first = next(iter(errors or diagnostics), None)
        message = "the input cannot be used"
        if first is not None:
            place = f" at `{first['pointer']}`" if first["pointer"] else ""
            more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
            message = f"{first['message']}{place}{more}"
        super().__init__(message)
        self.code = first["code"] if first else "internal"
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[CoverageError], tuple[list[Diagnostic]]]:
        return type(self), (self.diagnostics,)


def problem(code: DiagnosticCode, message: str, pointer: str = "", params: dict[str, Any] | None = None) -> Diagnostic:
    """`params` are the values of the code's first sentence; what is said without them is said of the call, in English alone."""
    return {
        "code": code,
        "severity": "error",
        "message": message,
        "variant": "call" if params is None else "",
        "params": params or {},
        "pointer": pointer,
        "related": [],
        "fix": None,
        "fix_title": None,
    }


def unusable(code: DiagnosticCode, message: str, pointer: str = "", params: dict[str, Any] | None = None) -> CoverageError:
    """The error of a call with one problem."""
    return CoverageError([problem(code, message, pointer, params)])


NO_OPTIONS: Final[Mapping[str, Any]] = MappingProxyType({})


def given(options: Mapping[str, Any], keywords: dict[str, Any]) -> Mapping[str, Any]:
    """The options of a call, as the engine takes them: a mapping, or keywords, of which one that is None is left out."""
    if not keywords:
        return options
    if options is not NO_OPTIONS:
        raise TypeError("options are a mapping or keywords, not both")
    return {name: value for name, value in keywords.items() if value is not None}
