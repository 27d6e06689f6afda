// The bundles of the product: server, command line, extension and its pages. Server and extension run in Node and in
// workers from the same file, which halves the package: what is of one host only is not run in the other.
import { builtinModules, createRequire } from "node:module";
import path from "node:path";
import { schemaText } from "./schemaText.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

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
const anyHost = {
  ...common,
  platform: "neutral",
  target: "es2022",
  mainFields: ["module", "main"],
  conditions: ["node", "browser"],
  external: ["vscode", ...builtinModules, "node:*"],
  // Its version for Node differs only in reading files, which nobody here asks of it.
  alias: { "@vscode/l10n": path.join(path.dirname(require.resolve("@vscode/l10n")), "browser.js") },
  define: { global: "globalThis" },
};

const serverEntry = `import { startServer } from "./server/src/lsp/startServer";
const host = "WorkerGlobalScope" in globalThis ? import("./server/src/browser/main") : import("./server/src/node/main");
void host.then(({ connect }) => startServer(connect()));`;

/** Pages beside the editor: client/media/NAME/main.ts and its style sheet. */
const panels = ["player", "preview", "tester"];

export const bundles = [
  {
    ...anyHost,
    stdin: { contents: serverEntry, resolveDir: root },
    format: "iife",
    outfile: "server/dist/server.js",
  },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "server/dist/cli.js",
    // The file patterns' package asks for its own address, which CommonJS tells in other words.
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: '#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  },
  { ...anyHost, format: "cjs", entryPoints: ["client/src/main.ts"], outfile: "client/dist/extension.js" },
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
