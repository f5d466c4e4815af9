"""The golden cases of tests/cases/, as Python asks them: calls, comparison, and the canonical form of an answer."""

from __future__ import annotations

import array
import copy
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import care_coverage as api

CASES = Path(__file__).parents[2] / "tests" / "cases"
PACKAGE = "javascript/"

Json = Any
Document = dict[str, Any]


def documents() -> Iterator[tuple[str, Document]]:
    """Every file: its name without extension, and what it says, with the names of the shared files that it lists. In the order of
    JavaScript's `sort`, as tests/package/golden.mjs has them."""
    names = [path.name for path in CASES.glob("*.json")] + [PACKAGE + path.name for path in (CASES / PACKAGE).glob("*.json")]
    for name in sorted(names):
        document = json.loads((CASES / name).read_text(encoding="utf-8"))
        files = [json.loads((CASES / "shared" / f"{name}.json").read_text(encoding="utf-8")) for name in document.pop("shared", [])]
        for kind in ("catalogs", "coverages", "values"):
            document[kind] = {key: value for file in [*files, document] for key, value in file.get(kind, {}).items()}
        yield name.removesuffix(".json"), document


def resolved(written: Document, document: Document) -> Document:
    """The case with values in place of names."""

    def expanded(value: Json) -> Json:
        return _expand(value, document["values"])

    def named(kind: str, value: Json) -> Json:
        return expanded(document[kind][value] if isinstance(value, str) else value)

    kinds = {"catalog": "catalogs", "coverage": "coverages", "next": "coverages", "next_catalog": "catalogs"}
    given = {key: named(kind, written[key]) for key, kind in kinds.items() if key in written}
    lists = {key: expanded(written[key]) for key in ("before", "args", "want") if key in written}
    others = [named("coverages", other) for other in written.get("others", [])]
    return {**written, **given, **lists, "others": others}


def _expand(value: Json, named: Document) -> Json:
    """The value itself, with every `{ $from: name, set: { pointer: value }, unset: [pointers] }` carried out."""
    if isinstance(value, list):
        return [_expand(item, named) for item in value]
    if not isinstance(value, dict):
        return value
    if "$from" not in value:
        return {key: _expand(item, named) for key, item in value.items()}
    changed = copy.deepcopy(_expand(named[value["$from"]], named))
    for pointer, item in value.get("set", {}).items():
        parent, key = _place(changed, pointer)
        if isinstance(parent, list) and (key == "-" or int(key) == len(parent)):
            parent.append(_expand(item, named))
        else:
            parent[int(key) if isinstance(parent, list) else key] = _expand(item, named)
    for pointer in value.get("unset", []):
        parent, key = _place(changed, pointer)
        del parent[int(key) if isinstance(parent, list) else key]
    return changed


def _place(value: Json, pointer: str) -> tuple[Json, str]:
    *path, last = [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]
    for key in path:
        key = _position(value, key)
        value = value[int(key) if isinstance(value, list) else key]
    return value, _position(value, last)


def _position(value: Json, key: str) -> str:
    """In a list, `[x]` is the one entry whose id is x."""
    if not isinstance(value, list) or not key.startswith("["):
        return key
    ids = [next((entry[field] for field in ("id", "name", "program_id", "step", "key") if field in entry), None) for entry in value]
    found = [index for index, name in enumerate(ids) if name == key[1:-1]]
    assert len(found) == 1, f"{key} is {len(found)} entries"
    return str(found[0])


# ───────────────────────────── calls ─────────────────────────────

NAMES = {
    "matchFilter": api.match_filter,
    "lensComplexity": api.lens_complexity,
    "ageOn": api.age_on,
    "checkDiscountAmount": api.check_discount_amount,
    "selectContracts": api.select_contracts,
    "describeRule": api.describe_rule,
    "readCoveragePayload": api.read_coverage_payload,
    "checkCoverageVersion": api.check_coverage_version,
    "guessMapping": api.guess_mapping,
}


def call(asked: Document) -> Json:
    """What the package says to a case; each is asked in all ways there are, which must say the same."""
    name, args = asked["call"], asked.get("args", [])

    def catalog(given: Json = None) -> api.CareTypeCatalog:
        given = given or asked["catalog"]
        return api.CareTypeCatalog(given["data"], *([given["options"]] if "options" in given else []))

    def coverage() -> api.Coverage:
        return catalog().compile_coverage(asked["coverage"])

    def later(payload: Json) -> api.Coverage:
        return catalog(asked.get("next_catalog")).compile_coverage(payload)

    match name:
        case _ if name in NAMES:
            return NAMES[name](*args)
        case "checkDispense":
            return _also_as_text(api.check_dispense, api.check_dispense_text, args)
        case "checkDispenseText":
            return _also_as_bytes(api.check_dispense_text, args)
        case "readJsonText":
            return _also_as_bytes(api.read_json_text, args)
        case "CareTypeCatalog":
            made = catalog()
            return {"careTypeCount": made.care_type_count, "careTypeGroupCount": made.care_type_group_count, "diagnostics": made.diagnostics}
        case "getCareTypeMappings":
            return catalog().get_care_type_mappings()
        case "careType":
            return catalog().care_type(*args)
        case "group":
            return catalog().group(*args)
        case "membersOf":
            return catalog().members_of(*args)
        case "groupsOf":
            return catalog().groups_of(*args)
        case "search":
            return catalog().search(*args)
        case "knownValues":
            return catalog().known_values()
        case "getCareTypesFromSelector":
            return catalog().get_care_types_from_selector(*args)
        case "explainSelector":
            return catalog().explain_selector(*args)
        case "headings":
            return catalog().headings(*args)
        case "validateCoverage":
            return {"diagnostics": _also_in_editor(catalog(), "validate_coverage", "validate", args)}
        case "validateCoverageText":
            made = catalog()
            ask = lambda *args: _also_in_editor(made, "validate_coverage_text", "validate_text", args)  # noqa: E731
            return {"diagnostics": _also_as_bytes(ask, args)}
        case "validateGuarantee":
            return {"diagnostics": catalog().validate_guarantee(*args)}
        case "validateCatalog":
            return {"diagnostics": _same_as_text(api.validate_catalog, api.validate_catalog_text, args)}
        case "validateCatalogText":
            return {"diagnostics": _also_as_bytes(api.validate_catalog_text, args)}
        case "validateProfile":
            return {"diagnostics": _same_as_text(api.validate_profile, api.validate_profile_text, args)}
        case "validateProfileText":
            return {"diagnostics": _also_as_bytes(api.validate_profile_text, args)}
        case "validateMapping":
            return {"diagnostics": api.validate_mapping(*args)}
        case "validateHeadings":
            return {"diagnostics": api.validate_headings(*args)}
        case "previewClaims":
            return _also_as_bytes(api.preview_claims, args)
        case "tryCompile":
            return _compiled(catalog().try_compile(*args))
        case "tryCompileText":
            made = catalog()
            return _also_as_bytes(lambda text: _compiled(made.try_compile_text(text)), args)
        case "compileCoverage":
            compiled = coverage()
            return {"name": compiled.name, "version": compiled.version, "guaranteeNames": compiled.guarantee_names}
        case "toPayload":
            return coverage().to_payload()
        case "careTypesOf":
            return coverage().care_types_of(*args)
        case "actCodes":
            return coverage().act_codes()
        case "analyze":
            return coverage().analyze(*args)
        case "checkRequirements":
            return coverage().check_requirements(*args)
        case "reimburseMany":
            return coverage().reimburse_many(*args)
        case "guaranteesFor":
            made = coverage()
            return _also_as_text(lambda act: _in_all_ways(made, asked.get("before", []), act), made.guarantees_for_text, args)
        case "guaranteesForText":
            return _also_as_bytes(coverage().guarantees_for_text, args)
        case "explain":
            made = coverage()
            return _also_as_text(made.explain, made.explain_text, args)
        case "explainText":
            return _also_as_bytes(coverage().explain_text, args)
        case "reimburse":
            made = coverage()
            return _also_as_text(made.reimburse, made.reimburse_text, args)
        case "reimburseText":
            return _also_as_bytes(coverage().reimburse_text, args)
        case "evaluate":
            return _in_order(coverage().evaluate(*args))
        case "evaluateText":
            made = coverage()
            return _also_as_bytes(lambda *args: _in_order(made.evaluate_text(*args)), args)
        case "evaluateColumns":
            made = coverage()
            return _also_in_arrays(lambda columns: _in_words(made, made.evaluate_columns(columns)), args)
        case "reimburseColumns":
            made = coverage()
            return _also_in_arrays(lambda *args: _in_words(made, made.reimburse_columns(*args)), args)
        case "diff":
            return coverage().diff(later(asked["next"]), *args)
        case "compareAmounts":
            return coverage().compare_amounts(later(asked["next"]), *args)
        case "reimburseStack":
            first = [coverage()] if "coverage" in asked else []
            return api.reimburse_stack([*first, *(later(other) for other in asked["others"])], *args)
        case "simulate":
            current = [coverage(), *(catalog().compile_coverage(other) for other in asked["others"])]
            draft = catalog().compile_coverage(asked["next"]) if "next" in asked else None
            simulated = api.simulate(current if asked["others"] else current[0], draft, *args)
            return _picked(asked.get("want"), _listed(simulated))
    raise AssertionError(f"no function {name}")


def _listed(got: Json) -> Json:
    """Arrays as lists; all else as it is."""
    if isinstance(got, array.array):
        return got.tolist()
    if isinstance(got, dict):
        return {name: _listed(value) for name, value in got.items()}
    return got


def _picked(want: Json, got: Json) -> Json:
    """What an answer says of the fields that a case names."""
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [_picked(*both) for both in zip(want, got)]
    if not isinstance(want, dict) or not isinstance(got, dict):
        return got
    return {key: _picked(want[key], got[key]) for key in ordered(want) if key in got}


def outcome(ask: Callable[[], Json]) -> Json:
    try:
        return {"value": ask()}
    except api.CoverageError as error:
        return {"diagnostics": error.diagnostics}


def _also_as_text(ask: Callable[..., Json], ask_text: Callable[..., Json], args: list[Json]) -> Json:
    """The answer, which the first argument as JSON text must have, too; or the same diagnostics, but for their ranges."""
    said = outcome(lambda: ask(*args))
    as_text = outcome(lambda: ask_text(json.dumps(args[0]), *args[1:]))
    if "diagnostics" in as_text:
        as_text = {"diagnostics": [{key: value for key, value in found.items() if key != "range"} for found in as_text["diagnostics"]]}
    assert equal(said, as_text), f"as text: {as_text}, as a value: {said}"
    return ask(*args)


def _same_as_text(ask: Callable[..., Json], ask_text: Callable[..., Json], args: list[Json]) -> Json:
    """Diagnostics, which the same value as a text must have, too, but for the places in the text."""

    def unplaced(found: Document) -> Document:
        rest = {key: value for key, value in found.items() if key not in ("range", "mark", "edits")}
        return {**rest, "related": [unplaced(other) for other in found["related"]]} if "related" in found else rest

    said, as_text = ask(*args), [unplaced(found) for found in ask_text(json.dumps(args[0]), *args[1:])]
    assert equal(said, as_text), f"as text: {as_text}, as a value: {said}"
    return said


def _also_as_bytes(ask: Callable[..., Json], args: list[Json]) -> Json:
    """The answer for a text, which its bytes must have, too. Half a character has no bytes."""
    text, *others = args
    if isinstance(text, str) and not any("\ud800" <= letter <= "\udfff" for letter in text):
        said, as_bytes = outcome(lambda: ask(*args)), outcome(lambda: ask(text.encode(), *others))
        assert canonical(said) == canonical(as_bytes), f"as bytes: {as_bytes}, as a string: {said}"
    return ask(*args)


def _also_in_arrays(ask: Callable[..., Json], args: list[Json]) -> Json:
    """The answer for columns that are lists, which arrays of the same integers must have, too. Of what has no array, there is none."""
    kinds = {"care_date": "i", "membership_start": "i"}
    words = {"unit", "beneficiary", "stay_id", "care_type", "practitioner", "glasses_lens_complexity", "treatment_mode", "nature_de_soins"}
    small = {"member_age", "side", "tooth", "is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"}
    absent = {"i": -(2**31), "q": -(2**63), "I": 0, "B": 0}

    def column(name: str, cells: list[int | None]) -> array.array[int]:
        kind = kinds.get(name, "I" if name in words else "B" if name in small else "q")
        return array.array(kind, [absent[kind] if cell is None else cell for cell in cells])

    said = outcome(lambda: ask(*args))
    if "value" in said:
        columns = {name: column(name, cells) for name, cells in args[0].items()}
        assert said == outcome(lambda: ask(columns, *args[1:]))
    return ask(*args)


def _also_in_editor(catalog: api.CareTypeCatalog, name: str, in_editor: str, args: Any) -> Json:
    """A validation by a catalogue, and by a coverage that it compiled, which remembers: they say the same."""
    said = outcome(lambda: getattr(catalog, name)(*args))
    coverage = catalog.compile_coverage({"name": "empty", "version": 1, "guarantees": []})
    for _ in range(2):
        assert said == outcome(lambda: getattr(coverage, in_editor)(*args))
    return getattr(catalog, name)(*args)


def _in_all_ways(coverage: api.Coverage, before: list[Json], act: Json) -> Json:
    """The decision for an act alone, which it has in a batch, too."""
    for other in before:
        outcome(lambda other=other: coverage.guarantees_for(other))
    decision = coverage.guarantees_for(act)
    batch = coverage.evaluate([*before, act])
    assert [batch["outcomes"][-1], batch["guarantees"][-1]] == [decision["outcome"], next(iter(decision["guarantees"]), None)]
    return decision


def _compiled(result: Json) -> Json:
    coverage = result["coverage"]
    names = coverage and {"name": coverage.name, "version": coverage.version, "guaranteeNames": coverage.guarantee_names}
    return {"coverage": names, "diagnostics": result["diagnostics"]}


def _in_order(answer: Json) -> Json:
    assert answer["length"] == len(answer["outcomes"]) == len(answer["guarantees"])
    return {key: answer[key] for key in ("outcomes", "guarantees", "summary", "invalid")}


def _in_words(coverage: api.Coverage, answer: Json) -> Json:
    assert answer["length"] == len(answer["outcomes"]) == len(answer["guarantees"])
    names = coverage.guarantee_names
    words = {
        "outcomes": [api.OUTCOME_CODES[code] for code in answer["outcomes"]],
        "guarantees": [names[at] if at >= 0 else None for at in answer["guarantees"]],
    }
    if "summary" in answer:
        return {**words, "summary": answer["summary"], "invalid": answer["invalid"]}
    paid = {key: answer[key].tolist() for key in ("complementary", "secu_paid", "out_of_pocket")}
    return {**words, "invalid": answer["invalid"], **paid, "general": answer["general"]}


# ───────────────────────────── comparison ─────────────────────────────

KEY_BY_KEY = ("diagnostics", "steps", "rule_changes")
IN_PART = "violations"


def run(file: str, written: Document, document: Document) -> tuple[Json, str | None]:
    """What the package says to a case, as the matrix hashes it; and where that is not what it should say."""
    given = resolved(written, document)
    try:
        value = call(given)
    except api.CoverageError as error:
        answer: Json = {"message": str(error), "error": error.diagnostics}
        agrees = "error" in given and diagnostics_agree(given["error"], error.diagnostics)
    else:
        answer = {"value": value}
        agrees = "error" not in given and equal(given["want"], value)
    return answer, None if agrees else f"{file}/{given['id']}\n  want {given.get('error', given.get('want'))}\n  got  {answer}"


def equal(want: Json, got: Json) -> bool:
    """Equality as JSON: 1 is 1.0, and True is not 1."""
    if isinstance(want, bool) or isinstance(got, bool) or not isinstance(want, (list, dict)):
        return type(want) is type(got) and want == got or _are_numbers(want, got) and want == got
    if isinstance(want, list):
        return isinstance(got, list) and len(want) == len(got) and all(map(equal, want, got))
    if not isinstance(got, dict) or want.keys() != got.keys():
        return False
    of_key = {**dict.fromkeys(KEY_BY_KEY, diagnostics_agree), IN_PART: _agrees_in_part}
    return all(of_key.get(key, equal)(want[key], got[key]) for key in want)


def _are_numbers(*values: Json) -> bool:
    return all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)


def _agrees_in_part(want: Json, got: Json) -> bool:
    if isinstance(want, list):
        return isinstance(got, list) and len(want) == len(got) and all(map(_agrees_in_part, want, got))
    if isinstance(want, dict):
        return isinstance(got, dict) and all(key in got and _agrees_in_part(want[key], got[key]) for key in want)
    return equal(want, got)


def diagnostics_agree(want: Json, got: Json) -> bool:
    """Exactly these diagnostics in this order, each on the keys that the case gives."""

    def agrees(key: str, want: Json, got: Json) -> bool:
        if key == "related":
            return equal([other["pointer"] for other in want["related"]], [other["pointer"] for other in got["related"]])
        return key in got and equal(want[key], got[key])

    return (
        isinstance(want, list)
        and isinstance(got, list)
        and len(want) == len(got)
        and all(agrees(key, *both) for both in zip(want, got) for key in both[0])
    )


# ───────────────────────────── the canonical form ─────────────────────────────


def canonical(value: Json) -> str:
    """The text that `JSON.stringify` of JavaScript writes: what the hash of the matrix is made of."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 2**53 else number(float(value))
        case float():
            return number(value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{','.join(map(canonical, value))}]"
        case dict():
            return f"{{{','.join(f'{canonical(key)}:{canonical(value[key])}' for key in ordered(value))}}}"
    raise AssertionError(f"no JSON: {value!r}")


def ordered(fields: Document) -> list[str]:
    """The keys of an object in the order that JavaScript has: integers first, ascending."""
    integers = [key for key in fields if key.isascii() and key.isdecimal() and str(int(key)) == key and int(key) < 2**32 - 1]
    return sorted(integers, key=int) + [key for key in fields if key not in set(integers)]


def number(value: float) -> str:
    """A double as JavaScript writes it."""
    assert math.isfinite(value)
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, decimals = mantissa.partition(".")
    decimals = "" if decimals == "0" else decimals
    digits = (whole + decimals).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + decimals) - len(digits))
    digits = digits.rstrip("0")
    if 0 < point <= 21:
        text = digits.ljust(point, "0") if len(digits) <= point else f"{digits[:point]}.{digits[point:]}"
    elif -6 < point <= 0:
        text = f"0.{'0' * -point}{digits}"
    else:
        scientific = point - 1
        text = f"{digits[0]}{'.' if len(digits) > 1 else ''}{digits[1:]}e{'+' if scientific > 0 else '-'}{abs(scientific)}"
    return sign + text
