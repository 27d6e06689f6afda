import type { Catalogue } from "../schema/catalogue";
import type { RuleKind } from "./ast";
import { type CompiledRule, compileRule, type Decision } from "./compiledRule";
import { completeDevice, type Device, type Holds, heldByDevice, macroValues } from "./device";
import { evaluatedRules, type ProfileValues } from "./deviceRun";
import { findMacros, type MacroValues } from "./macro";
import { type RuleTarget, ruleTarget, targetUrl } from "./ruleTarget";
import { type UpgradeVerdict, verdictBy } from "./upgradeVerdict";

// One profile for many phones: the decisions of `runDevice`, without traces. Rules are read once.

export interface FleetRule {
  readonly parameter: string;
  /** Which alternative is taken, counted from 1; 0 for none. */
  readonly taken: number;
  /** Where it fetches from; empty for nowhere. */
  readonly url: string;
}

export interface FleetAnswer {
  readonly device: Device;
  readonly rules: readonly FleetRule[];
  readonly upgrade: UpgradeVerdict;
}

export type Fleet = (device: Device) => FleetAnswer;

const noDecision: Decision = { taken: 0, url: "", assignments: [] };

export function compileFleet(profile: ProfileValues, catalogue: Catalogue): Fleet {
  const compiled = new Map<string, CompiledRule>();
  const compile = (text: string, kind: RuleKind): CompiledRule => {
    const key = `${kind} ${text}`;
    let rule = compiled.get(key);
    if (!rule) {
      if (compiled.size >= 1000) compiled.clear();
      rule = compileRule(text, kind);
      compiled.set(key, rule);
    }
    return rule;
  };
  const texts = new Map<string, string | undefined>();
  const written = (parameter: string): string | undefined => {
    if (!texts.has(parameter)) texts.set(parameter, profile(parameter)?.text);
    return texts.get(parameter);
  };
  const known = new Map<string, Device>();
  // The old form of a condition reads SWVER without naming it.
  const wanted = new Set(["SWVER"]);
  for (const [parameter] of evaluatedRules)
    for (const { name } of findMacros(written(parameter) ?? "")) if (name !== "") wanted.add(name);
  return (given) => {
    const device = completed(given, catalogue, known);
    const first = decide(device, written, compile, wanted);
    let isFirst = true;
    const upgrade = verdictBy(device, catalogue, (now) => {
      const run = isFirst ? first : decide(now, written, compile, wanted);
      isFirst = false;
      return run.upgrade;
    });
    return { device, rules: first.rules, upgrade };
  };
}

/** What a model tells is the same for each phone of it. */
function completed(device: Device, catalogue: Catalogue, known: Map<string, Device>): Device {
  const key = `${device.family}\n${device.model}\n${device.pn}\n${device.psn}\n${device.firmware}`;
  let facts = known.get(key);
  if (!facts) {
    const { family, model, pn, psn } = completeDevice(device, catalogue);
    facts = {
      id: "",
      ...(family !== undefined && { family }),
      ...(model !== undefined && { model }),
      ...(pn !== undefined && { pn }),
      ...(psn !== undefined && { psn }),
    };
    if (known.size >= 1000) known.clear();
    known.set(key, facts);
  }
  return { ...facts, ...device };
}

function decide(
  device: Device,
  written: (parameter: string) => string | undefined,
  compile: (text: string, kind: RuleKind) => CompiledRule,
  wanted: ReadonlySet<string>,
) {
  const assigned = new Map<string, string>();
  const holds: Holds = (parameter) => {
    const text = assigned.get(parameter) ?? heldByDevice(device, parameter);
    if (text !== undefined) return text;
    const own = written(parameter);
    return own === '""' ? "" : own;
  };
  let values: MacroValues | undefined;
  const rules: FleetRule[] = [];
  let upgrade = { isSet: false, isTaken: false, target: undefined as RuleTarget | undefined, holds };
  for (const [parameter, kind] of evaluatedRules) {
    const own = assigned.get(parameter) ?? device.settings?.[parameter];
    const text = own ?? written(parameter);
    if (text === undefined) continue;
    // A rule of the device alone may ask for anything.
    if (own !== undefined) values = macroValues(device, holds);
    else values ??= macroValues(device, holds, wanted);
    const isOff = text.trim() === "" || text.trimStart().startsWith("#");
    const decision = isOff ? noDecision : compile(text, kind)(values);
    for (const [name, value] of decision.assignments) assigned.set(name, value);
    if (decision.assignments.length > 0) values = undefined;
    const target = decision.url === "" ? undefined : ruleTarget(decision.url, kind, device, holds);
    if (parameter === "Upgrade_Rule") upgrade = { isSet: !isOff, isTaken: decision.taken > 0, target, holds };
    rules.push({ parameter, taken: decision.taken, url: target ? targetUrl(target) : decision.url });
  }
  return { rules, upgrade };
}
