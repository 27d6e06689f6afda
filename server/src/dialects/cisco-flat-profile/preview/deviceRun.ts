import type { Device } from "../../../devices/device";
import type { RuleGroup, RuleKind } from "../../../preview/report";
import { MappedText } from "../../../text/mappedText";
import type { Span } from "../../../text/span";
import { deviceValue, macroValues, type ReadParameter } from "../devices/macroValues";
import type { Assignment } from "../rules/ast";
import { evaluateRule, type RuleTrace } from "../rules/evaluate";
import { expandMacros, type MacroValues } from "../rules/macro";
import { assignedName } from "../rules/ruleInWords";
import { type RuleTarget, ruleTarget, targetUrl } from "../rules/ruleTarget";

// All rules of a profile for one device, in the order of the phone: specification sections 4.2 and 6.4.
// Assignments of a chosen alternative are valid for everything after it.

/** The value of a parameter in the profile, with the way back to the file. */
export type ProfileValues = (parameter: string) => MappedText | undefined;

export interface RuleStep {
  readonly parameter: string;
  readonly kind: RuleKind;
  readonly trace: RuleTrace;
  /** Undefined when nothing is fetched, or the URL cannot be used. */
  readonly target: RuleTarget | undefined;
  /** What this step set, in order. */
  readonly assigned: readonly AssignedValue[];
}

interface AssignedValue {
  readonly parameter: string;
  readonly value: MappedText;
  readonly span: Span;
}

export interface ExpandedText {
  readonly parameter: string;
  readonly source: MappedText;
  readonly expanded: MappedText;
}

export interface DeviceRun {
  readonly device: Device;
  readonly triggers: readonly RuleStep[];
  readonly profileRules: readonly RuleStep[];
  readonly upgradeRule: RuleStep | undefined;
  /** Rules of reports, certificates, headsets and the like. */
  readonly others: readonly RuleStep[];
  readonly messages: readonly ExpandedText[];
  /** The values on the phone after all assignments. */
  readonly inEffect: ReadParameter;
}

const triggers = ["Resync_Trigger_1", "Resync_Trigger_2"];
export const profileRules = ["Profile_Rule", "Profile_Rule_B", "Profile_Rule_C", "Profile_Rule_D"];
const others: readonly (readonly [parameter: string, kind: RuleKind])[] = [
  ["Report_Rule", "report"],
  ["Cisco_Headset_Upgrade_Rule", "profile"],
  ["Custom_CA_Rule", "profile"],
  ["Custom_CA_URL", "profile"],
  ["MIC_Cert_Refresh_Rule", "profile"],
  ["Trans_Auth_Rule", "profile"],
  ["PRT_Upload_Rule", "profile"],
];
const messages = ["Request", "Success", "Failure"].flatMap((what) => [
  `Log_${what}_Msg`,
  `Log_Resync_${what}_Msg`,
  `Log_Upgrade_${what}_Msg`,
]);

export function groupOf(parameter: string, kind: RuleKind): RuleGroup {
  if (kind === "trigger") return "triggers";
  if (kind === "upgrade") return "upgrade";
  return profileRules.includes(parameter) ? "profile" : "others";
}

/** Every parameter that contains a rule, in the order in which they are evaluated. */
export const evaluatedRules: readonly (readonly [parameter: string, kind: RuleKind])[] = [
  ...triggers.map((parameter) => [parameter, "trigger"] as const),
  ...profileRules.map((parameter) => [parameter, "profile"] as const),
  ["Upgrade_Rule", "upgrade"],
  ...others,
];

export function runDevice(device: Device, profile: ProfileValues): DeviceRun {
  const phone = new Phone(device, profile);
  const traced = {
    triggers: triggers.flatMap((parameter) => phone.step(parameter, "trigger")),
    profileRules: profileRules.flatMap((parameter) => phone.step(parameter, "profile")),
    upgradeRule: phone.step("Upgrade_Rule", "upgrade")[0],
    others: others.flatMap(([parameter, kind]) => phone.step(parameter, kind)),
  };
  const fetched = traced.profileRules.find(({ target }) => target)?.target;
  const upgraded = traced.upgradeRule?.target;
  return {
    device,
    ...traced,
    messages: messages.flatMap((parameter) =>
      phone.message(parameter, parameter.startsWith("Log_Upgrade") ? upgraded : fetched),
    ),
    inEffect: phone.inEffect,
  };
}

class Phone {
  readonly #assigned = new Map<string, MappedText>();
  #values: MacroValues | undefined;

  constructor(
    readonly device: Device,
    readonly profile: ProfileValues,
  ) {}

  readonly inEffect: ReadParameter = (parameter) =>
    this.#assigned.get(parameter)?.text ?? deviceValue(this.device, parameter) ?? this.#written(parameter);

  step(parameter: string, kind: RuleKind): RuleStep[] {
    const source = this.#source(parameter);
    if (!source) return [];
    this.#values ??= macroValues(this.device, this.inEffect);
    const trace = evaluateRule(source, kind, this.#values);
    const { taken, expanded } = trace;
    const assigned = taken?.assignments.map((assignment) => assignedValue(assignment, expanded)) ?? [];
    for (const { parameter, value } of assigned) this.#assigned.set(parameter, value);
    if (assigned.length > 0) this.#values = undefined;
    const target = taken && ruleTarget(taken.url, kind, this.device, this.inEffect);
    return [{ parameter, kind, trace, target, assigned }];
  }

  message(parameter: string, target: RuleTarget | undefined): ExpandedText[] {
    const source = this.#source(parameter);
    if (!source || source.text === "") return [];
    this.#values ??= macroValues(this.device, this.inEffect);
    const { macros } = this.#values;
    const expanded = expandMacros(source, { macros: target ? { ...macros, ...ofTarget(target) } : macros });
    return [{ parameter, source, expanded }];
  }

  #source(parameter: string): MappedText | undefined {
    const assigned = this.#assigned.get(parameter);
    if (assigned) return assigned;
    const written = this.profile(parameter);
    const own = this.device.settings?.[parameter];
    if (own === undefined) return written;
    // The device's own value is not in the file.
    const at = written?.source ?? { start: 0, end: 0 };
    return new MappedText([{ text: own, source: at, verbatim: false }]);
  }

  #written(parameter: string): string | undefined {
    const text = this.profile(parameter)?.text;
    return text === '""' ? "" : text;
  }
}

function assignedValue({ name, value, nameSpan, valueSpan }: Assignment, expanded: MappedText): AssignedValue {
  const isQuoted = expanded.text[valueSpan.start] === '"';
  const start = valueSpan.start + (isQuoted ? 1 : 0);
  return {
    parameter: assignedName(name),
    value: new MappedText(expanded.slice({ start, end: start + value.length })),
    span: expanded.toSource({ start: nameSpan.start, end: valueSpan.end }),
  };
}

function ofTarget(target: RuleTarget): Readonly<Record<string, string>> {
  const { scheme, server, port, path } = target;
  return {
    SCHEME: scheme,
    METH: scheme,
    PORT: String(port),
    PATH: path,
    ...(server !== undefined && { SERV: server, SERVIP: server }),
  };
}

/** Every rule of the run, in the order in which they were evaluated. */
export function stepsOf({ triggers, profileRules, upgradeRule, others }: DeviceRun): readonly RuleStep[] {
  return [...triggers, ...profileRules, ...(upgradeRule ? [upgradeRule] : []), ...others];
}

/** Where a step fetches from, as a person would write it. */
export function fetchedUrl({ trace, target }: RuleStep): string | undefined {
  return target ? targetUrl(target) : trace.taken?.url || undefined;
}
