import * as l10n from "@vscode/l10n";
import { notOfType } from "./number";
import type { ValueType } from "./valueType";

// HHmm, HH:mm or HH/mm, with seconds, a sign or am and pm: specification section 9.3.

export const timeOfDay: ValueType = {
  id: "TimeOfDay",
  check(text, at) {
    const match = /^-?(\d{1,2})[:/]?(\d{2})(?:[:/](\d{2}))?(?:\s*[ap]m)?$/i.exec(text);
    if (match && Number(match[1]) <= 24 && Number(match[2]) <= 59 && Number(match[3] ?? 0) <= 59) return [];
    return [notOfType(text, at, l10n.t("`{0}` is not a valid time of day. Use a form such as `01:30`.", text))];
  },
  tokens: (text) => [{ span: { start: 0, end: text.length }, kind: "number" }],
};
