// Type-checks each project of the solution with its own libraries: the core sees neither Node nor the DOM.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const { references } = JSON.parse(readFileSync(path.join(root, "tsconfig.json"), "utf8"));
let failed = false;
for (const { path: project } of references) {
  try {
    execFileSync(
      process.execPath,
      [path.join(root, "node_modules/typescript/bin/tsc"), "-p", path.join(root, project)],
      {
        stdio: "inherit",
      },
    );
  } catch {
    console.error(`type errors in ${project}`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
