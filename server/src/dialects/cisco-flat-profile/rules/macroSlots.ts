import type { MacroValues } from "./macro";

// Macros of a profile's rules by number, so that one phone after the other fills the same places.

/** Signs that may change how a rule is read, as bits. */
export const sign = { quote: 1, blank: 2, bar: 4, closing: 8, other: 16 } as const;

export class MacroSlots {
  readonly names: string[] = [];
  /** By number; undefined if the phone has no value. */
  readonly values: (string | undefined)[] = [];
  /** The signs that each value contains. */
  readonly signs: number[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.#numbers.set(name, number);
      this.names.push(name);
      this.values.push(undefined);
      this.signs.push(0);
    }
    return number;
  }

  set(number: number, value: string | undefined): void {
    if (this.values[number] === value) return;
    this.values[number] = value;
    this.signs[number] = value === undefined ? 0 : signsOf(value);
  }

  fill({ macros, secrets = {} }: MacroValues): void {
    for (const [number, name] of this.names.entries()) {
      const table = isBracketed(name) ? secrets : macros;
      this.set(number, Object.hasOwn(table, name) ? table[name] : undefined);
    }
  }
}

/** GPP_SA to GPP_SD are valid inside `[ … ]` only. */
export function isBracketed(name: string): boolean {
  return name.length === 2 && name[0] === "S" && name >= "SA" && name <= "SD";
}

const signByCode: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const c = String.fromCharCode(code);
  if (c === '"') return sign.quote;
  if (c === "|") return sign.bar;
  if (c === "]") return sign.closing;
  if (/\s/.test(c)) return sign.blank;
  return "=<>!&()[#?;".includes(c) ? sign.other : 0;
});

function signsOf(value: string): number {
  let signs = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 128) signs |= signByCode[code] as number;
    // Some blanks lie beyond ASCII.
    else if (/\s/.test(value[at] as string)) signs |= sign.blank;
  }
  return signs;
}
