import assert from "node:assert/strict";
import { test } from "node:test";
import { DialectService } from "../../server/src/analysis/dialectService";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import type { Check, Interest } from "../../server/src/checks/check";
import { Row } from "../../server/src/dialects/audiocodes/rows";
import type { ValueType } from "../../server/src/values/valueType";
import { catalogue } from "../support/catalogue";
import { dialectCases } from "../support/dialectCases";
import { dialect, serviceOf } from "../support/problems";
import { read } from "../support/read";

test("settings are looked at once for the interests of all checks", () => {
  const asked: string[] = [];
  const check = (code: string): Check => {
    const interest: Interest = {
      name: ({ name }) => {
        asked.push(`${code} ${name}`);
        return name === "GPP_B";
      },
    };
    return {
      ...{ code, severity: "hint", title: code, docs: code, examples: [] },
      profile(profile, { select, report }) {
        for (const setting of select(profile, interest)) report(setting, { message: code });
      },
    };
  };
  const own = { ...dialect, checks: [check("test/one"), check("test/two"), check("test/three")] };
  const log = (where: string, error: unknown): void => assert.fail(`${where} ${error}`);
  const document = read("<flat-profile>\n<GPP_A>1</GPP_A>\n<GPP_B>2</GPP_B>\n</flat-profile>\n");
  let looks = 0;
  const [setting] = document.segments.flatMap(({ settings }) => settings);
  assert.ok(setting);
  // The first question about each.
  Object.defineProperty(setting, "isStatus", {
    get() {
      looks++;
      return false;
    },
  });
  const service = new DialectService(own, catalogue, log, 2026);
  const problems = new Snapshot("", document, service, defaultSettings).problems();
  assert.deepEqual(problems.map(({ code }) => code).sort(), ["test/one", "test/three", "test/two"]);
  assert.equal(looks, 1, "once for the checks of settings and those of profiles");
  assert.equal(new Set(asked).size, asked.length, "each name is tested once for each interest");
});

test("cells of a column are judged once for each of their values", () => {
  const { dialect: ini } = dialectCases.find(({ fileName }) => fileName.endsWith(".ini")) ?? assert.fail();
  let values = 0;
  const valueTypes = ini.valueTypes.map((type): ValueType => {
    const counted: ValueType = Object.create(type);
    counted.check = (text, at) => {
      values++;
      return type.check(text, at);
    };
    return counted;
  });
  const rows = Array.from({ length: 400 }, (_, i) => `ProxySet ${i} = ${i % 4 === 3 ? 9 : i % 4}, ${100 + (i % 3)};\n`);
  const text = `[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive, ProxySet_ProxyKeepAliveTime;\n${rows.join("")}[ \\ProxySet ]\n`;
  const log = (where: string, error: unknown): void => assert.fail(`${where} ${error}`);
  const { catalogue: own } = serviceOf(ini);
  const service = new DialectService({ ...ini, valueTypes }, own, log, 2026);
  const problems = new Snapshot(text, ini.read(text, own), service, defaultSettings).problems();
  assert.equal(problems.length, 100, "a wrong value is reported in each row");
  assert.ok(values <= 100 + 6, `${values} values`);
});

test("no objects are made of cells that are written like one that was judged", (t) => {
  const { dialect: ini } = dialectCases.find(({ fileName }) => fileName.endsWith(".ini")) ?? assert.fail();
  const asked = t.mock.method(Row.prototype, "setting");
  const rows = Array.from({ length: 1000 }, (_, i) => `ProxySet ${i} = ${i % 3}, '${60 + (i % 5)}';\n`);
  const text = `[ ProxySet ]\nFORMAT ProxySet_Index = ProxySet_EnableProxyKeepAlive, ProxySet_ProxyKeepAliveTime;\n${rows.join("")}[ \\ProxySet ]\n`;
  const { catalogue: own } = serviceOf(ini);
  const service = new DialectService(ini, own, (where) => assert.fail(where), 2026);
  const document = ini.read(text, own);
  new Snapshot(text, document, service, defaultSettings).problems();
  assert.ok(asked.mock.callCount() <= 3 + 5, `${asked.mock.callCount()} cells`);
  const cells = document.segments.flatMap(({ settings }) => settings);
  assert.equal(cells.length, 2000);
  assert.deepEqual(
    cells.slice(0, 4).map(({ text: value }) => value),
    ["0", "60", "1", "61"],
  );
});
