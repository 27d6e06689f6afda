import {
  type ClientCapabilities,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { ClientAbilities } from "../features/feature";

/** The answer to `initialize`; `ofFeatures` is what the features add. */
export function initializeResult(ofFeatures: ServerCapabilities, client: ClientCapabilities): InitializeResult {
  return { capabilities: serverCapabilities(ofFeatures, pulls(client)), serverInfo: { name: "flat-profile" } };
}

/** The client asks for problems. */
export function pulls({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

function serverCapabilities(ofFeatures: ServerCapabilities, arePulled: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true } },
    ...(arePulled && {
      diagnosticProvider: { identifier: "flat-profile", interFileDependencies: false, workspaceDiagnostics: true },
    }),
    ...ofFeatures,
  };
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
