// The SQL that puts a catalogue into D1 as the latest row.

/** D1 takes statements of 100,000 bytes: longer data comes in pieces. */
const PIECE = 40_000;

/** The statements. Until the last one the row is not complete, and the one before it stays the catalogue.
 *  @param {unknown} data `CareTypeLists` or `CareTypeMappings`. @param {unknown} options `CareTypeCatalogOptions`. */
export function seedStatements(data, options = {}) {
  const row = "WHERE revision = (SELECT max(revision) FROM catalogues)";
  const letters = Array.from(JSON.stringify(data));
  const pieces = Array.from({ length: Math.ceil(letters.length / PIECE) }, (_, index) => letters.slice(index * PIECE, (index + 1) * PIECE).join(""));
  return [
    "CREATE TABLE IF NOT EXISTS catalogues (revision INTEGER PRIMARY KEY AUTOINCREMENT, complete INTEGER NOT NULL, data TEXT NOT NULL, options TEXT NOT NULL)",
    `INSERT INTO catalogues (complete, data, options) VALUES (0, '', ${quoted(JSON.stringify(options))})`,
    ...pieces.map((piece) => `UPDATE catalogues SET data = data || ${quoted(piece)} ${row}`),
    `UPDATE catalogues SET complete = 1 ${row}`,
  ];
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
