import {
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol";
import { webLabel } from "../schema/elementName";
import { type OpenFile, rangeOf } from "./feature";
import { isText } from "./paramShapes";
import type { WorkspaceFeature } from "./requestFeature";
import { webSectionsOf } from "./webSections";

/** Maximum number of symbols in an answer; a client asks again when more is typed. */
const maxSymbols = 400;

/** Finds settings of the open files by their names. */
export const workspaceSymbol: WorkspaceFeature<WorkspaceSymbolParams, SymbolInformation[]> = {
  request: WorkspaceSymbolRequest.type,
  capability: { workspaceSymbolProvider: true },
  params: { query: isText },
  async run({ query }, server) {
    const files: OpenFile[] = [];
    for await (const file of server.openFiles()) files.push(file);
    return workspaceSymbols(files, query);
  },
};

/** Settings whose name or words on the web page have the letters of `query` in order. */
export function workspaceSymbols(files: Iterable<OpenFile>, query: string): SymbolInformation[] {
  const wanted = fold(query);
  const found: SymbolInformation[] = [];
  const answers = new Map<string, boolean>();
  for (const { snapshot, lines, uri } of files) {
    const { document, likelyAnalyzer } = snapshot;
    for (const [i, segment] of document.segments.entries()) {
      for (const [j, setting] of segment.settings.entries()) {
        let matches = answers.get(setting.name);
        if (matches === undefined) {
          const parameter = likelyAnalyzer.facts(setting).effective?.parameter;
          matches =
            hasLetters(setting.name, wanted) ||
            (parameter !== undefined && hasLetters(webLabel(parameter, snapshot.catalogue), wanted));
          answers.set(setting.name, matches);
        }
        if (!matches) continue;
        const place = webSectionsOf(segment, likelyAnalyzer)[j];
        const containerName =
          setting.path === "" ? [place?.tab, place?.section].filter(Boolean).join(" > ") : setting.path;
        const base = document.starts[i] ?? 0;
        const span = { start: base + setting.parts.start, end: base + setting.parts.end };
        found.push({
          name: setting.name,
          kind: SymbolKind.Property,
          location: { uri, range: rangeOf(span, lines) },
          ...(containerName !== "" && { containerName }),
        });
        if (found.length >= maxSymbols) return found;
      }
    }
  }
  return found;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_]/g, "");
}

/** The letters of `wanted` occur in `name` in this order. */
function hasLetters(name: string, wanted: string): boolean {
  const folded = fold(name);
  let at = 0;
  for (const c of wanted) {
    at = folded.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
