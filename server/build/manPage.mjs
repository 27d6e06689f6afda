// The page for man, made from the help of the command line.
import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundles } from "./bundles.mjs";

const root = path.resolve(import.meta.dirname, "../..");

/** The text of flat-profile.1. */
export async function manPage() {
  const options = bundles.find(({ outfile }) => outfile === "server/dist/cli.js");
  const outfile = path.join(root, "out", `man-${process.pid}.cjs`);
  try {
    await build({ ...options, entryPoints: ["server/src/cli/manPage.ts"], outfile, sourcemap: false });
    const { manPage: made } = await import(pathToFileURL(outfile).href);
    return made();
  } finally {
    rmSync(outfile, { force: true });
  }
}
