import type { Catalogue } from "../../schema/catalogue";
import { familyOf } from "../../schema/identity";

// Numbers of programmable keys: 1 and on at the phone, 301 and on at the first key module, 401 and on at the second. With
// the shift key the same keys have a second level, 1000 higher. Keys above 4000 are fixed ones.

const firstModule = 300;
const moduleStep = 100;
const shifted = 1000;
export const fixedKeys = 4000;

/** A run of keys. */
export interface KeyRun {
  /** 0 is the phone itself. */
  readonly unit: number;
  readonly level: 1 | 2;
  readonly first: number;
  readonly last: number;
}

/** The keys of a model; undefined where their number is not known. */
export function keysOf(model: string | undefined, catalogue: Catalogue): readonly KeyRun[] | undefined {
  const found = model === undefined ? undefined : familyOf({ model }, catalogue)?.model;
  const { lineKeys, kemUnits = 0, kemKeysPerUnit = 0 } = found ?? {};
  if (lineKeys === undefined) return undefined;
  const units = [lineKeys, ...Array.from({ length: kemUnits }, () => kemKeysPerUnit)];
  return ([1, 2] as const).flatMap((level) =>
    units.map((count, unit) => {
      const base = (unit === 0 ? 0 : firstModule + (unit - 1) * moduleStep) + (level === 2 ? shifted : 0);
      return { unit, level, first: base + 1, last: base + count };
    }),
  );
}

interface KeyPlace {
  /** 0 is the phone itself. */
  readonly unit: number;
  readonly level: 1 | 2;
  /** Counted from 1 in its unit. */
  readonly key: number;
}

const maxModules = 2;

/** Undefined for a number that no key has, and for fixed keys. */
export function keyPlace(number: number): KeyPlace | undefined {
  if (!Number.isInteger(number) || number < 1 || number > fixedKeys) return undefined;
  const level = number > shifted ? 2 : 1;
  const plain = level === 2 ? number - shifted : number;
  const unit = plain > firstModule ? Math.floor((plain - firstModule) / moduleStep) + 1 : 0;
  const key = unit === 0 ? plain : (plain - firstModule) % moduleStep;
  return unit > maxModules || key === 0 ? undefined : { unit, level, key };
}

/** `1–6, 1001–1006` */
export function runsInWords(runs: readonly KeyRun[]): string {
  return runs.map(({ first, last }) => `${first}–${last}`).join(", ");
}

/** Items that a function needs, by its number. */
export const companions: Readonly<Record<string, string>> = {
  "1": "select-dial",
  "14": "key-deflect-destination",
  "30": "repertory-dial",
  "31": "line-sip-uri",
  "58": "stimulus-feature-code",
  "59": "stimulus-led-control-uri",
  "60": "FPK-app-name",
};

export const functionItem = "function-key-def";
export const labelItems: readonly string[] = ["key-label-unicode", "key-label"];

/** Items that mean nothing without the number of a key. */
export const keyItems: readonly string[] = [functionItem, ...labelItems];
