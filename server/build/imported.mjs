import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");
let count = 0;

/** What a module of the product exports: bundled by esbuild with these options, and loaded here. */
export async function imported(options) {
  const extension = options.format === "cjs" ? "cjs" : "mjs";
  const outfile = path.join(root, "out", `imported-${process.pid}-${count++}.${extension}`);
  try {
    await build({
      absWorkingDir: root,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "warning",
      ...options,
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
