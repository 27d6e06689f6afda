/** The keys that a plan can name, in the order of their bits. */
export const keys = "0123456789*#+ABCD";

/** A set of keys as bits. */
export type KeySet = number;

export const digits: KeySet = 0x3ff;
/** What `x` matches on phones where it means any key. */
export const anyKey: KeySet = 0xfff;

export function keyBit(key: string): KeySet {
  const index = keys.indexOf(key);
  return index < 0 || key === "" ? 0 : 1 << index;
}

/** The first key of a set; an example number is made of them. */
export function firstKey(set: KeySet): string {
  for (let i = 0; i < keys.length; i++) if (set & (1 << i)) return keys[i] ?? "";
  return "";
}

export function keysOf(set: KeySet): string[] {
  return [...keys].filter((_, i) => set & (1 << i));
}
