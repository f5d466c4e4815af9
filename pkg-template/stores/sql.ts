// Versions in a table, for every database that speaks SQLite's SQL. A database that was written by one of them is read by
// the others.
import type { Row, Storage } from "./core.ts";

export interface Statement {
  sql: string;
  values: readonly (string | number | null)[];
}

/** A database. */
export interface Sql {
  readonly maxBytes: number;
  /** The rows that a query gives. */
  rows(statement: Statement): Promise<Record<string, unknown>[]>;
  /** Carries out all statements durably in one transaction, or none and fails. */
  transact(statements: readonly Statement[]): Promise<void>;
}

/** What leads from each format to the next. A step that was released is never changed: what it made is out there. Each adds its
 *  own number, which is a key: of two writers that migrate at once, one fails and finds the work done. */
const STEPS: readonly (readonly string[])[] = [
  [
    "CREATE TABLE care_coverage_formats (format INTEGER NOT NULL PRIMARY KEY) STRICT",
    "INSERT INTO care_coverage_formats (format) VALUES (1)",
    `CREATE TABLE care_coverage_versions (
       name TEXT NOT NULL,
       version INTEGER NOT NULL CHECK (version >= 1),
       payload TEXT NOT NULL,
       PRIMARY KEY (name, version)
     ) STRICT`,
  ],
  [
    "INSERT INTO care_coverage_formats (format) VALUES (2)",
    "ALTER TABLE care_coverage_versions ADD COLUMN stored_by TEXT",
  ],
];

export class SqlStorage implements Storage {
  readonly maxBytes: number;
  readonly #sql: Sql;
  #isCurrent = false;

  constructor(sql: Sql) {
    this.maxBytes = sql.maxBytes;
    this.#sql = sql;
  }

  /** Brings the database to the format of this version of the package; a new one gets its tables. */
  async prepare(): Promise<void> {
    if (!this.#isCurrent) await migrate(this.#sql);
    this.#isCurrent = true;
  }

  async latest(name: string): Promise<Pick<Row, "version" | "payload"> | null> {
    const [row] = await this.#rows("SELECT version, payload FROM care_coverage_versions WHERE name = ? ORDER BY version DESC LIMIT 1", name);
    return (row ?? null) as Row | null;
  }

  async latestVersion(name: string): Promise<number | null> {
    const [row] = await this.#rows("SELECT max(version) AS version FROM care_coverage_versions WHERE name = ?", name);
    return (row?.version ?? null) as number | null;
  }

  async read(name: string, version: number): Promise<string | null> {
    const [row] = await this.#rows("SELECT payload FROM care_coverage_versions WHERE name = ? AND version = ?", name, version);
    return (row?.payload ?? null) as string | null;
  }

  async list(): Promise<[string, number][]> {
    const rows = await this.#rows("SELECT name, max(version) AS version FROM care_coverage_versions GROUP BY name");
    return rows.map(({ name, version }) => [name as string, version as number]);
  }

  async insert(rows: readonly Row[]): Promise<void> {
    await this.prepare();
    const sql = "INSERT INTO care_coverage_versions (name, version, payload, stored_by) VALUES (?, ?, ?, ?)";
    await this.#sql.transact(rows.map((row) => ({ sql, values: [row.name, row.version, row.payload, row.stored_by] })));
  }

  async #rows(sql: string, ...values: (string | number)[]): Promise<Record<string, unknown>[]> {
    await this.prepare();
    return this.#sql.rows({ sql, values });
  }
}

async function migrate(sql: Sql): Promise<void> {
  let format = await formatOf(sql);
  while (format < STEPS.length) {
    const step = STEPS[format] ?? [];
    const before = format;
    let failure: unknown;
    await sql.transact(step.map((sql) => ({ sql, values: [] }))).catch((thrown) => (failure = thrown));
    format = await formatOf(sql);
    // Another writer may have taken the step.
    if (format === before) throw failure;
  }
  if (format > STEPS.length) throw new Error(`the store has format ${format}, which is of a later version of care-coverage`);
}

/** 0 for a database that is no store yet. */
async function formatOf(sql: Sql): Promise<number> {
  const query = (sql: string) => ({ sql, values: [] });
  const tables = await sql.rows(query("SELECT 1 AS found FROM sqlite_schema WHERE type = 'table' AND name = 'care_coverage_formats'"));
  if (tables.length === 0) return 0;
  const [row] = await sql.rows(query("SELECT max(format) AS format FROM care_coverage_formats"));
  return (row?.format ?? 0) as number;
}
