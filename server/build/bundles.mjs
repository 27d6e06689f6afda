// The bundles of the product: server, command line, extension and its pages. Server and extension run in Node and in workers
// from the same files, which saves a third of the package: what is of one host only is not run in the other.
import { builtinModules } from "node:module";
import path from "node:path";
import { asciiOnly } from "./asciiOnly.mjs";
import { catalogueFiles } from "./catalogueFiles.mjs";
import { l10nFile, l10nOnce, pathOnce } from "./copiedOnce.mjs";
import { dialectFiles } from "./dialectFiles.mjs";
import { featureCapabilities } from "./featureCapabilities.mjs";
import { lazyBuiltins } from "./lazyBuiltins.mjs";
import { ownPackages } from "./ownPackages.mjs";
import { readerOnly } from "./readerOnly.mjs";
import { shared, sharedLibraries } from "./sharedLibraries.mjs";
import { vscodeApi } from "./vscodeApi.mjs";

const root = path.resolve(import.meta.dirname, "../..");

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: "external",
  legalComments: "none",
  logLevel: "warning",
};
const node = { ...common, platform: "node", format: "cjs", target: "node20", mainFields: ["module", "main"] };
const browser = { ...common, platform: "browser", target: "es2022", define: { global: "globalThis" } };
const alias = { "@vscode/l10n": l10nFile };
const anyHost = {
  ...common,
  alias,
  platform: "neutral",
  target: "es2022",
  mainFields: ["module", "main"],
  conditions: ["node", "browser"],
  external: [...builtinModules, "node:*"],
  define: { global: "globalThis" },
};
/** VS Code makes extensions wait while it reads one: what speaks with the server is read when there is a profile. */
const apart = {
  name: "apart",
  setup(build) {
    build.onResolve({ filter: /^\.\.\/languageClient$/ }, () => ({ path: "./languageClient.js", external: true }));
  },
};
const extension = {
  ...anyHost,
  format: "cjs",
  plugins: [dialectFiles, vscodeApi, apart],
  supported: { "dynamic-import": false },
};

/** Answers `initialize`, and then reads the other part: an editor goes on while that is read. */
const serverEntry = `import capabilities from "feature-capabilities";
${shared.map((name, i) => `import * as library${i} from "${name}";`).join("\n")}
import { greet } from "./server/src/lsp/greet";
globalThis.flatProfile = { libraries: { ${shared.map((name, i) => `"${name}": library${i}`).join(", ")} } };
const host = "WorkerGlobalScope" in globalThis ? import("./server/src/browser/connect") : import("./server/src/node/connect");
void host.then(({ connect, load }) => {
  const line = connect();
  greet(line, capabilities, (params) => {
    globalThis.flatProfile.load = (file) => load(file, params);
    globalThis.flatProfile.load("core.js");
    globalThis.flatProfile.serve(line.connection, params);
  });
});`;
const coreEntry = `import * as l10n from "@vscode/l10n";
import { serveClient } from "./server/src/lsp/startServer";
globalThis.flatProfile.libraries["@vscode/l10n"] = l10n;
const { runtimeOf } =
  "WorkerGlobalScope" in globalThis ? require("./server/src/browser/runtime") : require("./server/src/node/runtime");
globalThis.flatProfile.serve = (connection, params) =>
  serveClient({ connection, runtime: runtimeOf(connection) }, params);`;

const templatesEntry = `import * as engines from "./server/src/templates/engines";
globalThis.flatProfile.templates = engines;`;

/** The engines of templates are read when the first template with data is open. */
const templatesApart = {
  name: "templates-apart",
  setup(build) {
    const namespace = "templates-apart";
    build.onResolve({ filter: /\/templates\/engines$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /./, namespace }, () => ({
      contents: `globalThis.flatProfile.load("templates.js");\nmodule.exports = globalThis.flatProfile.templates;`,
    }));
  },
};

/** Pages beside the editor: client/media/NAME/main.ts and its style sheet. */
const panels = [
  "drift",
  "effective",
  "fleet",
  "gate",
  "grid",
  "impact",
  "keyMap",
  "matrix",
  "player",
  "preview",
  "replacement",
  "rollout",
  "tester",
  "updates",
];

/** Style sheets that several pages import. */
const sharedStyles = ["compared", "grid", "page", "panel", "report", "script", "timeline"];

/** They are packed once: a page fetches what its own style sheet imports. */
const sharedStyleFiles = {
  name: "shared-style-files",
  setup(build) {
    build.onResolve({ filter: /\.css$/ }, ({ path: file, kind }) => {
      if (kind !== "import-rule") return undefined;
      return { path: file.replace(/^(?:\.\.\/)?(shared\/)?/, "./$1"), external: true };
    });
  },
};

export const bundles = [
  {
    ...anyHost,
    stdin: { contents: serverEntry, resolveDir: root },
    format: "iife",
    plugins: [lazyBuiltins, asciiOnly, featureCapabilities, apart, l10nOnce],
    // Node has accepted its options: our client waits for that before it writes.
    banner: { js: 'globalThis.process?.argv?.includes("--stdio") && process.send?.("running");' },
    outfile: "server/dist/server.js",
  },
  {
    ...anyHost,
    stdin: { contents: coreEntry, resolveDir: root },
    format: "iife",
    plugins: [lazyBuiltins, asciiOnly, sharedLibraries(shared), catalogueFiles, readerOnly, templatesApart, l10nOnce],
    outfile: "server/dist/core.js",
  },
  {
    ...anyHost,
    stdin: { contents: templatesEntry, resolveDir: root },
    format: "iife",
    plugins: [asciiOnly, sharedLibraries(["@vscode/l10n"])],
    outfile: "server/dist/templates.js",
  },
  {
    ...node,
    entryPoints: ["server/src/cli/start.ts"],
    plugins: [lazyBuiltins],
    outfile: "server/dist/cli.js",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    plugins: [lazyBuiltins, asciiOnly, catalogueFiles, ownPackages, readerOnly, l10nOnce, pathOnce],
    outfile: "server/dist/commands.js",
    // The file patterns' package asks for its own address, to no end.
    define: { "import.meta.url": '""' },
  },
  {
    ...node,
    entryPoints: ["server/src/cli/oneFile.ts"],
    plugins: [lazyBuiltins, asciiOnly, l10nOnce, pathOnce],
    outfile: "server/dist/oneFile.js",
  },
  { ...extension, entryPoints: ["client/src/main.ts"], outfile: "client/dist/extension.js" },
  { ...extension, entryPoints: ["client/src/languageClient.ts"], outfile: "client/dist/languageClient.js" },
  {
    ...browser,
    format: "iife",
    entryPoints: panels.flatMap((name) => [
      { in: `client/media/${name}/main.ts`, out: name },
      { in: `client/media/${name}/${name}.css`, out: name },
    ]),
    outdir: "client/dist",
    plugins: [sharedStyleFiles],
  },
  {
    ...browser,
    entryPoints: sharedStyles.map((name) => `client/media/shared/${name}.css`),
    outdir: "client/dist/shared",
    plugins: [sharedStyleFiles],
  },
];
