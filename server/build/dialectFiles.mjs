// Lets code import the small part of every dialect: import dialects from "dialect-files". A folder of server/src/dialects
// with a module files.ts is a dialect, so that the editor's extension needs no list of its own.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "server/src/dialects");

export const dialectFiles = {
  name: "dialect-files",
  setup(build) {
    build.onResolve({ filter: /^dialect-files$/ }, ({ path }) => ({ path, namespace: "dialect-files" }));
    build.onLoad({ filter: /./, namespace: "dialect-files" }, () => {
      const ids = readdirSync(folder).filter((id) => existsSync(path.join(folder, id, "files.ts")));
      const imports = ids.map((id, i) => `import { files as files${i} } from "./${id}/files";`);
      const list = ids.map((_, i) => `{ files: files${i} }`);
      return { contents: `${imports.join("\n")}\nexport default [${list.join(", ")}];`, resolveDir: folder };
    });
  },
};
