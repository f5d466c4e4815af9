// The drivers that one of the stores looks for; only what it uses of them.
declare module "node:sqlite" {
  export const DatabaseSync: new (file: string) => import("./sqlite.ts").SqliteDatabase;
}
declare module "better-sqlite3" {
  const Database: new (file: string) => import("./sqlite.ts").SqliteDatabase;
  export default Database;
}
