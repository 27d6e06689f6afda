// npm run build: bundles the server, the command line, the extension, its pages
// and the page for man, and packs their translations.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { bundles } from "./bundles.mjs";
import { manPage } from "./manPage.mjs";
import { packedTexts } from "./texts.mjs";

/** What `server/src/node/compiledCode.ts` puts around a bundle otherwise, which takes long with a long text. */
const functions = { banner: { js: "(function (require, __dirname, __filename) {" }, footer: { js: "})" } };

const root = path.resolve(import.meta.dirname, "../..");

for (const folder of ["server/dist", "client/dist"]) rmSync(path.join(root, folder), { recursive: true, force: true });
try {
  const built = await Promise.all(
    bundles.map((options) =>
      build({ ...options, ...(options.outfile === "server/dist/commands.js" && functions), metafile: true }),
    ),
  );
  const texts = await packedTexts(built.map(({ metafile }) => metafile));
  for (const [file, content] of Object.entries(texts)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  chmodSync(path.join(root, "server/dist/cli.js"), 0o755);
  writeFileSync(path.join(root, "server/dist/flat-profile.1"), await manPage());
} catch (error) {
  // esbuild has already printed what is wrong with the sources
  if (!error.errors) console.error(error);
  process.exitCode = 1;
}
