import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../schema/model";
import { durationInWords } from "./duration";
import { limitFix } from "./limitFix";
import { checkRange, notOfType, readWhole, whole } from "./number";
import type { ValueType } from "./valueType";

// Uns<n> and Sig<n> of specification section 2: decimal or hexadecimal, must fit n bits.

function integer(id: string, signed: boolean): ValueType {
  return {
    id,
    check(text, at) {
      const { value } = readWhole(text, signed);
      if (value === undefined) {
        // `12dB`, `30 s`: a unit that the web page shows.
        if (/^[+-]?\d+ ?[a-zA-Z%]{1,4}$/.test(text))
          return [{ ...notOfType(text, at, withUnit(text)), severity: "hint" }];
        return [
          notOfType(
            text,
            at,
            signed
              ? l10n.t("`{0}` is not a valid whole number.", text)
              : l10n.t("`{0}` is not a valid whole number. It cannot have a sign.", text),
          ),
        ];
      }
      const [low, high] = limits(at, signed);
      if (value < low || value > high) {
        return [
          {
            code: "value/out-of-range",
            severity: "warning",
            message:
              value > high
                ? l10n.t("`{0}` is too high. Use {1} to {2}.", text, low, high)
                : l10n.t("`{0}` is too low. Use {1} to {2}.", text, low, high),
            span: whole(text),
            ...limitFix(whole(text), value > high ? high : low),
          },
        ];
      }
      return checkRange(text, value, at);
    },
    describe(text, at) {
      const { value, hex } = readWhole(text, signed);
      if (value === undefined) return undefined;
      if (hex) return l10n.t("Decimal: {0}", value);
      return isSeconds(at) && value >= 60 ? durationInWords(value) : undefined;
    },
    hint(text, at) {
      const { value } = readWhole(text, signed);
      return value !== undefined && isSeconds(at) && value >= 90 ? durationInWords(value) : undefined;
    },
    tokens: (text) => [{ span: whole(text), kind: "number" }],
  };
}

function withUnit(text: string): string {
  return l10n.t("`{0}` has a unit. Use the number alone.", text);
}

function limits(at: EffectiveParameter, signed: boolean): [number, number] {
  const bits = at.argument ?? 32;
  return signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
}

function isSeconds(at: EffectiveParameter): boolean {
  return /^(?:s|sec|second|seconds)$/i.test(at.parameter.unit ?? "");
}

export const unsigned = integer("Uns", false);
export const signed = integer("Sig", true);
