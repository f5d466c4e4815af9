"""The versions of every coverage, in a database, by a SQLAlchemy session: `create_or_update_coverage` and
`get_latest_coverage_payload` of the documents.

The tables are those of the npm package's stores (docs/stores.md): a SQLite file that one of them wrote is read by the other.

    engine = create_engine("postgresql+psycopg://…")
    create_tables(engine)

    with Session(engine) as session:
        CoverageStore(session, catalog=catalog).create_or_update_coverage(payload)
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple, TypedDict

from sqlalchemy import BigInteger, CheckConstraint, Column, Connection, Engine, Integer, MetaData, Table, Text, func, inspect, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, scoped_session

from care_coverage import CareTypeCatalog, check_coverage_version, package_version, read_coverage_payload
from care_coverage._errors import CoverageError, unusable

__all__ = [
    "CoverageStore",
    "CoverageVersion",
    "StoredCoverage",
    "configure",
    "create_or_update_coverage",
    "create_tables",
    "get_latest_coverage_payload",
    "metadata",
]

FORMAT = 2
"""The format of the tables, see docs/stores.md."""

metadata = MetaData()
"""The two tables, for Alembic: `target_metadata = [Base.metadata, care_coverage.store.metadata]`. A migration that makes them adds the
row 2 to `care_coverage_formats`; `create_tables` does all of it."""

_Version = BigInteger().with_variant(Integer(), "sqlite")

_versions = Table(
    "care_coverage_versions",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", _Version, CheckConstraint("version >= 1"), primary_key=True, autoincrement=False),
    Column("payload", Text, nullable=False),
    Column("stored_by", Text),
    sqlite_strict=True,
)
_formats = Table("care_coverage_formats", metadata, Column("format", Integer, primary_key=True, autoincrement=False), sqlite_strict=True)

_SAFE = 2**53 - 1


class CoverageVersion(TypedDict):
    """A version that is stored."""

    name: str
    version: int
    created: bool
    """Whether it is the first version of its coverage."""


class StoredCoverage(TypedDict):
    """A coverage of which there are versions."""

    name: str
    latest_version: int


def create_tables(bind: Engine | Connection) -> None:
    """Makes the tables where they are missing, and brings those of an earlier format to the current one, in one transaction. A connection
    stays the caller's, who commits. Of a later format it fails with a `RuntimeError`, and changes nothing.

    Two processes that begin at once may both try: the one that comes second finds the tables there."""
    if isinstance(bind, Connection):
        _migrate(bind)
        return
    try:
        with bind.begin() as connection:
            _migrate(connection)
    except DBAPIError:
        # Another process made them meanwhile; whatever else it was fails again.
        with bind.begin() as connection:
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    if connection.dialect.name not in ("sqlite", "postgresql"):
        raise RuntimeError(f"the tables are for SQLite and PostgreSQL, not for {connection.dialect.name}")
    found: int | None = 0
    if inspect(connection).has_table(_formats.name):
        found = connection.scalar(select(func.max(_formats.c.format)))
    match found:
        case 2:
            return
        case 0 | None:
            metadata.create_all(connection)
            connection.execute(_formats.insert(), [{"format": 1}, {"format": 2}])
        case 1:
            connection.execute(_formats.insert(), [{"format": 2}])
            connection.exec_driver_sql(f"ALTER TABLE {_versions.name} ADD COLUMN stored_by TEXT")
        case later:
            raise RuntimeError(f"the store has format {later}, which is of a later version of care-coverage")


class _Row(NamedTuple):
    name: str
    version: int
    payload: str


class CoverageStore:
    """The versions of every coverage, as a session sees them. The session is the caller's, and so are its transaction and its end: make a
    store for each session, it holds nothing.

    With a `catalog`, a payload with errors is refused; warnings do not matter. Without it only shape, name and version are checked.
    What the database itself raises is passed on as it is.
    """

    def __init__(self, session: Session | scoped_session[Session], catalog: CareTypeCatalog | None = None) -> None:
        self._session: Session = session() if isinstance(session, scoped_session) else session
        self._catalog = catalog

    def create_or_update_coverage(self, coverage_payload: Any, commit: bool | None = None) -> CoverageVersion:
        """Stores the next version of a coverage, and commits the session unless `commit` is False. Then the caller commits or rolls back;
        until that, the version is seen by this session alone, and another writer of it waits.

        Raises a `CoverageError`: the payload's errors, "version_not_one", "version_exists" or "version_not_next". Nothing of this payload
        is in the session then; a transaction that this call has begun is over, one of the caller's goes on."""
        if commit is not None and not isinstance(commit, bool):
            raise unusable("wrong_type", "commit: expected a boolean")
        row = self._checked(coverage_payload)
        is_ours = not self._session.in_transaction()
        try:
            if not self._insert(row):
                # With the latest version there is now, that is an error; or another writer has stored the one before it meanwhile.
                self._refuse(row)
                if not self._insert(row):
                    self._refuse(row)
                    raise unusable("version_exists", f"another writer stores versions of `{_name(row.name)}`", "/version")
        except BaseException:
            if is_ours:
                self._session.rollback()
            raise
        if commit is not False:
            self._session.commit()
        return {"name": _name(row.name), "version": row.version, "created": row.version == 1}

    def get_latest_coverage_payload(self, coverage_short_name: str) -> Any:
        """The latest version. Raises "unknown_coverage"."""
        name = _key(coverage_short_name)
        query = select(_versions.c.payload).where(_versions.c.name == name).order_by(_versions.c.version.desc()).limit(1)
        payload: str | None = self._session.scalar(query)
        if payload is None:
            raise _unknown_coverage(name)
        return json.loads(payload)

    def get_coverage_payload(self, coverage_short_name: str, version: int) -> Any:
        """Raises "unknown_coverage", or "unknown_version"."""
        name = _key(coverage_short_name)
        if not isinstance(version, int) or isinstance(version, bool) or abs(version) > _SAFE:
            raise unusable("wrong_type", f"version: expected an integer up to {_SAFE}")
        query = select(_versions.c.payload).where(_versions.c.name == name, _versions.c.version == version)
        payload: str | None = self._session.scalar(query)
        if payload is not None:
            return json.loads(payload)
        latest = self._latest(name)
        if latest is None:
            raise _unknown_coverage(name)
        params = {"name": _name(name), "version": version, "latest": latest}
        raise unusable("unknown_version", f"`{_name(name)}` has no version `{version}`, the latest is `{latest}`", params=params)

    def latest_version(self, coverage_short_name: str) -> int | None:
        """The latest version without its payload; None where none is there."""
        return self._latest(_key(coverage_short_name))

    def list_coverages(self) -> list[StoredCoverage]:
        """Ascending by name (code points)."""
        query = select(_versions.c.name, func.max(_versions.c.version)).group_by(_versions.c.name)
        stored = [(_name(name), version) for name, version in self._session.execute(query)]
        return [{"name": name, "latest_version": version} for name, version in sorted(stored)]

    def _checked(self, payload: Any) -> _Row:
        """What is stored is what was checked, whatever the caller does with its object."""
        plain = read_coverage_payload(payload)
        if self._catalog is not None:
            # The analysis only ever warns.
            diagnostics = self._catalog.validate_coverage(plain, analysis=False)
            errors = [diagnostic for diagnostic in diagnostics if diagnostic["severity"] == "error"]
            if errors:
                raise CoverageError(errors)
        text = json.dumps(_with_plain_zeros(plain), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return _Row(_key(plain["name"]), plain["version"], text)

    def _insert(self, row: _Row) -> bool:
        """Stores a version where the one before it is the latest; whether it did. One statement that asks and writes: in SQLite a
        transaction that has read before it writes may not be allowed to, and in PostgreSQL the unique key makes a second writer wait."""
        latest = select(func.coalesce(func.max(_versions.c.version), 0)).where(_versions.c.name == row.name).scalar_subquery()
        stored_by = literal(package_version(), Text)
        rows = select(literal(row.name, Text), literal(row.version, _Version), literal(row.payload, Text), stored_by).where(latest == literal(row.version - 1, _Version))
        insert = postgresql.insert if self._dialect() == "postgresql" else sqlite.insert
        statement = insert(_versions).from_select(["name", "version", "payload", "stored_by"], rows).on_conflict_do_nothing()
        return self._session.connection().execute(statement.returning(_versions.c.version)).first() is not None

    def _dialect(self) -> str:
        return self._session.connection().dialect.name

    def _refuse(self, row: _Row) -> None:
        """Raises where the version is not the next one."""
        check_coverage_version({"name": _name(row.name), "version": row.version, "guarantees": []}, self._latest(row.name))

    def _latest(self, name: str) -> int | None:
        latest: int | None = self._session.scalar(select(func.max(_versions.c.version)).where(_versions.c.name == name))
        return latest


# ───────────────────────────── the documents' functions ─────────────────────────────




_configured: tuple[Callable[[], Session], CareTypeCatalog | None] | None = None


def configure(registry: Callable[[], Session], catalog: CareTypeCatalog | None = None) -> None:
    """Says whence the two functions below have their session, once for the program: a `scoped_session`, or any function that gives the
    session of the request. The session stays the program's, which removes it when the request ends."""
    global _configured
    _configured = (registry, catalog)


def create_or_update_coverage(coverage_payload: Any, commit: bool | None = None) -> CoverageVersion:
    """`CoverageStore.create_or_update_coverage` in the session that `configure` names."""
    return _store().create_or_update_coverage(coverage_payload, commit)


def get_latest_coverage_payload(coverage_short_name: str) -> Any:
    """`CoverageStore.get_latest_coverage_payload` in the session that `configure` names."""
    return _store().get_latest_coverage_payload(coverage_short_name)


def _store() -> CoverageStore:
    if _configured is None:
        raise RuntimeError("care_coverage.store.configure(registry) says which session is meant; it was not called")
    registry, catalog = _configured
    return CoverageStore(registry(), catalog)


def _key(name: Any) -> str:
    """The name as JSON writes it between the quotes: never with a NUL or half a character, which databases do not keep."""
    if not isinstance(name, str):
        raise unusable("wrong_type", "coverage_short_name: expected a string")
    written = json.dumps(name, ensure_ascii=False)[1:-1]
    return "".join(f"\\u{ord(letter):04x}" if "\ud800" <= letter <= "\udfff" else letter for letter in written)


def _name(key: str) -> str:
    return str(json.loads(f'"{key}"'))


def _unknown_coverage(key: str) -> CoverageError:
    return unusable("unknown_coverage", f"no version of `{_name(key)}` is stored", params={"name": _name(key)})


def _with_plain_zeros(value: Any) -> Any:
    """-0 is 0, as JSON of JavaScript writes it."""
    match value:
        case list():
            return [_with_plain_zeros(item) for item in value]
        case dict():
            return {key: _with_plain_zeros(item) for key, item in value.items()}
        case float() if value == 0:
            return 0
    return value
