"""How long does a claim take in a table of Arrow, compared with the engine alone (`cargo bench --bench claims`), and in DuckDB, Polars and
Spark? Prints medians and ratios, and compares what is paid.

    python benches/tables.py [rows] [spark]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "examples" / "python"))

import duckdb  # noqa: E402
import polars as pl  # noqa: E402
import pyarrow as pa  # noqa: E402
import pyarrow.csv  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

import claims_alone  # noqa: E402
import claims_in_duckdb  # noqa: E402
import claims_in_polars  # noqa: E402
from care_coverage import simulate  # noqa: E402
from example_claims import TEXTS, claims, coverages  # noqa: E402

ROUNDS = 7
ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def median(call: Callable[[], object]) -> float:
    """Nanoseconds a claim."""
    times = []
    for _ in range(ROUNDS + 1):
        started = time.perf_counter_ns()
        call()
        times.append((time.perf_counter_ns() - started) / ROWS)
    return statistics.median(times[1:])


def show(name: str, taken: float, beside: float | None = None) -> None:
    ratio = f"{taken / beside:12.2f} ×" if beside else ""
    print(f"{name:<52}{taken:>10.1f} ns a claim{ratio}", flush=True)


def main() -> None:
    folder = ROOT / "target" / "tables"
    folder.mkdir(parents=True, exist_ok=True)
    table = claims(ROWS)
    file = folder / "claims.parquet"
    pq.write_table(table, file, row_group_size=131_072)
    pyarrow.csv.write_csv(table.drop_columns(["line"]), folder / "claims.csv")
    current, draft = coverages()
    (folder / "catalog.json").write_text((ROOT / "examples" / "catalog.json").read_text())
    for name, coverage in (("current", current), ("draft", draft)):
        (folder / f"{name}.json").write_text(json.dumps(coverage.to_payload()))
    native: dict[str, float] = {}
    if not os.environ.get("WITHOUT_NATIVE"):
        said = subprocess.run(["cargo", "bench", "--quiet", "--bench", "claims", "--", "json"], cwd=ROOT, capture_output=True, text=True, check=True)
        native = json.loads(said.stdout.splitlines()[-1])

    encoded = table.combine_chunks()
    for name in TEXTS:
        encoded = encoded.set_column(encoded.schema.get_field_index(name), name, encoded[name].dictionary_encode())
    encoded = encoded.combine_chunks()
    questions: dict[str, Callable[[pa.Table], object]] = {
        "evaluate": lambda given: current.evaluate(given, keep=False),
        "reimburse": lambda given: current.reimburse(given, keep=False),
        "reimburse by person": lambda given: current.reimburse(given, unit="person", keep=False),
        "reimburse in order": lambda given: list(current.reimburse_batches(given.to_batches(max_chunksize=10_000), unit="person", keep=False)),
        "simulate": lambda given: simulate(current, draft, given),
    }
    for name, taken in native.items():
        show(f"{name}, the engine alone", taken)
    for name, ask in questions.items():
        show(f"{name}, dictionaries", median(lambda ask=ask: ask(encoded)), native.get(name))  # type: ignore[misc]
        show(f"{name}, texts", median(lambda ask=ask: ask(table)), native.get(name))  # type: ignore[misc]

    wanted, changed = claims_alone.totals_of(claims_alone.reimbursed(table)), claims_alone.difference(table)
    print(f"paid {sum(amount for _, amount in wanted.values())} €, the draft {changed} € more, of {ROWS} claims")
    with duckdb.connect() as connection:
        read = f"read_parquet('{file}')"
        assert claims_in_duckdb.totals_of(connection, read) == wanted and claims_in_duckdb.difference(connection, read) == changed
        show("totals by guarantee in DuckDB, of a file", median(lambda: claims_in_duckdb.totals_of(connection, read)))
    scanned = pl.scan_parquet(file)
    assert claims_in_polars.totals_of(scanned) == wanted and claims_in_polars.difference(scanned) == changed
    show("totals by guarantee in Polars, of a file", median(lambda: claims_in_polars.totals_of(scanned)))
    show("totals by guarantee alone, of a file", median(lambda: claims_alone.totals_of(claims_alone.reimbursed(pq.read_table(file)))))
    if "spark" in sys.argv:
        of_spark(file, table, wanted, changed)


def of_spark(file: Path, table: pa.Table, wanted: claims_alone.Totals, changed: Decimal) -> None:
    import claims_in_spark

    spark = claims_in_spark.session("local-cluster[2,1,1024]")
    read = spark.read.parquet(str(file))
    assert claims_in_spark.totals_of(read) == wanted and claims_in_spark.difference(read) == changed
    current, _ = coverages()

    def timed(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        given = list(batches)
        started = time.perf_counter_ns()
        rows = sum(len(batch) for batch in current.reimburse_batches(given, unit="person"))
        yield pa.record_batch({"rows": [rows], "taken": [time.perf_counter_ns() - started]})

    # One task at a time, as the process alone has the processor for itself.
    ordered = claims_in_spark.in_order(read).coalesce(1) if os.environ.get("ONE_TASK") else claims_in_spark.in_order(read)
    rounds = []
    for _ in range(ROUNDS):
        parts: list[Any] = ordered.mapInArrow(timed, "rows long, taken long").collect()
        rounds.append(sum(part["taken"] for part in parts) / sum(part["rows"] for part in parts))
    alone = table.sort_by([("person", "ascending"), ("care_date", "ascending"), ("line", "ascending")]).to_batches(max_chunksize=10_000)
    own = median(lambda: list(current.reimburse_batches(alone, unit="person")))
    show("reimburse in order, the same batches without Spark", own)
    show("reimburse in order, within Spark", statistics.median(rounds), own)
    spark.stop()


if __name__ == "__main__":
    main()
