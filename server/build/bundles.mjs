// The bundles of the product: server, command line and extension, each for where it runs.
import path from "node:path";
import { schemaText } from "./schemaText.mjs";

const root = path.resolve(import.meta.dirname, "../..");

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: "external",
  legalComments: "none",
  logLevel: "warning",
  plugins: [schemaText],
};
const node = { ...common, platform: "node", format: "cjs", target: "node20", mainFields: ["module", "main"] };
const browser = { ...common, platform: "browser", target: "es2022", define: { global: "globalThis" } };

/** Pages beside the editor: client/media/NAME/main.ts and its style sheet. */
const panels = ["player", "preview", "tester"];

export const bundles = [
  { ...node, entryPoints: ["server/src/node/main.ts"], outfile: "server/dist/server.js" },
  { ...browser, format: "iife", entryPoints: ["server/src/browser/main.ts"], outfile: "server/dist/server.web.js" },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "server/dist/cli.js",
    // The file patterns' package asks for its own address, which CommonJS tells in other words.
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: '#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  },
  { ...node, external: ["vscode"], entryPoints: ["client/src/node/main.ts"], outfile: "client/dist/extension.js" },
  {
    ...browser,
    format: "cjs",
    external: ["vscode"],
    entryPoints: ["client/src/browser/main.ts"],
    outfile: "client/dist/extension.web.js",
  },
  {
    ...browser,
    format: "iife",
    entryPoints: panels.flatMap((name) => [
      { in: `client/media/${name}/main.ts`, out: name },
      { in: `client/media/${name}/${name}.css`, out: name },
    ]),
    outdir: "client/dist",
  },
];
