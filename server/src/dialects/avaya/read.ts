import { lastOne } from "../../profile/profile";
import { ProfileDocument } from "../../profile/profileDocument";
import { type SectionTag, type Segment, Setting, type ValueReading } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { detached } from "../../text/detached";
import { MappedText } from "../../text/mappedText";
import type { TextSource } from "../../text/piecedText";
import type { Span } from "../../text/span";
import type { TextChange } from "../../text/textChange";
import { type Draft, readLine } from "./lines";
import type { Statement } from "./statement";

/** Characters of a segment, after which it ends with its line. */
const segmentLength = 4096;
const maxSegmentLength = 65_536;

/** A part of a file, with the statements in it. */
export interface AvayaSegment extends Segment {
  readonly statements: readonly Statement[];
  /** Blanks before what would be a statement without them. */
  readonly indents: readonly Span[];
}

/** Values may have double quotes around them; nothing is escaped. */
const reading: ValueReading = {
  decode(text, start, end) {
    const isQuoted = end - start >= 2 && text[start] === '"' && text[end - 1] === '"';
    return isQuoted
      ? MappedText.verbatim(text.slice(start + 1, end - 1), start + 1)
      : MappedText.verbatim(text.slice(start, end), start);
  },
  isEmpty: (text) => text === "",
};

export function read(
  source: TextSource,
  catalogue: Catalogue,
  previous?: ProfileDocument,
  change?: TextChange,
): ProfileDocument {
  const text = source.toString();
  const old = (previous?.segments ?? []) as readonly AvayaSegment[];
  const starts = previous?.starts ?? [];
  // A line that is joined with the one before it belongs to the segment of that one.
  const first = previous && change ? Math.max(0, previous.indexAt(change.start) - 1) : 0;
  const segments = old.slice(0, first);
  let at = starts[first] ?? 0;
  let next = first;
  while (at < text.length) {
    if (change && at >= change.newEnd) {
      const oldAt = at - (change.newEnd - change.oldEnd);
      while (next < old.length && ((starts[next] ?? 0) < oldAt || (starts[next] ?? 0) < change.oldEnd)) next++;
      if (old[next] && starts[next] === oldAt) {
        segments.push(...old.slice(next));
        break;
      }
    }
    const segment = readSegment(text, at, catalogue);
    segments.push(segment);
    at += segment.text.length;
  }
  return new ProfileDocument("whole", segments, text.length, lastOne, previous, true);
}

export function indentsOf(segment: Segment): readonly Span[] {
  return (segment as AvayaSegment).indents;
}

/** The statements of a segment that this dialect read. */
export function statementsOf(segment: Segment): readonly Statement[] {
  return (segment as AvayaSegment).statements;
}

function readSegment(text: string, start: number, catalogue: Catalogue): AvayaSegment {
  const draft: Draft = { statements: [], problems: [], comments: [], templates: [], indents: [], empty: undefined };
  let at = start;
  // A setting without a value is read together with the next line.
  while (at < text.length && (at - start < segmentLength || (draft.empty && at - start < maxSegmentLength))) {
    const end = lineEnd(text, at);
    readLine(text.slice(at, end), at - start, catalogue, draft);
    at = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
  }
  const settings: Setting[] = [];
  const statements: Statement[] = [];
  const tags: SectionTag[] = [];
  const { problems, comments, templates, indents } = draft;
  const segment: AvayaSegment = {
    ...{ text: detached(text.slice(start, at)), settings, problems, comments, tags, templates },
    ...{ after: undefined, lookahead: 0, statements, indents },
  };
  for (const each of draft.statements) {
    if (each.kind === "label") {
      const { span, label } = each;
      tags.push({ name: label.text, path: "", role: "section", kind: "heading", span, nameSpan: label.span });
    }
    if (!("parts" in each)) {
      statements.push(each);
      continue;
    }
    const { parts, ...rest } = each;
    const setting = new Setting(segment, parts, reading);
    settings.push(setting);
    statements.push({ ...rest, setting });
  }
  return segment;
}

function lineEnd(text: string, from: number): number {
  const found = text.slice(from, from + segmentLength).search(/[\r\n]/);
  if (found >= 0) return from + found;
  const far = /[\r\n]/g;
  far.lastIndex = from;
  return far.exec(text)?.index ?? text.length;
}
