// npm run docs: prints docs/checks.md from the manual pages of all problem codes.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** The manual as Markdown. */
export async function checksManual() {
  const outfile = path.join(root, "out", `manual-${process.pid}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ["server/src/features/checksManual.ts"],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "warning",
    });
    const { manual } = await import(pathToFileURL(outfile).href);
    return manual();
  } finally {
    rmSync(outfile, { force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(root, "docs/checks.md"), await checksManual());
}
