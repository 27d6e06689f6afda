import { type ClientCapabilities, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { ClientAbilities } from "../features/feature";
import { features, workspaceFeatures } from "../features/index";

export function serverCapabilities(arePulled: boolean): ServerCapabilities {
  const base: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true } },
    ...(arePulled && {
      diagnosticProvider: { identifier: "flat-profile", interFileDependencies: false, workspaceDiagnostics: true },
    }),
  };
  return Object.assign(base, ...[...features, ...workspaceFeatures].map(({ capability }) => capability));
}

export function abilitiesOf({ textDocument }: ClientCapabilities): ClientAbilities {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    markdown: listed(textDocument?.hover?.contentFormat)?.includes("markdown") ?? true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    editRangeDefault: listed(textDocument?.completion?.completionList?.itemDefaults)?.includes("editRange") === true,
  };
}

const listed = (raw: unknown): readonly unknown[] | undefined => (Array.isArray(raw) ? raw : undefined);
