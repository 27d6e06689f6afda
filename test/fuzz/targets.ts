import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DialectService } from "../../server/src/analysis/dialectService";
import { maskedText, secretSpans } from "../../server/src/analysis/secretSpans";
import { defaultUserSettings, readSettings } from "../../server/src/analysis/settings";
import { defaultSettings, Snapshot } from "../../server/src/analysis/snapshot";
import { dumpFacts } from "../../server/src/dialects/cisco-flat-profile/dumpFacts";
import { readAliasMap } from "../../server/src/dialects/cisco-flat-profile/rules/aliasMap";
import { asSource, evaluateRule } from "../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { readRuleUrl } from "../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import { compareVersions, readVersion } from "../../server/src/dialects/cisco-flat-profile/rules/version";
import type { OpenFile } from "../../server/src/features/feature";
import { formatEdits } from "../../server/src/features/formatting";
import { features } from "../../server/src/features/index";
import type { RuleKind } from "../../server/src/preview/report";
import { resolveParameter } from "../../server/src/schema/effectiveParameter";
import { readExtension } from "../../server/src/schema/extension";
import { learn } from "../../server/src/schema/learn";
import { applyEdits } from "../../server/src/text/edits";
import { LineIndex } from "../../server/src/text/lineIndex";
import { analyze } from "../../server/src/values/dialPlan/analyze";
import { readDialPlan } from "../../server/src/values/dialPlan/read";
import { automatonOf, defaultDialSettings, dial, offHook, stateOf } from "../../server/src/values/dialPlan/simulate";
import { samplesOf } from "../../server/src/values/signal/samples";
import { readTone } from "../../server/src/values/signal/toneScript";
import { leavesOf } from "../../server/src/xml/leaves";
import { catalogue } from "../support/catalogue";
import { dialect } from "../support/problems";
import { flat, read, update } from "../support/read";
import { checkEachFix, checkLayout, checkRepair, checkSame } from "./laws";
import { pieced } from "./mutate";
import { Random } from "./random";

/** Something that takes text from outside. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly string[];
  /** Words of its grammar. */
  readonly words: readonly string[];
  readonly longest?: number;
  /** Milliseconds that it may take, where that is not 1,000: some ask for many things in one run. */
  readonly slowest?: number;
  run(text: string): void;
}

const pool = new DialectService(dialect, catalogue, (where, error) => {
  throw new Error(where, { cause: error });
});

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

export const markup = [
  "<flat-profile>",
  "</flat-profile>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?xml",
  "?>",
  "<GPP_A>",
  "</GPP_A>",
  "<GPP_A/>",
  "<router-configuration>",
  "</router-configuration>",
  "&amp;",
  "&lt;",
  "&#x41;",
  "&bogus;",
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  'ua="na"',
  "ua=“na”",
  "value='x'",
  "{{ x }}",
  "<?php",
  "{$a}",
  "##X##",
  "<%= x %>",
  "<!-- flat-profile-disable -->",
  "<!-- flat-profile-device family=mpp88xx -->",
  "<Profile_Rule>",
  "<Dial_Plan_1_>",
  "<",
  ">",
  "</",
  "/>",
];
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

/** The answer of each feature at a random place. */
const everyFeature = (snapshot: Snapshot, random: Random): ReadonlyMap<string, unknown> => {
  const { text } = snapshot;
  const lines = new LineIndex(text);
  const file: OpenFile = {
    uri: "file:///x.xml",
    version: 1,
    snapshot,
    lines,
    settings: defaultUserSettings,
    client: {
      snippets: true,
      labelDetails: true,
      markdown: true,
      hierarchicalSymbols: true,
      editRangeDefault: true,
      pictures: "dark",
    },
  };
  const position = lines.positionAt(random.below(text.length + 1));
  const [from, to] = [random.below(text.length + 1), random.below(text.length + 1)];
  const range = { start: lines.positionAt(Math.min(from, to)), end: lines.positionAt(Math.max(from, to)) };
  const params = {
    textDocument: { uri: file.uri },
    position,
    positions: [position],
    range,
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    options: { tabSize: 2, insertSpaces: true, insertFinalNewline: true, trimFinalNewlines: true },
    ch: random.below(2) === 0 ? ">" : "\n",
    newName: "GPP_B",
    previousResultId: "1",
  };
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  const answers = new Map<string, unknown>();
  for (const feature of features) {
    const { method } = feature.request;
    try {
      answers.set(method, feature.run(file, params as never, token));
    } catch (error) {
      // A refusal in words is an answer.
      if ((error as { code?: unknown }).code === undefined) throw error;
      answers.set(method, String(error));
    }
  }
  return answers;
};

/** Fails where a file over edits has another answer than the same text read afresh. */
function checkAnswers(edited: Snapshot, seed: number): void {
  const fresh = new Snapshot(edited.text, read(edited.text), pool, defaultSettings);
  checkSame(edited.problems(), fresh.problems(), "problems");
  const wanted = everyFeature(fresh, new Random(seed));
  for (const [method, answer] of everyFeature(edited, new Random(seed)))
    if (!method.includes("semanticTokens/full")) checkSame(answer, wanted.get(method), method);
}

export const targets: readonly Target[] = [
  {
    name: "profile",
    seeds: files,
    words: [...markup, ...ruleWords, ...planWords, ...names.slice(0, 400).map((name) => `<${name}>`)],
    longest: 30_000,
    slowest: 3_000,
    run(text) {
      const random = new Random(text.length * 31 + 7);
      const document = read(text);
      const snapshot = new Snapshot(text, document, pool, defaultSettings);
      for (const { span, fixes } of snapshot.problems())
        for (const at of [span, ...(fixes ?? []).flatMap((fix) => fix.edits.map((edit) => edit.span))])
          assert.ok(at.start >= 0 && at.start <= at.end && at.end <= text.length, "a span lies outside");
      everyFeature(snapshot, random);
      const edits = formatEdits(snapshot, { indent: "  ", blankLines: 1 });
      const laidOut = applyEdits(text, edits);
      checkSame(
        read(laidOut).segments.flatMap((s) => s.settings.map(({ name, text: value }) => [name, value])),
        document.segments.flatMap((s) => s.settings.map(({ name, text: value }) => [name, value])),
        "layout",
      );
      maskedText(text, { start: 0, end: Math.min(200, text.length) }, secretSpans(snapshot));
      learn(dumpFacts(document), catalogue);
      leavesOf(text);
    },
  },
  {
    name: "fixes",
    seeds: files,
    words: markup,
    longest: 9_000,
    slowest: 6_000,
    run(text) {
      checkRepair(text);
      checkEachFix(text, 6);
    },
  },
  {
    name: "layout",
    seeds: files,
    words: markup,
    longest: 20_000,
    slowest: 3_000,
    run: checkLayout,
  },
  {
    name: "edits",
    seeds: files,
    words: markup,
    longest: 12_000,
    slowest: 6_000,
    run(text) {
      const random = new Random(text.length * 17 + 3);
      let now = text;
      let document = read(now);
      for (let i = 0; i < 4; i++) {
        const start = random.below(now.length + 1);
        const oldEnd = Math.min(now.length, start + random.below(random.below(3) === 0 ? 3000 : 6));
        const insert = random.pick(markup);
        now = now.slice(0, start) + insert + now.slice(oldEnd);
        document = update(now, document, { start, oldEnd, newEnd: start + insert.length });
        checkSame(flat(document), flat(read(now)), "reading");
        checkAnswers(new Snapshot(now, document, pool, defaultSettings), random.below(1_000_000));
      }
    },
  },
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
