import type { Dialect, OtherText } from "../dialects/dialect";

/** The kind of a text that belongs to none of these dialects, by the first that recognizes it; undefined if none does. */
export function otherTextOf(text: string, dialects: readonly Dialect[]): string | undefined {
  const answers = dialects.map((dialect): OtherText | undefined => dialect.otherText?.(text));
  return answers.find((answer) => answer?.isRecognized)?.words;
}
