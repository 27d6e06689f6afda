// Puts the packed catalogue of every dialect beside a bundle, as catalogues/ID.jsonl with its parameters in
// catalogues/ID.list.jsonl, and its manual, as catalogues/ID.manual.LANGUAGE.jsonl: the server and the command line read them
// when they see the first file of its dialect, the manual when a page is asked for.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packed, packedNames } from "./schemas.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** Folders of schemas/, each the catalogue of a dialect. */
export function catalogueIds() {
  const entries = readdirSync(path.join(root, "schemas"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export const catalogueFiles = {
  name: "catalogue-files",
  setup(build) {
    const { absWorkingDir = ".", outfile } = build.initialOptions;
    const folder = path.resolve(absWorkingDir, path.dirname(outfile), "catalogues");
    build.onEnd(({ errors }) => {
      if (errors.length > 0) return;
      mkdirSync(folder, { recursive: true });
      for (const id of catalogueIds())
        for (const name of packedNames(id)) writeFileSync(path.join(folder, `${name}.jsonl`), packed(name));
    });
  },
};
