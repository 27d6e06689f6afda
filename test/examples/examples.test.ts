import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { recognize } from "../../server/src/dialects/recognize";
import { parseDescription } from "../../server/src/rollout/description";
import { dialects } from "../support/dialects";
import { problemsOf } from "../support/problems";

const folder = path.join(process.cwd(), "examples");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".xml") && !file.startsWith("enterprise"),
);

const isBroken = (name: string) => name.includes("broken");

for (const file of files.filter((name) => !isBroken(name)))
  test(`examples/${file} is clean`, () => {
    const text = readFileSync(path.join(folder, file), "utf8");
    const found = problemsOf(text, undefined, recognize(dialects, file, text));
    assert.deepEqual(
      found.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
      [],
    );
  });

test("examples/broken.xml shows many kinds of problems, with cures", () => {
  const found = problemsOf(readFileSync(path.join(folder, "broken.xml"), "utf8"));
  const codes = new Set(found.map(({ code }) => code));
  assert.ok(codes.size >= 15, [...codes].join(" "));
  assert.ok(found.filter(({ fixes }) => fixes && fixes.length > 0).length >= 8);
});

test("the files of a site of another format are clean, and its broken one shows many kinds of problems", () => {
  const site = path.join(folder, "avaya");
  const avaya = dialects.find(({ id }) => id === "avaya");
  assert.ok(avaya);
  const others: Readonly<Record<string, string>> = Object.fromEntries(
    readdirSync(site).map((name) => [name, readFileSync(path.join(site, name), "utf8")]),
  );
  for (const [own, text] of Object.entries(others)) {
    const codes: ReadonlySet<string> = new Set(
      problemsOf(text, undefined, avaya, { own, others }).map(({ code }) => code),
    );
    if (own.includes("broken")) assert.ok(codes.size >= 10, [...codes].join(" "));
    else assert.deepEqual([...codes], [], own);
  }
});

test("the files for phones of a call manager are clean, and the rollout beside them can be computed", () => {
  const site = path.join(folder, "enterprise");
  const read = (name: string) => readFileSync(path.join(site, name), "utf8");
  const others = Object.fromEntries(
    readdirSync(site)
      .filter((name) => name.endsWith(".xml"))
      .map((name) => [name, read(name)]),
  );
  for (const [own, text] of Object.entries(others)) {
    const dialect = recognize(dialects, own, text);
    assert.equal(dialect?.id, "cisco-enterprise", own);
    const codes = problemsOf(text, undefined, dialect, { own, others }).map(({ code }) => code);
    assert.deepEqual(codes, own.startsWith("XMLDefault") ? ["file/default-not-read"] : [], own);
  }
  const description = parseDescription(read("site.rollout.json"));
  assert.ok(typeof description === "object");
  assert.equal(description.inventory, "phones.csv");
});

test("the broken file of items shows many kinds of problems", () => {
  const [name = ""] = files.filter((file) => isBroken(file) && file.includes("unify"));
  const text = readFileSync(path.join(folder, name), "utf8");
  const found = problemsOf(text, undefined, recognize(dialects, name, text));
  assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), [
    "item/duplicate",
    "item/index",
    "item/name-quote",
    "item/no-name",
    "item/unknown",
    "key/companion",
    "key/index",
    "key/index-range",
    "message/root",
    "secret/readable",
    "value/not-an-option",
    "value/odd-port",
    "value/out-of-range",
    "value/unit",
  ]);
});
