import { perDocument } from "../profile/perDocument";
import type { ProfileDocument } from "../profile/profileDocument";
import { type Segment, SegmentMemo } from "../profile/setting";
import type { TextSource } from "../text/piecedText";
import type { Span } from "../text/span";

// Comment directives: flat-profile-disable [codes], flat-profile-enable [codes],
// flat-profile-disable-next-line [codes], flat-profile-device family=… model=… firmware=…

interface Directive {
  readonly verb: "disable" | "enable" | "disable-next-line" | "device";
  /** Codes, or `key=value` words of a device directive. */
  readonly words: readonly string[];
  /** The comment, counted from its segment. */
  readonly span: Span;
}

const form = /^\s*flat-profile-(disable-next-line|disable|enable|device)\b([\s\S]*)$/;
/** With quotes around values that have spaces, such as some models. */
const word = /(?:"[^"]*"|'[^']*'|[^\s,])+/g;
const ofSegment = new SegmentMemo<readonly Directive[]>();
const none: readonly Directive[] = [];

export function directivesOf(segment: Segment): readonly Directive[] {
  if (segment.comments.length === 0) return none;
  let directives = ofSegment.get(segment);
  if (!directives) {
    directives = read(segment);
    ofSegment.set(segment, directives);
  }
  return directives;
}

function read(segment: Segment): readonly Directive[] {
  const found: Directive[] = [];
  for (const comment of segment.comments) {
    const match = form.exec(comment.text);
    if (!match) continue;
    const words = [...(match[2] ?? "").matchAll(word)].map(([found]) => found.replace(/(["'])([^"']*)\1/g, "$2"));
    found.push({ verb: match[1] as Directive["verb"], words, span: comment.span });
  }
  return found.length === 0 ? none : found;
}

/** A directive, and where its segment starts. */
interface Placed {
  readonly directive: Directive;
  readonly base: number;
}

/** All directives of a file, first to last. */
export const directivesIn = perDocument(({ segments, starts }): readonly Placed[] => {
  const found: Placed[] = [];
  for (let i = 0; i < segments.length; i++) {
    const directives = directivesOf(segments[i] as Segment);
    for (let j = 0; j < directives.length; j++)
      found.push({ directive: directives[j] as Directive, base: starts[i] as number });
  }
  return found;
});

/** Whether a text may name a device from `offset` on. */
export function statesDevice(text: string, offset: number): boolean {
  return text.includes("flat-profile-device", offset);
}

/** For which codes and where problems are suppressed; undefined for nowhere. */
export function suppressions(
  document: ProfileDocument,
  text: TextSource,
): ((code: string, offset: number) => boolean) | undefined {
  const ranges: { codes: readonly string[]; start: number; end: number }[] = [];
  for (const { directive, base } of directivesIn(document)) {
    const { verb, words, span } = directive;
    const start = base + span.start;
    const end = base + span.end;
    if (verb === "disable") ranges.push({ codes: words, start, end: document.length });
    else if (verb === "disable-next-line") ranges.push({ codes: words, ...nextLine(text, end) });
    else if (verb === "enable") {
      for (const range of ranges) if (range.end === document.length && sameCodes(range.codes, words)) range.end = start;
    }
  }
  if (ranges.length === 0) return undefined;
  return (code, offset) =>
    ranges.some(
      (r) => offset >= r.start && offset <= r.end && (r.codes.length === 0 || r.codes.some((c) => covers(c, code))),
    );
}

/** `xml` covers every code of that area. */
function covers(word: string, code: string): boolean {
  return word === code || code.startsWith(`${word}/`);
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return b.length === 0 || a.every((code) => b.includes(code));
}

function nextLine(text: TextSource, from: number): Span {
  const end = lineBreak(text, from);
  const start = Math.min(end + (text.slice(end, end + 2) === "\r\n" ? 2 : 1), text.length);
  return { start, end: lineBreak(text, start) };
}

function lineBreak(text: TextSource, from: number): number {
  for (let at = from; at < text.length; at += 4096) {
    const found = text.slice(at, at + 4096).search(/[\r\n]/);
    if (found >= 0) return at + found;
  }
  return text.length;
}
