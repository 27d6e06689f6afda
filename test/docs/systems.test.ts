import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import type { Dialect } from "../../server/src/dialects/dialect";
import { dialects } from "../../server/src/dialects/index";
import { Manual } from "../../server/src/schema/manual";
import { pools } from "../support/problems";

// The README's table of what there is for which system: each mark is what the dialect declares.

const columns: Readonly<Record<string, string>> = {
  "Cisco MPP, SPA, ATA": "cisco-flat-profile",
  Avaya: "avaya",
  OpenStage: "unify",
  AudioCodes: "audiocodes",
  "Cisco with Unified CM": "cisco-enterprise",
};

interface Row {
  readonly member: keyof Dialect;
  /** Absent: the dialect has the member. */
  readonly has?: (dialect: Dialect) => boolean;
}

const rows: Readonly<Record<string, Row>> = {
  "Problems as you type, with quick fixes": { member: "checks", has: ({ checks }) => checks.length > 0 },
  "Hovers, completion, outline, formatting": { member: "layout" },
  "Find and change settings in all files, policies": { member: "write" },
  "Files of templates: placeholders are not judged": {
    member: "files",
    has: ({ files }) => files.names.some((name) => name.endsWith(".j2")),
  },
  "Manual pages with options, limits, pitfalls and sources": {
    member: "read",
    has: (dialect) => pools.of(dialect).manual !== Manual.none,
  },
  "Preview: what one device does with a file": { member: "preview" },
  "The same for a list of phones, counted": { member: "preview", has: ({ preview }) => preview?.fleet !== undefined },
  "All models compared": { member: "preview", has: ({ preview }) => preview?.endValues !== undefined },
  "Effective settings: all files of a site together": { member: "phone" },
  "Plan: what a change does to every device": { member: "phone" },
  "Drift: what devices have, compared with the files": {
    member: "phone",
    has: (dialect) => dialect.phone?.(pools.of(dialect).catalogue).dumps !== undefined,
  },
  "Updates that a device starts by itself": { member: "updates" },
  "Firmware gate: which phones take an image": { member: "gate" },
  "Firmware rollout with peer firmware sharing": {
    member: "id",
    has: ({ id }) => existsSync(`schemas/${id}/sharing.json`),
  },
  "Tones in words, as pictures and as sound": {
    member: "scripts",
    has: ({ scripts }) => scripts !== undefined && scripts.sounds.length > 0,
  },
  "Dial plans, dialed key by key": {
    member: "scripts",
    has: ({ scripts }) => scripts !== undefined && Object.keys(scripts.dialPlans).length > 0,
  },
  "Encrypted files": { member: "ruleKeys", has: ({ files }) => files.encryption !== undefined },
  "Programmable keys as a picture": { member: "keyMaps" },
  "Tables as a grid": { member: "tables" },
  "Settings taken to another system": { member: "conversion" },
  "Options of DHCP, read and written": { member: "dhcpOptions" },
  "Parameters learned from a dump": { member: "dumpFacts" },
};

/** Members that only some dialects have and that are no rows: details of reading and writing a format. */
const details = [
  "familiesAt",
  "ignoresCase",
  "isAlone",
  "likelySecrets",
  "optionsIn",
  "otherText",
  "places",
  "readAmong",
  "rewrites",
  "syntaxAt",
];

function table(): readonly (readonly string[])[] {
  const section = /^## What it does, and for what$([\s\S]*?)^## /m.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|") && !line.startsWith("| ---"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

test("the README's table has what each dialect declares, and nothing else", () => {
  const [head = [], ...body] = table();
  assert.deepEqual(
    head
      .slice(1)
      .map((name) => columns[name])
      .sort(),
    dialects.map(({ id }) => id).sort(),
  );
  assert.deepEqual(
    body.map(([name]) => name),
    Object.keys(rows),
  );
  for (const [name = "", ...marks] of body)
    for (const [i, mark] of marks.entries()) {
      const dialect = dialects.find(({ id }) => id === columns[head[i + 1] ?? ""]);
      const { member, has = (each: Dialect) => each[member] !== undefined } = rows[name] as Row;
      const offered = dialect !== undefined && has(dialect);
      assert.equal(mark, offered ? "✓" : "–", `${name}: ${head[i + 1]}`);
    }
});

test("what only some dialects offer has a row", () => {
  const members = new Set(dialects.flatMap((dialect) => Object.keys(dialect) as (keyof Dialect)[]));
  const inTable = new Set(Object.values(rows).map(({ member }) => member));
  const some = [...members].filter((member) => dialects.some((dialect) => dialect[member] === undefined));
  assert.deepEqual(some.filter((member) => !inTable.has(member)).sort(), details);
});
