import type { ProfileDocument } from "../profile/profileDocument";
import type { Catalogue } from "../schema/catalogue";
import type { Secrets } from "../secrets/secrets";
import type { Severity } from "../text/span";
import type { FileProblem } from "./fileProblem";
import type { Finding, ShownWords } from "./finding";

/** A problem at its place as it is reported, without its fixes. */
export interface ShownProblem extends Pick<FileProblem, "code" | "severity" | "message" | "span"> {
  readonly unnecessary?: boolean | undefined;
  readonly related?: FileProblem["related"] | undefined;
  /** The same object in the next version of the file while no more than the place is another. */
  readonly words?: ShownWords;
  /** Where its segment starts, when its line and character follow from those of that place. */
  readonly base?: number | undefined;
}

/** What is secret in a version of a file. */
export interface SecretsOfFile {
  readonly document: ProfileDocument;
  readonly catalogue: Catalogue;
  readonly secrets: Secrets;
  /** Secrets by the rules of the file. */
  readonly registerWords: readonly string[];
}

export function shownWords(
  finding: Finding,
  severity: Severity,
  { document, catalogue, secrets, registerWords }: SecretsOfFile,
): ShownWords {
  const { problem, related } = finding;
  // Secrets that a message may repeat: those near the places it is about, and of parameters that are used as such.
  const near = secrets.wordsNear(document, catalogue, related ? [finding, ...related] : [finding]);
  const words = registerWords.length === 0 ? near : [...near, ...registerWords];
  const known = finding.shown;
  if (known?.severity === severity && isSameList(known.secrets, words)) return known;
  const fresh: ShownWords = {
    severity,
    secrets: words,
    message: secrets.shownMessage(problem.message, words),
    related: related?.map(({ message }) => secrets.shownMessage(message, words)) ?? none,
  };
  finding.shown = fresh;
  return fresh;
}

const none: readonly string[] = [];

export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((word, i) => word === b[i]));
}
