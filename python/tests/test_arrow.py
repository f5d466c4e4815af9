"""Tables of Arrow: each row is answered as `reimburse` answers it, units as `reimburse_many`, however the columns are stored and cut."""

from __future__ import annotations

import datetime
import itertools
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_coverage import Coverage, CoverageError, simulate
from example_claims import AMOUNTS, claims, coverages

ANSWERED = ("outcome", "guarantee", "complementary", "secu_paid", "out_of_pocket")
NOT_OF_AN_ACT = ("person", "family", "line", "sex", "act_code")
TEXTS = ("care_type", "practitioner", "treatment_mode", "nature_de_soins", "glasses_lens_complexity", "person", "family", "side")
FLAGS = ("is_optam_or_secteur_1", "reimbursed_by_secu", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne")


@pytest.fixture(scope="module")
def current() -> Coverage:
    return coverages()[0]


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return claims(3_000)


def act_of(row: dict[str, Any]) -> dict[str, Any]:
    written = {name: f"{value:.4f}" if isinstance(value, Decimal) else value for name, value in row.items()}
    return {name: value for name, value in written.items() if value is not None and name not in NOT_OF_AN_ACT}


def answer_of(reimbursement: Any) -> tuple[Any, ...]:
    amounts = reimbursement["amounts"] or {}
    paid = [None if name not in amounts else Decimal(amounts[name]) for name in ANSWERED[2:]]
    return (reimbursement["outcome"], reimbursement["guarantee"], *paid)


def alone(coverage: Coverage, row: dict[str, Any]) -> tuple[Any, ...]:
    try:
        return answer_of(coverage.reimburse(act_of(row)))
    except CoverageError:
        return ("invalid_act", None, None, None, None)


def rows_of(answer: Any) -> list[tuple[Any, ...]]:
    read = pa.table(answer)
    read.validate(full=True)
    return list(zip(*(read[name].to_pylist() for name in ANSWERED), strict=True))


# ── the same as one act, and as many acts of one unit ──


def test_a_row_is_answered_as_an_act(current: Coverage, table: pa.Table) -> None:
    # Without a unit and without beneficiary.
    rows = table.to_pylist()
    assert rows_of(current.reimburse(table)) == [alone(current, row) for row in rows]
    decided = pa.table(current.evaluate(table))
    for row, outcome, guarantee in zip(rows, decided["outcome"].to_pylist(), decided["guarantee"].to_pylist(), strict=True):
        one = current.guarantees_for(act_of({name: value for name, value in row.items() if name not in AMOUNTS and name != "side"}))
        assert outcome == one["outcome"]
        assert guarantee == next(iter([*one["guarantees"], None]))


def test_a_table_of_several_parts_is_answered_as_its_rows(current: Coverage, table: pa.Table) -> None:
    times = 24
    tiled = pa.concat_tables([table] * times).combine_chunks()
    charged = tiled["charged"].to_pylist()
    charged[70_000] = Decimal("-1.0000")
    tiled = tiled.set_column(tiled.schema.get_field_index("charged"), "charged", pa.array(charged, tiled["charged"].type))
    short = rows_of(current.reimburse(table))
    expected = short * times
    expected[70_000] = ("invalid_act", None, None, None, None)
    answer = pa.table(current.reimburse(tiled))
    assert max(len(batch) for batch in answer.to_batches()) < len(tiled)
    assert rows_of(answer) == expected
    assert [row for row, problem in enumerate(answer["problem"].to_pylist()) if problem] == [70_000]
    assert answer["line"].to_pylist() == tiled["line"].to_pylist()
    assert pa.table(current.evaluate(tiled))["guarantee"].to_pylist()[:3_000] == [guarantee for _, guarantee, *_ in short]
    nothing = pa.table(current.reimburse(tiled.slice(0, 0)))
    assert (len(nothing), nothing.schema) == (0, answer.schema)


def many(coverage: Coverage, rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """By unit, the person."""
    answers: dict[int, tuple[Any, ...]] = {}
    numbered = sorted(enumerate(rows), key=lambda of: of[1]["person"])
    for person, unit in itertools.groupby(numbered, key=lambda of: of[1]["person"]):
        of_unit = list(unit)
        reimbursed = coverage.reimburse_many([{**act_of(row), "beneficiary": person} for _, row in of_unit])
        answers |= {number: answer_of(one) for (number, _), one in zip(of_unit, reimbursed["results"], strict=True)}
    return [answers[number] for number in range(len(rows))]


def test_rows_of_a_unit_are_answered_as_many_acts(current: Coverage, table: pa.Table) -> None:
    # So few persons that limits are reached.
    persons = pa.array([f"P{number % 40}" for number in range(len(table))])
    table = table.set_column(table.schema.get_field_index("person"), "person", persons)
    rows = table.to_pylist()
    wanted = many(current, rows)
    assert rows_of(current.reimburse(table, unit="person")) == wanted != rows_of(current.reimburse(table))
    # In another order, and in batches in order.
    shuffled = list(range(len(rows)))
    random.Random(1).shuffle(shuffled)
    answered = rows_of(current.reimburse(table.take(shuffled), unit="person"))
    # Equal dates keep the order of the table: what all rows of a person get, not each, is the same.
    of_shuffled = many(current, [rows[number] for number in shuffled])
    assert answered == of_shuffled
    ordered = table.append_column("place", pa.array(range(len(rows)))).sort_by([("person", "ascending"), ("care_date", "ascending"), ("place", "ascending")])
    for size in (1, 7, 400, 5_000):
        batches = current.reimburse_batches(iter(ordered.to_batches(max_chunksize=size)), unit="person")
        answers = pa.Table.from_batches([pa.record_batch(batch) for batch in batches])
        places = answers["place"].to_pylist()
        assert dict(zip(places, rows_of(answers), strict=True)) == dict(enumerate(wanted))


# ── however it is stored ──

KEYS = [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(), pa.int64(), pa.uint64()]


def stored(draw: st.DrawFn, name: str, column: pa.Array) -> pa.Array:
    """The same values in another type."""
    if name in TEXTS:
        text = draw(st.sampled_from([pa.string(), pa.large_string(), pa.string_view()]))
        if text == pa.string_view() or draw(st.booleans()):
            return column.cast(text)
        keys = draw(st.sampled_from(KEYS if len(column.unique()) < 100 else KEYS[2:]))
        encoded = column.cast(text).dictionary_encode()
        null = draw(st.booleans())
        values = pa.concat_arrays([encoded.dictionary, pa.array([None] if null else [""], text)])
        return pa.DictionaryArray.from_arrays(encoded.indices.cast(keys), values)
    if name in AMOUNTS:
        scale = draw(st.integers(2, 9))
        kind = draw(st.sampled_from(["decimal64", "decimal128", "decimal256", "float", "decimal32"]))
        if kind == "float":
            # The float that is nearest: a cast divides, and may give another.
            return pa.array([None if value is None else float(value) for value in column.to_pylist()], pa.float64())
        if kind == "decimal32" and max((abs(value) for value in column.to_pylist() if value is not None), default=0) < 10_000:
            return column.cast(pa.decimal128(9, 4)).cast(pa.decimal32(9, 4))
        types = {"decimal64": lambda: pa.decimal64(18, min(scale, 6)), "decimal256": lambda: pa.decimal256(60, scale)}
        return column.cast(types.get(kind, lambda: pa.decimal128(30, scale))())
    if name == "member_age":
        return column.cast(draw(st.sampled_from([pa.uint8(), pa.int16(), pa.int64(), pa.uint64(), pa.float64(), pa.float32()])))
    if name == "care_date":
        units = [pa.timestamp(unit, zone) for unit in ("s", "ms", "us", "ns") for zone in (None, "UTC")]
        return column.cast(draw(st.sampled_from([pa.date32(), pa.date64(), *units])))
    return column


@st.composite
def as_stored(draw: st.DrawFn, table: pa.Table) -> pa.Table:
    start = draw(st.integers(0, 100))
    part = table.slice(start, draw(st.integers(0, 300))).combine_chunks()
    columns = {}
    for name in part.column_names:
        chunks = part[name].chunks
        whole = pa.concat_arrays(chunks) if chunks else pa.array([], part.schema.field(name).type)
        # Some are not there.
        if name not in ("care_type", "charged") and draw(st.integers(0, 9)) == 0:
            whole = pa.nulls(len(whole)) if draw(st.booleans()) else pa.nulls(len(whole), whole.type)
        whole = stored(draw, name, whole) if whole.type != pa.null() else whole
        cut = draw(st.lists(st.integers(0, len(whole)), max_size=3).map(sorted))
        columns[name] = pa.chunked_array([whole.slice(a, b - a) for a, b in itertools.pairwise([0, *cut, len(whole)])], whole.type)
    return pa.table(columns)


@given(st.data())
def test_how_a_table_is_stored_changes_nothing(data: st.DataObject) -> None:
    coverage, table = coverages()[0], _few()
    given = data.draw(as_stored(table))
    plain = given.to_pylist()
    for row in plain:
        # The shortest decimal of a float.
        row.update({name: repr(value) for name, value in row.items() if isinstance(value, float) and name != "member_age"})
        row.update({name: int(value) for name, value in row.items() if isinstance(value, float)})
        date = row["care_date"]
        row["care_date"] = date.date() if isinstance(date, datetime.datetime) else date
    assert rows_of(coverage.reimburse(given)) == [alone(coverage, row) for row in plain]
    if all(row["person"] for row in plain):
        assert rows_of(coverage.reimburse(given, unit="person")) == many(coverage, plain)


FEW: list[pa.Table] = []


def _few() -> pa.Table:
    if not FEW:
        FEW.append(claims(400))
    return FEW[0]


# ── what cannot be ──

ROW = {"care_type": ["GP_VISIT"], "charged": [Decimal("26.5")]}


def one(**columns: Any) -> pa.Table:
    return pa.table({**ROW, **{name: value if isinstance(value, pa.Array) else [value] for name, value in columns.items()}})


def problem_of(coverage: Coverage, table: pa.Table, **options: Any) -> str | None:
    answer = pa.table(coverage.reimburse(table, **options))
    (outcome,), (problem,) = answer["outcome"].to_pylist(), answer["problem"].to_pylist()
    assert (outcome == "invalid_act") == (problem is not None)
    assert problem is None or [answer[name].to_pylist() for name in ANSWERED[1:]] == [[None]] * 4
    return problem  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"charged": Decimal("26.50001")}, "charged: 26.50001 is no amount: expected at most 11 digits before the point and 4 after it"),
        ({"charged": 0.1 + 0.2}, "charged: 0.30000000000000004 is no amount: expected at most 11 digits before the point and 4 after it"),
        ({"charged": float("inf")}, "charged: inf is no amount: expected at most 11 digits before the point and 4 after it"),
        ({"charged": 10**15}, "charged: 1000000000000000 is no amount: expected at most 11 digits before the point and 4 after it"),
        ({"charged": pa.array([Decimal(10) ** 60], pa.decimal256(70, 2))}, "charged: a decimal of more than 38 digits is no amount: expected at most 11 digits before the point and 4 after it"),
        ({"charged": Decimal("-1.50")}, "charged: -1.5 is below 0"),
        ({"charged": -1.5}, "charged: -1.5 is below 0"),
        ({"brss": -1}, "brss: -1 is below 0"),
        ({"charged": pa.array([None], pa.float64())}, "the field `charged` is missing"),
        ({"charged": float("nan")}, "the field `charged` is missing"),
        ({"care_type": pa.array([None], pa.string())}, "care_type: the field `care_type` is missing"),
        ({"care_type": ""}, "care_type: the field `care_type` is missing"),
        ({"member_age": 131}, "member_age: 131 is out of range: expected a whole number from 0 to 130"),
        ({"member_age": 4.5}, "member_age: 4.5 is out of range: expected a whole number from 0 to 130"),
        ({"member_age": -1}, "member_age: -1 is out of range: expected a whole number from 0 to 130"),
        ({"care_date": datetime.datetime(2026, 1, 5, 10)}, "care_date: 1767607200000000 is no day: it has a time of day"),
        ({"side": "middle"}, "side: `middle` is no side: expected `left` or `right`"),
        ({"tooth": 19}, "tooth: `19` is no FDI tooth number"),
        ({"charged": "26,50"}, None),
        ({"charged": Decimal("26.5000"), "care_date": datetime.datetime(2026, 1, 5)}, None),
        ({"charged": pa.array([26.1], pa.float32())}, None),
        ({"charged": pa.array([Decimal("26.500000000")], pa.decimal128(38, 9))}, None),
        ({"member_age": pa.nulls(1)}, None),
        ({"charged": "abc"}, "charged: `abc` is not a decimal: expected digits, and digits after a point"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(current: Coverage, columns: dict[str, Any], problem: str | None) -> None:
    mapping = {"decimal": "comma"} if columns.get("charged") == "26,50" else None
    found = problem_of(current, one(**columns), mapping=mapping)
    if problem is None or found is None or not problem.startswith(("tooth", "charged: `abc`")):
        assert found == problem
    else:
        assert found.split(":")[0] == problem.split(":")[0]


@pytest.mark.parametrize(
    ("columns", "options", "code", "pointer"),
    [
        ({"charged": True}, {}, "wrong_type", "/charged"),
        ({"brss": pa.array([[1]])}, {}, "wrong_type", "/brss"),
        ({"care_type": 1.5}, {}, "wrong_type", "/care_type"),
        ({"care_date": 20_260_105}, {}, "wrong_type", "/care_date"),
        ({"member_age": datetime.date(2026, 1, 1)}, {}, "wrong_type", "/member_age"),
        ({"person": pa.array([[1]])}, {"unit": "person"}, "wrong_type", "/person"),
        ({"practitioner": pa.array([1]).dictionary_encode()}, {}, "wrong_type", "/practitioner"),
        ({}, {"unit": "person"}, "missing_field", "/person"),
        ({}, {"unit": 1}, "wrong_type", "/unit"),
        ({}, {"keep": ["x"]}, "missing_field", "/keep"),
        ({}, {"keep": "all"}, "wrong_type", "/keep"),
        ({}, {"units": "person"}, "unknown_field", "/units"),
        ({}, {"secu_rounding": "up"}, "wrong_type", "/secuRounding"),
        ({}, {"mapping": {"columns": {"care_type": "care_type"}}}, "missing_field", "/columns"),
        ({}, {"mapping": {"columns": {"care_type": "care_type", "charged": "MT"}}}, "missing_field", "/MT"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(current: Coverage, columns: dict[str, Any], options: dict[str, Any], code: str, pointer: str) -> None:
    with pytest.raises(CoverageError) as raised:
        current.reimburse(one(**columns), **options)
    assert [(found["code"], found["pointer"]) for found in raised.value.diagnostics] == [(code, pointer)]


def test_a_table_without_a_needed_column_is_refused(current: Coverage) -> None:
    for missing in ("care_type", "charged"):
        table = pa.table({name: value for name, value in ROW.items() if name != missing})
        with pytest.raises(CoverageError, match=f"no column for `{missing}`"):
            current.reimburse(table)
    twice = pa.table([[1], [2], ["GP_VISIT"]], names=["charged", "charged", "care_type"])
    with pytest.raises(CoverageError, match='two columns "charged"'):
        current.reimburse(twice)
    # Who covers an act is no question of what is charged.
    assert pa.table(current.evaluate(pa.table({"care_type": ["GP_VISIT"]})))["outcome"].to_pylist() == [current.guarantees_for({"care_type": "GP_VISIT"})["outcome"]]


def test_what_is_no_table_is_refused(current: Coverage) -> None:
    for value in (pa.array([1]), pa.chunked_array([[1]])):
        with pytest.raises(CoverageError) as raised:
            current.reimburse(value)
        assert raised.value.code == "wrong_type"
    with pytest.raises(TypeError):
        current.reimburse(pa.table(ROW), [])
    with pytest.raises(TypeError):
        current.evaluate([], keep=False)


def test_what_a_stream_throws_is_said(current: Coverage) -> None:
    def batches() -> Iterator[pa.RecordBatch]:
        yield pa.record_batch(ROW)
        raise OSError("the network went away")

    stream = pa.RecordBatchReader.from_batches(pa.table(ROW).schema, batches())
    with pytest.raises(CoverageError, match="the network went away"):
        current.reimburse(stream)


# ── what is kept, and mappings ──


def test_columns_of_the_table_are_kept(current: Coverage) -> None:
    table = one(line=7, secu_paid=Decimal("10"), brss=Decimal("26.5"), secu_rate_percent=70)
    own = ["outcome", "guarantee", "complementary", "secu_paid", "out_of_pocket", "problem"]
    # A column that the answer has, too, is the answer's.
    assert pa.table(current.reimburse(table)).column_names == ["care_type", "charged", "line", "brss", "secu_rate_percent", *own]
    assert pa.table(current.reimburse(table, keep=False)).column_names == own
    kept = pa.table(current.reimburse(table, keep=["line"]))
    assert (kept.column_names, kept["line"].to_pylist()) == (["line", *own], [7])
    assert [kept.schema.field(name).type for name in own] == [pa.string(), pa.string(), *[pa.decimal128(18, 4)] * 3, pa.string()]
    # One batch is a table, too; its answer has the rows, and says how many.
    answer = current.reimburse(pa.record_batch(ROW))
    assert (len(answer), answer.num_rows, answer.column_names[:2]) == (1, 1, ["care_type", "charged"])
    empty = pa.table(current.reimburse(table.slice(0, 0), unit="line"))
    assert len(empty) == 0 and empty.schema == pa.table(current.reimburse(table)).schema
    assert pa.schema(answer).names == answer.column_names


def test_a_mapping_says_what_columns_are(current: Coverage) -> None:
    plain = pa.table({"care_type": ["GP_VISIT", "GP_VISIT"], "charged": ["26.5", "30"], "brss": ["26.5"] * 2, "secu_rate_percent": [70] * 2,
                      "reimbursed_by_secu": [True] * 2, "is_optam_or_secteur_1": [True, False], "member_birth_date": ["1980-02-03"] * 2, "care_date": ["2026-01-05"] * 2})  # fmt: skip
    theirs = pa.table({"ACTE": ["G", "GP_VISIT"], "MT": ["26,50 €", "30,00"], "BASE": ["26,5"] * 2, "TX": [70] * 2, "OPTAM": ["O", "N"],
                       "NAIS": [datetime.date(1980, 2, 3)] * 2, "SOIN": ["05/01/2026"] * 2})  # fmt: skip
    mapping = {
        "decimal": "comma",
        "date_format": "dd/MM/yyyy",
        "columns": {
            "care_type": {"column": "ACTE", "values": {"G": "GP_VISIT"}},
            "charged": "MT",
            "brss": "BASE",
            "secu_rate_percent": "TX",
            "is_optam_or_secteur_1": {"column": "OPTAM", "values": {"O": True, "N": False}},
            "reimbursed_by_secu": {"fixed": True},
            "member_birth_date": "NAIS",
            "care_date": "SOIN",
        },
    }
    wanted = rows_of(current.reimburse(plain))
    assert rows_of(current.reimburse(theirs, mapping=mapping)) == wanted
    assert [outcome for outcome, *_ in wanted] == ["covered"] * 2
    decided = pa.table(current.evaluate(theirs, mapping=mapping))
    assert decided["guarantee"].to_pylist() == [guarantee for _, guarantee, *_ in wanted]


def test_a_table_of_values_of_a_text(current: Coverage) -> None:
    table = one(SPEC=pa.array(["gp"]))
    mapping = {"columns": {"care_type": "care_type", "charged": "charged", "practitioner": {"column": "SPEC", "values": {"gp": "GENERAL_PRACTITIONER", "-": None}}}}
    assert problem_of(current, table, mapping=mapping) is None
    assert problem_of(current, one(SPEC="-"), mapping=mapping) is None
    assert problem_of(current, one(SPEC="other"), mapping=mapping) == "SPEC: the table of values has no `other`"


# ── batches in order ──


def pieces(*units: list[str | None], dates: list[list[int | None]] | None = None) -> Iterator[pa.RecordBatch]:
    for number, unit in enumerate(units):
        days = dates[number] if dates else [None] * len(unit)
        yield pa.record_batch({"care_type": ["GP_VISIT"] * len(unit), "charged": [26.5] * len(unit), "person": pa.array(unit, pa.string()), "care_date": pa.array(days, pa.date32())})


def test_a_unit_that_comes_again_is_refused(current: Coverage) -> None:
    good = list(current.reimburse_batches(pieces(["a", "b"], ["b", "b", None, "c"], [], ["c"]), unit="person", keep=False))
    assert [len(batch) for batch in good] == [2, 4, 0, 1]
    for units in ((["a", "b", "a"],), (["a"], ["b"], ["a"]), (["a", None, "a"],), (["a"], [None], ["a"])):
        answers = current.reimburse_batches(pieces(*units), unit="person")
        with pytest.raises(CoverageError, match='the unit "a" comes again after it ended') as raised:
            list(answers)
        assert [(found["code"], found["pointer"]) for found in raised.value.diagnostics] == [("wrong_type", "/unit")]
        # It is over.
        assert list(answers) == []
    for dates in ([[2, 1]], [[1], [0]], [[None, 3]]):
        with pytest.raises(CoverageError, match='the unit "a" has an earlier care date'):
            list(current.reimburse_batches(pieces(*(["a"] * len(days) for days in dates), dates=dates), unit="person"))
    with pytest.raises(CoverageError, match="the option `unit` is missing"):
        current.reimburse_batches(iter([]))


# ── simulations ──


def test_a_simulation_of_a_table_is_that_of_its_rows(table: pa.Table) -> None:
    current, draft = coverages()
    options: Any = {"by": ["guarantee", {"column": "sex"}]}
    rows = [{name: str(value) if isinstance(value, Decimal) else value for name, value in row.items() if value is not None} for row in table.to_pylist()]
    of_rows = simulate(current, draft, rows, options)
    assert Decimal(of_rows["totals"]["difference"]) > 0
    assert len(acts_of(of_rows)) > 10
    for given in (table, table.combine_chunks(), pl.DataFrame(table), pa.Table.from_batches(table.to_batches(max_chunksize=100))):
        assert simulate(current, draft, given, options) == of_rows
    # What comes once cannot be read again.
    once = pa.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=100))
    for given in (once, duckdb.from_arrow(table).order("line")):
        of_stream = simulate(current, draft, given, options)
        assert acts_of(of_stream) == []
        assert without_acts(of_stream) == without_acts(of_rows)
    # As texts: lines are those of the text.
    for text, kind in (("\n".join(json.dumps(row, default=str) for row in rows), "ndjson"), (csv_of(rows), "csv")):
        of_text = simulate(current, draft, text, {**options, "format": kind})
        assert (of_text["totals"], of_text["persons"]) == (of_rows["totals"], of_rows["persons"])


def changes_of(simulation: Any) -> list[Any]:
    return [*simulation["persons"]["gains"], *simulation["persons"]["losses"]]


def acts_of(simulation: Any) -> list[Any]:
    return [act for change in changes_of(simulation) for act in change["acts"] or []]


def without_acts(simulation: Any) -> Any:
    return {**simulation, "persons": {**simulation["persons"], "gains": [], "losses": [{**change, "acts": None} for change in changes_of(simulation)]}}


def csv_of(rows: list[dict[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    written = [[str(row.get(name, "")) for name in names] for row in rows]
    cells = [[text.lower() if text in ("True", "False") else text for text in row] for row in written]
    return "\n".join(",".join(line) for line in [names, *cells])


def euros(units: int) -> Decimal:
    return Decimal(units) / 10_000


def test_acts_of_the_largest_changes_are_paid_as_they_are_among_all_rows(table: pa.Table) -> None:
    current, draft = coverages()
    rows = table.to_pylist()
    answer = simulate(current, draft, table, amounts=True)
    amounts: Any = answer["amounts"]
    assert {change["person"] for change in changes_of(answer)} and len(amounts["charged"]) == len(rows)
    for change in changes_of(answer):
        assert [act["row"] for act in change["acts"]] == change["rows"] and len(change["rows"]) == change["row_count"]
        for act in change["acts"]:
            row = act["row"]
            said = act["act"]
            assert [said["person"], said["care_type"], said.get("care_date"), Decimal(said["charged"])] == [
                change["person"], rows[row]["care_type"], str(rows[row]["care_date"]), rows[row]["charged"],
            ]  # fmt: skip
            charged, secu = euros(amounts["charged"][row]), euros(amounts["secu_paid"][row])
            assert Decimal(act["secu_paid"]) == secu
            for side in ("current", "draft"):
                paid = euros(amounts[side]["complementary"][row])
                assert [Decimal(act[side]["complementary"]), Decimal(act[side]["out_of_pocket"])] == [paid, charged - secu - paid]
        more = sum(Decimal(act["draft"]["complementary"]) - Decimal(act["current"]["complementary"]) for act in change["acts"])
        assert more == Decimal(change["difference"])
    assert simulate(current, None, table)["persons"] is None
