// Adds the toy dialect to the list of the product, and its catalogue to those of the product, in everything that is built
// for tests: every test runs in a house of at least two dialects. Test files that import the list have the product's own.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catalogueIds } from "../../server/build/catalogueFiles.mjs";
import { packedModule } from "../../server/build/packedCatalogues.mjs";
import { packed, packedNames } from "../../server/build/schemas.mjs";

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
    build.onLoad({ filter: /./, namespace: "packed-catalogues" }, () => ({
      contents: packedModule([...catalogueIds().map((id) => [id, id]), [toy.id, toy.folder]]),
    }));
    const { outfile } = build.initialOptions;
    if (outfile === undefined) return;
    build.onEnd(() => {
      const folder = path.join(path.dirname(outfile), "catalogues");
      mkdirSync(folder, { recursive: true });
      for (const name of packedNames(toy.folder))
        writeFileSync(path.join(folder, `${name.replace(toy.folder, toy.id)}.jsonl`), packed(name));
    });
  },
};
