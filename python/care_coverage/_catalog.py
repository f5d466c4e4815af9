"""What a catalogue has that needs no engine of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from care_coverage import _engine
from care_coverage._errors import NO_OPTIONS, CoverageError, given, unusable
from care_coverage._search import SearchIndex

_PLACE = "/guarantees/0"


class CareTypeCatalog(_engine.CareTypeCatalog):
    """The care types and groups of an insurer: the look-up tables, built once.

    `data` are the three look-ups (`CareTypeMappings`) or two lists (`CareTypeLists`). The options say how what the documents leave
    open is read: `selector_precedence`, `visible_teeth`, `non_conventioned_establishments`, `known_values`, `synonyms`.
    """

    def try_compile(self, payload: Any) -> dict[str, Any]:
        """`compile_coverage` that does not raise for a payload, however bad: `coverage`, None where it would raise, and `diagnostics`,
        what `validate_coverage` says of the payload without `analysis`."""
        return self._compiled(lambda: payload, self.validate_coverage(payload, analysis=False))

    def try_compile_text(self, text: str | bytes) -> dict[str, Any]:
        """The same of a JSON text. One with a syntax error, or with a key that occurs twice, has no coverage."""
        return self._compiled(lambda: _engine.read_json_text(text), self.validate_coverage_text(text, analysis=False))

    def _compiled(self, payload: Callable[[], Any], diagnostics: list[dict[str, Any]]) -> dict[str, Any]:
        try:
            return {"coverage": self.compile_coverage(payload()), "diagnostics": diagnostics}
        except CoverageError as refusal:
            # A value that is another one each time it is read may have been good the first time.
            return {"coverage": None, "diagnostics": diagnostics or refusal.diagnostics}

    def validate_guarantee(self, guarantee: Any, options: Mapping[str, Any] = NO_OPTIONS, **keywords: Any) -> list[dict[str, Any]]:
        """All diagnostics of one guarantee of any shape whatsoever; pointers are those of the guarantee. What lies between
        guarantees is not judged."""
        draft = {"name": "draft", "version": 1, "guarantees": [guarantee]}
        options = given(options, keywords)
        diagnostics = self.validate_coverage(draft, options)
        if "within" in options:
            raise unusable("unknown_field", "a guarantee alone has no option `within`", "/within")
        return [_in_guarantee(diagnostic) for diagnostic in diagnostics if not _is_of_all(diagnostic)]

    def search(self, text: str, options: Mapping[str, Any] = NO_OPTIONS, **keywords: Any) -> list[dict[str, Any]]:
        """The care types and groups that are found by what a person types, best first: by codes, labels, groups and the option
        `synonyms`, without regard to case and accents, by words, by their beginnings, and with a wrong letter. Options: `kind`
        ("care_type" or "care_type_group"; without it both), `limit` (1 to 1,000; default 20)."""
        if not isinstance(text, str):
            raise unusable("wrong_type", "text: expected a string")
        if len(text.encode("utf-8", "surrogatepass")) > 1 << 20:
            raise unusable("too_large", "text: the string is longer than 1 MiB")
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise unusable("invalid_string", "text: the string has half of a character (a lone surrogate)")
        asked = _engine.search_options(given(options, keywords))
        index: SearchIndex | None = self.__dict__.get("_index")
        if index is None:
            index = self.__dict__["_index"] = SearchIndex(self.get_care_type_mappings(), self._synonyms or [])
        return index.search(text, asked.get("kind"), asked.get("limit", 20))


def _is_of_all(diagnostic: dict[str, Any]) -> bool:
    """Whether it says something of all guarantees together."""
    code = diagnostic["code"]
    return code in ("gap", "stale_acceptance") or (code == "diagnostics_truncated" and diagnostic["params"]["code"] == "gap")


def _in_guarantee(diagnostic: dict[str, Any]) -> dict[str, Any]:
    fix = diagnostic["fix"]
    return {
        **diagnostic,
        "pointer": _pointer(diagnostic["pointer"]),
        "related": [{**related, "pointer": _pointer(related["pointer"])} for related in diagnostic["related"]],
        "fix": fix and [{key: _pointer(value) if key in ("path", "from") else value for key, value in step.items()} for step in fix],
    }


def _pointer(pointer: str) -> str:
    return pointer.removeprefix(_PLACE)
