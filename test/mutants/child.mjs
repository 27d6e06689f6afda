// Runs test files in this process, and notes which changes they reach.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import "../support/seed.mjs";

if (process.env.MUTANTS_REACHED)
  process.on("exit", () => {
    const ids = Object.keys(globalThis.__stryker__?.mutantCoverage?.static ?? {}).map(Number);
    const { user, system } = process.cpuUsage();
    writeFileSync(process.env.MUTANTS_REACHED, JSON.stringify({ seconds: (user + system) / 1e6, ids }));
  });
for (const file of process.argv.slice(2)) await import(pathToFileURL(file).href);
