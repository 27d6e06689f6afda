// Adds the toy dialect to the list of the product, and its catalogue to those of the product, in everything that is built
// for tests: every test runs in a house of at least two dialects. Test files that import the list have the product's own.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catalogueIds } from "../../server/build/catalogueFiles.mjs";
import { packCatalogue } from "../../server/build/schemas.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const list = path.join(root, "server/src/dialects/index");
/** From schemas/, as the product's catalogues are. */
const toy = { id: "toy-settings", folder: "../test/support/toy/schemas" };

export const withToy = {
  name: "with-toy",
  setup(build) {
    build.onResolve({ filter: /(?:^|\/)index$/ }, ({ path: target, resolveDir, importer }) => {
      const isOfProduct = path.relative(root, importer).startsWith("server");
      if (!isOfProduct || path.resolve(resolveDir, target) !== list) return undefined;
      return { path: path.join(root, "test/support/dialects.ts") };
    });
    build.onLoad({ filter: /./, namespace: "packed-catalogues" }, () => {
      const folders = [...catalogueIds().map((id) => [id, id]), [toy.id, toy.folder]];
      const imports = folders.map(([, folder], i) => `import packed${i} from "packed:${folder}";`);
      const rows = folders.map(([id], i) => `${JSON.stringify(`catalogues/${id}.jsonl`)}: packed${i}`);
      return {
        contents: `${imports.join("\n")}\nconst all = { ${rows.join(", ")} };\nexport default (name) => all[name];`,
      };
    });
    const { outfile } = build.initialOptions;
    if (outfile === undefined) return;
    build.onEnd(() => {
      const folder = path.join(path.dirname(outfile), "catalogues");
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${toy.id}.jsonl`), packCatalogue(toy.folder));
    });
  },
};
