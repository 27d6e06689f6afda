import { completeDevice, type Device } from "../../../devices/device";
import type { FleetAnswer, FleetRule, RuleKind } from "../../../preview/report";
import type { Catalogue } from "../../../schema/catalogue";
import { deviceValue, macroReader, macroValues, type ReadParameter } from "../devices/macroValues";
import { type CompiledRule, compileRule } from "../rules/compiledRule";
import { findMacros, type MacroValues } from "../rules/macro";
import { MacroSlots } from "../rules/macroSlots";
import type { Decision } from "../rules/rulePlan";
import { type RuleTarget, ruleTarget, targetUrl } from "../rules/ruleTarget";
import { evaluatedRules, type ProfileValues } from "./deviceRun";
import { type UpgradeRuleResult, type UpgradeVerdict, verdictBy } from "./upgradeVerdict";

// One profile for many phones: the decisions of `runDevice`, without traces. Rules are read once.

export type Fleet = (device: Device) => FleetAnswer;

type Written = (parameter: string) => string | undefined;

export function compileFleet(profile: ProfileValues, catalogue: Catalogue): Fleet {
  const texts = new Map<string, string | undefined>();
  const written: Written = (parameter) => {
    if (!texts.has(parameter)) texts.set(parameter, profile(parameter)?.text);
    return texts.get(parameter);
  };
  const known = new Map<string, Facts>();
  const steadily = new SteadyRules(written, catalogue);
  const anyhow = new ChangingRules(written, catalogue);
  return (device) => {
    const facts = factsOf(device, catalogue, known);
    return steadily.answer(device, facts) ?? anyhow.answer(device, facts);
  };
}

/** What follows from the model if the device entry does not say it. */
type Facts = Pick<Device, "family" | "model" | "pn" | "psn">;

/** The same for each phone of a model. */
function factsOf(device: Device, catalogue: Catalogue, known: Map<string, Facts>): Facts {
  const key = `${device.family}\n${device.model}\n${device.pn}\n${device.psn}\n${device.firmware}`;
  let facts = known.get(key);
  if (!facts) {
    const { family, model, pn, psn } = completeDevice(device, catalogue);
    facts = {
      ...(family !== undefined && { family }),
      ...(model !== undefined && { model }),
      ...(pn !== undefined && { pn }),
      ...(psn !== undefined && { psn }),
    };
    if (known.size >= 1000) known.clear();
    known.set(key, facts);
  }
  return facts;
}

function valuesOn(device: Device, written: Written): ReadParameter {
  return (parameter) => {
    const own = deviceValue(device, parameter);
    if (own !== undefined) return own;
    const text = written(parameter);
    return text === '""' ? "" : text;
  };
}

interface WrittenRule {
  readonly parameter: string;
  readonly kind: RuleKind;
  readonly rule: CompiledRule;
  /** The answer of a phone that takes nothing. */
  readonly none: FleetRule;
}

/** Macros that differ from phone to phone; a verdict that depends on them is not met again. */
const ofOnePhone = /^(?:MAU?|MAC|SN|IP|EXTIP|UID\d+|MUID|S[A-D])$/;
const maxVerdicts = 5000;

/** The rules as the profile has them, for phones on which none of them sets anything. */
class SteadyRules {
  readonly #slots = new MacroSlots();
  readonly #rules: readonly WrittenRule[];
  readonly #upgrade: WrittenRule | undefined;
  readonly #isSet: boolean;
  readonly #readers: readonly ReturnType<typeof macroReader>[];
  /** Slots that the upgrade rule asks for; undefined when a verdict is not worth to be kept. */
  readonly #decisive: readonly number[] | undefined;
  readonly #verdicts = new Map<string, UpgradeVerdict>();
  /** Slots of the values that follow from the model; -1 if no rule uses them. */
  readonly #pn: number;
  readonly #psn: number;

  constructor(
    readonly written: Written,
    readonly catalogue: Catalogue,
  ) {
    this.#rules = evaluatedRules.flatMap(([parameter, kind]): WrittenRule[] => {
      const text = written(parameter);
      if (text === undefined) return [];
      const none = { parameter, taken: 0, url: "" };
      return [{ parameter, kind, rule: compileRule(text, kind, this.#slots), none }];
    });
    this.#upgrade = this.#rules.find(({ parameter }) => parameter === "Upgrade_Rule");
    const text = written("Upgrade_Rule") ?? "";
    this.#isSet = text.trim() !== "" && !text.trimStart().startsWith("#");
    const names = ["SWVER", ...findMacros(text).map(({ name }) => name)].filter((name) => name !== "");
    this.#decisive = names.some((name) => ofOnePhone.test(name))
      ? undefined
      : [...new Set(names)].map((name) => this.#slots.numberOf(name));
    this.#readers = this.#slots.names.map(macroReader);
    this.#pn = this.#slots.names.indexOf("PN");
    this.#psn = this.#slots.names.indexOf("PSN");
  }

  /** Undefined for a phone with rules of its own, or on which a rule may set something. */
  answer(device: Device, facts: Facts): FleetAnswer | undefined {
    const { settings } = device;
    if (settings) for (const name in settings) if (isRule.has(name)) return undefined;
    const inEffect = valuesOn(device, this.written);
    this.#load(device, facts, inEffect);
    for (const { rule } of this.#rules) if (rule.mayAssign()) return undefined;
    let exact: MacroValues | undefined;
    const values = () => {
      exact ??= macroValues({ ...facts, ...device }, inEffect);
      return exact;
    };
    const rules: FleetRule[] = [];
    let first: Decision | undefined;
    for (const written of this.#rules) {
      const decision = written.rule.decide(values);
      if (written === this.#upgrade) first = decision;
      rules.push(answered(written, decision, device, inEffect));
    }
    const upgrade = this.#verdict(device, facts, first, inEffect);
    return upgrade && { device, rules, upgrade };
  }

  #load(device: Device, { pn, psn }: Facts, inEffect: ReadParameter): void {
    const slots = this.#slots;
    for (let i = 0; i < this.#readers.length; i++) slots.set(i, this.#readers[i]?.(device, inEffect));
    // The readers see what the device says itself.
    if (this.#pn >= 0 && device.pn === undefined) slots.set(this.#pn, pn);
    if (this.#psn >= 0 && device.psn === undefined) slots.set(this.#psn, psn);
  }

  #verdict(
    device: Device,
    facts: Facts,
    first: Decision | undefined,
    inEffect: ReadParameter,
  ): UpgradeVerdict | undefined {
    const whole = () => ({ ...facts, ...device });
    if (!this.#decisive) return this.#judge(whole(), first, inEffect);
    let key = `${facts.family}\n${facts.model}\n${facts.pn}`;
    for (const slot of this.#decisive) key += `\n${this.#slots.values[slot]}`;
    if (device.settings) key += `\n${inEffect("Upgrade_Enable")}\n${inEffect("Downgrade_Rev_Limit")}`;
    let verdict = this.#verdicts.get(key);
    if (!verdict) {
      verdict = this.#judge(whole(), first, inEffect);
      if (!verdict) return undefined;
      if (this.#verdicts.size >= maxVerdicts) this.#verdicts.clear();
      this.#verdicts.set(key, verdict);
    }
    return verdict;
  }

  /** Undefined when a rule may set something with a later load. */
  #judge(device: Device, first: Decision | undefined, inEffect: ReadParameter): UpgradeVerdict | undefined {
    let isFirst = true;
    let isSteady = true;
    const verdict = verdictBy(device, this.catalogue, (now): UpgradeRuleResult => {
      let decision = first;
      if (!isFirst) {
        this.#load(now, now, inEffect);
        isSteady &&= this.#rules.every(({ rule }) => !rule.mayAssign());
        decision = this.#upgrade?.rule.decide(() => macroValues(now, inEffect));
      }
      isFirst = false;
      const target = decision && targetOf(decision, "upgrade", now, inEffect);
      return { isSet: this.#isSet, isTaken: (decision?.taken ?? 0) > 0, target, inEffect };
    });
    return isSteady ? verdict : undefined;
  }
}

const isRule: ReadonlySet<string> = new Set(evaluatedRules.map(([parameter]) => parameter));

function targetOf(
  { url, place }: Decision,
  kind: RuleKind,
  device: Device,
  inEffect: ReadParameter,
): RuleTarget | undefined {
  const server = place?.url.server;
  if (place && server !== undefined)
    return { ...place.url, server, path: url.slice(place.pathAt), dhcpOption: undefined };
  return url === "" ? undefined : ruleTarget(url, kind, device, inEffect);
}

function answered(
  { parameter, kind, none }: WrittenRule,
  decision: Decision,
  device: Device,
  inEffect: ReadParameter,
): FleetRule {
  const { taken, url, place } = decision;
  if (taken === 0) return none;
  if (place) return { parameter, taken, url: place.isUsual ? url : place.shown + url.slice(place.pathAt) };
  const target = targetOf(decision, kind, device, inEffect);
  return { parameter, taken, url: target ? targetUrl(target) : url };
}

const noDecision: Decision = { taken: 0, url: "", assignments: [], place: undefined };
/** Texts of rules that are kept, beside those of the profile. */
const maxTexts = 1000;

/** Any rules: what one sets applies to the rules after it, and may be one of them. */
class ChangingRules {
  readonly #compiled = new Map<string, CompiledRule>();
  /** The old form of a condition reads SWVER without naming it. */
  readonly #wanted = new Set(["SWVER"]);

  constructor(
    readonly written: Written,
    readonly catalogue: Catalogue,
  ) {
    for (const [parameter] of evaluatedRules)
      for (const { name } of findMacros(written(parameter) ?? "")) if (name !== "") this.#wanted.add(name);
  }

  answer(given: Device, facts: Facts): FleetAnswer {
    const device = { ...facts, ...given };
    const first = this.#decide(device);
    let isFirst = true;
    const upgrade = verdictBy(device, this.catalogue, (now) => {
      const run = isFirst ? first : this.#decide(now);
      isFirst = false;
      return run.upgrade;
    });
    return { device: given, rules: first.rules, upgrade };
  }

  #compile(text: string, kind: RuleKind): CompiledRule {
    const key = `${kind} ${text}`;
    let rule = this.#compiled.get(key);
    if (!rule) {
      if (this.#compiled.size >= maxTexts) this.#compiled.clear();
      rule = compileRule(text, kind);
      this.#compiled.set(key, rule);
    }
    return rule;
  }

  #decide(device: Device): { readonly rules: readonly FleetRule[]; readonly upgrade: UpgradeRuleResult } {
    const { written } = this;
    const assigned = new Map<string, string>();
    const before = valuesOn(device, written);
    const inEffect: ReadParameter = (parameter) => assigned.get(parameter) ?? before(parameter);
    let values: MacroValues | undefined;
    const rules: FleetRule[] = [];
    let upgrade: UpgradeRuleResult = { isSet: false, isTaken: false, target: undefined, inEffect };
    for (const [parameter, kind] of evaluatedRules) {
      const own = assigned.get(parameter) ?? device.settings?.[parameter];
      const text = own ?? written(parameter);
      if (text === undefined) continue;
      // A rule of the device alone may ask for anything.
      if (own !== undefined) values = macroValues(device, inEffect);
      else values ??= macroValues(device, inEffect, this.#wanted);
      const isOff = text.trim() === "" || text.trimStart().startsWith("#");
      const decision = isOff ? noDecision : this.#compile(text, kind).decideFor(values);
      for (const [name, value] of decision.assignments) assigned.set(name, value);
      if (decision.assignments.length > 0) values = undefined;
      const target = targetOf(decision, kind, device, inEffect);
      if (parameter === "Upgrade_Rule") upgrade = { isSet: !isOff, isTaken: decision.taken > 0, target, inEffect };
      rules.push({ parameter, taken: decision.taken, url: target ? targetUrl(target) : decision.url });
    }
    return { rules, upgrade };
  }
}
