// Lets tests import a packed catalogue as one string, import packed from "packed:ID", and all of them as the function
// that the product has for reading files beside its code: import packedFile from "packed-catalogues".
import { catalogueIds } from "./catalogueFiles.mjs";
import { packed, packedNames } from "./schemas.mjs";

export const packedCatalogues = {
  name: "packed-catalogues",
  setup(build) {
    build.onResolve({ filter: /^packed:/ }, (args) => ({
      path: args.path.slice("packed:".length),
      namespace: "packed",
    }));
    build.onLoad({ filter: /./, namespace: "packed" }, (args) => ({
      contents: packed(args.path),
      loader: "text",
    }));
    build.onResolve({ filter: /^packed-catalogues$/ }, ({ path }) => ({ path, namespace: "packed-catalogues" }));
    build.onLoad({ filter: /./, namespace: "packed-catalogues" }, () => ({
      contents: packedModule(catalogueIds().map((id) => [id, id])),
    }));
  },
};

/** A module whose function answers everything packed, also manuals, of the catalogues with these ids and folders. */
export function packedModule(folders) {
  const files = folders.flatMap(([id, folder]) =>
    packedNames(folder).map((name) => ({ name: name.replace(folder, id), from: name })),
  );
  const imports = files.map(({ from }, i) => `import packed${i} from "packed:${from}";`);
  const rows = files.map(({ name }, i) => `${JSON.stringify(`catalogues/${name}.jsonl`)}: packed${i}`);
  return `${imports.join("\n")}\nconst all = { ${rows.join(", ")} };\nexport default (name) => all[name];`;
}
