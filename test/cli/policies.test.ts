import assert from "node:assert/strict";
import test from "node:test";
import { withSite } from "../support/commandLine";

const config = (...policies: readonly object[]) => JSON.stringify({ policies }, undefined, 2);
const profile = "<flat-profile>\n  <GPP_A>1</GPP_A>\n</flat-profile>\n";

test("check reports what the policies of the configuration ask, by the files they are for", () =>
  withSite(
    {
      "flat-profile.config.json": config(
        { parameter: "Admin_Passwd", required: true, files: ["www/**"], severity: "error", message: "Set a password." },
        { parameter: "GPP_A", matches: "^2" },
      ),
      "www/a.xml": profile,
      "other/b.xml": profile,
    },
    async (site) => {
      const { code, out } = await site.run(["check", ".", "--format", "json"]);
      const found = out
        .split("\n")
        .flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
      assert.equal(code, 1);
      assert.deepEqual(
        found.map(({ file, code: what, severity, message }) => [file, what, severity, message]),
        [
          ["other/b.xml", "policy/pattern", "warning", "`1` does not match `^2`, as a policy of the site asks."],
          ["www/a.xml", "policy/required", "error", "Set a password."],
          ["www/a.xml", "policy/pattern", "warning", "`1` does not match `^2`, as a policy of the site asks."],
        ],
      );
      const quiet = await site.run([
        "check",
        ".",
        "--severity",
        "policy/pattern=off",
        "--severity",
        "policy/required=info",
      ]);
      assert.equal(quiet.code, 0);
    },
  ));

test("a policy that cannot be used ends the run, with its place", () =>
  withSite(
    {
      "flat-profile.config.json": config(
        { parameter: "Admin_Paswd", required: true },
        { parameter: "GPP_A", matches: "(" },
      ),
      "a.xml": profile,
    },
    async (site) => {
      const { code, out, err } = await site.run(["check", "a.xml"]);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(
        err,
        /flat-profile\.config\.json:4:20: error: Unknown parameter `Admin_Paswd`\. Did you mean `Admin_Passwd`\?/,
      );
      assert.match(err, /flat-profile\.config\.json:9:18: error: /);
    },
  ));

test("a value that the parameter does not take is a warning", () =>
  withSite(
    { "flat-profile.config.json": config({ parameter: "Resync_On_Reset", value: "soon" }), "a.xml": profile },
    async (site) => {
      const { code, err } = await site.run(["check", "a.xml"]);
      assert.equal(code, 0);
      assert.match(err, /flat-profile\.config\.json:5:16: warning: `soon`/);
    },
  ));
