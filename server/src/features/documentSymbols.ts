import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type DocumentSymbolRegistrationOptions,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-protocol";
import type { Snapshot } from "../analysis/snapshot";
import { JsonText } from "../text/jsonText";
import { allSteps, type Feature, type OpenFile } from "./feature";
import { LineCursor } from "./lineCursor";
import { type OutlineGroup, type OutlineNode, type OutlineSetting, outlineInSteps } from "./outline";
import { symbolText, symbolTexts } from "./symbolTexts";

/** Settings answered at most; people look for others with the search. */
const maxSettings = 20_000;

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
  run(file) {
    const symbols = allSteps(textOf(file)).toJSON() as DocumentSymbol[];
    return file.client.hierarchicalSymbols ? symbols : flat(symbols, file.uri, undefined);
  },
  *steps(file) {
    const text = yield* textOf(file);
    return file.client.hierarchicalSymbols ? text : flat(text.toJSON() as DocumentSymbol[], file.uri, undefined);
  },
};

function* textOf({ snapshot, lines }: OpenFile): Generator<void, JsonText> {
  const nodes = yield* outlineInSteps(snapshot, maxSettings);
  const parts: string[] = [];
  const registers = [...snapshot.secretRegisters].sort().join();
  yield* addSymbols(nodes, { cursor: new LineCursor(lines), snapshot, registers, parts });
  return new JsonText(parts);
}

interface Writing {
  readonly cursor: LineCursor;
  readonly snapshot: Snapshot;
  readonly registers: string;
  readonly parts: string[];
}

/** In the order of the file, so that each position is near the one before. */
function* addSymbols(nodes: readonly OutlineNode[], writing: Writing): Generator<void, void> {
  const { parts } = writing;
  parts.push("[");
  for (let i = 0; i < nodes.length; ) {
    if (i > 0) parts.push(",");
    const node = nodes[i] as OutlineNode;
    if (node.kind === "setting") i = yield* addRun(nodes, i, node, writing);
    else {
      yield* addGroup(node, writing);
      i++;
    }
  }
  parts.push("]");
}

/** The settings from `from` on that follow each other in a segment; answers what comes after them. */
function* addRun(
  nodes: readonly OutlineNode[],
  from: number,
  { setting: { segment }, base, at }: OutlineSetting,
  { cursor, snapshot, registers, parts }: Writing,
): Generator<void, number> {
  let next = from + 1;
  const isNext = (node: OutlineNode | undefined) =>
    node?.kind === "setting" && node.setting.segment === segment && node.at === at + next - from;
  while (isNext(nodes[next])) next++;
  const { text, ends } = yield* symbolTexts(segment, base, cursor, snapshot, registers);
  const start = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1;
  parts.push(text.slice(start, ends[at + next - from - 1]));
  yield;
  return next;
}

const kinds = { container: SymbolKind.Module, tab: SymbolKind.Namespace, section: SymbolKind.Package };

function* addGroup({ name, detail, kind, span, nameSpan, children }: OutlineGroup, writing: Writing) {
  const { cursor, parts } = writing;
  const selectionRange = cursor.rangeOf(nameSpan);
  const range = { start: cursor.positionAt(span.start), end: cursor.positionAt(span.end) };
  const shown = { name, kind: kinds[kind], range, selectionRange, ...(detail !== undefined && { detail }) };
  parts.push(symbolText(shown), ',"children":');
  yield* addSymbols(children, writing);
  parts.push("}");
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
