// Bundles TypeScript tests and tools to out/, sharing their modules, so that Node can run them.
import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { dialectFiles } from "../server/build/dialectFiles.mjs";
import { packedCatalogues } from "../server/build/packedCatalogues.mjs";
import { withToy } from "./support/withToy.mjs";

export const root = path.resolve(import.meta.dirname, "..");

/** Builds the files that match `patterns`, with esbuild `plugins` before ours; returns the paths of the results. */
export async function buildTests(patterns, outdir, plugins = []) {
  const entryPoints = globSync(patterns, { cwd: root });
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    // Node reads the maps of all modules when it starts.
    sourcesContent: false,
    outExtension: { ".js": ".mjs" },
    plugins: [...plugins, withToy, packedCatalogues, dialectFiles],
    logLevel: "warning",
  });
  return entryPoints.map((file) => path.join(outdir, file.replace(/\.ts$/, ".mjs")));
}
