import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";

test("pages of panels make elements, never HTML out of values", () => {
  const folder = path.resolve("client/media");
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  assert.ok(scripts.length > 3);
  for (const file of scripts)
    assert.doesNotMatch(
      readFileSync(path.join(folder, file), "utf8"),
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function/,
      file,
    );
});
