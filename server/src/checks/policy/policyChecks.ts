import * as l10n from "@vscode/l10n";
import type { Profile } from "../../profile/profile";
import type { Segment, Setting } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import type { DeviceChoice } from "../../schema/model";
import { type NameShape, nameShape } from "../../schema/nameShape";
import { isSecretElement } from "../../schema/secretName";
import type { Fix, Span } from "../../text/span";
import { bool, readBool } from "../../values/bool";
import type { Check, DocumentCheckContext, Report, SettingCheckContext, SettingFacts, SharedCheck } from "../check";
import type { Policies, Policy, PolicyRule } from "./policy";
import { policyPages } from "./policyPages";

/** What policies need of a dialect. */
interface PolicyDialect {
  readonly id: string;
  readonly secrets: {
    isSecret(setting: Setting, catalogue: Catalogue): boolean;
    shown(text: string): string;
  };
}

/** Whole files of other programs, which may bring the setting. */
const including = /\b(?:include|extends|import|require|render|partial|inherit|parse)\b|\{\{>/i;
const maxShown = 60;
const dots = "••••";

/** The policies for the files of a dialect and a phone, as checks. Where the phone is not known, those of families do not apply. */
export function policyChecks(
  policies: Policies,
  dialect: PolicyDialect,
  catalogue: Catalogue,
  device: DeviceChoice,
): readonly Check[] {
  const family = device.certainty === "stated" ? device.family : undefined;
  return policies.list
    .filter((policy) => policy.dialect === undefined || policy.dialect === dialect.id)
    .filter(({ families }) => !families || (family !== undefined && families.includes(family)))
    .flatMap((policy) => {
      const names = policy.parameters.flatMap((text) => {
        const name = nameShape(text, catalogue);
        return name ? [{ text, name }] : [];
      });
      if (names.length === 0) return [];
      if (policy.rule.kind === "required") return names.map((each) => required(policy, each, catalogue, device));
      const hidesRule = names.some(({ name }) => coversSecrets(name, catalogue));
      return [ofSettings({ ...policy, rule: policy.rule, names: names.map(({ name }) => name), hidesRule }, dialect)];
    });
}

type SettingRule = Exclude<PolicyRule, { readonly kind: "required" }>;

/** A policy that is asked of single settings. */
interface SettingPolicy extends Policy {
  readonly rule: SettingRule;
  readonly names: readonly NameShape[];
  /** The rule may be that of a secret: its value or pattern is not shown. */
  readonly hidesRule: boolean;
}

/** Some of the names are, or may be, those of secrets. */
function coversSecrets({ path, exact, example }: NameShape, catalogue: Catalogue): boolean {
  const name = exact ?? example;
  return name === undefined || isSecretElement(name, path, "x", catalogue);
}

function ofSettings(policy: SettingPolicy, { secrets }: PolicyDialect): Check {
  const { rule, names, severity, hidesRule } = policy;
  return {
    ...page(`policy/${rule.kind}`),
    examples: [],
    forName: ({ name, path }) => names.some((each) => each.has(name, path)),
    setting(setting, facts, context) {
      if (setting.templated || setting.isEmpty || follows(rule, setting.text, facts)) return;
      const isHidden = hidesRule || secrets.isSecret(setting, context.catalogue);
      const shown = (text: string) => shortened(secrets.shown(text));
      context.report({
        severity,
        message: ownMessage(policy) ?? messageOf(rule, setting, isHidden, shown),
        span: rule.kind === "forbidden" ? setting.nameSpan : setting.valueSpan,
        fixes: fixesOf(rule, setting, isHidden, shown, context),
      });
    },
  };
}

function follows(rule: SettingRule, text: string, facts: SettingFacts): boolean {
  switch (rule.kind) {
    case "forbidden":
      return false;
    case "value":
      return rule.values.some((value) => value === text || isSameChoice(value, text, facts));
    case "pattern":
      return rule.pattern.occursIn(text) === rule.isWanted;
  }
}

/** Two ways to write one choice; whether the phone takes both is another question. */
function isSameChoice(a: string, b: string, { effective, type }: SettingFacts): boolean {
  if (type === bool) return readBool(a) !== undefined && readBool(a) === readBool(b);
  return effective !== undefined && effective.options.length > 0 && a.toLowerCase() === b.toLowerCase();
}

function messageOf(
  rule: SettingRule,
  { name, text }: Setting,
  isHidden: boolean,
  shown: (text: string) => string,
): string {
  if (rule.kind === "forbidden") return l10n.t("A policy of the site forbids `{0}`. Remove it.", name);
  if (rule.kind === "value") {
    if (isHidden) return l10n.t("The value of `{0}` is not the one that a policy of the site fixes.", name);
    const values = rule.values.map((value) => `\`${shown(value)}\``).join(", ");
    return l10n.t("A policy of the site fixes the value of `{0}`, not `{1}`. Use {2}.", name, shown(text), values);
  }
  if (isHidden)
    return rule.isWanted
      ? l10n.t("The value of `{0}` does not match the pattern of a policy of the site.", name)
      : l10n.t("The value of `{0}` matches a pattern that a policy of the site forbids.", name);
  return rule.isWanted
    ? l10n.t("`{0}` does not match `{1}`, as a policy of the site asks.", shown(text), shown(rule.source))
    : l10n.t("`{0}` matches `{1}`, which a policy of the site forbids.", shown(text), shown(rule.source));
}

/** The message of a person, without a secret that the policy has. */
function ownMessage({ message, rule, hidesRule }: SettingPolicy): string | undefined {
  if (message === undefined || !hidesRule) return message;
  const words = rule.kind === "value" ? rule.values : rule.kind === "pattern" ? [rule.source] : [];
  return words.reduce((text, word) => (word === "" ? text : text.replaceAll(word, dots)), message);
}

function fixesOf(
  rule: SettingRule,
  setting: Setting,
  isHidden: boolean,
  shown: (text: string) => string,
  { write }: SettingCheckContext,
): readonly Fix[] {
  if (rule.kind === "forbidden") return [{ title: l10n.t("Remove `{0}`", setting.name), edits: write.remove(setting) }];
  if (rule.kind !== "value" || isHidden) return [];
  return rule.values.map((value) => ({
    title: l10n.t("Replace with `{0}`", shown(value)),
    edits: write.setValue(setting, value),
    ...(rule.values.length > 1 && { isGuess: true }),
  }));
}

/** One of the names must be set in each whole file. */
function required(
  policy: Policy,
  { text, name }: { readonly text: string; readonly name: NameShape },
  catalogue: Catalogue,
  device: DeviceChoice,
): Check {
  let keys: readonly string[] | undefined;
  return {
    ...page("policy/required"),
    examples: [],
    document(document, context) {
      if (document.form !== "whole") return;
      keys ??= keysOf(name, catalogue, device);
      const found = document.profiles.flatMap((profile) => settingsOf(profile, keys ?? []));
      const set = found.find(({ templated, isEmpty }) => templated || !isEmpty);
      if (set || (found.length === 0 && document.segments.some(mayInclude))) return;
      const [empty] = found;
      const place = empty ? { segment: empty.segment, span: empty.nameSpan } : startOf(document.segments);
      if (!place) return;
      report(place, context, {
        severity: policy.severity,
        message:
          policy.message ??
          (empty
            ? l10n.t("`{0}` is empty. A policy of the site requires a value.", empty.name)
            : l10n.t("`{0}` is missing. A policy of the site requires it.", text)),
      });
    },
  };
}

function report(
  { segment, span }: { readonly segment: Segment; readonly span: Span },
  context: DocumentCheckContext,
  problem: Report,
): void {
  context.report(segment, { ...problem, span });
}

/** Names with their paths that a profile is asked for. */
function keysOf({ path, exact, has }: NameShape, catalogue: Catalogue, device: DeviceChoice): readonly string[] {
  const names = exact === undefined ? catalogue.concreteNames(device, path).filter((name) => has(name, path)) : [exact];
  return path === "" ? names : names.map((name) => `${path}/${name}`);
}

/** The settings with these names that take effect. */
function settingsOf(profile: Profile, keys: readonly string[]): readonly Setting[] {
  return keys.flatMap((key) => {
    const setting = profile.inEffect(key);
    return setting && !setting.isStatus ? [setting] : [];
  });
}

const includes = new WeakMap<Segment, boolean>();

/** Some program fills in the file, perhaps with another file. */
function mayInclude(segment: Segment): boolean {
  let known = includes.get(segment);
  if (known === undefined) {
    known = segment.templates.length > 0 && including.test(segment.text);
    includes.set(segment, known);
  }
  return known;
}

/** The start tag of the first profile, or the first sign of the file. */
function startOf(segments: readonly Segment[]): { readonly segment: Segment; readonly span: Span } | undefined {
  for (const segment of segments)
    for (const tag of segment.tags)
      if (tag.role === "profile" && tag.kind === "open") return { segment, span: tag.nameSpan };
  const [segment] = segments;
  const [setting] = segment?.settings ?? [];
  return segment && { segment, span: setting?.nameSpan ?? { start: 0, end: Math.min(1, segment.text.length) } };
}

function page(code: string): SharedCheck {
  const found = policyPages.find((each) => each.code === code);
  if (!found) throw new Error(`no page for ${code}`);
  return found;
}

function shortened(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text;
}
