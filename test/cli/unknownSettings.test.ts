import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { withSite } from "../support/commandLine";
import { Wire } from "../support/wire";

const profile = "<flat-profile></flat-profile>";

const configurations: readonly (readonly [config: object, message: RegExp])[] = [
  [{ family: "mpp99xx" }, /Unknown phone family `mpp99xx`\. Use one of: .*mpp88xx/],
  [
    { severity: { "value/not-bolean": "off" } },
    /Unknown code `value\/not-bolean`\. Did you mean `value\/not-boolean`\?/,
  ],
  [{ overrides: [{ files: ["*.xml"], family: "nokia" }] }, /Unknown phone family `nokia`/],
  [{ overrides: [{ files: ["*.xml"], severity: { nothing: "error" } }] }, /Unknown code `nothing`/],
];

for (const [config, message] of configurations)
  test(`the configuration ${JSON.stringify(config)} is refused`, () =>
    withSite({ "a.xml": profile, "flat-profile.config.json": JSON.stringify(config) }, async (site) => {
      for (const args of [
        ["check", "a.xml"],
        ["format", "a.xml"],
        ["format", "--check", "-"],
      ]) {
        const { code, out, err } = await site.run(args, profile);
        assert.equal(code, 2);
        assert.equal(out, "");
        assert.match(err, /flat-profile\.config\.json: /);
        assert.match(err, message);
      }
      assert.equal(readFileSync(site.path("a.xml"), "utf8"), profile);
    }));

test("unknown names on the command line are refused, known ones are not", () =>
  withSite(
    {
      "a.xml": profile,
      "flat-profile.config.json": '{ "family": "MPP88xx", "severity": { "value/not-boolean": "off" } }',
    },
    async (site) => {
      assert.equal((await site.run(["check", "a.xml"])).code, 0);
      const { code, err } = await site.run(["check", "a.xml", "--severity", "value/nothing=off"]);
      assert.equal(code, 2);
      assert.match(err, /Unknown code `value\/nothing`/);
    },
  ));

test("unknown names in the editor's settings are shown once", async () => {
  const settings = { family: "nokia", severity: { "value/not-bolean": "off" } };
  const wire = new Wire({
    answer: ({ id, method }) => ({ id, result: method === "workspace/configuration" ? [settings] : null }),
  });
  await wire.initialize({ capabilities: { workspace: { configuration: true } } });
  for (const uri of ["file:///a.xml", "file:///b.xml"]) {
    wire.open(profile, uri);
    await wire.next(({ params }) => params?.uri === uri);
  }
  const shown = wire.received.flatMap(({ method, params }) =>
    method === "window/showMessageRequest" || method === "window/showMessage" ? [String(params?.message)] : [],
  );
  assert.equal(shown.length, 2);
  assert.match(shown.join("\n"), /Unknown phone family `nokia`[\s\S]*Did you mean `value\/not-boolean`/);
  wire.end();
});
