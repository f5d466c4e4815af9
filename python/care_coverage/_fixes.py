"""Several fixes of a text at once, and again until none is left: what pkg-template/apply-fixes.ts does. It asks no engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Generic, TypedDict, TypeVar

from care_coverage.types import Diagnostic, JsonPatchOperation, TextDiagnostic, TextEdit

# Judging a text again costs milliseconds; what is not mended after so many times is left.
_MOST_ROUNDS = 1000

D = TypeVar("D", Diagnostic, TextDiagnostic)


class AppliedFixes(TypedDict, Generic[D]):
    """A text with its fixes."""

    text: str
    applied: list[D]
    """What was mended, in the order of the text; with `again`, round by round."""
    left: list[D]
    """What is to be said of the text still; without `again`, what had no fix or did not go together with one that was applied."""


def apply_fixes(text: str, diagnostics: Sequence[D], again: Callable[[str], list[D]] | None = None) -> AppliedFixes[D]:
    """The text with the fixes of its diagnostics: all that go together, of two that do not the first in the text. `again` judges a text,
    such as `catalog.validate_coverage_text`: then the fixes of what it says are applied, too, until none is left."""
    applied: list[D] = []
    left = list(diagnostics)
    for _ in range(_MOST_ROUNDS):
        chosen = _compatible(left)
        if not chosen:
            break
        if again is None:
            taken = {id(diagnostic) for diagnostic in chosen}
            return {"text": _edited(text, chosen), "applied": chosen, "left": [found for found in left if id(found) not in taken]}
        following = _edited(text, chosen)
        found = again(following)
        # Each fix brings no new error, but two of them may: the names of two guarantees can become one.
        while len(chosen) > 1 and _errors_in(found) > _errors_in(left):
            chosen = chosen[: len(chosen) // 2]
            following = _edited(text, chosen)
            found = again(following)
        applied.extend(chosen)
        text, left = following, found
    return {"text": text, "applied": applied, "left": left}


def _edits(diagnostic: Diagnostic | TextDiagnostic) -> list[TextEdit]:
    return diagnostic.get("edits") or []


def _compatible(diagnostics: list[D]) -> list[D]:
    """Those whose edits lie apart from one another, and that make no field and no name of a guarantee twice. What is accepted is meant as
    it is."""
    mendable = [diagnostic for diagnostic in diagnostics if "accepted" not in diagnostic and _edits(diagnostic)]
    chosen: list[D] = []
    made: set[str] = set()
    last: TextEdit | None = None
    for diagnostic in sorted(mendable, key=lambda diagnostic: _edits(diagnostic)[0]["start"]):
        edits = _edits(diagnostic)
        paths = [path for step in diagnostic.get("fix") or [] for path in _made_by(step)]
        if (last is not None and _touch(last, edits[0])) or any(path in made for path in paths):
            continue
        made.update(paths)
        last = edits[-1]
        chosen.append(diagnostic)
    return chosen


def _made_by(step: JsonPatchOperation) -> list[str]:
    """What a step makes of which there may be one: a field, or the name of a guarantee."""
    if step["op"] == "add" or step["op"] == "move":
        return [step["path"]]
    if step["op"] == "replace" and re.fullmatch(r"/guarantees/\d+/name", step["path"]):
        return [f"name {step['value']}"]
    return []


def _touch(before: TextEdit, after: TextEdit) -> bool:
    """What is put in says what is before it; so it may only follow what is put in at the same place and begins with a comma, too."""
    if after["start"] != before["end"]:
        return after["start"] < before["end"]
    inserts = [edit["start"] == edit["end"] for edit in (before, after)]
    if not any(inserts):
        return False
    return not (all(inserts) and before["text"].startswith(",") and after["text"].startswith(","))


def _edited(text: str, chosen: list[D]) -> str:
    """Edits count UTF-16 code units."""
    units = text.encode("utf-16-le", "surrogatepass")
    result, at = bytearray(), 0
    for edit in (edit for diagnostic in chosen for edit in _edits(diagnostic)):
        result += units[2 * at : 2 * edit["start"]] + edit["text"].encode("utf-16-le", "surrogatepass")
        at = edit["end"]
    return bytes(result + units[2 * at :]).decode("utf-16-le", "surrogatepass")


def _errors_in(diagnostics: Sequence[D]) -> int:
    return sum(diagnostic["severity"] == "error" for diagnostic in diagnostics)
