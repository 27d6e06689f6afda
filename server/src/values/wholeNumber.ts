import type { EffectiveParameter } from "../schema/model";
import { durationInWords } from "./duration";
import { whole } from "./number";
import { offerDefault } from "./offerDefault";
import type { ValueType } from "./valueType";

/** Seconds of a unit. */
const seconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400 };

/** Seconds from which a hint is shown. */
const minHint = 90;

/** What types of whole numbers have in common; what is wrong, and what a device does then, differs by system. */
export const wholeNumberParts = {
  /** A time in words. */
  describe(text, at) {
    const time = secondsOf(text, at);
    return time ? durationInWords(time) : undefined;
  },
  hint(text, at) {
    const time = secondsOf(text, at);
    return time !== undefined && time >= minHint ? durationInWords(time) : undefined;
  },
  complete: offerDefault,
  tokens: (text) => [{ span: whole(text), kind: "number" }],
} satisfies Partial<ValueType>;

/** Undefined where the unit of the parameter is not one of time. */
function secondsOf(text: string, { parameter }: EffectiveParameter): number | undefined {
  const unit = parameter.unit ?? "";
  const factor = Object.hasOwn(seconds, unit) ? seconds[unit] : undefined;
  return factor !== undefined && /^\d{1,9}$/.test(text) ? Number(text) * factor : undefined;
}
