"""What a catalogue has that needs no engine of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar, cast

from care_coverage import _engine
from care_coverage._errors import NO_OPTIONS, CoverageError, given, unusable
from care_coverage._search import SearchIndex
from care_coverage.types import CatalogHit, Diagnostic, JsonPatchOperation, TextDiagnostic

if TYPE_CHECKING:
    from typing import Unpack

    from care_coverage.types import SearchOptions, ValidateOptions

_PLACE = "/guarantees/0"


D = TypeVar("D", bound=Diagnostic)


class CompileResult(TypedDict, Generic[D]):
    """A coverage, with what is to be said of it; or None, and why there is none."""

    coverage: _engine.Coverage | None
    diagnostics: list[D]


class CareTypeCatalog(_engine.CareTypeCatalog):
    """The care types and groups of an insurer: the look-up tables, built once.

    `data` are the three look-ups (`CareTypeMappings`) or two lists (`CareTypeLists`). The options say how what the documents leave
    open is read: `selector_precedence`, `visible_teeth`, `non_conventioned_establishments`, `known_values`, `synonyms`.
    """

    def try_compile(self, payload: object) -> CompileResult[Diagnostic]:
        """`compile_coverage` that does not raise for a payload, however bad: `coverage`, None where it would raise, and `diagnostics`,
        what `validate_coverage` says of the payload without `analysis`."""
        return self._compiled(lambda: payload, self.validate_coverage(payload, analysis=False))

    def try_compile_text(self, text: str | bytes | bytearray | memoryview) -> CompileResult[TextDiagnostic]:
        """The same of a JSON text. One with a syntax error, or with a key that occurs twice, has no coverage."""
        return self._compiled(lambda: _engine.read_json_text(text), self.validate_coverage_text(text, analysis=False))

    def _compiled(self, payload: Callable[[], object], diagnostics: list[D]) -> CompileResult[D]:
        try:
            return {"coverage": self.compile_coverage(payload()), "diagnostics": diagnostics}
        except CoverageError as refusal:
            # A value that is another one each time it is read may have been good the first time.
            return {"coverage": None, "diagnostics": diagnostics or cast("list[D]", refusal.diagnostics)}

    def validate_guarantee(
        self, guarantee: object, options: Mapping[str, object] = NO_OPTIONS, **keywords: Unpack[ValidateOptions]
    ) -> list[Diagnostic]:
        """All diagnostics of one guarantee of any shape whatsoever; pointers are those of the guarantee. What lies between
        guarantees is not judged."""
        draft = {"name": "draft", "version": 1, "guarantees": [guarantee]}
        options = given(options, dict(keywords))
        diagnostics = self.validate_coverage(draft, options)
        if "within" in options:
            raise unusable("unknown_field", "a guarantee alone has no option `within`", "/within")
        return [_in_guarantee(diagnostic) for diagnostic in diagnostics if not _is_of_all(diagnostic)]

    def search(
        self, text: str, options: Mapping[str, object] = NO_OPTIONS, **keywords: Unpack[SearchOptions]
    ) -> list[CatalogHit]:
        """The care types and groups that are found by what a person types, best first: by codes, labels, groups and the option
        `synonyms`, without regard to case and accents, by words, by their beginnings, and with a wrong letter. Options: `kind`
        ("care_type" or "care_type_group"; without it both), `limit` (1 to 1,000; default 20)."""
        if not isinstance(text, str):
            raise unusable("wrong_type", "text: expected a string")
        if len(text.encode("utf-8", "surrogatepass")) > 1 << 20:
            raise unusable("too_large", "text: the string is longer than 1 MiB")
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise unusable("invalid_string", "text: the string has half of a character (a lone surrogate)")
        asked = _engine.search_options(given(options, dict(keywords)))
        index: SearchIndex | None = self.__dict__.get("_index")
        if index is None:
            index = self.__dict__["_index"] = SearchIndex(self.get_care_type_mappings(), self._synonyms or [])
        return index.search(text, asked.get("kind"), asked.get("limit", 20))


def _is_of_all(diagnostic: Diagnostic) -> bool:
    """Whether it says something of all guarantees together."""
    code = diagnostic["code"]
    return code in ("gap", "stale_acceptance") or (code == "diagnostics_truncated" and diagnostic["params"]["code"] == "gap")


def _in_guarantee(diagnostic: Diagnostic) -> Diagnostic:
    moved = diagnostic.copy()
    moved["pointer"] = _pointer(diagnostic["pointer"])
    moved["related"] = [{**related, "pointer": _pointer(related["pointer"])} for related in diagnostic["related"]]
    fix = diagnostic["fix"]
    moved["fix"] = None if fix is None else [_step(step) for step in fix]
    return moved


def _step(step: JsonPatchOperation) -> JsonPatchOperation:
    places = {key: _pointer(value) for key, value in step.items() if key in ("path", "from") and isinstance(value, str)}
    return cast("JsonPatchOperation", {**step, **places})


def _pointer(pointer: str) -> str:
    return pointer.removeprefix(_PLACE)
