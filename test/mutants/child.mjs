// Runs tests in this process, in the order in which they are asked: { file, at } with the number of the test in its file.
// With MUTANTS_NOTES, a folder, all tests of the files; for each what it and the command line reach, and how long it takes.
import childProcesses from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import "../support/seed.mjs";
import { idsReached } from "./noteProcess.cjs";

const [folder, list] = process.argv.slice(2);
const asked = JSON.parse(readFileSync(list, "utf8"));
const notes = process.env.MUTANTS_NOTES;
globalThis.mutantsKept ??= [];
const kept = globalThis.mutantsKept;
for (const file of new Set(asked.map(({ file }) => file))) {
  globalThis.mutantsFile = file;
  await import(pathToFileURL(path.join(folder, file.replace(/\.ts$/, ".mjs"))).href);
}
for (const prepare of globalThis.mutantsPrepared ?? []) await prepare();
const byFile = grouped(kept);
if (notes) {
  const hosts = noted("fork");
  const parts = [taken(0)];
  let number = 0;
  for (const [file, tests] of byFile)
    for (const [at, { name, options, body }] of tests.entries())
      test(name, options, async (t) => {
        globalThis.mutantsReached?.fill(0);
        process.env.MUTANTS_TEST = String(++number);
        const own = path.join(notes, String(number));
        mkdirSync(own, { recursive: true });
        const before = seconds();
        let hasFailed = false;
        try {
          await body(t);
        } catch {
          hasFailed = true;
        }
        // What serves many runs notes its part when it ends.
        for (const host of hosts.splice(0))
          if (host.exitCode === null) {
            host.ref();
            host.disconnect();
            await once(host, "exit");
          }
        parts.push({ file, at, name, hasFailed, ...taken(before, own) });
      });
  process.on("exit", () => writeFileSync(path.join(notes, "notes.json"), JSON.stringify(parts)));
} else
  for (const { file, at } of asked) {
    const { name, options, body } = byFile.get(file)[at];
    test(name, options, body);
  }

/** The processes that a function of child_process starts from now on. */
function noted(name) {
  const started = [];
  const start = childProcesses[name];
  childProcesses[name] = (...args) => {
    const child = start(...args);
    started.push(child);
    return child;
  };
  syncBuiltinESMExports();
  return started;
}

function grouped(tests) {
  const byFile = new Map();
  for (const each of tests) byFile.set(each.file, [...(byFile.get(each.file) ?? []), each]);
  return byFile;
}

/** What was reached since the last time, here and in the processes that noted it in `folder`. */
function taken(before, folder) {
  const ids = new Set(idsReached());
  let total = seconds() - before;
  for (const file of folder ? readdirSync(folder) : []) {
    const noted = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    for (const id of noted.ids) ids.add(id);
    total += noted.seconds;
  }
  return { seconds: total, ids: [...ids] };
}

function seconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
