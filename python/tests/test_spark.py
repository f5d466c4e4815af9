"""The example with Spark, on two workers that are processes of their own: the same totals as alone, to the cent, also where one is
killed in the midst of its work."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import claims_alone
from example_claims import coverages

ROWS = int(os.environ.get("SPARK_ROWS", "50000"))
pytestmark = [pytest.mark.bulk, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    import claims_in_spark

    # Two workers, each a process of its own with one core and a gigabyte.
    session = claims_in_spark.session("local-cluster[2,1,1024]")
    yield session
    session.stop()


def test_two_workers(spark: Any, table: pa.Table, file: Path) -> None:
    import claims_in_spark

    read = spark.read.parquet(str(file))
    assert claims_in_spark.totals_of(read) == claims_alone.totals_of(claims_alone.reimbursed(table))
    assert claims_in_spark.difference(read) == claims_alone.difference(table)
    # Both had some of the rows.
    current, _ = coverages()

    def who(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows = sum(len(batch) for batch in current.reimburse_batches(batches, unit="person"))
        yield pa.record_batch({"executor": [executor()], "rows": [rows]})

    answered = claims_in_spark.in_order(read).mapInArrow(who, "executor long, rows long").collect()
    assert len({row["executor"] for row in answered}) == 2
    assert sum(row["rows"] for row in answered) == ROWS


def executor() -> int:
    """The Java process whose child's child this is."""
    parent = Path(f"/proc/{os.getppid()}/stat").read_text().rsplit(")", 1)[1].split()[1]
    return int(parent)


def test_a_worker_that_is_killed(spark: Any, table: pa.Table, file: Path, tmp_path: Path) -> None:
    import claims_in_spark
    from pyspark import TaskContext

    current, _ = coverages()
    died = tmp_path / "died"

    def pay(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number, batch in enumerate(current.reimburse_batches(batches, unit="person", keep=["line"])):
            yield pa.record_batch(batch)
            task = TaskContext.get()
            if number == 1 and task is not None and task.partitionId() == 2 and not died.exists():
                died.write_text(str(executor()))
                os.kill(executor(), signal.SIGKILL)

    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(max(100, ROWS // 40)))
    read = claims_in_spark.in_order(spark.read.parquet(str(file)))
    answered = read.mapInArrow(pay, "line long, outcome string, guarantee string, complementary decimal(18,4), secu_paid decimal(18,4), out_of_pocket decimal(18,4), problem string")
    answers = {row["line"]: (row["outcome"], row["guarantee"], row["complementary"], row["out_of_pocket"]) for row in answered.collect()}
    assert died.exists()
    alone = claims_alone.reimbursed(table)
    columns = (alone[name].to_pylist() for name in ("outcome", "guarantee", "complementary", "out_of_pocket"))
    assert answers == dict(zip(alone["line"].to_pylist(), zip(*columns, strict=True), strict=True))
