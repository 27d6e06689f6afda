import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { dialects } from "../../server/src/dialects/index";
import { manual } from "../../server/src/features/checksManual";
import { codeEntries, otherPages } from "../../server/src/features/codePages";
import { referenceFiles } from "../../server/src/features/reference/referenceFiles";
import { dialects as house } from "../support/dialects";
import { pools } from "../support/problems";
import { toySettings } from "../support/toy/index";

const pages = dialects.flatMap((dialect) => [...dialect.checks, ...dialect.pages]);

test("docs/checks.md is what the checks say (npm run docs)", () => {
  assert.equal(readFileSync(path.resolve("docs/checks.md"), "utf8"), manual(dialects));
});

test("docs/reference is what the manual says (npm run docs)", () => {
  const files = referenceFiles(dialects.map((dialect) => pools.of(dialect)));
  for (const { path: file, text } of files)
    assert.equal(readFileSync(path.resolve("docs/reference", file), "utf8"), text, file);
  const there = readdirSync("docs/reference", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".md"),
  );
  assert.deepEqual(there.map((file) => file.replaceAll(path.sep, "/")).sort(), files.map((file) => file.path).sort());
});

/** Reported as value/typography, about the workspace's own parameter file, or of a DHCP answer. */
const internal = /^(?:value\/(?:invisible|typographic)-character|catalogue\/.*|gate\/.*|dhcp43\/.*)$/;
/** Made of an area and a word where they are reported. */
const composed = /^(?:paging|cadence|tone|frequency|dialplan|rule)\//;

test("a code that two dialects report has one page, with the examples of both", () => {
  const text = manual(house);
  const others = house.filter((dialect) => dialect !== toySettings).flatMap(({ checks }) => checks);
  const shared = toySettings.checks.filter(({ code }) => others.some((page) => page.code === code));
  assert.ok(shared.length >= 4);
  for (const { code } of shared) {
    assert.equal(text.split(`\n### ${code}\n`).length, 2, code);
    const page = text.slice(text.indexOf(`\n### ${code}\n`)).split("\n### ")[1] ?? "";
    for (const label of ["Cisco flat-profile", toySettings.label])
      assert.ok(page.includes(`Reported (${label}):`), code);
  }
  const codes = codeEntries().map(({ code }) => code);
  assert.deepEqual([...new Set(codes)], codes);
});

test("every code in the sources has a page, and every page a code", () => {
  const sources = readdirSync("server/src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(`${path.sep}pages${path.sep}`))
    .map((file) => readFileSync(path.join("server/src", file), "utf8"))
    .join("\n");
  const known = new Set([...pages, ...otherPages()].map(({ code }) => code));
  const reported = [...sources.matchAll(/code: "([a-z0-9-]+\/[a-z0-9-]+)"/g)].map((match) => match[1] ?? "");
  assert.deepEqual(
    [...new Set(reported)].filter((code) => !known.has(code) && !internal.test(code)),
    [],
  );
  const words = (code: string) => {
    const word = code.slice(code.indexOf("/") + 1);
    return composed.test(code) && (sources.includes(`"${word}"`) || sources.includes(`/${word}\``));
  };
  assert.deepEqual(
    [...known].filter((code) => !sources.includes(`"${code}"`) && !words(code)),
    [],
  );
});
