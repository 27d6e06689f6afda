// npm run docs: prints docs/checks.md from the manual pages of all problem codes.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { imported } from "./imported.mjs";

const root = path.resolve(import.meta.dirname, "../..");

const { manual } = await imported({ entryPoints: ["server/src/features/checksManual.ts"] });
writeFileSync(path.join(root, "docs/checks.md"), manual());
