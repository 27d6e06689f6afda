import * as l10n from "@vscode/l10n";
import type { Problem } from "../../text/span";
import type { ValueToken, ValueType } from "../valueType";
import { lengthProblem, type Section, SectionReader, seconds, segmentAt, totalLength } from "./section";

// CadScript = section [ ";" section ] : specification section 2.1.

export interface CadenceScript {
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}

export function readCadence(text: string): CadenceScript {
  const reader = new SectionReader(text, 0, false, "cadence");
  const sections = reader.sections();
  const problems = [...reader.problems, ...lengthProblem(text, "cadence")];
  if (sections.length === 0 && problems.length === 0) {
    problems.push({
      code: "cadence/syntax",
      severity: "error",
      message: l10n.t("a cadence is expected, such as 60(2/4)"),
      span: { start: 0, end: text.length },
    });
  }
  return { sections, problems };
}

/** Whether the signal is on `t` seconds after its start; undefined when it is over. */
export function cadenceAt(script: CadenceScript, t: number): boolean | undefined {
  return segmentAt(script.sections, t)?.on;
}

export const cadence: ValueType = {
  id: "CadScript",
  check: (text) => [...readCadence(text).problems],
  describe(text) {
    const { sections, problems } = readCadence(text);
    return problems.some((p) => p.severity === "error") ? undefined : describeSections(sections);
  },
  complete: (text) =>
    cadences.map(({ label, name }) => ({
      label,
      kind: "snippet" as const,
      detail: name(),
      replace: { start: 0, end: text.length },
    })),
  tokens: sectionTokens,
};

/** One line for each section, in words. */
export function describeSections(sections: readonly Section[]): string {
  const lines = sections.map((section) => {
    const segments = section.segments.map((s) => {
      const tones =
        s.frequencies === undefined
          ? ""
          : s.frequencies.length === 0
            ? l10n.t(" (silence)")
            : l10n.t(" with {0}", s.frequencies.map((f) => f.index).join("+"));
      return s.off.seconds === 0
        ? l10n.t("on {0}{1}", seconds(s.on.seconds), tones)
        : l10n.t("on {0}{1}, off {2}", seconds(s.on.seconds), tones, seconds(s.off.seconds));
    });
    return `- ${l10n.t("{0}: {1}", seconds(section.length.seconds), segments.join("; "))}`;
  });
  return `${lines.join("\n")}\n\n${l10n.t("Total length: {0}", seconds(totalLength(sections)))}`;
}

const cadences: readonly { label: string; name: () => string }[] = [
  { label: "60(2/4)", name: () => l10n.t("factory ring") },
  { label: "60(.3/.2,1/.2,.3/4)", name: () => l10n.t("factory ring 2") },
  { label: "60(.8/.4,.8/4)", name: () => l10n.t("factory ring 3") },
  { label: "60(.4/.2,.3/.2,.8/4)", name: () => l10n.t("factory ring 4") },
  { label: "60(.2/.2,.2/.2,.2/.2,1/4)", name: () => l10n.t("factory ring 5") },
];

export function sectionTokens(text: string): ValueToken[] {
  return [...text.matchAll(/[\d.]+|[*@/+(),;]/g)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    kind: /[\d.]/.test(match[0]) ? ("number" as const) : ("operator" as const),
  }));
}
