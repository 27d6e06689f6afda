import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { globSync } from "tinyglobby";
import { parseRelease } from "../../server/src/schema/firmware";
import { familyOf } from "../../server/src/schema/identity";
import { pools } from "../support/problems";

const catalogues = pools.all().map(({ dialect, catalogue }) => ({ id: dialect.id, catalogue }));
const code = globSync("server/src/**/*.ts").map((file) => readFileSync(file, "utf8"));

test("ids of families are unique over all dialects", () => {
  assert.ok(catalogues.length > 1);
  const ids = catalogues.flatMap(({ catalogue }) => catalogue.families.map(({ id }) => id));
  assert.deepEqual(ids, [...new Set(ids)]);
});

test("code asks for each trait and role of a catalogue", () => {
  for (const { id, catalogue } of catalogues) {
    const words = [...catalogue.generations.flatMap(({ traits }) => traits), ...Object.keys(catalogue.roles)];
    for (const word of words)
      assert.ok(
        code.some((text) => text.includes(`"${word}"`)),
        `${id}: ${word}`,
      );
  }
});

test("parameters of a role are in the catalogue", () => {
  for (const { catalogue } of catalogues)
    for (const [role, names] of Object.entries(catalogue.roles))
      for (const name of names) {
        assert.equal(catalogue.pattern(name)?.role, role);
        assert.ok(catalogue.hasRole(name, role));
      }
});

test("the models and the sample firmware of a family lead back to it", () => {
  for (const { id, catalogue } of catalogues)
    for (const family of catalogue.families) {
      for (const { model, pn } of family.models)
        assert.equal(familyOf({ model, ...(pn !== undefined && { pn }) }, catalogue)?.family.id, family.id, id);
      const release = family.sample?.firmware.replace("{load}", family.firmwarePrefix?.[0] ?? "load");
      assert.ok(release && parseRelease(release, catalogue), `${family.id}: ${release}`);
    }
});

test("a release without a prefix is not of those that have one", () => {
  const [{ catalogue } = assert.fail()] = catalogues;
  for (const { releasePrefix } of catalogue.generations)
    if (releasePrefix !== undefined) {
      assert.equal(parseRelease(`${releasePrefix} 3.2(1)`, catalogue)?.prefix, releasePrefix);
      assert.equal(parseRelease("3.2(1)", catalogue)?.prefix, "");
    }
});
