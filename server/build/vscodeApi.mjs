import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
/** Of releases after the one of the types; undefined in older ones. */
const newer = ["DocumentPasteEdit", "DocumentDropOrPasteEditKind"];
const declared = /^\texport (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm;

/**
 * An esbuild plugin: `vscode` as one module of named values. Otherwise each module that imports it makes a copy of all
 * its 200 names when the extension is read, which takes longer than everything else in it.
 */
export const vscodeApi = {
  name: "vscode-api",
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === "import-statement" ? { path: "vscode", namespace: "vscode-api" } : { path: "vscode", external: true },
    );
    build.onLoad({ filter: /./, namespace: "vscode-api" }, () => {
      const types = readFileSync(require.resolve("@types/vscode/index.d.ts"), "utf8");
      const names = new Set([...types.matchAll(declared)].map(([, name]) => name).concat(newer));
      const values = [...names].map((name) => `export const ${name} = api.${name};`);
      return { contents: ['const api = require("vscode");', ...values].join("\n") };
    });
  },
};
