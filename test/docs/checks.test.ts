import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { manual } from "../../server/src/features/checksManual";
import { dialect } from "../support/problems";

const pages = [...dialect.checks, ...dialect.pages];

test("docs/checks.md is what the checks say (npm run docs)", () => {
  assert.equal(readFileSync(path.resolve("docs/checks.md"), "utf8"), manual());
});

/** Reported as value/typography, about the workspace's own parameter file, or of a DHCP answer. */
const internal = /^(?:value\/(?:invisible|typographic)-character|catalogue\/.*|dhcp43\/.*)$/;
/** Made of an area and a word where they are reported. */
const composed = /^(?:paging|cadence|tone|frequency|dialplan|rule)\//;

test("every code in the sources has a page, and every page a code", () => {
  const sources = readdirSync("server/src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(`${path.sep}pages${path.sep}`))
    .map((file) => readFileSync(path.join("server/src", file), "utf8"))
    .join("\n");
  const known = new Set(pages.map(({ code }) => code));
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
