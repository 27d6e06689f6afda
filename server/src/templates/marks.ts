import { MappedText, type Piece } from "../text/mappedText";
import { sameLength } from "../text/sameLength";
import type { Span } from "../text/span";
import type { Part } from "./parts";

// Engines do not say what they made of what. So the template is rendered a second time with marks: before each line of
// its text, and before each value. The marks are private characters that engines carry into the result, where
// they say which part of the template begins.

const [open, close] = ["\ue0f0", "\ue0f1"];
const zero = 0xe0e0;
const mark = /\ue0f0([\ue0e0-\ue0ef]+)\ue0f1/g;
const markHere = /\ue0f0([\ue0e0-\ue0ef]+)\ue0f1/y;
const any = /[\ue0e0-\ue0f1]/;

/** A place in a part that has a mark. */
export interface MarkedPlace {
  readonly part: number;
  readonly offset: number;
}

export interface Marked {
  readonly text: string;
  readonly places: readonly MarkedPlace[];
}

/** The parts joined for the engine, with marks where these cannot change what it does. */
export function marked(parts: readonly Part[]): Marked {
  const places: MarkedPlace[] = [];
  let text = "";
  const add = (part: number, offset: number) => {
    text += `${open}${digits(places.length)}${close}`;
    places.push({ part, offset });
  };
  for (const [i, part] of parts.entries()) {
    // Space before a tag may be trimmed, and a tag that is alone on its line takes the line away: neither has a mark.
    if (part.kind === "text") {
      let from = 0;
      for (const { index } of part.text.matchAll(/^[^\S\n]*(?=\S)/gm)) {
        const at = index + (/^\s*/.exec(part.text.slice(index))?.[0].length ?? 0);
        text += part.text.slice(from, at);
        add(i, at);
        from = at;
      }
      text += part.text.slice(from);
      continue;
    }
    if (part.kind === "value" && !part.text.startsWith("{{-")) add(i, 0);
    text += part.text;
  }
  return { text, places };
}

export function unmarked(text: string): string {
  return text.replace(mark, "");
}

export function hasMarks(text: string): boolean {
  return any.test(text);
}

/** The last place that a mark in `text` names. */
export function lastPlace(text: string, { places }: Marked): MarkedPlace | undefined {
  const at = text.lastIndexOf(open);
  if (at < 0) return undefined;
  markHere.lastIndex = at;
  return places[numberOf(markHere.exec(text)?.[1] ?? "")];
}

/** What a marked result came from; undefined when its text is not `plain`. */
export function mapped(
  result: string,
  plain: string,
  parts: readonly Part[],
  { places }: Marked,
): MappedText | undefined {
  const pieces: Piece[] = [];
  let place: MarkedPlace | undefined;
  let at = 0;
  for (const found of result.matchAll(mark)) {
    pieces.push(...piecesOf(result.slice(at, found.index), place, parts));
    place = places[numberOf(found[1] as string)];
    at = found.index + found[0].length;
  }
  pieces.push(...piecesOf(result.slice(at), place, parts));
  const text = new MappedText(
    pieces.length > 0 ? pieces : [{ text: "", source: { start: 0, end: 0 }, verbatim: true }],
  );
  return text.text === plain ? text : undefined;
}

/** What lies between two marks: the text of the part as far as it is the same, then what tags made. */
function piecesOf(text: string, place: MarkedPlace | undefined, parts: readonly Part[]): readonly Piece[] {
  if (text === "") return [];
  const index = place?.part ?? 0;
  const part = parts[index];
  if (!part) return [{ text, source: { start: 0, end: 0 }, verbatim: false }];
  if (part.kind !== "text") return [made(text, part.source)];
  const offset = place?.offset ?? 0;
  const same = part.from === undefined ? sameLength(text, 0, part.text, offset) : 0;
  const start = part.source.start + offset;
  const pieces: Piece[] = [];
  if (same > 0) pieces.push({ text: text.slice(0, same), source: { start, end: start + same }, verbatim: true });
  if (same < text.length) pieces.push(made(text.slice(same), sourceAfter(parts, index)));
  return pieces;
}

function made(text: string, source: Span): Piece {
  return { text, source, verbatim: false };
}

/** The next value of the template, or where the part is from. */
function sourceAfter(parts: readonly Part[], index: number): Span {
  const part = parts[index] as Part;
  if (part.from !== undefined) return part.source;
  for (let i = index + 1; i < parts.length; i++) {
    const next = parts[i] as Part;
    if (next.kind === "value") return next.source;
    if (next.kind === "text" && next.text.trim() !== "") break;
  }
  return parts[index + 1]?.source ?? part.source;
}

/**
 * The same without marks: lines of the result that the template has, too, in their order, and others as made by what
 * is between them.
 */
export function mappedByLines(result: string, template: string): MappedText {
  const lines = linesOf(template);
  const places = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const key = line.text.trim();
    if (key === "") continue;
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  let next = 0;
  const pieces = linesOf(result).map(({ text }): Piece => {
    const key = text.trim();
    const known = places.get(key) ?? [];
    const index = known.find((i) => i >= next) ?? known.at(-1);
    const line = lines[index ?? Math.min(next, lines.length - 1)];
    const start = line?.start ?? 0;
    const source = { start, end: start + (line?.text.trimEnd().length ?? 0) };
    if (index === undefined || line?.text !== text) return made(text, source);
    next = index + 1;
    return { text, source: { start, end: start + text.length }, verbatim: true };
  });
  return new MappedText(pieces.length > 0 ? pieces : [made("", { start: 0, end: 0 })]);
}

/** With their ends. */
function linesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map(({ 0: line, index }) => ({ text: line, start: index }));
}

function digits(number: number): string {
  return [...number.toString(16)].map((digit) => String.fromCharCode(zero + Number.parseInt(digit, 16))).join("");
}

function numberOf(word: string): number {
  let number = 0;
  for (let i = 0; i < word.length; i++) number = number * 16 + word.charCodeAt(i) - zero;
  return number;
}
