import type { Dialect, OtherText } from "../dialects/dialect";

/** What a text is that is of none of these dialects, by the first that recognizes it; undefined when none does. */
export function otherTextOf(text: string, dialects: readonly Dialect[]): string | undefined {
  const answers = dialects.map((dialect): OtherText | undefined => dialect.otherText?.(text));
  return answers.find((answer) => answer?.isRecognized)?.words;
}
