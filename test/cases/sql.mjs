// Runs the SQL of the manual with DuckDB in a folder.
import { readFileSync } from "node:fs";

/** The rows of each statement. */
export async function runSql(file, folder) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const sql = readFileSync(file, "utf8").replaceAll(/^--.*$/gm, "");
  await connection.run(`set file_search_path = '${folder.replaceAll("'", "''")}'`);
  const results = [];
  for (const statement of sql
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "")) {
    // What is written goes to the folder, too.
    const placed = statement.replace(/\bto '([^'/]+)'/g, (_, name) => `to '${folder}/${name}'`);
    results.push((await connection.runAndReadAll(placed)).getRowObjects());
  }
  connection.closeSync();
  return results;
}
