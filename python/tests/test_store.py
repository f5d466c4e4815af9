"""What a store promises, on SQLite and on PostgreSQL: the promises of tests/stores/contract.mjs, with a session that is the caller's."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Engine, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, scoped_session, sessionmaker

from care_coverage import CareTypeCatalog, CoverageError, package_version, store
from care_coverage.store import CoverageStore, create_tables
from payloads import coverage_of, lists, payload, payload_with_error, payload_with_warning, rich

WRITERS = 50


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


def refused(code: str, ask: Callable[[], object]) -> CoverageError:
    with pytest.raises(CoverageError) as raised:
        ask()
    assert raised.value.code == code
    return raised.value


class Base(DeclarativeBase):
    pass


class Note(Base):
    """Something of the caller's own."""

    __tablename__ = "notes"
    text: Mapped[str] = mapped_column(String(40), primary_key=True)


def notes_of(engine: Engine) -> list[str]:
    with Session(engine) as session:
        return [note.text for note in session.query(Note).order_by(Note.text)]


# ───────────────────────────── versions ─────────────────────────────


def test_each_version_is_followed_by_the_next(session: Session) -> None:
    versions = CoverageStore(session)
    assert versions.list_coverages() == []
    refused("version_not_one", lambda: versions.create_or_update_coverage(coverage_of("basic", 2)))
    assert versions.create_or_update_coverage(coverage_of("basic", 1)) == {"name": "basic", "version": 1, "created": True}
    refused("version_exists", lambda: versions.create_or_update_coverage(coverage_of("basic", 1, "another")))
    refused("version_not_next", lambda: versions.create_or_update_coverage(coverage_of("basic", 3)))
    refused("version_below_one", lambda: versions.create_or_update_coverage(coverage_of("basic", 0)))
    assert versions.create_or_update_coverage(coverage_of("basic", 2)) == {"name": "basic", "version": 2, "created": False}
    refused("version_exists", lambda: versions.create_or_update_coverage(coverage_of("basic", 1)))
    assert versions.get_coverage_payload("basic", 1) == coverage_of("basic", 1)
    assert versions.get_latest_coverage_payload("basic") == coverage_of("basic", 2)
    assert versions.list_coverages() == [{"name": "basic", "latest_version": 2}]
    assert [versions.latest_version(name) for name in ("basic", "other")] == [2, None]


def test_versions_are_read_by_name_and_number(session: Session) -> None:
    versions = CoverageStore(session)
    refused("unknown_coverage", lambda: versions.get_latest_coverage_payload("basic"))
    refused("unknown_coverage", lambda: versions.get_coverage_payload("basic", 1))
    for version in (1, 2, 3):
        versions.create_or_update_coverage(coverage_of("basic", version))
    for number in (4, 0, -1, 2**53 - 1):
        error = refused("unknown_version", lambda: versions.get_coverage_payload("basic", number))
        assert error.diagnostics[0]["params"] == {"name": "basic", "version": number, "latest": 3}
    for name in ("Basic", "basi", "basic ", "", "%", "basic\0", "\ud800"):
        refused("unknown_coverage", lambda: versions.get_latest_coverage_payload(name))
        assert versions.latest_version(name) is None
    for other in (None, 1, {}, ["basic"]):
        refused("wrong_type", lambda: versions.get_latest_coverage_payload(other))
    for wrong in (None, "1", 1.5, math.nan, True, 2**53, {}):
        refused("wrong_type", lambda: versions.get_coverage_payload("basic", wrong))


def test_any_text_is_a_name_and_the_list_is_by_code_points(session: Session) -> None:
    versions = CoverageStore(session)
    names = ["\ue000", "\U0001f48a", "é", "e\u0301", "a\0b", "a\0", "a", '"', "\\", "\\u0000", "'; DROP TABLE x; --", "__proto__", "\ufffd", "x" * 2000]
    for name in names:
        versions.create_or_update_coverage(coverage_of(name, 1))
    assert versions.list_coverages() == [{"name": name, "latest_version": 1} for name in sorted(names)]
    for name in names:
        assert versions.get_latest_coverage_payload(name) == coverage_of(name, 1)


def test_a_payload_comes_back_as_it_was_given(engine: Engine) -> None:
    with Session(engine) as session:
        given = {**rich, "x-note": [-0.0, 1.0]}
        CoverageStore(session).create_or_update_coverage(given)
        given["guarantees"].append("changed")
    with Session(engine) as session:
        back = CoverageStore(session).get_latest_coverage_payload("rich")
        given["guarantees"].pop()
        assert back == {**rich, "x-note": [0, 1]} and list(back) == list(given)
        stored = session.execute(text("SELECT payload, stored_by FROM care_coverage_versions")).one()
        assert '"x-note":[0,1]' in stored.payload and stored.stored_by == package_version()


def test_with_a_catalogue_errors_are_refused_and_warnings_are_not(session: Session) -> None:
    catalog = CareTypeCatalog(lists)
    strict, plain = CoverageStore(session, catalog), CoverageStore(session)
    error = refused("unknown_care_type", lambda: strict.create_or_update_coverage(payload_with_error))
    expected = [found for found in catalog.validate_coverage(payload_with_error, analysis=False) if found["severity"] == "error"]
    assert len(expected) >= 3 and error.diagnostics == expected
    refused("unknown_coverage", lambda: plain.get_latest_coverage_payload(payload_with_error["name"]))
    strict.create_or_update_coverage(payload_with_warning)
    plain.create_or_update_coverage(payload_with_error)
    assert strict.get_latest_coverage_payload(payload_with_error["name"]) == payload_with_error


def test_whatever_is_handed_in_it_is_an_error_and_the_store_works_on(session: Session) -> None:
    versions = CoverageStore(session)
    for code, given in [("wrong_type", None), ("wrong_type", 1), ("wrong_type", "basic"), ("wrong_type", b"{}"), ("wrong_type", []), ("missing_field", {}),
                          ("wrong_type", {**coverage_of("basic", 1), "version": math.nan}), ("unknown_field", {**coverage_of("basic", 1), "guarantee": 1}),
                          ("empty_name", coverage_of(" ", 1)), ("invalid_string", coverage_of("\ud800", 1))]:  # fmt: skip
        refused(code, lambda: versions.create_or_update_coverage(given))
    for commit in (0, "false", {}, 1.0):
        refused("wrong_type", lambda: versions.create_or_update_coverage(coverage_of("basic", 1), commit))
    assert versions.list_coverages() == []


# ───────────────────────────── the caller's session ─────────────────────────────


def test_a_version_is_ones_own_until_the_commit(engine: Engine) -> None:
    with Session(engine) as mine, Session(engine) as other:
        versions, others = CoverageStore(mine), CoverageStore(other)
        versions.create_or_update_coverage(coverage_of("basic", 1))
        for name, version in (("basic", 2), ("new", 1), ("basic", 3)):
            versions.create_or_update_coverage(coverage_of(name, version), commit=False)
        all_of_it = [{"name": "basic", "latest_version": 3}, {"name": "new", "latest_version": 1}]
        assert versions.list_coverages() == all_of_it
        assert versions.get_latest_coverage_payload("basic") == coverage_of("basic", 3)
        assert others.list_coverages() == [{"name": "basic", "latest_version": 1}]
        refused("unknown_coverage", lambda: others.get_latest_coverage_payload("new"))
        other.rollback()
        mine.commit()
        assert others.list_coverages() == all_of_it


def test_a_rollback_forgets_what_was_not_committed(engine: Engine) -> None:
    with Session(engine) as session:
        versions = CoverageStore(session)
        versions.create_or_update_coverage(coverage_of("basic", 1))
        versions.create_or_update_coverage(coverage_of("basic", 2), commit=False)
        session.rollback()
        assert versions.list_coverages() == [{"name": "basic", "latest_version": 1}]
        versions.create_or_update_coverage(coverage_of("basic", 2, "again"), commit=False)
    # A session that is closed without a commit has not committed.
    with Session(engine) as session:
        assert CoverageStore(session).latest_version("basic") == 1


def test_a_commit_takes_all_that_is_in_the_session(engine: Engine) -> None:
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        versions = CoverageStore(session)
        session.add(Note(text="first"))
        versions.create_or_update_coverage(coverage_of("a", 1), commit=False)
        assert notes_of(engine) == []
        versions.create_or_update_coverage(coverage_of("b", 1), commit=None)
    assert notes_of(engine) == ["first"]
    with Session(engine) as session:
        assert [coverage["name"] for coverage in CoverageStore(session).list_coverages()] == ["a", "b"]


def test_a_refusal_leaves_the_callers_transaction_as_it_is(engine: Engine) -> None:
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        versions = CoverageStore(session)
        session.add(Note(text="kept"))
        session.flush()
        versions.create_or_update_coverage(coverage_of("basic", 1), commit=False)
        refused("version_exists", lambda: versions.create_or_update_coverage(coverage_of("basic", 1), commit=True))
        refused("version_not_next", lambda: versions.create_or_update_coverage(coverage_of("basic", 9), commit=True))
        refused("missing_field", lambda: versions.create_or_update_coverage({}, commit=True))
        assert notes_of(engine) == []
        session.commit()
    assert notes_of(engine) == ["kept"]
    with Session(engine) as session:
        # Where the call has begun the transaction, nothing of it is left: in SQLite, no lock either.
        refused("version_exists", lambda: CoverageStore(session).create_or_update_coverage(coverage_of("basic", 1)))
        assert not session.in_transaction()
        with Session(engine) as other:
            CoverageStore(other).create_or_update_coverage(coverage_of("basic", 2))


def test_what_the_database_raises_is_passed_on(engine: Engine) -> None:
    with Session(engine) as session:
        session.execute(text("DROP TABLE care_coverage_versions"))
        session.commit()
        with pytest.raises(Exception, match="care_coverage_versions") as raised:
            CoverageStore(session).create_or_update_coverage(coverage_of("basic", 1))
        assert not isinstance(raised.value, CoverageError)


# ───────────────────────────── two writers ─────────────────────────────


def test_of_fifty_writers_of_one_version_exactly_one_stores_it(engine: Engine) -> None:
    with Session(engine) as session:
        CoverageStore(session).create_or_update_coverage(coverage_of("basic", 1))
    barrier = threading.Barrier(WRITERS)

    def write(note: int) -> str:
        with Session(engine) as session:
            versions = CoverageStore(session)
            # All have seen that it is the next one, so that it is the database that decides.
            assert versions.latest_version("basic") == 1
            session.rollback()
            barrier.wait(60)
            try:
                versions.create_or_update_coverage(coverage_of("basic", 2, note))
            except CoverageError as error:
                return error.code
            return "stored"

    with ThreadPoolExecutor(WRITERS) as pool:
        outcomes = list(pool.map(write, range(WRITERS)))
    assert sorted(outcomes) == ["stored"] + ["version_exists"] * (WRITERS - 1)
    with Session(engine) as session:
        assert CoverageStore(session).get_latest_coverage_payload("basic") == coverage_of("basic", 2, outcomes.index("stored"))


def test_of_fifty_writers_of_several_versions_each_gets_all_of_it_or_nothing(engine: Engine) -> None:
    barrier = threading.Barrier(WRITERS)

    def write(note: int) -> bool:
        with Session(engine) as session:
            versions = CoverageStore(session)
            barrier.wait(60)
            try:
                for version in (1, 2, 3):
                    versions.create_or_update_coverage(coverage_of("basic", version, note), commit=False)
                versions.create_or_update_coverage(coverage_of("other", 1, note), commit=True)
            except CoverageError as error:
                assert error.code == "version_exists"
                session.rollback()
                return False
            return True

    with ThreadPoolExecutor(WRITERS) as pool:
        outcomes = list(pool.map(write, range(WRITERS)))
    assert outcomes.count(True) == 1
    with Session(engine) as session:
        versions = CoverageStore(session)
        winner = outcomes.index(True)
        assert [versions.get_coverage_payload("basic", version) for version in (1, 2, 3)] == [coverage_of("basic", version, winner) for version in (1, 2, 3)]
        assert versions.list_coverages() == [{"name": "basic", "latest_version": 3}, {"name": "other", "latest_version": 1}]


def test_a_second_writer_waits_for_the_first_and_gets_what_comes_of_it(engine: Engine) -> None:
    for ends, expected in ((Session.commit, "version_exists"), (Session.rollback, "stored")):
        name = expected

        def write(name: str = name) -> str:
            with Session(engine) as session:
                try:
                    CoverageStore(session).create_or_update_coverage(coverage_of(name, 1, "second"))
                except CoverageError as error:
                    return error.code
                return "stored"

        with Session(engine) as first, ThreadPoolExecutor(1) as pool:
            CoverageStore(first).create_or_update_coverage(coverage_of(name, 1, "first"), commit=False)
            second = pool.submit(write)
            assert not second.done()
            ends(first)
            assert second.result(60) == expected


def test_fifty_writers_that_read_and_try_again_store_fifty_versions(engine: Engine) -> None:
    def write(note: int) -> None:
        for _ in range(20 * WRITERS):
            with Session(engine) as session:
                versions = CoverageStore(session)
                latest = versions.latest_version("basic") or 0
                session.rollback()
                try:
                    versions.create_or_update_coverage(coverage_of("basic", latest + 1, note))
                    return
                except CoverageError as error:
                    assert error.code == "version_exists"
        pytest.fail("it was never its turn")

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with Session(engine) as session:
        versions = CoverageStore(session)
        assert versions.latest_version("basic") == WRITERS
        notes = [versions.get_coverage_payload("basic", version)["guarantees"][0]["coverage_rule"]["note"] for version in range(1, WRITERS + 1)]
        assert sorted(notes) == list(range(WRITERS))


# ───────────────────────────── the documents' functions ─────────────────────────────


@pytest.fixture
def forget() -> Iterator[None]:
    yield
    store._configured = None


def test_the_documents_functions_have_the_session_of_the_registry(engine: Engine, forget: None) -> None:
    with pytest.raises(RuntimeError, match="configure"):
        store.get_latest_coverage_payload("basic")
    registry = scoped_session(sessionmaker(engine))
    store.configure(registry, CareTypeCatalog(lists))
    assert store.create_or_update_coverage(coverage_payload=payload, commit=False)["created"]
    assert store.get_latest_coverage_payload(coverage_short_name="basic") == payload
    registry.rollback()
    refused("unknown_coverage", lambda: store.get_latest_coverage_payload("basic"))
    refused("unknown_care_type", lambda: store.create_or_update_coverage(payload_with_error))
    store.create_or_update_coverage(payload)
    registry.remove()
    assert CoverageStore(registry).latest_version("basic") == 1
    registry.remove()


# ───────────────────────────── formats ─────────────────────────────


def test_tables_are_made_once_and_an_earlier_format_is_brought_up(engine: Engine) -> None:
    def rows(statement: str) -> Any:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(statement)]

    create_tables(engine)
    assert rows("SELECT max(format) FROM care_coverage_formats") == [(2,)]
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE care_coverage_versions DROP COLUMN stored_by")
        connection.exec_driver_sql("DELETE FROM care_coverage_formats WHERE format = 2")
        connection.exec_driver_sql("INSERT INTO care_coverage_versions (name, version, payload) VALUES ('old', 1, '{}')")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(create_tables, [engine] * 4))
    assert rows("SELECT name, version, payload, stored_by FROM care_coverage_versions") == [("old", 1, "{}", None)]
    with Session(engine) as session:
        CoverageStore(session).create_or_update_coverage(coverage_of("old", 2))
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO care_coverage_formats (format) VALUES (3)")
    with pytest.raises(RuntimeError, match="format 3, which is of a later version"):
        create_tables(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE care_coverage_versions")
        connection.exec_driver_sql("DROP TABLE care_coverage_formats")
        create_tables(connection)
    assert rows("SELECT format FROM care_coverage_formats ORDER BY format") == [(1,), (2,)]
