// npm run docs: writes docs/reference/, the manual pages of all parameters and value languages.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { imported } from "./imported.mjs";
import { packedCatalogues } from "./packedCatalogues.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "docs/reference");

const entry = `import packedCatalogue from "packed-catalogues";
import { DialectServices } from "./server/src/analysis/dialectServices";
import { dialects } from "./server/src/dialects/index";
import { referenceFiles } from "./server/src/features/reference/referenceFiles";
const fail = (where, error) => { throw new Error(where, { cause: error }); };
export const files = referenceFiles(new DialectServices(dialects, packedCatalogue, fail, 0).all());`;

const { files } = await imported({ stdin: { contents: entry, resolveDir: root }, plugins: [packedCatalogues] });
rmSync(folder, { recursive: true, force: true });
for (const { path: file, text } of files) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
