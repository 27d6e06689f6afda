// Lets tests import a packed catalogue as one string, import packed from "packed:ID", and all of them as the function
// that the product has for reading files beside its code: import packedFile from "packed-catalogues".
import { catalogueIds } from "./catalogueFiles.mjs";
import { packCatalogue } from "./schemas.mjs";

export const packedCatalogues = {
  name: "packed-catalogues",
  setup(build) {
    build.onResolve({ filter: /^packed:/ }, (args) => ({
      path: args.path.slice("packed:".length),
      namespace: "packed",
    }));
    build.onLoad({ filter: /./, namespace: "packed" }, (args) => ({
      contents: packCatalogue(args.path),
      loader: "text",
    }));
    build.onResolve({ filter: /^packed-catalogues$/ }, ({ path }) => ({ path, namespace: "packed-catalogues" }));
    build.onLoad({ filter: /./, namespace: "packed-catalogues" }, () => {
      const ids = catalogueIds();
      const imports = ids.map((id, i) => `import packed${i} from "packed:${id}";`);
      const rows = ids.map((id, i) => `${JSON.stringify(`catalogues/${id}.jsonl`)}: packed${i}`);
      return {
        contents: `${imports.join("\n")}\nconst all = { ${rows.join(", ")} };\nexport default (name) => all[name];`,
      };
    });
  },
};
