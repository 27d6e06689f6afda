import type { PhoneState, Shown } from "../../../deployment/phone";
import type { DeviceSettings, SettingState } from "../../../deployment/settings";
import type { Catalogue } from "../../../schema/catalogue";
import { isSecretElement } from "../../../schema/secretName";
import { hidden } from "../../../secrets/mask";
import { evaluatedRules } from "../preview/deviceRun";
import { secretRegisters, secretTexts, withoutSecrets } from "../rules/secretPlaces";

// What may be shown of phones and of what they fetch. Any text equal to a secret is hidden wherever it is.

/** Shorter texts than this occur everywhere by chance; only their places are hidden. */
const shortest = 4;
/** Words that are no secret, even as the value of a secret parameter. */
const plain = /^(?:yes|no|true|false|none)$/i;

/** What is known of the secrets of some settings. */
interface Secrets {
  readonly registers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

type Settings = Iterable<readonly [name: string, current: SettingState]>;

/** Of settings that many phones have alike. */
const known = new WeakMap<object, Secrets>();
const ruleNames: ReadonlySet<string> = new Set(evaluatedRules.map(([name]) => name));

export function shownOf(states: readonly PhoneState[], catalogue: Catalogue): Shown {
  const found = states.map(({ settings }) => secretsOf(settings, catalogue));
  const registers = union(found.map((each) => each.registers));
  const words = union(found.map((each) => each.words));
  for (const { device } of states) {
    for (const text of Object.values(device.secrets ?? {})) if (isWord(text)) words.add(text);
    const password = device.mobility?.password;
    if (isWord(password)) words.add(password);
  }
  // The longest first: one may be part of another.
  const texts = new Map<string, string>();
  const inOrder = [...words].sort((a, b) => b.length - a.length);
  return {
    isSecret: (name, value) => value !== "" && isSecret(name, value, registers, catalogue),
    text(text) {
      // Names of files, URLs and values come again and again.
      let shown = texts.get(text);
      if (shown === undefined) {
        shown = withoutSecrets(text, registers);
        for (const word of inOrder) if (shown.includes(word)) shown = shown.split(word).join(hidden);
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

function secretsOf(settings: DeviceSettings, catalogue: Catalogue): Secrets {
  const { common, own } = settings;
  for (const name of own.keys()) if (ruleNames.has(name)) return collect(settings.entries(), new Set(), catalogue);
  let base = known.get(common);
  if (!base) {
    base = collect(common, new Set(), catalogue);
    known.set(common, base);
  }
  if (own.size === 0) return base;
  const { words } = collect(own, base.registers, catalogue);
  return { registers: base.registers, words: union([base.words, words]) };
}

function collect(settings: Settings, given: ReadonlySet<string>, catalogue: Catalogue): Secrets {
  const values: (readonly [name: string, value: string])[] = [];
  for (const [name, current] of settings)
    for (let each: SettingState | undefined = current; each; each = each.before)
      if (each.value !== undefined) values.push([name, each.value]);
  const rules = values.flatMap(([name, value]) => (ruleNames.has(name) ? [value] : []));
  const registers = secretRegisters(rules, given);
  const words = new Set<string>();
  for (const [name, value] of values)
    if (isWord(value) && isSecret(name, value, registers, catalogue)) words.add(value);
  for (const rule of rules)
    for (const text of secretTexts(rule, registers)) {
      const word = text.replace(/^"|"$/g, "");
      if (isWord(word)) words.add(word);
    }
  return { registers, words };
}

function isWord(text: string | undefined): text is string {
  return text !== undefined && text.length >= shortest && !plain.test(text);
}

function isSecret(name: string, value: string, registers: ReadonlySet<string>, catalogue: Catalogue): boolean {
  const at = name.lastIndexOf("/");
  const last = at < 0 ? name : name.slice(at + 1);
  return registers.has(name) || isSecretElement(last, at < 0 ? "" : name.slice(0, at), value, catalogue);
}
