import { readFileSync } from "node:fs";
import { type ResolveReport, resolveReport } from "../../server/src/deployment/report";
import { driveSlowly, settle } from "../../server/src/deployment/settle";
import { SiteAnswers, SiteProblems } from "../../server/src/deployment/site/siteAnswers";
import { shownName, type Tree } from "../../server/src/deployment/site/tree";
import { readSite, startIn } from "../../server/src/deployment/siteMap";
import type { Device } from "../../server/src/devices/device";
import { platform } from "./platform";
import { phone as ciscoPhone } from "./site";

// The cases of `npm run cases` without the command line.

export interface Case {
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
  readonly feature: string;
  readonly expect: {
    readonly outcome?: string;
    readonly settings?: Readonly<Record<string, string>>;
    readonly how?: Readonly<Record<string, string>>;
    readonly neverPrinted?: readonly string[];
  };
}

export function resolveCases(name = "resolve"): readonly Case[] {
  const lines = readFileSync(`test/cases/${name}.jsonl`, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Case);
}

export async function reportOf({ given, expect }: Case, phone = ciscoPhone): Promise<ResolveReport> {
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

export function* inLines({
  rounds,
  settings,
  problems,
  notes,
  next,
  device,
  ...rest
}: ResolveReport): Generator<string> {
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
