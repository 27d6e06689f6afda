// Modules that are not ES modules are copied by esbuild, name by name, for each module that imports them: hundreds of times when
// a process starts. These are copied once, for all.
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const namespace = "copied-once";

function copiedOnce(name, filter, contents) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter, namespace: "file" }, ({ path: target }) => ({ path: target, namespace }));
      build.onLoad({ filter, namespace }, () => ({ contents, resolveDir: import.meta.dirname }));
    },
  };
}

/** Its version for Node differs only in reading files, which we do not use. */
export const l10nFile = path.join(path.dirname(require.resolve("@vscode/l10n")), "browser.js");

/** An esbuild plugin for what every text is asked of. */
export const l10nOnce = copiedOnce(
  "l10n-once",
  /^@vscode\/l10n$/,
  `import * as l10n from ${JSON.stringify(l10nFile)};\nexport const { config, t } = l10n;`,
);

/** The same for what deals with names of files. */
export const pathOnce = copiedOnce(
  "path-once",
  /^node:path$/,
  `const path = require("node:path");\nexport default path;\nexport const { ${Object.keys(path).join(", ")} } = path;`,
);
