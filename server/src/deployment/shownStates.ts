import { hidden } from "../secrets/mask";
import type { Secrets } from "../secrets/secrets";
import type { PhoneState, Shown } from "./phone";

// What may be shown of phones and of what they fetch. Any text with the value of a secret in it is hidden there.

/** Shorter texts than this occur everywhere by chance; only their places are hidden. */
const shortest = 4;

export function shownOf(
  states: readonly PhoneState[],
  secrets: Secrets,
  /** By the name of a setting; asked of values that are not empty. */
  isSecretValue: (name: string, value: string) => boolean,
  more: Iterable<readonly [name: string, value: string]> = [],
): Shown {
  let words: readonly string[] | undefined;
  const texts = new Map<string, string>();
  const isSecret = (name: string, value: string) => value !== "" && isSecretValue(name, value);
  return {
    isSecret,
    text(text) {
      let shown = texts.get(text);
      if (shown === undefined) {
        words ??= [...secretWords(states, more, isSecret)].sort((a, b) => b.length - a.length);
        shown = secrets.shown(text);
        for (const word of words) if (shown.includes(word)) shown = shown.split(word).join(hidden);
        texts.set(text, shown);
      }
      return shown;
    },
  };
}

function secretWords(
  states: readonly PhoneState[],
  more: Iterable<readonly [name: string, value: string]>,
  isSecret: (name: string, value: string) => boolean,
): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value.length >= shortest && isSecret(name, value)) words.add(value);
  };
  for (const [name, value] of more) add(name, value);
  for (const { settings, device } of states) {
    for (const [name, value] of Object.entries(device.settings ?? {})) add(name, value);
    for (const name of settings.names()) for (const value of settings.valuesOf(name)) add(name, value);
  }
  return words;
}
