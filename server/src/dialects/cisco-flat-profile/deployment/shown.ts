import { Pairs } from "../../../deployment/pairs";
import type { PhoneState, Shown } from "../../../deployment/phone";
import {
  type DeviceSettings,
  type Recipe,
  type SettingState,
  valuesOf,
  type Written,
} from "../../../deployment/settings";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { hidden } from "../../../secrets/mask";
import { evaluatedRules } from "../preview/deviceRun";
import { findMacros } from "../rules/macro";
import {
  isSecretMacro,
  parameterOfMacro,
  secretRegisters,
  typedSecretPlaces,
  withoutSecrets,
} from "../rules/secretPlaces";

// What may be shown of phones and of what they fetch. Any text equal to a secret is hidden wherever it is.

/** Shorter texts than this occur everywhere by chance; only their places are hidden. */
const shortest = 4;
/** Words that are no secret, even as the value of a secret parameter. */
const plain = /^(?:yes|no|true|false|none)$/i;

/** What is known of the secrets of some settings. */
interface Secrets {
  readonly registers: ReadonlySet<string>;
  readonly rules: readonly string[];
  readonly words: ReadonlySet<string>;
}

type Settings = Iterable<readonly [name: string, current: SettingState]>;
type NamedValues = readonly (readonly [name: string, value: string])[];
type Values = Iterable<readonly [name: string, value: string]>;

/** Of settings that many phones have alike. */
const known = new WeakMap<object, Secrets>();
const ruleNames: ReadonlySet<string> = new Set(evaluatedRules.map(([name]) => name));

/** What is shown is worked out when something is shown of it. */
export function shownOf(states: readonly PhoneState[], catalogue: Catalogue, more: Values = []): Shown {
  let found: Shown | undefined;
  const get = () => {
    found ??= shownNow(states, catalogue, [...more]);
    return found;
  };
  return {
    isSecret: (name, value) => get().isSecret(name, value),
    text: (text) => get().text(text),
  };
}

function shownNow(states: readonly PhoneState[], catalogue: Catalogue, more: NamedValues): Shown {
  const common = new Set<Secrets>();
  const own = new Set<string>();
  for (const { settings } of states) {
    const { base, words } = secretsOf(settings, catalogue);
    common.add(base);
    for (const each of words) for (const word of each) own.add(word);
  }
  if (more.length > 0) common.add(secretsIn(more, catalogue));
  const all = together([...common], catalogue);
  for (const { device } of states) {
    for (const text of Object.values(device.secrets ?? {})) if (isWord(text)) own.add(text);
    const password = device.mobility?.password;
    if (password === undefined) continue;
    if (isWord(password)) own.add(password);
    addParts(all.rules, all.registers, own, (name) => (name === "MPWD" ? [password] : []));
  }
  if (own.size === 0) return all;
  const words = [...own];
  let whole: Shown | undefined;
  const masked = (text: string) => {
    whole ??= masking(all.registers, union([all.words, own]), catalogue);
    return whole.text(text);
  };
  return {
    isSecret: all.isSecret,
    text: (text) => (words.some((word) => text.includes(word)) ? masked(text) : all.text(text)),
  };
}

interface Together extends Secrets, Shown {}

/** By the first of the secrets, and what they are together: many phones have the same. */
const joint = new WeakMap<Secrets, { readonly all: readonly Secrets[]; readonly found: Together }[]>();
/** Combinations that are remembered of one. */
const maxJoint = 20;

function together(all: readonly Secrets[], catalogue: Catalogue): Together {
  const [first] = all;
  const known = (first && joint.get(first)) ?? [];
  const same = known.find((each) => each.all.length === all.length && each.all.every((one, i) => one === all[i]));
  if (same) return same.found;
  const registers = union(all.map((each) => each.registers));
  const words = union(all.map((each) => each.words));
  const rules = all.flatMap((each) => each.rules);
  const found = { rules, registers, words, ...masking(registers, words, catalogue) };
  if (first) joint.set(first, [{ all, found }, ...known.slice(0, maxJoint - 1)]);
  return found;
}

/** Texts whose masking is remembered. */
const maxTexts = 5000;

function masking(registers: ReadonlySet<string>, words: ReadonlySet<string>, catalogue: Catalogue): Shown {
  // Names of files, URLs and values come again and again.
  const texts = new Map<string, string>();
  // The longest first: one may be part of another.
  const inOrder = [...words].sort((a, b) => b.length - a.length);
  return {
    isSecret: (name, value) => value !== "" && isSecret(name, value, registers, catalogue),
    text(text) {
      let shown = texts.get(text);
      if (shown === undefined) {
        shown = /^[\w.-]*$/.test(text) ? text : withoutSecrets(text, registers);
        for (const word of inOrder) if (shown.includes(word)) shown = shown.split(word).join(hidden);
        if (texts.size >= maxTexts) texts.clear();
        texts.set(text, shown);
      }
      return shown;
    },
  };
}

function union<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  const all = new Set<T>();
  for (const set of sets) for (const each of set) all.add(each);
  return all;
}

/** Secrets that other devices have as well, and words of this one. */
interface DeviceSecrets {
  readonly base: Secrets;
  readonly words: readonly ReadonlySet<string>[];
}

function secretsOf(settings: DeviceSettings, catalogue: Catalogue): DeviceSecrets {
  if (settings.keepsHistory) return { base: secretsEver(settings, catalogue), words: [] };
  const { common } = settings;
  const { own, apart } = settings.parts;
  if (hasRule(own.keys()) || apart.some(hasRules))
    return { base: secretsIn(valuesIn(settings.entries()), catalogue), words: [] };
  let base = known.get(common);
  if (!base) {
    base = secretsIn(valuesIn(common), catalogue);
    known.set(common, base);
  }
  const words = apart.map((recipe) => wordsIn(recipe, base as Secrets, catalogue));
  if (own.size > 0) words.push(wordsOf(valuesIn(own), base, catalogue));
  return { base, words };
}

function hasRule(names: Iterable<string>): boolean {
  for (const name of names) if (ruleNames.has(name)) return true;
  return false;
}

const withRules = new WeakMap<object, boolean>();

function hasRules({ shape, byName }: Recipe<Written>): boolean {
  if (!shape) return hasRule(byName.keys());
  let answer = withRules.get(shape);
  if (answer === undefined) {
    answer = hasRule(byName.keys());
    withRules.set(shape, answer);
  }
  return answer;
}

const knownIn = new Pairs<object, Secrets, ReadonlySet<string>>();

/** Secrets in a file that is apart. */
function wordsIn(recipe: Recipe<Written>, base: Secrets, catalogue: Catalogue): ReadonlySet<string> {
  const found = knownIn.get(recipe, base);
  if (found) return found;
  // Whatever wins, each of its values may be a secret.
  const values = secretChanges(recipe, base, catalogue).map(({ name, text }) => [name, text] as const);
  return knownIn.set(recipe, base, values.length === 0 ? noWords : wordsOf(values, base, catalogue));
}

const noWords: ReadonlySet<string> = new Set();

/** Secrets among values of which none is a rule. */
function wordsOf(
  values: NamedValues,
  { rules, registers }: Pick<Secrets, "registers" | "rules">,
  catalogue: Catalogue,
): Set<string> {
  const words = new Set<string>();
  for (const [name, value] of values)
    if (isWord(value) && isSecret(name, value, registers, catalogue)) words.add(value);
  addParts(rules, registers, words, (macro) => {
    const parameter = parameterOfMacro(macro);
    return values.flatMap(([name, value]) => (name === parameter ? [value] : []));
  });
  return words;
}

const secretNames = new Pairs<object, Secrets, readonly string[]>();

/** The changes that may be of secrets. */
function secretChanges(recipe: Recipe<Written>, base: Secrets, catalogue: Catalogue): readonly Written[] {
  const { shape, byName } = recipe;
  if (!shape) return recipe.changes;
  const isOne = saying(base, catalogue);
  const names = secretNames.get(shape, base) ?? secretNames.set(shape, base, [...byName.keys()].filter(isOne));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** Whether a setting of a name may have a secret. */
function saying({ rules, registers }: Pick<Secrets, "registers" | "rules">, catalogue: Catalogue) {
  const isInserted = rules.some(hasPart) ? isRegister : () => false;
  // Some names are of secrets only with certain texts; this one is of no other use.
  return (name: string) => isSecret(name, "\u0001", registers, catalogue) || isInserted(name);
}

/** A rule may take a part of a secret: `$(SA:0:6)`. */
function hasPart(rule: string): boolean {
  return rule.includes("$(");
}

/** Rules can insert a part of it. */
function isRegister(name: string): boolean {
  return /^(?:GPP_|User_ID_)/.test(name);
}

function valuesIn(settings: Settings): NamedValues {
  return [...settings].flatMap(([name, current]) => valuesOf(current).map((value) => [name, value] as const));
}

function secretsIn(values: NamedValues, catalogue: Catalogue): Secrets {
  const rules = values.flatMap(([name, value]) => (ruleNames.has(name) ? [value] : []));
  const registers = secretRegisters(rules);
  return secretsOfRules(rules, registers, wordsOf(values, { rules, registers }, catalogue));
}

/** The same of all values that settings have and had: few names can have secrets. */
function secretsEver(settings: DeviceSettings, catalogue: Catalogue): Secrets {
  const rules = [...ruleNames].flatMap((name) => settings.valuesOf(name));
  const registers = secretRegisters(rules);
  const maySay = saying({ rules, registers }, catalogue);
  const values: (readonly [name: string, value: string])[] = [];
  for (const name of settings.names())
    if (maySay(name)) for (const value of settings.valuesOf(name)) values.push([name, value]);
  return secretsOfRules(rules, registers, wordsOf(values, { rules, registers }, catalogue));
}

function secretsOfRules(rules: readonly string[], registers: ReadonlySet<string>, words: Set<string>): Secrets {
  for (const rule of rules)
    for (const { start, end, isUser } of typedSecretPlaces(rule, registers)) {
      // `prov` as a user must not hide a part of `provision`.
      if (isUser) continue;
      const word = rule.slice(start, end).replace(/^"|"$/g, "");
      if (isWord(word)) words.add(word);
    }
  return { registers, rules, words };
}

/** What rules take of secrets. */
function addParts(
  rules: readonly string[],
  registers: ReadonlySet<string>,
  words: Set<string>,
  valuesOf: (macro: string) => readonly string[],
): void {
  for (const rule of rules.filter(hasPart))
    for (const { name, from, length } of findMacros(rule)) {
      if (from === undefined || !isSecretMacro(name, registers)) continue;
      for (const value of valuesOf(name)) {
        const part = value.slice(from, length === undefined ? undefined : from + length);
        if (isWord(part)) words.add(part);
      }
    }
}

function isWord(text: string | undefined): text is string {
  return text !== undefined && text.length >= shortest && !plain.test(text);
}

function isSecret(name: string, value: string, registers: ReadonlySet<string>, catalogue: Catalogue): boolean {
  const at = name.lastIndexOf("/");
  const last = at < 0 ? name : name.slice(at + 1);
  return registers.has(name) || isSecretElement(last, at < 0 ? "" : name.slice(0, at), value, catalogue);
}
