import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type DocumentSymbolRegistrationOptions,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import type { Setting } from "../profile/setting";
import { shift } from "../text/span";
import { allSteps, type Feature, type OpenFile } from "./feature";
import { LineCursor } from "./lineCursor";
import { type OutlineGroup, type OutlineNode, type OutlineSetting, outlineInSteps } from "./outline";

/** Settings answered at most; people look for others with the search. */
const maxSettings = 20_000;

/** Settings whose symbols are made in one step. */
const settingsOfStep = 16;

/** Characters of a value that an outline shows. */
const detailLength = 80;

/** The settings by profile, tab and section of the web interface. */
export const documentSymbols: Feature<
  DocumentSymbolParams,
  DocumentSymbol[] | SymbolInformation[] | null,
  DocumentSymbol[] | SymbolInformation[],
  DocumentSymbolRegistrationOptions
> = {
  request: DocumentSymbolRequest.type,
  capability: { documentSymbolProvider: { label: "Flat Profile" } },
  empty: null,
  run: (file) => allSteps(symbolsOf(file)),
  steps: symbolsOf,
};

function* symbolsOf({
  snapshot,
  lines,
  uri,
  client,
}: OpenFile): Generator<void, DocumentSymbol[] | SymbolInformation[]> {
  const symbols = yield* toSymbols(yield* outlineInSteps(snapshot, maxSettings), new LineCursor(lines), snapshot);
  return client.hierarchicalSymbols ? symbols : flat(symbols, uri, undefined);
}

/** In the order of the file, so that each position is near the one before. */
function* toSymbols(
  nodes: readonly OutlineNode[],
  cursor: LineCursor,
  snapshot: Snapshot,
): Generator<void, DocumentSymbol[]> {
  const symbols: DocumentSymbol[] = [];
  for (const node of nodes) {
    if (node.kind === "setting") symbols.push(settingSymbol(node, cursor, snapshot));
    else symbols.push(yield* groupSymbol(node, cursor, snapshot));
    if (symbols.length % settingsOfStep === 0) yield;
  }
  return symbols;
}

const kinds = { container: SymbolKind.Module, tab: SymbolKind.Namespace, section: SymbolKind.Package };

function* groupSymbol(node: OutlineGroup, cursor: LineCursor, snapshot: Snapshot): Generator<void, DocumentSymbol> {
  const start = cursor.positionAt(node.span.start);
  const selectionRange = cursor.rangeOf(node.nameSpan);
  const children = yield* toSymbols(node.children, cursor, snapshot);
  return {
    name: node.name,
    ...(node.detail !== undefined && { detail: node.detail }),
    kind: kinds[node.kind],
    range: { start, end: cursor.positionAt(node.span.end) },
    selectionRange,
    children,
  };
}

function settingSymbol({ setting, base }: OutlineSetting, cursor: LineCursor, snapshot: Snapshot): DocumentSymbol {
  const { parts } = setting;
  const start = cursor.positionAt(base + parts.start);
  const selectionRange = cursor.rangeOf(shift(setting.nameSpan, base));
  const detail = detailOf(setting, snapshot);
  return {
    name: setting.name,
    ...(detail !== "" && { detail }),
    kind: SymbolKind.Property,
    range: { start, end: cursor.positionAt(base + parts.end) },
    selectionRange,
  };
}

/** The value, shortened; of a secret only that there is one. */
export function detailOf(setting: Setting, snapshot: Snapshot): string {
  if (setting.text === "") return "";
  if (snapshot.isSecret(setting)) return "•••";
  const shown = snapshot.shownText(setting);
  return shown.length > detailLength ? `${shown.slice(0, detailLength - 1)}…` : shown;
}

/** For clients that know no tree. */
function flat(symbols: readonly DocumentSymbol[], uri: string, containerName: string | undefined): SymbolInformation[] {
  return symbols.flatMap((symbol): SymbolInformation[] => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(containerName !== undefined && { containerName }),
    },
    ...flat(symbol.children ?? [], uri, symbol.name),
  ]);
}
