import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import type { Segment, Setting } from "../profile/setting";
import type { Catalogue } from "../schema/catalogue";
import type { Position } from "../text/lineIndex";
import { shift } from "../text/span";
import type { LineCursor } from "./lineCursor";
import { detailOf } from "./settingDetail";

// Symbols of settings as JSON. An answer has thousands of them, which an edit leaves as they are: those of a segment are
// kept as one text, of which an answer takes stretches.

/** The symbols of the settings of a segment, joined by commas. */
export interface SymbolTexts {
  readonly text: string;
  /** Where the symbol of each setting ends. */
  readonly ends: Int32Array;
}

/** What the symbols of a segment depend on beside its text. */
interface Surroundings extends Position {
  readonly catalogue: Catalogue;
  /** Parameters that contain secrets in this file. */
  readonly registers: string;
}

const kept = new WeakMap<Segment, Surroundings & SymbolTexts>();

/** Settings whose symbols are made in one step. */
const settingsOfStep = 16;

export function* symbolTexts(
  segment: Segment,
  base: number,
  cursor: LineCursor,
  snapshot: Snapshot,
  registers: string,
): Generator<void, SymbolTexts> {
  const { line, character } = cursor.positionAt(base);
  const { catalogue } = snapshot;
  const known = kept.get(segment);
  if (
    known?.line === line &&
    known.character === character &&
    known.catalogue === catalogue &&
    known.registers === registers
  )
    return known;
  const ends = new Int32Array(segment.settings.length);
  let text = "";
  for (const [i, setting] of segment.settings.entries()) {
    text += (i === 0 ? "" : ",") + settingSymbol(setting, base, cursor, snapshot);
    ends[i] = text.length;
    if (i % settingsOfStep === settingsOfStep - 1) yield;
  }
  const made = { text, ends, line, character, catalogue, registers };
  // Where a line ends may depend on what follows.
  if (!segment.text.endsWith("\r")) kept.set(segment, made);
  return made;
}

function settingSymbol(setting: Setting, base: number, cursor: LineCursor, snapshot: Snapshot): string {
  const { parts } = setting;
  const start = cursor.positionAt(base + parts.start);
  const selectionRange = cursor.rangeOf(shift(setting.nameSpan, base));
  const range = { start, end: cursor.positionAt(base + parts.end) };
  const detail = detailOf(setting, snapshot);
  const { name } = setting;
  return `${symbolText({ name, kind: SymbolKind.Property, range, selectionRange, ...(detail !== "" && { detail }) })}}`;
}

/** All of a symbol but its children and its end. */
export function symbolText({ name, detail, kind, range, selectionRange }: DocumentSymbol): string {
  const shownDetail = detail === undefined ? "" : `,"detail":${JSON.stringify(detail)}`;
  return `{"name":${JSON.stringify(name)}${shownDetail},"kind":${kind},"range":${rangeText(range)},"selectionRange":${rangeText(selectionRange)}`;
}

export function rangeText({ start, end }: DocumentSymbol["range"]): string {
  return `{"start":{"line":${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}}`;
}
