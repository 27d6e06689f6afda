import * as l10n from "@vscode/l10n";
import type { Fix, Problem } from "../../text/span";
import type { Frequency, Section } from "./script";

// The same sound in fewer characters. Times are whole milliseconds here: scripts have no finer ones.

/** Characters that a phone takes: specification section 2. */
const limit = 127;

interface PlainSegment {
  readonly on: number;
  readonly off: number;
  /** Numbers of the frequencies as they are written; empty for silence, undefined in a cadence. */
  readonly used: readonly number[] | undefined;
}

interface PlainSection {
  readonly length: number;
  readonly segments: readonly PlainSegment[];
}

/** A script that sounds the same. Only for scripts without problems. */
export function shortestSignal(frequencies: readonly Frequency[], sections: readonly Section[], text: string): string {
  const plain = joinedSections(sections);
  const used = new Set(plain.flatMap(({ segments }) => segments.flatMap((segment) => segment.used ?? [])));
  const kept = frequencies.filter((_, i) => used.has(i + 1));
  const heard = kept.length > 0 ? kept : frequencies.slice(0, 1);
  const numbers = new Map(heard.map((frequency, i) => [frequencies.indexOf(frequency) + 1, i + 1]));
  const head = heard.map(({ span, dbm }) => `${pitchOf(text.slice(span.start, span.end))}@${dbm}`).join(",");
  const body = plain.map((section) => printSection(section, numbers)).join(";");
  return head === "" ? body : `${head};${body}`;
}

/** `440` or `400*33`, without zeros before it. */
function pitchOf(component: string): string {
  return (component.split("@")[0] ?? "").replace(/\s/g, "").replace(/(^|\*)0+(?=\d)/g, "$1");
}

/** Sections that sound the same, with fewer segments where that can be. */
export function joinedSections(sections: readonly Section[]): readonly PlainSection[] {
  const joined: PlainSection[] = [];
  for (const section of sections) {
    const length = milliseconds(section.length.seconds);
    const segments = joinedSegments(section, length);
    const before = joined.at(-1);
    if (before && goesOn(before, segments)) joined.splice(-1, 1, { ...before, length: before.length + length });
    else joined.push({ length, segments });
    if (length === Number.POSITIVE_INFINITY) break; // nothing comes after it
  }
  return joined;
}

/** The next section plays the same from its beginning, which is where this one has got to. */
function goesOn({ length, segments }: PlainSection, next: readonly PlainSegment[]): boolean {
  const isSteady = segments.length === 1 && segments[0]?.on === Number.POSITIVE_INFINITY;
  const period = segments.reduce((sum, { on, off }) => sum + on + off, 0);
  return isAlike(segments, next) && (isSteady || (period > 0 && length % period === 0));
}

function joinedSegments({ segments }: Section, length: number): readonly PlainSegment[] {
  const joined: PlainSegment[] = [];
  for (const segment of segments) {
    const next = plainSegment(segment);
    const last = joined.at(-1);
    if (last && next.on === 0) joined.splice(-1, 1, { ...last, off: last.off + next.off });
    else if (last && last.off === 0 && isSameMixture(last, next))
      joined.splice(-1, 1, { ...next, on: last.on + next.on });
    else joined.push(next);
    if (next.on + next.off === Number.POSITIVE_INFINITY) break;
  }
  const [first] = joined;
  const sounding = joined.filter(({ on, off }) => on + off > 0);
  if (!first || sounding.length === 0) return joined.slice(0, 1);
  if (first.on >= length && length > 0) return [{ ...first, on: Number.POSITIVE_INFINITY, off: 0 }];
  return period(sounding);
}

/** Silence is off, whatever the script calls it. */
function plainSegment({ on, off, frequencies }: Section["segments"][number]): PlainSegment {
  const used = frequencies?.map(({ index }) => index);
  const [onTime, offTime] = [milliseconds(on.seconds), milliseconds(off.seconds)];
  return used?.length === 0 ? { on: 0, off: onTime + offTime, used } : { on: onTime, off: offTime, used };
}

/** Segments are played over and over, so a list of repeats is as good as its first part. */
function period(segments: readonly PlainSegment[]): readonly PlainSegment[] {
  for (let size = 1; size < segments.length; size++) {
    if (segments.length % size !== 0) continue;
    const part = segments.slice(0, size);
    if (segments.every((segment, i) => isAlike([segment], segments.slice(i % size, (i % size) + 1)))) return part;
  }
  return segments;
}

function isAlike(some: readonly PlainSegment[], others: readonly PlainSegment[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i];
      return other !== undefined && one.on === other.on && one.off === other.off && isSameMixture(one, other);
    })
  );
}

function isSameMixture(one: PlainSegment, other: PlainSegment): boolean {
  return one.used?.join() === other.used?.join();
}

export function printSection(
  { length, segments }: PlainSection,
  numbers: ReadonlyMap<number, number> = new Map(),
): string {
  const printed = segments.map(({ on, off, used }) => {
    const times = `${printTime(on)}/${printTime(off)}`;
    if (used === undefined) return times;
    return `${times}/${used.length === 0 ? "0" : used.map((index) => numbers.get(index) ?? index).join("+")}`;
  });
  return `${printTime(length)}(${printed.join(",")})`;
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** `.25`, `2`, `*`. */
export function printTime(ms: number): string {
  return ms === Number.POSITIVE_INFINITY ? "*" : String(ms / 1000).replace(/^0(?=\.)/, "");
}

/**
 * Phones take 127 characters. Spaces and superfluous zeros can go at once; where that is not enough and the script can
 * be read, `shortest` is another way to write it.
 */
export function lengthProblem(
  text: string,
  area: "cadence" | "tone" | "frequency",
  shortest?: () => string,
): Problem[] {
  if (text.length <= limit) return [];
  const bare = text
    .replace(/\s+/g, "")
    .replace(/(\.\d*?)0+(?!\d)/g, "$1")
    .replace(/\.(?!\d)/g, "")
    .replace(/(^|[^\d.@+-])0+(?=\.\d|\d)/g, "$1");
  const shorter = bare.length <= limit ? bare : (shortest?.() ?? bare);
  return [
    {
      code: `${area}/over-length`,
      severity: "error",
      message: l10n.t("Too long: {0} of {1} characters. The phone rejects the script.", text.length, limit),
      span: { start: limit, end: text.length },
      ...(shorter.length <= limit && { fixes: [shortening({ start: 0, end: text.length }, shorter)] }),
    },
  ];
}

export function shortening(span: Fix["edits"][number]["span"], text: string): Fix {
  return { title: l10n.t("Shorten without changing the sound"), safe: true, edits: [{ span, text }] };
}
