import assert from "node:assert/strict";
import test from "node:test";
import { compileFleet } from "../../server/src/dialects/cisco-flat-profile/preview/fleet";
import { fleetShowing } from "../../server/src/dialects/cisco-flat-profile/preview/fleetShown";
import { asSource } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { catalogue } from "../support/catalogue";

const device = { id: "a", model: "8841", mac: "000e08012345" };

/** The address of the profile rule as it may be shown. */
function shown(settings: Readonly<Record<string, string>>, own?: Readonly<Record<string, string>>): string {
  const sources = new Map(Object.entries(settings).map(([name, text]) => [name, asSource(text)]));
  const profile = (name: string) => sources.get(name);
  const answer = compileFleet(profile, catalogue)({ ...device, ...(own && { settings: own }) });
  const { rules } = fleetShowing(profile, catalogue)(answer);
  return rules.find(({ parameter }) => parameter === "Profile_Rule")?.url ?? "";
}

test("an address without secrets is shown", () => {
  assert.equal(shown({ Profile_Rule: "http://h/$B/$MA.xml", GPP_B: "site" }), "http://h/site/000e08012345.xml");
  assert.equal(
    shown({ Profile_Rule: "[--key $SA] http://h/$B.xml", GPP_B: "site", GPP_SA: "s3cr3t" }),
    "http://h/site.xml",
  );
});

test("a secret is masked wherever it gets into an address", () => {
  for (const [settings, own] of [
    [{ Profile_Rule: "[--key $B] http://h/$B.xml", GPP_B: "s3cr3t" }],
    [{ Profile_Rule: "[--key $B] http://h/a.xml?x=$(B)", GPP_B: "s3cr3t" }],
    [{ Profile_Rule: "[--key s3cr3t] http://h/s3cr3t.xml" }],
    [{ Profile_Rule: "http://u:s3cr3t@h/a.xml" }],
    [{ Profile_Rule: "http://h/a.xml?password=s3cr3t" }],
    [{ Profile_Rule: "http://h/$B.xml", GPP_B: "s3cr3t" }, { Profile_Rule_B: "[--key $B] http://h/a" }],
  ] as readonly (readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>?])[]) {
    const url = shown(settings, own);
    assert.match(url, /^http:\/\/.*h\//, JSON.stringify(settings));
    assert.doesNotMatch(url, /s3cr3t/, JSON.stringify(settings));
  }
});
