import * as l10n from "@vscode/l10n";
import type { EffectiveParameter, Range } from "../schema/model";
import type { Problem } from "../text/span";
import { limitFix } from "./limitFix";

// Numbers of specification section 2: decimal, or hexadecimal with 0x; a sign where the type is signed.

interface NumberRead {
  /** Undefined if the text is not a number. */
  readonly value: number | undefined;
  readonly hex: boolean;
}

/** Reads a whole number; `signed` allows `+` and `-`. */
export function readWhole(text: string, signed: boolean): NumberRead {
  const match = /^([+-]?)(?:0[xX]([0-9a-fA-F]{1,12})|(\d{1,15}))$/.exec(text);
  if (!match || (match[1] && !signed)) return { value: undefined, hex: false };
  const size = match[2] !== undefined ? Number.parseInt(match[2], 16) : Number(match[3]);
  return { value: match[1] === "-" ? -size : size, hex: match[2] !== undefined };
}

/** Reads a decimal with an optional sign; `.5` and `5.` are legal. */
export function readDecimal(text: string): { value: number; decimals: number } | undefined {
  const match = /^([+-]?)(\d{0,12})(?:\.(\d{0,12}))?$/.exec(text);
  if (!match || ((match[2] ?? "") === "" && (match[3] ?? "") === "")) return undefined;
  return { value: Number(`${match[1]}${match[2] || "0"}.${match[3] || "0"}`), decimals: match[3]?.length ?? 0 };
}

/** Cuts decimals beyond `places` off, as phones do. */
export function cut(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.trunc(Number((value * scale).toFixed(6))) / scale;
}

export function whole(text: string): { start: number; end: number } {
  return { start: 0, end: text.length };
}

/** The severity depends on where the type comes from. */
export function notOfType(text: string, at: EffectiveParameter, message: string): Problem {
  return {
    code: "value/not-of-type",
    severity: at.parameter.typeBasis === "documented" ? "warning" : "hint",
    message,
    span: whole(text),
  };
}

/** A number outside the ranges of the catalogue. */
export function checkRange(text: string, value: number, at: EffectiveParameter): Problem[] {
  if (at.ranges.length === 0 || at.ranges.some((range) => within(value, range))) return [];
  // Some parameters keep a word of their own for "off".
  if (at.default !== undefined && at.default === text) return [];
  const documented = at.parameter.rangeBasis === "documented";
  return [
    {
      code: "value/out-of-range",
      severity: documented ? "warning" : "hint",
      message: outsideText(text, value, at.ranges),
      span: whole(text),
      ...limitFix(whole(text), nearestIn(value, at.ranges)),
    },
  ];
}

function nearestIn(value: number, ranges: readonly Range[]): number {
  const limits = ranges.flatMap(({ min, max }) => [min, max]).filter((limit) => limit !== undefined);
  return limits.reduce((best, limit) => (Math.abs(limit - value) < Math.abs(best - value) ? limit : best));
}

function within(value: number, { min, max }: Range): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

function outsideText(text: string, value: number, ranges: readonly Range[]): string {
  const allowed = ranges.map(rangeText).join(", ");
  const [only, another] = ranges;
  if (another || !only)
    return l10n.t("`{0}` is out of range. Use {1}. The phone uses its default or the nearest limit.", text, allowed);
  return only.max !== undefined && value > only.max
    ? l10n.t("`{0}` is too high. Use {1}. The phone uses its default or the nearest limit.", text, allowed)
    : l10n.t("`{0}` is too low. Use {1}. The phone uses its default or the nearest limit.", text, allowed);
}

function rangeText({ min, max }: Range): string {
  if (max === undefined) return l10n.t("{0} or more", min ?? "");
  return min === undefined ? l10n.t("{0} or less", max) : l10n.t("{0} to {1}", min, max);
}
