"""The examples with DuckDB and Polars: the same totals as alone, to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import claims_alone
import claims_in_duckdb
import claims_in_polars
from example_claims import coverages

ROWS = 20_000


@pytest.fixture(scope="module")
def alone(table: pa.Table) -> claims_alone.Totals:
    totals = claims_alone.totals_of(claims_alone.reimbursed(table))
    assert sum(count for count, _ in totals.values()) == ROWS
    assert len(totals) > 10 and sum(amount for _, amount in totals.values()) > 0
    return totals


def test_duckdb(table: pa.Table, file: Path, alone: claims_alone.Totals) -> None:
    with duckdb.connect() as connection:
        read = f"read_parquet('{file}')"
        assert claims_in_duckdb.totals_of(connection, read) == alone
        assert claims_in_duckdb.difference(connection, read) == claims_alone.difference(table)
        current, _ = coverages()
        claims_in_duckdb.add_function(connection, current)
        counted = connection.sql(f"SELECT guarantee_of(care_type, member_age) AS name, count(*) FROM {read} GROUP BY 1").fetchall()
    decided = pa.table(current.evaluate(table.select(["care_type", "member_age"]), keep=False))["guarantee"]
    assert dict(counted) == {count["values"]: count["counts"] for count in decided.value_counts().to_pylist()}


def test_polars(table: pa.Table, file: Path, alone: claims_alone.Totals) -> None:
    scanned = pl.scan_parquet(file)
    assert claims_in_polars.totals_of(scanned) == alone
    assert claims_in_polars.difference(scanned) == claims_alone.difference(table)
    # Texts as categories are a dictionary.
    categories = scanned.with_columns(pl.col("person", "care_type", "practitioner").cast(pl.Categorical))
    assert claims_in_polars.totals_of(categories) == alone


def test_pandas(table: pa.Table, alone: claims_alone.Totals) -> None:
    current, _ = coverages()
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    assert claims_alone.totals_of(pa.table(current.reimburse(frame, unit="person"))) == alone
    assert pd.DataFrame.from_arrow(current.reimburse(frame, unit="person"))["complementary"].sum() == sum((amount for _, amount in alone.values()), Decimal(0))
