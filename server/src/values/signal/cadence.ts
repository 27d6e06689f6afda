import * as l10n from "@vscode/l10n";
import type { Problem } from "../../text/span";
import type { ValueType } from "../valueType";
import { signalSentence, signalTable } from "./describe";
import { cadenceSuggestions } from "./offers";
import { signalSignature } from "./parts";
import { signalPicture } from "./picture";
import { secondsForms, shortForm } from "./rewrites";
import type { Section } from "./script";
import { isBroken, SectionReader, sectionTokens, segmentAt } from "./section";
import { lengthProblem, shortestSignal } from "./shorten";

// CadScript = section [ ";" section ] : specification section 2.1.

interface CadenceScript {
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}

export function readCadence(text: string): CadenceScript {
  const reader = new SectionReader(text, 0, false, "cadence");
  const sections = reader.sections();
  const isRead = reader.problems.length === 0;
  const shortest = isRead ? () => shortestSignal([], sections, text) : undefined;
  const problems = [...reader.problems, ...lengthProblem(text, "cadence", shortest)];
  if (sections.length === 0 && problems.length === 0) {
    problems.push({
      code: "cadence/syntax",
      severity: "error",
      message: l10n.t("Expected a cadence, such as `60(2/4)`."),
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
  takesMarkdown: true,
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
  complete: (text, offset) => cadenceSuggestions(text, offset),
  tokens: sectionTokens,
  signature: (text, offset) => signalSignature(text, offset, false),
  rewrites(text) {
    const script = readCadence(text);
    return isBroken(script)
      ? []
      : [...secondsForms(text), ...shortForm(text, shortestSignal([], script.sections, text))];
  },
};
