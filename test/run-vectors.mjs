// npm run vectors -- FILE …: runs test vectors against the product's own code.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildTests, root } from "./build.mjs";

const outdir = path.join(root, "out", `vectors-${process.pid}`);
const [main] = await buildTests(["test/vectors/main.ts"], outdir);
const { run } = await import(pathToFileURL(main).href);
(await import("node:fs")).rmSync(outdir, { recursive: true, force: true });
process.exitCode = await run(process.argv.slice(2));
