import { quotedValue } from "../../lines/quotedValue";
import { eachLine, readLines } from "../../lines/read";
import { lastOne } from "../../profile/profile";
import { type SectionTag, type Segment, type Setting, SettingOfParts } from "../../profile/setting";
import type { Catalogue } from "../../schema/catalogue";
import { detached } from "../../text/detached";
import type { Span } from "../../text/span";
import { type Draft, readLine } from "./lines";
import type { Statement } from "./statement";

/** A part of a file, with the statements in it. */
interface AvayaSegment extends Segment {
  /** Lines do not depend on those before them, but for a value on the next line, which is in the same segment. */
  readonly after: undefined;
  readonly statements: readonly Statement[];
  /** Blanks before what would be a statement without them. */
  readonly indents: readonly Span[];
}

export const read = readLines({ startState: () => undefined, isSameState: () => true, inEffect: lastOne, readSegment });

export function indentsOf(segment: Segment): readonly Span[] {
  return (segment as AvayaSegment).indents;
}

/** The statements of a segment that this dialect read. */
export function statementsOf(segment: Segment): readonly Statement[] {
  return (segment as AvayaSegment).statements;
}

function readSegment(text: string, _before: undefined, catalogue: Catalogue): AvayaSegment {
  const draft: Draft = { statements: [], problems: [], comments: [], templates: [], indents: [], empty: undefined };
  const end = eachLine(
    text,
    (line, at) => readLine(line, at, catalogue, draft),
    () => draft.empty !== undefined,
  );
  const settings: Setting[] = [];
  const statements: Statement[] = [];
  const tags: SectionTag[] = [];
  const { problems, comments, templates, indents } = draft;
  const segment: AvayaSegment = {
    ...{ text: detached(text.slice(0, end)), settings, problems, comments, tags, templates },
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
    const { kind, span, keyword, parts, value } = each;
    const setting = new SettingOfParts(segment, parts, quotedValue);
    settings.push(setting);
    statements.push({ kind, span, keyword, setting, value });
  }
  return segment;
}
