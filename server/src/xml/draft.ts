import { type Comment, type Segment, type Setting, SettingOfParts, type ValueReading } from "../profile/setting";
import { detached, interned } from "../text/detached";
import type { Problem, Span } from "../text/span";
import type { ContainerTag, ElementParts } from "./element";
import { PlainSetting } from "./plainSetting";
import type { OpenElement, ReaderState } from "./readerState";
import type { Attribute } from "./tagEnd";

/** A segment while it is read: all offsets count from the start of the file. */
export interface Draft {
  readonly start: number;
  readonly settings: ElementParts[];
  readonly problems: Problem[];
  readonly comments: Comment[];
  readonly tags: ContainerTag[];
  readonly templates: number[];
  lookahead: number;
}

export function newDraft(start: number): Draft {
  return { start, settings: [], problems: [], comments: [], tags: [], templates: [], lookahead: 0 };
}

/** Where an element begins or ends that contains others. */
export function containerTag(
  { name, path, role }: Pick<OpenElement, "name" | "path" | "role">,
  kind: "open" | "close",
  span: Span,
  nameSpan: Span,
): ContainerTag {
  return { name, path: path || name, inside: path, role, kind, span, nameSpan };
}

/** The finished segment, with offsets of its own. */
export function finish(text: string, end: number, draft: Draft, after: ReaderState, reading: ValueReading): Segment {
  const { start } = draft;
  const settings: Setting[] = [];
  const segment: Segment = {
    text: detached(text.slice(start, end)),
    settings,
    problems: draft.problems.map((problem) => moveProblem(problem, -start)),
    comments: draft.comments.map((comment) => ({
      text: detached(comment.text),
      textStart: comment.textStart - start,
      span: move(comment.span, -start),
    })),
    tags: draft.tags.map((tag) => ({ ...tag, span: move(tag.span, -start), nameSpan: move(tag.nameSpan, -start) })),
    templates: draft.templates.map((end) => end - start),
    after,
    lookahead: Math.max(0, draft.lookahead - end),
    memo: undefined,
  };
  for (let i = 0; i < draft.settings.length; i++) {
    const parts = draft.settings[i] as ElementParts;
    if (parts instanceof PlainSetting) {
      parts.finish(segment, start);
      settings.push(parts);
    } else settings.push(new SettingOfParts(segment, moveParts(parts, segment.text, start), reading));
  }
  return segment;
}

function move<T extends { start: number; end: number }>(span: T, by: number): { start: number; end: number } {
  return { start: span.start + by, end: span.end + by };
}

/** Fixes repeat names of the text: as copies, they do not keep all of it. */
function moveProblem(problem: Problem, by: number): Problem {
  const moved = { ...problem, span: move(problem.span, by) };
  if (!problem.fixes) return moved;
  const fixes = problem.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span, by), text: detached(edit.text) })),
  }));
  return { ...moved, fixes };
}

/** The same parts counted from the segment, with strings cut from its text rather than from the file's. */
function moveParts(parts: ElementParts, text: string, start: number): ElementParts {
  return {
    name: interned(parts.name),
    path: parts.path,
    form: parts.form,
    start: parts.start - start,
    end: parts.end - start,
    nameStart: parts.nameStart - start,
    nameEnd: parts.nameEnd - start,
    openEnd: parts.openEnd - start,
    valueStart: parts.valueStart - start,
    valueEnd: parts.valueEnd - start,
    endNameStart: parts.endNameStart < 0 ? -1 : parts.endNameStart - start,
    endNameEnd: parts.endNameEnd < 0 ? -1 : parts.endNameEnd - start,
    attributes:
      parts.attributes.length === 0 ? parts.attributes : parts.attributes.map((a) => moveAttribute(a, text, start)),
    templated: parts.templated,
  };
}

function moveAttribute(attribute: Attribute, text: string, start: number): Attribute {
  const nameSpan = move(attribute.nameSpan, -start);
  const valueSpan = move(attribute.valueSpan, -start);
  return {
    name: text.slice(nameSpan.start, nameSpan.end),
    nameSpan,
    value: attribute.value === undefined ? undefined : text.slice(valueSpan.start, valueSpan.end),
    valueSpan,
    span: move(attribute.span, -start),
  };
}
