import type { ProfileDocument } from "../profile/profileDocument";
import { type Segment, SegmentMemo } from "../profile/setting";
import { isSameNear, nearNumbers } from "../secrets/nearWords";
import { type Problem, type Severity, type Span, shift } from "../text/span";
import type { FileProblem } from "./fileProblem";
import type { Finding, ShownWords } from "./finding";
import { isSameList, type SecretsOfFile, type ShownProblem, shownWords } from "./shownProblem";

/** One problem at its place: an object of few words, as an edit makes those after it anew. */
export class PlacedProblem implements ShownProblem {
  constructor(
    readonly finding: Finding,
    readonly words: ShownWords,
    /** Where its segment starts. */
    readonly from: number,
    readonly related: FileProblem["related"] | undefined,
    readonly isInside: boolean,
  ) {}

  get problem(): Problem {
    return this.finding.problem;
  }

  get code(): string {
    return this.problem.code;
  }

  get severity(): Severity {
    return this.words.severity;
  }

  get message(): string {
    return this.words.message;
  }

  get start(): number {
    return this.from + this.problem.span.start;
  }

  get end(): number {
    return this.from + this.problem.span.end;
  }

  get span(): Span {
    return shift(this.problem.span, this.from);
  }

  get base(): number | undefined {
    return this.isInside ? this.from : undefined;
  }

  get once(): boolean {
    return this.problem.once ?? false;
  }

  get unnecessary(): boolean {
    return this.problem.unnecessary ?? false;
  }

  movedTo(from: number): PlacedProblem {
    return new PlacedProblem(this.finding, this.words, from, this.related, this.isInside);
  }
}

type Severities = Readonly<Record<string, Severity | "off">>;

/** The problems of a segment, in its order, and what they depend on. */
interface Kept {
  readonly findings: readonly Finding[];
  readonly severities: Severities;
  readonly registerWords: readonly string[];
  readonly near: readonly number[];
  readonly start: number;
  readonly placed: readonly PlacedProblem[];
}

const kept = new SegmentMemo<Kept>();

/** Puts the problems of one version of a file at their places; those of segments that are as they were are the same ones. */
export class Placing {
  constructor(
    readonly document: ProfileDocument,
    readonly severities: Severities,
    readonly secrets: SecretsOfFile,
  ) {}

  /** Those of one segment: everything that was found in it. */
  inSegment(index: number, findings: readonly Finding[]): readonly PlacedProblem[] {
    const { document, severities } = this;
    const { registerWords } = this.secrets;
    const segment = document.segments[index] as Segment;
    const start = document.starts[index] as number;
    const known = kept.get(segment);
    const isKnown =
      known?.findings === findings &&
      known.severities === severities &&
      isSameList(known.registerWords, registerWords) &&
      isSameNear(document, index, known.near);
    if (isKnown && known.start === start) return known.placed;
    const placed = isKnown ? known.placed.map((each) => each.movedTo(start)) : inOrder(this.all(findings));
    // What is about other places depends on more.
    const isAlone = isKnown || findings.every(({ related, problem: { span } }) => !related && isIn(span, segment));
    if (!isAlone) return placed;
    const near = isKnown ? known.near : nearNumbers(document, index);
    kept.set(segment, { findings, severities, registerWords, near, start, placed });
    return placed;
  }

  all(findings: readonly Finding[]): readonly PlacedProblem[] {
    const { document } = this;
    const placed: PlacedProblem[] = [];
    for (const finding of findings) {
      const words = this.words(finding);
      if (!words) continue;
      const { segment, problem } = finding;
      const related = finding.related?.map(({ segment, span }, i) => ({
        message: words.related[i] ?? "",
        span: document.inFile(segment, span),
      }));
      // What the end of a line is may depend on what follows, and places of others move on their own.
      const isInside = !related && isIn(problem.span, segment) && !segment.text.endsWith("\r");
      placed.push(new PlacedProblem(finding, words, document.startOf(segment), related, isInside));
    }
    return placed;
  }

  /** Undefined for a problem that is not reported. */
  words(finding: Finding): ShownWords | undefined {
    const { code, severity } = finding.problem;
    const chosen = Object.hasOwn(this.severities, code) ? (this.severities[code] as Severity | "off") : severity;
    return chosen === "off" ? undefined : shownWords(finding, chosen, this.secrets);
  }
}

const isIn = ({ start, end }: Span, { text }: Segment): boolean => start >= 0 && end <= text.length;

/** By place, then by code; sorts only what is not in order. */
export function inOrder(placed: readonly PlacedProblem[]): readonly PlacedProblem[] {
  for (let i = 1; i < placed.length; i++)
    if (compare(placed[i] as PlacedProblem, placed[i - 1] as PlacedProblem) < 0) return [...placed].sort(compare);
  return placed;
}

function compare(a: PlacedProblem, b: PlacedProblem): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1);
}
