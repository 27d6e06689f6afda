import * as l10n from "@vscode/l10n";
import type { Problem } from "../../text/span";
import type { ValueType } from "../valueType";
import { signalPicture } from "./picture";
import { isBroken, lengthProblem, type Section, SectionReader, sectionTokens, segmentAt } from "./section";
import { signalSentence, signalTable } from "./story";

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
  tellsMarkdown: true,
  check: (text) => [...readCadence(text).problems],
  describe(text) {
    const script = readCadence(text);
    if (isBroken(script)) return undefined;
    return `${signalSentence([], script.sections)}\n\n${signalTable([], script.sections)}`;
  },
  picture(text, theme) {
    const script = readCadence(text);
    return isBroken(script) ? undefined : signalPicture([], script.sections, theme);
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

const cadences: readonly { label: string; name: () => string }[] = [
  { label: "60(2/4)", name: () => l10n.t("factory ring") },
  { label: "60(.3/.2,1/.2,.3/4)", name: () => l10n.t("factory ring 2") },
  { label: "60(.8/.4,.8/4)", name: () => l10n.t("factory ring 3") },
  { label: "60(.4/.2,.3/.2,.8/4)", name: () => l10n.t("factory ring 4") },
  { label: "60(.2/.2,.2/.2,.2/.2,1/4)", name: () => l10n.t("factory ring 5") },
];
