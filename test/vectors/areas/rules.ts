import {
  decryptionOf,
  reportEncryption,
} from "../../../server/src/dialects/cisco-flat-profile/preview/encryptionChoice";
import { fetchResult } from "../../../server/src/dialects/cisco-flat-profile/preview/httpStatus";
import { applyAliases, readAliasMap } from "../../../server/src/dialects/cisco-flat-profile/rules/aliasMap";
import { readCondition } from "../../../server/src/dialects/cisco-flat-profile/rules/condition";
import {
  asSource,
  assignmentsOf,
  evaluateRule,
  optionsOf,
} from "../../../server/src/dialects/cisco-flat-profile/rules/evaluate";
import { evaluateCondition } from "../../../server/src/dialects/cisco-flat-profile/rules/evaluateCondition";
import { expandMacros, type MacroValues } from "../../../server/src/dialects/cisco-flat-profile/rules/macro";
import { readReportRule } from "../../../server/src/dialects/cisco-flat-profile/rules/rule";
import { readRuleUrl } from "../../../server/src/dialects/cisco-flat-profile/rules/ruleUrl";
import { nthWait, readSchedule } from "../../../server/src/dialects/cisco-flat-profile/rules/schedule";
import {
  compareVersions,
  readOwnVersion,
  readVersion,
} from "../../../server/src/dialects/cisco-flat-profile/rules/version";
import type { RuleKind } from "../../../server/src/preview/report";
import type { Problem } from "../../../server/src/text/span";
import { leavesOf } from "../../../server/src/xml/leaves";
import { type Area, only } from "./area";

type Context = Readonly<Record<string, unknown>>;

function valuesOf(context: Context): MacroValues {
  return {
    macros: (context.macros ?? {}) as Readonly<Record<string, string>>,
    secrets: (context.secrets ?? {}) as Readonly<Record<string, string>>,
  };
}

const macro: Area = (input, context) => expandMacros(asSource(String(input)), valuesOf(context)).text;

function traced(input: unknown, context: Context) {
  const values = valuesOf(context);
  const text = expandMacros(asSource(String(input)), values).text;
  const problems: Problem[] = [];
  const condition = readCondition(text, 0, text.length, problems);
  return evaluateCondition(condition, problems.length > 0, values.macros.SWVER);
}

const condition: Area = (input, context) => {
  const { outcome } = traced(input, context);
  return outcome === "error" ? "error" : outcome === "true";
};

/** The policy prints what follows where the two sides are versions of different shapes. */
const policyCondition: Area = (input, context) => {
  const { outcome, comparisons } = traced(input, context);
  if (outcome !== "error") return outcome === "true";
  const areVersions = comparisons.at(-1)?.left.type === "version" && comparisons.at(-1)?.right.type === "version";
  return areVersions ? "error -> alternative treated as false, resync fails" : "error";
};

const rule: Area = (input, context) => {
  const kind = (context.kind ?? "profile") as RuleKind;
  const trace = evaluateRule(asSource(String(input)), kind, valuesOf(context));
  if (!trace.taken) return { skipped: true };
  return {
    alternative: trace.rule.alternatives.indexOf(trace.taken) + 1,
    assignments: assignmentsOf(trace.taken).map(([name, value]) => [name, value]),
    options: optionsOf(trace.taken),
    url: trace.taken.url === "" ? null : trace.taken.url,
  };
};

const reportRule: Area = (input) =>
  readReportRule(String(input)).alternatives.map((alternative) => {
    const options = optionsOf(alternative);
    const content = options.delta ? "delta" : options.status ? "status" : "full";
    return { options, content, url: alternative.url };
  });

const versionParse: Area = (input, context, expected) => {
  const family = typeof context.family === "string" ? context.family.toLowerCase() : undefined;
  const generation = family?.startsWith("mpp") ? "MPP" : family?.startsWith("spa") ? "SPA" : undefined;
  const version = readOwnVersion(String(input), generation);
  if (!version) return "error";
  const [major, minor, ...rest] = version.parts;
  if (version.shape === "dotted")
    return only(
      { major: Number(major), minor: Number(minor), build: Number(rest[0]), suffix: version.suffix ?? null },
      expected,
    );
  return only(
    { major: Number(major), minor: Number(minor), micro: rest.join("-"), build: version.build ?? null },
    expected,
  );
};

const versionCompare: Area = (input) => {
  const { a, op, b } = input as { readonly a: string; readonly op: string; readonly b: string };
  const [left, right] = [readVersion(a), readVersion(b)];
  const order = left && right && compareVersions(left, right);
  if (order === undefined) return "error";
  return { "<": order < 0, ">": order > 0, "=": order === 0, "==": order === 0, "<=": order <= 0, ">=": order >= 0 }[
    op
  ];
};

const policyVersion: Area = (input) => {
  const [left, right] = String(input)
    .split(" vs ")
    .map((text) => readVersion(text.trim()));
  return left && right && compareVersions(left, right) === 0 ? "equal" : "different";
};

/** What the product knows of provisioning rules, by area of the vector files. */
export const ruleAreas: Readonly<Record<string, Area>> = {
  macro,
  "macro-option": macro,
  "policy-macro": macro,
  condition,
  "policy-condition": policyCondition,
  rule,
  "report-rule": reportRule,
  "version-parse": versionParse,
  "version-compare": versionCompare,
  "policy-version": policyVersion,
  url: (input, context, expected) => {
    const url = readRuleUrl(String(input), context.rule as "profile");
    return url ? only({ ...url, server: url.server ?? null }, expected) : "error";
  },
  schedule: (input) => {
    const { value, nth } = input as { readonly value: string; readonly nth: number };
    const schedule = readSchedule(value);
    const wait = schedule.problems.length === 0 ? nthWait(schedule, nth) : undefined;
    return wait ? [wait.seconds, wait.seconds + wait.spread] : "error";
  },
  "schedule-valid": (input) => readSchedule(String(input)).problems.length === 0,
  "http-status": (input) => fetchResult(Number(input)),
  "decrypt-choice": (input) => {
    const file = input as { readonly content_encoding: string | null; readonly rule_has_key: boolean };
    return decryptionOf({ contentEncoding: file.content_encoding ?? undefined, ruleHasKey: file.rule_has_key });
  },
  "report-encrypt-choice": (input) => {
    const report = input as { readonly ikm_provisioned: boolean; readonly rule_has_key: boolean };
    return reportEncryption({ ruleHasKey: report.rule_has_key, hasKeyingMaterial: report.ikm_provisioned });
  },
  alias: (input) => {
    const { map, xml } = input as { readonly map: string; readonly xml: string };
    return Object.fromEntries(applyAliases(leavesOf(xml), readAliasMap(map)));
  },
};
