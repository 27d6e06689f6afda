import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { audiocodesCase, toneCase } from "./audiocodes";
import { avayaCase } from "./avaya";
import { conversionCase } from "./conversions";
import { enterpriseCase } from "./enterprise";
import { sharingCase } from "./sharing";
import { unifyCase } from "./unify";
import type { VendorCase } from "./vendorCase";

/** Who judges the cases of a system; the dialects of others are not there. */
const systems: Readonly<Record<string, (each: VendorCase) => string | undefined>> = {
  avaya: avayaCase,
  "cisco-pfs": sharingCase,
  "cisco-cucm": enterpriseCase,
  audiocodes: audiocodesCase,
  "audiocodes-cpt": toneCase,
  conversion: conversionCase,
  unify: unifyCase,
};

/** Runs the cases of `files`; prints each failing id with the reason, and the count. Returns the exit code. */
export function run(files: readonly string[]): number {
  if (files.length === 0) {
    console.error("usage: npm run vendor-cases -- FILE…");
    return 2;
  }
  let passed = 0;
  let failed = 0;
  for (const file of files)
    for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
      if (line.trim() === "") continue;
      const each = JSON.parse(line) as VendorCase;
      const problem = judge(each, path.dirname(path.resolve(file)));
      if (problem === undefined) passed++;
      else {
        failed++;
        console.log(`${each.id}: ${problem}`);
      }
    }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function judge(each: VendorCase, folder: string): string | undefined {
  const { system } = each;
  const judged = systems[system];
  if (!judged) return `${system} is not there`;
  try {
    return judged({ ...each, fileOf: (name) => referred(name, folder) });
  } catch (error) {
    return `threw ${(error as Error).stack}`;
  }
}

/** A file of the collection that a case names: beside the cases, or in the collection of real files. */
function referred(name: string, folder: string): string | undefined {
  const [system = "", rest = ""] = name.split(/\/(.*)/s);
  const [repository = "", file = ""] = rest.split(/__(.*)/s);
  const corpus = path.join(folder, "../../corpus/vendors", system);
  for (const each of [path.join(folder, name), path.join(corpus, rest)])
    if (existsSync(each)) return readFileSync(each, "latin1");
  if (!existsSync(corpus)) return undefined;
  const found = listing(corpus).find((each) => each.startsWith(repository) && each.endsWith(`__${file}`));
  return found && readFileSync(path.join(corpus, found), "latin1");
}

function listing(folder: string): readonly string[] {
  return readdirSync(folder);
}
