import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { maskedText, secretSpans } from "../../server/src/analysis/secretSpans";
import { LineIndex } from "../../server/src/text/lineIndex";
import { catalogue } from "../support/catalogue";
import { corpusFiles } from "../support/corpus";
import { dialect, snapshotOf } from "../support/problems";

// Every error and warning on real files, as a list that was read by a person: each is a defect of its
// file. A new line is a new finding or a false alarm. UPDATE_GOLDEN=1 writes the list.

const golden = path.resolve("test/corpus/precision.golden.txt");
const kinds = new Set(["dump", "handwritten", "doc-sample", "template-rendered"]);
const files = corpusFiles().filter(({ kind }) => kinds.has(kind));
const manualCodes = new Set([...dialect.checks, ...dialect.pages].map(({ code }) => code));
const skip = files.length === 0 ? "the shared corpus is absent" : false;

test("errors and warnings on real files are those that were looked at", { skip }, () => {
  const found = new Map<string, { count: number; where: string }>();
  for (const file of files) {
    const snapshot = snapshotOf(file.text);
    const secrets = secretSpans(snapshot);
    const lines = new LineIndex(file.text);
    for (const { code, severity, message, span } of snapshot.problems()) {
      assert.ok(manualCodes.has(code), `${code} has no manual page`);
      if (severity !== "error" && severity !== "warning") continue;
      const key = `${severity} ${code}: ${message}`;
      const place = lines.positionAt(span.start);
      const shown = maskedText(file.text, { start: span.start, end: Math.min(span.end, span.start + 40) }, secrets);
      const where = `${file.path}:${place.line + 1} ${JSON.stringify(shown)}`;
      const before = found.get(key);
      if (before) before.count++;
      else found.set(key, { count: 1, where });
    }
  }
  const text = `${[...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { count, where }]) => `${String(count).padStart(4)} ${key}\n     ${where}`)
    .join("\n")}\n`;
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
  assert.equal(text, readFileSync(golden, "utf8"));
});

test("nearly all names of real files are known", { skip }, () => {
  const names = new Set<string>();
  const known = new Set<string>();
  for (const file of files)
    for (const { settings } of snapshotOf(file.text).document.segments)
      for (const { name, path: sections, templated } of settings) {
        if (templated) continue;
        names.add(name);
        // A fragment of a router's file has lost its sections.
        if (catalogue.has(name, sections) || catalogue.has(name, "router-configuration")) known.add(name);
      }
  const unknown = new Set([...names].filter((name) => !known.has(name)));
  assert.ok(unknown.size / names.size < 0.005, `${unknown.size} of ${names.size}: ${[...unknown].join(", ")}`);
});
