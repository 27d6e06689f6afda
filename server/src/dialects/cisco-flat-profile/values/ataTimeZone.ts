import * as l10n from "@vscode/l10n";
import { notOfType } from "../../../values/number";
import type { ValueType } from "../../../values/valueType";

/** Router clock zone: offset in hours and two numbers. The guide prints the words of the web page: `(GMT-08:00) …`. */
export const ataTimeZone: ValueType = {
  id: "AtaTimeZone",
  check(text, at) {
    return /^\(GMT/i.test(text) ||
      /^[+-]?\d{1,2}(?:\.\d{1,2})? \d{1,2} \d{1,2}$/.test(text) ||
      at.options.includes(text)
      ? []
      : [
          {
            ...notOfType(
              text,
              at,
              l10n.t(
                "`{0}` is not a valid time zone of the router. Use an offset and two numbers, such as `-08 1 1`.",
                text,
              ),
            ),
            severity: "info",
          },
        ];
  },
};
