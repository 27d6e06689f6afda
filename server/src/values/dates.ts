import * as l10n from "@vscode/l10n";
import { daysOfMonth } from "./calendar";
import { notOfType } from "./number";
import type { ValueType } from "./valueType";

// Specification section 9.3: mm/dd[/yy|yyyy] and [-]HH/mm.

export const date: ValueType = {
  id: "Date",
  check(text, at) {
    const match = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(text);
    const month = Number(match?.[1]);
    const good =
      match !== null &&
      month >= 1 &&
      month <= 12 &&
      Number(match[2]) >= 1 &&
      Number(match[2]) <= (daysOfMonth[month - 1] ?? 0);
    return good
      ? []
      : [notOfType(text, at, l10n.t("`{0}` is not a valid date. Use month/day or month/day/year.", text))];
  },
};

export const timeOffset: ValueType = {
  id: "TimeOffset",
  check(text, at) {
    const match = /^[+-]?(\d{1,2})[/:](\d{1,2})$/.exec(text);
    const good = match !== null && Number(match[1]) <= 24 && Number(match[2]) <= 59;
    return good
      ? []
      : [notOfType(text, at, l10n.t("`{0}` is not a valid offset. Use hours/minutes, such as `-00/30`.", text))];
  },
  describe(text) {
    const match = /^([+-]?)(\d{1,2})[/:](\d{1,2})$/.exec(text);
    return match
      ? match[1] === "-"
        ? l10n.t("{0} h {1} min earlier", Number(match[2]), Number(match[3]))
        : l10n.t("{0} h {1} min later", Number(match[2]), Number(match[3]))
      : undefined;
  },
};
