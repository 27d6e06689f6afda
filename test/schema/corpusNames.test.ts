import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { catalogue } from "../support/catalogue";

const list = path.resolve(process.cwd(), "../shared/corpus/values/_names.txt");

test("knows at least 99.5 % of the element names of real files", (t) => {
  if (!existsSync(list)) {
    t.skip("the list of names in real files is not here");
    return;
  }
  const sections = new Set([...catalogue.parameters()].map((parameter) => parameter.path).filter((p) => p !== ""));
  const leaves = new Set([...catalogue.parameters()].filter((p) => p.path !== "").map((p) => p.name));
  const containers = new Set([...sections].flatMap((section) => section.split("/")));
  let all = 0;
  let unknown = 0;
  const missing: string[] = [];
  const names = readFileSync(list, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  for (const [count, , name = ""] of names) {
    all += Number(count);
    // The list does not say under which section a name was.
    if (catalogue.has(name) || catalogue.has(name, "router-configuration") || leaves.has(name) || containers.has(name))
      continue;
    unknown += Number(count);
    missing.push(name);
  }
  t.diagnostic(
    `${missing.length} of ${names.length} names and ${unknown} of ${all} elements are unknown: ${missing.join(" ")}`,
  );
  assert.ok(unknown / all < 0.005, `${unknown} of ${all} elements`);
  assert.ok(missing.length / names.length < 0.005, `${missing.length} of ${names.length} names`);
});
