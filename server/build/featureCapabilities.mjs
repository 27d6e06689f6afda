// Lets the part of the server that answers `initialize` know what the features can do without them:
// import capabilities from "feature-capabilities".
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

export const featureCapabilities = {
  name: "feature-capabilities",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^feature-capabilities$/ }, ({ path }) => ({ path, namespace: "feature-capabilities" }));
    onLoad({ filter: /./, namespace: "feature-capabilities" }, async () => {
      const { outputFiles } = await build({
        absWorkingDir: root,
        entryPoints: ["server/src/lsp/featureCapabilities.ts"],
        bundle: true,
        platform: "node",
        format: "cjs",
        mainFields: ["module", "main"],
        write: false,
        logLevel: "warning",
      });
      const module = { exports: {} };
      new Function("module", "exports", "require", outputFiles[0].text)(
        module,
        module.exports,
        process.getBuiltinModule,
      );
      return { contents: JSON.stringify(module.exports.featureCapabilities()), loader: "json" };
    });
  },
};
