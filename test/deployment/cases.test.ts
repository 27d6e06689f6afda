import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { type ResolveReport, resolveReport } from "../../server/src/deployment/report";
import { driveSlowly, settle } from "../../server/src/deployment/settle";
import { SiteAnswers, SiteProblems } from "../../server/src/deployment/site/siteAnswers";
import { shownName, type Tree } from "../../server/src/deployment/site/tree";
import { readSite, startIn } from "../../server/src/deployment/siteMap";
import type { Device } from "../../server/src/devices/device";
import { platform } from "../support/platform";
import { phone } from "../support/site";

// The cases of `npm run cases` without the command line: all that comes of them is in a golden file.

interface Case {
  readonly id: string;
  readonly given: {
    readonly device: Device;
    readonly start?: Readonly<Record<string, unknown>> | string;
    readonly map?: readonly object[];
    readonly files?: Readonly<Record<string, string>>;
    readonly filesBase64?: Readonly<Record<string, string>>;
    readonly dhcp?: Readonly<Record<string, string>>;
    readonly pin?: readonly string[];
    readonly rule?: string;
    readonly site?: object;
  };
  readonly expect: { readonly how?: Readonly<Record<string, string>>; readonly neverPrinted?: readonly string[] };
}

const golden = "test/deployment/cases.golden.txt";

test("what devices end up with, round by round", async () => {
  const lines: string[] = [];
  for (const line of readFileSync("test/cases/resolve.jsonl", "utf8").trim().split("\n")) {
    const each = JSON.parse(line) as Case;
    const found = await reportOf(each);
    const printed = [...inLines(found)].join("\n");
    for (const word of each.expect.neverPrinted ?? []) assert.ok(!printed.includes(word), `${each.id}: ${word}`);
    lines.push(`# ${each.id}`, printed, "");
  }
  const text = lines.join("\n");
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, "utf8"));
});

async function reportOf({ given, expect }: Case): Promise<ResolveReport> {
  const { device, start = {}, map = [], files = {}, filesBase64 = {}, dhcp, pin, rule, site: more = {} } = given;
  const site = readSite({ urls: map, ...(dhcp && { dhcp }), ...(pin && { pin }), ...more }, (message) => {
    throw new Error(message);
  });
  const bytes = new Map<string, Uint8Array>([
    ...Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text)]),
    ...Object.entries(filesBase64).map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text, "base64")]),
  ]);
  const answers = new SiteAnswers(site, treeOf(bytes), {
    platform,
    decode: (raw) => Buffer.from(raw).toString(),
    encode: (text) => Buffer.from(text),
  });
  const notes = new SiteProblems();
  const given0 = typeof start === "string" ? phone.startOfDump(start) : start;
  const state = phone.start(device, { ...given0, ...startIn(site), ...(rule !== undefined && { rule }) });
  const settled = await driveSlowly(settle(phone, state, { keepsHistory: true }), (request) =>
    answers.answer(request, device, notes),
  );
  return resolveReport(phone, settled, notes.take(), { show: "set", why: Object.keys(expect.how ?? {}) });
}

function treeOf(files: ReadonlyMap<string, Uint8Array>): Tree {
  return {
    find(folder, file) {
      const name = shownName(folder, file);
      if (name.startsWith("..")) return { kind: "escapes", name };
      if (files.has(name)) return { kind: "file", name, id: name };
      const real = [...files.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
      return real === undefined ? { kind: "missing", name } : { kind: "other case", name, real };
    },
    read: ({ name }) => files.get(name) ?? new Uint8Array(),
  };
}

function* inLines({ rounds, settings, problems, notes, next, device, ...rest }: ResolveReport): Generator<string> {
  yield `device ${JSON.stringify(device)}`;
  for (const { steps, ...round } of rounds) {
    yield `round ${JSON.stringify(round)}`;
    for (const step of steps) yield `  ${JSON.stringify(step)}`;
  }
  yield `next ${JSON.stringify(next)}`;
  for (const { name, ...setting } of settings) yield `${name} ${JSON.stringify(setting)}`;
  for (const problem of problems) yield `problem ${JSON.stringify(problem)}`;
  for (const note of notes) yield `note ${note}`;
  yield JSON.stringify(rest);
}
