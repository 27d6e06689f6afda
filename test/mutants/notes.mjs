// What each test reaches, noted once and kept until the test or the modules that it imports change. A change of the source
// keeps the notes: a change is found again by its file and its text, and a new one counts as reached where the one before
// it in its file is. So the notes may be a little old; they choose which tests are asked, and never what is a kill.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../build.mjs";

/** Test files that share a process while it is noted what they reach. */
const filesPerProcess = 12;

/**
 * For each test file what is reached when it is read, then by each of its tests. `run` runs tests and notes them in a folder;
 * with `isAnew`, all are noted again.
 */
export function notesOfTests(tests, mutants, out, run, isAnew) {
  const names = namesOf(mutants);
  const table = createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 16);
  mkdirSync(path.join(out, "tables"), { recursive: true });
  writeFileSync(path.join(out, "tables", `${table}.json`), JSON.stringify(names));
  const storeOf = (test) => path.join(out, "notes", test.replace(/\.ts$/, ".json"));
  const keptOf = (test) => (existsSync(storeOf(test)) ? JSON.parse(readFileSync(storeOf(test), "utf8")) : undefined);
  const keep = (test, key, noted) => {
    mkdirSync(path.dirname(storeOf(test)), { recursive: true });
    writeFileSync(storeOf(test), JSON.stringify({ key, table, ...noted }));
  };
  const isMissing = (test) => {
    const kept = isAnew ? undefined : keptOf(test);
    return kept?.key !== keyOf(test) || kept.parts?.some(({ hasFailed }) => hasFailed);
  };
  const missing = tests.filter(isMissing);
  while (missing.length > 0) {
    const group = missing.splice(0, filesPerProcess);
    console.log(`noting what ${group.join(" ")} reach`);
    const keys = new Map(group.map((test) => [test, keyOf(test)]));
    const found = noted(group, out, run);
    // One of them ends the process.
    const parts = found.parts ? [[group, found]] : group.map((test) => [[test], noted([test], out, run)]);
    for (const [tests, found] of parts)
      for (const test of tests)
        keep(
          test,
          keys.get(test),
          found.parts ? { parts: found.parts.filter(({ file }) => file === undefined || file === test) } : found,
        );
  }
  const translations = new Map();
  const translationOf = (from) => {
    if (!translations.has(from))
      translations.set(from, translation(path.join(out, "tables", `${from}.json`), mutants, names));
    return translations.get(from);
  };
  const notes = {};
  let older = 0;
  for (const test of tests) {
    const { parts, fault, table: from } = keptOf(test);
    if (!parts) {
      console.log(`left out, its process fails without a change: ${test}\n${fault}`);
      continue;
    }
    for (const { name, hasFailed } of parts)
      if (hasFailed) console.log(`left out, it fails without a change: ${test}: ${name}`);
    const now = from === table ? undefined : translationOf(from);
    if (now) older++;
    notes[test] = parts
      .filter(({ hasFailed }) => !hasFailed)
      .map(({ ids, ...rest }) => ({ ...rest, ids: new Set(now ? ids.flatMap((id) => now.get(id) ?? []) : ids) }));
  }
  if (older > 0) console.log(`notes of ${older} test files are of an earlier source (--anew notes all again)`);
  return notes;
}

/** Each change by its number, as it is found again in another source. */
function namesOf(mutants) {
  const counts = new Map();
  const names = [];
  for (const { id, file, mutator, original, replacement } of mutants) {
    const hash = createHash("sha256").update([mutator, original, replacement].join("\n")).digest("hex").slice(0, 12);
    const name = `${file} ${hash}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    names[id] = `${name} ${count}`;
  }
  return Array.from(names, (name) => name ?? "");
}

/** The present numbers for each number of an earlier source. */
function translation(file, mutants, names) {
  const earlier = new Map(JSON.parse(readFileSync(file, "utf8")).map((name, id) => [name, id]));
  const found = new Map();
  let before;
  for (const { id, file } of mutants) {
    const known = earlier.get(names[id]);
    if (known !== undefined) before = { file, known };
    if (before?.file !== file) continue;
    found.set(before.known, [...(found.get(before.known) ?? []), id]);
  }
  return found;
}

/** `parts`, or the `fault` of a test. */
function noted(group, out, run) {
  const folder = path.join(out, "one");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status, stdout, stderr } = run(group, folder);
  const file = path.join(folder, "notes.json");
  // Tests that fail are noted as such; a part of a test is not.
  if (status !== 0 || !existsSync(file)) return { fault: `${status} ${stdout}${stderr}`.slice(0, 600) };
  return { parts: JSON.parse(readFileSync(file, "utf8")) };
}

function keyOf(test) {
  const hash = createHash("sha256");
  for (const file of testModules(test)) hash.update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

/** A test file and the modules of tests that it imports. */
function testModules(test) {
  const found = new Set([test]);
  for (const file of found)
    for (const [, target] of readFileSync(path.join(root, file), "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const module = `${path.join(path.dirname(file), target)}.ts`;
      if (module.startsWith("test/") && existsSync(path.join(root, module))) found.add(module);
    }
  return found;
}
