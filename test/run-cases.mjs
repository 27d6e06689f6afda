// Runs acceptance cases of the deployment verbs against the built command line: npm run cases -- FILE…
import { readFileSync } from "node:fs";
import { runCase } from "./cases/run.mjs";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: npm run cases -- FILE…");
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const file of files)
  for (const [i, line] of readFileSync(file, "utf8").split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    let id = `${file}:${i + 1}`;
    let reasons;
    try {
      const each = JSON.parse(line);
      id = each.id ?? id;
      reasons = await runCase(each);
    } catch (error) {
      reasons = [error instanceof Error ? error.message : String(error)];
    }
    if (reasons.length === 0) passed++;
    else {
      failed++;
      console.log(`${id}: ${reasons.join("; ")}`);
    }
  }
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
