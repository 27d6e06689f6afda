import { readFileSync } from "node:fs";
import path from "node:path";

/** The packed catalogue of a dialect: the build puts it beside the bundle. */
export function packedCatalogue(id: string): string {
  return readFileSync(path.join(__dirname, "catalogues", `${id}.jsonl`), "utf8");
}
