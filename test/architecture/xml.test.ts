import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { globSync } from "tinyglobby";
import { policy } from "../../server/src/dialects/cisco-flat-profile/policy";
import { dialects } from "../../server/src/dialects/index";

/** Names that only a policy may bring: of vendors, roots and attributes. `value` and `group` are plain words too. */
const names = [
  ...dialects.flatMap(({ id }) => id.split("-").slice(0, 1)),
  ...policy.roots.map(({ name }) => name),
  ...policy.attributes.map(({ name }) => name).filter((name) => !["value", "group"].includes(name)),
  "GPP",
];

test("the XML reader has no name of a vendor, its elements or attributes", () => {
  const word = new RegExp(`(?<![\\w-])(?:${names.join("|")})(?![a-z-])`, "gi");
  const files = globSync("server/src/xml/**/*.ts");
  assert.ok(files.length > 20);
  const found = files.flatMap((file) =>
    (readFileSync(file, "utf8").match(word) ?? []).map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(found, []);
});
