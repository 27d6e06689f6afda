/** The verbs of the command line, as the help lists them. */
export const verbNames = [
  "check",
  "format",
  "find",
  "set",
  "explain",
  "learn",
  "encrypt",
  "decrypt",
  "inspect",
  "preview",
  "fleet",
  "resolve",
  "plan",
  "drift",
  "updates",
  "replace",
  "rollout",
  "render",
  "convert",
  "option",
  "gate",
  "tone",
  "dial",
  "completion",
  "lsp",
] as const;

export type VerbName = (typeof verbNames)[number];

export function isVerbName(word: unknown): word is VerbName {
  return (verbNames as readonly unknown[]).includes(word);
}
