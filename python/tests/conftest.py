"""What the tests share: a catalogue, a coverage, and databases of each kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from care_coverage import CareTypeCatalog, Coverage
from care_coverage.store import create_tables
from example_claims import claims
from payloads import lists, payload

ROOT = Path(__file__).parents[2]

settings.register_profile("all", max_examples=int(os.environ.get("PYTHON_EXAMPLES", "300")), deadline=None, database=None)
settings.load_profile("all")


@pytest.fixture
def catalog() -> CareTypeCatalog:
    return CareTypeCatalog(lists)


@pytest.fixture
def coverage(catalog: CareTypeCatalog) -> Coverage:
    return catalog.compile_coverage(payload)


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> pa.Table:
    """As many claims as the module says in `ROWS`."""
    return claims(request.module.ROWS)


@pytest.fixture(scope="module")
def file(table: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a file of Parquet, in several groups of rows."""
    path = tmp_path_factory.mktemp("claims") / "claims.parquet"
    pq.write_table(table, path, row_group_size=max(1_000, len(table) // 8))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL of Debian's package, as its own user where the tests are root's, in a folder that goes with it. It has no port but a
    socket in that folder, so that it is in nobody's way."""
    folders = [os.environ.get("PATH", ""), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))]
    programs = {name: shutil.which(name, path=os.pathsep.join(folders)) for name in ("initdb", "postgres")}
    if None in programs.values():
        pytest.fail("PostgreSQL is missing: scripts/need-postgres.sh installs it")
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        data = f"{folder}/data"
        if user:
            shutil.chown(folder, "postgres", "postgres")
        run = {"check": True, "cwd": folder, "capture_output": True, **user}
        subprocess.run([programs["initdb"], "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], **run)
        settings = {"listen_addresses": "", "unix_socket_directories": folder, "max_connections": "120", "fsync": "off"}
        options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
        with open(f"{folder}/log", "w") as log:
            server = subprocess.Popen([programs["postgres"], "-D", data, *options], cwd=folder, stdout=log, stderr=log, **user)
        url = f"postgresql+psycopg://postgres@/postgres?host={folder}"
        try:
            _wait_for(url, server, Path(folder) / "log")
            yield url
        finally:
            server.terminate()
            server.wait(60)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    import time

    from sqlalchemy.exc import OperationalError

    engine = create_engine(url, poolclass=NullPool)
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            engine.connect().close()
            return
        except OperationalError:
            time.sleep(0.1)
    pytest.fail(f"PostgreSQL did not start: {log.read_text()}")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on an empty store."""
    make: Callable[[], Engine]
    if request.param == "sqlite":
        made = create_engine(f"sqlite:///{tmp_path}/coverages.db", connect_args={"timeout": 60})
    else:
        url = request.getfixturevalue("postgres")
        admin = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with admin.connect() as connection:
            connection.exec_driver_sql("DROP DATABASE IF EXISTS store")
            connection.exec_driver_sql("CREATE DATABASE store")
        made = create_engine(url.replace("/postgres?", "/store?"), pool_size=60)
    create_tables(made)
    yield made
    made.dispose()
