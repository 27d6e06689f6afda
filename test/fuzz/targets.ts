import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readSettings } from "../../server/src/analysis/settings";
import { readAliasMap } from "../../server/src/dialects/cisco-flat-profile/rules/aliasMap";
import { asSource, evaluateRule } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { readRuleUrl } from "../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import { compareVersions, readVersion } from "../../server/src/dialects/cisco-flat-profile/rules/version";
import type { RuleKind } from "../../server/src/preview/report";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { readExtension } from "../../server/src/schema/extension";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import { automatonOf, defaultDialSettings, dial, offHook, stateOf } from "../../server/src/values/dialPlan/simulate";
import { samplesOf } from "../../server/src/values/signal/samples";
import { readTone } from "../../server/src/values/signal/toneScript";
import { catalogue } from "../support/catalogue";
import { ciscoCase } from "../support/ciscoCase";
import { dialectCases } from "../support/dialectCases";
import { dialect } from "../support/problems";
import { read } from "../support/read";
import { fileTargets, type Target } from "./fileTargets";
import { pieced } from "./mutate";
import { Random } from "./random";

const device = { certainty: "unknown", reason: "" } as const;

function profiles(): string[] {
  const found: string[] = [];
  const add = (folder: string) => {
    try {
      for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }))
        if (/\.(?:xml|cfg|xmlfrag|tpl|j2)$/.test(entry))
          found.push(readFileSync(path.join(folder, entry), "utf8").slice(0, 20_000));
    } catch {
      // the shared corpus may be absent
    }
  };
  add(path.resolve("examples"));
  add(path.resolve("../shared/corpus"));
  return found;
}

/** Real and own files, and files of faults from one end to the other. */
export const files = profiles();
{
  const random = new Random(9);
  const real = files.length;
  for (let i = 0; i < real / 4; i++) files.push(pieced(random, 6_000 + random.below(8_000)));
}

/** Values of real and own files, by type. */
function valuesByType(): ReadonlyMap<string, string[]> {
  const values = new Map<string, string[]>();
  for (const text of files)
    for (const { settings } of read(text).segments)
      for (const setting of settings) {
        const type = catalogue.find(setting.name, setting.path)?.parameter.type;
        if (!type || setting.text === "") continue;
        const list = values.get(type) ?? [];
        if (list.length < 200 && !list.includes(setting.text)) list.push(setting.text);
        values.set(type, list);
      }
  return values;
}

const values = valuesByType();
const names = catalogue.concreteNames({});

/** Words of the first dialect. */
export const markup: readonly string[] = ciscoCase.words;
const ruleWords = [
  "(",
  ")?",
  ")!",
  "[--key $SA]",
  "|",
  "$MA",
  "$(MAU:4:2)",
  "$$",
  "$" + "{X}",
  "$SWVER",
  " and ",
  " eq ",
  " ge ",
  '"',
  "http://h/a",
  "--alias a",
  "11-3-2MPP0001-609",
  'c = "x";',
  "#",
];
const planWords = [
  "(",
  ")",
  "|",
  "x",
  "x.",
  "[2-9]",
  "[",
  "]",
  "<9:>",
  "<:@gw1>",
  "<",
  ">",
  ",",
  "!",
  "S0",
  "L15",
  "P5",
  "S:",
  "L:7,",
  "*",
  "#",
  ".",
  "\\d",
  "{3}",
  "+",
];
const signalWords = ["350@-19", ",", ";", "10(", ")", "*", "/", ".5", "1+2", "0", "@", "-", "60(2/4)"];

export const targets: readonly Target[] = [
  ...fileTargets(ciscoCase, "", {
    seeds: files,
    words: markup,
    more: [...ruleWords, ...planWords, ...names.slice(0, 400).map((name) => `<${name}>`)],
  }),
  ...dialectCases
    .filter((of) => of !== ciscoCase)
    .flatMap((of) => fileTargets(of, `${of.dialect.id} `, { seeds: of.files, words: of.words, more: [] })),
  ...dialect.valueTypes.map(
    (type): Target => ({
      name: `value ${type.id}`,
      seeds: values.get(type.id) ?? ["1", "a", "x=1;y=2"],
      words: [
        ...ruleWords,
        ...planWords,
        ...signalWords,
        "fnc=",
        ";sub=",
        "$PROXY",
        "pggrp=",
        "start=3/-1/7/2",
        "a=",
        "n=",
      ],
      longest: 3000,
      run(text) {
        const value = text.trim();
        if (value === "") return;
        const name = names[value.length % names.length] ?? "GPP_A";
        const found = catalogue.find(name);
        if (!found) return;
        const at = resolveParameter(found, name, device, catalogue);
        for (const { span } of type.check(value, at))
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= value.length, "a span lies outside");
        type.describe?.(value, at);
        type.hint?.(value, at);
        type.complete?.(value, value.length >> 1, at);
        type.tokens?.(value, at);
        type.signature?.(value, value.length >> 1, at);
        type.links?.(value, at);
      },
    }),
  ),
  {
    name: "rules",
    seeds: values.get("ProvisioningRuleSyntax") ?? ["/$PSN.xml"],
    words: ruleWords,
    longest: 5000,
    run(text) {
      for (const kind of ["profile", "upgrade", "report", "trigger"] as RuleKind[]) {
        const values = {
          macros: { A: text.slice(0, 20), MA: "000e08", MAU: "000E08", SWVER: "11-3-1MPP-697" },
          secrets: { SA: "s" },
        };
        const { expanded, rule } = evaluateRule(asSource(text), kind, values);
        for (const { span } of rule.alternatives) {
          const source = expanded.toSource(span);
          assert.ok(source.start >= 0 && source.end <= text.length, "a span leads nowhere");
        }
      }
      readAliasMap(text);
      readRuleUrl(text, "profile");
      const version = readVersion(text);
      if (version) compareVersions(version, version);
    },
  },
  {
    name: "dial plans",
    seeds: values.get("DialPlanScript") ?? ["([2-9]xx|0)"],
    words: planWords,
    longest: 2300,
    run(text) {
      const plan = readDialPlan(text);
      const automaton = automatonOf(plan, defaultDialSettings);
      for (const keys of ["", "911", "0119725550112", "*69#"]) stateOf(dial(automaton, keys), defaultDialSettings);
      offHook(automaton);
      analyze(plan, defaultDialSettings);
    },
  },
  {
    name: "tones",
    seeds: values.get("ToneScript") ?? ["350@-19;10(*/0/1)"],
    words: signalWords,
    longest: 300,
    run(text) {
      const { frequencies, sections } = readTone(text);
      samplesOf(frequencies, sections, 8000, 2);
    },
  },
  {
    name: "settings and parameter files",
    seeds: [
      '{"parameters": [{"name": "A_{n}_", "type": "Bool", "options": ["a"], "range": {"min": 1}}]}',
      "[]",
      '{"severity": {"a/b": "off"}}',
    ],
    words: [
      '"name"',
      ":",
      "{",
      "}",
      "[",
      "]",
      ",",
      '"__proto__"',
      '"constructor"',
      '"override"',
      "1e999",
      "null",
      "true",
      "//",
      "/*",
      "\\u0000",
    ],
    longest: 4000,
    run(text) {
      const { parameters } = readExtension(text, "x", catalogue);
      if (parameters.length > 0) catalogue.extend(parameters).find("A_1_");
      let raw: unknown;
      try {
        raw = JSON.parse(text);
      } catch {
        return;
      }
      readSettings(raw);
      assert.equal(({} as Record<string, unknown>).name, undefined, "a prototype was changed");
    },
  },
];
