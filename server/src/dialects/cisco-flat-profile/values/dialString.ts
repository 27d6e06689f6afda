import * as l10n from "@vscode/l10n";
import type { ValueType } from "../../../values/valueType";

// A number and what is sent after the answer: specification section 9.7. A space ends the number;
// then each comma pauses 2 s, X waits for the user, and digits are sent as DTMF.

export type DialStep =
  | { readonly dial: string }
  | { readonly pause: number }
  | { readonly wait: true }
  | { readonly send: string };

export function readDialString(text: string): DialStep[] {
  const blank = text.indexOf(" ");
  if (blank < 0) return text === "" ? [] : [{ dial: text }];
  const steps: DialStep[] = [{ dial: text.slice(0, blank) }];
  for (const match of text.slice(blank + 1).matchAll(/,+|[Xx]|[0-9*#a-dA-D]+/g)) {
    const part = match[0];
    if (part.startsWith(",")) steps.push({ pause: 2 * part.length });
    else if (/^x$/i.test(part)) steps.push({ wait: true });
    else steps.push({ send: part });
  }
  return steps;
}

export const dialString: ValueType = {
  id: "DialString",
  check: () => [],
  describe(text) {
    const steps = readDialString(text);
    if (steps.length < 2) return undefined;
    return steps
      .map((step) =>
        "dial" in step
          ? l10n.t("dial {0}", step.dial)
          : "pause" in step
            ? l10n.t("wait {0} s", step.pause)
            : "send" in step
              ? l10n.t("send {0}", step.send)
              : l10n.t("wait for the user"),
      )
      .join(", ");
  },
  tokens: (text) => (text === "" ? [] : [{ span: { start: 0, end: text.length }, kind: "number" }]),
};
