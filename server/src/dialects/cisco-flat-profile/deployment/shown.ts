import type { PhoneState, Shown } from "../../../deployment/phone";
import type { SettingState } from "../../../deployment/settings";
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

export function shownOf(states: readonly PhoneState[], catalogue: Catalogue): Shown {
  const values = new Map<string, Set<string>>();
  for (const { settings } of states)
    for (const [name, current] of settings.entries())
      for (let each: SettingState | undefined = current; each; each = each.before) {
        if (each.value === undefined) continue;
        const known = values.get(name);
        if (known) known.add(each.value);
        else values.set(name, new Set([each.value]));
      }
  const rules = evaluatedRules.flatMap(([name]) => [...(values.get(name) ?? [])]);
  const registers = secretRegisters(rules);
  const isSecret = (name: string, value: string) => {
    const at = name.lastIndexOf("/");
    const last = name.slice(at + 1);
    return registers.has(name) || isSecretElement(last, at < 0 ? "" : name.slice(0, at), value, catalogue);
  };
  const words = new Set<string>();
  const add = (text: string | undefined) => {
    if (text !== undefined && text.length >= shortest && !plain.test(text)) words.add(text);
  };
  for (const [name, texts] of values) for (const text of texts) if (isSecret(name, text)) add(text);
  for (const rule of rules) for (const text of secretTexts(rule, registers)) add(text.replace(/^"|"$/g, ""));
  for (const { device } of states) {
    for (const text of Object.values(device.secrets ?? {})) add(text);
    add(device.mobility?.password);
  }
  // The longest first: one may be part of another.
  const inOrder = [...words].sort((a, b) => b.length - a.length);
  return {
    isSecret: (name, value) => value !== "" && isSecret(name, value),
    text(text) {
      let shown = withoutSecrets(text, registers);
      for (const word of inOrder) if (shown.includes(word)) shown = shown.split(word).join(hidden);
      return shown;
    },
  };
}
