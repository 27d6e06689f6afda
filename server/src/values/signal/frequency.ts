import * as l10n from "@vscode/l10n";
import type { Problem } from "../../text/span";
import type { ValueType } from "../valueType";
import { frequencyTable, signalSentence } from "./describe";
import { frequencySignature } from "./parts";
import type { Frequency } from "./script";
import { cutting, maxSegments, sectionTokens } from "./section";
import { lengthProblem } from "./shorten";

// FreqScript = comp { "," comp } ; comp = hz "@" level : specification section 2.2.
// `400*33@-19` (a carrier with a modulation, seen in real profiles) is accepted.

interface FrequencyScript {
  readonly frequencies: readonly Frequency[];
  readonly problems: readonly Problem[];
}

const component = /^(\d{1,5})(?:\*\d{1,5})?\s*@\s*([+-]?\d{1,3})(?:\.(\d+))?$/;
/** What people write for the comma between two frequencies. */
const otherComma =
  /[ \t]*(?:&(?:amp;)?|%2[BbCc]|[+|/])[ \t]*(?=\d{2,5}(?:\*\d{1,5})?@)|[ \t]+(?=\d{2,5}(?:\*\d{1,5})?@)/g;

/** Reads components up to `end`. */
export function readFrequencies(text: string, end = text.length): FrequencyScript {
  const frequencies: Frequency[] = [];
  const problems: Problem[] = [];
  let start = 0;
  const body = text.slice(0, end);
  for (const part of body.split(",")) {
    const lead = part.length - part.trimStart().length;
    const item = part.trim();
    const span = { start: start + lead, end: start + lead + item.length };
    start += part.length + 1;
    const match = component.exec(item);
    if (!match) {
      const cured = item.replace(/%40/g, "@").replace(otherComma, ",");
      const isCured = cured !== item && cured.split(",").every((one) => component.test(one.trim()));
      const fixes = isCured
        ? { fixes: [{ title: l10n.t("Replace with `{0}`", cured), edits: [{ span, text: cured }] }] }
        : {};
      problems.push({
        ...fixes,
        code: "frequency/syntax",
        severity: "error",
        message: isCured
          ? l10n.t("Join frequencies with `,` and write `@` before each level. Did you mean `{0}`?", cured)
          : item.includes("@")
            ? l10n.t("Expected a whole number of hertz, `@` and a level in dBm, such as `440@-19`.")
            : l10n.t("Missing level. `440@-19` means 440 Hz at -19 dBm."),
        span: item === "" ? { start: Math.max(0, span.start - 1), end: Math.max(span.start, Math.min(1, end)) } : span,
      });
      continue;
    }
    const decimals = match[3] ?? "";
    if (decimals.length > 1) {
      const further = { start: span.end - decimals.length + 1, end: span.end };
      problems.push({
        code: "frequency/decimals",
        severity: "error",
        message: l10n.t("Too many decimals. A level has at most one."),
        span: further,
        fixes: [cutting(l10n.t("Remove the extra decimals"), further)],
      });
    }
    frequencies.push({
      hz: Number(match[1]),
      dbm: Number(`${match[2]}${decimals === "" ? "" : `.${decimals}`}`),
      span,
    });
  }
  const [sixth, seventh] = frequencies.slice(maxSegments - 1);
  if (seventh) {
    problems.push({
      code: "frequency/too-many",
      severity: "error",
      message: l10n.t("Too many frequencies. Use at most six."),
      span: { start: seventh.span.start, end },
      ...(sixth && { fixes: [cutting(l10n.t("Keep the first six frequencies"), { start: sixth.span.end, end })] }),
    });
  }
  return { frequencies, problems };
}

export const frequency: ValueType = {
  id: "FreqScript",
  check: (text) => [...readFrequencies(text).problems, ...lengthProblem(text, "frequency")],
  takesMarkdown: true,
  describe(text) {
    const { frequencies, problems } = readFrequencies(text);
    return problems.length > 0 ? undefined : `${signalSentence(frequencies, [])}\n\n${frequencyTable(frequencies)}`;
  },
  tokens: sectionTokens,
  signature: frequencySignature,
};
