// npm run vendor-cases -- FILE …: runs cases of other vendors' formats (JSON lines) against the product's own code.
import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildTests, root } from "./build.mjs";

const outdir = path.join(root, "out", `vendors-${process.pid}`);
const [main] = await buildTests(["test/vendors/main.ts"], outdir);
const { run } = await import(pathToFileURL(main).href);
rmSync(outdir, { recursive: true, force: true });
process.exitCode = run(process.argv.slice(2));
