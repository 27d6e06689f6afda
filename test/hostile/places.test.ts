import assert from "node:assert/strict";
import { mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import test from "node:test";
import type { Hover } from "vscode-languageserver-protocol";
import { readSettings } from "../../server/src/analysis/settings";
import { readDeviceFile } from "../../server/src/devices/deviceFile";
import { readExtension } from "../../server/src/schema/extension";
import { catalogue } from "../support/catalogue";
import { withSite } from "../support/commandLine";
import { marked, withSession } from "../support/session";

test("a file of 200 MB is answered within a minute and does no harm to the others", () =>
  withSite({ "good.xml": "<flat-profile><Resync_On_Reset>soon</Resync_On_Reset></flat-profile>" }, async (site) => {
    openSync(site.path("large.xml"), "w");
    truncateSync(site.path("large.xml"), 200_000_000);
    const began = performance.now();
    const { code, out } = await site.runAlone(["check", "large.xml", "good.xml", "--format", "json"]);
    assert.equal(code, 1);
    assert.match(out, /"file":"good\.xml","code":"value\/not-boolean"/);
    assert.ok(performance.now() - began < 60_000);
  }));

test("links that lead round in circles, and paths with .. , end", () =>
  withSite({ "a/b/x.xml": "<flat-profile></flat-profile>" }, async (site) => {
    symlinkSync("..", site.path("a/b/up"));
    symlinkSync("loop.xml", site.path("a/loop.xml"));
    symlinkSync("x.xml", site.path("a/b/y.xml"));
    mkdirSync(site.path("a/dir.xml"));
    const { out, code } = await site.run(["check", "a/b/../../a", "--format", "json", "--show", "hint"]);
    assert.equal(out.includes("up/up"), false);
    assert.ok(code === 0 || code === 2);
  }));

test("keys such as __proto__ in files of settings change nothing", () => {
  const keys = ["__proto__", "constructor", "prototype", "toString"];
  for (const key of keys) {
    const text = `{"parameters":[{"name":"${key}","type":"Bool","families":{"${key}":"dump"},"optionLabels":{"${key}":"x"}}],"${key}":{"polluted":true},"devices":[{"id":"${key}","settings":{"${key}":"x"},"users":{"${key}":"y"},"secrets":{"${key}":"z"}}]}`;
    const { parameters } = readExtension(text, "x", catalogue);
    catalogue.extend(parameters).find(key);
    readDeviceFile(text, () => ["SA"]);
    readSettings(JSON.parse(`{"severity":{"${key}":"off"},"${key}":{"polluted":true}}`));
  }
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal(typeof {}.toString, "function");
});

test("no configuration key reaches a prototype on the command line", () =>
  withSite({ "a.xml": "<flat-profile></flat-profile>" }, async (site) => {
    writeFileSync(
      site.path("flat-profile.config.json"),
      '{"__proto__": {"failOn": "hint"}, "severity": {"__proto__": "error"}}',
    );
    const { code } = await site.run(["check", "a.xml"]);
    assert.ok(code === 0 || code === 2);
  }));

const evil = [
  "[click](command:workbench.action.quit)",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "![](https://evil.example/x.png)",
  "` `` ```",
  "\u202etxt.exe",
];

for (const value of evil)
  test(`${JSON.stringify(value)} in a value stays text in hovers`, async () => {
    const encoded = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    for (const name of [
      "Profile_Rule",
      "Dial_Plan_1_",
      "Text_Logo",
      "Ring1",
      "Extended_Function_1_",
      "Log_Request_Msg",
      "Invented_Name",
    ])
      await withSession({}, async (session) => {
        const { text, position } = marked(`<flat-profile>\n<${name}>$0${encoded}</${name}>\n</flat-profile>`);
        await session.open(text);
        const hover = await session.ask<Hover | null>("textDocument/hover", { position });
        const shown = JSON.stringify(hover?.contents ?? "");
        // What is in code spans is text; outside of them no link, image or tag may be left.
        const outside = shown.replace(/(`+)(?:(?!\1).)+?\1/g, "");
        assert.doesNotMatch(outside, /\]\(command:workbench|<img|<script|!\[\]\(https:/, `${name}: ${shown}`);
      });
  });
