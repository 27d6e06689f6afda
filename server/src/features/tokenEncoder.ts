import type { SemanticTokensEdit } from "vscode-languageserver-protocol";
import type { Analyzer } from "../analysis/analyzer";
import type { SettingFacts } from "../checks/check";
import type { Segment, Setting } from "../profile/setting";
import { commonEnds } from "../text/commonEnds";
import type { Span } from "../text/span";
import { perSegment } from "./perSegment";

/** `element` is ours, so that themes go on to colour names as the grammar does; the others are common. */
export const tokenTypes = [
  "element",
  "number",
  "string",
  "keyword",
  "operator",
  "macro",
  "variable",
  "function",
  "parameter",
  "regexp",
  "comment",
  "type",
] as const;

/** Of element names: not in the catalogue; the phone ignores what is written; a password or key. */
export const tokenModifiers = ["unknown", "readonly", "secret"] as const;

const unknownBit = 1;
const readonlyBit = 2;
const secretBit = 4;

/**
 * The coloured stretches of a segment as the protocol counts them, in five numbers each: lines and characters since the
 * token before, length, type, modifiers.
 */
interface SegmentTokens {
  /** How many numbers. */
  readonly count: number;
  /** The first two, which count from the segment's start. */
  readonly firstLine: number;
  readonly firstCharacter: number;
  /** All others as JSON, each after a comma. */
  readonly rest: string;
  /** Where the last token starts. */
  readonly lastLine: number;
  readonly lastCharacter: number;
  /** Line breaks in the segment, and characters after the last one. */
  readonly lines: number;
  readonly tail: number;
}

const placeTypes = { label: "function", variable: "variable", file: "string" } as const;

const tokensOf = perSegment((segment, analyzer): SegmentTokens => {
  const encoder = new Encoder(segment.text);
  const places = analyzer.dialect.places?.inSegment(segment) ?? [];
  let next = 0;
  const addPlaces = (to: number) => {
    for (let place = places[next]; place && place.span.start < to; place = places[++next])
      encoder.add(place.span, tokenTypes.indexOf(placeTypes[place.kind]), 0);
  };
  for (const setting of segment.settings) {
    addPlaces(setting.parts.start);
    addSetting(setting, analyzer.facts(setting), encoder);
  }
  addPlaces(segment.text.length);
  return encoder.finish();
});

function addSetting(setting: Setting, facts: SettingFacts, encoder: Encoder): void {
  const { parts } = setting;
  const isName = !/[{$<#\s]/.test(setting.name);
  const modifiers = modifiersOf(facts);
  if (isName && setting.hasName) encoder.add(setting.nameSpan, 0, modifiers);
  // A value between quotes is before the end of the start tag, one between tags after it.
  addValue(setting, facts, encoder);
  const close = setting.endNameSpan;
  if (isName && close && parts.endNameEnd - parts.endNameStart === setting.name.length)
    encoder.add(close, 0, modifiers);
}

function modifiersOf({ effective }: SettingFacts): number {
  if (!effective) return unknownBit;
  const { readOnly, secret } = effective.parameter;
  return (readOnly ? readonlyBit : 0) | (secret ? secretBit : 0);
}

function addValue(setting: Setting, { effective, type }: SettingFacts, encoder: Encoder): void {
  if (!effective || !type?.tokens || setting.templated || effective.parameter.secret) return;
  const { text, value } = setting;
  if (setting.isEmpty) return;
  for (const { span, kind } of type.tokens(text, effective))
    encoder.add(value.toSource(span), tokenTypes.indexOf(kind), 0);
}

/** Counts lines while tokens come in order; what would overlap the token before is left out. */
class Encoder {
  readonly #numbers: number[] = [];
  #line = 0;
  /** Where that line starts, and how far lines were counted. */
  #lineStart = 0;
  #at = 0;
  #end = 0;
  #lastLine = 0;
  #lastCharacter = 0;

  constructor(readonly text: string) {}

  add({ start, end }: Span, type: number, modifiers: number): void {
    if (start < this.#end || end > this.text.length) return;
    this.#end = Math.max(this.#end, end);
    // A token lies in one line: one over several is several.
    let from = start;
    for (let i = start; i <= end; i++) {
      const c = this.text.charCodeAt(i);
      if (i < end && c !== 10 && c !== 13) continue;
      if (i > from) this.#push(from, i, type, modifiers);
      from = i + 1;
    }
  }

  finish(): SegmentTokens {
    this.#countTo(this.text.length);
    const [firstLine = 0, firstCharacter = 0, ...rest] = this.#numbers;
    return {
      count: this.#numbers.length,
      firstLine,
      firstCharacter,
      rest: rest.length === 0 ? "" : `,${rest.join(",")}`,
      lastLine: this.#lastLine,
      lastCharacter: this.#lastCharacter,
      lines: this.#line,
      tail: this.text.length - this.#lineStart,
    };
  }

  #push(start: number, end: number, type: number, modifiers: number): void {
    this.#countTo(start);
    const character = start - this.#lineStart;
    const lines = this.#line - this.#lastLine;
    this.#numbers.push(lines, lines === 0 ? character - this.#lastCharacter : character, end - start, type, modifiers);
    this.#lastLine = this.#line;
    this.#lastCharacter = character;
  }

  #countTo(offset: number): void {
    const { text } = this;
    for (let i = this.#at; i < offset; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) {
        this.#line++;
        this.#lineStart = i + 1;
      }
    }
    this.#at = Math.max(this.#at, offset);
  }
}

/** The tokens of a segment in an answer. */
export interface PlacedTokens {
  readonly tokens: SegmentTokens;
  /** The first two numbers, which count from the last token before the segment. */
  readonly line: number;
  readonly character: number;
}

/** Those of `segments`, which follow each other; the first starts at `line` and `character`. A step is one that is new. */
export function* tokensInSteps(
  segments: readonly Segment[],
  analyzer: Analyzer,
  line: number,
  character: number,
): Generator<void, readonly PlacedTokens[]> {
  const placed: PlacedTokens[] = [];
  let segmentLine = line;
  let segmentCharacter = character;
  let lastLine = 0;
  let lastCharacter = 0;
  for (const segment of segments) {
    const isNew = !tokensOf.has(segment, analyzer);
    const tokens = tokensOf(segment, analyzer);
    if (isNew) yield;
    if (tokens.count > 0) {
      const firstLine = segmentLine + tokens.firstLine;
      const firstCharacter = (tokens.firstLine === 0 ? segmentCharacter : 0) + tokens.firstCharacter;
      const isSameLine = firstLine === lastLine;
      placed.push({
        tokens,
        line: firstLine - lastLine,
        character: isSameLine ? firstCharacter - lastCharacter : firstCharacter,
      });
      lastLine = segmentLine + tokens.lastLine;
      lastCharacter = (tokens.lastLine === 0 ? segmentCharacter : 0) + tokens.lastCharacter;
    }
    segmentCharacter = tokens.lines === 0 ? segmentCharacter + tokens.tail : tokens.tail;
    segmentLine += tokens.lines;
  }
  return placed;
}

/** The numbers as JSON, in parts. */
export function tokenTexts(placed: readonly PlacedTokens[]): string[] {
  const parts: string[] = [];
  for (const { tokens, line, character } of placed)
    parts.push(`${parts.length === 0 ? "" : ","}${line},${character}`, tokens.rest);
  return parts;
}

export function tokenNumbers(placed: readonly PlacedTokens[]): number[] {
  return JSON.parse(`[${tokenTexts(placed).join("")}]`) as number[];
}

/** One edit of the numbers that makes `after` of `before`; undefined when they are the same. */
export function tokenDifference(
  before: readonly PlacedTokens[],
  after: readonly PlacedTokens[],
): SemanticTokensEdit | undefined {
  const isSame = (a: PlacedTokens, b: PlacedTokens) =>
    a.tokens === b.tokens && a.line === b.line && a.character === b.character;
  const segments = commonEnds(before, after, isSame);
  const old = tokenNumbers(before.slice(segments.head, before.length - segments.tail));
  const now = tokenNumbers(after.slice(segments.head, after.length - segments.tail));
  const { head, tail } = commonEnds(old, now);
  if (head === old.length && head === now.length) return undefined;
  let start = head;
  for (let i = 0; i < segments.head; i++) start += before[i]?.tokens.count ?? 0;
  return {
    start,
    deleteCount: old.length - head - tail,
    data: now.slice(head, now.length - tail),
  };
}
