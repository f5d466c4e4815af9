"""What is a value of a document, and what comes of one that is none: it stays in its place, and the others are read."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import decimal
import enum
import json
import math
import pickle
import threading
import time
import types
import uuid
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_coverage import LEFT_OUT, CareTypeCatalog, Coverage, CoverageError, age_on, check_discount_amount, lens_complexity, match_filter, read_coverage_payload, read_json_text
from payloads import lists, payload

SAFE = 2**53 - 1


def echo(value: object) -> Any:
    """What is read of a value: a parameter of a rule of another system."""
    rule = {"parameter": value}
    given = {"name": "a", "version": 1, "guarantees": [{"name": "A", "care_type_mappings": [], "coverage_rule": rule}]}
    return read_coverage_payload(given)["guarantees"][0]["coverage_rule"]["parameter"]


def problems(value: object) -> list[tuple[str, str]]:
    with pytest.raises(CoverageError) as raised:
        echo(value)
    place = "/guarantees/0/coverage_rule/parameter"
    return [(found["code"], found["pointer"].removeprefix(place)) for found in raised.value.diagnostics]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-SAFE, SAFE) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


@given(VALUES)
def test_a_value_is_what_its_json_text_is(value: Any) -> None:
    read = echo(value)
    assert read == read_json_text(json.dumps(value)) == value
    # True is 1 for Python, and 1.0 is 1: the texts differ for the first, and not for the second.
    assert json.dumps(read).replace("true", "T") == json.dumps(_whole(value)).replace("true", "T")


test_a_value_at_length = pytest.mark.long(given(VALUES)(test_a_value_is_what_its_json_text_is.hypothesis.inner_test))


def _whole(value: Any) -> Any:
    """An integer is one, whether it was given as 1 or as 1.0."""
    match value:
        case float() if value.is_integer() and abs(value) <= SAFE and math.copysign(1, value) + value != -1:
            return int(value)
        case list():
            return [_whole(item) for item in value]
        case dict():
            return {key: _whole(item) for key, item in value.items()}
    return value


class Kind(str, enum.Enum):
    DENTIST = "DENTIST"


class Level(enum.IntEnum):
    HIGH = 3


@dataclasses.dataclass
class Act:
    care_type: str
    member_age: int | None = None
    practitioner: Any = LEFT_OUT


class Pair(NamedTuple):
    first: int
    second: list[str]


class Foreign(Mapping[str, int]):
    def __getitem__(self, key: str) -> int:
        return {"a": 1, "b": 2}[key]

    def __iter__(self) -> Iterator[str]:
        return iter(["a", "b"])

    def __len__(self) -> int:
        return 2


class Index:
    def __index__(self) -> int:
        return 41


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (decimal.Decimal("18.650"), "18.650"),
        (decimal.Decimal("1E+3"), "1000"),
        (decimal.Decimal("1E-7"), "0.0000001"),
        (decimal.Decimal(10) ** 30, "1" + "0" * 30),
        (datetime.date(2026, 3, 1), "2026-03-01"),
        (Kind.DENTIST, "DENTIST"),
        (Level.HIGH, 3),
        (Index(), 41),
        ((1, "a"), [1, "a"]),
        ({"b", "a", "é", "B"}, ["B", "a", "b", "é"]),
        (frozenset([3, 1, 2]), [1, 2, 3]),
        (Act("CROWN"), {"care_type": "CROWN", "member_age": None}),
        (Pair(1, ["x"]), {"first": 1, "second": ["x"]}),
        (Foreign(), {"a": 1, "b": 2}),
        (types.MappingProxyType({"a": 1}), {"a": 1}),
        (OrderedDict([("b", 1), ("a", 2)]), {"b": 1, "a": 2}),
        ({1: "one", -2: "two"}, {"1": "one", "-2": "two"}),
        ({"a": LEFT_OUT, "b": 1}, {"b": 1}),
        (2**60, 2**60),
        (10**22, 10**22),
    ],
)
def test_what_a_backend_has_in_place_of_json(value: object, read: object) -> None:
    assert echo(value) == read


@pytest.mark.parametrize(
    "value",
    [math.nan, math.inf, -math.inf, decimal.Decimal("NaN"), decimal.Decimal("-Infinity"), b"bytes", bytearray(b"x"), 1j, object(), int, uuid.uuid4(), lambda: 1,
     datetime.datetime(2026, 3, 1), datetime.time(1), enum.Enum("E", "A").A, 2**53 + 1, -(2**53) - 1, 10**400, LEFT_OUT, {None: 1}, {True: 1}, {(1, 2): 1}, {1: "a", "1": "b"},
     (item for item in [1])],
)  # fmt: skip
def test_what_is_no_value_is_refused_in_its_place(value: object) -> None:
    if value is LEFT_OUT:
        value = [LEFT_OUT]
        assert problems({"good": [1, value]}) == [("wrong_type", "/good/1/0")]
    else:
        assert problems({"good": [1, value]}) == [("wrong_type", "/good/1")]


def test_one_bad_value_hides_no_other() -> None:
    assert problems([math.nan, "\ud800", {"a": object()}]) == [("wrong_type", "/0"), ("invalid_string", "/1"), ("wrong_type", "/2/a")]


def test_bounds() -> None:
    cycle: list[Any] = []
    cycle.extend([cycle, cycle, cycle])
    assert {code for code, _ in problems(cycle)} == {"too_deep"}
    deep: Any = 1
    for _ in range(100_000):
        deep = [deep]
    assert [code for code, _ in problems(deep)] == ["too_deep"]
    assert [code for code, _ in problems("x" * (2**20 + 1))] == ["too_large"]
    with pytest.raises(CoverageError) as raised:
        echo([0] * 1_000_001)
    assert raised.value.code == "too_large"
    # What holds the same value twice is no cycle.
    shared = ["a"]
    assert echo([shared, shared]) == [["a"], ["a"]]
    while deep != 1:
        deep = deep[0]


class Trapped:
    def __init__(self, thrown: BaseException) -> None:
        self.thrown = thrown

    def __iter__(self) -> Iterator[str]:
        raise self.thrown


class TrappedMapping(Foreign):
    def __init__(self, thrown: BaseException) -> None:
        self.thrown = thrown

    def __getitem__(self, key: str) -> int:
        if key == "b":
            raise self.thrown
        return 1


def test_what_reading_throws_stays_in_its_place() -> None:
    assert problems({"x": TrappedMapping(RuntimeError("trapped")), "y": math.nan}) == [("unreadable_value", "/x/b"), ("wrong_type", "/y")]


def test_an_interrupt_is_passed_on() -> None:
    with pytest.raises(KeyboardInterrupt):
        echo(TrappedMapping(KeyboardInterrupt()))


def test_a_value_that_changes_while_it_is_read() -> None:
    class Changing(Foreign):
        def __getitem__(self, key: str) -> int:
            outer.clear()
            items.clear()
            return 1

    outer: dict[str, Any] = {"first": Changing(), "second": 2}
    items: list[Any] = [outer, 1, 2, 3]
    assert echo(items) == [{"first": {"a": 1, "b": 1}, "second": 2}]


def test_floats_are_their_shortest_decimal() -> None:
    figures = {"discount_amount": 0.1 + 0.2, "reimbursement_amount": 1, "medication_qty": 1, "package_qty": 1}
    with pytest.raises(CoverageError) as raised:
        check_discount_amount(figures)
    assert raised.value.diagnostics[0]["message"].count("`0.30000000000000004`") == 1
    assert check_discount_amount({**figures, "discount_amount": decimal.Decimal("0.1") + decimal.Decimal("0.2")})["allowed"]


def test_acts_are_read_alike_in_every_form(coverage: Coverage) -> None:
    acts = [{"care_type": "CROWN", "member_age": 40}, Act("CROWN", 40), {"care_type": "CROWN", "care_date": datetime.date(2026, 1, 1), "member_birth_date": datetime.date(1985, 6, 1)}]
    assert [coverage.guarantees_for(act)["guarantees"] for act in acts] == [["DENTAL_CARE"]] * 3
    assert coverage.evaluate(iter(acts))["outcomes"] == ["covered"] * 3
    assert coverage.evaluate(acts)["guarantees"] == ["DENTAL_CARE"] * 3
    for wrong in ("CROWN", b"CROWN", {"care_type": "CROWN"}, 1, None):
        with pytest.raises(CoverageError, match="expected a list of acts"):
            coverage.evaluate(wrong)


def test_options_are_a_mapping_or_keywords(catalog: CareTypeCatalog, coverage: Coverage) -> None:
    act = {"care_type": "CROWN", "member_age": 40, "charged": "33.33", "brss": "33.33", "secu_rate_percent": 60}
    half_up = coverage.reimburse(act, secu_rounding="half_up")
    assert half_up == coverage.reimburse(act, None, {"secuRounding": "half_up"}) != coverage.reimburse(act)
    assert half_up["amounts"] is not None and half_up["amounts"]["secu_paid"] == "20.00"
    assert coverage.reimburse(act, secu_rounding=None) == coverage.reimburse(act)
    with pytest.raises(TypeError, match="not both"):
        coverage.reimburse(act, None, {}, steps=False)
    with pytest.raises(TypeError, match="not both"):
        catalog.search("crown", {}, limit=1)
    with pytest.raises(CoverageError) as raised:
        catalog.validate_coverage(payload, ignor=["gap"])
    assert raised.value.code == "unknown_field"
    with pytest.raises(CoverageError, match="expected an object, got null"):
        catalog.validate_coverage(payload, None)
    many = coverage.reimburse_many([act, act], shown_counters="each")
    assert many == coverage.reimburse_many([act, act], None, {"counters": "each"})


def test_texts_are_strings_or_bytes(catalog: CareTypeCatalog) -> None:
    text = json.dumps({**payload, "name": "💊", "vers": 1}, ensure_ascii=False)
    forms = [text, text.encode(), bytearray(text.encode()), memoryview(text.encode())]
    found = [catalog.validate_coverage_text(form) for form in forms]
    assert found[0] and all(other == found[0] for other in found)
    assert [diagnostic["range"]["start"] for diagnostic in found[0]][-1] > text.index("vers") - 2
    for wrong in (1, None, ["x"], {"a": 1}):
        with pytest.raises(CoverageError, match="expected a string or bytes"):
            catalog.validate_coverage_text(wrong)
    half = catalog.validate_coverage_text('{"name": "\ud800"}')
    assert "invalid_string" in {diagnostic["code"] for diagnostic in half}
    assert catalog.validate_coverage_text(b'{"name": "\xff"}')[0]["code"] == "invalid_json"


def test_errors_are_values_errors_with_diagnostics() -> None:
    with pytest.raises(ValueError, match=r"is not a calendar date .* \(and 1 more\)$") as raised:
        age_on("2000-02-30", "tomorrow")
    error = raised.value
    assert isinstance(error, CoverageError)
    assert (error.code, len(error.diagnostics)) == ("invalid_date", 2)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.diagnostics) == (str(error), error.diagnostics)
    assert lens_complexity({"sphere": -1.25, "cylinder": 0.5, "multifocal": False}) == "SIMPLE"
    assert match_filter({"min_age": 18}, {"member_age": 20})["outcome"] == "holds"


def test_objects_go_to_other_processes(catalog: CareTypeCatalog, coverage: Coverage) -> None:
    act = {"care_type": "CROWN", "member_age": 40}
    for copied in (pickle.loads(pickle.dumps(coverage)), copy.deepcopy(coverage)):
        assert isinstance(copied, Coverage)
        assert copied.to_payload() == coverage.to_payload() and copied.guarantees_for(act) == coverage.guarantees_for(act)
    with_options = CareTypeCatalog(lists, selector_precedence="types_over_groups", known_values={"practitioners": ["HYPNOTIST"]})
    again = pickle.loads(pickle.dumps(with_options))
    assert type(again) is CareTypeCatalog and again.known_values() == with_options.known_values() != catalog.known_values()
    assert repr(coverage) == 'Coverage(name="basic", version=1, guarantees=1)'
    assert repr(catalog) == "CareTypeCatalog(care_types=2, groups=1)"
    with pytest.raises(TypeError):
        Coverage()


def test_long_questions_let_other_threads_work(coverage: Coverage) -> None:
    acts = "care_type,member_age\n" + "CROWN,40\n" * 2_000_000
    answers: list[int] = []
    asking = threading.Thread(target=lambda: answers.append(coverage.evaluate_text(acts, "csv")["length"]))
    asking.start()
    turns = 0
    while asking.is_alive():
        time.sleep(0.001)
        turns += 1
    assert answers == [2_000_000]
    assert turns > 20, "the interpreter's lock was held"


def test_one_coverage_answers_many_threads(coverage: Coverage) -> None:
    acts = [{"care_type": "CROWN", "member_age": age} for age in range(100)]
    expected = coverage.evaluate(acts)["outcomes"]
    wrong: list[Any] = []

    def ask() -> None:
        for _ in range(20):
            got = [coverage.guarantees_for(act)["outcome"] for act in acts]
            wrong.extend(got if got != expected else [])
            coverage.analyze()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
