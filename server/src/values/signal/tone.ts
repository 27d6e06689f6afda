import * as l10n from "@vscode/l10n";
import type { EffectiveParameter } from "../../schema/model";
import type { Problem } from "../../text/span";
import type { ValueType } from "../valueType";
import { signalSentence, signalTable } from "./describe";
import { tonesLike } from "./knownTones";
import { toneSuggestions } from "./offers";
import { signalSignature } from "./parts";
import { signalPicture } from "./picture";
import { secondsForms, shortForm } from "./rewrites";
import { isBroken, sectionTokens } from "./section";
import { shortestSignal } from "./shorten";
import { readTone, type ToneScript } from "./toneScript";

export const tone: ValueType = {
  id: "ToneScript",
  takesMarkdown: true,
  check(text, at) {
    const script = readTone(text);
    return [...script.problems, ...disconnectToneLimits(script, text, at)];
  },
  describe(text, at) {
    const script = readTone(text);
    if (isBroken(script)) return undefined;
    const { frequencies, sections } = script;
    const like = tonesLike(script, at.parameter);
    const names = like.length > 0 ? `\n\n${l10n.t("Sounds like: {0}", like.join("; "))}` : "";
    return `${signalSentence(frequencies, sections)}${names}\n\n${signalTable(frequencies, sections)}`;
  },
  picture(text, theme) {
    const script = readTone(text);
    return isBroken(script) ? undefined : signalPicture(script.frequencies, script.sections, theme);
  },
  complete: toneSuggestions,
  tokens: sectionTokens,
  signature: (text, offset) => signalSignature(text, offset, true),
  rewrites(text) {
    const script = readTone(text);
    if (isBroken(script)) return [];
    return [...secondsForms(text), ...shortForm(text, shortestSignal(script.frequencies, script.sections, text))];
  },
};

/** On some phones a disconnect tone has exactly two frequencies and one section. */
function disconnectToneLimits(
  { frequencies, sections, problems }: ToneScript,
  text: string,
  at: EffectiveParameter,
): Problem[] {
  if (at.parameter.role !== "disconnect-tone" || !at.traits?.has("short-disconnect-tone")) return [];
  if (problems.length > 0) return [];
  if (frequencies.length === 2 && sections.length === 1) return [];
  return [
    {
      code: "tone/disconnect-tone",
      severity: "warning",
      message: l10n.t("A disconnect tone must have exactly two frequencies and one section."),
      span: { start: 0, end: text.length },
    },
  ];
}
