import { Pairs } from "../deployment/pairs";
import type { Phone, PhoneState } from "../deployment/phone";
import { isSame } from "../deployment/sameSetting";
import type { SettingState } from "../deployment/settings";

// Which settings of two states of one device may differ. What many devices have alike is compared once.

type Common = ReadonlyMap<string, SettingState>;

const known = new Pairs<Common, Common, readonly string[]>();

/** Names whose entries differ in any way; the values may still mean the same. */
export function differingNames(a: PhoneState, b: PhoneState): ReadonlySet<string> {
  const found = new Set<string>();
  if (a.settings === b.settings) return found;
  const [one, other] = [a.settings, b.settings];
  const check = (name: string) => {
    if (!isSame(one.get(name), other.get(name))) found.add(name);
  };
  for (const name of commonDifferences(one.common, other.common)) check(name);
  // Files that are apart on both sides give the same on both.
  const [mine, others] = [one.parts, other.parts];
  const isSameApart =
    mine.apart.length === others.apart.length && mine.apart.every((recipe, i) => recipe === others.apart[i]);
  for (const name of (isSameApart ? mine.own : one.own).keys()) check(name);
  for (const name of (isSameApart ? others.own : other.own).keys()) check(name);
  return found;
}

function commonDifferences(a: Common, b: Common): readonly string[] {
  if (a === b) return [];
  const names = known.get(a, b);
  if (names) return names;
  const all = new Set([...a.keys(), ...b.keys()]);
  return known.set(
    a,
    b,
    [...all].filter((name) => !isSame(a.get(name), b.get(name))),
  );
}

/** The two states have values that do not mean the same; an unknown value differs from every other. */
export function isOtherValue(phone: Phone, name: string, a: PhoneState, b: PhoneState): boolean {
  const [one, other] = [phone.valueOf(a, name), phone.valueOf(b, name)];
  if (one === undefined || other === undefined) return one !== other;
  return one !== other && !phone.isSameValue(name, one, other, b.device);
}
